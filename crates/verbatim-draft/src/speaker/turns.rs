//! Finds who speaks where a sentence says it by another turn: at its end, in the passive, by a
//! signature, or with its verb first.

use super::{Attribution, Rule, according, inverted};
use crate::clause::{is_passive, is_verb};
use crate::lexicon::*;
use crate::phrase::{Head, Phrase, phrase};
use crate::stream::sentence_end;
use crate::token::{Kind, Token};

/// What the end of the sentence says in which the quotation at `at` stands:
/// `The “…” plan is dead, Cole said.`
pub(crate) fn tail(items: &[Token], at: usize) -> Option<Attribution> {
    let end = sentence_end(items, at + 1);
    let comma = (at + 1..end).rev().filter(|&at| items[at].kind == Kind::Comma);
    for comma in comma.take(4) {
        let from = comma + 1;
        if let Some(found) = according(items, from, Rule::Tail) {
            return Some(found);
        }
        if let Some(phrase) = inverted(items, from) {
            return Some(Attribution { items: from..phrase.items.end, phrase, rule: Rule::Tail });
        }
        let Some(phrase) = phrase(items, from) else { continue };
        let verb = (phrase.items.end..end).find(|&at| !items[at].is(ADV | AUX));
        if let Some(verb) = verb.filter(|&verb| is_verb(items, verb) && items[verb].is(STRONG)) {
            return Some(Attribution { items: phrase.items.start..verb + 1, phrase, rule: Rule::Tail });
        }
    }
    None
}

/// A name that stands alone after a dash, in the paragraph after the quotation's.
pub(super) fn signed(items: &[Token], at: usize) -> Option<Attribution> {
    let dash = at + 2;
    if items.get(at + 1)?.kind != Kind::Paragraph || items.get(dash)?.kind != Kind::Dash {
        return None;
    }
    let phrase = phrase(items, dash + 1).filter(|named| matches!(named.head, Head::Name(..)))?;
    let closes = matches!(items.get(phrase.items.end)?.kind, Kind::Paragraph | Kind::Comma | Kind::Stop);
    closes.then(|| Attribution { items: phrase.items.clone(), phrase, rule: Rule::Dash })
}

/// Who speaks where the verb leads the sentence: `Replied Cole, “…”`.
pub(super) fn leading(items: &[Token], start: usize) -> Option<Phrase> {
    let verb = items.get(start).filter(|verb| verb.is(CAPITAL) && verb.is(SPEECH) && verb.is(STRONG))?;
    let finite = !verb.is(NOUN | PARTICIPLE);
    phrase(items, start + 1).filter(|found| finite && matches!(found.head, Head::Name(..)))
}

/// Who does what a passive verb before a quotation says: `Weir was asked by a reporter, “…”`.
pub(super) fn by_agent(items: &[Token], verb: usize, near: usize) -> Option<Attribution> {
    let by = verb + 1;
    // `Weir, asked by a reporter, “…”`
    let set = verb.checked_sub(1).is_some_and(|before| items[before].kind == Kind::Comma);
    if !(is_passive(items, verb) || set) || !items[verb].is(STRONG) || !items.get(by)?.is(BY) {
        return None;
    }
    let phrase = phrase(items, by + 1).filter(|found| found.items.end <= near)?;
    Some(Attribution { items: verb..phrase.items.end, phrase, rule: Rule::VerbInSentence })
}
