//! The kinds of question, a module each: how one written by hand is checked,
//! which ones the facts give, how one is put to a reader, and how it is written
//! back to a file. This module only hands out the work.

use std::mem::take;

use crate::check::Checker;
use crate::decimal::decimal;
use crate::finding::Problem;
use crate::json::Path;
use crate::model::{Ask, Kind, Question, Story};
use crate::pose::Task;
use crate::wire;

pub(crate) mod deal;

mod before_after;
mod choice;
mod cloze;
mod match_up;
mod proof;
mod recall;
mod said_what;
mod sequence;
mod verdict;
mod who_said;

use deal::{Dealer, Usage};
pub(crate) use recall::{recall, task_again};

/// Checks a question written by hand.
pub(crate) fn check(
    question: &mut wire::Question,
    story: &Story,
    checker: &mut Checker,
    at: &Path<'_>,
) -> Option<Question> {
    use wire::Question as Wire;
    let ask = match &mut *question {
        Wire::WhoSaid(question) => who_said::check(question, story, checker, at),
        Wire::SaidWhat(question) => said_what::check(question, story, checker, at),
        Wire::Match(question) => match_up::check(question, story, checker, at),
        Wire::Sequence(question) => sequence::check(question, story, checker, at),
        Wire::BeforeAfter(question) => before_after::check(question, story, checker, at),
        Wire::Choice(question) => choice::check(question, story, checker, at),
        Wire::Verdict(question) => verdict::check(question, story, checker, at),
        Wire::Cloze(question) => cloze::check(question, story, checker, at),
        Wire::Proof(question) => proof::check(question, story, checker, at),
    }?;
    let (id, hint, note) = question.shared_mut();
    Some(Question { id: take(id), hint: take(hint), note: take(note), ask })
}

/// Questions of a kind that the facts give: all of them, or where they are too
/// many a random few, with those first that use what was used least.
pub(crate) fn candidates(kind: Kind, story: &Story, usage: &Usage, dealer: &mut Dealer) -> Vec<Ask> {
    match kind {
        Kind::WhoSaid => who_said::candidates(story),
        Kind::SaidWhat => said_what::candidates(story),
        Kind::Match => match_up::candidates(story, usage, dealer),
        Kind::Sequence => sequence::candidates(story, usage, dealer),
        Kind::BeforeAfter => before_after::candidates(story, dealer),
        Kind::Cloze => cloze::candidates(story),
        Kind::Proof => proof::candidates(story),
        // What is to choose from and what is true of a claim, only an author knows.
        Kind::Choice | Kind::Verdict => Vec::new(),
    }
}

/// Puts a question to a reader.
pub(crate) fn task(question: &Question, story: &Story, dealer: &mut Dealer) -> Task {
    match &question.ask {
        Ask::WhoSaid { statement, options } => who_said::task(*statement, options, story, dealer),
        Ask::SaidWhat { statement, options } => said_what::task(*statement, options, story, dealer),
        Ask::Match { statements } => match_up::task(statements, story, dealer),
        Ask::Sequence { events } => sequence::task(events, story, dealer),
        Ask::BeforeAfter { events, .. } => before_after::task(*events, story, dealer),
        Ask::Choice { options, several, .. } => choice::task(options, *several, dealer),
        Ask::Verdict { verdict, .. } => verdict::task(*verdict),
        Ask::Cloze { statement, gap, .. } => Task::Type { statement: *statement, gap: *gap },
        Ask::Proof { evidence, .. } => proof::task(*evidence, story),
    }
}

/// The question as a file holds it.
pub(crate) fn to_wire(question: &Question, story: &Story) -> wire::Question {
    use wire::Question as Wire;
    match &question.ask {
        Ask::WhoSaid { statement, options } => {
            Wire::WhoSaid(who_said::to_wire(question, *statement, options, story))
        }
        Ask::SaidWhat { statement, options } => {
            Wire::SaidWhat(said_what::to_wire(question, *statement, options, story))
        }
        Ask::Match { statements } => Wire::Match(match_up::to_wire(question, statements, story)),
        Ask::Sequence { events } => Wire::Sequence(sequence::to_wire(question, events, story)),
        Ask::BeforeAfter { events, first } => {
            Wire::BeforeAfter(before_after::to_wire(question, *events, *first, story))
        }
        Ask::Choice { prompt, several, options, evidence } => {
            Wire::Choice(choice::to_wire(question, prompt, *several, options, evidence, story))
        }
        Ask::Verdict { claim, source, verdict, evidence } => {
            Wire::Verdict(verdict::to_wire(question, claim, *source, *verdict, evidence, story))
        }
        Ask::Cloze { statement, gap, accept } => {
            Wire::Cloze(cloze::to_wire(question, *statement, *gap, accept, story))
        }
        Ask::Proof { claim, evidence } => Wire::Proof(proof::to_wire(question, claim, *evidence, story)),
    }
}

/// Whether a question that was drawn asks what another question asks already.
pub(crate) fn is_same(one: &Ask, other: &Ask) -> bool {
    match (one, other) {
        (Ask::WhoSaid { statement: one, .. }, Ask::WhoSaid { statement: other, .. })
        | (Ask::SaidWhat { statement: one, .. }, Ask::SaidWhat { statement: other, .. }) => one == other,
        (Ask::Cloze { gap: one, .. }, Ask::Cloze { gap: other, .. }) => one == other,
        (Ask::Proof { evidence: one, .. }, Ask::Proof { evidence: other, .. }) => one == other,
        (Ask::Match { statements: one }, Ask::Match { statements: other }) => deal::same_set(one, other),
        (Ask::Sequence { events: one }, Ask::Sequence { events: other }) => deal::same_set(one, other),
        (Ask::BeforeAfter { events: one, .. }, Ask::BeforeAfter { events: other, .. }) => {
            deal::same_set(one, other)
        }
        // What only an author knows is never drawn.
        _ => false,
    }
}

/// The question that a candidate comes to, named after its kind and what it asks.
pub(crate) fn drawn(mut ask: Ask, story: &Story) -> Question {
    if let Ask::Sequence { events } = &mut ask {
        *events = sequence::in_order(events, story);
    }
    let mut id = ask.kind().name().to_owned();
    let mut add = |part: &str| {
        id.push(':');
        id.push_str(part);
    };
    let mut hint = None;
    match &ask {
        Ask::WhoSaid { statement, .. } | Ask::SaidWhat { statement, .. } => {
            add(&story[*statement].id);
            hint = story[*statement].hint.clone().filter(|_| matches!(ask, Ask::WhoSaid { .. }));
        }
        Ask::Cloze { statement, gap, .. } => {
            add(&story[*statement].id);
            add(&decimal(gap.start as usize));
        }
        Ask::Proof { evidence, .. } => {
            add(&story[evidence.passage].id);
            add(&decimal(evidence.start as usize));
        }
        Ask::Match { statements } => statements.iter().for_each(|one| add(&story[*one].id)),
        Ask::Sequence { events } => events.iter().for_each(|one| add(&story[*one].id)),
        Ask::BeforeAfter { events, .. } => events.iter().for_each(|one| add(&story[*one].id)),
        Ask::Choice { .. } | Ask::Verdict { .. } => {}
    }
    Question { id, hint, note: None, ask }
}

/// A question with a task that has nothing to choose can't be asked.
pub(crate) fn is_askable(task: &Task) -> bool {
    match task {
        Task::One { offers, .. } | Task::Several { offers, .. } => offers.len() > 1,
        Task::Match { statements, .. } => statements.len() > 1,
        Task::Arrange { events } => events.len() > 2,
        Task::Type { .. } => true,
    }
}

impl Checker {
    /// Reports a list that has too few or too many parts.
    fn counted(
        &mut self,
        sound: bool,
        what: &'static str,
        expected: &'static str,
        found: usize,
        at: &Path<'_>,
    ) -> bool {
        if !sound {
            self.report(at, Problem::WrongCount { what, expected, found });
        }
        sound
    }
}
