//! Whom a role alone means: `the harbor official`, where the text has said of one
//! person, and of no other, that this is what they are.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::lexicon::*;
use crate::people::{Gender, People};
use crate::phrase::{Head, Phrase, bare};
use crate::token::{Kind, Token};

/// The roles that a text gives to people, by the noun.
#[derive(Debug, Default)]
pub(crate) struct Roles {
    by_noun: FxHashMap<String, Vec<Given>>,
}

/// A role as it was given to somebody.
#[derive(Debug)]
struct Given {
    person: u32,
    /// The words before the noun, in small letters.
    before: Vec<String>,
}

/// How far a name may stand from its role, and how many people may have one role, before it tells nobody.
const REACH: usize = 8;
const MOST: usize = 40;

impl Roles {
    /// Reads the roles of a part of a text, beside those of the parts before it.
    pub(crate) fn read(&mut self, text: &str, tokens: &[Token], people: &People) {
        for at in 0..tokens.len() {
            if !is_noun(&tokens[at]) {
                continue;
            }
            let person = named_after(tokens, at).or_else(|| named_before(tokens, at));
            let found = person.and_then(|name| people.find(text, &tokens[name], Gender::Open));
            if let Some(person) = found {
                let given = Given { person, before: words_before(text, tokens, at) };
                let known = self.by_noun.entry(text[tokens[at].range()].to_lowercase()).or_default();
                if known.len() < MOST {
                    known.push(given);
                }
            }
        }
    }

    /// Whom a phrase with `the` means by its role.
    pub(crate) fn find(&self, text: &str, items: &[Token], found: &Phrase) -> Option<u32> {
        let last = found.items.end.checked_sub(1)?;
        let definite = text[items[found.items.start].range()].eq_ignore_ascii_case("the");
        if found.head != Head::Noun || !definite || !is_noun(&items[last]) {
            return None;
        }
        let known = self.by_noun.get(&text[items[last].range()].to_lowercase())?;
        let within = found.items.start + 1..last;
        let wanted: Vec<String> = within
            .filter(|&at| items[at].kind == Kind::Word && !items[at].is(ADV))
            .map(|at| text[items[at].range()].to_lowercase())
            .collect();
        let mut people = known
            .iter()
            .filter(|given| wanted.iter().all(|word| given.before.contains(word)))
            .map(|given| given.person);
        let first = people.next()?;
        people.all(|other| other == first).then_some(first)
    }
}

/// Whether a word is a noun for one person.
fn is_noun(token: &Token) -> bool {
    token.is(ROLE | TITLE) && !token.is(PLURAL | PREP)
}

/// The name directly after a role: `harbor official Tom Weir`, `Mayor Ada Brandt`.
fn named_after(tokens: &[Token], at: usize) -> Option<Range<usize>> {
    let run = capitals(tokens, at + 1);
    let (name, _) = bare(tokens, run);
    name
}

/// The name to which a role is set: `Tom Weir, an engineer`.
fn named_before(tokens: &[Token], at: usize) -> Option<Range<usize>> {
    let floor = at.saturating_sub(REACH);
    let comma =
        (floor..at).rev().take_while(|&at| tokens[at].kind == Kind::Word || tokens[at].kind == Kind::Comma);
    let comma = comma.into_iter().find(|&at| tokens[at].kind == Kind::Comma)?;
    let plain =
        tokens[comma + 1..at].iter().all(|word| !word.is(PREP | SUB | WHO | AUX | SPEECH | SUBJECT_PRONOUN));
    let start = (floor..comma).rev().take_while(|&at| tokens[at].is(CAPITAL)).last()?;
    let set = tokens[comma + 1].is(DET | MODIFIER | ROLE) || tokens[comma + 1].is(CAPITAL);
    if !plain || !set {
        return None;
    }
    let (name, _) = bare(tokens, start..comma);
    name.filter(|name| name.len() > 1)
}

/// The words with capitals that begin at a place.
fn capitals(tokens: &[Token], at: usize) -> Range<usize> {
    let length = tokens.iter().skip(at).take(REACH).take_while(|token| token.is(CAPITAL)).count();
    at..at + length
}

fn words_before(text: &str, tokens: &[Token], at: usize) -> Vec<String> {
    let words = tokens[..at].iter().rev().take(4).take_while(|token| token.kind == Kind::Word);
    words.map(|token| text[token.range()].to_lowercase()).collect()
}
