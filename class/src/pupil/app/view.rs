//! What the page shows, by how far the pupil is.

use verbatim_class::assignment::{NotRead, Place};
use verbatim_classroom::browser::window;
use verbatim_classroom::opened::Failure;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, HtmlInputElement, MouseEvent};
use yew::html::Scope;
use yew::{Html, html};

use super::{App, Msg, Stage, bar, code, entrance};
use crate::messages::{Arg, Say, Words};

pub fn view(app: &App, words: &Words, link: &Scope<App>) -> Html {
    speak(words);
    match &app.stage {
        Stage::Unread(NotRead::None) => failed(app, words, Say::NoAssignment.into(), None),
        Stage::Unread(NotRead::Damaged) => failed(app, words, Say::Damaged.into(), None),
        Stage::Unread(NotRead::Newer(_)) => failed(app, words, Say::Newer.into(), None),
        Stage::Getting => html! { <p class="loading" role="status">{words.text(Say::Loading)}</p> },
        Stage::Failed(Failure::Unreachable | Failure::Gone | Failure::Status(_)) => {
            failed(app, words, Say::Unreachable.into(), Some(link))
        }
        Stage::Failed(Failure::NotAStory | Failure::Mistakes(_)) => {
            failed(app, words, Say::NotAStory.into(), Some(link))
        }
        Stage::NoSuchQuiz => {
            let quiz = app.assignment.as_ref().map(|assignment| assignment.quiz.as_str()).unwrap_or_default();
            failed(app, words, Why(Say::NoSuchQuiz, Some(quiz)), None)
        }
        Stage::WantsFile(another) => file(app, *another, words, link),
        Stage::Entrance => entrance::view(app, words, link),
        Stage::Playing => playing(app, words, link),
    }
}

/// The page's language and direction, which the quiz takes on.
fn speak(words: &Words) {
    let root = window().and_then(|window| window.document()).and_then(|document| document.document_element());
    if let Some(root) = root.and_then(|root| root.dyn_into::<HtmlElement>().ok()) {
        root.set_lang(words.text(Say::Language));
        root.set_dir(words.direction());
    }
}

/// What is wrong, with what fills its place.
struct Why<'a>(Say, Option<&'a str>);

impl From<Say> for Why<'_> {
    fn from(say: Say) -> Self {
        Self(say, None)
    }
}

fn failed(app: &App, words: &Words, Why(say, fill): Why<'_>, retry: Option<&Scope<App>>) -> Html {
    let why = words.fill(say, &[Arg::Name(fill.unwrap_or_default())]);
    let retry = retry.map(|link| {
        let again = link.callback(|_: MouseEvent| Msg::Get);
        html! { <button type="button" class="retry primary" onclick={again}>{words.text(Say::Retry)}</button> }
    });
    html! {
        <section class="card" role="alert">
            <h1 tabindex="-1" ref={&app.focus}>{words.text(Say::Failed)}</h1>
            <p>{why}</p>
            {retry}
        </section>
    }
}

fn file(app: &App, another: bool, words: &Words, link: &Scope<App>) -> Html {
    let name = match app.assignment.as_ref().map(|assignment| &assignment.story) {
        Some(Place::File(name)) => name.as_str(),
        _ => "",
    };
    let given = link.batch_callback(|event: Event| {
        let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
        input.files()?.get(0).map(Msg::File)
    });
    let why = another.then(|| html! { <p class="wrong">{words.text(Say::OtherFile)}</p> });
    html! {
        <section class="card">
            <p><label for="story-file">{words.fill(Say::WantsFile, &[Arg::Name(name)])}</label></p>
            <input id="story-file" type="file" accept=".json,application/json" onchange={given} />
            <div role="alert">{why}</div>
        </section>
    }
}

fn playing(app: &App, words: &Words, link: &Scope<App>) -> Html {
    let not_kept =
        (!app.is_kept).then(|| html! { <p class="wrong" role="status">{words.text(Say::NotKept)}</p> });
    let edited = app.opened.as_ref().zip(app.assignment.as_ref());
    let edited = edited
        .filter(|(opened, assignment)| opened.digest != assignment.digest)
        .map(|_| html! { <p class="sub">{words.text(Say::Edited)}</p> });
    html! {
        <>
            {bar::view(app, words, link)}
            {not_kept}
            {edited}
            {code::view(app, words, link)}
        </>
    }
}
