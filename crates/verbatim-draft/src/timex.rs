//! Finds dates and durations and normalises them to the values of TIMEX3
//! (TimeML 1.2.1), counted from the day of publication.
//!
//! Expressions are found by a word that only they have (a month, a unit, a
//! weekday), and read from there to both sides.

use std::ops::Range;

use jiff::civil::Date;

use crate::lexicon::*;
use crate::token::{Kind, Token};

mod calendar;
mod clock;
mod figures;
mod holiday;
mod named;
mod number;
mod pointing;
mod unit;

/// What a time expression stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimexType {
    /// A day, or something longer or vaguer that is placed in the calendar.
    Date,
    /// A part of a day.
    Time,
    /// How long something takes.
    Duration,
    /// How often something happens.
    Set,
}

impl TimexType {
    /// The type's name in TIMEX3.
    pub fn name(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

/// A time expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timex {
    /// Its words, as bytes of the text.
    pub words: Range<usize>,
    /// What it stands for.
    pub kind: TimexType,
    /// Its value in TIMEX3: `1998-02`, `P2W`, `PAST_REF`.
    pub value: String,
}

/// A time expression among the tokens.
pub(crate) struct Found {
    pub(crate) tokens: Range<usize>,
    pub(crate) kind: TimexType,
    pub(crate) value: String,
}

/// The time expressions of a text in order, none within another. Without a day
/// of publication only those are normalised that need none.
pub(crate) fn timex(text: &str, tokens: &[Token], published: Option<Date>) -> Vec<Found> {
    let mut reader = Reader { text, tokens, published, last: published };
    let mut found: Vec<Found> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let token = &tokens[at];
        let anchors =
            token.is(ANCHOR) || token.is(DIGITS) || token.kind == Kind::Word && has_hyphen(text, token);
        let read = if anchors { reader.at(at) } else { None };
        match read {
            // What reaches back into the one before belongs to that.
            Some(read) if found.last().is_none_or(|last| last.tokens.end <= read.tokens.start) => {
                at = read.tokens.end.max(at + 1);
                reader.last = read.value.get(..10).and_then(|day| day.parse().ok()).or(reader.last);
                found.push(read);
            }
            _ => at += 1,
        }
    }
    found
}

fn has_hyphen(text: &str, token: &Token) -> bool {
    token.end - token.start < 24 && text[token.range()].contains('-')
}

/// Reads what stands around a word.
pub(crate) struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    published: Option<Date>,
    /// The day spoken of last, from which `the next day` counts.
    last: Option<Date>,
}

impl Reader<'_> {
    fn at(&self, at: usize) -> Option<Found> {
        let word = self.word(at);
        let word = word.as_str();
        named::read(self, at, word)
            .or_else(|| figures::read(self, at, word))
            .or_else(|| pointing::read(self, at, word))
            .or_else(|| holiday::read(self, at, word))
            .or_else(|| clock::read(self, at, word))
            .or_else(|| unit::read(self, at, word))
    }

    /// The word at a place in small letters; nothing where there is none.
    fn word(&self, at: usize) -> String {
        let token =
            self.tokens.get(at).filter(|token| token.kind == Kind::Word && token.end - token.start < 32);
        token.map_or_else(String::new, |token| self.text[token.range()].to_lowercase())
    }

    /// The word before a place.
    fn before(&self, at: usize, steps: usize) -> String {
        at.checked_sub(steps).map_or_else(String::new, |at| self.word(at))
    }

    fn is(&self, at: usize, kind: Kind) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == kind)
    }

    /// The day of publication; a day that is never used where none is known.
    fn today(&self) -> Option<Date> {
        self.published
    }

    /// Whether the sentence around a place speaks of what is to come.
    fn is_future(&self, at: usize) -> bool {
        let ends = |token: &&Token| !matches!(token.kind, Kind::Stop | Kind::Exclaim | Kind::Paragraph);
        let behind = self.tokens[..at].iter().rev().take(14).take_while(ends);
        let future = |token: &Token| {
            let word = &self.text[token.range()];
            matches!(
                word,
                "will"
                    | "set"
                    | "'ll"
                    | "won't"
                    | "scheduled"
                    | "upcoming"
                    | "shall"
                    | "expects"
                    | "plans"
                    | "planned"
                    | "due"
                    | "expected"
                    | "starting"
                    | "beginning"
            )
        };
        behind.filter(|token| token.kind == Kind::Word).any(future)
    }

    fn found(&self, tokens: Range<usize>, kind: TimexType, value: String) -> Option<Found> {
        Some(Found { tokens, kind, value })
    }
}
