//! Something to be unfolded, drawn only while it is: a browser lays out what is folded away too.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event};
use yew::html::Scope;
use yew::{Html, html};

use crate::msg::Msg;
use crate::studio::Studio;

/// A summary with what it unfolds to; `id` tells it from the others on the page.
pub fn fold(
    studio: &Studio,
    link: &Scope<Studio>,
    id: String,
    summary: Html,
    content: impl FnOnce() -> Html,
) -> Html {
    let is_open = studio.unfolded.contains(&id);
    let ontoggle = link.batch_callback(move |event: Event| {
        let details: Element = event.target()?.dyn_into().ok()?;
        Some(Msg::Unfold(id.clone(), details.has_attribute("open")))
    });
    html! { <details open={is_open} {ontoggle}>{summary}{is_open.then(content)}</details> }
}
