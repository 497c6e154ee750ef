//! Points: how many a response earns, out of how many there are. The same
//! everywhere, in whole numbers.
//!
//! - One answer: a point. Several: right ones chosen minus wrong ones chosen,
//!   never under zero, out of the right ones.
//! - Match: a point for each quotation with its speaker.
//! - Sequence: a point for each pair that the facts order and the answer has
//!   the right way round. Pairs that the facts leave open are never scored.
//! - Cloze: a point for the words, folded for case, accents, punctuation and
//!   spacing, or a near miss in their spelling.
//! - A hint costs a point where a question has more than one, and nothing where
//!   it has one only: there it would cost the whole question.

use crate::model::{Ask, EventIx, Story};
use crate::pose::{Posed, Response, Task};

mod spelling;

pub use spelling::{Spelling, spelling};

/// Brings a text to Unicode's compatibility decomposition (NFKD, UAX #15) in
/// small letters. It comes in as a value, since the tables for it are part of
/// every browser and would be the largest part of the widget.
pub type Decompose = fn(&str) -> String;

/// Points earned out of points possible.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Points {
    /// The points earned, at most those possible.
    pub earned: u32,
    /// The points possible, at least one for a question.
    pub possible: u32,
}

impl Points {
    /// Whether every point was earned.
    pub fn is_full(self) -> bool {
        self.earned == self.possible
    }
}

/// What using a hint costs for a question, in points.
pub fn hint_cost(story: &Story, posed: &Posed) -> u32 {
    u32::from(possible(story, &posed.task) > 1)
}

/// The points of a response. One that is not there, or is for another task, earns none.
pub fn points(
    story: &Story,
    posed: &Posed,
    response: &Response,
    hinted: bool,
    decompose: Decompose,
) -> Points {
    let possible = possible(story, &posed.task);
    let earned = if posed.task.is_answered(response) { earned(story, posed, response, decompose) } else { 0 };
    let cost = if hinted { hint_cost(story, posed) } else { 0 };
    Points { earned: earned.saturating_sub(cost), possible }
}

fn possible(story: &Story, task: &Task) -> u32 {
    let count = match task {
        Task::One { .. } | Task::Type { .. } => 1,
        Task::Several { right, .. } => right.iter().filter(|right| **right).count(),
        Task::Match { statements, .. } => statements.len(),
        Task::Arrange { events } => story.order.decided(events).len(),
    };
    count as u32
}

fn earned(story: &Story, posed: &Posed, response: &Response, decompose: Decompose) -> u32 {
    match (&posed.task, response) {
        (Task::One { right, .. }, Response::One(chosen)) => u32::from(*chosen == Some(*right)),
        (Task::Several { right, .. }, Response::Several(chosen)) => {
            let (mut hits, mut misses) = (0_u32, 0);
            for (chosen, right) in chosen.iter().zip(right) {
                hits += u32::from(*chosen && *right);
                misses += u32::from(*chosen && !*right);
            }
            hits.saturating_sub(misses)
        }
        (Task::Match { statements, people }, Response::Match(given)) => {
            let mut earned = 0;
            for (statement, given) in statements.iter().zip(given) {
                let given = given.and_then(|person| people.get(person));
                earned += u32::from(given == Some(&story[*statement].speaker));
            }
            earned
        }
        (Task::Arrange { events }, Response::Arrange { order, .. }) => {
            let all = story.order.decided(events).len();
            (all - lost_pairs(story, events, order).len()) as u32
        }
        (Task::Type { statement, gap }, Response::Type(text)) => {
            let accept: &[String] = match &posed.question(story).ask {
                Ask::Cloze { accept, .. } => accept,
                _ => &[],
            };
            let all = story.words(story[*statement].quote);
            u32::from(spelling(text, story.words(*gap), accept, all, decompose) != Spelling::Wrong)
        }
        _ => 0,
    }
}

/// The decided pairs that an order of events has the wrong way round, each with
/// the earlier event first.
pub fn lost_pairs(story: &Story, events: &[EventIx], order: &[usize]) -> Vec<(EventIx, EventIx)> {
    let mut arranged = Vec::with_capacity(order.len());
    for at in order {
        arranged.extend(events.get(*at).copied());
    }
    let place = |event: EventIx| arranged.iter().position(|one| *one == event);
    let mut lost = story.order.decided(events);
    lost.retain(|(before, after)| place(*before) > place(*after));
    lost
}
