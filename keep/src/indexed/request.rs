//! What is asked of the browser's tables, and what they answer.

use js_sys::{Array, Function, JSON, Reflect};
use verbatim_keep::{Fault, Put, Range, Table};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbCursor, IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction};

use super::event::{Told, event};
use crate::name_of;

/// Asks for the last edition.
pub fn last(editions: &IdbObjectStore) -> Result<IdbRequest, Fault> {
    let backwards = web_sys::IdbCursorDirection::Prev;
    editions
        .open_key_cursor_with_range_and_direction(&JsValue::UNDEFINED, backwards)
        .map_err(|thrown| fault(&thrown))
}

/// The last edition; 0 before there is any.
pub async fn edition(last: &IdbRequest, told: Told) -> Result<f64, Fault> {
    let cursor = result(last, told).await?.dyn_into::<IdbCursor>().ok();
    Ok(cursor.and_then(|cursor| cursor.key().ok()).and_then(|key| key.as_f64()).unwrap_or_default())
}

/// Has all of it written, or ends the transaction; not even the first thing may have been.
pub fn write_all(
    transaction: &IdbTransaction,
    first: Result<(), JsValue>,
    puts: &[Put],
) -> Result<(), Fault> {
    let written = first.and_then(|()| {
        puts.iter().try_for_each(|Put { table, key, value }| {
            let store = transaction.object_store(table.name())?;
            match value {
                Some(value) => store.put_with_key(&value.as_str().into(), &key.as_str().into()).map(drop),
                None => store.delete(&key.as_str().into()).map(drop),
            }
        })
    });
    written.map_err(|thrown| {
        let _ = transaction.abort();
        fault(&thrown)
    })
}

/// Asks for the keys of a range, and the texts of tables that have any.
pub fn ask_records(
    table: Table,
    store: &IdbObjectStore,
    range: &Range,
    limit: u32,
) -> Result<Vec<IdbRequest>, JsValue> {
    let range = key_range(range)?;
    let keys = store.get_all_keys_with_key_and_limit(&range, limit)?;
    // What is due has none, and may be long.
    let texts = (table != Table::Due).then(|| store.get_all_with_key_and_limit(&range, limit));
    Ok([Some(keys), texts.transpose()?].into_iter().flatten().collect())
}

/// The records that were asked for so.
pub fn records(results: &[JsValue]) -> Vec<(String, String)> {
    let mut results = results.iter().map(|result| result.unchecked_ref::<Array>());
    let Some(keys) = results.next() else { return Vec::new() };
    let texts = results.next();
    let record = |(at, key): (u32, JsValue)| {
        let text = texts.map_or_else(|| Some(String::new()), |texts| text(&texts.get(at)));
        Some((key.as_string()?, text.unwrap_or_default()))
    };
    (0..).zip(keys.iter()).filter_map(record).collect()
}

/// An empty range is an error to the browser.
pub fn is_empty(range: &Range) -> bool {
    range.to.as_deref().is_some_and(|to| to <= range.from.as_str())
}

pub fn key_range(range: &Range) -> Result<JsValue, JsValue> {
    let from = JsValue::from_str(&range.from);
    let range = match &range.to {
        Some(to) => {
            IdbKeyRange::bound_with_lower_open_and_upper_open(&from, &to.as_str().into(), false, true)
        }
        None => IdbKeyRange::lower_bound(&from),
    };
    range.map(JsValue::from)
}

pub fn of_request(request: &IdbRequest) -> Told {
    event(|done| {
        request.set_onsuccess(Some(done));
        request.set_onerror(Some(done));
    })
}

pub fn of_transaction(transaction: &IdbTransaction) -> Told {
    event(|done| {
        transaction.set_oncomplete(Some(done));
        transaction.set_onabort(Some(done));
    })
}

pub async fn result(request: &IdbRequest, told: Told) -> Result<JsValue, Fault> {
    match told.await.as_str() {
        "success" => request.result().map_err(|thrown| fault(&thrown)),
        _ => Err(fault_of(&name_of_error(request))),
    }
}

pub async fn complete(transaction: &IdbTransaction, done: Told) -> Result<(), Fault> {
    // Told that there is no more to come, the browser need not ask. `web-sys` deprecates its own.
    if let Ok(commit) = Reflect::get(transaction, &"commit".into()) {
        let _ = commit.unchecked_into::<Function>().call0(transaction);
    }
    match done.await.as_str() {
        "complete" => Ok(()),
        _ => Err(transaction.error().map_or(Fault::Failed, |error| fault_of(&error.name()))),
    }
}

pub fn name_of_error(request: &IdbRequest) -> String {
    request.error().ok().flatten().map(|error| error.name()).unwrap_or_default()
}

/// A record's text; of something that is none, what it looks like, to be put aside.
pub fn text(value: &JsValue) -> Option<String> {
    if value.is_undefined() {
        return None;
    }
    let shown = || JSON::stringify(value).ok().and_then(|text| text.as_string()).unwrap_or_default();
    Some(value.as_string().unwrap_or_else(shown))
}

pub fn fault(thrown: &JsValue) -> Fault {
    fault_of(&name_of(thrown))
}

pub fn fault_of(name: &str) -> Fault {
    match name {
        "QuotaExceededError" => Fault::Full,
        "VersionError" => Fault::Newer,
        "SecurityError" | "NotAllowedError" => Fault::Denied,
        _ => Fault::Failed,
    }
}
