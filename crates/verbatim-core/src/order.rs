//! The order of events as a partial order: what the sources say came before
//! what, closed transitively together with dates that do not overlap.

use crate::date::Period;
use crate::model::{EventIx, Evidence};

/// The most events that a story may have; the closure takes n² bits.
pub const MAX_EVENTS: usize = 1000;

/// An order between two events that the sources state.
#[derive(Clone, Debug, PartialEq)]
pub struct Stated {
    /// The earlier event.
    pub before: EventIx,
    /// The later event.
    pub after: EventIx,
    /// The words that say so.
    pub evidence: Vec<Evidence>,
}

/// How two events are ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The first came before the second.
    Before,
    /// The second came before the first.
    After,
    /// The facts leave it open.
    Undecided,
}

/// One step of the reason for an order.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// The sources say so: the index of the statement in [`Order::stated`].
    Stated(usize),
    /// The dates of the two events do not overlap.
    Dated(EventIx, EventIx),
}

/// The partial order of a story's events.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Order {
    stated: Vec<Stated>,
    dates: Vec<Option<Period>>,
    words: usize,
    closure: Vec<u64>,
}

impl Order {
    /// The order that these statements and these dates (one for each event) support.
    ///
    /// # Errors
    /// A way around from some event to itself, where there is one.
    pub fn new(stated: Vec<Stated>, dates: Vec<Option<Period>>) -> Result<Self, Vec<Step>> {
        let words = dates.len().div_ceil(64);
        let mut order = Self { closure: vec![0; words * dates.len()], stated, dates, words };
        for index in 0..order.stated.len() {
            let (before, after) = (order.stated[index].before, order.stated[index].after);
            order.set(before.index(), after.index());
        }
        for before in 0..order.dates.len() {
            for after in 0..order.dates.len() {
                if order.dated(before, after) {
                    order.set(before, after);
                }
            }
        }
        order.close();
        match (0..order.dates.len()).find(|&event| order.get(event, event)) {
            Some(event) => Err(order.path(event, event)),
            None => Ok(order),
        }
    }

    /// The orders that the sources state.
    pub fn stated(&self) -> &[Stated] {
        &self.stated
    }

    /// How two events are ordered.
    pub fn relation(&self, one: EventIx, other: EventIx) -> Relation {
        if self.get(one.index(), other.index()) {
            Relation::Before
        } else if self.get(other.index(), one.index()) {
            Relation::After
        } else {
            Relation::Undecided
        }
    }

    /// The decided pairs among these events, each with the earlier one first, in
    /// the order of the list.
    pub fn decided(&self, events: &[EventIx]) -> Vec<(EventIx, EventIx)> {
        let mut pairs = Vec::new();
        for (index, &one) in events.iter().enumerate() {
            for &other in &events[index + 1..] {
                match self.relation(one, other) {
                    Relation::Before => pairs.push((one, other)),
                    Relation::After => pairs.push((other, one)),
                    Relation::Undecided => {}
                }
            }
        }
        pairs
    }

    /// How many pairs of these events are decided.
    pub fn count_decided(&self, events: &[EventIx]) -> usize {
        let mut decided = 0;
        for (index, &one) in events.iter().enumerate() {
            for &other in &events[index + 1..] {
                decided += usize::from(self.relation(one, other) != Relation::Undecided);
            }
        }
        decided
    }

    /// Whether most pairs of these events are decided, so that they can be asked as a sequence.
    pub fn decides_most(&self, events: &[EventIx]) -> bool {
        self.count_decided(events) * 2 > pairs(events.len())
    }

    /// The shortest reason why `before` came before `after`; empty where that is not decided.
    pub fn reason(&self, before: EventIx, after: EventIx) -> Vec<Step> {
        self.path(before.index(), after.index())
    }

    fn get(&self, before: usize, after: usize) -> bool {
        self.closure.get(before * self.words + after / 64).is_some_and(|word| word >> (after % 64) & 1 == 1)
    }

    fn set(&mut self, before: usize, after: usize) {
        if let Some(word) = self.closure.get_mut(before * self.words + after / 64) {
            *word |= 1 << (after % 64);
        }
    }

    /// Whether the dates alone put one event before the other.
    fn dated(&self, before: usize, after: usize) -> bool {
        match (self.dates.get(before), self.dates.get(after)) {
            (Some(Some(before)), Some(Some(after))) => before.is_before(after),
            _ => false,
        }
    }

    /// Warshall's algorithm, a row of 64 events at a time.
    fn close(&mut self) {
        for through in 0..self.dates.len() {
            let row = self.closure[through * self.words..][..self.words].to_vec();
            for from in 0..self.dates.len() {
                if self.get(from, through) {
                    for (word, add) in self.closure[from * self.words..][..self.words].iter_mut().zip(&row) {
                        *word |= add;
                    }
                }
            }
        }
    }

    /// The shortest way from one event to another, breadth first, at least one step long.
    fn path(&self, from: usize, to: usize) -> Vec<Step> {
        let mut reached: Vec<Option<(usize, Step)>> = vec![None; self.dates.len()];
        let mut queue = vec![from];
        let mut next = 0;
        while let Some(&event) = queue.get(next) {
            next += 1;
            let mut reach = |after: usize, step: Step| {
                if reached[after].is_none() {
                    reached[after] = Some((event, step));
                    queue.push(after);
                }
            };
            for (index, stated) in self.stated.iter().enumerate() {
                if stated.before.index() == event {
                    reach(stated.after.index(), Step::Stated(index));
                }
            }
            for after in 0..self.dates.len() {
                if self.dated(event, after) {
                    reach(after, Step::Dated(EventIx::new(event), EventIx::new(after)));
                }
            }
            if reached.get(to).is_some_and(Option::is_some) {
                break;
            }
        }
        let mut path = Vec::new();
        let mut at = to;
        while let Some((previous, step)) = reached.get(at).copied().flatten() {
            path.push(step);
            at = previous;
            if at == from {
                break;
            }
        }
        path.reverse();
        path
    }
}

/// How many pairs so many things make.
pub fn pairs(count: usize) -> usize {
    count * count.saturating_sub(1) / 2
}
