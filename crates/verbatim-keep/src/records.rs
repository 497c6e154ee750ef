//! The records, one type a table; [`crate::record`] has how they are written.

use serde::{Deserialize, Serialize};

use crate::answer::{Answer, Mode, State};
use crate::record::Record;
use crate::schedule::Memory;

/// A story that was played; under its id.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Story {
    /// Its title.
    pub title: String,
    /// Where it is; empty where it has no address.
    pub address: String,
}

impl Record for Story {}

/// What never changes of a sitting; under story and sitting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sitting {
    /// The digest of the story's file.
    pub hash: String,
    /// The quiz's id; empty for a review.
    pub quiz: String,
    /// The seed that the quiz was drawn with.
    pub seed: u32,
    /// When feedback is shown.
    pub mode: Mode,
    /// The questions as they were put.
    pub questions: String,
    /// When it began, in milliseconds since 1970.
    pub begun: u64,
}

impl Record for Sitting {}

/// What was done at a question; under sitting and position.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Turn {
    /// The widget's text, which begins with `a`, `s` or `u`.
    pub turn: String,
    /// When, in milliseconds since 1970.
    pub saved: u64,
}

impl Turn {
    /// Whether the question was answered.
    pub fn is_answered(&self) -> bool {
        self.turn.starts_with('a')
    }
}

impl Record for Turn {}

/// Where a sitting stands; under story and sitting. The mode is here as well, so that a save
/// need not read the questions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// The widget's text.
    pub place: String,
    /// What became of the sitting.
    pub state: State,
    /// When feedback is shown.
    pub mode: Mode,
    /// When it was touched last, in milliseconds since 1970.
    pub touched: u64,
}

impl Record for Place {}

/// An answer in the log; under its time, sitting, position and a number by chance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Logged {
    /// When, in milliseconds since 1970.
    pub given: u64,
    /// The story's id.
    pub story: String,
    /// The sitting's id.
    pub sitting: String,
    /// The question's position.
    pub at: i32,
    /// Whether it counts as evidence of what the reader knows. It does not where the same
    /// question of the same sitting had been answered, and its feedback seen, in another tab.
    pub counts: bool,
    /// The answer.
    pub answer: Answer,
}

impl Record for Logged {}

/// What is known of a learner's memory of a fact; under story and fact.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// What a person knows the fact by.
    pub label: String,
    /// The kind of question that asked for it last.
    pub kind: String,
    /// The memory after the last review.
    pub memory: Memory,
    /// The turn that was the last review: its key.
    pub by: String,
    /// The memory before the last review, for where that answer is replaced by another.
    pub before: Option<Memory>,
}

impl Record for Card {
    fn is_possible(&self) -> bool {
        self.memory.is_possible() && self.before.as_ref().is_none_or(Memory::is_possible)
    }
}

/// A record that could not be read; under its table, its key and a digest of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Aside {
    /// The table that it was found in.
    pub table: String,
    /// The key that it was found under.
    pub key: String,
    /// Why: `broken`, `foreign` or `newer`.
    pub reason: String,
    /// It.
    pub text: String,
}

impl Record for Aside {}
