//! What the panel shows, looked up, and what it does.

use js_sys::{Array, Function, Promise, Reflect};
use verbatim_keep::{
    Aside, Card, DAYS, Fault, Imported, Keeper, Levels, Moment, NotAnExport, Reviewable, Settings, StoryDue,
    asides, calibration, change_settings, coming, due_by_story, forecast, settings, settle,
};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use super::files::save_file;
use crate::indexed::Indexed;
use crate::messages::Say;
use crate::now::now;
use crate::others;

/// How many facts are shown with their dates.
const SHOWN: usize = 12;

/// What the panel shows.
pub struct Data {
    /// When it was looked up.
    pub now: Moment,
    /// Why nothing is kept, if so.
    pub fault: Option<Say>,
    /// What is due today, by story.
    pub due: Vec<StoryDue>,
    /// Which of these stories can be played without a connection; none where that is not known.
    pub offline: Vec<bool>,
    /// What comes next.
    pub coming: Vec<(Reviewable, Card)>,
    /// How much comes on each day.
    pub forecast: [usize; DAYS],
    /// The settings.
    pub settings: Settings,
    /// What could not be read.
    pub asides: Vec<Aside>,
    /// Whether the browser has promised to keep it; none where it can't be asked.
    pub is_persisted: Option<bool>,
}

/// What came of something that was asked for.
#[derive(Clone, Copy)]
pub enum Done {
    /// Nothing to tell.
    Quietly,
    /// In words.
    Said(Say),
    /// A file was added.
    Imported(Imported),
}

/// Looks everything up. What can't be is shown as if there were none.
pub async fn load(keeper: &Keeper<Indexed>, offline: Option<Function>) -> Box<Data> {
    let now = now();
    let due = due_by_story(keeper, now).await.unwrap_or_default();
    Box::new(Data {
        now,
        offline: ask_offline(&due, offline).await.unwrap_or_default(),
        due,
        coming: coming(keeper, SHOWN).await.unwrap_or_default(),
        forecast: forecast(keeper, now).await.unwrap_or_default(),
        settings: settings(keeper).await.unwrap_or_default(),
        asides: asides(keeper).await.unwrap_or_default(),
        is_persisted: ask_storage("persisted").await,
        fault: keeper.fault().map(|fault| match fault {
            Fault::Denied => Say::Denied,
            Fault::Full => Say::Full,
            Fault::Newer => Say::Newer,
            Fault::Failed => Say::Failed,
        }),
    })
}

pub async fn calibrate(keeper: &Keeper<Indexed>) -> Levels {
    calibration(keeper).await.unwrap_or_default()
}

pub async fn set(keeper: &Keeper<Indexed>, settings: Settings) -> Done {
    match change_settings(keeper, settings, now()).await {
        Ok(()) => {
            others::tell();
            Done::Quietly
        }
        Err(_) => Done::Said(Say::Failed),
    }
}

pub async fn persist() -> Done {
    match ask_storage("persist").await {
        Some(true) => Done::Quietly,
        _ => Done::Said(Say::Refused),
    }
}

pub async fn export(keeper: &Keeper<Indexed>) -> Done {
    match verbatim_keep::export(keeper, now()).await {
        Ok(text) => offered(&text, "verbatim-progress.json"),
        Err(_) => Done::Said(Say::Failed),
    }
}

pub async fn import(keeper: &Keeper<Indexed>, file: File) -> Done {
    let Ok(text) = JsFuture::from(file.text()).await else { return Done::Said(Say::ImportForeign) };
    match verbatim_keep::import(keeper, &text.as_string().unwrap_or_default()).await {
        Ok(imported) => {
            // The other device's clock may have been ahead.
            let _ = settle(keeper, now()).await;
            Done::Imported(imported)
        }
        Err(NotAnExport::Foreign) => Done::Said(Say::ImportForeign),
        Err(NotAnExport::Newer) => Done::Said(Say::ImportNewer),
        Err(NotAnExport::Store(_)) => Done::Said(Say::ImportFailed),
    }
}

pub async fn download(keeper: &Keeper<Indexed>) -> Done {
    let asides = asides(keeper).await.unwrap_or_default();
    match serde_json::to_string_pretty(&asides) {
        Ok(text) => offered(&text, "verbatim-unreadable.json"),
        Err(_) => Done::Said(Say::Failed),
    }
}

pub async fn erase(keeper: &Keeper<Indexed>) -> Done {
    Done::Said(if verbatim_keep::erase(keeper).await.is_ok() { Say::Erased } else { Say::Failed })
}

fn offered(text: &str, name: &str) -> Done {
    if save_file(text, name).is_ok() { Done::Quietly } else { Done::Said(Say::Failed) }
}

/// Which stories can be played without a connection.
async fn ask_offline(due: &[StoryDue], offline: Option<Function>) -> Option<Vec<bool>> {
    let addresses: Array = due.iter().map(|story| JsValue::from_str(&story.address)).collect();
    let answer: Promise = offline?.call1(&JsValue::NULL, &addresses).ok()?.dyn_into().ok()?;
    let kept = Array::from(&JsFuture::from(answer).await.ok()?);
    Some(kept.iter().map(|kept| kept.is_truthy()).collect())
}

/// What `navigator.storage` answers; none where it is not there.
async fn ask_storage(method: &str) -> Option<bool> {
    let get = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).ok();
    let storage = get(&get(&js_sys::global(), "navigator")?, "storage")?;
    let ask: js_sys::Function = get(&storage, method)?.dyn_into().ok()?;
    let answer: Promise = ask.call0(&storage).ok()?.dyn_into().ok()?;
    JsFuture::from(answer).await.ok()?.as_bool()
}
