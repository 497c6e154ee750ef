//! Gives each quotation its speaker: by what its own sentence says, or by what
//! stands around it; and leaves out what is in marks and no speech.

use self::speech::keep;
use crate::cast::{Cast, Target};
use crate::facts::{Quote, Rule};
use crate::judge::{Case, Reading};
use crate::lexicon::*;
use crate::nested::inside;
use crate::quotation::Quotation;
use crate::speaker::{Attribution, after, before, tail};
use crate::stream::{ends_sentence, last_inside, sentence_start};
use crate::token::{Kind, Token, is_wrapped};
use crate::window::windows;

mod speech;

/// The quotations of a text that are speech, with their speakers.
pub(crate) fn quotes(reading: &Reading<'_>, quotations: &[Quotation]) -> Vec<Quote> {
    let (tokens, items) = (reading.tokens, reading.items);
    let cast = Cast::read(reading);
    let mut cases = direct(tokens, quotations, items, &cast);
    borrow(&mut cases, quotations, items, &cast);
    let made = cases.iter().zip(quotations).filter_map(|(case, quotation)| {
        let mut quote = reading.quote(quotation, case).filter(|_| keep(tokens, items, quotation, case))?;
        quote.inside = inside(reading, quotation, &quote);
        Some(quote)
    });
    made.collect()
}

/// The quotations of a text in a language whose verbs and names are not known: by
/// their marks, with nobody to speak them.
pub(crate) fn unattributed(text: &str) -> Vec<Quote> {
    let people = crate::people::People::default();
    let roles = crate::role::Roles::default();
    let open = Case {
        at: 0,
        paragraph: 0,
        found: None,
        rule: Rule::Open,
        target: Target::Open,
        lender_is_sure: false,
        doubtful: false,
    };
    let wrapped = is_wrapped(text);
    let mut quotes = Vec::new();
    for window in windows(text, wrapped) {
        let tokens = crate::token::tokens(text, window, wrapped);
        let quotations = crate::quotation::quotations(text, &tokens);
        let reading = Reading { text, tokens: &tokens, items: &[], people: &people, roles: &roles };
        quotes.extend(quotations.iter().filter_map(|quotation| reading.quote(quotation, &open)));
    }
    quotes
}

/// What the sentence of each quotation says.
fn direct(tokens: &[Token], quotations: &[Quotation], items: &[Token], cast: &Cast<'_>) -> Vec<Case> {
    let mut cases = Vec::with_capacity(quotations.len());
    let mut paragraph = 0;
    for (at, item) in items.iter().enumerate() {
        match item.kind {
            Kind::Paragraph => paragraph += 1,
            Kind::Quotation(number) => {
                let Some(quotation) = quotations.get(number as usize) else { continue };
                let found = choose(tokens, quotation, items, at);
                let mut target = found.as_ref().map_or(Target::Open, |found| cast.target(&found.phrase));
                // A colon alone introduces lists and titles as well.
                let by_colon = found.as_ref().is_some_and(|found| found.rule == Rule::Colon);
                if by_colon && !matches!(target, Target::Person(_)) {
                    target = Target::Open;
                }
                let rule = found.as_ref().map_or(Rule::Open, |found| found.rule);
                cases.push(Case {
                    at,
                    paragraph,
                    found,
                    rule,
                    target,
                    lender_is_sure: false,
                    doubtful: false,
                });
            }
            _ => {}
        }
    }
    cases
}

/// Chooses between what is said after a quotation and what is said before it.
pub(crate) fn choose(
    tokens: &[Token],
    quotation: &Quotation,
    items: &[Token],
    at: usize,
) -> Option<Attribution> {
    let last = last_inside(tokens, quotation.tokens.end).map(|last| tokens[last].kind);
    let before = before(items, at);
    let introduced =
        at.checked_sub(1).is_some_and(|before| matches!(items[before].kind, Kind::Comma | Kind::Colon));
    if last == Some(Kind::Stop) {
        let small = items.get(at + 1).is_some_and(|next| next.kind == Kind::Word && !next.is(CAPITAL));
        let after =
            || after(items, at).filter(|found| small || found.rule == Rule::Dash || is_all(items, found));
        return before.or_else(after);
    }
    let before = before.or_else(|| tail(items, at));
    let comma = last == Some(Kind::Comma) || items.get(at + 1).is_some_and(|next| next.kind == Kind::Comma);
    if introduced && !comma && before.is_some() {
        return before;
    }
    let after = after(items, at);
    match (&after, &before) {
        (Some(found), Some(_)) if !comma && found.rule == Rule::SubjectApart => before,
        (Some(_), _) => after,
        _ => before,
    }
}

/// Whether a sentence is nothing but an attribution: `Cole said.`
fn is_all(items: &[Token], found: &Attribution) -> bool {
    items.get(found.items.end).is_some_and(|next| matches!(next.kind, Kind::Stop | Kind::Paragraph))
}

/// Gives quotations without a speaker that of what stands around them.
fn borrow(cases: &mut [Case], quotations: &[Quotation], items: &[Token], cast: &Cast<'_>) {
    // Backward first: a long quotation may be attributed at its end.
    for at in (1..cases.len()).rev() {
        if quotations[at].continues && cases[at].speaks() && cases[at - 1].found.is_none() {
            lend(cases, at, at - 1, Rule::Continued);
        }
    }
    for at in 0..cases.len() {
        if cases[at].found.is_some() {
            continue;
        }
        let previous = at.checked_sub(1).filter(|&previous| cases[previous].speaks());
        if let Some(previous) = previous {
            if quotations[at].continues {
                lend(cases, previous, at, Rule::Continued);
                continue;
            }
            if cases[previous].paragraph == cases[at].paragraph {
                if let Some(found) = sentence_before(items, cases[at].at, cast) {
                    settle(&mut cases[at], found, cast);
                    // Who was quoted without a name may go on, though somebody has come in since.
                    if cases[previous].target == Target::Phrase {
                        cases[at].target = Target::Open;
                    }
                    continue;
                }
                // `Cole said, according to the Post.`: which of the two goes on is not said.
                if items[cases[previous].at..cases[at].at].iter().any(|item| item.is(ACCORDING))
                    && cases[previous].rule != Rule::AccordingAfter
                {
                    continue;
                }
                lend(cases, previous, at, Rule::SameParagraph);
                cases[at].doubtful = !belongs(items, cases[previous].at, cases[at].at);
                continue;
            }
        }
        let next = (at + 1..cases.len().min(at + 4)).find(|&next| cases[next].speaks());
        if let Some(next) = next.filter(|&next| cases[next].paragraph == cases[at].paragraph) {
            lend(cases, next, at, Rule::SameParagraph);
            cases[at].doubtful = !belongs(items, cases[at].at, cases[next].at);
            continue;
        }
        let found = introduced(items, cases[at].at).or_else(|| sentence_before(items, cases[at].at, cast));
        if let Some(found) = found {
            settle(&mut cases[at], found, cast);
            continue;
        }
        if let Some(previous) = previous
            && cases[at].paragraph == cases[previous].paragraph + 1
            && matches!(cases[previous].target, Target::Person(_))
            && is_alone(items, cases[at].at)
        {
            lend(cases, previous, at, Rule::NextParagraph);
        }
    }
}

/// Whether the later of two quotations of a paragraph can have the speaker of the
/// other: it stands for itself, or both are in one sentence. In a sentence of
/// somebody else's it is that sentence's.
fn belongs(items: &[Token], earlier: usize, later: usize) -> bool {
    let alone = |at: usize| {
        at.checked_sub(1).is_none_or(|before| {
            let before = &items[before];
            ends_sentence(before)
                || matches!(
                    before.kind,
                    Kind::Quotation(_) | Kind::Colon | Kind::Dash | Kind::OpenParen | Kind::Mark(_)
                )
        })
    };
    alone(earlier) && alone(later) || !items[earlier..later].iter().any(ends_sentence)
}

fn lend(cases: &mut [Case], from: usize, to: usize, rule: Rule) {
    let lent = cases[from].clone();
    cases[to].found = lent.found;
    cases[to].target = lent.target;
    cases[to].rule = rule;
    cases[to].lender_is_sure =
        lent.lender_is_sure || matches!(lent.rule, Rule::VerbAfter | Rule::SubjectAfter | Rule::SubjectApart);
}

fn settle(case: &mut Case, found: Attribution, cast: &Cast<'_>) {
    case.target = cast.target(&found.phrase);
    case.rule = found.rule;
    case.found = Some(found);
}

/// Whom the sentence before a quotation that stands for itself is about, in the same paragraph.
fn sentence_before(items: &[Token], at: usize, cast: &Cast<'_>) -> Option<Attribution> {
    let stop = at.checked_sub(1).filter(|&stop| matches!(items[stop].kind, Kind::Stop | Kind::Exclaim))?;
    let start = sentence_start(items, stop);
    if !items[at].class.is(CAPITAL)
        || items[start..stop].iter().any(|item| matches!(item.kind, Kind::Quotation(_)))
    {
        return None;
    }
    let phrase = cast.leader(start..stop)?;
    Some(Attribution { items: phrase.items.clone(), phrase, rule: Rule::SentenceBefore })
}

/// What a paragraph that ends with a colon says of the quotation with which the next begins.
fn introduced(items: &[Token], at: usize) -> Option<Attribution> {
    let end = at.checked_sub(1).filter(|&before| items[before].kind == Kind::Paragraph)?;
    let colon = end.checked_sub(1).filter(|&before| items[before].kind == Kind::Colon)?;
    let found = before(items, colon + 1)?;
    Some(Attribution { rule: Rule::ColonBefore, ..found })
}

/// Whether a paragraph has nothing but quotations.
fn is_alone(items: &[Token], at: usize) -> bool {
    let stops = |item: &Token| item.kind == Kind::Paragraph;
    let words = |item: &Token| item.kind == Kind::Word;
    let behind = items[..at].iter().rev().take(40).take_while(|item| !stops(item)).any(words);
    let ahead = items[at..].iter().take(40).take_while(|item| !stops(item)).any(words);
    !behind && !ahead
}
