//! What is told of an order: each pair that cost a point with its reasons, what
//! the reports leave open, and an order that they support.

use verbatim_core::feedback::{Feedback, Pair, Reason};
use verbatim_core::model::{EventIx, Story};

use crate::components::question::Shown;
use crate::components::quoted_passage::{excerpts, folded};
use crate::element::{El, of};
use crate::messages::dates;
use crate::messages::{Arg, Say};
use crate::state::{Fold, Msg, State};

/// The longest chain of reasons that a lost pair is told with at once, in steps.
const AT_ONCE: usize = 2;

/// What an order comes to. `lost` is `None` for a question that was not answered.
pub fn arranged(
    into: El,
    shown: &Shown<'_>,
    lost: Option<&[Pair]>,
    supported: &[EventIx],
    open: usize,
    feedback: &Feedback,
) -> El {
    let (story, state) = (shown.story, shown.cx.state);
    let mut into = into;
    if let Some(lost) = lost {
        let possible = feedback.points.possible;
        let in_order = (possible as usize).saturating_sub(lost.len());
        let pairs = [Arg::Number(in_order), Arg::Number(possible as usize)];
        into = into.add(of("p", "answer").fill(state, Say::Pairs, &pairs));
        if !lost.is_empty() {
            into = into.add(of("p", "answer").fill(state, Say::LostPairs, &[Arg::Number(lost.len())]));
        }
        let mut list = of("ul", "lost-pairs");
        // Those with the shortest reasons first: they are the plainest.
        for is_long in [false, true] {
            for (at, pair) in lost.iter().enumerate() {
                if (pair.reasons.len() > AT_ONCE) == is_long {
                    list = list.add(lost_pair(shown, at, pair));
                }
            }
        }
        into = into.add(list);
    }
    if open > 0 {
        into = into.add(of("p", "open").fill(state, Say::OpenPairs, &[Arg::Number(open)]));
    }
    if lost.is_none_or(|lost| !lost.is_empty()) {
        let mut order = of("ol", "supported");
        for event in supported {
            // The number beside it stands on the side of the interface's language.
            order = order.add(of("li", "").story(state, "bdi", "", &story[*event].summary));
        }
        into = into.tell(state, "p", "answer", Say::Supported).add(order);
    }
    into.add(folded(state, story, Say::OrderEvidence, &feedback.evidence))
}

/// A pair that cost a point. A long chain of reasons waits to be asked for.
fn lost_pair(shown: &Shown<'_>, at: usize, pair: &Pair) -> El {
    let (story, cx) = (shown.story, shown.cx);
    let item = of("li", "lost-pair");
    let steps = pair.reasons.len();
    if steps <= AT_ONCE {
        return reasons(item, cx.state, story, pair);
    }
    let fold = Fold::Reasons(shown.at, at);
    let summary = of("summary", "")
        .fill(cx.state, Say::Steps, &[Arg::Number(steps)])
        .key("summary")
        .click(cx.link, Msg::Peek(fold));
    let mut details = of("details", "fold").add(summary);
    if cx.state.peeked.contains(&fold) {
        details = details.add(chain(of("div", "").key("chain"), cx.state, story, &pair.reasons));
    }
    item.add(came_before(cx.state, story, pair.before, pair.after, "answer")).add(details)
}

/// Why one event came before another, step by step.
pub fn reasons(into: El, state: &State, story: &Story, pair: &Pair) -> El {
    let pair_first = came_before(state, story, pair.before, pair.after, "answer");
    chain(into.add(pair_first), state, story, &pair.reasons)
}

fn chain(mut into: El, state: &State, story: &Story, reasons: &[Reason]) -> El {
    for reason in reasons {
        let (before, after, list, dated) = match reason {
            Reason::Stated { before, after, excerpts } => (*before, *after, excerpts, false),
            Reason::Dated { before, after, excerpts } => (*before, *after, excerpts, true),
        };
        // A single step says what the pair has said.
        if reasons.len() > 1 {
            into = into.add(came_before(state, story, before, after, "step"));
        }
        if dated {
            let date = |event: EventIx| match &story[event].when {
                Some(date) => dates::written(date, &state.words),
                None => String::new(),
            };
            let (before, after) = (date(before), date(after));
            let text = state.words.fill(Say::ByDates, &[Arg::Name(&before), Arg::Name(&after)]);
            into = into.say("p", "step", &text);
        }
        into = excerpts(into, state, story, list);
    }
    into
}

fn came_before(state: &State, story: &Story, before: EventIx, after: EventIx, class: &'static str) -> El {
    let events = [before, after].map(|event| Arg::Event(&story[event].summary));
    of("p", class).fill(state, Say::CameBefore, &events)
}
