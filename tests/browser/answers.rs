//! Which answer a test gives: made from what the core says is right.

use verbatim_core::model::{Ask, Story};
use verbatim_core::pose::{Posed, Response, Task};
use verbatim_core::session::Action;

/// How right the answers are to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// Fully.
    Right,
    /// As wrong as they can be.
    Wrong,
}

/// A word that is missing from no quotation.
const WRONG_WORD: &str = "xylophone";

/// An answer. Where there are several wrong ones, `turn` says which.
pub fn answer(posed: &Posed, story: &Story, aim: Aim, turn: usize) -> Response {
    let is_right = aim == Aim::Right;
    match &posed.task {
        Task::One { offers, right } => {
            let others = offers.len() - 1;
            let away = if is_right { 0 } else { 1 + turn % others };
            Response::One(Some((right + away) % offers.len()))
        }
        Task::Several { right, .. } => {
            Response::Several(right.iter().map(|right| *right == is_right).collect())
        }
        Task::Match { statements, people } => {
            let mut speakers: Vec<Option<usize>> = statements
                .iter()
                .map(|statement| people.iter().position(|person| *person == story[*statement].speaker))
                .collect();
            if !is_right {
                speakers.rotate_left(1);
            }
            Response::Match(speakers)
        }
        Task::Arrange { events } => {
            let Ask::Sequence { events: supported } = &posed.question(story).ask else {
                unreachable!("only sequences are arranged")
            };
            let mut order: Vec<usize> =
                supported.iter().filter_map(|event| events.iter().position(|one| one == event)).collect();
            if !is_right {
                order.reverse();
            }
            if order.iter().copied().eq(0..order.len()) {
                // An answer that was there at first is none.
                order.rotate_left(1);
            }
            Response::Arrange { order, moved: true }
        }
        // What is typed is folded: its case does not count.
        Task::Type { gap, .. } if is_right => Response::Type(story.words(*gap).to_uppercase()),
        Task::Type { .. } => Response::Type(WRONG_WORD.to_owned()),
    }
}

/// What a reader does to give an answer, from nothing.
pub fn actions(response: &Response) -> Vec<Action> {
    match response {
        Response::One(chosen) => chosen.iter().map(|at| Action::Choose(*at)).collect(),
        Response::Several(chosen) => (0..chosen.len()).filter(|at| chosen[*at]).map(Action::Choose).collect(),
        Response::Match(given) => {
            let give =
                |(statement, person): (usize, &Option<usize>)| Action::Give { statement, person: *person };
            given.iter().enumerate().map(give).collect()
        }
        Response::Arrange { order, .. } => shifts(order),
        Response::Type(text) => vec![Action::Write(text.clone())],
    }
}

/// The moves that bring events from the order shown at first into another.
fn shifts(order: &[usize]) -> Vec<Action> {
    let mut current: Vec<usize> = (0..order.len()).collect();
    let mut shifts = Vec::new();
    for (to, event) in order.iter().enumerate() {
        let from = current.iter().position(|one| one == event).unwrap_or(to);
        if from != to {
            let event = current.remove(from);
            current.insert(to, event);
            shifts.push(Action::Shift { from, to });
        }
    }
    shifts
}
