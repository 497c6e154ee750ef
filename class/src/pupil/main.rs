//! The pupil's page: an assignment is read from the address, played in the widget, and handed in
//! as a code. What the module exports stands here; `class/pages/pupil.js` is the one that calls it.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;
use yew::Renderer;

use app::{App, Given};
use messages::Words;

mod app;
mod messages;
mod record;

/// As in the widget: a third of the code of the allocator that comes with Rust.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Shows the page in an element, in the language of a file, or in English where that is empty.
#[wasm_bindgen]
pub fn show(element: Element, language: &str) {
    let words = if language.is_empty() { Words::english() } else { Words::parse(language) };
    Renderer::<App>::with_root_and_props(element, Given { words: words.into() }).render();
}

fn main() {}
