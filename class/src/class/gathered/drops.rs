//! Files that are dropped anywhere on the page, so that one that misses its place is not opened by
//! the browser in place of the page.

use verbatim_classroom::browser::window;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::DragEvent;
use yew::html::Scope;

use super::{Gathered, Msg, collect};

type Listener = Closure<dyn Fn(DragEvent)>;

/// Takes what is dropped, as long as it is there.
pub struct Drops(Vec<(&'static str, Listener)>);

impl Drops {
    /// Begins to take it.
    pub fn take(link: &Scope<Gathered>) -> Self {
        let link = link.clone();
        let over = Listener::new(|event: DragEvent| {
            // Text goes where it would go.
            if event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0)) {
                event.prevent_default();
            }
        });
        let drop = Listener::new(move |event: DragEvent| {
            let list = event.data_transfer().and_then(|data| data.files());
            if let Some(files) = collect::files(list) {
                event.prevent_default();
                link.send_message(Msg::Files(files));
            }
        });
        let listeners = vec![("dragover", over), ("drop", drop)];
        if let Some(window) = window() {
            for (name, listener) in &listeners {
                let _ = window.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
            }
        }
        Self(listeners)
    }
}

impl Drop for Drops {
    fn drop(&mut self) {
        if let Some(window) = window() {
            for (name, listener) in &self.0 {
                let _ = window.remove_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
            }
        }
    }
}
