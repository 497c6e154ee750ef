//! The screen where there is nothing to play: what is wrong, where, what to do.

use super::Cx;
use crate::element::{A, El, button, of, says};
use crate::messages as say;
use crate::state::{Failure, Msg};

/// How many findings are listed; the author's command lists all.
const LISTED: usize = 5;

/// The screen.
pub fn view(cx: &Cx<'_>, failure: &Failure) -> El {
    let (message, advice) = say::failure(failure);
    let mut error = of("div", "error")
        .key("error")
        .set(A::Role, "alert")
        .say("p", "kicker", say::FAILED)
        .say("h2", "what", &message);
    if let Failure::Findings(findings) = failure {
        let mut list = of("ul", "findings");
        for finding in findings.iter().take(LISTED) {
            let pointer = &finding.place.pointer;
            let place = if pointer.is_empty() { say::WHOLE_FILE } else { pointer };
            list = list.add(says("li", "finding", &finding.problem.message()).say("code", "place", place));
        }
        if let more @ 1.. = findings.len().saturating_sub(LISTED) {
            list = list.say("li", "finding", &say::more(more));
        }
        error = error.add(list);
    }
    let retry = || button("retry primary", say::RETRY).click(cx.link, Msg::Retry);
    error.say("p", "", advice).add_some(failure.may_pass().then(retry))
}
