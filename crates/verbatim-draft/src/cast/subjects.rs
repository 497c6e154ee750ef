//! The subjects of a sentence's verbs, and whose they are.

use std::ops::Range;

use super::Part;
use crate::lexicon::*;
use crate::phrase::{Head, Phrase, bare, is_lead, phrase};
use crate::token::{Kind, Token};

/// The subjects of a sentence's verbs, as far as where phrases, prepositions and verbs
/// stand tells them.
pub(super) fn subjects(items: &[Token], range: Range<usize>, found: &mut Vec<(Phrase, Part)>) {
    #[derive(Clone, Copy, PartialEq, Eq)]
    enum Under {
        Nothing,
        Preposition,
        Conjunction,
    }
    let mut under = Under::Nothing;
    let mut leads = true;
    let mut at = range.start;
    while at < range.end {
        let item = &items[at];
        let next = match item.kind {
            Kind::Comma | Kind::Dash | Kind::Quotation(_) | Kind::Colon | Kind::Semicolon => {
                under = Under::Nothing;
                at += 1;
                continue;
            }
            _ if item.is(SUB) && !(item.is(PREP) && at == range.start && under != Under::Nothing) => {
                under = Under::Conjunction;
                at += 1;
                continue;
            }
            _ if item.is(PREP | PARTICIPLE) => {
                under = Under::Preposition;
                at += 1;
                continue;
            }
            _ if is_lead(item) => {
                at += 1;
                continue;
            }
            _ => phrase(items, at).filter(|found| found.items.end <= range.end),
        };
        let Some(next) = next else {
            if item.is(SPEECH | VERB | PAST | AUX) {
                under = Under::Nothing;
            }
            at += 1;
            continue;
        };
        let end = next.items.end;
        let after = items.get(end);
        let acts = after.is_some_and(|item| {
            item.is(SPEECH | VERB | AUX | ADV | PAST) || item.class == Class::NONE && item.kind == Kind::Word
        });
        // `A resident of the street, who …`
        let of = after.is_some_and(|item| item.is(PREP)) && at == range.start;
        let set_off = (next.head != Head::Noun || is_somebody(items, &next))
            && (of || after.is_some_and(|item| matches!(item.kind, Kind::Comma | Kind::OpenParen)));
        match under {
            Under::Nothing if leads && (acts || set_off) => {
                found.push((next, Part::Leads));
                leads = false;
            }
            Under::Nothing | Under::Conjunction if acts => found.push((next, Part::Acts)),
            _ if matches!(next.head, Head::Name(..)) || is_somebody(items, &next) => {
                found.push((next, Part::Named));
            }
            _ => {}
        }
        under = Under::Nothing;
        at = end;
    }
}

/// Whether a phrase brings in somebody without a name: `a man`, `another resident`.
fn is_somebody(items: &[Token], found: &Phrase) -> bool {
    let at = found.items.start;
    let (first, last) = (&items[at], &items[found.items.end - 1]);
    // `she was a captain`, `Cole, a captain`: that is said of somebody who is there already.
    let known =
        at.checked_sub(1).is_some_and(|before| items[before].is(BE) || items[before].kind == Kind::Comma);
    let new = first.is(DET) && !first.is(OWN | DEFINITE);
    found.head == Head::Noun && new && !known && last.is(ROLE) && !last.is(PLURAL | GROUP)
}

/// Whose somebody or something is, by name: Cole in `Cole's boat`.
pub(super) fn owner(items: &[Token], found: &Phrase) -> Option<Phrase> {
    let range = found.items.clone();
    let mark = range
        .clone()
        .find(|&at| items[at].kind == Kind::Possessive || matches!(items[at].kind, Kind::Mark(_)))?;
    let start = (range.start..mark).rev().take_while(|&at| items[at].is(CAPITAL)).last()?;
    let (name, titled) = bare(items, start..mark);
    let name = name?;
    Some(Phrase { items: start..mark, head: Head::Name(name, titled) })
}
