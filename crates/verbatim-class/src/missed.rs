//! What a class missed: the wrong answer that was chosen most, what it rests on beside what the
//! right one rests on, and the passages that are worth reading again together.

use std::collections::HashMap;

use verbatim_core::excerpt::Excerpt;
use verbatim_core::feedback::{Detail, Feedback, Rests, Rightness, evidence};
use verbatim_core::model::{EventIx, PersonIx, StatementIx};
use verbatim_core::pose::{Offer, Response};
use verbatim_core::score::{Decompose, Spelling};

use crate::sheet::{Row, Sheet};

/// How many questions a class reads again together.
pub const READ_AGAIN: usize = 5;

/// What somebody took for right.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    /// An answer that was offered.
    Offer(Offer),
    /// A quotation of somebody else.
    Given(StatementIx, PersonIx),
    /// That the second of two events came before the first.
    Order {
        /// The earlier event.
        before: EventIx,
        /// The later event.
        after: EventIx,
    },
    /// Words that were typed.
    Typed(String),
}

/// A wrong answer of a class.
#[derive(Clone, Debug, PartialEq)]
pub struct Slip {
    /// What was chosen.
    pub choice: Choice,
    /// How many chose it.
    pub count: usize,
    /// What it rests on instead: of a wrong order, what says so. There may be nothing.
    pub excerpts: Vec<Excerpt>,
}

/// A question that a class missed.
#[derive(Clone, Debug, PartialEq)]
pub struct Missed {
    /// Its column in the sheet.
    pub column: usize,
    /// The mean share of its points, from 0 to 1.
    pub share: f64,
    /// What the right answer rests on.
    pub excerpts: Vec<Excerpt>,
    /// The wrong answer that was chosen most, if there was any.
    pub slip: Option<Slip>,
}

/// What became of each question of a sheet, in the order of its columns.
pub fn look(sheet: &Sheet<'_>, decompose: Decompose) -> Vec<Missed> {
    let looked = sheet.columns.iter().enumerate().map(|(column, question)| {
        let shares: Vec<f64> = sheet.column(column).map(|(_, cell)| cell.share()).collect();
        let excerpts = evidence(question.story, question.posed);
        let slip = most_chosen(sheet, column, decompose);
        Missed { column, share: crate::statistics::mean(&shares), excerpts, slip }
    });
    looked.collect()
}

/// The questions that were missed most, the worst first; those that nobody missed are none.
pub fn read_again(looked: &[Missed]) -> Vec<&Missed> {
    let mut missed: Vec<&Missed> = looked.iter().filter(|one| one.share < 1.0).collect();
    missed.sort_by(|one, other| one.share.total_cmp(&other.share));
    missed.truncate(READ_AGAIN);
    missed
}

/// The wrong answer to a question that was chosen most; of several that were chosen as often the
/// one that came first.
pub fn most_chosen(sheet: &Sheet<'_>, column: usize, decompose: Decompose) -> Option<Slip> {
    let mut slips: Vec<Slip> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for Given { row, at, response, count } in given(sheet, column) {
        let Some(feedback) = row.handed.session.feedback(at) else { continue };
        for (choice, excerpts) in wrong(feedback, response) {
            let key = match &choice {
                Choice::Typed(typed) => decompose(typed),
                other => format!("{other:?}"),
            };
            match places.get(&key).and_then(|at| slips.get_mut(*at)) {
                Some(slip) => slip.count += count,
                None => {
                    places.insert(key, slips.len());
                    slips.push(Slip { choice, count, excerpts });
                }
            }
        }
    }
    slips.into_iter().rev().max_by_key(|slip| slip.count)
}

/// An answer that was not right, and how many pupils gave it.
struct Given<'a> {
    /// The first of them.
    row: &'a Row<'a>,
    /// Where the question stands in their session.
    at: usize,
    response: &'a Response,
    count: usize,
}

/// The answers to a question that were not right, each once, in the order of the rows: what one
/// rests on takes long to find, and a class gives the same few. What was not answered says nothing
/// of what was taken for right.
fn given<'a>(sheet: &'a Sheet<'a>, column: usize) -> Vec<Given<'a>> {
    let mut all: Vec<Given<'a>> = Vec::new();
    for (row, cell) in sheet.column(column) {
        let (Some(response), at) = (&cell.response, cell.at) else { continue };
        if cell.rightness == Some(Rightness::Right) {
            continue;
        }
        // Another form may offer other answers at the same places.
        let questions = row.handed.session.questions().as_ptr();
        let is_same = |other: &&mut Given<'_>| {
            let of_form = other.row.handed.session.questions().as_ptr();
            (of_form, other.at, other.response) == (questions, at, response)
        };
        match all.iter_mut().find(is_same) {
            Some(other) => other.count += 1,
            None => all.push(Given { row, at, response, count: 1 }),
        }
    }
    all
}

/// The wrong choices in an answer, and what each rests on.
fn wrong(feedback: Feedback, response: &Response) -> Vec<(Choice, Vec<Excerpt>)> {
    match feedback.detail {
        Detail::Chosen { wrong, .. } => {
            wrong.into_iter().map(|one| (Choice::Offer(one.offer), of(one.rests))).collect()
        }
        Detail::Matched(matched) => {
            let wrong = matched.into_iter().filter_map(|one| Some((one.statement, one.given?, one.instead?)));
            wrong.map(|(statement, given, rests)| (Choice::Given(statement, given), of(rests))).collect()
        }
        Detail::Arranged { lost, .. } => {
            use verbatim_core::feedback::Reason;
            let pair = |pair: verbatim_core::feedback::Pair| {
                let excerpts = pair.reasons.into_iter().flat_map(|reason| match reason {
                    Reason::Stated { excerpts, .. } | Reason::Dated { excerpts, .. } => excerpts,
                });
                (Choice::Order { before: pair.before, after: pair.after }, excerpts.collect())
            };
            lost.into_iter().map(pair).collect()
        }
        Detail::Typed(Spelling::Wrong) => match response {
            Response::Type(typed) => vec![(Choice::Typed(typed.clone()), Vec::new())],
            _ => Vec::new(),
        },
        Detail::Typed(_) => Vec::new(),
    }
}

fn of(rests: Rests) -> Vec<Excerpt> {
    match rests {
        Rests::Said(_, excerpts) | Rests::SaidBy(_, excerpts) | Rests::Words(excerpts) => excerpts,
        Rests::PassedOn | Rests::Nothing => Vec::new(),
    }
}
