//! From a file to a story that can be played, or to everything that keeps it
//! from being one. Passing here is the only way to a [`Story`].
//!
//! Evidence fails closed: a fact or a question whose words are not found is
//! left out of the story, so whoever plays it regardless of the findings is
//! never asked it. Where an event or an order is wrong, no event is kept: with
//! one edge missing, other pairs would seem undecided that are not.

use std::mem::take;

use crate::decimal::decimal;
use crate::finding::{Finding, Problem};
use crate::json::{self, Path, SyntaxError, Target};
use crate::model::Story;
use crate::wire;

#[cfg(feature = "author")]
mod against;
mod evidence;
mod facts;
mod ids;
#[cfg(feature = "author")]
mod nearest;
mod order;
mod quizzes;
#[cfg(feature = "author")]
mod shape;
mod text;

#[cfg(feature = "author")]
pub use against::{Article, MAX_CARRIED_PERCENT, against};
pub(crate) use evidence::names;
#[cfg(feature = "author")]
pub use evidence::place;
pub use facts::MAX_PASSAGE_WORDS;
use ids::Ids;
pub(crate) use order::reason;
#[cfg(feature = "author")]
pub(crate) use text::closest;

/// What the check makes of a file.
#[derive(Debug, Default)]
pub struct Checked {
    /// What of the story can be played; `None` where the file is not a story.
    pub story: Option<Story>,
    /// Everything there is to say, in the order of the file's parts.
    pub findings: Vec<Finding>,
}

impl Checked {
    /// Whether there is any error among the findings.
    pub fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.severity() == crate::finding::Severity::Error)
    }
}

/// Reads and checks the text of a story file.
pub fn load(bytes: &[u8]) -> Checked {
    match json::read(bytes, wire::Story::read_root) {
        Ok((story, findings)) if findings.is_empty() => check(story),
        #[cfg(feature = "author")]
        Ok((story, misshapen)) => Checked { story: None, findings: shape::also_beyond(story, misshapen) },
        #[cfg(not(feature = "author"))]
        Ok((_, findings)) => Checked { story: None, findings },
        Err(SyntaxError { fault, offset }) => {
            let mut finding = Finding::at(&Path::Root, Problem::Syntax(fault));
            finding.place.target = Target::Within(offset..offset);
            Checked { story: None, findings: vec![finding] }
        }
    }
}

/// Checks a story that has the right shape.
pub fn check(mut wire: wire::Story) -> Checked {
    let mut checker = Checker::default();
    let story = checker.story(&mut wire);
    Checked { story, findings: checker.findings }
}

/// The findings so far, and the ids that may be named.
#[derive(Debug, Default)]
pub(crate) struct Checker {
    findings: Vec<Finding>,
    /// Whether each passage may be asked about; one that may not is only checked against.
    sound_passages: Vec<bool>,
    /// Where each passage that is kept stands in the file, as pointers to their texts.
    #[cfg(feature = "author")]
    passage_texts: Vec<String>,
    sources: Ids,
    passages: Ids,
    people: Ids,
    statements: Ids,
    events: Ids,
    questions: Ids,
}

impl Checker {
    /// Adds a finding on the value at a path.
    pub(crate) fn report(&mut self, at: &Path<'_>, problem: Problem) {
        self.findings.push(Finding::at(at, problem));
    }

    /// Takes the texts out of the records one by one: moved apart, a record would have code of
    /// its own for dropping what is left, at each place where that happens.
    fn story(&mut self, wire: &mut wire::Story) -> Option<Story> {
        let root = Path::Root;
        if wire.format != wire::FORMAT {
            let found = decimal(wire.format as usize);
            self.report(&root.field("format"), Problem::UnsupportedFormat { found });
            return None;
        }
        let sound = [
            self.id_form(&wire.id, &root.field("id")),
            self.filled(&wire.title, "a title", &root.field("title")),
            self.language(&wire.language, &root.field("language")),
        ];
        let (sources, passages) = self.sources(&mut wire.sources, &root.field("sources"));
        let people = self.people(&mut wire.people, &root.field("people"));
        let mut story = Story {
            schema: take(&mut wire.schema),
            id: take(&mut wire.id),
            language: take(&mut wire.language),
            title: take(&mut wire.title),
            summary: take(&mut wire.summary),
            sources,
            passages,
            people,
            statements: Vec::new(),
            events: Vec::new(),
            order: crate::order::Order::default(),
            questions: Vec::new(),
            quizzes: Vec::new(),
        };
        story.statements = self.statements(&mut wire.statements, &story, &root.field("statements"));
        if let Some((events, order)) = self.events(&mut wire.events, &wire.order, &story) {
            (story.events, story.order) = (events, order);
        } else {
            self.events.break_all();
        }
        story.questions = self.questions(&mut wire.questions, &story, &root.field("questions"));
        story.quizzes = self.quizzes(&mut wire.quizzes, &root.field("quizzes"));
        self.unused(&story);
        sound.iter().all(|part| *part).then_some(story)
    }
}
