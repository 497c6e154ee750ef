//! Words that point from today, and seasons.

use jiff::ToSpan as _;

use super::calendar::{Unit, day};
use super::named::{part, with_part};
use super::{Found, Reader, TimexType, number};
use crate::lexicon::FUNCTION;
use crate::token::Kind;

/// Reads the expression of which `word` at `at` points from today or names a season.
pub(super) fn read(reader: &Reader<'_>, at: usize, word: &str) -> Option<Found> {
    deictic(reader, at, word).or_else(|| season(reader, at, word))
}

/// A word that points from today.
pub(super) fn deictic(reader: &Reader<'_>, at: usize, word: &str) -> Option<Found> {
    let shifted = |days: i32| match reader.today() {
        Some(today) => today.checked_add(days.days()).ok().map(day),
        None => Some("XXXX-XX-XX".to_owned()),
    };
    let before = reader.before(at, 1);
    let date = |value: String| reader.found(at..at + 1, TimexType::Date, value);
    match word {
        "today" => date(shifted(0)?),
        "yesterday" => with_part(reader, at..at + 1, shifted(-1)?),
        "tomorrow" => with_part(reader, at..at + 1, shifted(1)?),
        "tonight" => reader.found(at..at + 1, TimexType::Time, format!("{}TNI", shifted(0)?)),
        "overnight" => reader.found(at..at + 1, TimexType::Time, format!("{}TNI", shifted(-1)?)),
        "now" | "currently" | "nowadays" => date("PRESENT_REF".to_owned()),
        // `the current year` is that year.
        "current" if Unit::read(&reader.word(at + 1)).is_some() => None,
        "current" if !matches!(before.as_str(), "a" | "an") => date("PRESENT_REF".to_owned()),
        "recently" | "lately" => date("PAST_REF".to_owned()),
        "recent" => {
            let unit = Unit::read(&reader.word(at + 1));
            let end = at + 1 + usize::from(unit.is_some());
            reader.found(at..end, TimexType::Date, "PAST_REF".to_owned())
        }
        "future" | "term"
            if word == "future" && matches!(before.as_str(), "the" | "near")
                || word == "term" && before == "near" =>
        {
            reader.found(at - 1..at + 1, TimexType::Date, "FUTURE_REF".to_owned())
        }
        "past" if before == "the" && !counts_on(reader, at + 1) => {
            reader.found(at - 1..at + 1, TimexType::Date, "PAST_REF".to_owned())
        }
        "daily" => reader.found(at..at + 1, TimexType::Set, "P1D".to_owned()),
        "weekly" => reader.found(at..at + 1, TimexType::Set, "P1W".to_owned()),
        "monthly" => reader.found(at..at + 1, TimexType::Set, "P1M".to_owned()),
        "annually" | "yearly" => reader.found(at..at + 1, TimexType::Set, "P1Y".to_owned()),
        "morning" | "afternoon" | "evening" | "night" if matches!(before.as_str(), "this" | "last") => {
            let days = if before == "last" { -1 } else { 0 };
            reader.found(at - 1..at + 1, TimexType::Time, format!("{}{}", shifted(days)?, part(word)?))
        }
        _ => None,
    }
}

/// Whether a number or a unit follows, of which `past` says which: `the past two weeks`.
fn counts_on(reader: &Reader<'_>, at: usize) -> bool {
    let word = reader.word(at);
    let vague = matches!(word.as_str(), "several" | "few" | "couple" | "many");
    // `the past president`
    let noun = reader.tokens.get(at).is_some_and(|next| next.kind == Kind::Word && !next.is(FUNCTION));
    vague || noun || number::number(&word).is_some()
}

/// A season with what says which one.
fn season(reader: &Reader<'_>, at: usize, word: &str) -> Option<Found> {
    let (season, first) = match word {
        "spring" => ("SP", 3),
        "summer" => ("SU", 6),
        "fall" | "autumn" => ("FA", 9),
        "winter" => ("WI", 12),
        _ => return None,
    };
    let of = usize::from(reader.word(at + 1) == "of");
    let before = reader.before(at, 1);
    let leads = matches!(before.as_str(), "this" | "last" | "next" | "the" | "early" | "late");
    if let Some(year) = number::year(&reader.word(at + 1 + of)) {
        return reader.found(
            at - usize::from(leads)..at + 2 + of,
            TimexType::Date,
            format!("{year:04}-{season}"),
        );
    }
    let today = reader.today()?;
    let year = match before.as_str() {
        "this" => today.year(),
        "last" if today.month() > first => today.year(),
        "last" => today.year() - 1,
        "next" if today.month() < first => today.year(),
        "next" => today.year() + 1,
        _ => return None,
    };
    reader.found(at - 1..at + 1, TimexType::Date, format!("{year:04}-{season}"))
}
