//! Questions written by hand, quizzes, and what nothing uses.

use std::mem::take;

use super::{Checker, Ids};
#[cfg(feature = "author")]
use crate::finding::Finding;
use crate::finding::Problem;
use crate::json::Path;
use crate::kind;
#[cfg(feature = "author")]
use crate::model::{Ask, Evidence, Kind, QuizIx};
use crate::model::{Question, Quiz, Story};
use crate::wire;

impl Checker {
    pub(super) fn questions(
        &mut self,
        questions: &mut [wire::Question],
        story: &Story,
        at: &Path<'_>,
    ) -> Vec<Question> {
        self.questions = Ids::declare(self, "a question", questions.iter().map(wire::Question::id), at);
        let mut kept = Vec::with_capacity(questions.len());
        for (index, question) in questions.iter_mut().enumerate() {
            let Some(question) = kind::check(question, story, self, &at.item(index)) else { continue };
            if self.questions.keep(&question.id) {
                kept.push(question);
            }
        }
        kept
    }

    pub(super) fn quizzes(&mut self, quizzes: &mut [wire::Quiz], at: &Path<'_>) -> Vec<Quiz> {
        let mut ids = Ids::declare(self, "a quiz", quizzes.iter().map(|quiz| quiz.id.as_str()), at);
        if quizzes.is_empty() {
            self.report(at, Problem::Empty { what: "the list of quizzes" });
        }
        let mut kept: Vec<Quiz> = Vec::with_capacity(quizzes.len());
        for (index, quiz) in quizzes.iter_mut().enumerate() {
            let here = at.item(index);
            self.filled(&quiz.title, "a title", &here.field("title"));
            let places = here.field("ask");
            let mut ask = Vec::with_capacity(quiz.ask.len());
            for (index, id) in quiz.ask.iter().enumerate() {
                ask.extend(self.question(id, &places.item(index)));
            }
            if quiz.ask.is_empty() && quiz.draw.0.iter().all(|(_, count)| *count == 0) {
                self.report(&here, Problem::EmptyQuiz);
            } else if ids.keep(&quiz.id) {
                kept.push(Quiz {
                    id: take(&mut quiz.id),
                    title: take(&mut quiz.title),
                    summary: take(&mut quiz.summary),
                    ask,
                    draw: take(&mut quiz.draw.0),
                });
            }
        }
        kept
    }

    /// Draws every quiz once, to see whether there is as much as it asks for, and
    /// looks for what no fact and no quiz makes use of.
    pub(super) fn unused(&mut self, story: &Story) {
        // With something left out already, whatever rests on it would be told again.
        if !self.findings.is_empty() {
            return;
        }
        #[cfg(feature = "author")]
        {
            self.drawable(story);
            self.unused_facts(story);
        }
        #[cfg(not(feature = "author"))]
        let _ = story;
    }
}

#[cfg(feature = "author")]
impl Checker {
    fn drawable(&mut self, story: &Story) {
        let root = Path::Root;
        let quizzes = root.field("quizzes");
        for (index, quiz) in story.quizzes.iter().enumerate() {
            let drawn = crate::draw::draw(story, QuizIx::new(index), 0);
            for (kind, wanted) in &quiz.draw {
                let of_kind = |one: &&crate::pose::Posed| one.kind(story) == *kind;
                let asked = quiz.ask.iter().filter(|one| story[**one].ask.kind() == *kind).count();
                let available = drawn.iter().filter(of_kind).count().saturating_sub(asked);
                if available < *wanted as usize {
                    let here = quizzes.item(index);
                    let here = here.field("draw");
                    let problem = Problem::TooFewToDraw { kind: kind.name(), wanted: *wanted, available };
                    self.report(&here.field(kind.name()), problem);
                }
            }
        }
    }

    fn unused_facts(&mut self, story: &Story) {
        let root = Path::Root;
        let mut used: Vec<Evidence> = Vec::new();
        let mut people = vec![false; story.people.len()];
        for statement in &story.statements {
            used.extend([statement.quote, statement.attribution]);
            let others = statement.reported_by.iter().copied().chain(statement.to);
            others.chain([statement.speaker]).for_each(|person| people[person.index()] = true);
        }
        used.extend(story.events.iter().flat_map(|event| event.evidence.iter().copied()));
        used.extend(story.order.stated().iter().flat_map(|stated| stated.evidence.iter().copied()));
        for question in &story.questions {
            used.extend(question.ask.evidence());
            match &question.ask {
                Ask::Choice { options, .. } => {
                    used.extend(options.iter().flat_map(|option| option.evidence.iter().copied()));
                }
                Ask::WhoSaid { options, .. } => {
                    options.iter().for_each(|person| people[person.index()] = true)
                }
                _ => {}
            }
        }
        let mut passages = vec![false; story.passages.len()];
        used.iter().for_each(|evidence| passages[evidence.passage.index()] = true);
        for (index, _) in passages.iter().enumerate().filter(|(_, used)| !**used) {
            if let Some(text) = self.passage_texts.get(index) {
                let mut finding = Finding::at(&root, Problem::UnusedPassage);
                finding.place.pointer = text.trim_end_matches("/text").to_owned();
                self.findings.push(finding);
            }
        }
        for (index, _) in people.iter().enumerate().filter(|(_, used)| !**used) {
            self.report(&root.field("people").item(index), Problem::UnusedPerson);
        }
        let drawn: Vec<Kind> =
            story.quizzes.iter().flat_map(|quiz| quiz.draw.iter().map(|(kind, _)| *kind)).collect();
        for (index, question) in story.questions.iter().enumerate() {
            let asked = story.quizzes.iter().any(|quiz| quiz.ask.iter().any(|one| one.index() == index));
            if !asked && !drawn.contains(&question.ask.kind()) {
                self.report(&root.field("questions").item(index), Problem::UnaskedQuestion);
            }
        }
    }
}
