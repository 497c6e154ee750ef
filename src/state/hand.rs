//! What the reader holds while they order events or match people, and where it
//! goes: by clicks, by keys, and, for what was dragged, by its end.

use verbatim_core::model::Story;
use verbatim_core::pose::{Response, Task};
use verbatim_core::session::{Action, Session, Stage};

use super::{Msg, State};
use crate::messages::{Arg, Say};

/// What the reader holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Hand {
    /// Nothing.
    #[default]
    Empty,
    /// An event, on its way to another position.
    Event {
        /// Where it is now.
        at: usize,
        /// Where it was lifted.
        from: usize,
    },
    /// A person, on the way to a quotation.
    Person {
        /// The person's position.
        at: usize,
        /// The quotation that the arrow keys have chosen.
        aim: Option<usize>,
    },
    /// The place beside a quotation, waiting for a person.
    Slot(usize),
}

/// A move of what the reader holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Carry {
    /// One up.
    Up,
    /// One down.
    Down,
    /// To the top.
    First,
    /// To the end.
    Last,
    /// Back to where it was.
    Cancel,
}

impl Carry {
    /// The position to go to from a position among so many.
    fn target(self, at: usize, count: usize) -> usize {
        let last = count.saturating_sub(1);
        match self {
            Self::Up => at.saturating_sub(1),
            Self::Down => last.min(at + 1),
            Self::First | Self::Cancel => 0,
            Self::Last => last,
        }
    }
}

impl State {
    pub(super) fn handle(&mut self, msg: Msg) {
        match (msg, self.hand) {
            (Msg::Move { from, to, by }, _) => {
                self.hand = Hand::Empty;
                self.shift(from, to, by)
            }
            (Msg::Handle(at), Hand::Event { at: held, .. }) if at == held => {
                self.hand = Hand::Empty;
                self.tell(Say::Dropped, &[Arg::Number(at + 1)]);
            }
            (Msg::Handle(at), _) => {
                self.hand = Hand::Event { at, from: at };
                self.tell(Say::Lifted, &[Arg::Number(at + 1)]);
            }
            (Msg::Person { at, .. }, Hand::Slot(slot)) => self.give(slot, at),
            (Msg::Person { at, .. }, Hand::Person { at: held, aim }) if at == held => match aim {
                Some(slot) => self.give(slot, at),
                None => self.hand = Hand::Empty,
            },
            (Msg::Person { at, by_key }, _) => self.lift_person(at, by_key),
            (Msg::Slot(slot), Hand::Person { at, .. }) => self.give(slot, at),
            (Msg::Slot(slot), Hand::Slot(other)) if slot == other => self.hand = Hand::Empty,
            (Msg::Slot(slot), _) => match self.given().get(slot).copied().flatten() {
                Some(_) => self.take_back(slot),
                None => {
                    self.hand = Hand::Slot(slot);
                    self.tell(Say::ChoosePerson, &[]);
                }
            },
            (Msg::Give { slot, person }, _) => self.give(slot, person),
            (Msg::TakeBack(slot), _) => self.take_back(slot),
            (Msg::Carry(Carry::Cancel), hand) => self.cancel(hand),
            (Msg::Carry(carry), Hand::Event { at, from }) => {
                let to = carry.target(at, self.count());
                self.hand = Hand::Event { at: to, from };
                self.shift(at, to, ".handle")
            }
            (Msg::Carry(carry), Hand::Person { at, aim }) => {
                let to = match aim {
                    Some(aim) => carry.target(aim, self.given().len()),
                    None => 0,
                };
                self.hand = Hand::Person { at, aim: Some(to) };
                self.tell_aim(to);
            }
            _ => {}
        }
    }

    fn cancel(&mut self, hand: Hand) {
        self.hand = Hand::Empty;
        match hand {
            Hand::Empty => {}
            Hand::Event { at, from } => {
                self.shift(at, from, ".handle");
                self.tell(Say::BackAt, &[Arg::Number(from + 1)]);
            }
            Hand::Person { .. } | Hand::Slot(_) => self.tell(Say::Cancelled, &[]),
        }
    }

    fn shift(&mut self, from: usize, to: usize, by: &str) {
        let Some(id) = self.order().get(from).cloned() else { return };
        let count = self.count();
        self.act(Action::Shift { from, to });
        self.tell_position(to, count);
        self.focus(&["[data-event=\"", &id, "\"] ", by]);
    }

    fn lift_person(&mut self, at: usize, by_key: bool) {
        let given = self.given();
        let free = given.iter().position(Option::is_none).unwrap_or_default();
        let placed = given.iter().position(|one| *one == Some(at));
        let aim = by_key.then(|| placed.unwrap_or(free));
        self.hand = Hand::Person { at, aim };
        match aim {
            Some(aim) => self.tell_aim(aim),
            None => self.tell(Say::ChoosePlace, &[]),
        }
    }

    fn tell_aim(&mut self, slot: usize) {
        let count = self.given().len();
        self.tell(Say::Aimed, &[Arg::Number(slot + 1), Arg::Number(count)]);
    }

    fn give(&mut self, slot: usize, person: usize) {
        self.hand = Hand::Empty;
        let name = self.person(person);
        self.act(Action::Give { statement: slot, person: Some(person) });
        if let Some((id, name)) = name {
            self.tell(Say::Given, &[Arg::Name(&name), Arg::Number(slot + 1)]);
            self.focus_person(&id);
        }
    }

    fn take_back(&mut self, slot: usize) {
        self.hand = Hand::Empty;
        let held = self.given().get(slot).copied().flatten();
        let person = held.and_then(|person| self.person(person));
        self.act(Action::Give { statement: slot, person: None });
        if let Some((id, name)) = person {
            self.tell(Say::TakenBack, &[Arg::Name(&name)]);
            self.focus_person(&id);
        }
    }

    fn focus_person(&mut self, id: &str) {
        self.focus(&["[data-person=\"", id, "\"]"]);
    }

    /// The question that is being answered.
    fn asking(&self) -> Option<(&Session, &Story, &Task, Response)> {
        let session = self.session()?;
        let Stage::Asking { at } = session.stage() else { return None };
        let posed = session.questions().get(at)?;
        Some((session, session.story(), &posed.task, session.response(at)?))
    }

    fn given(&self) -> Vec<Option<usize>> {
        match self.asking() {
            Some((.., Response::Match(given))) => given,
            _ => Vec::new(),
        }
    }

    /// The ids of the events in the reader's order.
    fn order(&self) -> Vec<String> {
        match self.asking() {
            Some((_, story, Task::Arrange { events }, Response::Arrange { order, .. })) => {
                let ids = order.iter().filter_map(|at| events.get(*at));
                ids.map(|event| story[*event].id.clone()).collect()
            }
            _ => Vec::new(),
        }
    }

    fn count(&self) -> usize {
        self.order().len()
    }

    /// The id and name of the person at a position.
    fn person(&self, at: usize) -> Option<(String, String)> {
        match self.asking() {
            Some((_, story, Task::Match { people, .. }, _)) => {
                let person = &story[*people.get(at)?];
                Some((person.id.clone(), person.name.clone()))
            }
            _ => None,
        }
    }
}
