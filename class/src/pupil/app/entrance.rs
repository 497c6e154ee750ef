//! Before it begins: what is to be played, and by whom.

use verbatim_class::assignment::{Asks, Assignment};
use verbatim_class::submission::Who;
use verbatim_classroom::browser::decompose;
use verbatim_classroom::opened::Opened;
use verbatim_core::session::Session;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, SubmitEvent};
use yew::html::Scope;
use yew::{Html, InputEvent, html};

use super::{App, Msg};
use crate::messages::{Arg, Say, Words};

pub fn view(app: &App, words: &Words, link: &Scope<App>) -> Html {
    let (Some(assignment), Some(opened)) = (&app.assignment, &app.opened) else { return Html::default() };
    let story = &opened.story;
    let title = story.quiz(&assignment.quiz).map(|quiz| story[quiz].title.clone()).unwrap_or_default();
    let start = link.callback(|event: SubmitEvent| {
        event.prevent_default();
        Msg::Start
    });
    let typed = link.batch_callback(|event: InputEvent| {
        let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
        Some(Msg::Typed(input.value()))
    });
    let missing = app.missing.map(|say| words.text(say));
    let field = match assignment.asks {
        Asks::Nothing => None,
        Asks::Name => Some((Say::YourName, "name", "text")),
        Asks::Number => Some((Say::YourNumber, "off", "numeric")),
    };
    let field = field.map(|(say, autocomplete, inputmode)| {
        html! {
            <p class="field">
                <label for="who">{words.text(say)}</label>
                <input id="who" {autocomplete} {inputmode} maxlength="60" value={app.record.who.clone()} oninput={typed}
                    aria-describedby="who-means who-missing" aria-invalid={missing.map(|_| "true")} />
                <span id="who-means" class="sub">{words.text(Say::NameMeans)}</span>
                <span id="who-missing" class="wrong" role="alert">{missing}</span>
            </p>
        }
    });
    html! {
        <form class="card entrance" novalidate=true onsubmit={start}>
            <p class="of" lang={story.language.clone()}>{story.title.clone()}</p>
            <h1 tabindex="-1" ref={&app.focus} lang={story.language.clone()}>{title}</h1>
            <p class="sub">{plan(assignment, opened, words)}</p>
            {field}
            <p><button type="submit" class="start primary">{words.text(Say::Start)}</button></p>
            <p class="honest">{words.text(Say::PracticeNotExam)}</p>
        </form>
    }
}

/// How many questions, and how much time.
fn plan(assignment: &Assignment, opened: &Opened, words: &Words) -> String {
    let mut told = vec![words.fill(Say::Plan, &[Arg::Number(count(assignment, opened))])];
    if let Some(minutes) = assignment.minutes {
        told.push(words.fill(Say::PlanTime, &[Arg::Number(minutes.into())]));
    }
    told.join(" · ")
}

/// How many questions are asked.
pub fn count(assignment: &Assignment, opened: &Opened) -> usize {
    let Some(quiz) = opened.story.quiz(&assignment.quiz) else { return 0 };
    let seed = assignment.seed_of(&Who::Nobody, 0);
    let session = Session::new(opened.story.clone(), quiz, seed, assignment.mode, decompose);
    session.questions().len().min(assignment.count.map_or(usize::MAX, |count| count as usize))
}
