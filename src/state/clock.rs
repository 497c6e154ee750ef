//! How long each question was on the screen.

/// When something happens, and a number by chance.
#[derive(Clone, Copy, Debug, Default)]
pub struct Moment {
    /// Any number, for a quiz that is drawn anew.
    pub chance: u32,
    /// The time in milliseconds, from any beginning.
    pub milliseconds: f64,
}

/// Adds up the time of each question over all its visits.
#[derive(Debug, Default)]
pub struct Clock {
    since: f64,
    spent: Vec<(usize, f64)>,
}

impl Clock {
    /// A clock that begins now.
    pub fn start(now: Moment) -> Self {
        Self { since: now.milliseconds, spent: Vec::new() }
    }

    /// Another screen is on.
    pub fn arrive(&mut self, now: Moment) {
        self.since = now.milliseconds;
    }

    /// The question at a position is left.
    pub fn leave(&mut self, at: usize, now: Moment) {
        // The clock of a device may be set back.
        let visit = (now.milliseconds - self.since).max(0.0);
        match self.spent.iter_mut().find(|(question, _)| *question == at) {
            Some((_, spent)) => *spent += visit,
            None => self.spent.push((at, visit)),
        }
    }

    /// For how many milliseconds the question at a position was on the screen.
    pub fn spent(&self, at: usize) -> f64 {
        self.spent.iter().find(|(question, _)| *question == at).map_or(0.0, |(_, spent)| *spent)
    }
}
