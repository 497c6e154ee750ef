//! Who is on the stage at each place of a text: the subjects of its sentences and
//! verbs of speech, in order, among whom a pronoun finds whom it means.

use rustc_hash::FxHashMap;

use crate::clause::{is_verb, subject};
use crate::lexicon::*;
use crate::people::{Gender, People, full, sex};
use crate::phrase::{Head, Phrase, is_lead, phrase};
use crate::speaker::inverted;
use crate::stream::ends_sentence;
use crate::token::{Kind, Token};

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

/// Somebody on the stage.
#[derive(Clone, Debug)]
struct Entrance {
    /// The item at which the mention begins.
    at: usize,
    target: Target,
    gender: Gender,
    /// Whether the subject of a verb of speech.
    speaks: bool,
}

/// The subjects of a text in order.
pub(crate) struct Cast<'a> {
    text: &'a str,
    items: &'a [Token],
    people: &'a People,
    entrances: Vec<Entrance>,
    /// Whom the pronouns mean that are subjects of a verb of speech, by item.
    pronouns: FxHashMap<usize, Target>,
}

/// How far back a pronoun looks, in items and in subjects.
const REACH: usize = 400;
const SUBJECTS: usize = 24;

impl<'a> Cast<'a> {
    /// Reads the subjects of the items.
    pub(crate) fn read(text: &'a str, items: &'a [Token], people: &'a People) -> Self {
        let mut cast = Self { text, items, people, entrances: Vec::new(), pronouns: FxHashMap::default() };
        let mut start = 0;
        let mut opens = true;
        let mut last = usize::MAX;
        for at in 0..items.len() {
            if opens {
                if is_lead(&items[at]) || items[at].kind == Kind::Quotation(0) {
                    continue;
                }
                opens = false;
                if let Some(found) = phrase(items, at) {
                    last = found.items.start;
                    cast.enter(&found, false);
                }
            }
            if ends_sentence(&items[at]) {
                start = at + 1;
                opens = true;
            } else if items[at].is(SPEECH) && items[at].is(STRONG) && is_verb(items, at) {
                let floor = start.max(at.saturating_sub(90));
                if let Some(found) = cast.doer(at, floor) {
                    if found.items.start == last {
                        if let Some(entrance) =
                            cast.entrances.last_mut().filter(|entrance| entrance.at == last)
                        {
                            entrance.speaks = true;
                        }
                    } else {
                        last = found.items.start;
                        cast.enter(&found, true);
                    }
                }
            }
        }
        cast
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

    fn enter(&mut self, found: &Phrase, speaks: bool) {
        let at = found.items.start;
        let target = self.target(found);
        if found.head == Head::Pronoun {
            self.pronouns.insert(at, target.clone());
        }
        let gender = match &target {
            Target::Person(id) => self.people.get(*id).gender,
            Target::Phrase => self.phrase_gender(found),
            _ => Gender::Open,
        };
        if target != Target::Open && self.entrances.last().is_none_or(|last| last.at < at) {
            self.entrances.push(Entrance { at, target, gender, speaks });
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
            _ => named(self.text, self.items, self.people, found),
        }
    }

    /// Whom the pronoun at an item means: the nearest subject before it that fits.
    fn antecedent(&self, at: usize) -> Target {
        let pronoun = &self.items[at];
        let gender = sex(pronoun.is(MALE_PRONOUN), pronoun.is(FEMALE_PRONOUN));
        if gender == Gender::Open {
            return Target::Open;
        }
        let known = self.entrances.partition_point(|entrance| entrance.at < at);
        let near = self.entrances[..known]
            .iter()
            .rev()
            .take(SUBJECTS)
            .take_while(|entrance| at - entrance.at < REACH);
        for entrance in near {
            match entrance.target {
                Target::Person(_) if entrance.gender.fits(gender) => return entrance.target.clone(),
                // Somebody without a name is meant, and the pronoun stays open with it.
                Target::Phrase if entrance.gender == gender => return Target::Open,
                _ => {}
            }
        }
        Target::Open
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
