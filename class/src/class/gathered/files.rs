//! Files that are given to the page: which are text, which are pictures of codes, and which were
//! given out by it before.

use js_sys::Uint8Array;
use verbatim_class::collect::Collection;
use verbatim_class::export::json::{self, NotACollection};
use verbatim_class::export::table::{Headings, Separator};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::File;
use yew::html::Scope;

use super::{Gathered, Msg, decode};
use crate::messages::Collected as Words;
use crate::messages::collected::Say;

/// What a file is.
pub enum Content {
    /// Text, which may hold codes.
    Text(String),
    /// What was collected elsewhere.
    Collection(Collection),
    /// A picture in which there is no code to be read.
    NoSymbol,
    /// The same of a later release.
    Newer,
    /// Something else.
    Foreign,
}

/// Reads files one after another.
pub fn read_all(files: Vec<File>, link: &Scope<Gathered>) {
    let link = link.clone();
    spawn_local(async move {
        for file in files {
            let content = if file.type_().starts_with("image/") {
                picture(&file).await
            } else {
                let bytes = JsFuture::from(file.array_buffer()).await;
                bytes.map_or(Content::Foreign, |bytes| content(Uint8Array::new(&bytes).to_vec()))
            };
            link.send_message(Msg::Was(file.name(), content));
        }
    });
}

/// What is in the QR codes of a picture.
async fn picture(file: &File) -> Content {
    match decode::of_file(file).await {
        None => Content::Foreign,
        Some(texts) if texts.is_empty() => Content::NoSymbol,
        Some(texts) => Content::Text(texts.join("\n")),
    }
}

fn content(bytes: Vec<u8>) -> Content {
    let Some(text) = text(bytes) else { return Content::Foreign };
    match json::read(&text) {
        Ok(collection) => Content::Collection(collection),
        Err(NotACollection::Newer) => Content::Newer,
        Err(NotACollection::Foreign) => Content::Text(text),
    }
}

/// The text of a file, in UTF-8 or, with its mark, UTF-16, as exports of chats are.
fn text(bytes: Vec<u8>) -> Option<String> {
    let wide = |of: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.chunks_exact(2).filter_map(|pair| pair.try_into().ok()).map(of).collect();
        String::from_utf16_lossy(&units)
    };
    let text = match bytes.get(..2) {
        Some([0xff, 0xfe]) => wide(u16::from_le_bytes),
        Some([0xfe, 0xff]) => wide(u16::from_be_bytes),
        // Text has no zeros. One wrong byte in a thread is no reason to leave the thread.
        _ if bytes.contains(&0) => return None,
        _ => String::from_utf8_lossy(&bytes).into_owned(),
    };
    Some(text)
}

/// What a spreadsheet of this reader most likely parts columns by.
pub fn separator() -> Separator {
    let written = String::from(js_sys::Number::from(1.5).to_locale_string("default"));
    if written.contains(',') { Separator::Semicolon } else { Separator::Comma }
}

/// The headings of tables in the page's language.
pub fn headings(words: &Words) -> Headings {
    let text = |say: Say| words.text(say).to_owned();
    Headings {
        pupil: text(Say::Pupil),
        number: text(Say::Number),
        attempt: text(Say::Attempt),
        begun: text(Say::Begun),
        points: text(Say::Points),
        possible: text(Say::Possible),
        seconds: text(Say::Seconds),
        question: text(Say::Question),
        kind: text(Say::Kind),
        answer: text(Say::Answer),
        hint: text(Say::Hint),
        confidence: text(Say::Confidence),
    }
}
