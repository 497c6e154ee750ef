//! Finds the subject of a verb of speech among the pieces of its sentence.

use self::ending::ending_at;
use self::hanging::{apposed_to, beside_who, of_participle, of_relative};
use crate::lexicon::*;
use crate::phrase::{Head, Phrase, is_lead, phrase};
use crate::token::{Kind, Token};

mod ending;
mod hanging;

/// The phrase for whoever does what the verb at `verb` says, in the sentence that begins at `start`.
pub(crate) fn subject(items: &[Token], verb: usize, start: usize) -> Option<Phrase> {
    let semicolon = (start..verb).rev().find(|&at| items[at].kind == Kind::Semicolon);
    let start = semicolon.map_or(start, |at| at + 1);
    if items[verb].is(PARTICIPLE) && !items[verb].is(SPEECH) {
        return of_participle(items, verb, start);
    }
    let end = before_adverbs(items, verb, start);
    if end == start {
        return None;
    }
    let last = &items[end - 1];
    if last.is(WHO) && end > start + 2 && items[end - 2].is(OF) && items[end - 3].is(DET) {
        // `voters, some of whom shouted`
        return Some(Phrase { items: end - 3..end, head: Head::Noun });
    }
    if last.is(WHO) || last.is(SUB) && last.is(DET) {
        return beside_who(items, end - 1, start);
    }
    if last.kind == Kind::Word || last.kind == Kind::CloseParen {
        let from = segment_start(items, end, start);
        // `Cole, who heads the union, said`
        if items[from].is(WHO) {
            // `Cole, whom Weir described`
            let other = phrase(items, from + 1).filter(|found| found.items.end == end);
            return other.or_else(|| bare_segment(items, start, from));
        }
        if let Some(found) = ending_at(items, from, end) {
            return of_relative(items, start, from, end, &found)
                .or_else(|| apposed_to(items, start, from, &found))
                .or(Some(found));
        }
        // What stands between commas belonged to what is before it.
        return bare_segment(items, start, from).or_else(|| main_subject(items, start, verb));
    }
    bare_segment(items, start, end).or_else(|| main_subject(items, start, verb))
}

/// Steps back over adverbs, auxiliaries and days, from one of two verbs to the first:
/// `Cole later on Thursday had said`.
fn before_adverbs(items: &[Token], verb: usize, start: usize) -> usize {
    let mut end = verb;
    while end > start {
        let last = &items[end - 1];
        let small = last.is(ADV | AUX) && !last.is(CAPITAL);
        let day = last.is(WEEKDAY)
            || last.is(ANCHOR)
                && end > start + 1
                && items[end - 2].is(ON | WEEKDAY)
                && !items[end - 2].is(DET);
        let on = last.is(ON) && items.get(end).is_some_and(|next| next.is(WEEKDAY | ANCHOR));
        if !small && !day && !on {
            break;
        }
        end -= 1;
    }
    end
}

/// Where the piece between commas or conjunctions begins that ends at `end`.
fn segment_start(items: &[Token], end: usize, start: usize) -> usize {
    let splits = |item: &Token| {
        matches!(
            item.kind,
            Kind::Comma | Kind::Semicolon | Kind::Colon | Kind::Dash | Kind::Quotation(_) | Kind::OpenParen
        ) || item.is(SUB) && !item.is(PREP)
    };
    // A name's affiliation in parentheses belongs to the name.
    let mut at = end;
    let mut depth = 0;
    while at > start {
        match items[at - 1].kind {
            Kind::CloseParen => depth += 1,
            Kind::OpenParen if depth > 0 => depth -= 1,
            _ if depth == 0 && splits(&items[at - 1]) => break,
            _ => {}
        }
        at -= 1;
    }
    at
}

/// Two who speak at once are nobody's name.
fn both(one: Phrase, other: &Phrase) -> Phrase {
    Phrase { items: one.items.start..other.items.end, head: Head::Noun }
}

/// The phrase after a verb, with another name that `and` joins to it: `said Cole and Weir`.
pub(crate) fn inverted_subject(items: &[Token], at: usize) -> Option<Phrase> {
    let one = phrase(items, at)?;
    let is_name = |found: &Phrase| matches!(found.head, Head::Name(..));
    let joined = items.get(one.items.end).is_some_and(|item| item.is(CONJ)) && is_name(&one);
    let other = phrase(items, one.items.end + 1).filter(|other| joined && is_name(other));
    let acts =
        |other: &Phrase| items.get(other.items.end).is_some_and(|next| next.is(SPEECH | VERB | AUX | PAST));
    Some(match other.filter(|other| !acts(other)) {
        Some(other) => both(one, &other),
        None => one,
    })
}

/// Where the parenthesis that opens at `at` has closed.
fn close(items: &[Token], at: usize, end: usize) -> usize {
    (at..end).find(|&at| items[at].kind == Kind::CloseParen).map_or(end, |at| at + 1)
}

/// The first piece between commas that is a phrase and nothing more: `Cole, a captain, said`.
fn bare_segment(items: &[Token], start: usize, end: usize) -> Option<Phrase> {
    let mut from = start;
    let mut second = None;
    while from < end {
        let mut at = from;
        let leads = |item: &Token| {
            is_lead(item)
                || item.is(SUB) && !item.is(PREP)
                || matches!(item.kind, Kind::Quotation(_) | Kind::Dash | Kind::Mark(_))
        };
        while at < end && leads(&items[at]) {
            at += 1;
        }
        if let Some(found) = phrase(items, at).filter(|found| found.items.end <= end) {
            let after = attached(items, found.items.end, end);
            let closes =
                after == end || matches!(items[after].kind, Kind::Comma | Kind::Dash) || items[after].is(WHO);
            if closes {
                if found.head != Head::Noun || second.is_some() {
                    return Some(second.unwrap_or(found));
                }
                // Whose name may come next: `the captain, Iris Cole,`.
                second = Some(found);
            }
        }
        from = (at.max(from)..end).find(|&at| items[at].kind == Kind::Comma).map_or(end, |at| at + 1);
    }
    second
}

/// Where what hangs on a phrase by prepositions ends.
fn attached(items: &[Token], from: usize, end: usize) -> usize {
    let mut at = from;
    for _ in 0..4 {
        if at < end && items[at].kind == Kind::OpenParen {
            at = close(items, at, end);
        } else if at < end && items[at].is(PREP) {
            match phrase(items, at + 1).filter(|found| found.items.end <= end) {
                Some(found) => at = found.items.end,
                None => break,
            }
        } else {
            break;
        }
    }
    at
}

/// The subject of the sentence: the first phrase that no preposition governs and that
/// stands before a verb.
pub(crate) fn main_subject(items: &[Token], start: usize, end: usize) -> Option<Phrase> {
    let mut at = start;
    let mut first = None;
    let mut governed = false;
    while at < end {
        let item = &items[at];
        if item.is(PREP | SUB) || item.is(PARTICIPLE) {
            governed = true;
            at += 1;
            continue;
        }
        if item.kind == Kind::OpenParen {
            at = close(items, at, end);
            continue;
        }
        if matches!(item.kind, Kind::Comma | Kind::Dash) {
            governed = false;
        }
        match phrase(items, at).filter(|found| found.items.end <= end && !is_lead(item)) {
            Some(found) => {
                let next = found.items.end;
                if !governed {
                    let acts = items.get(next).is_some_and(|item| {
                        item.is(SPEECH | VERB | AUX | ADV)
                            || item.class == Class::NONE && item.kind == Kind::Word
                    });
                    // `Someone interrupted Cole, shouting`
                    let done_to = first.is_some() && at > start && items[at - 1].is(PAST | VERB | SPEECH);
                    if acts
                        || !done_to
                            && items
                                .get(next)
                                .is_some_and(|item| matches!(item.kind, Kind::Comma | Kind::OpenParen))
                            && found.head != Head::Noun
                    {
                        return Some(found);
                    }
                    first.get_or_insert(found);
                }
                governed = false;
                at = next;
            }
            None => {
                if item.is(SPEECH) {
                    governed = false;
                }
                at += 1;
            }
        }
    }
    first
}

/// Whether the word at `at` reports speech here: its noun (`the report`) does not.
pub(crate) fn is_verb(items: &[Token], at: usize) -> bool {
    let verb = &items[at];
    if verb.is(PUT) {
        return items.get(at + 1).is_some_and(|next| next.is(SUBJECT_PRONOUN));
    }
    if !verb.is(SPEECH | PARTICIPLE) || verb.is(CAPITAL) {
        return false;
    }
    let Some(before) = at.checked_sub(1).map(|before| &items[before]) else { return true };
    // `one said`, but `the said`, `another report`
    let counts = before.is(DET) && !before.is(OWN | ARTICLE) && verb.is(STRONG) && !verb.is(NOUN);
    let owned = before.is(DET) && !before.is(PRONOUN) && !counts
        || before.kind == Kind::Possessive && !verb.is(STRONG);
    let governed = before.is(PREP) && !before.is(ADV | CONJ) && !verb.is(PARTICIPLE);
    !owned && !governed && !is_passive(items, at) && !is_negated(items, at)
}

/// Whether a verb of speech tells what was done to its subject, so that somebody else spoke:
/// `was asked`, `has been called`.
pub(crate) fn is_passive(items: &[Token], at: usize) -> bool {
    let adverbs = items[..at].iter().rev().take(3).take_while(|before| before.is(ADV)).count();
    items[at].is(SPEECH) && items[..at - adverbs].last().is_some_and(|before| before.is(BE))
}

/// Whether a verb is denied: `did not say`, `has never said`.
fn is_negated(items: &[Token], at: usize) -> bool {
    items[..at].iter().rev().take(3).take_while(|before| before.is(ADV | AUX)).any(|before| before.is(NOT))
}

/// Whether a phrase can be the subject of a verb that is a noun as well (`claims`, `report`).
pub(crate) fn can_do(items: &[Token], found: &Phrase, verb: usize) -> bool {
    !items[verb].is(NOUN) || found.head != Head::Noun || items[found.items.end - 1].is(ROLE | GROUP)
}
