//! What reaches outside: the clock of frames, the focus, pointers, and the
//! browser's own tables for texts.

use js_sys::{JsString, Math};
use web_sys::Element;

pub mod drag;
pub mod keys;

/// A random number.
pub fn chance() -> u32 {
    // Any number will do: it only has to differ from time to time.
    (Math::random() * f64::from(u32::MAX)) as u32
}

/// A text in compatibility decomposition and small letters.
pub fn decompose(text: &str) -> String {
    let text: JsString = JsString::from(text).normalize("NFKD");
    String::from(text.to_lower_case())
}

/// Focuses the first element that a selector finds.
pub fn focus(root: &Element, selector: &str) {
    use wasm_bindgen::JsCast;
    let found = root.query_selector(selector).ok().flatten();
    if let Some(element) = found.as_ref().and_then(|element| element.dyn_ref::<web_sys::HtmlElement>()) {
        // A browser that refuses leaves the focus where it was, and that is all.
        let _ = element.focus();
    }
}

/// Brings the top of the widget into view, if it is above the window.
pub fn scroll_up(root: &Element) {
    if root.get_bounding_client_rect().top() < 0.0 {
        root.scroll_into_view();
    }
}
