//! Events to be put in order: by dragging, by buttons, by keys.

use verbatim_core::model::EventIx;
use verbatim_core::score::lost_pairs;
use yew::Html;
use yew::virtual_dom::ListenerKind;

use super::question::Shown;
use super::draggable;
use crate::effects::keys;
use crate::element::{El, button, of, says};
use crate::messages as say;
use crate::state::{Hand, Msg};

/// The events, in the reader's order.
pub fn view(shown: &Shown<'_>, events: &[EventIx], order: &[usize]) -> El {
    let arranged: Vec<EventIx> = order.iter().filter_map(|at| events.get(*at).copied()).collect();
    let lost = if shown.told { lost_pairs(shown.story, events, order) } else { Vec::new() };
    let item = |(at, event): (usize, &EventIx)| {
        let is_lost = lost.iter().any(|(before, after)| before == event || after == event);
        item(shown, at, *event, arranged.len(), is_lost)
    };
    let list = of("ol", "arrange").all(arranged.iter().enumerate().map(item).collect());
    of("div", "ordering")
        .add(says("p", "end", say::EARLIEST))
        .add(list)
        .add(says("p", "end", say::LATEST))
}

fn item(shown: &Shown<'_>, at: usize, event: EventIx, count: usize, is_lost: bool) -> Html {
    let (event, cx) = (&shown.story[event], shown.cx);
    let item = of("li", "event").key(&event.id).set("data-event", event.id.clone());
    let text = says("span", "text", event.summary.clone());
    if shown.told {
        let item = item.add(says("span", "number", (at + 1).to_string()).set("aria-hidden", "true")).add(text);
        return match is_lost {
            true => item.set("data-state", "wrong").add(says("span", "state", say::LOST)),
            false => item,
        }
        .html();
    }
    let lifted = matches!(cx.state.hand, Hand::Event { at: held, .. } if held == at);
    let handle = button("handle", "").set("aria-label", say::handle(&event.summary));
    let handle = handle.set("aria-pressed", if lifted { "true" } else { "false" });
    let handle = draggable(handle, cx, at).on(cx.link, ListenerKind::onclick, at, keys::handle);
    let handle =
        if lifted { handle.on(cx.link, ListenerKind::onkeydown, at, keys::carrying) } else { handle };
    let step = |class: &'static str, by: &'static str, name: String, to: Option<usize>| {
        let step = button(class, "").set("aria-label", name).flag("aria-disabled", to.is_none());
        match to {
            Some(to) => step.click(cx.link, Msg::Move { from: at, to, by }),
            None => step,
        }
    };
    let below = Some(at + 1).filter(|to| *to < count);
    item.flag("data-lifted", lifted)
        .add(handle)
        .add(text)
        .add(step("up", ".up", say::up(&event.summary), at.checked_sub(1)))
        .add(step("down", ".down", say::down(&event.summary), below))
        .html()
}
