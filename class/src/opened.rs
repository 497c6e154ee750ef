//! A story that was got from an address or a file and passed its check, or why there is none to
//! play. What went wrong is told in words by the pages.

use std::rc::Rc;

use js_sys::Uint8Array;
use verbatim_class::assignment::Place;
use verbatim_core::check;
use verbatim_core::digest::digest;
use verbatim_core::model::Story;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, Response};

use crate::browser::window;

/// A story that can be played.
#[derive(Debug)]
pub struct Opened {
    /// The story.
    pub story: Rc<Story>,
    /// The digest of its file.
    pub digest: String,
    /// Where it came from.
    pub place: Place,
    /// Its file.
    pub file: Vec<u8>,
}

/// Why there is no story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// Nothing answered.
    Unreachable,
    /// It was a file, which is not kept here any more.
    Gone,
    /// The server answered with this HTTP status.
    Status(u16),
    /// It is a page, a picture or whatever else.
    NotAStory,
    /// The file has so many mistakes that nothing of it can be played.
    Mistakes(usize),
}

/// Gets a story from an address.
///
/// # Errors
/// Where there is none.
pub async fn fetch(address: &str) -> Result<Opened, Failure> {
    let window = window().ok_or(Failure::Unreachable)?;
    let response = JsFuture::from(window.fetch_with_str(address)).await.map_err(|_| Failure::Unreachable)?;
    let response: Response = response.dyn_into().map_err(|_| Failure::Unreachable)?;
    if !response.ok() {
        return Err(Failure::Status(response.status()));
    }
    let bytes = response.array_buffer().map(JsFuture::from).map_err(|_| Failure::Unreachable)?;
    let bytes = bytes.await.map_err(|_| Failure::Unreachable)?;
    opened(&bytes, Place::Address(address.to_owned()))
}

/// Reads a story from a file.
///
/// # Errors
/// Where there is none in it.
pub async fn read(file: &File) -> Result<Opened, Failure> {
    let bytes = JsFuture::from(file.array_buffer()).await.map_err(|_| Failure::NotAStory)?;
    opened(&bytes, Place::File(file.name()))
}

fn opened(bytes: &JsValue, place: Place) -> Result<Opened, Failure> {
    of_bytes(Uint8Array::new(bytes).to_vec(), place)
}

/// Reads a story from a file that was got before.
///
/// # Errors
/// Where there is none in it.
pub fn of_bytes(file: Vec<u8>, place: Place) -> Result<Opened, Failure> {
    if file.trim_ascii_start().first() != Some(&b'{') {
        return Err(Failure::NotAStory);
    }
    let checked = check::load(&file);
    let plays =
        |story: &Story| story.quizzes.iter().any(|quiz| !quiz.ask.is_empty() || !quiz.draw.is_empty());
    match checked.story.filter(plays) {
        Some(story) => Ok(Opened { story: Rc::new(story), digest: digest(&file), place, file }),
        None => Err(Failure::Mistakes(checked.findings.len())),
    }
}
