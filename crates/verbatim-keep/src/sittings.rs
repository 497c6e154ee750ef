//! The sittings of a story that may be taken up again, as the widget reads them.

use crate::answer::State;
use crate::keys;
use crate::record::{Found, found};
use crate::records::{Place, Sitting, Turn};
use crate::store::{Fault, Put, Range, Store, Table};

/// How many records are asked for at a time.
const PAGE: usize = 500;

/// The sittings of a story that are not finished, that which was touched last first.
///
/// Each is a text: id, quiz, seed, mode, state, digest, place and questions, with U+001F between
/// them; then for each turn that was saved U+001E, its position, U+001F and the turn.
///
/// # Errors
/// Where the store fails.
pub async fn sittings<S: Store>(store: &S, story: &str) -> Result<Vec<String>, Fault> {
    let mut aside = Vec::new();
    let mut open = Vec::new();
    for (key, text) in all(store, Table::Places, &keys::within(&[story])).await? {
        if let Found::Record(place) = found::<Place>(Table::Places, &key, Some(text), &mut aside)
            && place.state != State::Finished
        {
            open.push((key, place));
        }
    }
    open.sort_by_key(|(_, place)| std::cmp::Reverse(place.touched));
    let keys: Vec<String> = open.iter().map(|(key, _)| key.clone()).collect();
    let begun = store.read(Table::Sittings, &keys).await?;
    let mut texts = Vec::new();
    for ((key, place), text) in open.into_iter().zip(begun) {
        let Found::Record(sitting) = found::<Sitting>(Table::Sittings, &key, text, &mut aside) else {
            continue;
        };
        let Some((_, id)) = keys::two(&key) else { continue };
        let mut text = head(id, &sitting, place.state, &place.place);
        for (key, turn) in all(store, Table::Turns, &keys::within(&[id])).await? {
            let Found::Record(turn) = found::<Turn>(Table::Turns, &key, Some(turn), &mut aside) else {
                continue;
            };
            let at = keys::two(&key).and_then(|(_, at)| at.parse::<u32>().ok());
            let Some(at) = at else { continue };
            text.push_str(&format!("\u{1e}{at}\u{1f}{}", turn.turn));
        }
        texts.push(text);
    }
    put_aside(store, aside).await;
    Ok(texts)
}

/// A sitting's text as far as it has no turns.
pub(crate) fn head(id: &str, sitting: &Sitting, state: State, place: &str) -> String {
    let Sitting { hash, quiz, seed, mode, questions, .. } = sitting;
    [id, quiz, &seed.to_string(), mode.name(), state.name(), hash, place, questions].join("\u{1f}")
}

/// Every record of a range.
pub(crate) async fn all<S: Store>(
    store: &S,
    table: Table,
    range: &Range,
) -> Result<Vec<(String, String)>, Fault> {
    let mut records = Vec::new();
    let mut range = range.clone();
    loop {
        let page = store.list(table, &range, PAGE).await?;
        let is_last = page.len() < PAGE;
        records.extend(page);
        match records.last() {
            Some((key, _)) if !is_last => range = range.after(key),
            _ => return Ok(records),
        }
    }
}

/// Keeps records that could not be read. They also stay where they are, so nothing is lost
/// where there is no room for it.
pub(crate) async fn put_aside<S: Store>(store: &S, aside: Vec<Put>) {
    if !aside.is_empty() {
        let _ = store.change(&[], |_| aside).await;
    }
}
