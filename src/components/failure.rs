//! The screen where there is nothing to play: what is wrong, where, what to do.

use super::Cx;
use crate::element::{A, El, of, presses, says, tells};
use crate::messages::{self, Arg, Say};
use crate::state::{Failure, Msg};

/// How many findings are listed; the author's command lists all.
const LISTED: usize = 5;

/// The screen.
pub fn view(cx: &Cx<'_>, failure: &Failure) -> El {
    let (wrong, places, advice) = messages::failure(failure);
    let mut error = of("div", "error")
        .key("error")
        .set(A::Role, "alert")
        .tell(cx.state, "p", "kicker", Say::Failed)
        .add(of(cx.heading(0), "what").fill(cx.state, wrong, &places));
    if let Failure::Findings(findings) = failure {
        // What the check finds is for authors, as is the command, and in English.
        let mut list = of("ul", "findings");
        for finding in findings.iter().take(LISTED) {
            let pointer = &finding.place.pointer;
            let message = says("span", "", &finding.problem.message()).set(A::Lang, "en").set(A::Dir, "ltr");
            let place = if pointer.is_empty() {
                tells(cx.state, "span", "place", Say::WholeFile)
            } else {
                says("code", "place", pointer).set(A::Dir, "ltr")
            };
            list = list.add(of("li", "finding").add(message).add(place));
        }
        if let more @ 1.. = findings.len().saturating_sub(LISTED) {
            list = list.add(of("li", "finding").fill(cx.state, Say::More, &[Arg::Number(more)]));
        }
        error = error.add(list);
    }
    let retry = || presses(cx.state, "retry primary", Say::Retry).click(cx.link, Msg::Retry);
    error.tell(cx.state, "p", "", advice).add_some(failure.may_pass().then(retry))
}
