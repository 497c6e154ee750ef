//! Events to be put in order: by dragging, by buttons, by keys.

use verbatim_core::model::{Event, EventIx};
use verbatim_core::score::lost_pairs;

use super::draggable;
use super::question::Shown;
use crate::effects::keys;
use crate::element::{A, El, On, button, of};
use crate::messages::{Arg, Say};
use crate::state::{Hand, Msg};

/// The events, in the reader's order.
pub fn view(shown: &Shown<'_>, events: &[EventIx], order: &[usize]) -> El {
    let lost = if shown.told { lost_pairs(shown.story, events, order) } else { Vec::new() };
    let mut list = of("ol", "arrange");
    for (at, position) in order.iter().enumerate() {
        let Some(event) = events.get(*position) else { continue };
        let item = of("li", "event").set(A::DataEvent, &shown.story[*event].id).key(&shown.story[*event].id);
        list = list.add(if shown.told {
            let is_lost = lost.iter().any(|(before, after)| before == event || after == event);
            told(item, shown, &shown.story[*event], at, is_lost)
        } else {
            movable(item, shown, at, &shown.story[*event], order.len())
        });
    }
    let state = shown.cx.state;
    of("div", "ordering").tell(state, "p", "end", Say::Earliest).add(list).tell(
        state,
        "p",
        "end",
        Say::Latest,
    )
}

fn told(item: El, shown: &Shown<'_>, event: &Event, at: usize, is_lost: bool) -> El {
    let state = shown.cx.state;
    let item = item.say("span", "number", &state.words.number(at + 1));
    let item = item.story(state, "span", "text", &event.summary);
    if is_lost { item.set(A::DataState, "wrong").tell(state, "span", "state", Say::InLostPair) } else { item }
}

fn movable(item: El, shown: &Shown<'_>, at: usize, event: &Event, count: usize) -> El {
    let cx = shown.cx;
    let lifted = matches!(cx.state.hand, Hand::Event { at: held, .. } if held == at);
    let handle = button("handle", "")
        .label(cx.state, Say::Handle, &[Arg::Event(&event.summary)])
        .set(A::AriaPressed, if lifted { "true" } else { "false" });
    let handle = draggable(handle, cx, at).on(cx.link, On::Click, at, keys::handle);
    let handle = if lifted { handle.on(cx.link, On::Key, at, keys::carrying) } else { handle };
    let below = Some(at + 1).filter(|to| *to < count);
    item.flag(A::DataLifted, lifted)
        .add(handle)
        .story(cx.state, "span", "text", &event.summary)
        .add(step(shown, "up", ".up", (Say::Up, event), at, at.checked_sub(1)))
        .add(step(shown, "down", ".down", (Say::Down, event), at, below))
}

/// A button that moves an event by one. At the end it stays, and does nothing: it may have the focus.
fn step(
    shown: &Shown<'_>,
    class: &'static str,
    by: &'static str,
    (name, event): (Say, &Event),
    from: usize,
    to: Option<usize>,
) -> El {
    let step = button(class, "").label(shown.cx.state, name, &[Arg::Event(&event.summary)]);
    let step = step.flag(A::AriaDisabled, to.is_none());
    match to {
        Some(to) => step.click(shown.cx.link, Msg::Move { from, to, by }),
        None => step,
    }
}
