//! A figure: what was measured, against what, and how far it may go.

use serde::Serialize;

/// One line of the table.
#[derive(Clone, Debug, Serialize)]
pub struct Figure {
    /// What was measured.
    pub what: String,
    /// Its median, and all that was seen.
    pub measured: Sample,
    /// The unit of the numbers: ms, MB, frames.
    pub unit: &'static str,
    /// What it stands against, and that one's numbers.
    pub against: Option<(String, Sample)>,
    /// The median of the ratios of each round, where it stands against something.
    pub ratio: Option<f64>,
    /// How large the ratio may be or, without one, the median itself.
    pub limit: Option<f64>,
    /// What is aimed for beyond the limit.
    pub goal: Option<f64>,
}

/// Several measurements of one thing.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Sample(pub Vec<f64>);

impl Sample {
    /// The middle one.
    pub fn median(&self) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        match sorted.len() {
            0 => f64::NAN,
            length => (sorted[(length - 1) / 2] + sorted[length / 2]) / 2.0,
        }
    }

    /// Each divided by the other of the same round.
    pub fn over(&self, other: &Self) -> Self {
        Self(self.0.iter().zip(&other.0).map(|(one, other)| one / other).collect())
    }

    /// The least and the most.
    fn range(&self) -> (f64, f64) {
        let least = self.0.iter().copied().fold(f64::INFINITY, f64::min);
        (least, self.0.iter().copied().fold(f64::NEG_INFINITY, f64::max))
    }
}

impl Figure {
    /// A figure that stands for itself.
    pub fn of(what: impl Into<String>, measured: Sample, unit: &'static str) -> Self {
        Self { what: what.into(), measured, unit, against: None, ratio: None, limit: None, goal: None }
    }

    /// Sets it against another, measured in the same rounds.
    pub fn against(mut self, what: impl Into<String>, other: Sample) -> Self {
        self.ratio = Some(self.measured.over(&other).median());
        self.against = Some((what.into(), other));
        self
    }

    /// Sets how far it may go.
    pub fn limit(mut self, limit: f64) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Sets what is aimed for beyond the limit.
    pub fn goal(mut self, goal: f64) -> Self {
        self.goal = Some(goal);
        self
    }

    /// Whether it keeps within its limit, where it has one.
    pub fn keeps(&self) -> Option<bool> {
        let value = self.ratio.unwrap_or_else(|| self.measured.median());
        // What could not be measured is not within a limit.
        self.limit.map(|limit| value <= limit)
    }

    /// The cells of its line.
    fn cells(&self) -> [String; 6] {
        let sample = |sample: &Sample| {
            let (least, most) = sample.range();
            format!("{} ({}..{})", short(sample.median()), short(least), short(most))
        };
        let against = self.against.as_ref();
        let limit = match (self.limit, self.goal) {
            (Some(limit), Some(goal)) => format!("{} (goal {})", short(limit), short(goal)),
            (Some(bound), None) => short(bound),
            (None, Some(goal)) => format!("goal {}", short(goal)),
            (None, None) => String::new(),
        };
        [
            self.what.clone(),
            format!("{} {}", sample(&self.measured), self.unit),
            against.map_or_else(String::new, |(what, other)| format!("{what}: {}", sample(other))),
            self.ratio.map_or_else(String::new, |ratio| format!("{ratio:.2}")),
            limit,
            match self.keeps() {
                Some(true) => "ok".to_owned(),
                Some(false) => "OVER".to_owned(),
                None => String::new(),
            },
        ]
    }
}

fn short(number: f64) -> String {
    match number.abs() {
        size if size >= 100.0 => format!("{number:.0}"),
        size if size >= 10.0 || number.fract() == 0.0 => format!("{}", (number * 10.0).round() / 10.0),
        _ => format!("{}", (number * 100.0).round() / 100.0),
    }
}

/// All figures as a table.
pub fn table(figures: &[Figure]) -> String {
    let head = ["what", "measured: median (least..most)", "against", "ratio", "limit", ""].map(str::to_owned);
    let rows: Vec<[String; 6]> = std::iter::once(head).chain(figures.iter().map(Figure::cells)).collect();
    let width = |at: usize| rows.iter().map(|row| row[at].chars().count()).max().unwrap_or_default();
    let widths: [usize; 6] = std::array::from_fn(width);
    let mut table = String::new();
    for row in &rows {
        for (cell, width) in row.iter().zip(widths) {
            table.push_str(&format!("{cell:width$}  "));
        }
        table.truncate(table.trim_end().len());
        table.push('\n');
    }
    table
}
