//! What is only called once the reader has answered something. `cargo xtask dist` cuts the wasm in
//! two by it: what nothing but [`parts`] calls comes in a file of its own, while the first
//! question is read. Called before that it would stop the widget, so nothing calls it but through
//! here; what would lead to it waits ([`crate::app`]).

use std::sync::atomic::{AtomicBool, Ordering};

use verbatim_core::session::Session;
use yew::html::Scope;

use super::Cx;
use super::question::Shown;
use crate::app::App;
use crate::element::{El, of};
use crate::state::State;

/// A copy of the module has its own, as it has its own table of functions.
static IS_HERE: AtomicBool = AtomicBool::new(false);

/// Whether the parts can be called.
pub fn is_here() -> bool {
    IS_HERE.load(Ordering::Relaxed)
}

/// Notes that the parts can be called from now on.
pub fn arrive() {
    IS_HERE.store(true, Ordering::Relaxed);
}

/// The feedback on an answer.
pub fn feedback(shown: &Shown<'_>) -> Option<El> {
    if is_here() { parts::feedback(shown) } else { None }
}

/// What came of the quiz.
pub fn summary(cx: &Cx<'_>, session: &Session) -> El {
    if is_here() { parts::summary(cx, session) } else { of("div", "") }
}

/// The questions that are still open.
pub fn unfinished(cx: &Cx<'_>, session: &Session) -> El {
    if is_here() { parts::unfinished(cx, session) } else { of("div", "") }
}

/// Goes through the motions of a first answer.
pub fn rehearse(link: &Scope<App>, state: &State) {
    if is_here() {
        parts::rehearse(link, state);
    }
}

/// The cut: `xtask/src/split.rs` finds these functions by the name of the module.
mod parts {
    use super::{App, Cx, El, Scope, Session, Shown, State};
    use crate::components;
    use crate::effects;

    #[inline(never)]
    pub fn feedback(shown: &Shown<'_>) -> Option<El> {
        components::feedback::view(shown)
    }

    #[inline(never)]
    pub fn summary(cx: &Cx<'_>, session: &Session) -> El {
        components::summary::view(cx, session)
    }

    #[inline(never)]
    pub fn unfinished(cx: &Cx<'_>, session: &Session) -> El {
        components::unfinished::view(cx, session)
    }

    #[inline(never)]
    pub fn rehearse(link: &Scope<App>, state: &State) {
        effects::rehearse::rehearse(link, state);
    }
}
