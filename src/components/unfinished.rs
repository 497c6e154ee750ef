//! The screen once every question was seen: those skipped, and in a test all of
//! them, to go back to.

use verbatim_core::session::{Action, Mode, Session, Standing};

use super::{Cx, subject};
use crate::element::{El, button, el, of, says};
use crate::messages as say;
use crate::state::Msg;

/// The screen.
pub fn view(cx: &Cx<'_>, session: &Session) -> El {
    let test = session.mode() == Mode::Test;
    let open = session.questions().iter().enumerate().filter_map(|(at, posed)| {
        let answered = session.standing(at) == Standing::Answered;
        let button = button("open-question", "")
            .number("data-at", at)
            .click(cx.link, Msg::Do(Action::Open(at)))
            .add(says("span", "number", [&say::question(at), ", ", say::standing(answered)].concat()))
            .add(says("span", "line", subject::line(session.story(), posed)));
        (test || !answered).then(|| el("li").add(button).html())
    });
    of("div", "unfinished")
        .add(says("h2", "headline", say::still_open(session.skipped().count())).set("tabindex", "-1"))
        .add(says("p", "lead", say::open_means(test)))
        .add(of("ul", "open-questions").all(open.collect()))
        .add(of("div", "actions").add(button("finish primary", say::FINISH).click(cx.link, Msg::Do(Action::Finish))))
}
