//! What a class missed: the wrong answer that was chosen most, what it rests on beside what the
//! right one rests on, and the passages that are worth reading again together.

use std::collections::HashMap;

use verbatim_core::excerpt::Excerpt;
use verbatim_core::feedback::{Detail, Feedback, Rests};
use verbatim_core::model::{EventIx, PersonIx, StatementIx};
use verbatim_core::pose::{Offer, Response};
use verbatim_core::score::{Decompose, Spelling};

use crate::sheet::Sheet;

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

/// The questions that were missed most, the worst first; those that nobody missed are none.
pub fn read_again(sheet: &Sheet<'_>, decompose: Decompose) -> Vec<Missed> {
    let mut missed: Vec<Missed> = (0..sheet.columns.len())
        .filter_map(|at| look(sheet, at, decompose))
        .filter(|one| one.share < 1.0)
        .collect();
    missed.sort_by(|one, other| one.share.total_cmp(&other.share));
    missed.truncate(READ_AGAIN);
    missed
}

/// What became of a question; nothing where there is none.
pub fn look(sheet: &Sheet<'_>, column: usize, decompose: Decompose) -> Option<Missed> {
    let shares: Vec<f64> = sheet.column(column).map(|(_, cell)| cell.share()).collect();
    let (row, cell) = sheet.column(column).next()?;
    let excerpts = row.handed.session.feedback(cell.at)?.evidence;
    let slip = most_chosen(sheet, column, decompose);
    Some(Missed { column, share: crate::statistics::mean(&shares), excerpts, slip })
}

/// The wrong answer to a question that was chosen most; of several that were chosen as often the
/// one that came first.
pub fn most_chosen(sheet: &Sheet<'_>, column: usize, decompose: Decompose) -> Option<Slip> {
    let mut slips: Vec<Slip> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for (row, cell) in sheet.column(column) {
        // What was not answered says nothing of what was taken for right.
        let Some(response) = &cell.response else { continue };
        let Some(feedback) = row.handed.session.feedback(cell.at) else { continue };
        for (choice, excerpts) in wrong(feedback, response) {
            let key = match &choice {
                Choice::Typed(typed) => decompose(typed),
                other => format!("{other:?}"),
            };
            match places.get(&key).and_then(|at| slips.get_mut(*at)) {
                Some(slip) => slip.count += 1,
                None => {
                    places.insert(key, slips.len());
                    slips.push(Slip { choice, count: 1, excerpts });
                }
            }
        }
    }
    slips.into_iter().rev().max_by_key(|slip| slip.count)
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
