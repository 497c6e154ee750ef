//! The widget: the only part of the project that knows yew and the browser.

mod app;
mod components;
mod effects;
mod element;
mod events;
mod messages;
mod state;

/// The element that the widget fills.
const ROOT: &str = "verbatim";

fn main() {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(root) = document.and_then(|document| document.get_element_by_id(ROOT)) {
        yew::Renderer::<app::App>::with_root(root).render();
    }
}
