//! Goes along what is left of a code, group by group, and tells which are as they were written.
//! Each group's check says where it stands, so that one that lost or won characters is followed
//! by the next that holds.

use std::ops::Range;

use super::repair::{Place, repair};
use super::stream::Stream;
use super::{Damage, Fault, FaultKind, What, prefix_slip, read, slips};
use crate::code::{GROUPS, PREFIX, count_of};
use crate::group::{self, Group, SYMBOLS};

/// What is left of a code.
pub(super) struct Remains {
    /// Where it stands.
    pub range: Range<usize>,
    slots: Vec<Slot>,
    count: Option<usize>,
}

/// A group's place.
#[derive(Clone)]
pub(super) enum Slot {
    /// The group that begins at a position is as it was written.
    Holds(usize, Group),
    /// It is not.
    Broken(Range<usize>),
}

/// How many characters a group can lose or win and still be followed.
const SHIFT: usize = SYMBOLS;
/// How many letters that are none of a code's, such as the time and the sender of a second
/// message, can stand between two groups.
const NOISE: usize = 48;

/// What is left of a code that begins here, within a part of the text.
pub(super) fn remains(stream: &Stream<'_>, at: usize, part: Range<usize>) -> Option<Remains> {
    if stream.is_prefix(at) {
        let start = at + PREFIX.len();
        let remains = forth(stream, at, start, Vec::new(), part.end);
        let holding = remains.slots.iter().filter(|slot| matches!(slot, Slot::Holds(..))).count();
        let word = start..stream.word_end(start).min(part.end);
        let is_word = stream.has_dash(start)
            && (SYMBOLS / 2..=SYMBOLS + 2).contains(&word.len())
            && stream.has_digit(word);
        return (holding > 1 || is_word || holding == 1 && stream.has_dash(start)).then_some(remains);
    }
    // Without a prefix: two groups with a dash between them that follow on each other.
    let (first, second) = (stream.group(at)?, stream.group(at + SYMBOLS)?);
    let number = usize::from(group::sum(&first));
    let end = at + 2 * SYMBOLS;
    let is_pair = group::holds(&second, number + 1)
        && stream.has_dash(at + SYMBOLS)
        && stream.is_word(at..at + SYMBOLS)
        && stream.is_word(at + SYMBOLS..end)
        && end <= part.end
        && stream.has_digit(at..end);
    if !is_pair {
        return None;
    }
    let mut start = at;
    let mut before = Vec::new();
    for number in (0..number).rev() {
        // What stands between the dashes is the group before, whatever it looks like.
        let from = (part.start..start).rev().take(SYMBOLS + SHIFT).find(|at| stream.has_dash(*at));
        let Some(from) = from.filter(|_| stream.has_dash(start)) else {
            before.push(Slot::Broken(start..start));
            continue;
        };
        let group = stream.group(from).filter(|group| from + SYMBOLS == start && group::holds(group, number));
        before.push(group.map_or(Slot::Broken(from..start), |group| Slot::Holds(from, group)));
        start = from;
    }
    before.reverse();
    Some(forth(stream, start, at, before, part.end))
}

/// Goes on from a position with the group after those that are known.
fn forth(stream: &Stream<'_>, start: usize, mut at: usize, mut slots: Vec<Slot>, end: usize) -> Remains {
    let holds = |at: usize, number: usize| {
        let group = stream.group(at).filter(|_| at + SYMBOLS <= end);
        group.filter(|group| group::holds(group, number))
    };
    let mut count = match slots.first() {
        Some(Slot::Holds(_, group)) => count_of(group),
        _ => None,
    };
    while slots.len() < count.unwrap_or(GROUPS) {
        let number = slots.len();
        let is_last = |number: usize| count.is_some_and(|count| number + 1 >= count);
        // By chance one group in 32 holds anywhere, so the one after it has to bear it out.
        let goes_on = |at: usize, number: usize| {
            let ends = is_last(number) && !stream.has_dash(at + SYMBOLS);
            holds(at, number).is_some() && (ends || holds(at + SYMBOLS, number + 1).is_some())
        };
        let is_word = |range: &Range<usize>| {
            let begins = number == 0 || stream.has_dash(range.start);
            begins && range.len() >= SYMBOLS / 2 && stream.has_dash(range.end)
        };
        let lengths = shifts().map(|length| at..at + length);
        let next = lengths.filter(|range| {
            // Between dashes one group that holds is enough.
            holds(range.end, number + 1).is_some() && (goes_on(range.end, number + 1) || is_word(range))
        });
        let next = next
            .filter(|_| !is_last(number))
            .min_by_key(|range| (!is_word(range), range.len().abs_diff(SYMBOLS)));
        // One that holds by chance is not followed by the next, nor by a dash.
        let here = holds(at, number);
        let is_followed = stream.has_dash(at + SYMBOLS) || goes_on(at, number);
        if let Some(group) = here.filter(|_| is_followed || next.is_none()) {
            if number == 0 {
                count = count_of(&group);
            }
            slots.push(Slot::Holds(at, group));
            at += SYMBOLS;
            continue;
        }
        // Where two in a row are damaged the dashes say more than what holds further on.
        let dash = stream.next_dash(at, end.min(at + SYMBOLS + SHIFT));
        let begins = number == 0 || stream.has_dash(at);
        let word = dash.map(|dash| at..dash).filter(|word| begins && word.len().abs_diff(SYMBOLS) <= 2);
        let next = match (next, word) {
            (Some(next), Some(word)) if !stream.has_dash(next.end) => Some(word),
            (next, _) => next,
        };
        if let Some(range) = next {
            at = range.end;
            slots.push(Slot::Broken(range));
            continue;
        }
        let after_noise = |skipped: &usize| stream.begins_word(at + skipped) && goes_on(at + skipped, number);
        // What is written on to a group is a slip of it.
        if let Some(skipped) = (1..NOISE).find(after_noise).filter(|_| number > 0 && stream.has_space(at)) {
            at += skipped;
            continue;
        }
        // Nothing bears out what comes: the dashes say where it ends.
        match dash.filter(|dash| begins && !is_last(number) && dash - at > 3) {
            Some(dash) => {
                slots.push(Slot::Broken(at..dash));
                at = dash;
            }
            None => {
                let word = at..stream.word_end(at).min(end).min(at + SYMBOLS + 2);
                if at < end && begins && word.len() > 1 {
                    slots.push(Slot::Broken(word.clone()));
                    at = word.end;
                }
                break;
            }
        }
    }
    let mut remains = Remains { range: start..at.max(start), slots, count };
    remains.doubt_the_end(stream, end);
    remains
}

/// How long a damaged group may be, the likeliest first.
fn shifts() -> impl Iterator<Item = usize> {
    std::iter::once(SYMBOLS).chain((1..=SHIFT).flat_map(|shift| [SYMBOLS - shift, SYMBOLS + shift]))
}

impl Remains {
    /// What stands in a range, in these places, of so many groups.
    pub(super) fn new(range: Range<usize>, slots: Vec<Slot>, count: usize) -> Self {
        Self { range, slots, count: Some(count) }
    }

    /// A last group that has characters too many may hold by chance without them.
    fn doubt_the_end(&mut self, stream: &Stream<'_>, end: usize) {
        let word = self.range.end.saturating_sub(SYMBOLS)
            ..stream.word_end(self.range.end.saturating_sub(1)).min(end);
        let holding: Vec<Group> = self.slots.iter().filter_map(Slot::group).collect();
        let is_whole = holding.len() == self.slots.len() && self.count == Some(holding.len());
        if is_whole && (1..=2).contains(&(word.len() - SYMBOLS)) && read(&holding, String::new).is_none() {
            self.slots.pop();
            self.range.end = word.end;
            self.slots.push(Slot::Broken(word));
        }
    }

    /// What it is, and what is not as it was written beside its groups where they all hold. What
    /// comes before `from` is no part of it.
    pub(super) fn what(&self, stream: &Stream<'_>, from: usize) -> (What, Vec<Fault>) {
        let text = || stream.text(self.range.clone());
        let holding: Vec<Group> = self.slots.iter().filter_map(Slot::group).collect();
        if holding.len() == self.slots.len()
            && let Some(what) = read(&holding, text)
        {
            let starts: Vec<usize> = self.slots.iter().map(Slot::start).collect();
            return (what, slips(stream, &starts, from));
        }
        let mut faults = Vec::new();
        // Where the first group is missing the prefix went with it.
        if let Some(first) = self.slots.first().map(Slot::start).filter(|_| !self.is_headless()) {
            faults.extend(prefix_slip(stream, first, from));
        }
        for (at, slot) in self.slots.iter().enumerate() {
            if let Slot::Broken(range) = slot {
                let kind = match range.len() {
                    0 => FaultKind::Missing,
                    SYMBOLS => FaultKind::Changed,
                    length if length < SYMBOLS => FaultKind::Short,
                    _ => FaultKind::Long,
                };
                faults.push(Fault { group: at + 1, text: stream.text(range.clone()), kind });
            }
        }
        if self.count.is_some_and(|count| self.slots.len() < count) {
            faults.push(Fault { group: self.slots.len() + 1, text: String::new(), kind: FaultKind::Missing });
        }
        let places: Vec<Place> = self
            .slots
            .iter()
            .map(|slot| match slot {
                Slot::Holds(_, group) => Ok(*group),
                Slot::Broken(range) => Err(stream.symbols(range.clone())),
            })
            .collect();
        let repaired =
            if self.count.is_none_or(|count| count == self.slots.len()) { repair(&places) } else { None };
        (What::Damaged(Damage { text: text(), count: self.count, faults, repaired }), Vec::new())
    }

    fn is_headless(&self) -> bool {
        matches!(self.slots.first(), Some(Slot::Broken(range)) if range.is_empty())
    }
}

impl Slot {
    /// Where it begins.
    pub(super) fn start(&self) -> usize {
        match self {
            Self::Holds(start, _) => *start,
            Self::Broken(range) => range.start,
        }
    }

    fn group(&self) -> Option<Group> {
        match self {
            Self::Holds(_, group) => Some(*group),
            Self::Broken(_) => None,
        }
    }
}
