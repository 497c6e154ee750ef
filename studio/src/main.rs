//! The studio in the browser: articles on the desk, what is found in them beside what a person
//! says of it, and the story's questions as they will be played. What the desk does is decided in
//! `verbatim-studio`; here it is shown, and what a person does is handed on.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;
use yew::{AttrValue, Renderer};

use effects::frame::when_idle;
use studio::{Given, Stage, Studio};

mod desk;
mod effects;
mod keys;
mod margin;
mod masthead;
mod messages;
mod msg;
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
    let example: AttrValue = example.into();
    let given = Given { example: example.clone(), stage: Stage::Desk };
    Renderer::<Studio>::with_root_and_props(element, given).render();
    when_idle(move || rehearse(example));
}

/// Has a studio that nobody sees lay an article on its desk, and clears it away.
fn rehearse(example: AttrValue) {
    let document = web_sys::window().and_then(|window| window.document());
    let Some(Ok(place)) = document.map(|document| document.create_element("div")) else { return };
    let rehearsal = Given { example, stage: Stage::Rehearsal };
    let spare = Renderer::<Studio>::with_root_and_props(place, rehearsal).render();
    when_idle(move || spare.destroy());
}

fn main() {}
