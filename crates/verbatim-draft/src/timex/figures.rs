//! Time expressions in figures: years, decades, halves of years, and whole dates.

use jiff::civil::Date;

use super::calendar;
use super::{Found, Reader, TimexType, number};
use crate::token::Kind;

/// Reads the expression of which `word` at `at` is a date, a year or a decade.
pub(super) fn read(reader: &Reader<'_>, at: usize, word: &str) -> Option<Found> {
    numeric(reader, at, word)
        .or_else(|| by_year(reader, at, word))
        .or_else(|| decade(reader, at, word))
        .or_else(|| spoken(reader, at, word))
}

/// A decade of the last century by its number: `the nineties`.
fn decade(reader: &Reader<'_>, at: usize, word: &str) -> Option<Found> {
    const DECADES: [&str; 8] =
        ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];
    let tens = DECADES.iter().position(|known| *known == word)? + 2;
    let the = reader.before(at, 1) == "the";
    the.then(|| reader.found(at - 1..at + 1, TimexType::Date, format!("19{tens}"))).flatten()
}

/// A year as it is spoken: `nineteen ninety-four`.
fn spoken(reader: &Reader<'_>, at: usize, word: &str) -> Option<Found> {
    let rest = number::number(word).filter(|rest| word.contains('-') && (21..100).contains(rest))?;
    let century = number::number(&reader.before(at, 1)).filter(|century| (17..=20).contains(century))?;
    reader.found(at - 1..at + 1, TimexType::Date, format!("{century}{rest}"))
}

/// A date in digits alone: `1998-02-13`, `02/13/1998`.
fn numeric(reader: &Reader<'_>, at: usize, word: &str) -> Option<Found> {
    let mut parts = word.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let date = Date::new(number::year(year)?, month.parse().ok()?, day.parse().ok()?).ok()?;
    parts.next().is_none().then(|| reader.found(at..at + 1, TimexType::Date, calendar::day(date)))?
}

/// A year or a decade in digits.
fn by_year(reader: &Reader<'_>, at: usize, word: &str) -> Option<Found> {
    let bare = word.strip_prefix("mid-").unwrap_or(word);
    let decade = bare.strip_suffix('s').filter(|digits| digits.ends_with('0'));
    let before = reader.before(at, 1);
    if let Some(decade) = decade.and_then(number::year) {
        let start = at - usize::from(matches!(before.as_str(), "early" | "late" | "mid" | "the"));
        let start = start - usize::from(start < at && before != "the" && reader.before(start, 1) == "the");
        return reader.found(start..at + 1, TimexType::Date, format!("{}", decade / 10));
    }
    // `the ’90s`
    if let ([tens @ b'2'..=b'9', b'0'], true) = (bare.trim_end_matches('s').as_bytes(), bare.ends_with('s'))
        && reader.tokens.get(at.wrapping_sub(1)).is_some_and(|mark| matches!(mark.kind, Kind::Mark(_)))
    {
        let start = at - 1 - usize::from(reader.before(at, 2) == "the");
        return reader.found(start..at + 1, TimexType::Date, format!("19{}", char::from(*tens)));
    }
    if let Some(found) = slashed(reader, at) {
        return Some(found);
    }
    let year = number::year(word).filter(|year| (1700..=2060).contains(year))?;
    let after = reader.word(at + 1);
    // `the 1988 third quarter` is read from its end.
    if number::ordinal(&after).is_some() && reader.word(at + 2) == "quarter" {
        return None;
    }
    let counts = matches!(
        after.as_str(),
        "people"
            | "percent"
            | "miles"
            | "dollars"
            | "points"
            | "feet"
            | "men"
            | "women"
            | "troops"
            | "workers"
            | "jobs"
            | "shares"
            | "tons"
            | "million"
            | "votes"
            | "delegates"
            | "years"
            | "days"
    );
    let marked = at
        .checked_sub(1)
        .is_some_and(|before| reader.text[reader.tokens[before].range()].ends_with(['$', '#']));
    if counts || marked {
        return None;
    }
    // `the last half of 1989`
    if before == "of" && reader.before(at, 2) == "half" {
        let half = match reader.before(at, 3).as_str() {
            "first" => 1,
            "second" | "last" | "latter" => 2,
            _ => return reader.found(at..at + 1, TimexType::Date, format!("{year:04}")),
        };
        let start = at - 3 - usize::from(reader.before(at, 4) == "the");
        return reader.found(start..at + 1, TimexType::Date, format!("{year:04}-H{half}"));
    }
    let start = at - usize::from(matches!(before.as_str(), "early" | "late" | "mid" | "fiscal"));
    reader.found(start..at + 1, TimexType::Date, format!("{year:04}"))
}

/// A date in digits with slashes, the month first as in America unless it can't be:
/// `5/13/2020`, of which the year stands at `at`.
fn slashed(reader: &Reader<'_>, at: usize) -> Option<Found> {
    let slash = |place: usize| reader.text.get(reader.tokens.get(place)?.range()).filter(|mark| *mark == "/");
    let start = at.checked_sub(4)?;
    slash(start + 1).and(slash(start + 3))?;
    let part = |place: usize| reader.word(place).parse::<i8>().ok();
    let (one, two, year) = (part(start)?, part(start + 2)?, number::year(&reader.word(at))?);
    let date = Date::new(year, one, two).or_else(|_| Date::new(year, two, one)).ok()?;
    reader.found(start..at + 1, TimexType::Date, calendar::day(date))
}
