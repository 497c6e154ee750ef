//! The learner's memory in the browser: IndexedDB under what `verbatim-keep` decides, and the
//! panel that shows it. What the module exports stands here; `embed/keep.js` is the one that
//! calls it, once there is something to keep.

use std::rc::Rc;

use js_sys::{JSON, Promise};
use verbatim_keep::{Keeper, due_today, review, settings, settle, sittings};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::future_to_promise;

use indexed::Indexed;
use now::now;

mod indexed;
mod now;

/// As in the widget: a third of the code of the allocator that comes with Rust.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// How many facts a review asks for at most: what a reader gets through in one go.
const REVIEWED: usize = 20;

/// What a learner has done, kept.
#[wasm_bindgen]
pub struct Keep(Rc<Keeper<Indexed>>);

/// Opens the browser's store, or goes on in memory where there is none to be had.
#[wasm_bindgen]
pub async fn open() -> Keep {
    let keeper = Rc::new(Keeper::new(Indexed::open().await));
    // A store that can't be written now will be tried again with the first save.
    let _ = settle(&*keeper, now()).await;
    Keep(keeper)
}

#[wasm_bindgen]
impl Keep {
    /// Why what is saved now will not be kept: `denied`, `full`, `newer` or `failed`; an empty
    /// text where it will.
    pub fn state(&self) -> String {
        state(&self.0)
    }

    /// The sittings of a story that are not finished, as texts for the widget, the latest first.
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
        let now = now();
        future_to_promise(async move {
            let code = match serde_json::from_str(&text) {
                Ok(detail) => keeper.save(detail, now).await.err().map_or("", |fault| fault.code()),
                Err(_) => "failed",
            };
            Ok(code.into())
        })
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

    /// How many facts of all stories are due before the day is over.
    pub fn due(&self) -> Promise {
        let keeper = self.0.clone();
        future_to_promise(async move {
            let due = due_today(&*keeper, now()).await.unwrap_or_default();
            Ok(JsValue::from_f64(due as f64))
        })
    }

    /// Whether the learner wants to be asked how sure they are before an answer counts.
    pub fn confidence(&self) -> Promise {
        let keeper = self.0.clone();
        future_to_promise(async move {
            let is_asked = settings(&*keeper).await.is_ok_and(|settings| settings.confidence);
            Ok(is_asked.into())
        })
    }
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
