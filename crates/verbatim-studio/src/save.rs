//! The document as a file: all of it, or what passes the check.

use verbatim_core::check::load;
use verbatim_core::finding::Severity;
use verbatim_core::wire::{self, Story};
use verbatim_draft::story::{drawn, prune, take_out};

use crate::document::{Document, Quizzes};
use crate::extra::{Extra, restored};

/// A file that was opened.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Opened {
    pub(crate) text: String,
    /// What was read of it.
    pub(crate) story: Story,
    /// What the format does not know.
    pub(crate) extras: Vec<Extra>,
}

/// A file that passes the check, and what that took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sound {
    /// The file's text.
    pub text: String,
    /// The words of what was left out.
    pub left_out: Vec<String>,
}

impl Document {
    /// The story as a file, faults and all. One that was opened and not changed is the very
    /// same text; what the format does not know stays in it.
    pub fn file(&self) -> String {
        self.file_of(&self.story())
    }

    fn file_of(&self, story: &Story) -> String {
        match &self.opened {
            Some(opened) if opened.story == *story => opened.text.clone(),
            Some(opened) => restored(story.to_json(), &opened.extras),
            None => story.to_json(),
        }
    }

    /// The story as a file that passes the check: without the facts, questions and quizzes that
    /// have errors, if that is enough; `None` where it is not.
    pub fn sound(&self) -> Option<Sound> {
        let mut story = self.story();
        let text = self.file_of(&story);
        if is_sound(&text) {
            return Some(Sound { text, left_out: Vec::new() });
        }
        let mut left_out = Vec::new();
        if let Some(opened) = &self.opened {
            left_out.extend(opened.extras.iter().map(Extra::name).map(str::to_owned));
        }
        // Each round takes something out, so this comes to an end.
        loop {
            if self.quizzes == Quizzes::Drawn {
                // Questions by hand rest on passages and people too.
                if story.questions.is_empty() {
                    prune(&mut story);
                }
                story.quizzes = drawn(&story).into_iter().collect();
            }
            let text = story.to_json();
            let findings = load(text.as_bytes()).findings;
            let worst = findings.iter().find(|finding| finding.severity() == Severity::Error);
            let Some(finding) = worst else { return Some(Sound { text, left_out }) };
            // A quiz that is drawn comes back with the next round.
            let is_asked = self.quizzes != Quizzes::Drawn || !finding.place.pointer.starts_with("/quizzes");
            let asked = |story| take_asked(story, &finding.place.pointer).filter(|_| is_asked);
            match take_out(&mut story, finding).or_else(|| asked(&mut story)) {
                Some(words) => left_out.push(words),
                None => return None,
            }
        }
    }
}

fn is_sound(text: &str) -> bool {
    load(text.as_bytes()).findings.iter().all(|finding| finding.severity() != Severity::Error)
}

/// Takes out the question or quiz that a finding is on.
fn take_asked(story: &mut wire::Story, pointer: &str) -> Option<String> {
    let mut parts = pointer.split('/').skip(1);
    let (list, index) = (parts.next()?, parts.next()?.parse::<usize>().ok()?);
    match list {
        "questions" if index < story.questions.len() => {
            let id = story.questions.remove(index).id().to_owned();
            for quiz in &mut story.quizzes {
                quiz.ask.retain(|asked| *asked != id);
            }
            Some(id)
        }
        "quizzes" if index < story.quizzes.len() => Some(story.quizzes.remove(index).title),
        _ => None,
    }
}
