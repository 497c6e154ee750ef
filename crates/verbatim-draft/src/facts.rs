//! What is found in a text, each fact with its place in it, the rule that found
//! it and how far it can be trusted.

use std::ops::Range;

use crate::event::{Before, Event, is_before};
pub use crate::quotation::Ending;
pub use crate::speaker::Rule;
use crate::timex::Timex;

/// How far a fact can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// May be accepted unread.
    Sure,
    /// Right more often than not: for a person to look at.
    Likely,
    /// For a person to decide.
    Unsure,
}

impl Tier {
    /// The tier's name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sure => "sure",
            Self::Likely => "likely",
            Self::Unsure => "unsure",
        }
    }
}

/// Who speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Speaker {
    /// Somebody the text names: the fullest form of the name that it has.
    Named(String),
    /// A source that the text does not name, as the phrase it has for it.
    Unnamed(String),
    /// The text does not say, or the rules can't tell.
    Open,
}

impl Speaker {
    /// The name or the phrase.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Named(name) | Self::Unnamed(name) => Some(name),
            Self::Open => None,
        }
    }
}

/// Words in quotation marks that somebody said or wrote.
#[derive(Clone, Debug)]
pub struct Quote {
    /// The words without their marks, as bytes of the text.
    pub words: Range<usize>,
    /// How the marks end.
    pub ending: Ending,
    /// Who speaks.
    pub speaker: Speaker,
    /// Whom the phrase for a source means by name, where the text says of one person that this
    /// is their role.
    pub means: Option<String>,
    /// The words that mention the speaker, as bytes of the text.
    pub mention: Option<Range<usize>>,
    /// The words that say who speaks, verb included, as bytes of the text.
    pub attribution: Option<Range<usize>>,
    /// Whether the mention is a pronoun.
    pub by_pronoun: bool,
    /// The rule that found the speaker.
    pub rule: Rule,
    /// How far the speaker can be trusted.
    pub tier: Tier,
    /// Quotations within this one, which its speaker passes on.
    pub inside: Vec<Quote>,
}

impl Quote {
    /// Who speaks, by name also where a role alone says so.
    pub fn named(&self) -> Speaker {
        self.means.clone().map_or_else(|| self.speaker.clone(), Speaker::Named)
    }
}

/// All that is found in a text.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The quotations, in the order of the text.
    pub quotes: Vec<Quote>,
    /// Dates and durations, in the order of the text.
    pub timex: Vec<Timex>,
    /// What happened, in the order of the text.
    pub events: Vec<Event>,
    /// Which event came first, where words of the text say so; dates may say more.
    pub order: Vec<Before>,
}

/// How many events are ordered by their dates: pairs grow with their square.
const DATED: usize = 200;

impl Facts {
    /// The pairs of events of which the first came before the second: by their
    /// dates, by the words of the text, and by one pair after another. Where the
    /// words contradict each other or the dates, no words are heard.
    pub fn ordered(&self) -> Vec<(usize, usize)> {
        let count = self.events.len().min(DATED);
        let mut before = vec![vec![false; count]; count];
        let dates: Vec<Option<&str>> =
            self.events.iter().take(count).map(|event| event.when.as_deref()).collect();
        for (one, earlier) in dates.iter().enumerate() {
            for (other, later) in dates.iter().enumerate() {
                if let (Some(earlier), Some(later)) = (earlier, later) {
                    before[one][other] = is_before(earlier, later);
                }
            }
        }
        let dated = before.clone();
        for edge in self.order.iter().filter(|edge| edge.earlier < count && edge.later < count) {
            before[edge.earlier][edge.later] = true;
        }
        close(&mut before);
        if (0..count).any(|at| before[at][at]) {
            before = dated;
        }
        let pairs = (0..count).flat_map(|one| (0..count).map(move |other| (one, other)));
        pairs.filter(|&(one, other)| before[one][other]).collect()
    }
}

/// Closes a relation transitively.
fn close(before: &mut [Vec<bool>]) {
    for middle in 0..before.len() {
        let after = before[middle].clone();
        for row in before.iter_mut().filter(|row| row[middle]) {
            for (cell, follows) in row.iter_mut().zip(&after) {
                *cell |= follows;
            }
        }
    }
}
