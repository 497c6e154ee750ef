//! All progress as one file, and back: what is imported joins what is there, and nothing newer
//! gives way to something older.

use serde_json::{Map, Value, json};

use crate::keys;
use crate::moment::Moment;
use crate::record::{Record, Unreadable, aside, read};
use crate::records::{Aside, Card, Logged, Place, Sitting, Story, Turn};
use crate::settings::Settings;
use crate::sittings::all;
use crate::store::{Fault, Put, Range, Slot, Store, Table};

/// What a file of progress says that it is.
const FORMAT: &str = "verbatim-progress";
/// The version of the format.
const VERSION: u64 = 1;
/// How many records are imported in one transaction.
const CHUNK: usize = 250;

/// What an import did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Records that were not there.
    pub added: usize,
    /// Records that were there, and older.
    pub updated: usize,
    /// Records that were there as they are, or newer.
    pub kept: usize,
    /// Records that could not be read, and were put aside.
    pub unreadable: usize,
}

/// Why nothing was imported, or not all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAnExport {
    /// The text is not a file of progress.
    Foreign,
    /// A later release wrote it.
    Newer,
    /// The store failed. What was imported before stays; importing again is no harm.
    Store(Fault),
}

impl From<Fault> for NotAnExport {
    fn from(fault: Fault) -> Self {
        Self::Store(fault)
    }
}

/// All progress as the text of a file. When things are due is not in it, since the cards say so.
///
/// # Errors
/// Where the store fails.
pub async fn export<S: Store>(store: &S, now: Moment) -> Result<String, Fault> {
    let mut tables = Map::new();
    for table in Table::ALL.into_iter().filter(|table| *table != Table::Due) {
        let records = all(store, table, &Range::all()).await?;
        let records: Map<String, Value> = records.into_iter().map(|(key, text)| (key, text.into())).collect();
        tables.insert(table.name().to_owned(), records.into());
    }
    let file =
        json!({ "format": FORMAT, "version": VERSION, "exported": now.milliseconds, "tables": tables });
    Ok(file.to_string())
}

/// Takes up the text of a file. An import that failed half-way may be repeated.
///
/// # Errors
/// Where the text is not a file of progress, or the store fails.
pub async fn import<S: Store>(store: &S, text: &str) -> Result<Imported, NotAnExport> {
    let file: Value = serde_json::from_str(text).map_err(|_| NotAnExport::Foreign)?;
    let version = file.get("version").and_then(Value::as_u64);
    match (file.get("format").and_then(Value::as_str), version) {
        (Some(FORMAT), Some(VERSION)) => {}
        (Some(FORMAT), Some(version)) if version > VERSION => return Err(NotAnExport::Newer),
        _ => return Err(NotAnExport::Foreign),
    }
    let tables = file.get("tables").and_then(Value::as_object).ok_or(NotAnExport::Foreign)?;
    let mut imported = Imported::default();
    for (name, records) in tables {
        let Some(table) = Table::of(name).filter(|table| *table != Table::Due) else { continue };
        let records: Vec<(&String, &Value)> = records.as_object().into_iter().flatten().collect();
        for chunk in records.chunks(CHUNK) {
            let slots: Vec<Slot> = chunk.iter().map(|(key, _)| (table, (*key).clone())).collect();
            let mut joined = Imported::default();
            let join = |texts: Vec<Option<String>>| {
                let mut puts = Vec::new();
                for ((key, value), there) in chunk.iter().zip(texts) {
                    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                    join(table, key, text, there, &mut joined, &mut puts);
                }
                puts
            };
            store.change(&slots, join).await?;
            imported.added += joined.added;
            imported.updated += joined.updated;
            imported.kept += joined.kept;
            imported.unreadable += joined.unreadable;
        }
    }
    Ok(imported)
}

/// The records that could not be read.
///
/// # Errors
/// Where the store fails.
pub async fn asides<S: Store>(store: &S) -> Result<Vec<Aside>, Fault> {
    let records = all(store, Table::Aside, &Range::all()).await?;
    Ok(records.into_iter().filter_map(|(_, text)| read(&text).ok()).collect())
}

/// Removes everything.
///
/// # Errors
/// Where the store fails; then everything is there still.
pub async fn erase<S: Store>(store: &S) -> Result<(), Fault> {
    store.clear().await
}

fn join(
    table: Table,
    key: &str,
    text: String,
    there: Option<String>,
    done: &mut Imported,
    puts: &mut Vec<Put>,
) {
    let rank = match rank(table, &text) {
        Ok(rank) if table != Table::Cards || keys::two(key).is_some() => rank,
        outcome => {
            done.unreadable += 1;
            puts.push(aside(table, key, text, outcome.err().unwrap_or(Unreadable::Foreign)));
            return;
        }
    };
    match there.as_deref().map(|text| self::rank(table, text)) {
        Some(Err(Unreadable::Newer)) => {
            done.kept += 1;
            return;
        }
        Some(Ok(standing)) if standing >= rank => {
            done.kept += 1;
            return;
        }
        Some(Ok(_)) => done.updated += 1,
        Some(Err(why)) => {
            puts.push(aside(table, key, there.clone().unwrap_or_default(), why));
            done.added += 1;
        }
        None => done.added += 1,
    }
    if table == Table::Cards {
        let due = |text: &str| {
            let card: Card = read(text).ok()?;
            let (story, fact) = keys::two(key)?;
            Some(keys::due(card.memory.due, story, fact))
        };
        puts.extend(there.as_deref().and_then(due).map(|key| Put::remove(Table::Due, key)));
        puts.extend(due(&text).map(|key| Put::set(Table::Due, key, "")));
    }
    puts.push(Put::set(table, key, text));
}

/// How new a record is: of two of the same key that of the higher rank stays, and of equals the
/// one that is there.
fn rank(table: Table, text: &str) -> Result<(bool, u64), Unreadable> {
    fn of<T: Record>(text: &str, rank: impl Fn(&T) -> (bool, u64)) -> Result<(bool, u64), Unreadable> {
        read(text).map(|record| rank(&record))
    }
    let always = (false, 0);
    match table {
        Table::Stories => of(text, |_: &Story| always),
        Table::Sittings => of(text, |_: &Sitting| always),
        Table::Turns => of(text, |turn: &Turn| (turn.is_answered(), turn.saved)),
        Table::Places => of(text, |place: &Place| (false, place.touched)),
        Table::Answers => of(text, |_: &Logged| always),
        Table::Cards => of(text, |card: &Card| (false, card.memory.last)),
        Table::Settings => of(text, |settings: &Settings| (false, settings.changed)),
        Table::Aside => of(text, |_: &Aside| always),
        Table::Due => Err(Unreadable::Foreign),
    }
}
