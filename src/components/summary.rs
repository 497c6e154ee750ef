//! The last screen: the points, and every question to be opened again with its
//! answer and the words it rests on.

use verbatim_core::session::Session;
use yew::Html;

use super::progress::data_rightness;
use super::question::{Shown, task};
use super::{Cx, feedback, subject};
use crate::element::{El, button, el, of, says};
use crate::messages as say;
use crate::state::Msg;

/// The screen.
pub fn view(cx: &Cx<'_>, session: &Session) -> El {
    let summary = session.summary();
    let story = session.story();
    let results = (0..session.questions().len()).filter_map(|at| result(cx, session, at));
    let missed = summary.questions.iter().any(|outcome| !outcome.points.is_full());
    let missed = missed.then(|| button("missed primary", say::MISSED).click(cx.link, Msg::Missed));
    let again = if missed.is_some() { "again" } else { "again primary" };
    let others = story.quizzes.len() > 1;
    let others = others.then(|| button("quizzes", say::OTHER_QUIZZES).click(cx.link, Msg::Quizzes));
    let actions = of("div", "actions")
        .add_some(missed)
        .add(button(again, say::AGAIN).click(cx.link, Msg::Again))
        .add_some(others);
    of("div", "finished")
        .add(says("p", "kicker", story[session.quiz()].title.clone()))
        .add(says("h2", "score", say::points(summary.points)).set("tabindex", "-1"))
        .add(says("p", "lead", say::encouragement(summary.points)))
        .add(actions)
        .add(says("h3", "kicker", say::RESULTS))
        .add(of("div", "results").all(results.collect()))
}

fn result(cx: &Cx<'_>, session: &Session, at: usize) -> Option<Html> {
    let shown = Shown::new(cx, session, at, true)?;
    let outcome = session.outcome(at);
    let (icon, words) = say::rightness(outcome.rightness);
    let summary = el("summary")
        .click(cx.link, Msg::Peek(at))
        .add(says("span", "icon", icon).set("aria-hidden", "true"))
        .add(says("span", "line", subject::line(shown.story, shown.posed)))
        .add(says("span", "points", [words, ", ", &say::points(outcome.points)].concat()));
    let result = of("details", "result")
        .key(&at.to_string())
        .number("data-at", at)
        .set("data-rightness", data_rightness(outcome.rightness))
        .add(summary);
    // What nobody opened is not rendered: a quiz can be long.
    if !cx.state.peeked.contains(&at) {
        return Some(result.html());
    }
    let prompt = says("h4", "prompt", subject::prompt(shown.story, shown.posed));
    let body = of("div", "told").add(subject::about(&shown, prompt)).add(task(&shown));
    Some(result.add(body.add_some(feedback::view(&shown))).html())
}
