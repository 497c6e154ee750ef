//! The studio in the browser: articles on the desk, what is found in them beside what a person
//! says of it, and the story's questions as they will be played. What the desk does is decided in
//! `verbatim-studio`; here it is shown, and what a person does is handed on.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;
use yew::Renderer;

use studio::{Given, Stage, Studio};

mod desk;
mod effects;
mod keys;
mod margin;
mod masthead;
mod messages;
mod msg;
mod rehearsal;
mod studio;
mod told;

/// As in the widget: a third of the code of the allocator that comes with Rust.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Shows the studio in an element, with the desk as it was left. `example` is the address of an
/// article to try it with.
#[wasm_bindgen]
pub fn show(element: Element, example: String) {
    let given = Given { example: example.into(), stage: Stage::Desk };
    Renderer::<Studio>::with_root_and_props(element, given).render();
    rehearsal::rehearse();
}

fn main() {}
