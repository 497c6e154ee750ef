//! A rehearsal of the first feedback. Browsers compile a function of the wasm
//! when it is first called, and an answer calls many that nothing has called yet:
//! so feedback is put together once, unseen, while the first question is read.

use js_sys::Promise;
use verbatim_core::session::{Action, Session, Stage};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::NodeRef;
use yew::html::Scope;

use crate::app::App;
use crate::components::{self, Cx};
use crate::state::{Msg, Request, Screen, State};

/// Asks for the rehearsal when the browser has nothing else to do; where a
/// browser can't tell, there is none.
pub fn when_idle(link: Scope<App>) {
    spawn_local(async move {
        let Some(window) = web_sys::window() else { return };
        let mut is_asked = false;
        let idle = Promise::new(&mut |resolve, _| is_asked = window.request_idle_callback(&resolve).is_ok());
        if is_asked && JsFuture::from(idle).await.is_ok() {
            link.send_message(Msg::Rehearse);
        }
    });
}

/// Answers the question on the screen in a copy of the session, and builds what
/// would be shown.
pub fn rehearse(link: &Scope<App>, state: &State) {
    let Screen::Quiz(session) = &state.screen else { return };
    if !matches!(session.stage(), Stage::Asking { .. }) {
        return;
    }
    let mut state = State::new(Request::default());
    state.screen = Screen::Quiz(answered(session));
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
