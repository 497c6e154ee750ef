//! The screen once every question was seen: those skipped, and in a test all of
//! them, to go back to.

use verbatim_core::session::{Action, Mode, Session, Standing};

use super::{Cx, subject};
use crate::element::{A, El, button, of, says};
use crate::messages as say;
use crate::state::Msg;

/// The screen.
pub fn view(cx: &Cx<'_>, session: &Session) -> El {
    let test = session.mode() == Mode::Test;
    let mut list = of("ul", "open-questions");
    let mut open = 0;
    for (at, posed) in session.questions().iter().enumerate() {
        let answered = session.standing(at) == Standing::Answered;
        open += usize::from(!answered);
        if test || !answered {
            let button = button("open-question", "")
                .number(A::DataAt, at)
                .click(cx.link, Msg::Do(Action::Open(at)))
                .say("span", "number", &[&say::question(at), ", ", say::standing(answered)].concat())
                .say("span", "line", &subject::line(session.story(), posed));
            list = list.add(of("li", "").add(button));
        }
    }
    let finish = button("finish primary", say::FINISH).click(cx.link, Msg::Do(Action::Finish));
    of("div", "unfinished")
        .key("unfinished")
        .add(says("h2", "headline", &say::still_open(open)).set(A::Tabindex, "-1"))
        .say("p", "lead", say::open_means(test))
        .add(list)
        .add(of("div", "actions").add(finish))
}
