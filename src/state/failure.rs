//! Why there is nothing to play, or not all of it. How that is told is
//! [`crate::messages`]'s to say.

use std::rc::Rc;

use verbatim_core::finding::Finding;
use verbatim_core::model::Story;

/// Something that keeps a story from being played, or part of it.
#[derive(Clone)]
pub enum Failure {
    /// The address is none that a story is loaded from.
    Address,
    /// Nothing came.
    Unreachable,
    /// The server has no story to give.
    Status {
        /// The status of its answer.
        status: u16,
        /// The address that was asked for.
        address: String,
    },
    /// The page gave something that is no plain data.
    NotPlain,
    /// Something came that is a page.
    NotAStory,
    /// Something came that is too much to read.
    TooLarge,
    /// Something came, and stopped half-way.
    Incomplete,
    /// The story asks nothing.
    Empty,
    /// The story has no such quiz.
    NoSuchQuiz {
        /// The quiz that was asked for.
        id: String,
        /// Those that there are.
        known: String,
    },
    /// The check found something.
    Findings(Rc<Vec<Finding>>),
}

impl Failure {
    /// Why a story did not come, by its code; a code that is not known counts as unreachable.
    pub fn loading(code: &str, status: u16, address: String) -> Self {
        let all = [
            Self::Address,
            Self::NotPlain,
            Self::TooLarge,
            Self::Incomplete,
            Self::Status { status, address },
        ];
        all.into_iter().find(|one| one.code() == code).unwrap_or(Self::Unreachable)
    }

    /// A stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Address => "story-address",
            Self::Unreachable => "story-unreachable",
            Self::Status { .. } => "story-status",
            Self::NotPlain => "story-object",
            Self::NotAStory => "story-not-json",
            Self::TooLarge => "story-too-large",
            Self::Incomplete => "story-incomplete",
            Self::Empty => "story-empty",
            Self::NoSuchQuiz { .. } => "quiz-unknown",
            Self::Findings(_) => "story-findings",
        }
    }

    /// Whether it may go better the next time.
    pub fn may_pass(&self) -> bool {
        !matches!(self, Self::Address | Self::NotPlain | Self::TooLarge | Self::NoSuchQuiz { .. })
    }

    /// A quiz that the story does not have.
    pub fn no_such_quiz(id: &str, story: &Story) -> Self {
        let known: Vec<&str> = story.quizzes.iter().map(|quiz| quiz.id.as_str()).collect();
        Self::NoSuchQuiz { id: id.to_owned(), known: known.join(", ") }
    }
}
