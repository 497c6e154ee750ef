//! Listeners of elements.

use web_sys::Event;
use yew::html::Scope;
use yew::virtual_dom::{Listener, ListenerKind};

use crate::app::App;
use crate::state::Msg;

/// The events that are listened to.
#[derive(Clone, Copy)]
pub enum On {
    /// A click, of a pointer or a key.
    Click,
    /// Another answer chosen.
    Change,
    /// A text changed.
    Input,
    /// A form sent.
    Submit,
    /// A key going down.
    Key,
    /// A pointer going down.
    PointerDown,
    /// A pointer moving.
    PointerMove,
    /// A pointer going up.
    PointerUp,
    /// A pointer taken away by the browser.
    PointerCancel,
}

/// What an event of the element at a position says, if anything.
pub type Read = fn(usize, &Event) -> Option<Msg>;

/// What a listener makes of an event.
pub enum Reads {
    /// Always the same.
    Says(Msg),
    /// What a function reads from it, of an element at a position.
    Reads(usize, Read),
}

/// A listener of one type, whatever the event: yew's own are a type an event.
pub struct Ear {
    /// The event.
    pub on: On,
    /// Whom to tell.
    pub link: Scope<App>,
    /// What to tell.
    pub reads: Reads,
}

impl Listener for Ear {
    fn kind(&self) -> ListenerKind {
        match self.on {
            On::Click => ListenerKind::onclick,
            On::Change => ListenerKind::onchange,
            On::Input => ListenerKind::oninput,
            On::Submit => ListenerKind::onsubmit,
            On::Key => ListenerKind::onkeydown,
            On::PointerDown => ListenerKind::onpointerdown,
            On::PointerMove => ListenerKind::onpointermove,
            On::PointerUp => ListenerKind::onpointerup,
            On::PointerCancel => ListenerKind::onpointercancel,
        }
    }

    fn handle(&self, event: Event) {
        let msg = match &self.reads {
            Reads::Says(msg) => Some(msg.clone()),
            Reads::Reads(at, read) => read(*at, &event),
        };
        if let Some(msg) = msg {
            self.link.send_message(msg);
        }
    }

    fn passive(&self) -> bool {
        false
    }
}
