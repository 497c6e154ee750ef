//! Tells who stands in the foreground: of one sentence, and of those before a pronoun.

use std::ops::Range;

use super::{Cast, Entrance, Part, Target, Who};
use crate::lexicon::*;
use crate::people::{Gender, sex};
use crate::phrase::{Head, Phrase, phrase};

/// How far back a pronoun looks, in items and in subjects.
const REACH: usize = 400;
const SUBJECTS: usize = 40;

impl Cast<'_> {
    /// The phrase for whoever stands in the foreground of a sentence, where that is a person.
    pub(crate) fn leader(&self, sentence: Range<usize>) -> Option<Phrase> {
        let within = self.within(&sentence);
        let first = within
            .iter()
            .filter(|entrance| entrance.part <= Part::Leads)
            .min_by_key(|entrance| entrance.part)?;
        // Who else does something in it may be the one who speaks.
        let other = |entrance: &Entrance| {
            entrance.part <= Part::Acts && entrance.who != Who::Other && entrance.target != first.target
        };
        if within.iter().any(other) {
            return None;
        }
        // Who is called by a role alone keeps it, though a pronoun means them as well.
        let same =
            within.iter().filter(|entrance| entrance.part <= Part::Acts && entrance.target == first.target);
        let mut phrases = same.filter_map(|entrance| phrase(self.items, entrance.at));
        let by_role = phrases.find(|found| found.head == Head::Noun);
        let leader = by_role.or_else(|| phrase(self.items, first.at));
        // Where only a pronoun says who acts, whom it means and whether they speak would both be guessed.
        leader.filter(|leader| matches!(first.target, Target::Person(_)) && leader.head != Head::Pronoun)
    }

    /// Whether a sentence is about people without a name: `voters shouted`, `a man agreed`.
    pub(crate) fn leads_unnamed(&self, sentence: Range<usize>) -> bool {
        let leads = self.within(&sentence).iter().filter(|entrance| entrance.part <= Part::Leads);
        let people = |at: usize| {
            let found = phrase(self.items, at);
            found.is_some_and(|found| self.items[found.items.end - 1].is(ROLE | SOMEBODY))
        };
        let mut leads = leads.peekable();
        leads.peek().is_some()
            && leads.all(|entrance| entrance.target == Target::Phrase && people(entrance.at))
    }

    /// Who is on the stage in a sentence.
    fn within(&self, sentence: &Range<usize>) -> &[Entrance] {
        let place = |at: usize| self.entrances.partition_point(|entrance| entrance.at < at);
        self.entrances.get(place(sentence.start)..place(sentence.end)).unwrap_or_default()
    }

    /// Whom the pronoun at an item means: whoever fits and stands in the foreground of
    /// the nearest sentence that has anybody who does.
    pub(super) fn antecedent(&self, at: usize) -> Target {
        let pronoun = &self.items[at];
        let gender = sex(pronoun.is(MALE_PRONOUN), pronoun.is(FEMALE_PRONOUN));
        if gender == Gender::Open {
            return Target::Open;
        }
        let known = self.entrances.partition_point(|entrance| entrance.at < at);
        let floor = known.saturating_sub(SUBJECTS);
        let near = self.entrances.get(floor..known).unwrap_or_default();
        let near = &near[near.partition_point(|entrance| at - entrance.at >= REACH)..];
        let is_person = |entrance: &&Entrance| matches!(entrance.target, Target::Person(_));
        let is_unnamed = |entrance: &&Entrance| entrance.who == Who::New;
        let is_named = |entrance: &&Entrance| {
            is_person(entrance) && entrance.part == Part::Named && entrance.gender == gender
        };
        for (steps, sentence) in near.chunk_by(|one, other| one.sentence == other.sentence).rev().enumerate()
        {
            let stands = |entrance: &&Entrance| {
                (is_person(entrance) || is_unnamed(entrance))
                    && entrance.part != Part::Named
                    && entrance.gender.fits(gender)
            };
            let found = sentence
                .iter()
                .filter(stands)
                .min_by_key(|entrance| entrance.distance(gender))
                // Who is only named is meant where the sentence before has nobody else.
                .or_else(|| {
                    let others = sentence.iter().any(|other| is_unnamed(&other) && other.gender.fits(gender));
                    sentence.iter().rfind(is_named).filter(|_| steps == 0 && !others)
                });
            if let Some(found) = found {
                // Somebody without a name is meant, and the pronoun stays open with it.
                return if is_person(&found) { found.target.clone() } else { Target::Open };
            }
            if sentence.iter().any(|entrance| is_unnamed(&entrance) && entrance.gender == gender) {
                return Target::Open;
            }
        }
        Target::Open
    }
}
