//! An article's text with what is marked in it. Each mark begins with a button, by which it is
//! taken in hand; its words are coloured and lined by who speaks. One listener hears for all of
//! them what is done there.

use verbatim_studio::Key;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusEvent, HtmlElement, KeyboardEvent, MouseEvent};
use yew::html::Scope;
use yew::{Html, html};

use super::galley::{Galley, SCREEN};
use super::parts::lines;
use crate::effects::selection::TEXT;
use crate::keys::is_taken;
use crate::messages::Say;
use crate::msg::Msg;
use crate::studio::{Drawn, Studio};

/// What stands for a mark, or for its words.
const MARKED: &str = "[data-mark]";
/// What stands for a mark.
const CHIP: &str = ".chip";

/// The text of the article in a place.
pub fn view(studio: &Studio, link: &Scope<Studio>, place: usize) -> Html {
    let document = studio.document();
    let Some(article) = document.articles.get(place) else { return Html::default() };
    let end = if studio.drawn == Drawn::Top(place) { SCREEN } else { article.text.len() };
    let onkeydown = link.callback(move |event: KeyboardEvent| {
        let plain = !(event.ctrl_key() || event.meta_key() || event.alt_key());
        let chip = at(&event, CHIP);
        let does = if chip.is_some() { is_taken(&event.key()) } else { event.key().starts_with("Arrow") };
        if plain && does {
            event.prevent_default();
        }
        match chip {
            Some(key) => Msg::OnMark(key, event),
            None => Msg::OnText(place, event),
        }
    });
    let onclick = link.batch_callback(|event: MouseEvent| {
        // Whoever has selected words wants these, and not the mark around them.
        let selection = web_sys::window().and_then(|window| window.get_selection().ok()?);
        let is_free = selection.is_none_or(|selection| selection.is_collapsed());
        at(&event, if is_free { MARKED } else { CHIP }).map(|key| Msg::Take(Some(key)))
    });
    let onfocusin = link.batch_callback(|event: FocusEvent| at(&event, CHIP).map(|key| Msg::Take(Some(key))));
    html! {
        <div id={format!("sheet-{place}")} class={TEXT} data-article={place.to_string()} role="group" tabindex="0"
            lang={document.head().language.clone()} aria-label={studio.words.text(Say::TextLabel).to_owned()}
            {onkeydown} {onclick} {onfocusin}>
            <Galley lines={lines(studio, place, article, end)} />
        </div>
    }
}

/// The mark of what an event happens at.
fn at(event: &Event, selector: &str) -> Option<Key> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let marked: HtmlElement = target.closest(selector).ok()??.dyn_into().ok()?;
    marked.dataset().get("mark")?.parse().ok().map(Key)
}
