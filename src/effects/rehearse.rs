//! A rehearsal of the first feedback. Browsers compile a function of the wasm
//! when it is first called, and an answer calls many that nothing has called yet:
//! so feedback is put together once, unseen, while the first question is read.

use verbatim_core::session::{Action, Session, Stage};
use yew::NodeRef;
use yew::html::Scope;

use crate::app::App;
use crate::components::{self, Cx};
use crate::state::{Moment, Screen, State};

/// Answers the question on the screen in a copy of the session, and builds what
/// would be shown.
pub fn rehearse(link: &Scope<App>, state: &State) {
    // What the first answer would wait for.
    state.opened.hash();
    let Screen::Quiz(session) = &state.screen else { return };
    if !matches!(session.stage(), Stage::Asking { .. }) {
        return;
    }
    let screen = Screen::Quiz(answered(session));
    let state = State::of(
        screen,
        state.opened.clone(),
        state.request.clone(),
        state.words.clone(),
        Moment::default(),
    );
    drop(components::widget(&Cx { link, state: &state }, &NodeRef::default()));
}

fn answered(session: &Session) -> Session {
    // Of these only one means anything to the question.
    let mut next = session.apply(Action::Choose(0)).apply(Action::Shift { from: 0, to: 1 });
    next = next.apply(Action::Write("a".to_owned()));
    for place in 0..8 {
        next = next.apply(Action::Give { statement: place, person: Some(place) });
    }
    next.apply(Action::Submit)
}
