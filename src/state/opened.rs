//! A story as it came from its file: what can be played of it, or why nothing can.

use std::rc::Rc;

use verbatim_core::check::Checked;
use verbatim_core::model::Story;

use super::Failure;

/// A story that was read and checked, or why it can't be played.
pub struct Opened {
    /// What can be played.
    pub story: Result<Rc<Story>, Failure>,
    /// What an author should know of a story that can be played all the same.
    pub warnings: Option<Failure>,
    /// The digest of the file, by which its edition is told.
    pub hash: String,
}

impl Opened {
    /// Takes in what the check made of a file.
    pub fn new(outcome: Result<Checked, Failure>, hash: String) -> Self {
        let (story, findings) = match outcome {
            Ok(checked) => (checked.story, checked.findings),
            Err(failure) => return Self { story: Err(failure), warnings: None, hash },
        };
        let findings = (!findings.is_empty()).then(|| Failure::Findings(findings.into()));
        match (story, findings) {
            (Some(story), warnings) => {
                let plays = story.quizzes.iter().any(|quiz| !quiz.ask.is_empty() || !quiz.draw.is_empty());
                let story =
                    if plays { Ok(Rc::new(story)) } else { Err(warnings.clone().unwrap_or(Failure::Empty)) };
                Self { story, warnings, hash }
            }
            (None, findings) => Self { story: Err(findings.unwrap_or(Failure::Empty)), warnings: None, hash },
        }
    }
}
