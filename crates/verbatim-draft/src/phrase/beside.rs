//! The name to which a phrase without one leads, by a comma, by `and`, or by an office.

use super::{Head, Phrase, simple};
use crate::lexicon::*;
use crate::token::{Kind, Token};

/// The phrase with the name to which it leads by `and` or `of`: `former governor and
/// chairman Ed Cole`, `Secretary of State Ada Brandt`.
pub(super) fn continued(items: &[Token], found: &Phrase) -> Option<Phrase> {
    let end = found.items.end;
    let joint = items.get(end)?;
    if found.head != Head::Noun || !names_one(items, found) || !joint.is(CONJ | OF | FOR) {
        return None;
    }
    if joint.is(FOR) && !items[end - 1].is(CAPITAL) {
        // Whom somebody speaks for does not speak: `a spokesman for Mayor Ada Brandt`.
        return None;
    }
    if joint.is(CONJ) {
        let next = simple(items, end + 1)?;
        // `her husband and campaign manager, Tom Weir,`
        let next = apposed(items, &next).unwrap_or(next);
        return match next.head {
            Head::Name(name, true) => {
                Some(Phrase { items: found.items.start..next.items.end, head: Head::Name(name, true) })
            }
            _ => None,
        };
    }
    let mut at = end + 1;
    // The department may have a word in small letters and several with capitals.
    while at < end + 5
        && items.get(at).is_some_and(|item| item.kind == Kind::Word && !item.is(FUNCTION | TITLE | GIVEN))
    {
        at += 1;
    }
    let capitals = |at: usize| {
        items[at..].iter().take(4).take_while(|item| item.is(CAPITAL) && !item.is(ABSTRACT)).count()
    };
    let run = at..at + capitals(at);
    let is_name = at > end + 1 && run.len() > 1 && items[at].is(GIVEN);
    if is_name {
        return Some(Phrase { items: found.items.start..run.end, head: Head::Name(run, true) });
    }
    // `Minister for Transport Aoife Brennan`: a given name that no list has.
    let office = items[end - 1].is(TITLE) && items[end - 1].is(CAPITAL);
    let all = end + 1..end + 1 + capitals(end + 1);
    let last = all.end.saturating_sub(2)..all.end;
    let odd = |item: &Token| item.is(ORGANISATION | PLACE | DEMONYM | TITLE);
    let is_name = office && all.len() > 2 && !items[last.clone()].iter().any(odd);
    is_name.then_some(Phrase { items: found.items.start..all.end, head: Head::Name(last, true) })
}

/// The phrase with the name that stands beside it: `her adviser, Tom Weir,`.
pub(super) fn apposed(items: &[Token], found: &Phrase) -> Option<Phrase> {
    if found.head != Head::Noun || !names_one(items, found) {
        return None;
    }
    // Of whom, where: `the head of the union, Ada Brandt`.
    let mut end = found.items.end;
    for _ in 0..3 {
        if !items.get(end).is_some_and(|item| item.is(PREP)) {
            break;
        }
        end = match simple(items, end + 1) {
            // `the spokesman for the governor, Ada Brandt`: which of the two that is, is not said.
            Some(found) if found.head == Head::Noun && names_one(items, &found) => return None,
            Some(found) => found.items.end,
            // `chief of staff`
            None => end + 1 + plain(items, end + 1),
        };
    }
    if items.get(end)?.kind != Kind::Comma {
        return None;
    }
    let beside = simple(items, end + 1)?;
    let Head::Name(name, titled) = beside.head else { return None };
    let after = items.get(beside.items.end)?;
    let closes = matches!(
        after.kind,
        Kind::Comma | Kind::Stop | Kind::Paragraph | Kind::OpenParen | Kind::Quotation(_) | Kind::Colon
    ) || after.is(SPEECH | AUX | PREP);
    let is_person = titled || items[name.start].is(GIVEN) || name.len() > 1;
    (closes && is_person)
        .then_some(Phrase { items: found.items.start..beside.items.end, head: Head::Name(name, true) })
}

/// How many words in small letters, verbs and the like left out, begin at a place.
fn plain(items: &[Token], at: usize) -> usize {
    let plain = |item: &&Token| item.kind == Kind::Word && !item.is(CAPITAL | FUNCTION | SPEECH | VERB);
    items.iter().skip(at).take(3).take_while(plain).count()
}

/// Whether a phrase without a name is about one person.
fn names_one(items: &[Token], found: &Phrase) -> bool {
    let last = &items[found.items.end - 1];
    let small = last.is(ROLE) && last.class != (ROLE | GROUP);
    (small || last.is(TITLE)) && !last.is(PLURAL)
}
