//! All that was collected as one file, and back: what is taken up joins what is there.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::collect::Collection;

const FORMAT: &str = "verbatim-class";
const VERSION: u64 = 1;

#[derive(Deserialize, Serialize)]
struct File {
    format: String,
    version: u64,
    collection: Collection,
}

/// Why nothing was taken up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotACollection {
    /// The text is another sort of file.
    Foreign,
    /// A later release wrote it.
    Newer,
}

/// All that was collected as the text of a file.
pub fn write(collection: &Collection) -> String {
    let file = File { format: FORMAT.to_owned(), version: VERSION, collection: collection.clone() };
    // Texts in sets: nothing of it can fail to be written.
    serde_json::to_string_pretty(&file).unwrap_or_default()
}

/// What a file has. Codes in it are read as any others, so one that was edited into something
/// else is told as damaged.
///
/// # Errors
/// Where it is no file of this sort.
pub fn read(text: &str) -> Result<Collection, NotACollection> {
    let text = text.trim_start_matches('\u{feff}');
    let value: Value = serde_json::from_str(text).map_err(|_| NotACollection::Foreign)?;
    match (value.get("format").and_then(Value::as_str), value.get("version").and_then(Value::as_u64)) {
        (Some(FORMAT), Some(VERSION)) => {}
        (Some(FORMAT), Some(version)) if version > VERSION => return Err(NotACollection::Newer),
        _ => return Err(NotACollection::Foreign),
    }
    let file: File = serde_json::from_value(value).map_err(|_| NotACollection::Foreign)?;
    let mut read =
        Collection { newer: file.collection.newer, roster: file.collection.roster, ..Collection::default() };
    let texts = file.collection.codes.iter().chain(&file.collection.damaged);
    texts.for_each(|text| drop(read.collect(text)));
    Ok(read)
}
