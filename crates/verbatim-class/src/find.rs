//! Finds every code in any text: a thread of chat or mail, a file, an address. A code is found
//! whatever stands between its symbols and even without its prefix; one that is damaged is told
//! with the groups that are, and with what it was where only one thing can have happened to it.
//! What the answers in it are worth is left to `collect`.

use std::ops::Range;

use crate::code::{Code, NotRead, PREFIX, count_of};
use crate::group::{self, Group, SYMBOLS};
use stream::Stream;

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
    /// Which it is, from 1 on.
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
            from = range.end;
            found.push((with_prefix(&stream, range).start, what));
        }
    }
    broken(&stream, from..stream.len(), &mut found);
    let (mut line, mut counted) = (1, 0);
    found
        .into_iter()
        .map(|(at, what)| {
            let offset = stream.offset(at);
            line += text
                .as_bytes()
                .get(counted..offset)
                .unwrap_or_default()
                .iter()
                .filter(|byte| **byte == b'\n')
                .count();
            counted = offset;
            Found { line, what }
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

fn with_prefix(stream: &Stream<'_>, range: Range<usize>) -> Range<usize> {
    let start = range.start.saturating_sub(PREFIX.len());
    if stream.is_prefix(start) { start..range.end } else { range }
}

/// What is left of codes in a part of the text that has no whole one.
fn broken(stream: &Stream<'_>, part: Range<usize>, found: &mut Vec<(usize, What)>) {
    let mut at = part.start;
    while at < part.end {
        match walk::remains(stream, at, part.clone()) {
            Some(remains) => {
                at = remains.range.end.max(at + 1);
                found.push((remains.range.start, remains.what(stream)));
            }
            None => at += 1,
        }
    }
}
