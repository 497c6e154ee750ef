//! Days, weeks, months and quarters counted from a day, as TIMEX3 writes them.

use jiff::ToSpan as _;
use jiff::civil::Date;

/// A unit of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Night,
    Weekend,
    Week,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

impl Unit {
    /// The unit that a word names, singular or plural.
    pub(super) fn read(word: &str) -> Option<Self> {
        Some(match word {
            "second" | "seconds" => Self::Second,
            "minute" | "minutes" => Self::Minute,
            "hour" | "hours" => Self::Hour,
            "day" | "days" => Self::Day,
            "night" | "nights" => Self::Night,
            "weekend" | "weekends" => Self::Weekend,
            "week" | "weeks" => Self::Week,
            "month" | "months" => Self::Month,
            "quarter" | "quarters" => Self::Quarter,
            "year" | "years" => Self::Year,
            "decade" | "decades" => Self::Decade,
            "century" | "centuries" => Self::Century,
            _ => return None,
        })
    }

    /// A number of these as a duration: `P2W`; `X` stands for what is not said.
    pub(super) fn duration(self, count: &str) -> String {
        match self {
            Self::Second => format!("PT{count}S"),
            Self::Minute => format!("PT{count}M"),
            Self::Hour => format!("PT{count}H"),
            Self::Day => format!("P{count}D"),
            Self::Night => format!("P{count}NI"),
            Self::Weekend => format!("P{count}WE"),
            Self::Week => format!("P{count}W"),
            Self::Month => format!("P{count}M"),
            Self::Quarter => format!("P{count}Q"),
            Self::Year => format!("P{count}Y"),
            Self::Decade => format!("P{count}E"),
            Self::Century => format!("P{count}C"),
        }
    }

    /// The unit so many steps from the one that holds a day: -1 for the last, 1 for the next.
    pub(super) fn placed(self, today: Date, steps: i64) -> Option<String> {
        let steps32 = i32::try_from(steps).ok()?;
        Some(match self {
            Self::Second | Self::Minute | Self::Hour => return None,
            Self::Day => day(today.checked_add(steps32.days()).ok()?),
            Self::Night => format!("{}TNI", day(today.checked_add(steps32.days()).ok()?)),
            Self::Weekend => format!("{}-WE", week(today.checked_add(steps32.weeks()).ok()?)),
            Self::Week => week(today.checked_add(steps32.weeks()).ok()?),
            Self::Month => month(today.checked_add(steps32.months()).ok()?),
            Self::Quarter => quarter(today.checked_add((steps32 * 3).months()).ok()?),
            Self::Year => format!("{:04}", i64::from(today.year()) + steps),
            Self::Decade => format!("{:03}X", i64::from(today.year()) / 10 + steps),
            Self::Century => format!("{:02}XX", i64::from(today.year()) / 100 + steps),
        })
    }

    /// What lies so many of these before or after a day, as exactly as the unit says.
    pub(super) fn away(self, today: Date, steps: i64) -> Option<String> {
        match self {
            Self::Week => Self::Day.placed(today, steps * 7),
            Self::Night => Self::Day.placed(today, steps),
            Self::Decade => Self::Year.placed(today, steps * 10),
            _ => self.placed(today, steps),
        }
    }
}

pub(super) fn day(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
}

pub(super) fn month(date: Date) -> String {
    format!("{:04}-{:02}", date.year(), date.month())
}

/// The week of ISO 8601.
pub(super) fn week(date: Date) -> String {
    let week = date.iso_week_date();
    format!("{:04}-W{:02}", week.year(), week.week())
}

pub(super) fn quarter(date: Date) -> String {
    format!("{:04}-Q{}", date.year(), (date.month() + 2) / 3)
}

/// The day of a weekday (0 is Monday) nearest before a day, the day itself included.
pub(super) fn weekday_before(today: Date, weekday: i8) -> Option<Date> {
    let back = (i32::from(today.weekday().to_monday_zero_offset()) - i32::from(weekday)).rem_euclid(7);
    today.checked_sub(back.days()).ok()
}

/// The year of a month that is named without one. News looks back: a month that is
/// not among the next two is the last one of its name, unless the sentence looks ahead.
pub(super) fn year_of(today: Date, month: i8, ahead: bool, past: bool) -> i16 {
    let months = (month - today.month()).rem_euclid(12);
    let is_next = match (ahead, past) {
        (_, true) => months == 0,
        (true, _) => months <= 8,
        _ => months <= 2,
    };
    match (is_next, month >= today.month()) {
        (true, true) | (false, false) => today.year(),
        (true, false) => today.year() + 1,
        (false, true) => today.year() - 1,
    }
}
