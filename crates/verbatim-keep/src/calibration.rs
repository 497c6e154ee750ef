//! How often a reader was right at each level of confidence, and the marks for that: over all that
//! is kept, or for one sitting.

use std::collections::BTreeMap;

use crate::answer::Confidence;
use crate::keys;
use crate::moment::DAY;
use crate::record::{Found, found};
use crate::records::{Logged, Sitting};
use crate::sittings::{all, put_aside};
use crate::store::{Fault, Range, Store, Table};

/// How often answers at a level of confidence were right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Calibration {
    /// How many answers there were.
    pub answers: usize,
    /// How many of them earned every point.
    pub right: usize,
}

/// Answers at each level: low, middle and high.
pub type Levels = [Calibration; 3];

/// What a right answer earns at each level, and what a wrong one costs (certainty-based marking:
/// Gardner-Medwin, "Confidence assessment in the teaching of basic science", 1995). They are shown
/// beside the points of a quiz, and never mixed with them.
const MARKS: [(i64, i64); 3] = [(1, 0), (2, 2), (3, 6)];

/// The marks that answers come to, and the most that they could.
pub fn marks(levels: &Levels) -> (i64, i64) {
    let mut marks = (0, 0);
    for (level, (earns, costs)) in levels.iter().zip(MARKS) {
        let (answers, right) = (level.answers as i64, level.right as i64);
        marks.0 += right * earns - (answers - right) * costs;
        marks.1 += answers * MARKS[2].0;
    }
    marks
}

/// Over all answers that were given with confidence.
///
/// # Errors
/// Where the store fails.
pub async fn calibration<S: Store>(store: &S) -> Result<Levels, Fault> {
    levels(store, &Range::all(), |_| true).await
}

/// Over the answers of one sitting that were given with confidence.
///
/// # Errors
/// Where the store fails.
pub async fn calibration_of<S: Store>(store: &S, story: &str, sitting: &str) -> Result<Levels, Fault> {
    let (key, mut aside) = (keys::key(&[story, sitting]), Vec::new());
    let text = store.read(Table::Sittings, std::slice::from_ref(&key)).await?.pop().flatten();
    let begun = match found::<Sitting>(Table::Sittings, &key, text, &mut aside) {
        // A clock may have been set back a little since.
        Found::Record(sitting) => sitting.begun.saturating_sub(DAY),
        Found::Nothing | Found::Newer => 0,
    };
    put_aside(store, aside).await;
    levels(store, &Range::from(keys::time(begun)), |logged| logged.sitting == sitting).await
}

/// Of each question the answer that stands: in a test that is the last one.
async fn levels<S: Store>(
    store: &S,
    range: &Range,
    belongs: impl Fn(&Logged) -> bool,
) -> Result<Levels, Fault> {
    let mut standing = BTreeMap::new();
    let mut aside = Vec::new();
    for (key, text) in all(store, Table::Answers, range).await? {
        let Found::Record(logged) = found::<Logged>(Table::Answers, &key, Some(text), &mut aside) else {
            continue;
        };
        if logged.counts && belongs(&logged) {
            let points = logged.answer.points;
            let is_right = points.earned == points.possible;
            standing.insert((logged.sitting, logged.at), (logged.answer.confidence, is_right));
        }
    }
    put_aside(store, aside).await;
    let mut levels = Levels::default();
    let [low, middle, high] = &mut levels;
    for (confidence, is_right) in standing.into_values() {
        let level = match confidence {
            Confidence::NotAsked => continue,
            Confidence::Low => &mut *low,
            Confidence::Middle => &mut *middle,
            Confidence::High => &mut *high,
        };
        level.answers += 1;
        level.right += usize::from(is_right);
    }
    Ok(levels)
}
