//! Tables for a spreadsheet: CSV as RFC 4180 has it, in UTF-8 with a byte order mark, by which
//! Excel knows it. Every text is quoted. One that a spreadsheet would take for a formula gets an
//! apostrophe before it (OWASP, CSV Injection). Numbers are whole, so that no comma divides them.

use csv::{QuoteStyle, Terminator, Writer, WriterBuilder};
use verbatim_core::model::Story;
use verbatim_core::session::Standing;

use crate::collect::{Class, Set};
use crate::sheet::{Sheet, subject};
use crate::submission::{Confidence, Who};

/// The headings of a table's columns, in the reader's language.
#[derive(Clone, Debug, Default)]
pub struct Headings {
    /// The pupil.
    pub pupil: String,
    /// The pupil's number in the class list.
    pub number: String,
    /// Which attempt.
    pub attempt: String,
    /// When it was begun.
    pub begun: String,
    /// Points earned.
    pub points: String,
    /// Points possible.
    pub possible: String,
    /// Time in seconds.
    pub seconds: String,
    /// The question.
    pub question: String,
    /// The kind of question.
    pub kind: String,
    /// The answer.
    pub answer: String,
    /// Whether the hint was asked for: 1 or 0.
    pub hint: String,
    /// How sure the pupil was, from 1 to 3.
    pub confidence: String,
}

/// What parts the columns. Excel takes what its country takes for lists, which is a semicolon where
/// a comma stands before decimals; others ask, or see for themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Separator {
    /// A comma, as RFC 4180 has it.
    #[default]
    Comma,
    /// A semicolon.
    Semicolon,
}

/// A table with a pupil a row and a question's points a column: every attempt that counts, and
/// those of the class list of whom nothing was handed in.
pub fn by_pupil(class: &Class, set: &Set, headings: &Headings, separator: Separator) -> Vec<u8> {
    let sheet = Sheet::of(set);
    let mut table = Table::new(separator);
    let Headings { pupil, number, attempt, begun, points, possible, seconds, .. } = headings;
    let mut head: Vec<String> =
        [pupil, number, attempt, begun, points, possible, seconds].map(String::clone).into();
    for (at, column) in sheet.columns.iter().enumerate() {
        head.push(format!("{}. {}", at + 1, subject(&set.story, column.posed)));
    }
    table.row(&head);
    for row in &sheet.rows {
        let mut cells = start(class, row.handed);
        cells.extend([row.points.earned, row.points.possible, row.seconds].map(|number| number.to_string()));
        cells.extend(
            row.cells
                .iter()
                .map(|cell| cell.as_ref().map_or_else(String::new, |cell| cell.points.earned.to_string())),
        );
        table.row(&cells);
    }
    for place in &set.missing {
        let Some(pupil) = class.roster.pupils.get(*place) else { continue };
        let number = pupil.number.map_or_else(String::new, |number| number.to_string());
        let mut cells = vec![pupil.name.clone(), number];
        cells.resize(head.len(), String::new());
        table.row(&cells);
    }
    table.done()
}

/// A table with an answer a row, of every attempt.
pub fn by_answer(class: &Class, set: &Set, headings: &Headings, separator: Separator) -> Vec<u8> {
    let story: &Story = &set.story;
    let mut table = Table::new(separator);
    let Headings {
        pupil,
        number,
        attempt,
        begun,
        question,
        kind,
        answer,
        points,
        possible,
        seconds,
        hint,
        confidence,
    } = headings;
    table.row(
        &[pupil, number, attempt, begun, question, kind, answer, points, possible, seconds, hint, confidence]
            .map(String::clone),
    );
    for handed in &set.handed {
        for (at, posed) in handed.session.questions().iter().enumerate() {
            let (outcome, answer) = (handed.session.outcome(at), handed.submission.answers.get(at));
            let answered = handed.session.standing(at) == Standing::Answered;
            let response = handed.session.response(at).filter(|_| answered);
            let sure = answer.and_then(|answer| answer.confidence);
            let sure = sure.map_or("", |confidence| match confidence {
                Confidence::Low => "1",
                Confidence::Middle => "2",
                Confidence::High => "3",
            });
            let mut cells = start(class, handed);
            cells.extend([
                subject(story, posed),
                posed.kind(story).name().to_owned(),
                response.map_or_else(String::new, |response| response.items(&posed.task, story).join(" ")),
                outcome.points.earned.to_string(),
                outcome.points.possible.to_string(),
                answer.map_or(0, |answer| answer.spent.seconds()).to_string(),
                u8::from(outcome.hinted).to_string(),
                sure.to_owned(),
            ]);
            table.row(&cells);
        }
    }
    table.done()
}

/// The pupil, the number, the attempt and the day and time (UTC) of what was handed in.
fn start(class: &Class, handed: &crate::collect::Handed) -> Vec<String> {
    use crate::collect::Pupil;
    let number = match &handed.pupil {
        Pupil::Listed(place) => class.roster.pupils.get(*place).and_then(|pupil| pupil.number),
        Pupil::Other(Who::Number(number)) => Some(*number),
        _ => None,
    };
    let number = number.map_or_else(String::new, |number| number.to_string());
    let begun = day_and_time(handed.submission.head.begun.milliseconds());
    vec![class.name(&handed.pupil), number, handed.attempt.to_string(), begun]
}

/// A moment as spreadsheets read it, such as `2026-11-30 10:15` (Howard Hinnant,
/// "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`).
fn day_and_time(milliseconds: f64) -> String {
    let minutes = (milliseconds / 60_000.0).floor() as i64;
    let (days, minute) = (minutes.div_euclid(1440), minutes.rem_euclid(1440));
    let shifted = days + 719_468;
    let (era, day_of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02} {:02}:{:02}", minute / 60, minute % 60)
}

struct Table(Writer<Vec<u8>>);

impl Table {
    fn new(separator: Separator) -> Self {
        let start = b"\xEF\xBB\xBF".to_vec();
        let mut builder = WriterBuilder::new();
        builder.delimiter(match separator {
            Separator::Comma => b',',
            Separator::Semicolon => b';',
        });
        builder.quote_style(QuoteStyle::NonNumeric).terminator(Terminator::CRLF);
        Self(builder.from_writer(start))
    }

    fn row(&mut self, cells: &[String]) {
        // To memory nothing fails, and rows are of one length.
        let _ = self.0.write_record(cells.iter().map(|cell| defused(cell)));
    }

    fn done(self) -> Vec<u8> {
        self.0.into_inner().unwrap_or_default()
    }
}

/// A cell that no spreadsheet takes for a formula.
fn defused(cell: &str) -> String {
    let first =
        cell.trim_start_matches(|letter: char| letter.is_whitespace() || letter.is_control()).chars().next();
    let begins = cell.chars().next();
    let is_formula =
        first.is_some_and(|letter| "=+-@|%\u{ff1d}\u{ff0b}\u{ff0d}\u{ff20}\u{2212}".contains(letter));
    let is_odd = begins.is_some_and(|letter| matches!(letter, '\t' | '\r' | '\n'));
    if is_formula || is_odd { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_run_is_text() {
        for cell in
            ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\u{ff1d}1+1", "=cmd|' /C calc'!A0"]
        {
            assert!(defused(cell).starts_with('\''), "{cell:?}");
        }
        for cell in ["Ann", "12", "", "'tis", "a=b", "2026-11-30 10:15"] {
            assert_eq!(defused(cell), cell);
        }
    }

    #[test]
    fn moments_as_spreadsheets_read_them() {
        for (milliseconds, text) in [
            (0.0, "1970-01-01 00:00"),
            (951_782_399_000.0, "2000-02-28 23:59"),
            (951_782_400_000.0, "2000-02-29 00:00"),
            (1_796_033_700_000.0, "2026-11-30 10:15"),
        ] {
            assert_eq!(day_and_time(milliseconds), text);
        }
    }
}
