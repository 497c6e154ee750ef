//! Dates as precise as a source gives them, and no more: the subset of the
//! Extended Date/Time Format (ISO 8601-2:2019, level 0) that stories use.

use std::ops::RangeInclusive;

use crate::words::{cut, parts};

/// A span of days: a year, a month, a day, or from one of these to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    text: String,
    days: RangeInclusive<u32>,
}

impl Period {
    /// Reads `2021`, `2021-02`, `2021-02-24`, or two of them with a slash between.
    /// `None` where the text has another form, names no day, or ends before it begins.
    pub fn parse(text: &str) -> Option<Self> {
        let (first, last) = cut(text, b'/').unwrap_or((text, text));
        let days = *date(first)?.start()..=*date(last)?.end();
        (days.start() <= days.end()).then(|| Self { text: text.to_owned(), days })
    }

    /// The period as the story writes it.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether every day of this comes before every day of `other`.
    pub fn is_before(&self, other: &Self) -> bool {
        self.days.end() < other.days.start()
    }
}

/// The days of a date, each numbered by its digits as in 20210224; a month's
/// last day may be beyond the month's end, which changes no comparison.
fn date(text: &str) -> Option<RangeInclusive<u32>> {
    let mut parts = parts(text, b'-');
    let year = digits(parts.next()?, 4, 1..=9999)?;
    let month = match parts.next() {
        None => return Some(year * 10_000 + 101..=year * 10_000 + 1231),
        Some(part) => year * 100 + digits(part, 2, 1..=12)?,
    };
    let day = match parts.next() {
        None => return Some(month * 100 + 1..=month * 100 + 31),
        Some(part) => digits(part, 2, 1..=days_of(year, month % 100))?,
    };
    let day = month * 100 + day;
    parts.next().is_none().then_some(day..=day)
}

fn digits(part: &str, length: usize, range: RangeInclusive<u32>) -> Option<u32> {
    let plain = part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
    let number = crate::decimal::parse(part).filter(|_| plain)?;
    range.contains(&number).then_some(number)
}

/// How many days a month of the Gregorian calendar has.
fn days_of(year: u32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::Period;

    #[test]
    fn reads_what_names_days_and_nothing_else() {
        for text in ["2021", "2021-02", "2021-02-24", "2020-02-29", "2018-06/2019-02", "2019/2019-02-28"] {
            assert_eq!(Period::parse(text).map(|period| period.text).as_deref(), Some(text));
        }
        for text in [
            "",
            "21",
            "2021-2",
            "2021-13",
            "2021-02-29",
            "2021-04-31",
            "2021-02-24-01",
            "+021",
            "2020/2019",
            "0000",
        ] {
            assert_eq!(Period::parse(text), None, "{text}");
        }
    }

    #[test]
    fn orders_only_what_does_not_overlap() {
        let before = |a, b| Period::parse(a).unwrap().is_before(&Period::parse(b).unwrap());
        assert!(before("2019-02", "2021"));
        assert!(before("2019-02-27", "2019-02-28"));
        assert!(!before("2019", "2019-02"));
        assert!(!before("2019-02", "2019-02-28"));
        assert!(!before("2018-06/2019-02", "2019-02-28"));
    }
}
