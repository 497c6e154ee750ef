//! The stories that were opened on this device, kept so that a reload finds a file again, and that
//! codes of each can be counted whichever is open.

use serde::{Deserialize, Serialize};
use verbatim_class::assignment::Place;
use verbatim_classroom::opened::{Opened, of_bytes};
use verbatim_classroom::store::{self, Table};
use wasm_bindgen_futures::spawn_local;

/// A story as it is kept.
#[derive(Deserialize, Serialize)]
struct Kept {
    /// Its address, or the name of its file.
    name: String,
    is_file: bool,
    text: String,
}

/// Keeps a story. Where that is not possible it is asked for again after a reload.
pub fn keep(opened: &Opened) {
    let (name, is_file) = match &opened.place {
        Place::Address(address) => (address.clone(), false),
        Place::File(name) => (name.clone(), true),
    };
    let kept = Kept { name, is_file, text: String::from_utf8_lossy(&opened.file).into_owned() };
    let digest = opened.digest.clone();
    if let Ok(text) = serde_json::to_string(&kept) {
        spawn_local(async move { _ = store::change(Table::Stories, &digest, |_| text).await });
    }
}

/// The story of a digest, if it is kept.
pub async fn get(digest: &str) -> Option<Opened> {
    opened(&store::read(Table::Stories, digest).await.ok()??)
}

/// All of them.
pub async fn all() -> Vec<Opened> {
    let texts = store::all(Table::Stories).await.unwrap_or_default();
    texts.iter().filter_map(|text| opened(text)).collect()
}

fn opened(text: &str) -> Option<Opened> {
    let Kept { name, is_file, text } = serde_json::from_str(text).ok()?;
    let place = if is_file { Place::File(name) } else { Place::Address(name) };
    of_bytes(text.into_bytes(), place).ok()
}
