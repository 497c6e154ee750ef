//! Present: questions on the wall, by keyboard, remote or pointer. This is the screen that sets it
//! up, and what keys do; where the show stands is in `show`, what is seen of it in `stage`.

use verbatim_classroom::browser;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent, MouseEvent};
use yew::html::Scope;
use yew::{Component, Context, Html, NodeRef, Properties, html};

use crate::desk::Desk;
use crate::messages::Say;
use show::Show;

mod show;
mod stage;

/// What the screen is given.
#[derive(Clone, PartialEq, Properties)]
pub struct Given {
    /// What it works on.
    pub desk: Desk,
}

/// What happens on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Msg {
    /// The show begins.
    Begin,
    /// On by a step.
    On,
    /// Back by a step.
    Back,
    /// A hand more, or one less, for an answer.
    Hand(usize, i32),
    /// The whole screen, or a window again.
    Full,
    /// The show is over.
    Leave,
    /// Hands are counted, or not.
    Count(bool),
}

/// The screen's state.
#[derive(Default)]
pub struct Present {
    show: Option<Show>,
    counts: bool,
    stage: NodeRef,
    begin: NodeRef,
    moved: bool,
}

impl Component for Present {
    type Message = Msg;
    type Properties = Given;

    fn create(_: &Context<Self>) -> Self {
        Self { counts: true, ..Self::default() }
    }

    fn update(&mut self, context: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Begin => {
                self.show = context.props().desk.session(None).map(Show::new);
                browser::full_screen(true);
            }
            Msg::On => self.change(Show::on),
            Msg::Back => self.change(Show::back),
            Msg::Hand(answer, by) => self.change(|show| show.hand(answer, by)),
            Msg::Count(counts) => self.counts = counts,
            Msg::Full => {
                browser::full_screen(!browser::is_full_screen());
                return false;
            }
            Msg::Leave => {
                self.show = None;
                browser::full_screen(false);
            }
        }
        self.moved = matches!(msg, Msg::Begin | Msg::On | Msg::Back | Msg::Leave);
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let desk = &context.props().desk;
        let (words, link) = (desk.words(), context.link());
        if desk.quiz().is_none() {
            return html! { <p class="none"><a href="#set">{words.text(Say::NoStory)}</a></p> };
        }
        let counts = link.batch_callback(|event: Event| {
            let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
            Some(Msg::Count(input.checked()))
        });
        let shown = self.show.as_ref().map(|show| {
            let onkeydown = keys(link, self.counts);
            html! {
                <div class="stage" ref={&self.stage} tabindex="-1" role="region" aria-label={words.text(Say::Present).to_owned()} {onkeydown}>
                    {stage::view(desk, show, self.counts, link)}
                </div>
            }
        });
        html! {
            <>
                <p class="lead">{words.text(Say::PresentLead)}</p>
                <p class="sub">{words.text(Say::Readable)}</p>
                <label class="check"><input type="checkbox" id="hands" checked={self.counts} onchange={counts} /><span>{words.text(Say::CountHands)}</span></label>
                <p class="row"><button type="button" class="begin primary" ref={&self.begin} onclick={link.callback(|_: MouseEvent| Msg::Begin)}>{words.text(Say::Begin)}</button></p>
                <h2>{words.text(Say::Keys)}</h2>
                <ul class="keys">
                    {for [Say::KeyOn, Say::KeyBack, Say::KeyHands, Say::KeyScreen].map(|say| html! { <li>{words.text(say)}</li> })}
                </ul>
                {shown}
            </>
        }
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        if let Some(stage) = self.stage.cast::<Element>() {
            stage::fit(&stage);
        }
        if std::mem::take(&mut self.moved) {
            browser::focus(if self.show.is_some() { &self.stage } else { &self.begin });
            if let Some(stage) = self.stage.cast::<Element>() {
                stage.set_scroll_top(0);
            }
        }
    }
}

impl Present {
    fn change(&mut self, change: impl FnOnce(&mut Show)) {
        if let Some(show) = &mut self.show {
            change(show);
        }
    }
}

/// What keys do: those of presenters' remotes, and digits for raised hands.
fn keys(link: &Scope<Present>, counts: bool) -> yew::Callback<KeyboardEvent> {
    link.batch_callback(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return None;
        }
        // Space and Enter on a button are that button's.
        let target: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
        let on_button = target.is_some_and(|target| target.tag_name() == "BUTTON");
        // The key by its place too: with Shift a digit is another sign on every keyboard.
        let code = event.code();
        let digit = code.strip_prefix("Digit").or_else(|| code.strip_prefix("Numpad"));
        let digit = digit.and_then(|digit| digit.parse::<usize>().ok()).filter(|digit| *digit > 0);
        let typed = event.key().parse::<usize>().ok().filter(|digit| (1..=9).contains(digit));
        let msg = match (event.key().as_str(), digit.or(typed)) {
            ("ArrowRight" | "PageDown", _) => Msg::On,
            (" " | "Enter", _) if !on_button => Msg::On,
            ("ArrowLeft" | "PageUp", _) => Msg::Back,
            ("Escape", _) => Msg::Leave,
            ("f" | "F", _) => Msg::Full,
            (_, Some(digit)) if counts => Msg::Hand(digit - 1, if event.shift_key() { -1 } else { 1 }),
            _ => return None,
        };
        event.prevent_default();
        Some(msg)
    })
}
