//! The order of a quiz's questions: what one question shows should not answer
//! a later one, where that can be avoided.

use crate::kind::deal::{events, statements};
use crate::model::{Ask, EventIx, Evidence, PassageIx, StatementIx, Story};
use crate::pose::Posed;

/// In longer quizzes nobody remembers, and the comparison of all pairs would cost.
const LONGEST: usize = 200;

/// Something that a question asks for, or shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Knowledge {
    /// Who uttered a statement.
    Speaker(StatementIx),
    /// The words of a statement.
    Words(StatementIx),
    /// When an event happened among others.
    Time(EventIx),
    /// What a passage says.
    Passage(PassageIx),
}

/// Puts the questions in an order in which each, as far as possible, comes
/// before those that show its answer; else they stay as they are.
pub(super) fn arrange(questions: Vec<Posed>, story: &Story) -> Vec<Posed> {
    if questions.len() > LONGEST {
        return questions;
    }
    let asked: Vec<Vec<Knowledge>> = questions.iter().map(|one| asked(&one.question(story).ask)).collect();
    let shown: Vec<Vec<Knowledge>> =
        questions.iter().map(|one| shown(&one.question(story).ask, story)).collect();
    let gives_away =
        |one: usize, other: usize| one != other && asked[other].iter().any(|it| shown[one].contains(it));
    let mut left: Vec<usize> = (0..questions.len()).collect();
    let mut order = Vec::with_capacity(left.len());
    while !left.is_empty() {
        let cost = |one: &usize| left.iter().filter(|other| gives_away(*one, **other)).count();
        let next = (0..left.len()).min_by_key(|at| cost(&left[*at])).unwrap_or_default();
        order.push(left.remove(next));
    }
    let mut questions: Vec<Option<Posed>> = questions.into_iter().map(Some).collect();
    order.into_iter().filter_map(|index| questions[index].take()).collect()
}

/// What a reader has to know to answer.
fn asked(ask: &Ask) -> Vec<Knowledge> {
    match ask {
        Ask::Cloze { statement, .. } => vec![Knowledge::Words(*statement)],
        _ => {
            let mut asked: Vec<Knowledge> = statements(ask).iter().copied().map(Knowledge::Speaker).collect();
            asked.extend(events(ask).iter().copied().map(Knowledge::Time));
            asked.extend(ask.evidence().iter().map(|one| Knowledge::Passage(one.passage)));
            asked
        }
    }
}

/// What a reader knows after the question and its feedback.
fn shown(ask: &Ask, story: &Story) -> Vec<Knowledge> {
    let mut shown: Vec<Knowledge> = events(ask).iter().copied().map(Knowledge::Time).collect();
    shown.extend(statements(ask).iter().copied().map(Knowledge::Words));
    let passages: Vec<PassageIx> = evidence(ask, story).iter().map(|one| one.passage).collect();
    shown.extend(passages.iter().copied().map(Knowledge::Passage));
    for statement in story.statement_indices() {
        if passages.contains(&story[statement].quote.passage) {
            shown.push(Knowledge::Words(statement));
            shown.push(Knowledge::Speaker(statement));
        }
    }
    shown
}

/// The words that a question's feedback rests on.
fn evidence(ask: &Ask, story: &Story) -> Vec<Evidence> {
    let of_statements = statements(ask).iter().flat_map(|one| [story[*one].quote, story[*one].attribution]);
    let of_events = events(ask).iter().flat_map(|one| story[*one].evidence.iter().copied());
    of_statements.chain(of_events).chain(ask.evidence().iter().copied()).collect()
}
