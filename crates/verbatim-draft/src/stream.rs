//! A text as it reads outside its quotations: each of them is one piece, so that
//! what is said around it stands next to it.

use crate::lexicon::*;
use crate::quotation::Quotation;
use crate::token::{Kind, Token};

/// The tokens outside quotations, and a token for each quotation. The class of such a
/// token says whether the quotation ends its sentence, ends with a comma, and begins
/// with a capital.
pub(crate) fn outside(tokens: &[Token], quotations: &[Quotation]) -> Vec<Token> {
    let mut found = Vec::with_capacity(tokens.len() / 2);
    let mut at = 0;
    for (number, quotation) in quotations.iter().enumerate() {
        let range = &quotation.tokens;
        found.extend_from_slice(&tokens[at..range.start]);
        let (first, last) = (tokens[range.start], tokens[range.end - 1]);
        let last_kind = last_inside(tokens, range.end).map(|last| tokens[last].kind);
        let stops = last_kind == Some(Kind::Stop);
        let begins = tokens
            .get(range.end)
            .is_none_or(|next| next.is(CAPITAL) || matches!(next.kind, Kind::Paragraph | Kind::Mark(_)));
        let mut class = if stops && begins { ENDS } else { Class::NONE };
        if last_kind == Some(Kind::Comma) {
            class = class | HANGS;
        }
        if tokens[range.clone()]
            .iter()
            .find(|token| token.kind == Kind::Word)
            .is_some_and(|word| word.is(CAPITAL))
        {
            class = class | CAPITAL;
        }
        found.push(Token { kind: Kind::Quotation(number as u32), class, start: first.start, end: last.end });
        at = range.end;
    }
    found.extend_from_slice(&tokens[at..]);
    datelines(&mut found);
    found
}

/// The dash after a dateline (`HANOI, Vietnam —`) ends what stands before it.
fn datelines(items: &mut [Token]) {
    let mut begins = true;
    for at in 0..items.len() {
        if begins && let Some(dash) = dateline(items, at) {
            items[dash].kind = Kind::Stop;
        }
        begins = items[at].kind == Kind::Paragraph;
    }
}

/// The dash after the dateline that begins a paragraph at `at`.
pub(crate) fn dateline(items: &[Token], at: usize) -> Option<usize> {
    const LONGEST: usize = 14;
    if !items.get(at)?.is(CAPITAL) {
        return None;
    }
    let line = items[at..].iter().take(LONGEST).take_while(|item| {
        item.is(CAPITAL | DIGITS | MONTH)
            || matches!(item.kind, Kind::Comma | Kind::OpenParen | Kind::CloseParen | Kind::Other)
    });
    let dash = at + line.count();
    (items.get(dash)?.kind == Kind::Dash).then_some(dash)
}

/// The last token of a quotation that is no mark.
pub(crate) fn last_inside(tokens: &[Token], end: usize) -> Option<usize> {
    (end.saturating_sub(3)..end).rev().find(|&at| !matches!(tokens[at].kind, Kind::Mark(_)))
}

/// How far a sentence is followed from a place in it: what is longer is no prose.
const REACH: usize = 90;

/// Where the sentence begins in which `at` stands.
pub(crate) fn sentence_start(items: &[Token], at: usize) -> usize {
    let floor = at.saturating_sub(REACH);
    (floor..at).rev().find(|&before| ends_sentence(&items[before])).map_or(floor, |before| before + 1)
}

/// Where the sentence ends in which `at` stands: the place of its stop.
pub(crate) fn sentence_end(items: &[Token], at: usize) -> usize {
    let roof = (at + REACH).min(items.len());
    (at..roof).find(|&after| ends_sentence(&items[after])).unwrap_or(roof)
}

/// Whether a piece ends its sentence.
pub(crate) fn ends_sentence(item: &Token) -> bool {
    matches!(item.kind, Kind::Stop | Kind::Exclaim | Kind::Paragraph)
        || matches!(item.kind, Kind::Quotation(_)) && item.class.is(ENDS)
}
