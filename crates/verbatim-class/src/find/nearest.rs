//! A code that one slip or two made of what stands there, where it stands in one piece: tries
//! every way in which its groups can follow on each other with two damaged at the most, one
//! character shorter or longer each. What has more wrong with it is left to `walk`.

use std::ops::Range;

use super::repair::{Place, repair};
use super::stream::Stream;
use super::walk::{Remains, Slot};
use crate::code::{Code, GROUPS, PREFIX};
use crate::group::{self, SYMBOLS};

/// The most groups that are damaged.
const MOST: usize = 2;
/// The least groups that a code has: its version, head and checks alone take as many.
const LEAST: usize = 5;

/// The only code that can have become these letters, nothing but dashes between them.
pub(super) fn nearest(stream: &Stream<'_>, run: &Range<usize>) -> Option<Remains> {
    if !(LEAST * SYMBOLS..=GROUPS * SYMBOLS + 2 * PREFIX.len()).contains(&run.len()) {
        return None;
    }
    let prefix = (run.start..run.end).find(|at| stream.is_prefix(*at));
    let prefix = prefix.map(|at| (at, at + PREFIX.len()));
    // Of the prefix a character may be another, too many or lost, or all of it.
    let others = [3, 2, 4, 0].map(|length| (run.start, run.start + length));
    let mut starts = prefix.into_iter().chain(others);
    starts.find_map(|(start, first)| {
        (1..=MOST).find_map(|damaged| from(stream, start, first..run.end, damaged))
    })
}

/// The same with the first group beginning where these letters do, and so many damaged at the most.
fn from(stream: &Stream<'_>, start: usize, letters: Range<usize>, damaged: usize) -> Option<Remains> {
    let count = (letters.len() + 1) / SYMBOLS;
    // At the end as many are lost or too many as on the way.
    if !(LEAST..=GROUPS).contains(&count) || letters.len().abs_diff(count * SYMBOLS) > 1 {
        return None;
    }
    let mut ways = Vec::new();
    follow(stream, &letters, count, &mut Vec::new(), damaged, &mut ways);
    let mut found: Option<(Code, Vec<Slot>)> = None;
    for way in ways {
        let places = way.iter().map(|slot| match slot {
            Slot::Holds(_, group) => Ok(*group),
            Slot::Broken(range) => Err(stream.symbols(range.clone())),
        });
        let Some(code) = repair(&places.collect::<Vec<Place>>()) else { continue };
        match &found {
            Some((other, _)) if *other != code => return None,
            // Of ways to the same code the one that the dashes bear out.
            Some((_, other)) if dashes(stream, other) >= dashes(stream, &way) => {}
            _ => found = Some((code, way)),
        }
    }
    found.map(|(_, slots)| Remains::new(start..letters.end, slots, count))
}

/// Before how many of these places a dash stands.
fn dashes(stream: &Stream<'_>, slots: &[Slot]) -> usize {
    slots.iter().filter(|slot| stream.has_dash(slot.start())).count()
}

/// Every way in which so many groups make up these letters.
fn follow(
    stream: &Stream<'_>,
    letters: &Range<usize>,
    count: usize,
    slots: &mut Vec<Slot>,
    damaged: usize,
    ways: &mut Vec<Vec<Slot>>,
) {
    let number = slots.len();
    if number == count {
        if letters.is_empty() {
            ways.push(slots.clone());
        }
        return;
    }
    // The rest is off by as many as can be made good yet.
    if letters.len().abs_diff((count - number) * SYMBOLS) > damaged {
        return;
    }
    let group = stream.group(letters.start).filter(|group| group::holds(group, number));
    if let Some(group) = group {
        slots.push(Slot::Holds(letters.start, group));
        follow(stream, &(letters.start + SYMBOLS..letters.end), count, slots, damaged, ways);
        slots.pop();
    }
    for length in [SYMBOLS, SYMBOLS - 1, SYMBOLS + 1] {
        let end = letters.start + length;
        let holds = length == SYMBOLS && group.is_some();
        if damaged > 0 && !holds && end <= letters.end {
            slots.push(Slot::Broken(letters.start..end));
            follow(stream, &(end..letters.end), count, slots, damaged - 1, ways);
            slots.pop();
        }
    }
}
