//! The right of the spread: the mark in hand, the cast, what the check says, and the questions.

use yew::html::Scope;
use yew::{Html, html};

use crate::studio::{Drawn, Studio};

pub mod asked;
mod cast;
pub mod findings;
mod hand;
pub mod preview;

/// All of the margin.
pub fn view(studio: &Studio, link: &Scope<Studio>) -> Html {
    // Below what a screen holds of an article just laid.
    let below = if studio.drawn == Drawn::Top(0) {
        Html::default()
    } else {
        html! {
            <>
                {cast::view(studio, link)}
                {asked::view(studio, link)}
                {findings::view(studio, link)}
                {preview::view(studio, link)}
            </>
        }
    };
    html! { <>{hand::view(studio, link)}{below}</> }
}
