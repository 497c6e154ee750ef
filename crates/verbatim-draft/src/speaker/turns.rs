//! Finds who speaks where a sentence says it by another turn: at its end, in the passive, by a
//! signature, or of nobody.

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
        let verb = (phrase.items.end..end).find(|&at| !items[at].is(ADV | AUX))?;
        if is_verb(items, verb) && items[verb].is(STRONG) {
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

/// Who does what a passive verb before a quotation says: `Weir was asked by a reporter, “…”`.
pub(super) fn by_agent(items: &[Token], verb: usize, near: usize) -> Option<Attribution> {
    let by = verb + 1;
    if !is_passive(items, verb) || !items[verb].is(STRONG) || !items.get(by)?.is(BY) {
        return None;
    }
    let phrase = phrase(items, by + 1).filter(|found| found.items.end <= near)?;
    Some(Attribution { items: verb..phrase.items.end, phrase, rule: Rule::VerbInSentence })
}

/// Words directly before a quotation that say that its sentence names nobody who said it:
/// `Weir was asked, “…”`, `as if to say, “…”`.
pub(super) fn unsaid(items: &[Token], start: usize, near: usize, at: usize) -> Option<Attribution> {
    let verb = near.checked_sub(1).filter(|&verb| verb > start + 1 && items[verb].is(SPEECH))?;
    let asked = near < at && is_passive(items, verb);
    let as_if = |before: &Token| before.is(SUB);
    let imagined = items[verb - 1].is(TO) && verb > start + 2 && items[verb - 3..verb - 1].iter().all(as_if);
    (asked || imagined).then_some(Attribution {
        phrase: Phrase { items: verb..near, head: Head::Nobody },
        rule: Rule::Open,
        items: verb..near,
    })
}
