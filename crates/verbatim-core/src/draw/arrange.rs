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
    let mut left = Vec::with_capacity(questions.len());
    for posed in questions {
        let ask = &posed.question(story).ask;
        let (asked, shown) = (asked(ask), shown(ask, story));
        left.push((posed, asked, shown));
    }
    let mut order = Vec::with_capacity(left.len());
    while !left.is_empty() {
        let (mut next, mut least) = (0, usize::MAX);
        for (at, (.., shown)) in left.iter().enumerate() {
            let mut given_away = 0;
            for (other, (_, asked, _)) in left.iter().enumerate() {
                given_away += usize::from(other != at && asked.iter().any(|it| shown.contains(it)));
            }
            if given_away < least {
                (next, least) = (at, given_away);
            }
        }
        order.push(left.remove(next).0);
    }
    order
}

/// What a reader has to know to answer.
fn asked(ask: &Ask) -> Vec<Knowledge> {
    if let Ask::Cloze { statement, .. } = ask {
        return vec![Knowledge::Words(*statement)];
    }
    let mut asked = Vec::new();
    for statement in statements(ask) {
        asked.push(Knowledge::Speaker(*statement));
    }
    for event in events(ask) {
        asked.push(Knowledge::Time(*event));
    }
    for evidence in ask.evidence() {
        asked.push(Knowledge::Passage(evidence.passage));
    }
    asked
}

/// What a reader knows after the question and its feedback.
fn shown(ask: &Ask, story: &Story) -> Vec<Knowledge> {
    let mut shown = Vec::new();
    let show = |evidence: &[Evidence], shown: &mut Vec<Knowledge>| {
        for one in evidence {
            shown.push(Knowledge::Passage(one.passage));
        }
    };
    for event in events(ask) {
        shown.push(Knowledge::Time(*event));
        show(&story[*event].evidence, &mut shown);
    }
    for statement in statements(ask) {
        shown.push(Knowledge::Words(*statement));
        show(&[story[*statement].quote, story[*statement].attribution], &mut shown);
    }
    show(ask.evidence(), &mut shown);
    for statement in story.statement_indices() {
        if shown.contains(&Knowledge::Passage(story[statement].quote.passage)) {
            shown.push(Knowledge::Words(statement));
            shown.push(Knowledge::Speaker(statement));
        }
    }
    shown
}
