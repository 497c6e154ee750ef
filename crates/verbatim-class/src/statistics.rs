//! What can be computed of a class's points: how hard each question is, how well it tells pupils
//! apart, how reliable the whole is; and what a class is too small for. Each formula is named.

use verbatim_core::session::Standing;

use crate::sheet::{Sheet, share};
use crate::submission::Confidence;

/// The fewest pupils for a correlation or a reliability: with 20 the 95% interval about a
/// correlation of zero reaches half-way to one (Fisher's z: 1.96/√(n − 3) = 0.48). With fewer
/// it says next to nothing.
pub const PUPILS_TO_CORRELATE: usize = 20;
/// The fewest pupils for a standard error: the usual estimate of it from five is off by a third
/// on average (1/√(2(n − 1)) = 0.35), from fewer by more.
pub const PUPILS_FOR_ERROR: usize = 5;
/// The fewest questions for a reliability: with two it is a correlation and no more.
pub const QUESTIONS_TO_RELY: usize = 3;
/// The fewest answers at a level of confidence that can be compared with how often they were right.
pub const ANSWERS_TO_CALIBRATE: usize = 5;

/// Why a figure is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// So many pupils are too few.
    FewPupils {
        /// How many there are.
        have: usize,
        /// How many it takes.
        need: usize,
    },
    /// So many questions are too few.
    FewQuestions {
        /// How many there are.
        have: usize,
        /// How many it takes.
        need: usize,
    },
    /// The pupils were asked different questions.
    DifferentQuestions,
    /// All have the same points.
    NoSpread,
}

/// What can be said of a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// How many pupils were asked.
    pub asked: usize,
    /// How many got all points.
    pub right: usize,
    /// How many saw it and left it open.
    pub skipped: usize,
    /// How hard it is: the mean share of its points, from 0 (hard) to 1 (easy).
    pub difficulty: f64,
    /// The standard error of that.
    pub error: Result<f64, LeftOut>,
    /// The corrected item-total correlation: of its points with those of all other questions.
    pub discrimination: Result<f64, LeftOut>,
    /// The mean time, in seconds.
    pub seconds: f64,
}

/// What can be said of a whole quiz.
#[derive(Clone, Debug, PartialEq)]
pub struct Whole {
    /// How many pupils.
    pub pupils: usize,
    /// The mean share of points, from 0 to 1.
    pub mean: f64,
    /// The standard error of that.
    pub error: Result<f64, LeftOut>,
    /// How reliable the points are.
    pub reliability: Result<Reliability, LeftOut>,
}

/// How reliable points are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reliability {
    /// How many pupils it rests on.
    pub pupils: usize,
    /// Cronbach's alpha.
    pub alpha: f64,
    /// The standard error of alpha.
    pub error: f64,
    /// The standard error of measurement, in points.
    pub measurement: f64,
}

/// How often answers at a level of confidence were right.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Level {
    /// The level.
    pub confidence: Confidence,
    /// How many answers.
    pub answers: usize,
    /// How many of them got all points.
    pub right: usize,
    /// The share of them that were right, with enough of them.
    pub share: Option<f64>,
}

/// What can be said of each question of a sheet.
pub fn items(sheet: &Sheet<'_>) -> Vec<Item> {
    let matrix = sheet.matrix();
    (0..sheet.columns.len())
        .map(|at| {
            let shares: Vec<f64> = sheet.column(at).map(|(_, cell)| cell.share()).collect();
            let seconds: Vec<f64> = sheet.column(at).map(|(_, cell)| f64::from(cell.seconds)).collect();
            Item {
                asked: shares.len(),
                right: sheet.column(at).filter(|(_, cell)| cell.points.is_full()).count(),
                skipped: sheet.column(at).filter(|(_, cell)| cell.standing == Standing::Skipped).count(),
                difficulty: mean(&shares),
                error: standard_error(&shares),
                discrimination: correlated(matrix.as_deref(), at),
                seconds: mean(&seconds),
            }
        })
        .collect()
}

/// What can be said of a sheet as a whole.
pub fn whole(sheet: &Sheet<'_>) -> Whole {
    let shares: Vec<f64> = sheet.rows.iter().map(|row| share(row.points)).collect();
    let reliability = match sheet.matrix() {
        None => Err(LeftOut::DifferentQuestions),
        Some(matrix) => enough(matrix.len(), PUPILS_TO_CORRELATE).and_then(|()| reliability(&matrix)),
    };
    Whole { pupils: shares.len(), mean: mean(&shares), error: standard_error(&shares), reliability }
}

/// How often answers were right at each level of confidence; nothing where nobody said how sure
/// they were.
pub fn calibration(sheet: &Sheet<'_>) -> Option<[Level; 3]> {
    let cells = || sheet.rows.iter().flat_map(|row| row.cells.iter().flatten());
    cells().any(|cell| cell.confidence.is_some()).then(|| {
        Confidence::ALL.map(|confidence| {
            let at = || cells().filter(|cell| cell.confidence == Some(confidence));
            let (answers, right) = (at().count(), at().filter(|cell| cell.points.is_full()).count());
            let share = (answers >= ANSWERS_TO_CALIBRATE).then(|| right as f64 / answers as f64);
            Level { confidence, answers, right, share }
        })
    })
}

fn enough(have: usize, need: usize) -> Result<(), LeftOut> {
    if have < need { Err(LeftOut::FewPupils { have, need }) } else { Ok(()) }
}

fn correlated(matrix: Option<&[Vec<f64>]>, at: usize) -> Result<f64, LeftOut> {
    let matrix = matrix.ok_or(LeftOut::DifferentQuestions)?;
    enough(matrix.len(), PUPILS_TO_CORRELATE)?;
    discrimination(matrix, at)
}

/// The corrected item-total correlation (Pearson's, of a column with the sum of all others).
///
/// # Errors
/// Where the column or the others have no spread.
pub fn discrimination(matrix: &[Vec<f64>], at: usize) -> Result<f64, LeftOut> {
    let own: Vec<f64> = matrix.iter().map(|row| row.get(at).copied().unwrap_or_default()).collect();
    let rest: Vec<f64> = matrix.iter().zip(&own).map(|(row, own)| row.iter().sum::<f64>() - own).collect();
    let spread = variance(&own) * variance(&rest);
    if spread > 0.0 { Ok(covariance(&own, &rest) / spread.sqrt()) } else { Err(LeftOut::NoSpread) }
}

/// Cronbach's alpha, k/(k − 1) · (1 − Σ variances of the questions / variance of the sums)
/// (Cronbach 1951), with its standard error (Duhachek and Iacobucci 2004, by van Zyl, Neudecker
/// and Nel 2000) and the standard error of measurement, s·√(1 − alpha).
///
/// # Errors
/// Where there are too few questions, or the sums have no spread.
pub fn reliability(matrix: &[Vec<f64>]) -> Result<Reliability, LeftOut> {
    let count = matrix.first().map_or(0, Vec::len);
    if count < QUESTIONS_TO_RELY {
        return Err(LeftOut::FewQuestions { have: count, need: QUESTIONS_TO_RELY });
    }
    let column = |at: usize| matrix.iter().map(move |row| row.get(at).copied().unwrap_or_default());
    let columns: Vec<Vec<f64>> = (0..count).map(|at| column(at).collect()).collect();
    let v: Vec<Vec<f64>> =
        columns.iter().map(|one| columns.iter().map(|other| covariance(one, other)).collect()).collect();
    let row_sums: Vec<f64> = v.iter().map(|row| row.iter().sum()).collect();
    let total: f64 = row_sums.iter().sum();
    // Sums of whole points have no spread or one far above rounding.
    if total <= 1e-12 {
        return Err(LeftOut::NoSpread);
    }
    let trace: f64 = v.iter().enumerate().filter_map(|(at, row)| row.get(at)).sum();
    let k = count as f64;
    let alpha = k / (k - 1.0) * (1.0 - trace / total);
    // tr V², and j'V²j, the squares of the sums of V's rows.
    let trace_of_square: f64 = v.iter().flatten().map(|one| one * one).sum();
    let sums_of_square: f64 = row_sums.iter().map(|sum| sum * sum).sum();
    let q = 2.0 * k * k / ((k - 1.0).powi(2) * total.powi(3))
        * (total * (trace_of_square + trace * trace) - 2.0 * trace * sums_of_square);
    let error = (q.max(0.0) / matrix.len() as f64).sqrt();
    let measurement = (total * (1.0 - alpha).max(0.0)).sqrt();
    Ok(Reliability { pupils: matrix.len(), alpha, error, measurement })
}

/// The standard error of a mean, s/√n.
fn standard_error(values: &[f64]) -> Result<f64, LeftOut> {
    enough(values.len(), PUPILS_FOR_ERROR)?;
    Ok((variance(values) / values.len() as f64).sqrt())
}

/// The mean; 0 of nothing.
pub fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len().max(1) as f64
}

fn variance(values: &[f64]) -> f64 {
    covariance(values, values)
}

/// The covariance of a sample, with n − 1.
fn covariance(one: &[f64], other: &[f64]) -> f64 {
    let (first, second) = (mean(one), mean(other));
    let sum: f64 = one.iter().zip(other).map(|(one, other)| (one - first) * (other - second)).sum();
    sum / one.len().saturating_sub(1).max(1) as f64
}
