//! Where the story comes from: the site, another address, a file.

use verbatim_class::assignment::Place;
use verbatim_classroom::opened::Failure;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement, MouseEvent};
use yew::html::Scope;
use yew::{Html, html};

use super::{Msg, Set};
use crate::app;
use crate::desk::{Desk, Story};
use crate::messages::{Arg, Say};

pub fn view(desk: &Desk, typed: &str, link: &Scope<Set>) -> Html {
    let words = desk.words();
    let tell = desk.tell.clone();
    let chosen = move |event: Event| {
        let select: Option<HtmlSelectElement> = event.target().and_then(|target| target.dyn_into().ok());
        if let Some(address) = select.map(|select| select.value()).filter(|address| !address.is_empty()) {
            tell.emit(app::Msg::Fetch(address));
        }
    };
    let current = match desk.opened().map(|opened| &opened.place) {
        Some(Place::Address(address)) => address.clone(),
        _ => String::new(),
    };
    let of_site = |address: &String| {
        let title = desk.opened().filter(|_| *address == current).map(|opened| opened.story.title.clone());
        let title = title.unwrap_or_else(|| address.trim_start_matches("questions/").to_owned());
        html! { <option value={address.clone()} selected={*address == current}>{title}</option> }
    };
    let elsewhere = !desk.stories.contains(&current);
    let tell = desk.tell.clone();
    let address = typed.trim().to_owned();
    let fetch = move |_: MouseEvent| {
        if !address.is_empty() {
            tell.emit(app::Msg::Fetch(address.clone()));
        }
    };
    let tell = desk.tell.clone();
    let given = move |event: Event| {
        let file = input(&event).and_then(|input| input.files()).and_then(|files| files.get(0));
        if let Some(file) = file {
            tell.emit(app::Msg::Read(file));
        }
    };
    let typing = link.batch_callback(|event: yew::InputEvent| {
        let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
        Some(Msg::Typed(input.value()))
    });
    html! {
        <fieldset class="source">
            <legend>{words.text(Say::Story)}</legend>
            <p class="field">
                <label for="site">{words.text(Say::OfSite)}</label>
                <select id="site" onchange={chosen}>
                    if elsewhere { <option value="" selected=true>{words.text(Say::Another)}</option> }
                    {for desk.stories.iter().map(of_site)}
                </select>
            </p>
            <details class="elsewhere" open={elsewhere && desk.opened().is_some()}>
                <summary>{words.text(Say::Elsewhere)}</summary>
                <p class="field">
                    <label for="address">{words.text(Say::Address)}</label>
                    <span class="row">
                        <input id="address" type="url" value={typed.to_owned()} oninput={typing} placeholder="https://" />
                        <button type="button" class="fetch" onclick={fetch}>{words.text(Say::Fetch)}</button>
                    </span>
                </p>
                <p class="field">
                    <label for="file">{words.text(Say::File)}</label>
                    <input id="file" type="file" accept=".json,application/json" onchange={given} />
                </p>
            </details>
            <p class="state" role="status">{state(desk)}</p>
        </fieldset>
    }
}

/// What became of the story that was asked for.
fn state(desk: &Desk) -> String {
    let words = desk.words();
    match &desk.story {
        Story::Loading => words.text(Say::Loading).to_owned(),
        Story::Open(opened) => words.fill(Say::Opened, &[Arg::Name(&opened.story.title)]),
        Story::Failed(from, Failure::Unreachable) => words.fill(Say::Unreachable, &[Arg::Name(from)]),
        Story::Failed(from, Failure::Gone) => words.fill(Say::Gone, &[Arg::Name(from)]),
        Story::Failed(from, Failure::Status(status)) => {
            words.fill(Say::BadStatus, &[Arg::Code(*status), Arg::Name(from)])
        }
        Story::Failed(from, Failure::NotAStory) => words.fill(Say::NotAStory, &[Arg::Name(from)]),
        Story::Failed(from, Failure::Mistakes(count)) => {
            words.fill(Say::Mistakes, &[Arg::Name(from), Arg::Number(*count)])
        }
    }
}

/// The field that an event comes from.
fn input(event: &Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}
