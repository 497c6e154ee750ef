//! Set: what is to be played, chosen on the left, and the link to it with all that a teacher
//! hands out on the right.

use verbatim_classroom::out;
use wasm_bindgen_futures::spawn_local;
use yew::{Component, Context, Html, Properties, html};

use crate::desk::Desk;
use crate::messages::Say;

mod choices;
mod handout;
mod source;

/// What the screen is given.
#[derive(Clone, PartialEq, Properties)]
pub struct Given {
    /// What it works on.
    pub desk: Desk,
}

/// What happens on the screen.
pub enum Msg {
    /// A text shall be on the clipboard.
    Copy(String),
    /// It is, or can't be.
    Copied(bool),
    /// The story shall be a file.
    Save,
    /// The address of a story, as far as it is typed.
    Typed(String),
}

/// The screen's state.
#[derive(Default)]
pub struct Set {
    told: Option<Say>,
    typed: String,
}

impl Component for Set {
    type Message = Msg;
    type Properties = Given;

    fn create(_: &Context<Self>) -> Self {
        Self::default()
    }

    fn changed(&mut self, _: &Context<Self>, _: &Given) -> bool {
        self.told = None;
        true
    }

    fn update(&mut self, context: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Copy(text) => {
                let link = context.link().clone();
                spawn_local(async move { link.send_message(Msg::Copied(out::copy(text).await)) });
                return false;
            }
            Msg::Copied(true) => self.told = Some(Say::Copied),
            Msg::Copied(false) => self.told = Some(Say::CopyByHand),
            Msg::Typed(typed) => self.typed = typed,
            Msg::Save => {
                if let Some(opened) = context.props().desk.opened() {
                    let name = format!("{}.json", opened.story.id);
                    let saved = out::save(&opened.file, &name, "application/json");
                    self.told = saved.is_err().then_some(Say::NotSaved);
                }
            }
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let desk = &context.props().desk;
        let words = desk.words();
        let told = self.told.map(|told| words.text(told));
        html! {
            <>
                <p class="lead">{words.text(Say::SetLead)}</p>
                <div class="halves">
                    <form class="choices" autocomplete="off" onsubmit={|event: web_sys::SubmitEvent| event.prevent_default()}>
                        {source::view(desk, &self.typed, context.link())}
                        {choices::view(desk)}
                    </form>
                    <section class="handout" aria-labelledby="handout-title">
                        <h2 id="handout-title">{words.text(Say::Handout)}</h2>
                        {handout::view(desk, context.link())}
                        <p class="told" role="status">{told}</p>
                    </section>
                </div>
            </>
        }
    }
}
