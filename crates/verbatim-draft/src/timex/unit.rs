//! Time expressions that a unit tells: durations, and dates so many units from
//! today (`two weeks ago`, `last month`, `the third quarter`).

use jiff::civil::Date;

use super::calendar::Unit;
use super::{Found, Reader, TimexType, number};
use crate::lexicon::*;
use crate::token::Kind;

/// Reads the expression of which `word` at `at` is the unit.
pub(super) fn read(reader: &Reader<'_>, at: usize, word: &str) -> Option<Found> {
    if word.contains('-') {
        return hyphenated(reader, at, word);
    }
    let unit = Unit::read(word)?;
    let plural = word.ends_with('s');
    if unit == Unit::Quarter && !plural {
        return by_quarter(reader, at, at).or_else(|| repeated(reader, at, unit));
    }
    if unit == Unit::Second && !plural {
        return None;
    }
    counted(reader, at, unit, plural)
        .or_else(|| bound(reader, at, unit))
        .or_else(|| from_last(reader, at, unit))
        .or_else(|| century(reader, at, unit))
        .or_else(|| placed(reader, at, unit))
        .or_else(|| repeated(reader, at, unit))
        .or_else(|| vague(reader, at, plural))
}

/// A unit with a number: how long, or how far from today.
fn counted(reader: &Reader<'_>, at: usize, unit: Unit, plural: bool) -> Option<Found> {
    let before = reader.before(at, 1);
    let mut start = at.checked_sub(1)?;
    let mut count = match before.as_str() {
        "a" | "an" if !plural => {
            // `twice a week`
            if matches!(reader.before(start, 1).as_str(), "once" | "twice" | "times") {
                return None;
            }
            // `24 hours a day`, `$5 a year`: a rate.
            let rate = start > 0
                && reader.tokens[start - 1].kind == Kind::Word
                && !reader.tokens[start - 1].is(FUNCTION | ADV | SPEECH | VERB | PARTICIPLE);
            let away = matches!(
                reader.word(at + 1).as_str(),
                "ago" | "earlier" | "later" | "and" | "before" | "after"
            );
            if rate && !away {
                return None;
            }
            "1".to_owned()
        }
        "several" | "few" | "many" | "some" if plural => "X".to_owned(),
        word => number::number(word)?.to_string(),
    };
    if before == "few" && reader.before(start, 1) == "a" {
        start -= 1;
    }
    let half = reader.word(at + 1) == "and" && reader.word(at + 2) == "a" && reader.word(at + 3) == "half";
    if half && unit == Unit::Minute {
        return reader.found(start..at + 4, TimexType::Duration, format!("PT{count}M30S"));
    }
    // `the past two months`
    let led = matches!(
        reader.before(start, 1).as_str(),
        "past" | "last" | "next" | "first" | "coming" | "previous"
    );
    if led {
        start -= 1 + usize::from(reader.before(start, 2) == "the");
        return reader.found(start..at + 1, TimexType::Duration, unit.duration(&count));
    }
    let after = reader.word(at + 1);
    // `it will sail in two weeks`
    let ahead = reader.before(start, 1) == "in" && reader.is_future(start) && after != "time";
    if let (true, Ok(steps), Some(today)) = (ahead, count.parse::<i64>(), reader.today())
        && let Some(value) = unit.away(today, steps)
    {
        return reader.found(start..at + 1, TimexType::Date, value);
    }
    let direction = match after.as_str() {
        "ago" | "earlier" | "before" => -1,
        "later" | "hence" => 1,
        _ => 0,
    };
    if direction != 0 && !matches!(unit, Unit::Second | Unit::Minute | Unit::Hour) {
        let quarterly =
            after == "earlier" && unit == Unit::Year && count == "1" && speaks_of_quarters(reader, at);
        if matches!(after.as_str(), "before" | "earlier" | "later") && !quarterly {
            // From what day is not said here.
            return reader
                .found(start..at + 2, TimexType::Duration, unit.duration(&count))
                .filter(|_| after != "before");
        }
        let Ok(steps) = count.parse::<i64>() else {
            return reader.found(start..at + 2, TimexType::Date, "PAST_REF".to_owned());
        };
        let value = match reader.today() {
            Some(today) if unit == Unit::Year && steps == 1 && speaks_of_quarters(reader, at) => {
                last_year(&last_quarter(today)?)
            }
            Some(today) => unit.away(today, steps * direction)?,
            None => "PAST_REF".to_owned(),
        };
        return reader.found(start..at + 2, TimexType::Date, value);
    }
    if unit == Unit::Decade {
        count = count.parse::<u32>().map_or(count, |count| (count * 10).to_string());
        return reader.found(start..at + 1, TimexType::Duration, Unit::Year.duration(&count));
    }
    let old = usize::from(matches!(after.as_str(), "old"));
    reader.found(start..at + 1 + old, TimexType::Duration, unit.duration(&count))
}

/// The day after or before the one spoken of last: `the next day`.
fn from_last(reader: &Reader<'_>, at: usize, unit: Unit) -> Option<Found> {
    let steps = match reader.before(at, 1).as_str() {
        "next" | "following" => 1,
        "previous" => -1,
        _ => return None,
    };
    let the = at.checked_sub(2).filter(|_| unit == Unit::Day && reader.before(at, 2) == "the")?;
    reader.found(the..at + 1, TimexType::Date, Unit::Day.placed(reader.last?, steps)?)
}

/// `the 19th century`
fn century(reader: &Reader<'_>, at: usize, unit: Unit) -> Option<Found> {
    let before = reader.before(at, 1);
    let count = before.strip_suffix("th").or(before.strip_suffix("st"))?.parse::<u32>().ok()?;
    let known = unit == Unit::Century && (1..=21).contains(&count);
    let start = at - 1 - usize::from(reader.before(at, 2) == "the");
    known.then(|| reader.found(start..at + 1, TimexType::Date, format!("{:02}XX", count - 1)))?
}

/// The unit whose end or part is spoken of: `the end of the year`.
fn bound(reader: &Reader<'_>, at: usize, unit: Unit) -> Option<Found> {
    let start = at.checked_sub(3)?;
    let part = matches!(
        reader.word(start).as_str(),
        "end" | "beginning" | "start" | "rest" | "middle" | "remainder"
    );
    let the = reader.word(start + 1) == "of" && reader.word(start + 2) == "the";
    let lead = start - usize::from(reader.before(start, 1) == "the");
    if !part || !the || unit == Unit::Day {
        return None;
    }
    reader.found(lead..at + 1, TimexType::Date, unit.placed(reader.today()?, 0)?)
}

/// A unit that is placed from today: `this week`, `late last year`.
fn placed(reader: &Reader<'_>, at: usize, unit: Unit) -> Option<Found> {
    let before = reader.before(at, 1);
    let mut start = at.checked_sub(1)?;
    let steps = match before.as_str() {
        "this" | "current" => 0,
        "last" | "past" | "previous" => -1,
        "next" | "coming" => 1,
        "the" if unit == Unit::Weekend => weekend_steps(reader.today()?),
        _ => return None,
    };
    if before == "past" && unit != Unit::Week && unit != Unit::Weekend && unit != Unit::Month {
        let unit_count = if unit == Unit::Decade { ("10", Unit::Year) } else { ("1", unit) };
        start -= usize::from(reader.before(start, 1) == "the");
        return reader.found(start..at + 1, TimexType::Duration, unit_count.1.duration(unit_count.0));
    }
    let lead = reader.before(start, 1);
    if matches!(lead.as_str(), "earlier" | "later" | "early" | "late" | "the") {
        start -= 1;
    }
    // `the coming weeks`
    if reader.word(at).ends_with('s') && before != "this" {
        return reader.found(start..at + 1, TimexType::Duration, unit.duration("X"));
    }
    let today = reader.today()?;
    let value = unit.placed(today, steps)?;
    // `next year's first quarter`
    if unit == Unit::Year
        && reader.is(at + 1, Kind::Possessive)
        && reader.word(at + 3) == "quarter"
        && let Some(count) = number::ordinal(&reader.word(at + 2))
    {
        return reader.found(start..at + 4, TimexType::Date, format!("{value}-Q{count}"));
    }
    let kind = if unit == Unit::Night { TimexType::Time } else { TimexType::Date };
    reader.found(start..at + 1, kind, value)
}

/// The weekend that is spoken of early in a week is the one before.
fn weekend_steps(today: Date) -> i64 {
    if today.weekday().to_monday_zero_offset() < 3 { -1 } else { 0 }
}

/// `every day`, `each year`.
fn repeated(reader: &Reader<'_>, at: usize, unit: Unit) -> Option<Found> {
    let often = match (reader.before(at, 1).as_str(), reader.before(at, 2).as_str()) {
        ("a" | "an", "once" | "twice") => 2,
        ("a" | "an", "times") => 3,
        _ => 0,
    };
    if often > 0 && at >= often {
        return reader.found(at - often..at + 1, TimexType::Set, unit.duration("1"));
    }
    let each = matches!(reader.before(at, 1).as_str(), "every" | "each");
    if each { reader.found(at - 1..at + 1, TimexType::Set, unit.duration("1")) } else { None }
}

/// Units without a number: `years ago`.
fn vague(reader: &Reader<'_>, at: usize, plural: bool) -> Option<Found> {
    if plural && reader.word(at + 1) == "ago" {
        return reader.found(at..at + 2, TimexType::Date, "PAST_REF".to_owned());
    }
    None
}

/// `the third quarter of 1971`, `next year's first quarter`.
fn by_quarter(reader: &Reader<'_>, at: usize, end: usize) -> Option<Found> {
    let word = reader.word(at);
    let joined = word.split_once('-').and_then(|(first, _)| number::ordinal(first));
    let count = joined.or_else(|| number::ordinal(&reader.before(at, 1)));
    let today = reader.today();
    let lead = |start: usize| start - usize::from(reader.before(start, 1) == "the");
    let Some(count) = count else {
        let before = reader.before(at, 1);
        let steps = match before.as_str() {
            "the" | "last" | "latest" | "previous" => -1,
            "this" | "current" => 0,
            "next" => 1,
            _ => return None,
        };
        let value = Unit::Quarter.placed(today?, steps)?;
        return reader.found(lead(at - 1)..end + 1, TimexType::Date, value);
    };
    let start = if joined.is_some() { at } else { at - 1 };
    // `the 1988 third quarter`
    if let Some(year) = number::year(&reader.before(start, 1)) {
        return reader.found(lead(start - 1)..end + 1, TimexType::Date, format!("{year:04}-Q{count}"));
    }
    let of = usize::from(reader.word(end + 1) == "of");
    if let Some(year) = number::year(&reader.word(end + 1 + of)) {
        return reader.found(lead(start)..end + 2 + of, TimexType::Date, format!("{year:04}-Q{count}"));
    }
    let today = today?;
    let current = (today.month() + 2) as u32 / 3;
    let year = if count > current { today.year() - 1 } else { today.year() };
    reader.found(lead(start)..end + 1, TimexType::Date, format!("{year:04}-Q{count}"))
}

/// Words that a hyphen joins: `two-week`, `82-year-old`, `third-quarter`, `year-ago`.
fn hyphenated(reader: &Reader<'_>, at: usize, word: &str) -> Option<Found> {
    if word == "year-ago" || word == "year-earlier" {
        let today = reader.today()?;
        let quarter = reader.word(at + 1) == "quarter";
        let end = at + 1 + usize::from(quarter);
        let value = match quarter || speaks_of_quarters(reader, at) {
            true => last_year(&last_quarter(today)?),
            false => Unit::Year.placed(today, -1)?,
        };
        let start = at - usize::from(reader.before(at, 1) == "the");
        return reader.found(start..end, TimexType::Date, value);
    }
    if word.ends_with("-quarter") {
        return by_quarter(reader, at, at);
    }
    // Somebody's age in years is neither a date nor how long something took; a child's is told.
    let age = word.ends_with("-old")
        && !word.contains("-month-")
        && !word.contains("-week-")
        && !word.contains("-day-");
    if age || word.ends_with('s') {
        return None;
    }
    let (count, rest) = word.split_once('-')?;
    let unit = rest.split('-').next().and_then(Unit::read)?;
    let joined =
        word.rsplit_once('-').and_then(|(front, back)| Some((number::number(front)?, Unit::read(back)?)));
    if let Some((count, unit)) = joined {
        return reader.found(at..at + 1, TimexType::Duration, unit.duration(&count.to_string()));
    }
    let count = number::number(count)?;
    reader.found(at..at + 1, TimexType::Duration, unit.duration(&count.to_string()))
}

/// Whether the text before a place counts in quarters, as reports of earnings do.
fn speaks_of_quarters(reader: &Reader<'_>, at: usize) -> bool {
    let behind = reader.tokens[..at].iter().rev().take(120);
    behind
        .filter(|token| token.kind == Kind::Word)
        .any(|token| reader.text[token.range()].ends_with("quarter"))
}

fn last_quarter(today: Date) -> Option<String> {
    Unit::Quarter.placed(today, -1)
}

/// The same a year before.
fn last_year(value: &str) -> String {
    let year = value.get(..4).and_then(|year| year.parse::<i32>().ok()).unwrap_or_default();
    format!("{:04}{}", year - 1, value.get(4..).unwrap_or_default())
}
