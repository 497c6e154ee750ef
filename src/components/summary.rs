//! The last screen: the points, and every question to be opened again with its
//! answer and the words it rests on.

use verbatim_core::decimal::decimal;
use verbatim_core::session::Session;

use super::progress::data_rightness;
use super::question::{Shown, task};
use super::{Cx, feedback, subject};
use crate::element::{A, El, of, presses, says};
use crate::messages::{self, Arg, Say};
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
        actions = actions.add(presses(cx.state, "missed primary", Say::Missed).click(cx.link, Msg::Missed));
    }
    let again = if points.is_full() { "again primary" } else { "again" };
    actions = actions.add(presses(cx.state, again, Say::Again).click(cx.link, Msg::Again));
    let share = if cx.state.copied { Say::Copied } else { Say::Share };
    actions = actions.add(presses(cx.state, "share", share).click(cx.link, Msg::Share));
    if story.quizzes.len() > 1 {
        actions = actions.add(presses(cx.state, "quizzes", Say::OtherQuizzes).click(cx.link, Msg::Quizzes));
    }
    of("div", "finished")
        .key("finished")
        .story(cx.state, "p", "kicker", &story[session.quiz()].title)
        .add(says(cx.heading(0), "score", &messages::points(&cx.state.words, points)).set(A::Tabindex, "-1"))
        .tell(cx.state, "p", "lead", messages::encouragement(points))
        .add(actions)
        .tell(cx.state, cx.heading(1), "kicker", Say::Results)
        .add(results)
}

fn result(cx: &Cx<'_>, session: &Session, at: usize) -> Option<El> {
    let shown = Shown::new(cx, session, at, true)?;
    let outcome = session.outcome(at);
    let (icon, rightness) = messages::rightness(outcome.rightness);
    let words = &cx.state.words;
    let told = [Arg::Name(words.text(rightness)), Arg::Name(&messages::points(words, outcome.points))];
    // Keyed, so that the summary that is being clicked stays when what it opens is added.
    let summary = of("summary", "")
        .key("summary")
        .click(cx.link, Msg::Peek(Fold::Question(at)))
        .add(says("span", "icon", icon).set(A::AriaHidden, "true"))
        .add(subject::line(cx, shown.story, shown.posed))
        .say("span", "points", &words.fill(Say::Outcome, &told));
    let result = of("details", "result")
        .key(&decimal(at))
        .number(A::DataAt, at)
        .set(A::DataRightness, data_rightness(outcome.rightness))
        .add(summary);
    // What nobody opened is not rendered: a quiz can be long.
    if !cx.state.peeked.contains(&Fold::Question(at)) {
        return Some(result);
    }
    let prompt = subject::prompt(of(cx.heading(2), "prompt"), cx, shown.story, shown.posed);
    let told = of("div", "told").key("told").add(subject::about(&shown, prompt)).add(task(&shown));
    Some(result.add(told.add_some(feedback::view(&shown))))
}
