//! Who is on the stage at each place of a text: the subjects of its sentences and
//! verbs of speech, in order, among whom a pronoun finds whom it means.

use std::ops::Range;

use rustc_hash::FxHashMap;

use self::subjects::{owner, subjects};
use crate::clause::{is_verb, subject};
use crate::judge::Reading;
use crate::lexicon::*;
use crate::people::{Gender, People, full, sex};
use crate::phrase::{Head, Phrase};
use crate::role::Roles;
use crate::speaker::inverted;
use crate::stream::ends_sentence;
use crate::token::{Kind, Token};

mod foreground;
mod subjects;

/// Whom a phrase means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// Somebody named in full, or by surname and title.
    Person(u32),
    /// A name that stands for itself.
    Name(String),
    /// Somebody or something without a name.
    Phrase,
    /// A pronoun that nobody fits.
    Open,
}

/// How much somebody stands in the foreground of a sentence, most first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    /// The subject of a verb of speech.
    Speaks,
    /// The sentence's subject.
    Leads,
    /// The subject of another verb.
    Acts,
    /// Whose the subject is: `Cole's boat`.
    Owns,
    /// Somebody else who is named.
    Named,
}

/// Somebody on the stage.
#[derive(Clone, Debug)]
struct Entrance {
    /// The item at which the mention begins.
    at: usize,
    /// The number of the sentence.
    sentence: u32,
    target: Target,
    gender: Gender,
    part: Part,
    who: Who,
}

/// What a mention says of whom it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Who {
    /// Somebody with a name.
    Named,
    /// Somebody without one, who comes in here: `a man`.
    New,
    /// Somebody of whom the text has spoken, and who may have a name: `the captain`.
    Known,
    /// Several, or no person.
    Other,
}

impl Entrance {
    /// How far this is from whom a pronoun of some sex means: a sex that is known to fit
    /// weighs as much as two places in the foreground.
    fn distance(&self, gender: Gender) -> u8 {
        2 * self.part as u8 + if self.gender == gender { 0 } else { 3 }
    }
}

/// The subjects of a text in order.
pub(crate) struct Cast<'a> {
    text: &'a str,
    items: &'a [Token],
    people: &'a People,
    roles: &'a Roles,
    entrances: Vec<Entrance>,
    /// Whom the pronouns mean that are subjects of a verb of speech, by item.
    pronouns: FxHashMap<usize, Target>,
}

/// How much of a sentence is read, in items.
const LONGEST: usize = 90;

impl<'a> Cast<'a> {
    /// Reads the subjects of the items.
    pub(crate) fn read(reading: &Reading<'a>) -> Self {
        let Reading { text, items, people, roles, .. } = *reading;
        let mut cast =
            Self { text, items, people, roles, entrances: Vec::new(), pronouns: FxHashMap::default() };
        let mut found = Vec::new();
        let mut number = 0;
        let mut start = 0;
        for (at, item) in items.iter().enumerate() {
            if ends_sentence(item) || at - start >= LONGEST {
                cast.sentence(start..at, &mut found);
                for (phrase, part) in found.drain(..) {
                    cast.enter(&phrase, part, number);
                }
                number += 1;
                start = at + 1;
            }
        }
        cast
    }

    /// The subjects of a sentence, in its order.
    fn sentence(&self, range: Range<usize>, found: &mut Vec<(Phrase, Part)>) {
        let items = self.items;
        subjects(items, range.clone(), found);
        for verb in range.clone() {
            if !items[verb].is(SPEECH) || !items[verb].is(STRONG) || !is_verb(items, verb) {
                continue;
            }
            let Some(doer) = self.doer(verb, range.start) else { continue };
            match found.iter_mut().find(|(known, _)| known.items.start == doer.items.start) {
                Some((_, part)) => *part = Part::Speaks,
                None => found.push((doer, Part::Speaks)),
            }
        }
        found.sort_by_key(|(phrase, _)| phrase.items.start);
    }

    /// The subject of a verb of speech, before it or, next to a quotation, after it.
    fn doer(&self, verb: usize, start: usize) -> Option<Phrase> {
        let items = self.items;
        if verb > start
            && matches!(items[verb - 1].kind, Kind::Quotation(_) | Kind::Comma)
            && let Some(found) = inverted(items, verb)
        {
            return Some(found);
        }
        subject(items, verb, start)
    }

    fn enter(&mut self, found: &Phrase, part: Part, sentence: u32) {
        let at = found.items.start;
        let by_role = self.roles.find(self.text, self.items, found);
        let target = by_role.map_or_else(|| self.target(found), Target::Person);
        if found.head == Head::Pronoun {
            self.pronouns.insert(at, target.clone());
        }
        let gender = match &target {
            Target::Person(id) => self.people.get(*id).gender,
            Target::Phrase => self.phrase_gender(found),
            _ => Gender::Open,
        };
        if let Some(owner) = owner(self.items, found) {
            let target = named(self.text, self.items, self.people, &owner);
            if let Target::Person(id) = target {
                let gender = self.people.get(id).gender;
                let part = Part::Owns;
                self.entrances.push(Entrance { at, sentence, target, gender, part, who: Who::Named });
            }
        }
        if target != Target::Open {
            let who = if target == Target::Phrase { self.unnamed(found) } else { Who::Named };
            self.entrances.push(Entrance { at, sentence, target, gender, part, who });
        }
    }

    /// Whom a phrase without a name means.
    fn unnamed(&self, found: &Phrase) -> Who {
        let (at, head) = (found.items.start, &self.items[found.items.end - 1]);
        let joined = at.checked_sub(1).is_some_and(|before| self.items[before].is(CONJ));
        match head.is(ROLE | MALE_TITLE | FEMALE_TITLE) && !head.is(PLURAL | GROUP) {
            true if self.items[at].is(DEFINITE) || joined => Who::Known,
            true => Who::New,
            false => Who::Other,
        }
    }

    fn phrase_gender(&self, found: &Phrase) -> Gender {
        let head = &self.items[found.items.end - 1];
        sex(head.is(MALE_TITLE), head.is(FEMALE_TITLE))
    }

    /// Whom a phrase means.
    pub(crate) fn target(&self, found: &Phrase) -> Target {
        match &found.head {
            Head::Pronoun => {
                let at = found.items.start;
                match self.pronouns.get(&at) {
                    Some(target) => target.clone(),
                    None => self.antecedent(at),
                }
            }
            Head::Nobody => Target::Open,
            _ => named(self.text, self.items, self.people, found),
        }
    }
}

/// Whom a phrase means that is no pronoun.
pub(crate) fn named(text: &str, items: &[Token], people: &People, found: &Phrase) -> Target {
    let Head::Name(name, titled) = &found.head else { return Target::Phrase };
    let words = &items[name.clone()];
    let title = name.start.checked_sub(1).map(|before| &items[before]);
    let title = title.filter(|title| title.is(MALE_TITLE | FEMALE_TITLE));
    let gender = title.map_or(Gender::Open, |title| sex(title.is(MALE_TITLE), title.is(FEMALE_TITLE)));
    match people.find(text, words, gender) {
        Some(id) => Target::Person(id),
        None if words.len() == 1 && !titled && words[0].is(ROLE | TITLE) => Target::Phrase,
        None => Target::Name(full(text, words)),
    }
}
