//! The story's questions as they will be played: the element that pages embed, given the story.

use js_sys::Reflect;
use verbatim_studio::{Action, Proof, Quizzes};
use yew::html::Scope;
use yew::{Html, html};

use crate::messages::Say;
use crate::msg::Msg;
use crate::studio::Studio;

/// The id of the element.
const ID: &str = "preview";

/// What the element was last given.
#[derive(Default)]
pub struct Shown {
    file: String,
}

impl Shown {
    /// Gives the element the story, where it is another one.
    pub fn show(&mut self, proof: Option<&Proof>) {
        let document = web_sys::window().and_then(|window| window.document());
        let Some(element) = document.and_then(|document| document.get_element_by_id(ID)) else {
            self.file.clear();
            return;
        };
        if let Some(proof) = proof.filter(|proof| proof.is_playable && proof.file != self.file) {
            self.file.clone_from(&proof.file);
            // Setting a property of an element never fails.
            let _ = Reflect::set(&element, &"story".into(), &proof.file.as_str().into());
        }
    }
}

/// The preview.
pub fn view(studio: &Studio, link: &Scope<Studio>) -> Html {
    let words = &studio.words;
    let is_playable = studio.proof.as_ref().is_some_and(|proof| proof.is_playable);
    let draw = (studio.document().quizzes == Quizzes::AsWritten).then(|| {
        html! {
            <button type="button" class="draw" onclick={link.callback(|_| Msg::Do(Action::Draw))}>{words.text(Say::DrawAll)}</button>
        }
    });
    let shown = if is_playable {
        html! {
            <>
                <div class="ways">
                    <button type="button" class="reseed" onclick={link.callback(|_| Msg::Reseed)}>{words.text(Say::Reseed)}</button>
                    {draw}
                </div>
                <verbatim-quiz id={ID} theme="newspaper" loading="eager" heading-level="3" seed={studio.seed.to_string()} />
            </>
        }
    } else {
        html! { <><p class="note">{words.text(Say::NothingToAsk)}</p>{draw}</> }
    };
    html! {
        <section class="preview" aria-labelledby="preview-heading">
            <h2 id="preview-heading" class="kicker">{words.text(Say::Preview)}</h2>
            {shown}
        </section>
    }
}
