//! What a run of words with capitals names, and which of them are the name.

use std::ops::Range;

use super::Head;
use crate::lexicon::*;
use crate::token::Token;

/// What a run of words with capitals names.
pub(super) fn name(items: &[Token], run: Range<usize>, the: bool, role: bool) -> Head {
    let (run, titled) = bare(items, run);
    let Some(run) = run else { return Head::Noun };
    if titled || role {
        return Head::Name(run, true);
    }
    let words = &items[run.clone()];
    let given = words[0].is(GIVEN) && words.len() > 1;
    let foreign = words.iter().any(|word| word.is(ORGANISATION | MONTH | WEEKDAY | DIGITS));
    if the || foreign && !given || foreign && words.last().is_some_and(|word| word.is(ORGANISATION)) {
        return Head::Noun;
    }
    let other = |word: &Token| word.is(PLACE | DEMONYM | ABSTRACT | WEEKDAY) && !word.is(GIVEN);
    if words.iter().all(other) {
        return Head::Noun;
    }
    Head::Name(run, false)
}

/// A run of words with capitals without the titles, places and the like before the
/// name, and whether a title stood there. `None` where nothing but these is there.
pub(crate) fn bare(items: &[Token], run: Range<usize>) -> (Option<Range<usize>>, bool) {
    let mut start = run.start;
    let mut end = run.end;
    while start < end && items[start].is(ABSTRACT) && !items[start].is(GIVEN) {
        start += 1;
    }
    while start < end && items[end - 1].is(PARTICLE) && !items[end - 1].is(CAPITAL) {
        end -= 1;
    }
    // `Ada Brandt Monday said`
    while start + 1 < end && items[end - 1].is(WEEKDAY) {
        end -= 1;
    }
    if start == end {
        return (None, false);
    }
    // `Economist Ada Brandt`, at the beginning of a sentence.
    let first = &items[start];
    let role = matches!(end - start, 3 | 4)
        && first.is(ROLE)
        && !first.is(GIVEN | GROUP | PLURAL)
        && !items[start..end].iter().any(|word| word.is(TITLE | ORGANISATION));
    start += usize::from(role);
    let is_title = |at: usize| items[at].is(TITLE);
    // After a given name a word like a title is a surname, unless another given name follows:
    // `Brandt campaign Director Tom Weir`.
    let surname = |at: usize| {
        let again = at > start + 1 && at + 2 < end && items[at + 1].is(GIVEN);
        at > start && items[start].is(GIVEN) && !items[start].is(TITLE) && !again
    };
    let title = (start..end).rev().find(|&at| is_title(at) && !surname(at));
    match title {
        Some(at) if at + 1 < end => {
            let rest = &items[at + 1..end];
            let person =
                !rest.iter().all(|word| word.is(ORGANISATION | PLACE | DEMONYM | SUFFIX) && !word.is(GIVEN));
            return (person.then_some(at + 1..end), person);
        }
        Some(_) if start + 1 == end || !items[start].is(GIVEN) => return (None, false),
        _ => {}
    }
    // `chief of staff Tom Weir`, where the staff has a capital too
    let office = start.checked_sub(1).is_some_and(|before| items[before].is(OF));
    let before = |at: usize| office || items[at].is(PLACE | ORGANISATION | DEMONYM | TITLE);
    if let Some(given) = (start + 1..end).find(|&at| items[at].is(GIVEN))
        && given + 1 < end
        && (start..given).all(|at| before(at) && !items[at].is(GIVEN))
    {
        return (Some(given..end), true);
    }
    while start + 1 < end && items[start].is(DEMONYM) && !items[start].is(GIVEN) {
        start += 1;
    }
    (Some(start..end), role)
}
