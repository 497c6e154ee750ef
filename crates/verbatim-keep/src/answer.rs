//! What the widget tells: a detail of a sitting each time that something happens in it.

use serde::{Deserialize, Serialize};

/// Something that happened in a sitting.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Detail {
    /// The sitting's id.
    pub sitting: String,
    /// The story's id.
    pub story: String,
    /// The question's position from 0 on, or less than 0 where only the place changed.
    pub at: i32,
    /// What was done at the question. Opaque, but for how it begins: `a` answered,
    /// `s` skipped, `u` unseen.
    #[serde(default)]
    pub turn: String,
    /// Where the quiz stands. Opaque.
    pub place: String,
    /// What became of the sitting.
    pub state: State,
    /// With the first detail of a sitting.
    #[serde(default)]
    pub begin: Option<Begin>,
    /// Where the question was answered.
    #[serde(default)]
    pub answer: Option<Answer>,
}

/// What became of a sitting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// It goes on.
    Open,
    /// The reader went back to the choice of quizzes.
    Left,
    /// The result was shown.
    Finished,
}

impl State {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Left => "left",
            Self::Finished => "finished",
        }
    }
}

/// When feedback is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// After each answer.
    #[default]
    Practice,
    /// At the end; until then answers may change.
    Test,
}

impl Mode {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Practice => "practice",
            Self::Test => "test",
        }
    }
}

/// What never changes of a sitting.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Begin {
    /// The digest of the story's file.
    pub hash: String,
    /// The quiz's id; empty for a review.
    pub quiz: String,
    /// The seed that the quiz was drawn with.
    pub seed: u32,
    /// When feedback is shown.
    pub mode: Mode,
    /// The address of the story; empty where it has none.
    #[serde(default)]
    pub address: String,
    /// The story's title.
    pub title: String,
    /// The questions as they were put. Opaque.
    pub questions: String,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Answer {
    /// The question's id.
    pub question: String,
    /// Its kind: `who-said`, …
    pub kind: String,
    /// What was answered, by ids, or the words that were typed.
    pub response: Vec<String>,
    /// What it earned.
    pub points: Points,
    /// For how long the question was on the screen.
    pub milliseconds: f64,
    /// Whether a hint was given before.
    pub hinted: bool,
    /// Whether the same question was answered wrong just before.
    pub retry: bool,
    /// How sure the reader was.
    #[serde(default)]
    pub confidence: Confidence,
    /// What it says of each fact.
    pub facts: Vec<Fact>,
}

/// Points of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Points {
    /// How many it earned.
    pub earned: u32,
    /// How many it could earn.
    pub possible: u32,
}

/// How sure a reader was of an answer before seeing what it is worth. A number where it is
/// written: 1 to 3, and 0 where nobody asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(try_from = "u8", into = "u8")]
pub enum Confidence {
    /// Nobody asked.
    #[default]
    NotAsked,
    /// Not sure: 1.
    Low,
    /// Rather sure: 2.
    Middle,
    /// Sure: 3.
    High,
}

impl TryFrom<u8> for Confidence {
    type Error = &'static str;

    fn try_from(level: u8) -> Result<Self, Self::Error> {
        match level {
            0 => Ok(Self::NotAsked),
            1 => Ok(Self::Low),
            2 => Ok(Self::Middle),
            3 => Ok(Self::High),
            _ => Err("confidence goes from 0 to 3"),
        }
    }
}

impl From<Confidence> for u8 {
    fn from(confidence: Confidence) -> Self {
        confidence as Self
    }
}

/// What an answer says of a fact.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Fact {
    /// `statement:ID`, `event:ID` or `question:ID`.
    pub fact: String,
    /// What a person knows it by: the words of the statement, what happened, what is asked.
    pub label: String,
    /// Whether the answer has it right.
    pub right: bool,
}
