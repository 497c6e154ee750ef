//! Finds whom what hangs on a clause is about: after `who` or `that`, in -ing, set beside
//! a name; the clause itself is read in the module above.

use super::{attached, bare_segment, ending_at, is_verb, main_subject, segment_start, subject};
use crate::lexicon::*;
use crate::phrase::{Head, Phrase, phrase};
use crate::token::{Kind, Token};

/// How far back a name with what belongs to it is looked for, in items.
const NAME: usize = 12;

/// Whom `who` or `that` at a place is about: what stands beside it, unless that only
/// says whose or of where somebody is: `fire from Cole, who said`, `an aide to Cole who said`.
pub(super) fn beside_who(items: &[Token], who: usize, start: usize) -> Option<Phrase> {
    let comma = who > start && items[who - 1].kind == Kind::Comma;
    let end = who - usize::from(comma);
    let from = segment_start(items, end, start).max(end.saturating_sub(NAME));
    let mut last: Option<Phrase> = None;
    let mut at = from;
    while at < end {
        let Some(found) = phrase(items, at).filter(|found| found.items.end <= end) else {
            at += 1;
            continue;
        };
        at = found.items.end;
        let governed = found.items.start > from && items[found.items.start - 1].is(PREP);
        let of_somebody = governed
            && last.as_ref().is_some_and(|last| {
                last.items.end + 1 == found.items.start && items[last.items.end - 1].is(ROLE | GROUP)
            });
        // `held up a sign that said`, `interrupted by a woman who yelled`
        let thing = !items[who].is(WHO) || items[who].is(SUB);
        let beside = found.items.end == end && !comma && (thing || items[end - 1].is(ROLE));
        let counts = !governed || beside || matches!(found.head, Head::Name(..));
        if counts && !of_somebody {
            last = Some(found);
        }
    }
    last.or_else(|| bare_segment(items, start, end))
}

/// The subject of a verb before which a relative clause ends: `the union that Cole leads said`.
pub(super) fn of_relative(
    items: &[Token],
    start: usize,
    from: usize,
    end: usize,
    found: &Phrase,
) -> Option<Phrase> {
    let that =
        from.checked_sub(1).filter(|&at| at > start && items[at].is(SUB) && items[at].is(DET | WHO))?;
    let before = items[that - 1].kind == Kind::Word && !items[that - 1].is(SPEECH | VERB | PAST);
    let acts = |at: usize| items[at].is(VERB | PAST | AUX | SPEECH);
    // `the union that Cole leads said`, `the union that endorsed Cole said`
    let verb = acts(from) && found.items.start > from || (found.items.end..end).any(acts);
    let joined = items[end - 1].is(CONJ);
    (before && verb && !joined).then(|| ending_at(items, segment_start(items, that, start), that)).flatten()
}

/// Who does what a participle says: whoever stands before it after `with`, or else
/// does what the clause before it says.
pub(super) fn of_participle(items: &[Token], verb: usize, start: usize) -> Option<Phrase> {
    let as_ = verb.checked_sub(1).is_some_and(|before| items[before].is(SUB));
    let quoted = (start..verb).rev().find(|&at| as_ && items[at].is(RECEIVES) && items[at].is(SPEECH));
    if let Some(quoted) = quoted {
        // `The paper quoted Cole as saying`, `Cole was quoted as saying`
        let object = phrase(items, quoted + 1).filter(|_| !items[quoted + 1].is(PREP));
        return object.or_else(|| main_subject(items, start, quoted));
    }
    let with = segment_start(items, verb, start);
    let ends = |found: &Phrase| {
        let end = found.items.end;
        end == verb || items[with].is(WITH) && attached(items, end, verb) == verb
    };
    let beside = phrase(items, with + 1).filter(|found| items[with].is(PREP) && ends(found));
    if beside.is_some() {
        return beside;
    }
    // `by a man holding a sign`, `with a voice over saying`
    let from = verb.saturating_sub(NAME).max(with);
    let end = verb - usize::from(verb > from && items[verb - 1].is(PREP));
    let person = |found: &Phrase| {
        let start = found.items.start;
        // `an email to supporters stating`: that is the email; `emailed supporters saying`.
        let received = start > from && (items[start - 1].is(TO) || is_verb(items, start - 1));
        // `under a banner reading`; but what is said in a letter its author says.
        let governed = start > from && items[start - 1].is(PREP) && !items[start - 1].is(ON);
        let hangs = governed && items[start].is(ARTICLE) && !items[start].is(DEFINITE);
        let speaks =
            found.head != Head::Noun || items[end - 1].is(ROLE) || hangs && !items[end - 1].is(UTTERANCE);
        found.items.end == end && !received && speaks
    };
    if let Some(beside) = (from..end).find_map(|at| phrase(items, at).filter(person)) {
        return Some(beside);
    }
    let is_finite = |item: &Token| item.is(PAST | VERB) || item.is(SPEECH) && !item.is(NOUN);
    let finite = (start..verb).rev().find(|&at| is_finite(&items[at]) && !items[at].is(CAPITAL));
    match finite.filter(|&at| is_verb(items, at) && !items[at].is(PARTICIPLE)) {
        Some(said) => subject(items, said, start),
        None => main_subject(items, start, verb),
    }
}

/// The name to which a phrase without one is set, where the comma after it is
/// missing: `Cole, a captain of many years said`.
pub(super) fn apposed_to(items: &[Token], start: usize, from: usize, found: &Phrase) -> Option<Phrase> {
    // `Cole, an aide said, “…”`
    let set_apart = items.get(found.items.end + 1).is_some_and(|next| next.kind == Kind::Comma);
    if set_apart {
        return None;
    }
    let comma = from.checked_sub(1).filter(|&at| at >= start && items[at].kind == Kind::Comma)?;
    if found.head != Head::Noun || found.items.start != from {
        return None;
    }
    let from = segment_start(items, comma, start);
    let name = (from..comma).find_map(|at| phrase(items, at).filter(|name| name.items.end == comma))?;
    // `In a letter to Cole, an aide wrote`
    let governed = name.items.start > start && items[name.items.start - 1].is(PREP);
    (matches!(name.head, Head::Name(..)) && !governed).then_some(name)
}
