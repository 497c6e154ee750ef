//! A reader's hand: does in the page what an action does in a session, by one way
//! of doing it alone. Which action, the tests decide.

use anyhow::{Result, bail};
use serde_json::{Value, json};
use verbatim_core::pose::{Posed, Response, Task};
use verbatim_core::session::{Action, Session};

use crate::driver::Device;
use crate::page::Page;
use pointer::Pointer;

pub mod keys;
pub mod pointer;

/// A way of doing things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    /// By keys alone.
    Keys,
    /// By clicks of a mouse alone.
    Clicks,
    /// By taps of a finger alone.
    Taps,
    /// By a mouse, dragging what can be dragged.
    MouseDrags,
    /// By a finger, dragging what can be dragged.
    FingerDrags,
}

impl Hand {
    /// What a reader with such a hand reads on.
    pub fn device(self) -> Device {
        match self {
            Self::Keys | Self::Clicks | Self::MouseDrags => Device::Desktop,
            Self::Taps | Self::FingerDrags => Device::Phone,
        }
    }

    fn pointer(self) -> Option<Pointer> {
        match self {
            Self::Keys => None,
            Self::Clicks | Self::MouseDrags => Some(Pointer::Mouse),
            Self::Taps | Self::FingerDrags => Some(Pointer::Finger),
        }
    }

    /// Presses a button.
    pub async fn press(self, page: &Page, selector: &str) -> Result<()> {
        match self.pointer() {
            None => {
                keys::tab_to(page, selector).await?;
                keys::press(page, &[keys::ENTER]).await
            }
            Some(pointer) => pointer.tap(page, selector).await,
        }
    }

    /// Does one action at the question that is asked, waits until the page shows it,
    /// and gives back the session after it.
    pub async fn act(self, page: &Page, session: &Session, at: usize, action: Action) -> Result<Session> {
        let posed = &session.questions()[at];
        let story = session.story();
        match (&action, &posed.task) {
            (Action::Choose(position), Task::One { offers, .. } | Task::Several { offers, .. }) => {
                let label = format!("label.choice[data-offer=\"{}\"]", offers[*position].id(story));
                match self.pointer() {
                    None => keys::choose(page, &label, *position, at).await?,
                    Some(pointer) => pointer.tap(page, &label).await?,
                }
            }
            (Action::Give { statement, person: Some(person) }, Task::Match { statements, people }) => {
                let person_id = &story[people[*person]].id;
                let chip = format!("button.person[data-person=\"{person_id}\"]");
                let slot_id = &story[statements[*statement]].id;
                let slot = format!("li.match-slot[data-statement=\"{slot_id}\"] .slot");
                match self {
                    Self::Keys => {
                        let Some(Response::Match(given)) = session.response(at) else { bail!("no match") };
                        keys::give(page, &chip, *person, *statement, &given).await?;
                    }
                    Self::Clicks | Self::Taps => {
                        let pointer = self.pointer().unwrap_or(Pointer::Mouse);
                        // Either may come first.
                        let order = if statement.is_multiple_of(2) { [&chip, &slot] } else { [&slot, &chip] };
                        for target in order {
                            pointer.tap(page, target).await?;
                        }
                    }
                    Self::MouseDrags => Pointer::Mouse.drag(page, &chip, &slot, 0.5).await?,
                    Self::FingerDrags => Pointer::Finger.drag(page, &chip, &slot, 0.5).await?,
                }
            }
            (Action::Shift { from, to }, Task::Arrange { .. }) => self.shift(page, *from, *to).await?,
            (Action::Write(text), Task::Type { .. }) => match self.pointer() {
                None => {
                    keys::tab_to(page, "input.gap").await?;
                    keys::write(page, text).await?;
                }
                Some(pointer) => {
                    // A phone's keyboard is drawn by its system: what it types arrives as keys.
                    pointer.tap(page, "input.gap").await?;
                    keys::write(page, text).await?;
                }
            },
            (action, _) => bail!("no way to do {action:?} here"),
        }
        let next = session.apply(action);
        until_shown(page, posed, &next, at).await?;
        Ok(next)
    }

    async fn shift(self, page: &Page, from: usize, to: usize) -> Result<()> {
        let nth = |position: usize, part: &str| format!("li.event:nth-child({}) {part}", position + 1);
        let part = if to < from { "button.up" } else { "button.down" };
        // Of the place it goes to, the part that its middle has to pass.
        let height = if to < from { 0.1 } else { 0.9 };
        match self {
            Self::Keys => keys::shift(page, |at| nth(at, "button.handle"), from, to).await,
            Self::Clicks | Self::Taps => {
                let pointer = self.pointer().unwrap_or(Pointer::Mouse);
                let mut position = from;
                while position != to {
                    pointer.tap(page, &nth(position, part)).await?;
                    position = if to < from { position - 1 } else { position + 1 };
                }
                Ok(())
            }
            Self::MouseDrags => {
                Pointer::Mouse.drag(page, &nth(from, "button.handle"), &nth(to, ""), height).await
            }
            Self::FingerDrags => {
                Pointer::Finger.drag(page, &nth(from, "button.handle"), &nth(to, ""), height).await
            }
        }
    }
}

/// Waits until the page shows the response that a session has to a question.
pub async fn until_shown(page: &Page, posed: &Posed, session: &Session, at: usize) -> Result<()> {
    let story = session.story();
    let (what, body, wanted): (_, _, Value) = match (session.response(at), &posed.task) {
        (Some(Response::One(chosen)), Task::One { offers, .. }) => {
            let ids: Vec<String> = chosen.iter().map(|at| offers[*at].id(story)).collect();
            ("a choice", CHOSEN, json!(ids))
        }
        (Some(Response::Several(chosen)), Task::Several { offers, .. }) => {
            let chosen = offers.iter().zip(chosen).filter(|(_, chosen)| *chosen);
            ("choices", CHOSEN, json!(chosen.map(|(offer, _)| offer.id(story)).collect::<Vec<_>>()))
        }
        (Some(Response::Match(given)), Task::Match { people, .. }) => {
            let ids = given.iter().map(|person| person.map(|at| &story[people[at]].id));
            ("people in their places", GIVEN, json!(ids.collect::<Vec<_>>()))
        }
        (Some(Response::Arrange { order, .. }), Task::Arrange { events }) => (
            "events in order",
            ORDERED,
            json!(order.iter().map(|at| &story[events[*at]].id).collect::<Vec<_>>()),
        ),
        (Some(Response::Type(text)), Task::Type { .. }) => ("words", WRITTEN, json!(text)),
        _ => bail!("the session and its task differ"),
    };
    page.until::<bool>(what, &format!("return JSON.stringify(({body})()) === JSON.stringify(args)"), wanted)
        .await?;
    Ok(())
}

const CHOSEN: &str = "() => findAll('label.choice')
    .filter(label => label.querySelector('input').checked).map(label => label.dataset.offer)";
const GIVEN: &str = "() => findAll('li.match-slot')
    .map(slot => slot.querySelector('[data-person]')?.dataset.person ?? null)";
const ORDERED: &str = "() => findAll('li.event').map(event => event.dataset.event)";
const WRITTEN: &str = "() => find('input.gap').value";
