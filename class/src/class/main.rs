//! The teacher's page: a quiz is set, collected, seen, projected and printed. What the module
//! exports stands here; `class/pages/class.js` is the one that calls it.

use std::rc::Rc;

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;
use yew::Renderer;

use app::{App, Given};
use desk::Speech;

mod app;
mod desk;
mod gathered;
mod messages;
mod present;
mod print;
mod question;
mod screen;
mod set;
mod shelf;

/// As in the widget: a third of the code of the allocator that comes with Rust.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Shows the page in an element, in the languages of three files, or in English where they are
/// empty: what the page says, what its screens of what was handed in say, and what the widget says
/// of questions. `stories` are the addresses of the site's stories, a line each.
#[wasm_bindgen]
pub fn show(element: Element, own: &str, collected: &str, quiz: &str, stories: &str) {
    let speech = Rc::new(Speech::new(own, collected, quiz));
    let stories = stories.lines().map(String::from).collect();
    Renderer::<App>::with_root_and_props(element, Given { speech, stories }).render();
}

fn main() {}
