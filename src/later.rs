//! What is only called once the reader has answered something, or nothing can be played.
//! `cargo xtask dist` cuts the wasm in two by it: what nothing but [`parts`] calls comes in a file
//! of its own, while the first question is read. Called before that it would stop the widget, so
//! nothing calls it but through here; what would lead to it waits ([`crate::app`]).

use std::sync::atomic::{AtomicBool, Ordering};

use js_sys::Function;
use verbatim_core::session::Session;

use crate::components::{Cx, Shown};
use crate::element::{El, of};
use crate::state::{Failure, Keeping, Moment, State, Told};

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

/// Why there is nothing to play.
pub fn failure(cx: &Cx<'_>, failure: &Failure) -> Option<El> {
    is_here().then(|| parts::failure(cx, failure))
}

/// Tells the page what goes beyond the question on the screen, and whether that can be told yet.
pub fn tell(to: &Function, state: &State, told: Told) -> bool {
    is_here() && {
        parts::tell(to, state, told);
        true
    }
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

/// Answers the question on the screen of a widget that nobody sees.
pub fn rehearse(state: &mut State, moment: Moment) {
    if is_here() {
        parts::rehearse(state, moment);
    }
}

/// The sittings that were saved, where any were.
pub fn keeping(saved: &str) -> Keeping {
    if saved.is_empty() || !is_here() { Keeping::default() } else { parts::keeping(saved) }
}

/// Takes up the saved sitting at a position.
pub fn take_up(state: &mut State, at: usize) -> bool {
    is_here() && parts::take_up(state, at)
}

/// Notes what is to be saved.
pub fn keep(state: &mut State, session: &Session, at: Option<usize>, name: &'static str) {
    if is_here() {
        parts::keep(state, session, at, name);
    }
}

/// The cut: `xtask/src/split.rs` finds these functions by the name of the module.
mod parts {
    use super::{Cx, El, Failure, Function, Keeping, Moment, Session, Shown, State, Told};
    use crate::{components, events};

    #[inline(never)]
    pub fn failure(cx: &Cx<'_>, failure: &Failure) -> El {
        components::failure(cx, failure)
    }

    #[inline(never)]
    pub fn tell(to: &Function, state: &State, told: Told) {
        events::tell_further(to, state, told);
    }

    #[inline(never)]
    pub fn keeping(saved: &str) -> Keeping {
        Keeping::new(saved)
    }

    #[inline(never)]
    pub fn take_up(state: &mut State, at: usize) -> bool {
        state.take_up(at)
    }

    #[inline(never)]
    pub fn keep(state: &mut State, session: &Session, at: Option<usize>, name: &'static str) {
        state.note(session, at, name);
    }

    #[inline(never)]
    pub fn feedback(shown: &Shown<'_>) -> Option<El> {
        components::feedback(shown)
    }

    #[inline(never)]
    pub fn summary(cx: &Cx<'_>, session: &Session) -> El {
        components::summary(cx, session)
    }

    #[inline(never)]
    pub fn unfinished(cx: &Cx<'_>, session: &Session) -> El {
        components::unfinished(cx, session)
    }

    #[inline(never)]
    pub fn rehearse(state: &mut State, moment: Moment) {
        state.rehearse(moment);
    }
}
