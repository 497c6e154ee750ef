//! What is marked in an article: words, the fact they carry, and what a person decided about it.

use std::ops::Range;

use serde::{Deserialize, Serialize};
use verbatim_draft::Tier;

/// A mark's name, for as long as its document lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Key(pub u32);

/// Words of an article and the fact they carry.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mark {
    /// Its name.
    pub key: Key,
    /// The words, as bytes of the article's text.
    pub words: Range<usize>,
    /// What they carry.
    pub fact: Fact,
    /// What was decided.
    pub state: State,
    /// Whether a person made or changed it: then it is not read anew.
    pub by_hand: bool,
}

/// What marked words carry.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Fact {
    /// Somebody's words.
    Said(Said),
    /// Something that happened.
    Happened(Happened),
    /// That one event came before another.
    Ordered(Ordered),
}

/// Words that somebody said.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Said {
    /// The part that is asked about, as bytes of the text; none where the words do
    /// nothing but pass on somebody else's.
    pub asked: Option<Range<usize>>,
    /// The id of who speaks.
    pub speaker: Option<String>,
    /// The id of who passes the words on, where they stand in somebody's words.
    pub reporter: Option<String>,
    /// The words that say who speaks, as bytes of the text.
    pub attribution: Option<Range<usize>>,
    /// How far the speaker can be trusted.
    pub trust: Trust,
    /// The rule that found the speaker; empty where a person did.
    pub rule: String,
    /// What makes the speaker doubtful; empty where nothing does.
    pub doubt: String,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Happened {
    /// What, in one clause that gives no date away.
    pub summary: String,
    /// When: a year, a month or a day; empty where the text does not say.
    pub when: String,
    /// How far it can be trusted; a desk of before this was kept has it from a person.
    #[serde(default)]
    pub trust: Trust,
}

/// That one event came before another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ordered {
    /// The mark of the earlier event.
    pub earlier: Key,
    /// The mark of the later event.
    pub later: Key,
}

/// What was decided about a mark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum State {
    /// Nothing yet.
    Proposed,
    /// It is in the story: the id of the statement or event, or the ids of the two
    /// events of an order with a space between.
    Accepted(String),
    /// It is not to be in the story.
    Rejected,
}

/// How far a proposal can be trusted, from the most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Trust {
    /// A person said so.
    #[default]
    Given,
    /// May be accepted unread.
    Sure,
    /// Right more often than not.
    Likely,
    /// For a person to decide.
    Unsure,
}

impl From<Tier> for Trust {
    fn from(tier: Tier) -> Self {
        match tier {
            Tier::Sure => Self::Sure,
            Tier::Likely => Self::Likely,
            Tier::Unsure => Self::Unsure,
        }
    }
}

impl Mark {
    /// The id in the story, where it is in it.
    pub fn accepted(&self) -> Option<&str> {
        match &self.state {
            State::Accepted(id) => Some(id),
            State::Proposed | State::Rejected => None,
        }
    }

    /// What was said, where that is what it marks.
    pub fn said(&self) -> Option<&Said> {
        match &self.fact {
            Fact::Said(said) => Some(said),
            Fact::Happened(_) | Fact::Ordered(_) => None,
        }
    }

    /// Whether it waits for a person's word.
    pub fn is_open(&self) -> bool {
        self.state == State::Proposed
    }

    /// Whether it can be decided and is not: words that only pass on somebody else's can't.
    pub fn waits(&self) -> bool {
        self.is_open() && self.said().is_none_or(|said| said.asked.is_some())
    }

    /// Whether it may be accepted unread.
    pub fn is_sure(&self) -> bool {
        self.said().is_some_and(|said| said.trust == Trust::Sure && said.asked.is_some())
    }

    /// Whether two marks stand for one finding: the same words and sort of fact.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        self.words == other.words && std::mem::discriminant(&self.fact) == std::mem::discriminant(&other.fact)
    }

    /// Whether its words share any with those of another of the same sort.
    pub(crate) fn is_in(&self, other: &Self) -> bool {
        let shares = self.words.start < other.words.end && other.words.start < self.words.end;
        shares && std::mem::discriminant(&self.fact) == std::mem::discriminant(&other.fact)
    }
}
