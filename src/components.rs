//! What is on the screen, as functions of the state: one part of it a file.

use verbatim_core::session::Stage;
use yew::html::Scope;
use yew::virtual_dom::ListenerKind;
use yew::{Html, NodeRef};

use crate::app::App;
use crate::effects::{drag, keys};
use crate::element::{El, of, says};
use crate::state::{Screen, State};

mod choice_list;
mod failure;
mod feedback;
mod gap_input;
mod loading;
mod match_board;
mod order_list;
mod progress;
mod question;
mod quoted_passage;
mod start;
mod subject;
mod summary;
mod told;
mod unfinished;

/// What every part needs: where to say what happens, and the state.
pub struct Cx<'a> {
    /// Whom to tell what happens.
    pub link: &'a Scope<App>,
    /// The state.
    pub state: &'a State,
}

/// The whole widget.
pub fn widget(cx: &Cx<'_>, node: &NodeRef) -> Html {
    let root = of("section", "verbatim").node(node).on(cx.link, ListenerKind::onkeydown, 0, keys::anywhere);
    let root = match &cx.state.screen {
        Screen::Loading => root.set("data-screen", "loading").add(loading::view()),
        Screen::Failed(failure) => root.set("data-screen", "error").add(failure::view(cx, failure)),
        Screen::Start(story) => root.set("data-screen", "start").add(start::view(cx, story)),
        Screen::Quiz(session) => match session.stage() {
            Stage::Asking { at } => question::screen(root.set("data-screen", "asking"), cx, session, at),
            Stage::Revealed { at } => question::screen(root.set("data-screen", "revealed"), cx, session, at),
            Stage::Unfinished => root.set("data-screen", "unfinished").add(unfinished::view(cx, session)),
            Stage::Finished => root.set("data-screen", "finished").add(summary::view(cx, session)),
        },
    };
    let live = says("p", "live", cx.state.live.clone()).set("aria-live", "polite");
    root.add(live).html()
}

/// Lets a button drag what stands at a position.
fn draggable(button: El, cx: &Cx<'_>, at: usize) -> El {
    button
        .on(cx.link, ListenerKind::onpointerdown, at, drag::grab)
        .on(cx.link, ListenerKind::onpointermove, at, drag::moving)
        .on(cx.link, ListenerKind::onpointerup, at, drag::dropped)
        .on(cx.link, ListenerKind::onpointercancel, at, drag::cancelled)
}
