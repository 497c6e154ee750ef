//! Finds who speaks by what is said before a quotation in its sentence.

use super::turns::{by_agent, leading};
use super::whose::{authored, nobody, owned, unsaid};
use super::{Attribution, Rule, according, inverted};
use crate::clause::{can_do, is_passive, is_verb, main_subject, subject};
use crate::lexicon::*;
use crate::phrase::{Head, Phrase, phrase};
use crate::stream::sentence_start;
use crate::token::{Kind, Token};

/// What is said before the quotation at `at`, in the same sentence.
pub(crate) fn before(items: &[Token], at: usize) -> Option<Attribution> {
    let start = sentence_start(items, at);
    let joined =
        |item: &Token| matches!(item.kind, Kind::Comma | Kind::Colon) || item.is(SUB) && !item.is(PREP);
    let mut near = at;
    while near > start && joined(&items[near - 1]) {
        near -= 1;
    }
    let introduced = near < at && items[near].kind == Kind::Colon;
    let by_noun = || owned(items, start, near, at).or_else(|| authored(items, start, near, at));
    if let Some(found) = unsaid(items, start, near, at).or_else(by_noun) {
        return Some(found);
    }
    if let Some(phrase) = leading(items, start).filter(|found| found.items.end <= near) {
        let rule = if phrase.items.end == near { Rule::VerbBefore } else { Rule::VerbInSentence };
        return Some(Attribution { items: start..phrase.items.end, phrase, rule });
    }
    let mut others = None;
    for verb in (start..near).rev() {
        if items[verb].kind == Kind::Semicolon {
            return None;
        }
        if let Some(found) = according(items, verb, Rule::AccordingBefore) {
            return Some(found);
        }
        if let Some(found) = by_agent(items, verb, near) {
            return Some(found);
        }
        let relative = |item: &Token| item.is(WHO) || item.is(SUB) && item.is(DET);
        let of_other = verb > start && relative(&items[verb - 1]);
        if !is_verb(items, verb) {
            let asked = is_passive(items, verb) && items[verb].is(STRONG) && near - verb <= CLOSE;
            if asked || of_other && items[verb].is(SPEECH) && verb + 1 == near {
                others.get_or_insert(verb);
            }
            continue;
        }
        // `The ferry, explained Cole, “will not sail”`
        let apart = verb > start && items[verb - 1].kind == Kind::Comma && verb + 1 < near;
        // `The ferry, says one official, “will not sail”`
        let closed = near < at && items[near].kind == Kind::Comma && !items[near - 1].is(SUB);
        let unnamed = || phrase(items, verb + 1).filter(|_| closed && items[verb].is(STRONG));
        let set_apart = || inverted(items, verb).or_else(unnamed);
        let says = |found: &Phrase| found.items.end == near && !items[verb + 1].is(SUB);
        if let Some(phrase) = apart.then(set_apart).flatten().filter(says) {
            return Some(Attribution { items: verb..phrase.items.end, phrase, rule: Rule::VerbBefore });
        }
        // `Cole tells how Weir said “no” to it: “…”`: that verb has words of its own.
        let other = introduced
            && items.get(verb + 1).is_some_and(|next| matches!(next.kind, Kind::Quotation(_)))
            && verb + 1 != at;
        if other {
            continue;
        }
        // `Weir quoted the Bible: “…”`: those are not his words.
        if items[verb].is(RECEIVES) && verb + 1 < near {
            return Some(nobody(verb..near));
        }
        let Some(phrase) = subject(items, verb, start).filter(|found| can_do(items, found, verb)) else {
            if of_other {
                others.get_or_insert(verb);
            }
            continue;
        };
        // `Cole recited a psalm, saying: “…”`
        let recites = |at: usize| items[at].is(RECEIVES) && items[at].is(SPEECH);
        let as_ = verb > start && items[verb - 1].is(SUB);
        if items[verb].is(PARTICIPLE) && !as_ && (phrase.items.end..verb).any(recites) {
            return Some(nobody(verb..near));
        }
        let close = near - verb <= 8 && near < at || near == verb + 1;
        let rule = if close && items[verb].is(STRONG) && items[verb].is(SPEECH) {
            Rule::VerbBefore
        } else {
            Rule::VerbInSentence
        };
        return Some(Attribution { items: phrase.items.start..verb + 1, phrase, rule });
    }
    if let Some(found) = acts_before(items, at, start) {
        return Some(found);
    }
    if introduced { by_colon(items, start, near, others) } else { None }
}

/// Whom the sentence before a colon is about, unless words came to them or `others`, a verb, has
/// another subject: `Cole received a letter: “…”`, `Cole has a sign that reads: “…”`.
fn by_colon(items: &[Token], start: usize, near: usize, others: Option<usize>) -> Option<Attribution> {
    let phrase = main_subject(items, start, near)?;
    let message = |verb: usize| items[verb..near].iter().any(|item| item.is(UTTERANCE | SAYING));
    let received = (phrase.items.end..near).find(|&verb| items[verb].is(RECEIVES) && message(verb));
    match received.or(others) {
        Some(verb) => Some(nobody(verb..near)),
        None => Some(Attribution { items: phrase.items.clone(), phrase, rule: Rule::Colon }),
    }
}

/// How far a passive verb may stand from the colon, in items, and still be what the quotation belongs to.
const CLOSE: usize = 4;

/// Who does something, in any verb, directly before a comma and a quotation that
/// begins as a sentence does.
fn acts_before(items: &[Token], at: usize, start: usize) -> Option<Attribution> {
    let comma = at.checked_sub(1).filter(|&comma| items[comma].kind == Kind::Comma)?;
    let verb = (start..comma).rev().take(3).find(|&verb| items[verb].is(PAST))?;
    if is_passive(items, verb) {
        return None;
    }
    let phrase = subject(items, verb, start).filter(|found| found.head != Head::Noun)?;
    let can = items[at].class.is(CAPITAL) && !items[verb].is(CAPITAL) && phrase.items.end <= verb;
    can.then(|| Attribution { items: phrase.items.start..verb + 1, phrase, rule: Rule::ActsBefore })
}
