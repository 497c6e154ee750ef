//! Print: worksheets and their key, set up by a few choices; what stands below them is what the
//! printer gets. The look of paper is in `class/pages/sheet.css`.

use verbatim_classroom::browser::window;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, MouseEvent};
use yew::{Callback, Component, Context, Html, Properties, html};

use crate::desk::Desk;
use crate::messages::{Arg, Say};

mod key;
mod sheet;

/// The most forms: more are told apart by nobody.
const FORMS: u32 = 6;

/// What the screen is given.
#[derive(Clone, PartialEq, Properties)]
pub struct Given {
    /// What it works on.
    pub desk: Desk,
}

/// What is printed, and how.
#[derive(Clone, Debug, PartialEq)]
pub struct Print {
    /// How many forms.
    pub forms: u32,
    /// Whether the passages stand before the questions.
    pub passages: bool,
    /// Whether all is in large print.
    pub large: bool,
    /// Whether the link stands on each sheet, as a QR code.
    pub symbol: bool,
    /// Whether a key follows.
    pub key: bool,
    /// The size of the paper.
    pub paper: Paper,
}

/// A size of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// ISO 216: 210 by 297 mm.
    A4,
    /// ANSI/ASME Y14.1: 8½ by 11 in.
    Letter,
}

impl Component for Print {
    type Message = Self;
    type Properties = Given;

    fn create(context: &Context<Self>) -> Self {
        // Where the page's words are American, so is the paper.
        let is_american = context.props().desk.words().locale().ends_with("US");
        let paper = if is_american { Paper::Letter } else { Paper::A4 };
        Self { forms: 1, passages: true, large: false, symbol: true, key: true, paper }
    }

    fn update(&mut self, _: &Context<Self>, msg: Self) -> bool {
        *self = msg;
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let desk = &context.props().desk;
        let words = desk.words();
        if desk.quiz().is_none() {
            return html! { <p class="none"><a href="#set">{words.text(Say::NoStory)}</a></p> };
        }
        let print = |_: MouseEvent| {
            if let Some(window) = window() {
                // A browser without printers has its own words for that.
                let _ = window.print();
            }
        };
        html! {
            <>
                <p class="lead">{words.text(Say::PrintLead)}</p>
                <form class="choices across" autocomplete="off" onsubmit={|event: web_sys::SubmitEvent| event.prevent_default()}>
                    {self.choices(context)}
                    <button type="button" class="print primary" onclick={print}>{words.text(Say::PrintNow)}</button>
                </form>
                {self.paper(desk)}
            </>
        }
    }
}

impl Print {
    fn choices(&self, context: &Context<Self>) -> Html {
        let words = context.props().desk.words();
        let count = self.change(context, |print, input| {
            print.forms = input.value().parse().unwrap_or(1).clamp(1, FORMS);
        });
        let check = |say: Say, id: &'static str, is_on: bool, set: fn(&mut Self, bool)| {
            let onchange = self.change(context, move |print, input| set(print, input.checked()));
            html! {
                <label class="check"><input type="checkbox" {id} checked={is_on} {onchange} /><span>{words.text(say)}</span></label>
            }
        };
        let paper = |say: Say, id: &'static str, paper: Paper| {
            let onchange = self.change(context, move |print, _| print.paper = paper);
            html! {
                <label class="radio">
                    <input type="radio" name="paper" {id} checked={self.paper == paper} {onchange} /><span>{words.text(say)}</span>
                </label>
            }
        };
        html! {
            <>
                <p class="field">
                    <label for="forms">{words.text(Say::FormCount)}</label>
                    <input id="forms" type="number" min="1" max={FORMS.to_string()} value={self.forms.to_string()}
                        aria-describedby="forms-mean" onchange={count} />
                    <span id="forms-mean" class="means">{words.text(Say::FormCountMeans)}</span>
                </p>
                <fieldset>
                    <legend>{words.text(Say::Paper)}</legend>
                    {paper(Say::A4, "a4", Paper::A4)}
                    {paper(Say::Letter, "us-letter", Paper::Letter)}
                </fieldset>
                <div class="checks">
                    {check(Say::WithPassages, "passages", self.passages, |print, is_on| print.passages = is_on)}
                    {check(Say::LargePrint, "large", self.large, |print, is_on| print.large = is_on)}
                    {check(Say::WithSymbol, "with-symbol", self.symbol, |print, is_on| print.symbol = is_on)}
                    {check(Say::WithKey, "key", self.key, |print, is_on| print.key = is_on)}
                </div>
            </>
        }
    }

    fn change(
        &self,
        context: &Context<Self>,
        change: impl Fn(&mut Self, &HtmlInputElement) + 'static,
    ) -> Callback<Event> {
        let print = self.clone();
        context.link().batch_callback(move |event: Event| {
            let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
            let mut print = print.clone();
            change(&mut print, &input);
            Some(print)
        })
    }

    /// All that the printer gets: the forms, then their keys.
    fn paper(&self, desk: &Desk) -> Html {
        let forms: Vec<Option<u32>> =
            if self.forms == 1 { vec![None] } else { (1..=self.forms).map(Some).collect() };
        let sheets = forms.iter().map(|form| sheet::view(desk, *form, self.passages, self.symbol));
        let keys = forms.iter().filter(|_| self.key).map(|form| key::view(desk, *form));
        let paper = match self.paper {
            Paper::A4 => "a4",
            Paper::Letter => "us-letter",
        };
        let size = if self.large { "large" } else { "plain" };
        html! { <div class={format!("paper {paper} {size}")}>{for sheets}{for keys}</div> }
    }
}

/// What a form is called, where there are several.
fn form_name(desk: &Desk, form: Option<u32>) -> Option<String> {
    let letter = crate::question::letter(form?.saturating_sub(1) as usize);
    Some(desk.words().fill(Say::Form, &[Arg::Name(&letter)]))
}
