//! Why there is nothing to play, or not all of it: a code for the host page, and
//! what is wrong, where, and what to do for whoever reads the page.

use verbatim_core::finding::Finding;
use verbatim_core::model::Story;

use crate::messages as say;

/// Something that keeps a story from being played, or part of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Failure {
    /// A stable code.
    pub code: &'static str,
    /// What is wrong, as a sentence.
    pub message: String,
    /// What to do, as a sentence.
    pub advice: &'static str,
    /// What the check has to say, in order.
    pub findings: Vec<Found>,
    /// Whether it may go better the next time.
    pub retry: bool,
}

/// A finding, in words.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Found {
    /// Its stable code.
    pub code: &'static str,
    /// A JSON Pointer to its place.
    pub pointer: String,
    /// What is wrong.
    pub message: String,
}

impl Failure {
    /// A failure before there was anything to check.
    pub fn new(code: &'static str, message: String, advice: &'static str, retry: bool) -> Self {
        Self { code, message, advice, findings: Vec::new(), retry }
    }

    /// A story in which the check found something.
    pub fn of_findings(findings: &[Finding]) -> Self {
        let found = findings.iter().map(|finding| Found {
            code: finding.problem.code(),
            pointer: finding.place.pointer.clone(),
            message: finding.problem.message(),
        });
        Self {
            code: "story-findings",
            message: say::FAULTY_STORY.to_owned(),
            advice: say::CHECK_THE_STORY,
            findings: found.collect(),
            retry: true,
        }
    }

    /// A story that asks nothing.
    pub fn empty() -> Self {
        Self::new("story-empty", say::EMPTY_STORY.to_owned(), say::ADD_A_QUIZ, true)
    }

    /// A quiz that the story does not have.
    pub fn no_such_quiz(id: &str, story: &Story) -> Self {
        let known: Vec<&str> = story.quizzes.iter().map(|quiz| quiz.id.as_str()).collect();
        Self::new("quiz-unknown", say::no_such_quiz(id, &known), say::CHECK_THE_ADDRESS, false)
    }
}
