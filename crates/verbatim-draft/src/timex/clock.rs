//! Times of the day by the clock: `10:30 a.m. Monday`, `noon on Friday`.

use super::{Found, Reader, TimexType, named};

/// Reads the time of which `word` at `at` is `a.m.`, `p.m.`, `noon` or `midnight`.
pub(super) fn read(reader: &Reader<'_>, at: usize, word: &str) -> Option<Found> {
    let (start, time) = match word {
        "noon" | "midday" => (at, "T12:00".to_owned()),
        "midnight" => (at, "T24:00".to_owned()),
        "a.m." | "am" | "p.m." | "pm" => {
            (at.checked_sub(1)?, hours(&reader.before(at, 1), word.starts_with('p'))?)
        }
        _ => return None,
    };
    // The day may follow, or stand before.
    let on = usize::from(reader.word(at + 1) == "on");
    let day = |place: usize| named::day_at(reader, place).filter(|found| found.value.len() == 10);
    if let Some(found) = day(at + 1 + on) {
        return reader.found(start..found.tokens.end, TimexType::Time, found.value + &time);
    }
    let today = reader.today().map_or_else(|| "XXXX-XX-XX".to_owned(), super::calendar::day);
    reader.found(start..at + 1, TimexType::Time, today + &time)
}

/// `3`, `10:30` as hours of 24.
fn hours(word: &str, afternoon: bool) -> Option<String> {
    let (hour, minute) = word.split_once(':').unwrap_or((word, "00"));
    let hour: u32 = hour.parse().ok().filter(|hour| (1..=12).contains(hour))?;
    let minute: u32 = minute.parse().ok().filter(|minute| *minute < 60)?;
    let hour = hour % 12 + if afternoon { 12 } else { 0 };
    Some(format!("T{hour:02}:{minute:02}"))
}
