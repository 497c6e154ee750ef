//! What is told of an order: each pair that cost a point with its reasons, what
//! the reports leave open, and an order that they support.

use verbatim_core::feedback::{Feedback, Pair, Reason};
use verbatim_core::model::{EventIx, Story};
use yew::Html;

use crate::components::question::Shown;
use crate::components::quoted_passage::{excerpts, folded};
use crate::effects::dates;
use crate::element::{el, of, row, says};
use crate::messages as say;

/// What an order comes to.
pub fn arranged(
    shown: &Shown<'_>,
    lost: &[Pair],
    supported: &[EventIx],
    open: usize,
    feedback: &Feedback,
    answered: bool,
) -> Vec<Html> {
    let story = shown.story;
    let mut told = Vec::new();
    if answered {
        let possible = feedback.points.possible;
        let in_order = possible.saturating_sub(lost.len() as u32);
        told.push(says("p", "answer", say::pairs(in_order, possible, lost.len())).html());
    }
    let pairs = lost.iter().map(|pair| of("li", "lost-pair").push(reasons(story, pair, false)).html());
    if !lost.is_empty() {
        told.push(of("ul", "lost-pairs").all(pairs.collect()).html());
    }
    if open > 0 {
        told.push(says("p", "open", say::open_pairs(open)).html());
    }
    if !lost.is_empty() || !answered {
        let order = supported.iter().map(|event| el("li").text(story[*event].summary.clone()).html());
        told.push(says("p", "answer", say::SUPPORTED_ORDER).html());
        told.push(of("ol", "supported").all(order.collect()).html());
    }
    told.push(folded(story, say::ORDER_EVIDENCE, &feedback.evidence).html());
    told
}

/// Why one event came before another. A single step that says just that needs no
/// words of its own where the question has said them.
pub fn reasons(story: &Story, pair: &Pair, is_asked: bool) -> Html {
    let mut told = vec![came_before(story, pair.before, pair.after, "answer")];
    let is_chain = pair.reasons.len() > 1;
    for reason in &pair.reasons {
        let (before, after, list, dated) = match reason {
            Reason::Stated { before, after, excerpts } => (*before, *after, excerpts, false),
            Reason::Dated { before, after, excerpts } => (*before, *after, excerpts, true),
        };
        if is_chain {
            told.push(came_before(story, before, after, "step"));
        }
        if dated {
            let date = |event: EventIx| story[event].when.as_ref().map(dates::written).unwrap_or_default();
            let dates = [say::BY_DATES, " ", &date(before), "; ", &date(after), "."].concat();
            told.push(says("p", "step", dates).html());
        }
        // A chain of several steps is long: in a list of lost pairs its words wait to be asked for.
        told.push(match is_chain && !is_asked {
            true => folded(story, say::EVIDENCE, list).html(),
            false => excerpts(story, list),
        });
    }
    row(told)
}

fn came_before(story: &Story, before: EventIx, after: EventIx, class: &'static str) -> Html {
    let [before, came, after] = say::came_before(&story[before].summary, &story[after].summary);
    of("p", class).add(says("q", "", before)).text(came).add(says("q", "", after)).text(".").html()
}
