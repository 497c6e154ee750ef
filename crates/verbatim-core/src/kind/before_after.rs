//! *Before or after*: two events, and which came first, or that the reports
//! don't say.

use std::mem::take;

use super::deal::{Dealer, ids, shared};
use crate::check::{Checker, reason};
use crate::finding::{Problem, Supported};
use crate::json::Path;
use crate::model::{Ask, EventIx, First, Question, Story};
use crate::order::Relation;
use crate::pose::{Offer, Task};
use crate::wire::BeforeAfterQuestion;

/// How an author writes that the facts leave the order open.
const UNDECIDED: &str = "undecided";

/// How many pairs are looked at for one question.
const TRIES: usize = 200;

/// One drawn question in so many is on a pair that the facts leave open.
const OPEN_ONE_IN: usize = 4;

pub(super) fn check(
    question: &mut BeforeAfterQuestion,
    story: &Story,
    checker: &mut Checker,
    at: &Path<'_>,
) -> Option<Ask> {
    let here = at.field("events");
    let events = checker.all(&question.events, &here, Checker::event)?;
    let Ok(events) = <[EventIx; 2]>::try_from(events.as_slice()) else {
        checker.counted(false, "events", "two", events.len(), &here);
        return None;
    };
    let Some(answer) = take(&mut question.first) else {
        return Some(Ask::BeforeAfter { events, first: None });
    };
    let here = at.field("first");
    let first =
        if answer == UNDECIDED { First::Undecided } else { First::Event(checker.event(&answer, &here)?) };
    let (supported, facts) = match story.order.relation(events[0], events[1]) {
        Relation::Before => (First::Event(events[0]), came_first(story, events[0], events[1])),
        Relation::After => (First::Event(events[1]), came_first(story, events[1], events[0])),
        Relation::Undecided => (First::Undecided, Supported::Either),
    };
    if first != supported {
        checker.report(&here, Problem::NotSupported { answer, facts });
        return None;
    }
    Some(Ask::BeforeAfter { events, first: Some(first) })
}

fn came_first(story: &Story, first: EventIx, second: EventIx) -> Supported {
    Supported::First(story[first].id.clone(), reason(story, first, second))
}

/// Random pairs, most of them decided.
pub(super) fn candidates(story: &Story, dealer: &mut Dealer) -> Vec<Ask> {
    let count = story.events.len();
    let want_open = dealer.dice.below(OPEN_ONE_IN) == 0;
    let mut found: Vec<[EventIx; 2]> = Vec::new();
    let mut rest = Vec::new();
    for _ in 0..if count > 1 { TRIES } else { 0 } {
        let one = dealer.dice.below(count);
        let other = (one + 1 + dealer.dice.below(count - 1)) % count;
        let pair = [EventIx::new(one.min(other)), EventIx::new(one.max(other))];
        let open = story.order.relation(pair[0], pair[1]) == Relation::Undecided;
        let list = if open == want_open { &mut found } else { &mut rest };
        if !list.contains(&pair) {
            list.push(pair);
        }
    }
    if found.is_empty() {
        found = rest;
    }
    let mut asks = Vec::with_capacity(found.len());
    for events in found {
        asks.push(Ask::BeforeAfter { events, first: None });
    }
    asks
}

/// An event that the facts put before or after another.
pub(super) fn partner(event: EventIx, story: &Story, dealer: &mut Dealer) -> Option<EventIx> {
    let others = dealer.dice.shuffled(story.event_indices());
    others.into_iter().find(|other| story.order.relation(event, *other) != Relation::Undecided)
}

pub(super) fn task(events: [EventIx; 2], story: &Story, dealer: &mut Dealer) -> Task {
    let relation = story.order.relation(events[0], events[1]);
    let first = dealer.place(2);
    let (earlier, later) =
        if relation == Relation::After { (events[1], events[0]) } else { (events[0], events[1]) };
    let mut offers = vec![Offer::Event(later)];
    offers.insert(first, Offer::Event(earlier));
    offers.push(Offer::Undecided);
    Task::One { offers, right: if relation == Relation::Undecided { 2 } else { first } }
}

pub(super) fn to_wire(
    question: &Question,
    events: [EventIx; 2],
    first: Option<First>,
    story: &Story,
) -> BeforeAfterQuestion {
    let (id, hint, note) = shared(question);
    let first = first.map(|first| match first {
        First::Event(event) => story[event].id.clone(),
        First::Undecided => UNDECIDED.to_owned(),
    });
    BeforeAfterQuestion { id, hint, note, events: ids(&events, |event| story[event].id.clone()), first }
}
