//! Files: out as downloads, in from a field or dropped.

use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{File, FileList};
use yew::Callback;

pub use download::save_file;

#[path = "../../../keep/src/panel/files.rs"]
mod download;

/// A file that was read: its name and its text.
pub type Read = (String, String);

/// Reads files one after another and tells of each, and at once of all that could not be read.
pub fn read(files: Option<FileList>, told: Callback<Result<Read, String>>) {
    let Some(files) = files else { return };
    let files: Vec<File> = (0..files.length()).filter_map(|at| files.get(at)).collect();
    spawn_local(async move {
        for file in files {
            let name = file.name();
            let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
            // What is no text in Unicode has no place here.
            match text.filter(|text| !text.contains(['\u{fffd}', '\0'])) {
                Some(text) => told.emit(Ok((name, text))),
                None => told.emit(Err(name)),
            }
        }
    });
}
