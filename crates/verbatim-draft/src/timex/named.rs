//! Time expressions that the name of a month or a weekday tells.

use super::calendar::{day, weekday_before, year_of};
use super::{Found, Reader, TimexType, number, pointing};
use crate::token::Kind;
use jiff::ToSpan as _;

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const FULL: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Reads the expression of which `word` at `at` is the name.
pub(super) fn read(reader: &Reader<'_>, at: usize, word: &str) -> Option<Found> {
    if let Some(month) = month_of(reader, at, word) {
        return by_month(reader, at, month);
    }
    if let Some(weekday) = weekday_of(reader, at, word) {
        return by_weekday(reader, at, weekday);
    }
    None
}

/// The day that a weekday, a month or a word like `yesterday` at a place names.
pub(super) fn day_at(reader: &Reader<'_>, at: usize) -> Option<Found> {
    let word = reader.word(at);
    read(reader, at, &word).or_else(|| pointing::deictic(reader, at, &word))
}

/// The number of a month, from 1; `may` and `march` are months with a capital only.
fn month_of(reader: &Reader<'_>, at: usize, word: &str) -> Option<i8> {
    let bare = word
        .strip_prefix("mid-")
        .or(word.strip_prefix("late-"))
        .or(word.strip_prefix("early-"))
        .unwrap_or(word);
    let letters = &reader.text[reader.tokens.get(at)?.range()];
    // In small letters a word may have other bytes; then it is no month.
    let capital =
        letters.get(word.len() - bare.len()..)?.starts_with(|letter: char| letter.is_ascii_uppercase());
    if !capital {
        return None;
    }
    let full = FULL.iter().position(|known| *known == bare);
    let dotted = bare.trim_end_matches('.');
    let short = || MONTHS.iter().position(|known| *known == dotted || dotted == "sept" && *known == "sep");
    // `May` and `March` alone are a verb as well: what follows or leads tells.
    let found = full.or_else(short)? as i8 + 1;
    let ambiguous = (matches!(bare, "may" | "march") || bare.len() == 3) && word == bare;
    let follows = number::day(&reader.word(at + 1)).is_some() || number::year(&reader.word(at + 1)).is_some();
    let leads = matches!(
        reader.before(at, 1).as_str(),
        "in" | "last"
            | "next"
            | "this"
            | "of"
            | "since"
            | "until"
            | "by"
            | "early"
            | "late"
            | "each"
            | "every"
            | "and"
            | "from"
            | "to"
            | "through"
    );
    let counted = number::day(&reader.before(at, 1)).is_some();
    (!ambiguous || follows || leads && full.is_some() || counted).then_some(found)
}

fn by_month(reader: &Reader<'_>, at: usize, month: i8) -> Option<Found> {
    let mut start = at;
    let mut end = at + 1;
    let mut month_day = None;
    if let Some((found, length)) = days(reader, end) {
        month_day = Some(found);
        end += length;
    } else if let Some(found) = at.checked_sub(1).and_then(|before| number::day(&reader.word(before))) {
        month_day = Some(found);
        start -= 1;
    } else if reader.before(at, 1) == "of"
        && let Some(found) = number::day(&reader.before(at, 2))
    {
        // `the 5th of May`
        month_day = Some(found);
        start -= 2 + usize::from(reader.before(at, 3) == "the");
    }
    let mut year = None;
    let comma = usize::from(reader.is(end, Kind::Comma));
    let of = usize::from(reader.word(end) == "of");
    if let Some(found) = number::year(&reader.word(end + comma.max(of))) {
        year = Some(found);
        end += 1 + comma.max(of);
    } else if let Some(found) = relative_year(reader, end + of) {
        year = Some(found);
        end += 2 + of;
    }
    // `Friday, Nov. 6`
    let comma = usize::from(start > 0 && reader.is(start - 1, Kind::Comma));
    if month_day.is_some()
        && start > comma
        && weekday_of(reader, start - 1 - comma, &reader.before(start, 1 + comma)).is_some()
    {
        start -= 1 + comma;
    }
    let before = reader.before(start, 1);
    let mut steps = None;
    match before.as_str() {
        "early" | "late" | "mid" => start -= 1,
        "last" | "this" | "next" if month_day.is_none() => {
            steps = Some(before.as_str().to_owned());
            start -= 1;
        }
        "each" | "every" if month_day.is_none() => {
            return reader.found(start - 1..end, TimexType::Set, format!("XXXX-{month:02}"));
        }
        _ => {}
    }
    let year = match (year, reader.today()) {
        (Some(year), _) => format!("{year:04}"),
        (None, None) => "XXXX".to_owned(),
        (None, Some(today)) => {
            let ended = matches!(before.as_str(), "ended" | "since");
            let nearest = year_of(today, month, !ended && reader.is_future(start), ended);
            let year = match steps.as_deref() {
                Some("last") if (nearest, month) >= (today.year(), today.month()) => nearest - 1,
                Some("next") if (nearest, month) <= (today.year(), today.month()) => nearest + 1,
                Some("this") => today.year(),
                _ => nearest,
            };
            format!("{year:04}")
        }
    };
    let value = match month_day {
        Some(day) => format!("{year}-{month:02}-{day:02}"),
        None => format!("{year}-{month:02}"),
    };
    with_part(reader, start..end, value)
}

/// The day that follows a month, the first of several (`5-7`, `5–7`, `5 to 7`), and in how many tokens.
fn days(reader: &Reader<'_>, at: usize) -> Option<(i8, usize)> {
    let word = reader.word(at);
    if let Some((first, last)) = word.split_once('-') {
        let (first, last) = (number::day(first)?, number::day(last)?);
        return (first < last).then_some((first, 1));
    }
    let first = number::day(&word)?;
    let joined = reader.is(at + 1, Kind::Dash) || reader.word(at + 1) == "to";
    let last = number::day(&reader.word(at + 2)).filter(|last| joined && first < *last);
    Some((first, if last.is_some() { 3 } else { 1 }))
}

/// The year that `this year`, `last year` or `next year` at a place names.
fn relative_year(reader: &Reader<'_>, at: usize) -> Option<i16> {
    let steps = match reader.word(at).as_str() {
        "this" => 0,
        "last" => -1,
        "next" => 1,
        _ => return None,
    };
    (reader.word(at + 1) == "year").then_some(reader.today()?.year() + steps)
}

/// The number of a weekday, from 0 for Monday.
fn weekday_of(reader: &Reader<'_>, at: usize, word: &str) -> Option<i8> {
    let letters = &reader.text[reader.tokens.get(at)?.range()];
    if !letters.starts_with(|letter: char| letter.is_ascii_uppercase()) {
        return None;
    }
    let dotted = word.trim_end_matches('.');
    let short = |known: &&str| word.ends_with('.') && dotted.len() >= 3 && known.starts_with(dotted);
    let found = WEEKDAYS.iter().position(|known| *known == dotted || short(known))?;
    Some(found as i8)
}

fn by_weekday(reader: &Reader<'_>, at: usize, weekday: i8) -> Option<Found> {
    let comma = usize::from(reader.is(at + 1, Kind::Comma));
    let next = at + 1 + comma;
    // The month tells the day: `Monday, Nov. 9`, `Monday, 9 November`.
    let dated = |month: usize, day: usize| {
        let month = month_of(reader, month, &reader.word(month)).map(|number| (month, number));
        month.filter(|_| number::day(&reader.word(day)).is_some())
    };
    if let Some((month, number)) = dated(next, next + 1).or_else(|| dated(next + 1, next)) {
        return by_month(reader, month, number);
    }
    let Some(today) = reader.today() else {
        return reader.found(at..at + 1, TimexType::Date, format!("XXXX-WXX-{}", weekday + 1));
    };
    let past = weekday_before(today, weekday)?;
    let mut start = at;
    let before = reader.before(at, 1);
    let date = match before.as_str() {
        "next" => {
            start -= 1;
            past.checked_add(7.days()).ok()?
        }
        "last" => {
            start -= 1;
            if past == today { past.checked_sub(7.days()).ok()? } else { past }
        }
        "every" | "each" => {
            return reader.found(at - 1..at + 1, TimexType::Set, format!("XXXX-WXX-{}", weekday + 1));
        }
        "this" | "late" | "early" | "earlier" => {
            start -= 1;
            past
        }
        _ if past != today && reader.is_future(at) => past.checked_add(7.days()).ok()?,
        _ => past,
    };
    with_part(reader, start..at + 1, day(date))
}

/// The part of the day that follows a day: `Friday morning`.
pub(super) fn with_part(reader: &Reader<'_>, tokens: std::ops::Range<usize>, value: String) -> Option<Found> {
    match part(&reader.word(tokens.end)) {
        Some(part) => reader.found(tokens.start..tokens.end + 1, TimexType::Time, format!("{value}{part}")),
        None => reader.found(tokens, TimexType::Date, value),
    }
}

pub(super) fn part(word: &str) -> Option<&'static str> {
    Some(match word {
        "morning" => "TMO",
        "afternoon" => "TAF",
        "evening" => "TEV",
        "night" => "TNI",
        _ => return None,
    })
}
