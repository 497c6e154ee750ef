//! Keys, as what they say: number keys choose, arrows carry what was lifted.

use verbatim_core::session::Action;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent, MouseEvent};

use crate::state::{Carry, Msg};

/// Keys that mean the same wherever the focus is within the widget.
pub fn anywhere(_: usize, event: &Event) -> Option<Msg> {
    let event: &KeyboardEvent = event.dyn_ref()?;
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return None;
    }
    let target: Element = event.target()?.dyn_into().ok()?;
    let key = event.key();
    match key.as_bytes() {
        [digit @ b'1'..=b'9'] if !target.matches("[type=text]").unwrap_or(true) => {
            event.prevent_default();
            Some(Msg::Digit(usize::from(digit - b'1')))
        }
        // On a button or a link, Enter is the browser's to handle.
        b"Enter" if target.matches(".feedback").unwrap_or(false) => {
            event.prevent_default();
            Some(Msg::GoOn)
        }
        b"Escape" => Some(Msg::Carry(Carry::Cancel)),
        _ => None,
    }
}

/// Keys that move what is held.
pub fn carrying(_: usize, event: &Event) -> Option<Msg> {
    let event: &KeyboardEvent = event.dyn_ref()?;
    let target: Element = event.target()?.dyn_into().ok()?;
    let is_right_to_left = target.closest(".verbatim[dir=rtl]").ok()?.is_some();
    let carry = match event.key().as_str() {
        "ArrowUp" => Carry::Up,
        "ArrowDown" => Carry::Down,
        // To the side means where the one before or after would stand in a line.
        "ArrowRight" if is_right_to_left => Carry::Up,
        "ArrowLeft" if !is_right_to_left => Carry::Up,
        "ArrowLeft" | "ArrowRight" => Carry::Down,
        "Home" => Carry::First,
        "End" => Carry::Last,
        _ => return None,
    };
    event.prevent_default();
    Some(Msg::Carry(carry))
}

/// Keys on a person who has a place.
pub fn placed(slot: usize, event: &Event) -> Option<Msg> {
    let event: &KeyboardEvent = event.dyn_ref()?;
    matches!(event.key().as_str(), "Delete" | "Backspace").then_some(Msg::TakeBack(slot))
}

/// A click on a handle: a key's, since a pointer's drags.
pub fn handle(at: usize, event: &Event) -> Option<Msg> {
    is_by_key(event).then_some(Msg::Handle(at))
}

/// A click on a person.
pub fn person(at: usize, event: &Event) -> Option<Msg> {
    Some(Msg::Person { at, by_key: is_by_key(event) })
}

/// What stands in a text field.
pub fn typed(_: usize, event: &Event) -> Option<Msg> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    Some(Msg::Do(Action::Write(input.value())))
}

/// A form that is sent, by its button or by Enter.
pub fn sent(_: usize, event: &Event) -> Option<Msg> {
    event.prevent_default();
    Some(Msg::Do(Action::Submit))
}

/// A click that no pointer made counts no clicks (UI Events, `detail`).
fn is_by_key(event: &Event) -> bool {
    event.dyn_ref::<MouseEvent>().is_some_and(|event| event.detail() == 0)
}
