//! The widget: the only part of the project that knows yew and the browser. What
//! its module exports stands here; `embed/verbatim.js` is the one that calls it.

use std::rc::Rc;

use js_sys::Function;
use verbatim_core::check;
use verbatim_core::session::Mode;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;
use yew::{AppHandle, Renderer};

use app::{App, Next};
use messages::Words;
use state::{Failure, Msg, Opening, Request};

mod app;
mod components;
mod effects;
mod element;
mod events;
mod later;
mod messages;
mod state;

/// A third of the code of the allocator that comes with Rust. It takes back what is freed.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// A story that was read and checked, or why it can't be played; good for any
/// number of widgets.
#[wasm_bindgen]
pub struct Opened(Rc<state::Opened>);

/// Reads and checks a story file.
#[wasm_bindgen]
pub fn open(bytes: Vec<u8>) -> Opened {
    let outcome = if bytes.trim_ascii_start().first() == Some(&b'<') {
        // A server that has no such file may well answer with a page all the same.
        Err(Failure::NotAStory)
    } else {
        Ok(check::load(&bytes))
    };
    Opened(Rc::new(state::Opened::new(outcome, bytes)))
}

/// Stands for a story that did not come: why, as a code of [`Failure`], and the
/// server's answer with the address where there was one.
#[wasm_bindgen]
pub fn missing(code: &str, status: u16, address: String) -> Opened {
    Opened(Rc::new(state::Opened::new(Err(Failure::loading(code, status, address)), Vec::new())))
}

/// What is asked for, by an element's attributes: a quiz by its id, whether
/// feedback waits for the end, a seed, a number of questions at most, and the
/// level of the first heading, 1 to 5.
#[wasm_bindgen]
pub fn request(
    quiz: Option<String>,
    test: bool,
    seed: Option<u32>,
    count: Option<u32>,
    heading: u8,
) -> Request {
    let mode = if test { Mode::Test } else { Mode::Practice };
    Request { quiz, mode, seed, count, heading: heading.clamp(1, 5) }
}

/// A widget in the page. There is no end to one: yew keeps its listeners for ever,
/// so what is closed is kept, and opened again for another story.
#[wasm_bindgen]
pub struct Widget {
    app: AppHandle<App>,
    next: Next,
}

/// How much memory a widget and its rehearsal take beside the story, in bytes, rounded up.
const ROOM: usize = 256 << 10;

/// Puts a widget into an element; what is opened before the caller is done is there as soon as it is.
#[wasm_bindgen]
pub fn mount(root: Element) -> Widget {
    // Taken and given back at once: memory only ever grows, and so it does so with the first
    // widget of a page alone.
    drop(std::hint::black_box(Vec::<u8>::with_capacity(ROOM)));
    let next = Next::default();
    Widget { app: Renderer::<App>::with_root_and_props(root, next.clone()).render(), next }
}

#[wasm_bindgen]
impl Widget {
    /// Shows a story, in the language of a file, or in English where that is empty.
    /// `tell` is called with the name of each event and its detail. Where what is answered
    /// is saved, `saved` are the sittings that are not over, as [`state::Keeping`] reads
    /// them; `tell` is then called with `keep` and what is to be saved, and an answer waits
    /// for [`Widget::kept`].
    pub fn open(
        &self,
        opened: &Opened,
        request: Request,
        language: &str,
        tell: Function,
        saved: Option<String>,
    ) {
        let words = Rc::new(words(language));
        self.next.set(Opening { opened: opened.0.clone(), request, words, saved, tell });
        self.send(Msg::Open);
    }

    /// Says that what was to be saved is, or failed to be and is gone with the page; where
    /// nothing was there to take it, with what was told.
    pub fn kept(&self, failed: bool, untold: String) {
        self.send(Msg::Kept { failed, untold });
    }

    /// Takes everything out again.
    pub fn close(&self) {
        self.send(Msg::Close);
    }

    /// Takes up a request: what only changes how things look changes at once,
    /// another quiz begins anew.
    pub fn ask(&self, request: Request) {
        self.send(Msg::Ask(request));
    }

    /// Speaks the language of a file from now on, or English where that is empty.
    pub fn speak(&self, language: &str) {
        self.send(Msg::Speak(Rc::new(words(language))));
    }

    /// Begins the quiz that was asked for, or the first, where none is on.
    pub fn start(&self) {
        self.send(Msg::Start);
    }

    /// Begins the same quiz again, drawn anew where no seed is asked for.
    pub fn restart(&self) {
        self.send(Msg::Restart);
    }

    /// Says that the result was copied.
    pub fn copied(&self) {
        self.send(Msg::Copied);
    }

    /// Takes up what the reader did before all of the code was there, as it is from now on.
    pub fn proceed(&self) {
        later::arrive();
        self.send(Msg::Proceed);
    }

    /// Answers the question on the screen, short of sending the answer: for a widget that
    /// nobody sees.
    pub fn rehearse(&self) {
        self.send(Msg::Rehearse);
    }

    /// What came of the quiz so far, as `quiz-complete` tells it; nothing where none is on.
    pub fn result(&self) -> JsValue {
        self.app.get_component().map(|app| app.result()).unwrap_or_default()
    }

    fn send(&self, msg: Msg) {
        self.app.send_message(msg);
    }
}

fn words(language: &str) -> Words {
    if language.is_empty() { Words::english() } else { Words::parse(language) }
}

fn main() {}
