//! Findings for editors and other tools, as a JSON list.

use std::io::{self, Write};
use std::ops::Range;

use serde::Serialize;
use verbatim_core::finding::Severity;

use super::{Placed, Related, Report};
use crate::text::Text;

pub(crate) fn write(reports: &[Report<'_>], out: &mut dyn Write) -> io::Result<()> {
    let findings: Vec<Found<'_>> = reports
        .iter()
        .flat_map(|report| report.findings.iter().map(|placed| Found::new(placed, report.story)))
        .collect();
    serde_json::to_writer_pretty(&mut *out, &findings)?;
    writeln!(out)
}

#[derive(Serialize)]
struct Found<'a> {
    file: &'a str,
    code: &'static str,
    severity: &'static str,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    expected: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<String>,
    /// A JSON Pointer to the value; empty for the whole file.
    pointer: &'a str,
    range: Span,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related: Vec<Beside<'a>>,
}

/// A place beside the finding's own.
#[derive(Serialize)]
struct Beside<'a> {
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<Span>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    marks: Vec<Mark<'a>>,
}

/// A part of such a place.
#[derive(Serialize)]
struct Mark<'a> {
    message: &'a str,
    range: Span,
}

#[derive(Serialize)]
struct Span {
    start: Position,
    end: Position,
}

/// Lines and columns count from 1, columns in code points; offsets are bytes from 0.
#[derive(Serialize)]
struct Position {
    line: usize,
    column: usize,
    offset: usize,
}

impl<'a> Found<'a> {
    fn new(placed: &'a Placed<'_>, story: &'a Text) -> Self {
        let problem = &placed.finding.problem;
        Self {
            file: story.name(),
            code: problem.code(),
            severity: match placed.finding.severity() {
                Severity::Error => "error",
                Severity::Warning => "warning",
            },
            message: problem.message(),
            expected: problem.expected(),
            help: problem.help(),
            pointer: &placed.finding.place.pointer,
            range: Span::new(story, &placed.range),
            related: placed.related.iter().map(Beside::new).collect(),
        }
    }
}

impl<'a> Beside<'a> {
    fn new(related: &'a Related<'_>) -> Self {
        let place = related.place.as_ref();
        let mark = |text: &Text, (range, message): &'a (Range<usize>, String)| Mark {
            message,
            range: Span::new(text, range),
        };
        Self {
            message: &related.message,
            file: place.map(|(text, _)| text.name()),
            range: place.map(|(text, range)| Span::new(text, range)),
            marks: place
                .map(|(text, _)| related.marks.iter().map(|one| mark(text, one)).collect())
                .unwrap_or_default(),
        }
    }
}

impl Span {
    fn new(text: &Text, range: &Range<usize>) -> Self {
        Self { start: Position::new(text, range.start), end: Position::new(text, range.end) }
    }
}

impl Position {
    fn new(text: &Text, offset: usize) -> Self {
        let crate::text::Position { line, column, offset } = text.position(offset);
        Self { line, column, offset }
    }
}
