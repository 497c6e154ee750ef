//! What there is to say of an answer: how right it is, what the right one rests
//! on, and what the reader's rests on instead.

use verbatim_core::feedback::Detail;
use verbatim_core::pose::Task;

use super::progress::data_rightness;
use super::question::Shown;
use super::told;
use crate::element::{El, el, of, says};
use crate::messages as say;

/// The feedback on an answer.
pub fn view(shown: &Shown<'_>) -> Option<El> {
    let outcome = shown.session.outcome(shown.at);
    let feedback = shown.session.feedback(shown.at)?;
    let answered = outcome.rightness.is_some();
    let (icon, words) = say::rightness(outcome.rightness);
    let mut points = say::points(outcome.points);
    let full = outcome.points.is_full();
    if outcome.hinted && !full && verbatim_core::score::hint_cost(shown.story, shown.posed) > 0 {
        points.push_str(say::HINT_PAID);
    }
    let heading = of("h3", "verdict")
        .add(says("span", "icon", icon).set("aria-hidden", "true"))
        .add(says("span", "word", words))
        .add(says("span", "points", points.clone()));
    let body = match &feedback.detail {
        Detail::Chosen { right, wrong, missed } => told::chosen(shown, right, wrong, missed, &feedback.evidence),
        Detail::Matched(matched) => told::matched(shown, matched),
        Detail::Arranged { lost, supported, open } => {
            let lost: &[_] = if answered { lost } else { &[] };
            told::arranged(shown, lost, supported, *open, &feedback, answered)
        }
        Detail::Typed(spelling) => match &shown.posed.task {
            Task::Type { gap, .. } => told::typed(shown, *spelling, *gap, &feedback.evidence),
            _ => Vec::new(),
        },
    };
    let note = shown.question.note.as_ref().map(|note| says("p", "note", note.clone()));
    let view = of("div", "feedback")
        .set("tabindex", "-1")
        .set("role", "group")
        .set("aria-label", [words, ", ", &points].concat())
        .set("data-rightness", data_rightness(outcome.rightness))
        .add(heading)
        .add(el("div").all(body))
        .add_some(note);
    Some(view)
}
