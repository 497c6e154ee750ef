//! What a first visit may cost, as `budget.toml` says, and whether it does.

use std::fmt;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::repo;

/// Bounds for what a first visit to a playable question transfers, in bytes after brotli.
#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Budget {
    /// Above it, `cargo xtask size` fails.
    pub first_visit_brotli_bytes: usize,
    /// Below it, nobody need look for more to save.
    pub first_visit_brotli_goal_bytes: usize,
}

/// How a number of bytes stands to the budget.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Verdict {
    /// At most the goal.
    AtGoal,
    /// At most the budget; the bytes over the goal.
    Within(usize),
    /// The bytes over the budget.
    Over(usize),
}

impl Budget {
    /// The repository's budget.
    ///
    /// # Errors
    /// When `budget.toml` is missing or says something else.
    pub fn read() -> Result<Self> {
        let path = repo::root().join("budget.toml");
        let text =
            std::fs::read_to_string(&path).with_context(|| format!("can't read {}", path.display()))?;
        toml::from_str(&text).with_context(|| format!("{} is not a budget", path.display()))
    }

    /// Judges the bytes that a first visit transfers.
    pub fn judge(&self, bytes: usize) -> Verdict {
        let over = |bound| bytes.checked_sub(bound).filter(|over: &usize| *over > 0);
        match (over(self.first_visit_brotli_bytes), over(self.first_visit_brotli_goal_bytes)) {
            (Some(over), _) => Verdict::Over(over),
            (None, Some(over)) => Verdict::Within(over),
            (None, None) => Verdict::AtGoal,
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::AtGoal => out.write_str("within the goal"),
            Self::Within(over) => write!(out, "within the budget, {} over the goal", Kilo(*over)),
            Self::Over(over) => write!(out, "{} OVER THE BUDGET", Kilo(*over)),
        }
    }
}

/// Bytes, shown in kB of 1000 with one decimal, as a browser's developer tools show them.
pub struct Kilo(pub usize);

impl fmt::Display for Kilo {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        let tenths = (self.0 + 50) / 100;
        out.pad(&format!("{}.{} kB", tenths / 10, tenths % 10))
    }
}

#[cfg(test)]
mod tests {
    use super::{Budget, Kilo, Verdict};

    #[test]
    fn a_bound_is_kept_up_to_its_last_byte() {
        let budget = Budget { first_visit_brotli_bytes: 110_000, first_visit_brotli_goal_bytes: 80_000 };
        assert_eq!(budget.judge(80_000), Verdict::AtGoal);
        assert_eq!(budget.judge(80_001), Verdict::Within(1));
        assert_eq!(budget.judge(110_000), Verdict::Within(30_000));
        assert_eq!(budget.judge(110_001), Verdict::Over(1));
    }

    #[test]
    fn the_repository_has_a_budget_that_its_goal_is_within() {
        let budget = Budget::read().unwrap();
        assert!(budget.first_visit_brotli_goal_bytes <= budget.first_visit_brotli_bytes);
    }

    #[test]
    fn bytes_are_shown_in_thousands() {
        assert_eq!(Kilo(49).to_string(), "0.0 kB");
        assert_eq!(Kilo(110_000).to_string(), "110.0 kB");
        assert_eq!(format!("{:>9}", Kilo(1_951)), "   2.0 kB");
    }
}
