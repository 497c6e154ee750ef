//! Reads the phrase for somebody that begins at a place: a pronoun, a name with
//! what stands before it, or a noun; whose name it is, is decided in `people`.

use std::ops::Range;

use self::beside::{apposed, continued};
use self::name::name;
use crate::lexicon::*;
use crate::token::{Kind, Mark, Token};

mod beside;
mod name;

pub(crate) use self::name::bare;

/// What a phrase is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Head {
    Pronoun,
    /// A name, as the items of the name itself, and whether a title or a role before it says that it is a person's.
    Name(Range<usize>, bool),
    /// A noun or the name of something that is no person.
    Noun,
    /// Words by which nobody is named who could have spoken: `was asked`, `as if to say`.
    Nobody,
}

/// A phrase for somebody or something.
#[derive(Clone, Debug)]
pub(crate) struct Phrase {
    pub(crate) items: Range<usize>,
    pub(crate) head: Head,
}

/// How many items a phrase may have.
const LONGEST: usize = 24;

/// The phrase that begins at `at`, a name set beside it with commas included.
pub(crate) fn phrase(items: &[Token], at: usize) -> Option<Phrase> {
    let found = simple(items, at)?;
    let found = continued(items, &found).unwrap_or(found);
    Some(apposed(items, &found).unwrap_or(found))
}

/// The phrase that begins at `at` and has no comma in it.
pub(crate) fn simple(items: &[Token], at: usize) -> Option<Phrase> {
    let first = items.get(at).filter(|item| item.kind == Kind::Word)?;
    if first.is(SUBJECT_PRONOUN) && !first.is(WHO) {
        return Some(Phrase { items: at..at + 1, head: Head::Pronoun });
    }
    if first.is(SOMEBODY) && !first.is(CAPITAL) {
        return Some(Phrase { items: at..at + 1, head: Head::Noun });
    }
    // `2012 Republican nominee Ada Brandt`
    let year = first.is(DIGITS) && first.end - first.start == 4;
    let mut end =
        at + usize::from(year && items.get(at + 1).is_some_and(|next| next.is(CAPITAL | ROLE | MODIFIER)));
    while items.get(end).is_some_and(|item| item.is(DET | NUMBER)) && end < at + 3 {
        end += 1;
    }
    let mut determined = end > at;
    let article = determined;
    let mut run: Option<Range<usize>> = None;
    let mut role = false;
    let limit = items.len().min(at + LONGEST);
    while end < limit {
        let item = &items[end];
        let is_owner = item.kind == Kind::Possessive
            || item.kind == Kind::Mark(Mark::Single) && end > at && items[end - 1].end == item.start;
        if is_owner {
            if end == at {
                return None;
            }
            // Whose it is; who is meant comes after.
            run = None;
            role = false;
            determined = true;
        } else if item.kind != Kind::Word || is_day(items, at, end) {
            break;
        } else if item.is(CAPITAL)
            && !(item.is(PRONOUN) || item.is(FUNCTION) && !item.is(GIVEN) && run.is_none())
        {
            match &mut run {
                Some(run) if run.end == end => run.end = end + 1,
                Some(_) if !role => break,
                _ => run = Some(end..end + 1),
            }
        } else if item.is(PARTICLE) && run.as_ref().is_some_and(|run| run.end == end) && names_on(items, end)
        {
            run = run.map(|run| run.start..end + 1);
        } else if !continues(items, at, end, determined) {
            break;
        } else {
            let is_role = is_role(items, end);
            if run.as_ref().is_some_and(|run| run.end < end) && !role && !is_role && !determined {
                break;
            }
            role = is_role;
        }
        end += 1;
    }
    let alone = end == at + 1;
    if end == at
        || alone
            && !stands_alone(items, at)
            && (items[at].is(DET) && !items[at].is(NUMBER) || items[at].is(ABSTRACT) && !items[at].is(GIVEN))
    {
        return None;
    }
    let head = match run {
        Some(run) if run.end == end => name(items, run, article && !role, role),
        _ => Head::Noun,
    };
    Some(Phrase { items: at..end, head })
}

/// Whether a weekday after a phrase says only when: `the captain Monday called`, and no `Sunday Times`.
fn is_day(items: &[Token], start: usize, at: usize) -> bool {
    items[at].is(WEEKDAY)
        && at > start
        && !items[at - 1].is(DET)
        && items.get(at + 1).is_none_or(|next| !next.is(CAPITAL))
}

/// Whether a word that counts is somebody by itself: `another said`.
fn stands_alone(items: &[Token], at: usize) -> bool {
    let said = |item: &Token| item.is(STRONG) && !item.is(NOUN);
    items[at].is(DET)
        && !items[at].is(OWN | ARTICLE)
        && (items.get(at + 1).is_some_and(said) || at > 0 && said(&items[at - 1]))
}

/// Whether a small particle (`de`, `van`) joins two parts of a name.
fn names_on(items: &[Token], at: usize) -> bool {
    let next = |offset| items.get(at + offset).is_some_and(|item: &Token| item.is(CAPITAL));
    next(1) || items.get(at + 1).is_some_and(|item| item.is(PARTICLE)) && next(2)
}

/// Whether a word in small letters carries a phrase on.
fn continues(items: &[Token], start: usize, at: usize, determined: bool) -> bool {
    let item = &items[at];
    if item.is(FUNCTION) && !item.is(NUMBER) {
        return false;
    }
    let owned = at > start
        && (items[at - 1].is(DET) || items[at - 1].kind == Kind::Possessive)
        && !stands_alone(items, at - 1);
    if item.is(SPEECH | VERB | PARTICIPLE) && !item.is(ROLE | MODIFIER | GROUP) && !owned {
        return false;
    }
    if item.is(SPEECH | VERB) && item.is(GROUP) && !item.is(ROLE) && !owned {
        return false;
    }
    let next = items.get(at + 1).filter(|next| next.kind == Kind::Word);
    if item.is(ADV) {
        // `the then president`, `a newly elected mayor`
        let first = at == start + 1 && next.is_some_and(|next| next.is(CAPITAL));
        return determined
            && (first || next.is_some_and(|next| !next.is(FUNCTION | SPEECH | VERB | CAPITAL)));
    }
    // After a name such a word says what its bearer did.
    if item.is(PAST)
        && at > start
        && (items[at - 1].is(CAPITAL) || next.is_none_or(|next| next.is(FUNCTION | ADV)))
    {
        return false;
    }
    if determined {
        return true;
    }
    // Without an article only what leads to a person is read on.
    let plain = |at: usize| {
        let item = &items[at];
        // `state Sen. Ada Brandt`
        let state = item.is(MODIFIER) && items.get(at + 1).is_some_and(|next| next.is(TITLE));
        item.kind == Kind::Word
            && !item.is(CAPITAL | FUNCTION)
            && (!item.is(SPEECH | VERB) || item.is(ROLE) || state)
    };
    let length = (at..items.len().min(at + 6)).take_while(|&at| plain(at)).count();
    let leads = (at..at + length).any(|at| is_role(items, at) || items[at].is(GROUP) && at > start);
    let named = items.get(at + length).is_some_and(|item| item.is(CAPITAL))
        && length > 0
        && items[at + length - 1].is(MODIFIER);
    leads || named
}

/// Whether a word is a noun for a person, by the list or by its ending before a name.
fn is_role(items: &[Token], at: usize) -> bool {
    let item = &items[at];
    if item.is(ROLE | MODIFIER) {
        return true;
    }
    item.class == Class::NONE
        && item.end - item.start > 5
        && items.get(at + 1).is_some_and(|next| next.is(CAPITAL))
}

/// Whether a word can stand before a phrase without being part of it.
pub(crate) fn is_lead(item: &Token) -> bool {
    item.is(ADV | CONJ) && !item.is(DET | PREP)
}
