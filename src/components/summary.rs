//! The last screen: the points, and every question to be opened again with its
//! answer and the words it rests on.

use verbatim_core::session::Session;

use super::progress::data_rightness;
use super::question::{Shown, task};
use super::{Cx, feedback, subject};
use crate::element::{A, El, button, of, says};
use crate::messages as say;
use crate::state::{Fold, Msg};

/// The screen.
pub fn view(cx: &Cx<'_>, session: &Session) -> El {
    let story = session.story();
    let points = session.summary().points;
    let mut results = of("div", "results");
    for at in 0..session.questions().len() {
        results = results.add_some(result(cx, session, at));
    }
    let mut actions = of("div", "actions");
    if !points.is_full() {
        actions = actions.add(button("missed primary", say::MISSED).click(cx.link, Msg::Missed));
    }
    let again = if points.is_full() { "again primary" } else { "again" };
    actions = actions.add(button(again, say::AGAIN).click(cx.link, Msg::Again));
    if story.quizzes.len() > 1 {
        actions = actions.add(button("quizzes", say::OTHER_QUIZZES).click(cx.link, Msg::Quizzes));
    }
    of("div", "finished")
        .key("finished")
        .say("p", "kicker", &story[session.quiz()].title)
        .add(says("h2", "score", &say::points(points)).set(A::Tabindex, "-1"))
        .say("p", "lead", say::encouragement(points))
        .add(actions)
        .say("h3", "kicker", say::RESULTS)
        .add(results)
}

fn result(cx: &Cx<'_>, session: &Session, at: usize) -> Option<El> {
    let shown = Shown::new(cx, session, at, true)?;
    let outcome = session.outcome(at);
    let (icon, words) = say::rightness(outcome.rightness);
    // Keyed, so that the summary that is being clicked stays when what it opens is added.
    let summary = of("summary", "")
        .key("summary")
        .click(cx.link, Msg::Peek(Fold::Question(at)))
        .add(says("span", "icon", icon).set(A::AriaHidden, "true"))
        .say("span", "line", &subject::line(shown.story, shown.posed))
        .say("span", "points", &[words, ", ", &say::points(outcome.points)].concat());
    let result = of("details", "result")
        .key(&at.to_string())
        .number(A::DataAt, at)
        .set(A::DataRightness, data_rightness(outcome.rightness))
        .add(summary);
    // What nobody opened is not rendered: a quiz can be long.
    if !cx.state.peeked.contains(&Fold::Question(at)) {
        return Some(result);
    }
    let prompt = says("h4", "prompt", &subject::prompt(shown.story, shown.posed));
    let told = of("div", "told").key("told").add(subject::about(&shown, prompt)).add(task(&shown));
    Some(result.add(told.add_some(feedback::view(&shown))))
}
