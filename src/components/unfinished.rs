//! The screen once every question was seen: those skipped, and in a test all of
//! them, to go back to.

use verbatim_core::session::{Action, Mode, Session, Standing};

use super::{Cx, subject};
use crate::element::{A, El, button, of, presses, tells};
use crate::messages::{Arg, Say};
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
            let standing = if answered { Say::QuestionAnswered } else { Say::QuestionSkipped };
            let button = button("open-question", "")
                .number(A::DataAt, at)
                .click(cx.link, Msg::Do(Action::Open(at)))
                .add(of("span", "number").fill(cx.state, standing, &[Arg::Number(at + 1)]))
                .add(subject::line(cx, session.story(), posed));
            list = list.add(of("li", "").add(button));
        }
    }
    let finish = presses(cx.state, "finish primary", Say::Finish).click(cx.link, Msg::Do(Action::Finish));
    let headline = if open == 0 {
        tells(cx.state, cx.heading(0), "headline", Say::AllAnswered)
    } else {
        of(cx.heading(0), "headline").fill(cx.state, Say::StillOpen, &[Arg::Number(open)])
    };
    of("div", "unfinished")
        .key("unfinished")
        .add(headline.set(A::Tabindex, "-1"))
        .tell(cx.state, "p", "lead", if test { Say::OpenMeansTest } else { Say::OpenMeans })
        .add(list)
        .add(of("div", "actions").add(finish))
}
