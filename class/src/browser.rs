//! What both pages ask of the browser: its window, its storage, Unicode's tables, chance.

use js_sys::{Date, Function, JsString, Math, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{HtmlElement, Storage, Window};
use yew::NodeRef;

/// The window; none in a worker, where no page runs.
pub fn window() -> Option<Window> {
    web_sys::window()
}

/// What stays when the page is left; none where the browser lets nothing be kept.
pub fn storage() -> Option<Storage> {
    window()?.local_storage().ok().flatten()
}

/// What is kept under a name.
pub fn kept(name: &str) -> Option<String> {
    storage()?.get_item(name).ok().flatten()
}

/// Keeps a text under a name; whether that is possible.
pub fn keep(name: &str, text: &str) -> bool {
    storage().is_some_and(|storage| storage.set_item(name, text).is_ok())
}

/// As in the widget: Unicode's compatibility decomposition in small letters.
pub fn decompose(text: &str) -> String {
    // Of ASCII it is the same, and a class list is compared with many names.
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let text: JsString = JsString::from(text).normalize("NFKD");
    String::from(text.to_lower_case())
}

/// A number of so many, from 0 on, by chance.
pub fn chance(count: u32) -> u32 {
    (Math::random() * f64::from(count)) as u32
}

/// Now, in milliseconds since 1970.
pub fn now() -> f64 {
    Date::now()
}

/// Does something when the browser is idle, or, where it does not tell, soon.
pub fn when_idle(what: impl FnOnce() + 'static) {
    let Some(window) = window() else { return };
    let task = Closure::once_into_js(what);
    if window.request_idle_callback(task.unchecked_ref()).is_err() {
        // Timers are never refused.
        let _ = window.set_timeout_with_callback(task.unchecked_ref());
    }
}

/// Focuses an element, where it is on the page.
pub fn focus(node: &NodeRef) {
    if let Some(element) = node.cast::<HtmlElement>() {
        // A browser that refuses leaves the focus where it was, and that is all.
        let _ = element.focus();
    }
}

/// The address of another page of the site, by its path beside this one.
pub fn beside(path: &str) -> String {
    let href = window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    web_sys::Url::new_with_base(path, &href).map_or_else(|_| path.to_owned(), |url| url.href())
}

/// Fills the screen with the page, or gives it back to its window.
pub fn full_screen(wanted: bool) {
    let Some(document) = window().and_then(|window| window.document()) else { return };
    let Some(root) =
        document.document_element().filter(|_| document.fullscreen_element().is_some() != wanted)
    else {
        return;
    };
    let (of, name): (JsValue, &str) =
        if wanted { (root.into(), "requestFullscreen") } else { (document.into(), "exitFullscreen") };
    let call = Reflect::get(&of, &name.into()).and_then(|call| call.dyn_into::<Function>());
    let done = call.and_then(|call| call.call0(&of)).and_then(|done| done.dyn_into::<Promise>());
    if let Ok(done) = done {
        // Where it is refused the page goes on in its window.
        spawn_local(async move { _ = JsFuture::from(done).await });
    }
}

/// Whether the page fills the screen.
pub fn is_full_screen() -> bool {
    window()
        .and_then(|window| window.document())
        .is_some_and(|document| document.fullscreen_element().is_some())
}
