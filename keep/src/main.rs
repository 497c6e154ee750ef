//! The learner's memory in the browser: IndexedDB under what `verbatim-keep` decides, and the
//! panel that shows it. What the module exports stands here; `embed/keep.js` is the one that
//! calls it, once there is something to keep.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, JSON, Promise};
use verbatim_keep::{Keeper, Restored, due_today, retire, review, settle, sittings};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::future_to_promise;
use web_sys::Element;
use yew::{AppHandle, Renderer};

use desk::{Asker, Desk};
use indexed::Indexed;
use messages::Words;
use now::now;
use panel::{Given, Msg, Panel};

mod dates;
mod desk;
mod indexed;
mod messages;
mod now;
mod others;
mod panel;
mod sure;

/// As in the widget: a third of the code of the allocator that comes with Rust.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// How many facts a review asks for at most: what a reader gets through in one go.
const REVIEWED: usize = 20;

/// What a learner has done, kept; and the panel that shows it, where one does.
#[wasm_bindgen]
pub struct Keep(Rc<Keeper<Indexed>>, Shown);

/// The panel, once there is one.
type Shown = Rc<RefCell<Option<AppHandle<Panel>>>>;

/// Opens the browser's store, or goes on in memory where there is none to be had.
#[wasm_bindgen]
pub async fn open() -> Keep {
    let keeper = Rc::new(Keeper::new(Indexed::open(indexed::NAME).await));
    // A store that can't be written now will be tried again with the first save.
    let _ = settle(&*keeper, now()).await;
    others::listen(&keeper);
    Keep(keeper, Shown::default())
}

#[wasm_bindgen]
impl Keep {
    /// Why what is saved now will not be kept: `denied`, `full`, `newer` or `failed`; an empty
    /// text where it will.
    pub fn state(&self) -> String {
        state(&self.0)
    }

    /// Lays out a story that is played from here, by its file and address, with the sittings
    /// of it that are not finished; where a title for it is given, with a review of what is due
    /// of it before them. Settles with a [`Desk`].
    pub fn desk(&self, file: Vec<u8>, address: String, title: Option<String>) -> Promise {
        let keeper = self.0.clone();
        future_to_promise(async move {
            let Some(mut desk) = verbatim_keep::Desk::open(&file, &address) else {
                // There is nothing to play of it, and the widget says why.
                return Ok(Desk::none(keeper).into());
            };
            let mut kept = sittings(&*keeper, desk.story()).await.unwrap_or_default();
            if title.is_some()
                && let Ok(Some(due)) = review(&*keeper, desk.story(), now(), REVIEWED).await
            {
                // One that was begun and left gives way: what it did not ask is due all the same.
                kept.insert(0, due);
            }
            let title = title.unwrap_or_default();
            let Restored { file, saved, moved, gone } = desk.take_up(&kept, &title, decompose);
            // Else they would be due for ever.
            if !gone.is_empty() {
                let _ = retire(&*keeper, desk.story(), &gone).await;
            }
            for detail in moved {
                // What could not be saved is in memory, and tried again.
                let _ = keeper.save(detail, now()).await;
            }
            Ok(Desk::new(keeper, desk, file, saved).into())
        })
    }

    /// The sittings of a story that are not finished, as texts by ids, the latest first.
    pub fn sittings(&self, story: String) -> Promise {
        let keeper = self.0.clone();
        future_to_promise(async move {
            let texts = sittings(&*keeper, &story).await.unwrap_or_default();
            let texts: js_sys::Array = texts.iter().map(|text| JsValue::from_str(text)).collect();
            Ok(texts.into())
        })
    }

    /// Saves a detail of a sitting. Settles when the transaction is complete, with an empty text;
    /// or with a code like those of `state`, when the detail is in memory alone.
    pub fn save(&self, detail: &JsValue) -> Promise {
        // Read at once: the page may change what it gave.
        let text = JSON::stringify(detail).ok().and_then(|text| text.as_string()).unwrap_or_default();
        let keeper = self.0.clone();
        let shown = self.1.clone();
        let now = now();
        future_to_promise(async move {
            let code = match serde_json::from_str(&text) {
                Ok(detail) => keeper.save(detail, now).await.err().map_or("", |fault| fault.code()),
                Err(_) => "failed",
            };
            refresh(&shown);
            Ok(code.into())
        })
    }

    /// Shows the panel in an element, in the language of a file, or in English where that is
    /// empty. There is one: shown elsewhere, it leaves where it was. `offline` tells of an array
    /// of stories' addresses which of them can be played without a connection, where that is known.
    pub fn show(&self, element: Element, language: &str, offline: Option<Function>) {
        let given = Given { keeper: self.0.clone(), words: Rc::new(words(language)), offline };
        let handle = Renderer::<Panel>::with_root_and_props(element, given).render();
        if let Some(before) = self.1.replace(Some(handle)) {
            before.destroy();
        }
    }

    /// Has the panel show how things are now, where there is one.
    pub fn refresh(&self) {
        refresh(&self.1);
    }

    /// A review of what is due of a story, as a text like those of `sittings`; `undefined` where
    /// nothing is.
    pub fn review(&self, story: String) -> Promise {
        let keeper = self.0.clone();
        future_to_promise(async move {
            let text = review(&*keeper, &story, now(), REVIEWED).await.ok().flatten();
            Ok(text.map_or(JsValue::UNDEFINED, JsValue::from))
        })
    }

    /// Puts what asks a reader how sure they are into an element, with nothing in it yet.
    pub fn asker(&self, place: Element) -> Asker {
        Asker::new(place)
    }

    /// How many facts of all stories are due before the day is over.
    pub fn due(&self) -> Promise {
        let keeper = self.0.clone();
        future_to_promise(async move {
            let due = due_today(&*keeper, now()).await.unwrap_or_default();
            Ok(JsValue::from_f64(due as f64))
        })
    }
}

fn words(language: &str) -> Words {
    if language.is_empty() { Words::english() } else { Words::parse(language) }
}

/// Has the panel show what is kept by now.
fn refresh(shown: &Shown) {
    if let Some(panel) = &*shown.borrow() {
        panel.send_message(Msg::Refresh);
    }
}

/// As in the widget: Unicode's compatibility decomposition in small letters, by the browser.
fn decompose(text: &str) -> String {
    let text: js_sys::JsString = js_sys::JsString::from(text).normalize("NFKD");
    String::from(text.to_lower_case())
}

fn state(keeper: &Keeper<Indexed>) -> String {
    keeper.fault().map_or_else(String::new, |fault| fault.code().to_owned())
}

/// The name of what was thrown.
fn name_of(thrown: &JsValue) -> String {
    let name = js_sys::Reflect::get(thrown, &"name".into()).unwrap_or_default();
    name.dyn_into::<js_sys::JsString>().map(String::from).unwrap_or_default()
}

fn main() {}
