//! A story as it came from its file: what can be played of it, or why nothing can.

use std::cell::{Cell, OnceCell};
use std::rc::Rc;

use verbatim_core::check::Checked;
use verbatim_core::digest::digest;
use verbatim_core::model::Story;

use super::Failure;

/// A story that was read and checked, or why it can't be played.
pub struct Opened {
    /// What can be played.
    pub story: Result<Rc<Story>, Failure>,
    /// What an author should know of a story that can be played all the same.
    pub warnings: Option<Failure>,
    /// The file, until its digest is asked for.
    file: Cell<Vec<u8>>,
    hash: OnceCell<String>,
}

impl Opened {
    /// Takes in what the check made of a file.
    pub fn new(outcome: Result<Checked, Failure>, file: Vec<u8>) -> Self {
        let (story, warnings) = Self::sorted(outcome);
        Self { story, warnings, file: Cell::new(file), hash: OnceCell::new() }
    }

    /// The digest of the file, by which its edition is told. It takes its time with a large file,
    /// and nobody waits for it before there is an answer.
    pub fn hash(&self) -> &str {
        self.hash.get_or_init(|| digest(&self.file.take()))
    }

    fn sorted(outcome: Result<Checked, Failure>) -> (Result<Rc<Story>, Failure>, Option<Failure>) {
        let (story, findings) = match outcome {
            Ok(checked) => (checked.story, checked.findings),
            Err(failure) => return (Err(failure), None),
        };
        let findings = (!findings.is_empty()).then(|| Failure::Findings(findings.into()));
        match (story, findings) {
            (Some(story), warnings) => {
                let plays = story.quizzes.iter().any(|quiz| !quiz.ask.is_empty() || !quiz.draw.is_empty());
                let story =
                    if plays { Ok(Rc::new(story)) } else { Err(warnings.clone().unwrap_or(Failure::Empty)) };
                (story, warnings)
            }
            (None, findings) => (Err(findings.unwrap_or(Failure::Empty)), None),
        }
    }
}
