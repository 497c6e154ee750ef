//! Finds every code in any text: a thread of chat or mail, a file, an address. A code is found
//! whatever stands between its symbols and even without its prefix; one that is damaged is told
//! with the groups that are, and with what it was where only one thing can have happened to it.
//! What the answers in it are worth is left to `collect`.
//!
//! Letters and digits are a code's, whatever their case, width or script of digits, and however
//! they look alike (`symbol`); all else may come between them on the way and is not. Every
//! letter or digit that is another, is lost, is one too many or has changed places with any
//! other is noticed: within the groups by their checks, and at the prefix, at the dashes and
//! right after the last group, which nothing checks, by what stands there ([`Found::slips`]).

use std::ops::Range;

use crate::code::{Code, NotRead, PREFIX, count_of};
use crate::group::{self, Group, SYMBOLS};
use stream::Stream;

mod nearest;
mod repair;
mod stream;
mod walk;

/// A code in a text, or what is left of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The line on which it begins, from 1 on.
    pub line: usize,
    /// What it is.
    pub what: What,
    /// What is not as it was written beside the groups of a whole code: its checks say what it
    /// is all the same. Of a damaged one this is among its faults.
    pub slips: Vec<Fault>,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A code as it was written.
    Whole(Code),
    /// A code that a later release wrote.
    Newer {
        /// Its version.
        version: u64,
        /// The code as it stands in the text.
        text: String,
    },
    /// A code that is not as it was written.
    Damaged(Damage),
}

/// What is wrong with a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// The code as it stands in the text.
    pub text: String,
    /// How many groups it has, where that can be told.
    pub count: Option<usize>,
    /// The groups that are not as they were written. There are none where each is one of a code,
    /// but not all of the same.
    pub faults: Vec<Fault>,
    /// The only code that it can have been, if it takes two slips at the most to make this of it.
    pub repaired: Option<Code>,
}

/// A group that is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Which it is, from 1 on; 0 for the prefix.
    pub group: usize,
    /// How it stands in the text; nothing where it is not there.
    pub text: String,
    /// What happened to it.
    pub kind: FaultKind,
}

/// What happened to a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// A character is another, or two have changed places.
    Changed,
    /// Characters are missing.
    Short,
    /// There are characters too many.
    Long,
    /// All of it is missing, and all that follows where it is the last that is told.
    Missing,
    /// A dash stands within it.
    Parted,
}

/// Every code in a text, in its order.
pub fn find(text: &str) -> Vec<Found> {
    let stream = Stream::new(text);
    let mut found = Vec::new();
    let mut from = 0;
    // Whole ones first: what is left around them can be no part of them.
    for at in 0..stream.len() {
        if at < from {
            continue;
        }
        if let Some((range, what)) = whole(&stream, at) {
            broken(&stream, from..at, &mut found);
            let starts = range.clone().step_by(SYMBOLS).collect::<Vec<_>>();
            let slips = slips(&stream, &starts, from);
            from = range.end;
            found.push((with_prefix(&stream, range).start, what, slips));
        }
    }
    broken(&stream, from..stream.len(), &mut found);
    let (mut line, mut counted) = (1, 0);
    found
        .into_iter()
        .map(|(at, what, slips)| {
            let offset = stream.offset(at);
            line += text
                .as_bytes()
                .get(counted..offset)
                .unwrap_or_default()
                .iter()
                .filter(|byte| **byte == b'\n')
                .count();
            counted = offset;
            Found { line, what, slips }
        })
        .collect()
}

/// The code that begins with the first group at a position, if there is one and all of it.
fn whole(stream: &Stream<'_>, at: usize) -> Option<(Range<usize>, What)> {
    let count = count_of(&stream.group(at)?)?;
    let mut groups = Vec::new();
    for number in 0..count {
        let group = stream.group(at + number * SYMBOLS)?;
        if !group::holds(&group, number) {
            return None;
        }
        groups.push(group);
    }
    let range = at..at + count * SYMBOLS;
    let what = read(&groups, || stream.text(with_prefix(stream, range.clone())))?;
    Some((range, what))
}

fn read(groups: &[Group], text: impl Fn() -> String) -> Option<What> {
    match Code::of(groups) {
        Ok(code) => Some(What::Whole(code)),
        Err(NotRead::Newer(version)) => Some(What::Newer { version, text: text() }),
        Err(NotRead::Damaged) => None,
    }
}

/// What is not as it was written beside groups that begin at these positions: the prefix, which
/// is not looked for before `from`, dashes within groups, and what is written on to the last.
fn slips(stream: &Stream<'_>, starts: &[usize], from: usize) -> Vec<Fault> {
    let mut slips = Vec::new();
    let (Some(first), Some(last)) = (starts.first(), starts.last()) else { return slips };
    slips.extend(prefix_slip(stream, *first, from));
    for (number, start) in starts.iter().enumerate() {
        let range = *start..start + SYMBOLS;
        if (start + 1..range.end).any(|at| stream.has_dash(at)) {
            slips.push(Fault { group: number + 1, text: stream.text(range), kind: FaultKind::Parted });
        }
    }
    let end = last + SYMBOLS;
    if !stream.begins_word(end) && !stream.is_prefix(end) {
        let text = stream.text(*last..stream.word_end(end));
        slips.push(Fault { group: starts.len(), text, kind: FaultKind::Long });
    }
    slips
}

/// What is wrong with the prefix before a position, if anything.
fn prefix_slip(stream: &Stream<'_>, at: usize, from: usize) -> Option<Fault> {
    let start = at.saturating_sub(PREFIX.len()).max(from.min(at));
    let fault = |kind, range| Some(Fault { group: 0, text: stream.text(range), kind });
    if at - start == PREFIX.len() && stream.is_prefix(start) {
        if (start + 1..at).any(|at| stream.has_dash(at)) {
            return fault(FaultKind::Parted, start..at);
        }
        let is_apart = start == from || stream.begins_word(start);
        return if is_apart { None } else { fault(FaultKind::Long, start - 1..at) };
    }
    // What is left of it stands right before the first group, or before the dash there.
    let mut begin = at;
    while begin > from && at - begin <= PREFIX.len() && (begin == at || !stream.begins_word(begin)) {
        begin -= 1;
    }
    let is_near = begin < at && (stream.has_dash(at) || !stream.begins_word(at));
    match is_near {
        true => fault(FaultKind::Changed, begin..at),
        false => fault(FaultKind::Missing, at..at),
    }
}

fn with_prefix(stream: &Stream<'_>, range: Range<usize>) -> Range<usize> {
    let start = range.start.saturating_sub(PREFIX.len());
    if stream.is_prefix(start) { start..range.end } else { range }
}

/// What is left of codes in a part of the text that has no whole one.
fn broken(stream: &Stream<'_>, part: Range<usize>, found: &mut Vec<(usize, What, Vec<Fault>)>) {
    let (mut at, mut from) = (part.start, part.start);
    // Those in one piece first: what is left around them can be no part of them either.
    while at < part.end {
        let run = at..stream.run_end(at, part.end);
        at = run.end;
        if let Some(remains) = nearest::nearest(stream, &run) {
            scattered(stream, from..remains.range.start, found);
            let (what, slips) = remains.what(stream, run.start);
            found.push((remains.range.start, what, slips));
            from = run.end;
        }
    }
    scattered(stream, from..part.end, found);
}

/// The same in a part that has none in one piece.
fn scattered(stream: &Stream<'_>, part: Range<usize>, found: &mut Vec<(usize, What, Vec<Fault>)>) {
    let (mut at, mut from) = (part.start, part.start);
    while at < part.end {
        match walk::remains(stream, at, part.clone()) {
            Some(remains) => {
                let (what, slips) = remains.what(stream, from);
                found.push((remains.range.start, what, slips));
                at = remains.range.end.max(at + 1);
                from = at;
            }
            None => at += 1,
        }
    }
}
