//! Above the quiz while it is played: who plays, and the time that is left.

use verbatim_class::submission::Who;
use verbatim_classroom::browser::now;
use web_sys::MouseEvent;
use yew::html::Scope;
use yew::{Html, html};

use super::{App, Msg};
use crate::messages::{Arg, Say, Words};

/// How many minutes a pupil adds at once.
const MORE: u32 = 5;

pub fn view(app: &App, words: &Words, link: &Scope<App>) -> Html {
    let Some(assignment) = &app.assignment else { return Html::default() };
    let who = match app.record.who(assignment.asks) {
        Who::Nobody => None,
        Who::Name(name) => Some(name),
        Who::Number(number) => Some(words.fill(Say::PlayedByNumber, &[Arg::Name(&number.to_string())])),
    };
    let quiz = app.opened.as_ref().and_then(|opened| {
        let story = &opened.story;
        Some((story[story.quiz(&assignment.quiz)?].title.clone(), story.language.clone()))
    });
    let (title, lang) = quiz.unwrap_or_default();
    let hand_in = app.code.is_none() && app.record.answered() > 0;
    html! {
        <>
        <h1 class="playing" lang={lang}>{title}</h1>
        <div class="bar">
            <p class="who"><bdi>{who}</bdi> {button(words, link, Say::SomebodyElse, "else quiet", || Msg::Else)}</p>
            {time(app, words, link)}
            if hand_in { {button(words, link, Say::HandIn, "hand-in", || Msg::HandIn)} }
        </div>
        </>
    }
}

fn time(app: &App, words: &Words, link: &Scope<App>) -> Html {
    let Some(assignment) = app.assignment.as_ref().filter(|one| one.minutes.is_some()) else {
        return Html::default();
    };
    if app.record.complete {
        return Html::default();
    }
    let Some(left) = app.record.minutes_left(assignment, now()) else {
        return html! { <p class="time">{words.text(Say::Untimed)}</p> };
    };
    let told = match left {
        left if left <= 0.0 => words.text(Say::TimeUp).to_owned(),
        left if left < 1.0 => words.text(Say::LeftLittle).to_owned(),
        left => words.fill(Say::Left, &[Arg::Number(left.ceil() as usize)]),
    };
    // Told aloud only near the end: a voice each minute would be in the way.
    let live = if left <= 1.0 { "polite" } else { "off" };
    html! {
        <div class="time" data-up={(left <= 0.0).then_some("true")}>
            <p role="timer" aria-live={live}>{told}</p>
            <p class="row">
                {button(words, link, Say::MoreTime, "more", || Msg::More(MORE))}
                {button(words, link, Say::NoLimit, "untimed", || Msg::Untimed)}
            </p>
        </div>
    }
}

/// A button that does something.
pub fn button(words: &Words, link: &Scope<App>, say: Say, class: &'static str, msg: fn() -> Msg) -> Html {
    html! { <button type="button" {class} onclick={link.callback(move |_: MouseEvent| msg())}>{words.text(say)}</button> }
}
