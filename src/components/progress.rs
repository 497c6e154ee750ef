//! Where the reader is in the quiz: in words, and as a track of segments.

use verbatim_core::feedback::Rightness;
use verbatim_core::session::{Mode, Session, Standing};

use super::Cx;
use crate::element::{A, El, of};
use crate::messages::{Arg, Say};

/// The most segments that can be told apart on a small screen.
const SEGMENTS: usize = 40;

/// The place of the question at a position.
pub fn view(cx: &Cx<'_>, session: &Session, at: usize) -> El {
    let count = session.questions().len();
    let track = if count > SEGMENTS {
        of("progress", "track").number(A::Max, count).number(A::Value, at + 1)
    } else {
        let mut track = of("div", "track");
        for one in 0..count {
            track =
                track.add(of("span", "").set(A::DataState, state(session, one)).flag(A::DataHere, one == at));
        }
        track
    };
    of("div", "progress")
        .key("progress")
        .add(of("p", "kicker").fill(cx.state, Say::Progress, &[Arg::Number(at + 1), Arg::Number(count)]))
        .add(track.set(A::AriaHidden, "true"))
}

fn state(session: &Session, at: usize) -> &'static str {
    match (session.standing(at), session.mode()) {
        (Standing::Unseen, _) => "unseen",
        (Standing::Skipped, _) => "skipped",
        (Standing::Answered, Mode::Test) => "answered",
        (Standing::Answered, Mode::Practice) => data_rightness(session.outcome(at).rightness),
    }
}

/// How right an answer is, for the style sheet.
pub fn data_rightness(rightness: Option<Rightness>) -> &'static str {
    match rightness {
        Some(Rightness::Right) => "right",
        Some(Rightness::Partly) => "partly",
        Some(Rightness::Wrong) => "wrong",
        None => "open",
    }
}
