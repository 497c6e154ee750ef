//! The focus: where it goes after a change, and that it is given up before one.

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement};

/// Puts the focus on the element with an id.
pub fn put(id: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        at(element, |element| element.focus());
    }
}

/// Takes the focus from whatever has it. A browser that loses the element with the focus lays out
/// all that has come meanwhile, to know what to do; one whose focus is nowhere does not.
pub fn give_up() {
    if let Some(element) = document().and_then(|document| document.active_element()) {
        at(element, |element| element.blur());
    }
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

fn at<T>(element: web_sys::Element, act: impl FnOnce(&HtmlElement) -> Result<(), T>) {
    // What is gone meanwhile can't take the focus, and nothing else needs it.
    let _ = element.dyn_ref::<HtmlElement>().map(act);
}
