//! The same quiz as the page plays, played by the core in this process: what the
//! page shows is compared with it.

use std::rc::Rc;

use anyhow::{Context, Result};
use unicode_normalization::UnicodeNormalization;
use verbatim_core::check;
use verbatim_core::model::Story;
use verbatim_core::session::{Mode, Session};

/// Reads a story that has nothing wrong with it.
pub fn story(bytes: &[u8]) -> Result<Rc<Story>> {
    let checked = check::load(bytes);
    let findings: Vec<String> = checked
        .findings
        .iter()
        .filter(|finding| finding.severity() == verbatim_core::finding::Severity::Error)
        .map(|finding| format!("{} at {}", finding.problem.code(), finding.place.pointer))
        .collect();
    anyhow::ensure!(findings.is_empty(), "the story has errors: {findings:?}");
    checked.story.map(Rc::new).context("there is no story")
}

/// A session of a quiz, as the page begins it.
pub fn session(story: &Rc<Story>, quiz: &str, seed: u32, mode: Mode) -> Result<Session> {
    let index = story.quiz(quiz).with_context(|| format!("the story has no quiz {quiz}"))?;
    Ok(Session::new(story.clone(), index, seed, mode, decompose))
}

/// Compatibility decomposition in small letters, which in the page the browser does.
pub fn decompose(text: &str) -> String {
    text.nfkd().collect::<String>().to_lowercase()
}
