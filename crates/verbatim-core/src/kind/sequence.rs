//! *Sequence*: events to be put in the order in which they happened, asked only
//! where the facts order most of their pairs.

use super::deal::{Dealer, Usage, ids, shared};
use crate::check::{Checker, reason};
use crate::finding::Problem;
use crate::json::Path;
use crate::model::{Ask, EventIx, Question, Story};
use crate::order::{Relation, pairs};
use crate::pose::Task;
use crate::sort::insertion_sort;
use crate::wire::SequenceQuestion;

/// How many events are drawn, where there are as many.
const EVENTS: usize = 5;

/// How many selections are tried for one question.
const TRIES: usize = 200;

pub(super) fn check(
    question: &mut SequenceQuestion,
    story: &Story,
    checker: &mut Checker,
    at: &Path<'_>,
) -> Option<Ask> {
    let here = at.field("events");
    let events = checker.all(&question.events, &here, Checker::event)?;
    let mut sound = checker.counted(events.len() > 2, "events", "three or more", events.len(), &here);
    if sound && !story.order.decides_most(&events) {
        let decided = story.order.decided(&events).len();
        checker.report(&here, Problem::TooFewDecided { decided, pairs: pairs(events.len()) });
        sound = false;
    }
    for (index, first) in events.iter().enumerate() {
        for (further, second) in events.iter().enumerate().skip(index + 1) {
            if story.order.relation(*first, *second) == Relation::After {
                let problem = Problem::ListedAgainstFacts {
                    first: story[*first].id.clone(),
                    second: story[*second].id.clone(),
                    because: reason(story, *second, *first),
                };
                checker.report(&here.item(further), problem);
                sound = false;
            }
        }
    }
    sound.then_some(Ask::Sequence { events })
}

/// Random selections of which most pairs are decided, those first that use what
/// was used least and leave least open; the events of each in the story's order.
pub(super) fn candidates(story: &Story, usage: &Usage, dealer: &mut Dealer) -> Vec<Ask> {
    // In one piece each: they are compared with one another many times.
    let mut found: Vec<(u32, usize, [EventIx; EVENTS])> = Vec::new();
    let count = EVENTS.min(story.events.len());
    if count < 3 {
        return Vec::new();
    }
    let mut shuffled = Vec::with_capacity(story.events.len());
    for _ in 0..TRIES {
        shuffled.clear();
        shuffled.extend(story.event_indices());
        dealer.dice.shuffle(&mut shuffled);
        let mut events = [EventIx::new(0); EVENTS];
        let drawn = &mut events[..count];
        drawn.copy_from_slice(&shuffled[..count]);
        insertion_sort(drawn, |one, other| one < other);
        let decided = story.order.count_decided(drawn);
        let used = drawn.iter().map(|event| usage.event(*event)).sum();
        if decided * 2 > pairs(count) && found.iter().all(|(.., other)| *other != events) {
            found.push((used, pairs(count) - decided, events));
        }
    }
    insertion_sort(&mut found, |one, other| (one.0, one.1) < (other.0, other.1));
    let mut asks = Vec::with_capacity(found.len());
    for (.., events) in found {
        asks.push(Ask::Sequence { events: events[..count].to_vec() });
    }
    asks
}

/// Events in an order that the facts support.
pub(super) fn in_order(events: &[EventIx], story: &Story) -> Vec<EventIx> {
    let mut left = events.to_vec();
    let mut ordered = Vec::with_capacity(left.len());
    while !left.is_empty() {
        let first = left
            .iter()
            .position(|one| left.iter().all(|other| story.order.relation(*other, *one) != Relation::Before));
        ordered.push(left.remove(first.unwrap_or(0)));
    }
    ordered
}

/// The events shuffled; one that would be fully right as it stands is turned round.
pub(super) fn task(events: &[EventIx], story: &Story, dealer: &mut Dealer) -> Task {
    let mut shown = dealer.dice.shuffled(events.iter().copied());
    let order: Vec<usize> = (0..shown.len()).collect();
    if crate::score::lost_pairs(story, &shown, &order).is_empty() {
        shown.reverse();
    }
    Task::Arrange { events: shown }
}

pub(super) fn to_wire(question: &Question, events: &[EventIx], story: &Story) -> SequenceQuestion {
    let (id, hint, note) = shared(question);
    SequenceQuestion { id, hint, note, events: ids(events, |event| story[event].id.clone()) }
}
