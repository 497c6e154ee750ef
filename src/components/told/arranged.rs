//! What is told of an order: each pair that cost a point with its reasons, what
//! the reports leave open, and an order that they support.

use verbatim_core::feedback::{Feedback, Pair, Reason};
use verbatim_core::model::{EventIx, Story};

use crate::components::question::Shown;
use crate::components::quoted_passage::{excerpts, folded};
use crate::effects::dates;
use crate::element::{El, of};
use crate::messages as say;

/// The longest chain of reasons that is told at once, in steps.
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
            for pair in lost.iter().filter(|pair| (pair.reasons.len() > AT_ONCE) == is_long) {
                list = list.add(reasons(of("li", "lost-pair"), story, pair, false));
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

/// Why one event came before another, step by step. A long chain waits to be
/// asked for, unless it is all that there is to tell.
pub fn reasons(into: El, story: &Story, pair: &Pair, is_all: bool) -> El {
    let into = into.add(came_before(story, pair.before, pair.after, "answer"));
    let steps = pair.reasons.len();
    if steps <= AT_ONCE || is_all {
        chain(into, story, &pair.reasons)
    } else {
        let fold = of("details", "fold").say("summary", "", &say::in_steps(steps));
        into.add(chain(fold, story, &pair.reasons))
    }
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
