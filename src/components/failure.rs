//! The screen where there is nothing to play: what is wrong, where, what to do.

use super::Cx;
use crate::element::{El, button, el, of, says};
use crate::messages as say;
use crate::state::{Failure, Msg};

/// How many findings are listed; the author's command lists all.
const LISTED: usize = 5;

/// The screen.
pub fn view(cx: &Cx<'_>, failure: &Failure) -> El {
    let found = failure.findings.iter().take(LISTED).map(|found| {
        let place = if found.pointer.is_empty() { say::WHOLE_FILE } else { &found.pointer };
        let place = says("code", "place", place.to_owned());
        of("li", "finding").text(say::sentence(&found.message)).add(place).html()
    });
    let more = failure.findings.len().saturating_sub(LISTED);
    let list = of("ul", "findings").all(found.collect());
    let list = list.add_some((more > 0).then(|| says("li", "finding", say::more(more))));
    let retry = || button("retry primary", say::RETRY).click(cx.link, Msg::Retry);
    of("div", "error")
        .set("role", "alert")
        .add(says("p", "kicker", say::FAILED))
        .add(says("h2", "what", failure.message.clone()))
        .add_some((!failure.findings.is_empty()).then_some(list))
        .add(el("p").text(failure.advice))
        .add_some(failure.retry.then(retry))
}
