//! What there is to say of an answer: how right it is, what the right one rests
//! on, and what the reader's rests on instead.

use verbatim_core::feedback::Detail;
use verbatim_core::pose::Task;
use verbatim_core::score::hint_cost;

use super::progress::data_rightness;
use super::question::Shown;
use super::told;
use crate::element::{A, El, of, says};
use crate::messages::{self, Arg, Say};

/// The feedback on an answer.
pub fn view(shown: &Shown<'_>) -> Option<El> {
    let outcome = shown.session.outcome(shown.at);
    let feedback = shown.session.feedback(shown.at)?;
    let (icon, rightness) = messages::rightness(outcome.rightness);
    let (state, words) = (shown.cx.state, &shown.cx.state.words);
    let mut points = messages::points(words, outcome.points);
    if outcome.hinted && hint_cost(shown.story, shown.posed) > 0 {
        points = words.fill(Say::HintPaid, &[Arg::Name(&points)]);
    }
    let heading = of(shown.cx.heading(1), "verdict")
        .add(says("span", "icon", icon).set(A::AriaHidden, "true"))
        .tell(state, "span", "word", rightness)
        .say("span", "points", &points);
    let view = of("div", "feedback")
        .set(A::Tabindex, "-1")
        .set(A::Role, "group")
        .label(state, Say::Outcome, &[Arg::Name(words.text(rightness)), Arg::Name(&points)])
        .set(A::DataRightness, data_rightness(outcome.rightness))
        .add(heading);
    let view = match &feedback.detail {
        Detail::Chosen { right, wrong, missed } => {
            told::chosen(view, shown, right, wrong, missed, &feedback.evidence)
        }
        Detail::Matched(matched) => told::matched(view, shown, matched),
        Detail::Arranged { lost, supported, open } => {
            let lost = outcome.rightness.map(|_| lost.as_slice());
            told::arranged(view, shown, lost, supported, *open, &feedback)
        }
        Detail::Typed(spelling) => match &shown.posed.task {
            Task::Type { gap, .. } => told::typed(view, shown, *spelling, *gap, &feedback.evidence),
            _ => view,
        },
    };
    Some(view.story_some(state, "p", "note", &shown.question.note))
}
