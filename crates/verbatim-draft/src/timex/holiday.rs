//! Holidays that have one day in a year, by their names.

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};

use super::calendar::{day, year_of};
use super::{Found, Reader, TimexType, number};

/// Reads the holiday of whose name `word` at `at` is the first.
pub(super) fn read(reader: &Reader<'_>, at: usize, word: &str) -> Option<Found> {
    let capital =
        reader.text[reader.tokens.get(at)?.range()].starts_with(|letter: char| letter.is_ascii_uppercase());
    let next = reader.word(at + 1);
    let (length, month, of_year): (usize, i8, fn(i16) -> Option<Date>) = match (word, next.as_str()) {
        ("christmas", "eve") => (2, 12, |year| Date::new(year, 12, 24).ok()),
        ("christmas", "day") => (2, 12, |year| Date::new(year, 12, 25).ok()),
        ("christmas", _) => (1, 12, |year| Date::new(year, 12, 25).ok()),
        ("halloween", _) => (1, 10, |year| Date::new(year, 10, 31).ok()),
        ("thanksgiving", "day") => (2, 11, fourth_thursday),
        ("thanksgiving", _) => (1, 11, fourth_thursday),
        _ => return None,
    };
    if !capital {
        return None;
    }
    let end = at + length;
    if let Some(year) = number::year(&reader.word(end)) {
        return reader.found(at..end + 1, TimexType::Date, day(of_year(year)?));
    }
    let today = reader.today()?;
    let nearest = year_of(today, month, reader.is_future(at), false);
    let before = reader.before(at, 1);
    let (start, year) = match before.as_str() {
        "last" => (at - 1, if of_year(today.year())? < today { today.year() } else { today.year() - 1 }),
        "next" => (at - 1, if of_year(today.year())? > today { today.year() } else { today.year() + 1 }),
        "this" => (at - 1, today.year()),
        _ => (at, nearest),
    };
    reader.found(start..end, TimexType::Date, day(of_year(year)?))
}

fn fourth_thursday(year: i16) -> Option<Date> {
    let first = Date::new(year, 11, 1).ok()?;
    let days = Weekday::Thursday.since(first.weekday());
    first.checked_add(i64::from(days).days()).ok()?.checked_add(3.weeks()).ok()
}
