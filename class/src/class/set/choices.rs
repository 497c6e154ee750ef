//! What is asked of the story, and how: every choice is a field of the plan.

use verbatim_class::assignment::{Asks, Assignment, Forms, MOST_MINUTES};
use verbatim_classroom::browser::chance;
use verbatim_core::session::Mode;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement, MouseEvent};
use yew::{Callback, Html, html};

use crate::app::Msg;
use crate::desk::{Desk, LANGUAGES};
use crate::messages::{Arg, Say};

pub fn view(desk: &Desk) -> Html {
    html! { <>{questions(desk)}{forms(desk)}{play(desk)}</> }
}

/// A callback that changes the plan by a field of the form.
fn change(desk: &Desk, change: impl Fn(&mut Assignment, &HtmlInputElement) + 'static) -> Callback<Event> {
    let (plan, tell) = (desk.plan.clone(), desk.tell.clone());
    Callback::from(move |event: Event| {
        let input: Option<HtmlInputElement> = event.target().and_then(|target| target.dyn_into().ok());
        if let Some(input) = input {
            let mut plan = plan.clone();
            change(&mut plan, &input);
            tell.emit(Msg::Plan(plan));
        }
    })
}

fn questions(desk: &Desk) -> Html {
    let words = desk.words();
    let (plan, tell) = (desk.plan.clone(), desk.tell.clone());
    let chosen = move |event: Event| {
        let select: Option<HtmlSelectElement> = event.target().and_then(|target| target.dyn_into().ok());
        if let Some(select) = select {
            tell.emit(Msg::Plan(Assignment { quiz: select.value(), ..plan.clone() }));
        }
    };
    let planned = desk.quiz();
    let quizzes = desk.opened().map(|opened| opened.story.quizzes.as_slice()).unwrap_or_default();
    let option = |quiz: &verbatim_core::model::Quiz| {
        let is_planned = planned.is_some_and(|(opened, planned)| opened.story[planned].id == quiz.id);
        html! { <option value={quiz.id.clone()} selected={is_planned}>{quiz.title.clone()}</option> }
    };
    let all = Desk { plan: Assignment { count: None, ..desk.plan.clone() }, ..desk.clone() };
    let all = all.session(None).map_or(0, |session| session.questions().len());
    let count = change(desk, |plan, input| plan.count = whole(input, 1, 255));
    html! {
        <fieldset>
            <legend>{words.text(Say::Questions)}</legend>
            <p class="field">
                <label for="quiz">{words.text(Say::Quiz)}</label>
                <select id="quiz" onchange={chosen}>{for quizzes.iter().map(option)}</select>
            </p>
            <p class="field">
                <label for="count">{words.text(Say::Count)}</label>
                <input id="count" type="number" min="1" max="255" inputmode="numeric" aria-describedby="count-means"
                    value={desk.plan.count.map(|count| count.to_string()).unwrap_or_default()} onchange={count} />
                <span id="count-means" class="means">{words.fill(Say::CountMeans, &[Arg::Number(all)])}</span>
            </p>
        </fieldset>
    }
}

fn forms(desk: &Desk) -> Html {
    let words = desk.words();
    let seed = change(desk, |plan, input| plan.seed = whole(input, 0, u32::MAX).unwrap_or(plan.seed));
    let (plan, tell) = (desk.plan.clone(), desk.tell.clone());
    let others =
        move |_: MouseEvent| tell.emit(Msg::Plan(Assignment { seed: chance(9000) + 1000, ..plan.clone() }));
    html! {
        <fieldset>
            <legend>{words.text(Say::Forms)}</legend>
            {radio(desk, "forms", Say::SameForm, Say::SameFormMeans, desk.plan.forms == Forms::Same, |plan| plan.forms = Forms::Same)}
            {radio(desk, "forms", Say::ShuffledForm, Say::ShuffledFormMeans, desk.plan.forms == Forms::Shuffled, |plan| plan.forms = Forms::Shuffled)}
            {radio(desk, "forms", Say::EachForm, Say::EachFormMeans, desk.plan.forms == Forms::Each, |plan| plan.forms = Forms::Each)}
            <p class="field">
                <label for="seed">{words.text(Say::Seed)}</label>
                <span class="row">
                    <input id="seed" type="number" min="0" max="4294967295" inputmode="numeric" aria-describedby="seed-means"
                        value={desk.plan.seed.to_string()} onchange={seed} />
                    <button type="button" class="others" onclick={others}>{words.text(Say::DrawOthers)}</button>
                </span>
                <span id="seed-means" class="means">{words.text(Say::SeedMeans)}</span>
            </p>
        </fieldset>
    }
}

fn play(desk: &Desk) -> Html {
    let words = desk.words();
    let plan = &desk.plan;
    let minutes = change(desk, |plan, input| {
        plan.minutes = whole(input, 1, MOST_MINUTES.into()).and_then(|minutes| u16::try_from(minutes).ok());
    });
    let confidence = change(desk, |plan, input| plan.confidence = input.checked());
    html! {
        <>
            <fieldset>
                <legend>{words.text(Say::Feedback)}</legend>
                {radio(desk, "mode", Say::Practice, Say::PracticeMeans, plan.mode == Mode::Practice, |plan| plan.mode = Mode::Practice)}
                {radio(desk, "mode", Say::Test, Say::TestMeans, plan.mode == Mode::Test, |plan| plan.mode = Mode::Test)}
                <label class="check">
                    <input type="checkbox" id="confidence" checked={plan.confidence} onchange={confidence} />
                    <span>{words.text(Say::AskConfidence)}</span>
                </label>
            </fieldset>
            <fieldset>
                <legend>{words.text(Say::Asks)}</legend>
                {radio(desk, "asks", Say::AsksName, Say::AsksNameMeans, plan.asks == Asks::Name, |plan| plan.asks = Asks::Name)}
                {radio(desk, "asks", Say::AsksNumber, Say::AsksNumberMeans, plan.asks == Asks::Number, |plan| plan.asks = Asks::Number)}
                {radio(desk, "asks", Say::AsksNothing, Say::AsksNothingMeans, plan.asks == Asks::Nothing, |plan| plan.asks = Asks::Nothing)}
                {language(desk)}
            </fieldset>
            <fieldset>
                <legend>{words.text(Say::Time)}</legend>
                <p class="field">
                    <label for="minutes">{words.text(Say::Minutes)}</label>
                    <input id="minutes" type="number" min="1" max={MOST_MINUTES.to_string()} inputmode="numeric"
                        aria-describedby="minutes-means"
                        value={plan.minutes.map(|minutes| minutes.to_string()).unwrap_or_default()} onchange={minutes} />
                    <span id="minutes-means" class="means">{words.text(Say::MinutesMean)}</span>
                </p>
            </fieldset>
        </>
    }
}

fn language(desk: &Desk) -> Html {
    let words = desk.words();
    let (plan, tell) = (desk.plan.clone(), desk.tell.clone());
    let chosen = move |event: Event| {
        let select: Option<HtmlSelectElement> = event.target().and_then(|target| target.dyn_into().ok());
        if let Some(select) = select {
            tell.emit(Msg::Plan(Assignment { language: select.value(), ..plan.clone() }));
        }
    };
    let option = |(tag, name): (&'static str, &'static str)| {
        html! { <option value={tag} lang={tag} selected={desk.plan.language == tag}>{name}</option> }
    };
    html! {
        <p class="field">
            <label for="language">{words.text(Say::PupilLanguage)}</label>
            <select id="language" onchange={chosen}>{for LANGUAGES.into_iter().map(option)}</select>
        </p>
    }
}

fn radio(
    desk: &Desk,
    name: &'static str,
    say: Say,
    means: Say,
    is_chosen: bool,
    choose: impl Fn(&mut Assignment) + 'static,
) -> Html {
    let words = desk.words();
    let onchange = change(desk, move |plan, _| choose(plan));
    html! {
        <label class="radio">
            <input type="radio" {name} checked={is_chosen} {onchange} />
            <span>{words.text(say)}<span class="means">{words.text(means)}</span></span>
        </label>
    }
}

/// The whole number of a field within its bounds; none where it is empty or something else.
fn whole(input: &HtmlInputElement, least: u32, most: u32) -> Option<u32> {
    let number: u32 = input.value().trim().parse().ok()?;
    (least..=most).contains(&number).then_some(number)
}
