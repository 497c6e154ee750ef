//! Tasks and responses by the ids of what they name, as they are saved and told
//! to the host page.

use super::{Offer, Response, Task};
use crate::model::Story;

impl Task {
    /// The ids of what is shown, in the order shown: of the answers, of the events,
    /// of the quotations and then the people.
    pub fn items(&self, story: &Story) -> Vec<String> {
        let mut ids = Vec::new();
        match self {
            Self::One { offers, .. } | Self::Several { offers, .. } => {
                offers.iter().for_each(|offer| ids.push(offer.id(story)));
            }
            Self::Match { statements, people } => {
                statements.iter().for_each(|one| ids.push(story[*one].id.clone()));
                people.iter().for_each(|one| ids.push(story[*one].id.clone()));
            }
            Self::Arrange { events } => events.iter().for_each(|one| ids.push(story[*one].id.clone())),
            Self::Type { .. } => {}
        }
        ids
    }

    /// The same task with all in the order of these ids; as it is where they are not
    /// those of what it shows.
    #[must_use]
    pub fn arranged(self, items: &[&str], story: &Story) -> Self {
        let own = self.items(story);
        let mut order = Vec::with_capacity(own.len());
        for item in items {
            match own.iter().position(|id| id == item) {
                Some(at) if !order.contains(&at) => order.push(at),
                _ => return self,
            }
        }
        if order.len() != own.len() {
            return self;
        }
        match self {
            Self::One { offers, right } => {
                let right = order.iter().position(|at| *at == right).unwrap_or_default();
                Self::One { offers: taken(&offers, &order), right }
            }
            Self::Several { offers, right } => {
                Self::Several { offers: taken(&offers, &order), right: taken(&right, &order) }
            }
            Self::Match { statements, people } => {
                let (first, rest) = order.split_at(statements.len());
                // A person may have a statement's id, so the halves could be mixed up.
                if first.iter().any(|at| *at >= statements.len()) {
                    return Self::Match { statements, people };
                }
                let rest: Vec<usize> = rest.iter().map(|at| at - statements.len()).collect();
                Self::Match { statements: taken(&statements, first), people: taken(&people, &rest) }
            }
            Self::Arrange { events } => Self::Arrange { events: taken(&events, &order) },
            Self::Type { statement, gap } => Self::Type { statement, gap },
        }
    }
}

fn taken<T: Copy>(from: &[T], order: &[usize]) -> Vec<T> {
    order.iter().filter_map(|at| from.get(*at).copied()).collect()
}

impl Response {
    /// The ids of what was chosen, in the order of the task, with an empty one for a
    /// quotation that nobody was given to; the words typed.
    pub fn items(&self, task: &Task, story: &Story) -> Vec<String> {
        let mut ids = Vec::new();
        match (task, self) {
            (Task::One { offers, .. }, Self::One(chosen)) => {
                ids.extend(chosen.and_then(|at| offers.get(at)).map(|offer| offer.id(story)));
            }
            (Task::Several { offers, .. }, Self::Several(chosen)) => {
                for (offer, chosen) in offers.iter().zip(chosen) {
                    if *chosen {
                        ids.push(offer.id(story));
                    }
                }
            }
            (Task::Match { people, .. }, Self::Match(given)) => {
                for person in given {
                    let person = person.and_then(|at| people.get(at));
                    ids.push(person.map_or("", |person| &story[*person].id).to_owned());
                }
            }
            (Task::Arrange { events }, Self::Arrange { order, .. }) => {
                for event in order.iter().filter_map(|at| events.get(*at)) {
                    ids.push(story[*event].id.clone());
                }
            }
            (Task::Type { .. }, Self::Type(typed)) => ids.push(typed.clone()),
            _ => {}
        }
        ids
    }

    /// The response of these ids, or these words, to a task; `None` where they are not
    /// a whole response to it.
    pub fn of_items(items: &[&str], task: &Task, story: &Story) -> Option<Self> {
        let mut response = task.blank();
        match (task, &mut response) {
            (Task::One { offers, .. } | Task::Several { offers, .. }, response) => {
                for item in items {
                    response.choose(place(offers, item, story)?);
                }
            }
            (Task::Match { people, .. }, response) => {
                for (slot, item) in items.iter().enumerate() {
                    response.give(slot, Some(people.iter().position(|one| story[*one].id == *item)?));
                }
            }
            (Task::Arrange { events }, Self::Arrange { order, moved }) => {
                order.clear();
                for item in items {
                    order.push(events.iter().position(|one| story[*one].id == *item)?);
                }
                *moved = true;
            }
            (Task::Type { .. }, response) => response.write((*items.first()?).to_owned()),
            _ => {}
        }
        task.is_answered(&response).then_some(response)
    }
}

fn place(offers: &[Offer], id: &str, story: &Story) -> Option<usize> {
    offers.iter().position(|offer| offer.id(story) == id)
}
