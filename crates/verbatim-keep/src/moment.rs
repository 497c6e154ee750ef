//! When something happens, in the reader's own time, and a number by chance.

/// A day, in milliseconds.
pub const DAY: u64 = 86_400_000;

/// A moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Since the beginning of 1970 in UTC, in milliseconds.
    pub milliseconds: u64,
    /// How far the reader's clock is ahead of UTC, in minutes; behind it, less than 0.
    pub zone: i32,
    /// Any number, another one each time.
    pub chance: u64,
}

impl Moment {
    /// The reader's day, counted from the first of 1970.
    pub fn day(self) -> u64 {
        (self.milliseconds.saturating_add_signed(self.ahead())) / DAY
    }

    /// When a day of the reader's begins, in milliseconds; `0` is today, `1` tomorrow.
    pub fn start_of(self, days_on: u64) -> u64 {
        (self.day() + days_on).saturating_mul(DAY).saturating_add_signed(-self.ahead())
    }

    /// On how many nights the reader slept since an earlier moment: 0 on the same day, and also
    /// where a clock was set back since.
    pub fn days_since(self, earlier: u64) -> u64 {
        let then = Self { milliseconds: earlier, ..self };
        self.day().saturating_sub(then.day())
    }

    fn ahead(self) -> i64 {
        i64::from(self.zone) * 60_000
    }
}

#[cfg(test)]
mod tests {
    use super::{DAY, Moment};

    #[test]
    fn a_day_ends_when_the_readers_does() {
        let noon = 20_000 * DAY + DAY / 2;
        let at = |zone| Moment { milliseconds: noon, zone, chance: 0 };
        assert_eq!([at(0).day(), at(720).day(), at(-721).day()], [20_000, 20_001, 19_999]);
        assert_eq!(at(0).start_of(1), 20_001 * DAY);
        assert_eq!(at(60).start_of(1), 20_001 * DAY - 3_600_000);
        assert_eq!(at(0).days_since(noon - DAY / 2), 0);
        assert_eq!(at(0).days_since(noon - DAY / 2 - 1), 1);
        assert_eq!(at(0).days_since(noon + 9 * DAY), 0);
    }
}
