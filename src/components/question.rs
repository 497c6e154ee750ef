//! A question: what is asked, what the reader does with it, and, once that is
//! told, what there is to say of it.

use verbatim_core::decimal::decimal;
use verbatim_core::model::{Ask, Kind, Question, Story};
use verbatim_core::pose::{Posed, Response, Task};
use verbatim_core::score::hint_cost;
use verbatim_core::session::{Action, Mode, Session, Stage};

use super::{Cx, choice_list, gap_input, match_board, order_list, progress, subject};
use crate::effects::keys;
use crate::element::{A, El, On, of, presses, says, tells};
use crate::later;
use crate::messages::{self, Say};
use crate::state::Msg;

/// A question as it is shown.
pub struct Shown<'a> {
    /// What every part needs.
    pub cx: &'a Cx<'a>,
    /// The quiz that it is part of.
    pub session: &'a Session,
    /// The story that it is drawn from.
    pub story: &'a Story,
    /// Its position in the quiz.
    pub at: usize,
    /// The question as it is put.
    pub posed: &'a Posed,
    /// The question.
    pub question: &'a Question,
    /// What the reader did.
    pub response: Response,
    /// Whether the answer is told.
    pub told: bool,
}

impl<'a> Shown<'a> {
    /// The question at a position, its answer told or not.
    pub fn new(cx: &'a Cx<'a>, session: &'a Session, at: usize, told: bool) -> Option<Self> {
        let posed = session.questions().get(at)?;
        let story: &Story = session.story();
        let question = posed.question(story);
        Some(Self { cx, session, story, at, posed, question, response: session.response(at)?, told })
    }

    /// What is asked.
    pub fn ask(&self) -> &'a Ask {
        &self.question.ask
    }

    /// The kind of question.
    pub fn kind(&self) -> Kind {
        self.question.ask.kind()
    }
}

/// The screen of a question.
pub fn screen(root: El, cx: &Cx<'_>, session: &Session, at: usize) -> El {
    let told = session.stage() == Stage::Revealed { at };
    let Some(shown) = Shown::new(cx, session, at, told) else { return root };
    let form = of("form", "question")
        .key(&decimal(at))
        .set(A::Novalidate, "")
        .set(A::Autocomplete, "off")
        .on(cx.link, On::Submit, 0, keys::sent)
        .add(subject::view(&shown).key("subject"))
        .add(task(&shown).key("task"));
    let form = if told {
        form.add_some(later::feedback(&shown).map(|view| view.key("feedback"))).add(actions_told(cx))
    } else {
        form.add_some(hint(&shown)).add(actions(&shown))
    };
    root.set(A::DataKind, shown.kind().name())
        .set(A::DataTask, task_name(&shown.posed.task))
        .number(A::DataAt, at)
        .number(A::DataCount, session.questions().len())
        .add(progress::view(cx, session, at))
        .add(form)
}

/// What the reader does, or did.
pub fn task(shown: &Shown<'_>) -> El {
    match (&shown.posed.task, &shown.response) {
        (Task::Match { statements, people }, Response::Match(given)) => {
            match_board::view(shown, statements, people, given)
        }
        (Task::Arrange { events }, Response::Arrange { order, .. }) => order_list::view(shown, events, order),
        (Task::Type { statement, gap }, Response::Type(typed)) => {
            gap_input::view(shown, *statement, *gap, typed)
        }
        (Task::One { offers, .. } | Task::Several { offers, .. }, _) => choice_list::view(shown, offers),
        // The session makes the response from the task, so it is never for another.
        _ => of("div", ""),
    }
}

fn task_name(task: &Task) -> &'static str {
    match task {
        Task::One { .. } => "one",
        Task::Several { .. } => "several",
        Task::Match { .. } => "match",
        Task::Arrange { .. } => "arrange",
        Task::Type { .. } => "type",
    }
}

fn hint(shown: &Shown<'_>) -> Option<El> {
    let hint = shown.question.hint.as_ref().filter(|_| shown.session.is_hinted(shown.at))?;
    let (state, text) = (shown.cx.state, of("p", "hint-text").key("hint").set(A::Tabindex, "-1"));
    Some(text.tell(state, "b", "", Say::Hint).text(" ").story(state, "bdi", "", hint))
}

/// The id of what says why an answer can't be sent yet.
const REASON: &str = "verbatim-reason";

/// The buttons. They are keyed, so that a focus never slips from one to another.
fn actions(shown: &Shown<'_>) -> El {
    let (session, state, link) = (shown.session, shown.cx.state, shown.cx.link);
    let ready = session.can_submit(shown.at);
    let name = if session.mode() == Mode::Test { Say::Answer } else { Say::Check };
    let submit =
        tells(state, "button", "submit primary", name).set(A::Type, "submit").flag(A::AriaDisabled, !ready);
    let submit = if ready { submit } else { submit.set(A::AriaDescribedby, REASON) };
    let has_hint = shown.question.hint.is_some() && !session.is_hinted(shown.at);
    let hint = has_hint.then(|| {
        let cost = hint_cost(shown.story, shown.posed);
        presses(state, "hint", if cost == 0 { Say::HintFree } else { Say::HintCosts })
            .key("hint")
            .click(link, Msg::Do(Action::Hint))
    });
    let missing = if ready { "" } else { state.words.text(messages::missing(shown.kind())) };
    of("div", "actions")
        .key("actions")
        .add(submit.key("submit"))
        .add_some(hint)
        .add(presses(state, "skip", Say::Skip).key("skip").click(link, Msg::Do(Action::Skip)))
        .add_some(leave(shown.cx))
        .add(says("p", "reason", missing).set(A::Id, REASON).key("reason"))
}

fn actions_told(cx: &Cx<'_>) -> El {
    let next = presses(cx.state, "next primary", Say::Next).click(cx.link, Msg::Do(Action::Next));
    of("div", "actions").key("next").add(next).add_some(leave(cx))
}

/// The way out of a quiz that waits where it is left.
fn leave(cx: &Cx<'_>) -> Option<El> {
    let waits = cx.state.keeping.is_some();
    let others = cx.state.session().is_some_and(|session| session.story().quizzes.len() > 1);
    (waits && others)
        .then(|| presses(cx.state, "quizzes", Say::OtherQuizzes).key("quizzes").click(cx.link, Msg::Quizzes))
}
