//! How often a reader was right at each level of confidence.

use crate::answer::Confidence;
use crate::record::{Found, found};
use crate::records::Logged;
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

/// Over all answers that were given with confidence: low, middle and high.
///
/// # Errors
/// Where the store fails.
pub async fn calibration<S: Store>(store: &S) -> Result<[Calibration; 3], Fault> {
    let mut levels = [Calibration::default(); 3];
    let mut aside = Vec::new();
    for (key, text) in all(store, Table::Answers, &Range::all()).await? {
        let Found::Record(logged) = found::<Logged>(Table::Answers, &key, Some(text), &mut aside) else {
            continue;
        };
        let [low, middle, high] = &mut levels;
        let level = match logged.answer.confidence {
            _ if !logged.counts => continue,
            Confidence::NotAsked => continue,
            Confidence::Low => low,
            Confidence::Middle => middle,
            Confidence::High => high,
        };
        level.answers += 1;
        level.right += usize::from(logged.answer.points.earned == logged.answer.points.possible);
    }
    put_aside(store, aside).await;
    Ok(levels)
}
