//! What is on the screen, as functions of the state: one part of it a file.

use verbatim_core::session::Stage;
use yew::html::Scope;
use yew::{Html, NodeRef};

use crate::app::App;
use crate::effects::{drag, keys};
use crate::element::{A, El, On, of, says};
use crate::later;
use crate::messages::Say;
use crate::state::{Screen, State};

mod choice_list;
mod failure;
mod feedback;
mod gap_input;
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

pub use failure::view as failure;
pub use feedback::view as feedback;
pub use question::Shown;
pub use summary::view as summary;
pub use unfinished::view as unfinished;

/// What every part needs: where to say what happens, and the state.
pub struct Cx<'a> {
    /// Whom to tell what happens.
    pub link: &'a Scope<App>,
    /// The state.
    pub state: &'a State,
}

impl Cx<'_> {
    /// The tag of a heading, so many levels below the first.
    pub fn heading(&self, below: u8) -> &'static str {
        match self.state.request.heading + below {
            0..=1 => "h1",
            2 => "h2",
            3 => "h3",
            4 => "h4",
            5 => "h5",
            _ => "h6",
        }
    }
}

/// The whole widget.
pub fn widget(cx: &Cx<'_>, node: &NodeRef) -> Html {
    let words = &cx.state.words;
    let root = of("section", "verbatim").node(node);
    let root = root.set(A::Lang, words.text(Say::Language)).set(A::Dir, words.direction());
    let root = root.on(cx.link, On::Key, 0, keys::anywhere);
    let notice =
        cx.state.notice().map(|notice| says("p", "notice", &notice).key("notice").set(A::Role, "status"));
    let root = root.add_some(notice);
    let (root, name) = match &cx.state.screen {
        Screen::Failed(failure) => match later::failure(cx, failure) {
            Some(view) => (root.add(view), "error"),
            None => (root, "loading"),
        },
        Screen::Start(story) => (root.add(start::view(cx, story)), "start"),
        Screen::Quiz(session) => match session.stage() {
            Stage::Asking { at } => (question::screen(root, cx, session, at), "asking"),
            Stage::Revealed { at } => (question::screen(root, cx, session, at), "revealed"),
            Stage::Unfinished => (root.add(later::unfinished(cx, session)), "unfinished"),
            Stage::Finished => (root.add(later::summary(cx, session)), "finished"),
        },
    };
    let live = says("p", "live", &cx.state.live).set(A::AriaLive, "polite");
    root.set(A::DataScreen, name).add(live.key("live")).html()
}

/// Lets a button drag what stands at a position.
fn draggable(button: El, cx: &Cx<'_>, at: usize) -> El {
    button
        .on(cx.link, On::PointerDown, at, drag::grab)
        .on(cx.link, On::PointerMove, at, drag::moving)
        .on(cx.link, On::PointerUp, at, drag::dropped)
        .on(cx.link, On::PointerCancel, at, drag::cancelled)
}
