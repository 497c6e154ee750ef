//! Tells speech from what else stands in marks: titles of works, and ways of speaking.

use super::is_alone;
use crate::facts::Rule;
use crate::judge::Case;
use crate::lexicon::*;
use crate::quotation::Quotation;
use crate::stream::last_inside;
use crate::token::{Kind, Token};

/// Whether what stands in marks is speech, as far as its form and its sentence say.
pub(super) fn keep(tokens: &[Token], items: &[Token], quotation: &Quotation, case: &Case) -> bool {
    let inside = &tokens[quotation.tokens.clone()];
    let count = inside.iter().filter(|token| token.kind == Kind::Word).count();
    let last = last_inside(tokens, quotation.tokens.end).map(|last| tokens[last].kind);
    let closes = matches!(last, Some(Kind::Stop | Kind::Exclaim | Kind::Comma));
    let begins = inside.iter().find(|token| token.kind == Kind::Word).is_some_and(|word| word.is(CAPITAL));
    let own = !matches!(case.rule, Rule::Open | Rule::SameParagraph | Rule::NextParagraph);
    // Part of a sentence in small letters that nobody is said to have said is a way of speaking.
    let lent = case.rule == Rule::SameParagraph && !case.doubtful;
    let led = || case.at.checked_sub(1).is_some_and(|before| items[before].kind == Kind::Comma);
    let whole = || begins || is_alone(items, case.at) || closes && led();
    let weighs = count >= 6 && (own || lent || whole()) || begins && closes;
    // What has the form of a title has to be said by somebody.
    if is_title(inside) { own && weighs && (count < 4 || is_said(items, case)) } else { own || weighs }
}

/// Whether a sentence gives a quotation as what was said, and not as the name of a thing
/// that is spoken of: `author of the book “…”`, `according to Cole's “…”`.
fn is_said(items: &[Token], case: &Case) -> bool {
    let before = case.at.checked_sub(1).map(|before| &items[before]);
    let lead = before.filter(|before| matches!(before.kind, Kind::Comma | Kind::Colon));
    let verb = match lead {
        // `stating, “…”`
        Some(_) => case.at.checked_sub(2).map(|before| &items[before]),
        None => before,
    };
    let follows = verb.is_some_and(|verb| verb.is(SPEECH | PARTICIPLE) && !verb.is(PREP));
    let part = matches!(
        case.rule,
        Rule::VerbInSentence
            | Rule::AccordingBefore
            | Rule::ActsAfter
            | Rule::ActsBefore
            | Rule::SentenceBefore
    );
    follows || !part && !before.is_some_and(|before| before.is(PREP))
}

/// Whether every word of weight has a capital, as in the title of a book or film.
fn is_title(inside: &[Token]) -> bool {
    let weighty = || inside.iter().filter(|token| token.kind == Kind::Word && !token.is(FUNCTION | ADV));
    let (all, capitals) = (weighty().count(), weighty().filter(|word| word.is(CAPITAL | DIGITS)).count());
    let stop = inside.iter().position(|token| matches!(token.kind, Kind::Stop | Kind::Exclaim));
    let stops = stop.is_some_and(|stop| stop + 2 < inside.len());
    all >= 2 && all == capitals && !stops
}
