//! Finds the subject among the phrases between two commas, by what governs each of them.

use super::{both, close};
use crate::lexicon::*;
use crate::phrase::{Head, Phrase, phrase};
use crate::token::{Kind, Token};

/// The subject in `from..end`, which ends directly before its verb: the last phrase
/// that is not governed by a preposition, or the first where a verb came between.
pub(super) fn ending_at(items: &[Token], from: usize, end: usize) -> Option<Phrase> {
    let mut first: Option<Phrase> = None;
    let mut governed = false;
    let mut who = None;
    let mut at = from;
    while at < end {
        let item = &items[at];
        if item.kind == Kind::OpenParen {
            at = close(items, at, end);
            continue;
        }
        if item.is(SUB) {
            // A clause of its own: `a pause before the mayor said`.
            (first, governed) = (None, false);
            at += 1;
            continue;
        }
        if item.is(PREP) && !item.is(CAPITAL) || item.is(PREP) && at == from {
            governed = true;
            at += 1;
            continue;
        }
        if item.is(CONJ) {
            at += 1;
            continue;
        }
        if item.is(WHO) {
            who = Some(at);
        }
        let Some(found) = phrase(items, at).filter(|found| found.items.end <= end) else {
            governed &= item.kind != Kind::Word;
            at += 1;
            continue;
        };
        let next = found.items.end;
        let ends = next == end
            || next < end && items[next].kind == Kind::OpenParen && close(items, next, end) == end;
        // `the captain who backed Cole said`
        let backed = at > from && items[at - 1].is(PAST | VERB | SPEECH) && who.is_some_and(|who| who < at);
        if ends && backed && first.is_some() {
            return first;
        }
        if ends && !governed {
            let joined = first.filter(|first| first.items.end + 1 == at && items[at - 1].is(CONJ));
            return match joined {
                Some(first) if matches!(first.head, Head::Name(..)) => Some(both(first, &found)),
                Some(first) => Some(first),
                None => Some(found),
            };
        }
        if !governed && comes_in(items, at, from, &found) {
            first = Some(found);
        } else if !governed && !is_predicate(items, at, next, end) {
            first.get_or_insert(found);
        }
        governed = false;
        at = next;
    }
    first
}

/// Whether somebody without a name comes in who does something in what is told:
/// `Cole said a man walked up and told him`.
fn comes_in(items: &[Token], at: usize, from: usize, found: &Phrase) -> bool {
    let (first, last) = (&items[at], &items[found.items.end - 1]);
    let told = at > from && items[at - 1].is(STRONG) && items[at - 1].is(SPEECH);
    let new = found.head == Head::Noun && first.is(DET) && !first.is(OWN | DEFINITE) && !last.is(PLURAL);
    let acts = items.get(found.items.end).is_some_and(|next| next.is(PAST | VERB | AUX));
    told && new && last.is(ROLE) && acts
}

/// Whether a phrase before the second of two verbs that `and` joins only says what somebody is:
/// `was not her view and`, `as the winner of the race and`.
fn is_predicate(items: &[Token], at: usize, next: usize, end: usize) -> bool {
    let mut before = items[..at].iter().rev().skip_while(|item| item.is(ADV));
    let as_ = |item: &Token| item.is(SUB) && !item.is(PREP | DET | WHO);
    let bare = items.get(next).is_some_and(|next| next.is(PREP | CONJ));
    let is = |item: &Token| item.is(BE | NOT) || bare && as_(item);
    items[end - 1].is(CONJ) && before.next().is_some_and(is)
}
