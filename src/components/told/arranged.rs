//! What is told of an order: each pair that cost a point with its reasons, what
//! the reports leave open, and an order that they support.

use verbatim_core::feedback::{Feedback, Pair, Reason};
use verbatim_core::model::{EventIx, Story};

use crate::components::question::Shown;
use crate::components::quoted_passage::{excerpts, folded};
use crate::effects::dates;
use crate::element::{El, of, says};
use crate::messages as say;
use crate::state::{Fold, Msg};

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
    let story = shown.story;
    let mut into = into;
    if let Some(lost) = lost {
        let possible = feedback.points.possible;
        let in_order = possible.saturating_sub(lost.len() as u32);
        into = into.say("p", "answer", &say::pairs(in_order, possible, lost.len()));
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
        into = into.say("p", "open", &say::open_pairs(open));
    }
    if lost.is_none_or(|lost| !lost.is_empty()) {
        let mut order = of("ol", "supported");
        for event in supported {
            order = order.say("li", "", &story[*event].summary);
        }
        into = into.say("p", "answer", say::SUPPORTED_ORDER).add(order);
    }
    into.add(folded(story, say::ORDER_EVIDENCE, &feedback.evidence))
}

/// A pair that cost a point. A long chain of reasons waits to be asked for.
fn lost_pair(shown: &Shown<'_>, at: usize, pair: &Pair) -> El {
    let (story, cx) = (shown.story, shown.cx);
    let item = of("li", "lost-pair");
    let steps = pair.reasons.len();
    if steps <= AT_ONCE {
        return reasons(item, story, pair);
    }
    let fold = Fold::Reasons(shown.at, at);
    let summary = says("summary", "", &say::in_steps(steps)).key("summary").click(cx.link, Msg::Peek(fold));
    let mut details = of("details", "fold").add(summary);
    if cx.state.peeked.contains(&fold) {
        details = details.add(chain(of("div", "").key("chain"), story, &pair.reasons));
    }
    item.add(came_before(story, pair.before, pair.after, "answer")).add(details)
}

/// Why one event came before another, step by step.
pub fn reasons(into: El, story: &Story, pair: &Pair) -> El {
    chain(into.add(came_before(story, pair.before, pair.after, "answer")), story, &pair.reasons)
}

fn chain(mut into: El, story: &Story, reasons: &[Reason]) -> El {
    for reason in reasons {
        let (before, after, list, dated) = match reason {
            Reason::Stated { before, after, excerpts } => (*before, *after, excerpts, false),
            Reason::Dated { before, after, excerpts } => (*before, *after, excerpts, true),
        };
        // A single step says what the pair has said.
        if reasons.len() > 1 {
            into = into.add(came_before(story, before, after, "step"));
        }
        if dated {
            let date = |event: EventIx| story[event].when.as_ref().map(dates::written).unwrap_or_default();
            into = into.say("p", "step", &say::by_dates(&date(before), &date(after)));
        }
        into = excerpts(into, story, list);
    }
    into
}

fn came_before(story: &Story, before: EventIx, after: EventIx, class: &'static str) -> El {
    of("p", class)
        .say("q", "", &story[before].summary)
        .text(say::CAME_BEFORE)
        .say("q", "", &story[after].summary)
        .text(".")
}
