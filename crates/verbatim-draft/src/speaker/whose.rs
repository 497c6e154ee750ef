//! Tells whose words stand directly before a quotation as a noun or a verb that gives it: an
//! owner's, an author's, or nobody's.

use std::ops::Range;

use super::{Attribution, Rule};
use crate::clause::{is_passive, is_verb};
use crate::lexicon::*;
use crate::phrase::{Head, Phrase, bare, phrase};
use crate::token::{Kind, Token};

/// Words directly before a quotation that say that its sentence names nobody who said it:
/// `Weir was asked, “…”`, `as if to say, “…”`, `a box labelled “…”`, `chants of “…”`.
pub(super) fn unsaid(items: &[Token], start: usize, near: usize, at: usize) -> Option<Attribution> {
    let last = near.checked_sub(1).filter(|&last| last > start)?;
    let named = items[last].is(NAMING) && items[near..at].iter().all(|item| item.is(SUB));
    let heard = items[last].is(OF) && items[last - 1].is(SPEECH) && items[last - 1].is(NOUN);
    (named || heard || is_asked(items, start, last, at)).then(|| nobody(last..near))
}

/// That words name nobody who speaks.
pub(super) fn nobody(words: Range<usize>) -> Attribution {
    Attribution {
        phrase: Phrase { items: words.clone(), head: Head::Nobody },
        rule: Rule::Open,
        items: words,
    }
}

/// Whether the verb before a quotation tells what somebody was asked, or seemed to say.
fn is_asked(items: &[Token], start: usize, verb: usize, at: usize) -> bool {
    let apart = verb + 1 < at;
    let as_if = |before: &Token| before.is(SUB);
    let imagined = items[verb - 1].is(TO) && verb > start + 2 && items[verb - 3..verb - 1].iter().all(as_if);
    items[verb].is(SPEECH) && verb > start + 1 && (apart && is_passive(items, verb) || imagined)
}

/// Whose words are given by a noun directly before them: `a reporter's question: “…”`,
/// `Cole's claim that “…”`.
pub(super) fn owned(items: &[Token], start: usize, near: usize, at: usize) -> Option<Attribution> {
    let noun = near.checked_sub(1).filter(|&noun| noun > start && items[noun].is(SAYING | UTTERANCE))?;
    let led = items[near..at].iter().all(|item| item.kind == Kind::Colon || item.is(SUB));
    if !led {
        return None;
    }
    let plain = |&at: &usize| items[at].kind == Kind::Word && !items[at].is(FUNCTION | CAPITAL);
    let first = (start..=noun).rev().take(3).take_while(plain).last()?;
    let mark = first.checked_sub(1).filter(|&mark| items[mark].kind == Kind::Possessive)?;
    let from = (start..mark).rev().take(OWNER).take_while(|&at| items[at].kind == Kind::Word);
    let from = from.take_while(|&at| !items[at].is(PREP | CONJ | SUB | SPEECH | VERB | PAST | AUX)).last()?;
    // `Weir answered Cole's question: “…”`: that may be the answer.
    let answers = (start..from).any(|verb| items[verb].is(STRONG) && is_verb(items, verb));
    let (name, titled) =
        bare(items, (from..mark).rev().take_while(|&at| items[at].is(CAPITAL)).last().unwrap_or(mark)..mark);
    let head = name.map_or(Head::Noun, |name| Head::Name(name, titled));
    if answers && head != Head::Noun {
        return Some(nobody(from..near));
    }
    let phrase = Phrase { items: from..mark, head };
    Some(Attribution { phrase, rule: Rule::VerbInSentence, items: from..near })
}

/// Whose words come from or by somebody named directly before them: `a question from a student: “…”`.
pub(super) fn authored(items: &[Token], start: usize, near: usize, at: usize) -> Option<Attribution> {
    if near + 1 != at || items[near].kind != Kind::Colon && !items[near].is(SUB) {
        return None;
    }
    let from = (start + 1..near).rev().take(OWNER).find(|&from| items[from].is(FROM | BY | OF))?;
    let phrase = phrase(items, from + 1).filter(|found| found.items.end == near)?;
    let first = &items[phrase.items.start];
    let somebody = items[near - 1].is(ROLE | GROUP | SOMEBODY) || first.is(ARTICLE) && !first.is(DEFINITE);
    if phrase.head == Head::Noun && !somebody {
        return None;
    }
    // `heard from voters that “…”`
    let heard = items[from - 1].is(RECEIVES) && items[from].is(FROM);
    (heard || items[from - 1].is(SAYING | UTTERANCE)).then_some(Attribution {
        phrase,
        rule: Rule::VerbInSentence,
        items: from - 1..near,
    })
}

/// The longest phrase for an owner, in items.
const OWNER: usize = 6;
