//! Events and their order.

use std::mem::take;

use super::{Checker, Ids};
use crate::finding::{Edge, Problem};
use crate::json::Path;
use crate::model::{Event, EventIx, Evidence, Story};
use crate::order::{MAX_EVENTS, Order, Stated, Step};
use crate::wire;

impl Checker {
    /// The events and the order that they have; `None` where anything is wrong with either.
    pub(super) fn events(
        &mut self,
        events: &mut [wire::Event],
        order: &[wire::Order],
        story: &Story,
    ) -> Option<(Vec<Event>, Order)> {
        let root = Path::Root;
        let at = root.field("events");
        let before = self.findings.len();
        self.events = Ids::declare(self, "an event", events.iter().map(|event| event.id.as_str()), &at);
        if events.len() > MAX_EVENTS {
            self.report(&at, Problem::TooMany { what: "events", limit: MAX_EVENTS });
            return None;
        }
        let mut kept = Vec::with_capacity(events.len());
        for (index, event) in events.iter_mut().enumerate() {
            let here = at.item(index);
            let filled = self.filled(&event.summary, "the event's summary", &here.field("summary"));
            let when = self.period(event.when.as_deref(), &here.field("when"));
            let evidence = self.some_evidence(&event.evidence, story, &here.field("evidence"));
            if let (true, Ok(when), Some(evidence)) = (filled, when, evidence)
                && self.events.keep(&event.id)
            {
                kept.push(Event {
                    id: take(&mut event.id),
                    summary: take(&mut event.summary),
                    when,
                    evidence,
                });
            }
        }
        let stated = self.stated(order, &kept, story);
        // A missing event would make pairs seem undecided that are not, and with
        // one stated order missing a cycle or a contradiction may go unseen.
        if self.findings.len() > before {
            return None;
        }
        let edge = |step: &Step| edge(step, &stated, &kept, story);
        let dates = kept.iter().map(|event| event.when.clone()).collect();
        match Order::new(stated.clone(), dates) {
            Ok(order) => Some((kept, order)),
            Err(steps) => {
                let edges: Vec<Edge> = steps.iter().map(edge).collect();
                let first = edges.iter().position(|edge| edge.pointer.is_some()).unwrap_or(0);
                let problem = self.around(&steps, &edges, &stated, &kept);
                let orders = root.field("order");
                let place = steps
                    .get(first)
                    .map_or(0, |step| if let Step::Stated(index) = step { *index } else { 0 });
                self.report(&orders.item(place), problem);
                None
            }
        }
    }

    /// What a way around is: a contradiction between one stated order and the
    /// dates of its two events, or a cycle.
    fn around(&self, steps: &[Step], edges: &[Edge], stated: &[Stated], events: &[Event]) -> Problem {
        let when = |event: EventIx| {
            let event = events.get(event.index());
            event.and_then(|event| event.when.as_ref()).map_or(String::new(), |when| when.as_str().to_owned())
        };
        // Of two steps that go round at least one is stated, since dates alone never do.
        let one = match steps {
            [Step::Stated(index), Step::Dated(..)] => stated.get(*index).zip(edges.first()),
            [Step::Dated(..), Step::Stated(index)] => stated.get(*index).zip(edges.get(1)),
            _ => None,
        };
        match one {
            Some((stated, edge)) => Problem::OrderAgainstDates {
                edge: edge.clone(),
                before: when(stated.before),
                after: when(stated.after),
            },
            None => Problem::OrderCycle { edges: edges.to_vec() },
        }
    }

    fn stated(&mut self, order: &[wire::Order], events: &[Event], story: &Story) -> Vec<Stated> {
        let root = Path::Root;
        let at = root.field("order");
        let mut stated = Vec::with_capacity(order.len());
        for (index, order) in order.iter().enumerate() {
            let here = at.item(index);
            let before = self.event(&order.before, &here.field("before"));
            let after = self.event(&order.after, &here.field("after"));
            let evidence = self.some_evidence(&order.evidence, story, &here.field("evidence"));
            if let (Some(before), Some(after), Some(evidence)) = (before, after, evidence) {
                if before == after {
                    let event = events.get(before.index()).map_or(String::new(), |event| event.id.clone());
                    self.report(&here.field("after"), Problem::OrderOfOne { event });
                }
                stated.push(Stated { before, after, evidence });
            }
        }
        stated
    }
}

/// Why the facts say that one event came before another, for authors; the page
/// has its own way to show it.
pub(crate) fn reason(story: &Story, before: EventIx, after: EventIx) -> Vec<Edge> {
    if cfg!(feature = "author") {
        let steps = story.order.reason(before, after);
        steps.iter().map(|step| edge(step, story.order.stated(), &story.events, story)).collect()
    } else {
        Vec::new()
    }
}

fn edge(step: &Step, stated: &[Stated], events: &[Event], story: &Story) -> Edge {
    let id = |event: EventIx| events.get(event.index()).map_or(String::new(), |event| event.id.clone());
    let when = |event: EventIx| {
        let event = events.get(event.index());
        event.and_then(|event| event.when.as_ref()).map_or("", |when| when.as_str())
    };
    match *step {
        Step::Stated(index) => {
            let one = &stated[index];
            let because = one.evidence.first().map_or("", |evidence: &Evidence| story.words(*evidence));
            Edge {
                before: id(one.before),
                after: id(one.after),
                because: because.to_owned(),
                pointer: Some(Path::Root.field("order").item(index).pointer()),
            }
        }
        Step::Dated(before, after) => Edge {
            before: id(before),
            after: id(after),
            because: [when(before), " is before ", when(after)].concat(),
            pointer: None,
        },
    }
}
