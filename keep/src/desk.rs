//! A story's desk as the page calls it: what the widget tells is saved, and who wants to be is asked
//! first how sure they are. What is told means, `verbatim-keep` knows.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Promise};
use verbatim_keep::{Confidence, Detail, Keeper, Moment, calibration_of, settings};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::future_to_promise;
use web_sys::Element;
use yew::{AppHandle, Renderer};

use crate::indexed::Indexed;
use crate::now::now;
use crate::sure::{self, Sure};
use crate::{decompose, words};

/// The database of a rehearsal.
const REHEARSAL: &str = "verbatim-rehearsal";

/// A story that is played, before what keeps it.
#[wasm_bindgen]
pub struct Desk {
    keeper: Rc<Keeper<Indexed>>,
    desk: RefCell<Option<verbatim_keep::Desk>>,
    file: Option<Vec<u8>>,
    saved: String,
    /// The sitting of which something was told last.
    sitting: RefCell<String>,
}

impl Desk {
    pub(crate) fn new(
        keeper: Rc<Keeper<Indexed>>,
        desk: verbatim_keep::Desk,
        file: Option<Vec<u8>>,
        saved: String,
    ) -> Self {
        Self { keeper, desk: RefCell::new(Some(desk)), file, saved, sitting: RefCell::default() }
    }

    /// Where there is nothing to play.
    pub(crate) fn none(keeper: Rc<Keeper<Indexed>>) -> Self {
        let (desk, sitting) = Default::default();
        Self { keeper, desk, file: None, saved: String::new(), sitting }
    }
}

/// What asks a reader how sure they are, and tells what came of it.
#[wasm_bindgen]
pub struct Asker(AppHandle<Sure>);

impl Asker {
    pub(crate) fn new(place: Element) -> Self {
        Self(Renderer::<Sure>::with_root(place).render())
    }
}

#[wasm_bindgen]
impl Asker {
    /// Asks, in the language of a file, or in English where that is empty; the function is
    /// called with 1, 2 or 3.
    pub fn ask(&self, language: &str, then: Function) {
        self.0.send_message(sure::Msg::Ask(words(language), then));
    }
}

#[wasm_bindgen]
impl Desk {
    /// The story's file as the widget shall have it, where that is not as it was given.
    pub fn file(&mut self) -> Option<Vec<u8>> {
        self.file.take()
    }

    /// The sittings to go on with, as the widget reads them.
    pub fn saved(&mut self) -> String {
        std::mem::take(&mut self.saved)
    }

    /// Whether the reader is to be asked how sure they are, before this is saved: it is an
    /// answer, and they want to be, or the page wants them to be.
    pub fn asks(&self, told: &str, wanted: bool) -> Promise {
        let is_answer = self.desk.borrow().as_ref().is_some_and(|desk| desk.is_answer(latest(told)));
        let keeper = self.keeper.clone();
        future_to_promise(async move {
            let is_set = async || match keeper.settings_ahead() {
                Some(settings) => settings.confidence,
                None => settings(&*keeper).await.is_ok_and(|settings| settings.confidence),
            };
            Ok((is_answer && (wanted || is_set().await)).into())
        })
    }

    /// Reads what the next saves will go by, where that is not at hand; for when there is time.
    #[wasm_bindgen(js_name = lookAhead)]
    pub fn look_ahead(&self) -> Promise {
        let (story, sittings) = match self.desk.borrow().as_ref() {
            Some(desk) => (desk.story().to_owned(), desk.sittings()),
            None => Default::default(),
        };
        let keeper = self.keeper.clone();
        future_to_promise(async move {
            let sittings: Vec<&str> = sittings.iter().map(String::as_str).collect();
            keeper.look_ahead(&story, &sittings, now()).await;
            Ok(JsValue::UNDEFINED)
        })
    }

    /// Tells, in the language of a file, how sure the reader was in the sitting that was saved
    /// last, and how often right; takes away what was told before where they were not asked.
    pub fn tell(&self, asker: &Asker, language: &str) -> Promise {
        let (scope, words) = ((*asker.0).clone(), words(language));
        let (keeper, sitting) = (self.keeper.clone(), self.sitting.borrow().clone());
        let story = self.desk.borrow().as_ref().map(|desk| desk.story().to_owned()).unwrap_or_default();
        future_to_promise(async move {
            let levels = calibration_of(&*keeper, &story, &sitting).await.unwrap_or_default();
            scope.send_message(sure::Msg::Tell(words, levels));
            Ok(JsValue::UNDEFINED)
        })
    }

    /// Saves what the widget tells, one thing or several with U+001D between them; of the last,
    /// where it is an answer, how sure the reader was, 1 to 3, or 0 where nobody asked. Settles
    /// when the transactions are complete, with an empty text; or with a code like those of
    /// [`crate::Keep::state`], when some of it is in memory alone.
    pub fn save(&self, told: &str, sure: u8) -> Promise {
        let details = self.details(told, sure);
        latest(told).split('\u{1f}').next().unwrap_or_default().clone_into(&mut self.sitting.borrow_mut());
        let (keeper, now) = (self.keeper.clone(), now());
        future_to_promise(async move { Ok(save_all(&keeper, details, now).await.into()) })
    }

    /// Goes through the motions of [`Desk::save`] with a database of its own, which is gone
    /// afterwards: a browser compiles a function of the wasm when it is first called, and the
    /// first answer would wait for that. What is told has to be of a sitting that nobody plays.
    pub fn rehearse(&self, told: &str) -> Promise {
        let details = self.details(told, 0);
        let story = self.desk.borrow().as_ref().map(|desk| desk.story().to_owned()).unwrap_or_default();
        future_to_promise(async move {
            let keeper = Keeper::new(Indexed::open(REHEARSAL).await);
            keeper.look_ahead(&story, &[], now()).await;
            save_all(&keeper, details, now()).await;
            if let Some(disk) = keeper.into_disk() {
                disk.remove();
            }
            Ok(JsValue::UNDEFINED)
        })
    }
}

impl Desk {
    /// What is to be kept of what the widget tells, as [`Desk::save`] takes it.
    fn details(&self, told: &str, sure: u8) -> Vec<Option<Detail>> {
        let mut details = Vec::new();
        if let Some(desk) = self.desk.borrow_mut().as_mut() {
            let mut texts = told.split('\u{1d}').peekable();
            while let Some(text) = texts.next() {
                let sure = if texts.peek().is_none() { sure } else { 0 };
                details.push(desk.told(text, Confidence::try_from(sure).unwrap_or_default(), decompose));
            }
        }
        details
    }
}

/// Saves one thing after the other; what became of it, as [`Desk::save`] says.
async fn save_all(keeper: &Keeper<Indexed>, details: Vec<Option<Detail>>, now: Moment) -> &'static str {
    let mut code = if details.is_empty() { "failed" } else { "" };
    for detail in details {
        code = match detail {
            Some(detail) => keeper.save(detail, now).await.err().map_or(code, |fault| fault.code()),
            None => "failed",
        };
    }
    code
}

/// The last of several things that the widget tells.
fn latest(told: &str) -> &str {
    told.rsplit('\u{1d}').next().unwrap_or_default()
}
