//! IndexedDB behind the trait of a store: a database, an object store a table, texts under keys.
//!
//! Transactions are *relaxed*: complete once the operating system has what they wrote, which
//! outlives the browser when that is killed. Only a machine that loses its power may lose the
//! last of them; to wait for the disk each time would cost tens of milliseconds an answer.

use std::cell::RefCell;

use js_sys::Array;
use verbatim_keep::{Fault, Put, Range, Seen, Slot, Store, Table};
use wasm_bindgen::JsValue;
use web_sys::{IdbDatabase, IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction};

use database::{Access, EDITIONS, begin, database, factory, tables};
use event::Told;
use request::{
    ask_records, complete, edition, fault, is_empty, key_range, last, name_of_error, of_request,
    of_transaction, records, result, text, write_all,
};

mod database;
mod event;
mod request;

/// Where a learner's records are.
pub const NAME: &str = "verbatim";

/// The browser's own store.
pub struct Indexed {
    name: &'static str,
    database: RefCell<IdbDatabase>,
}

impl Indexed {
    /// Opens the database of a name, made anew where there is none.
    pub async fn open(name: &'static str) -> Result<Self, Fault> {
        Ok(Self { name, database: RefCell::new(database(name).await?) })
    }

    /// Takes away the database, with all that is in it.
    pub fn remove(self) {
        self.database.borrow().close();
        // Where that fails it is made again the next time, as it was.
        let _ = factory().and_then(|factory| factory.delete_database(self.name).map_err(|_| Fault::Denied));
    }

    /// Begins a transaction. A connection that the browser or a later release closed meanwhile
    /// is opened again.
    async fn begin(&self, tables: &Array, access: Access) -> Result<IdbTransaction, Fault> {
        let begun = begin(&self.database.borrow(), tables, access);
        match begun {
            Ok(transaction) => Ok(transaction),
            Err(_) => {
                let opened = database(self.name).await?;
                self.database.replace(opened);
                begin(&self.database.borrow(), tables, access).map_err(|thrown| fault(&thrown))
            }
        }
    }

    async fn read_all(
        &self,
        table: Table,
        ask: impl Fn(&IdbObjectStore) -> Result<Vec<IdbRequest>, JsValue>,
    ) -> Result<Vec<JsValue>, Fault> {
        let transaction = self.begin(&Array::of1(&table.name().into()), Access::Reads).await?;
        let store = transaction.object_store(table.name()).map_err(|thrown| fault(&thrown))?;
        let requests = ask(&store).map_err(|thrown| fault(&thrown))?;
        let told: Vec<Told> = requests.iter().map(of_request).collect();
        let mut results = Vec::new();
        for (request, told) in requests.iter().zip(told) {
            results.push(result(request, told).await?);
        }
        Ok(results)
    }
}

/// How many editions of the store are remembered: more than anybody writes for as long as what was
/// read ahead is gone by.
const REMEMBERED: u64 = 20_000;
/// With how many writes old ones go, so that few writes wait for it.
const FORGETS: u64 = 256;

/// The last edition that is remembered no more after the one that follows this.
fn forgotten(edition: u64) -> Option<u64> {
    edition.checked_sub(REMEMBERED).filter(|_| edition.is_multiple_of(FORGETS))
}

impl Store for Indexed {
    async fn read(&self, table: Table, keys: &[String]) -> Result<Vec<Option<String>>, Fault> {
        if keys.is_empty() {
            return Ok(Vec::new());
        }
        let ask = |store: &IdbObjectStore| keys.iter().map(|key| store.get(&key.as_str().into())).collect();
        Ok(self.read_all(table, ask).await?.iter().map(text).collect())
    }

    async fn list(&self, table: Table, range: &Range, limit: usize) -> Result<Vec<(String, String)>, Fault> {
        let limit = u32::try_from(limit).unwrap_or(u32::MAX);
        if limit == 0 || is_empty(range) {
            return Ok(Vec::new());
        }
        let ask = |store: &IdbObjectStore| ask_records(table, store, range, limit);
        let results = self.read_all(table, ask).await?;
        Ok(records(&results))
    }

    async fn count(&self, table: Table, range: &Range) -> Result<usize, Fault> {
        if is_empty(range) {
            return Ok(0);
        }
        let ask = |store: &IdbObjectStore| Ok(vec![store.count_with_key(&key_range(range)?)?]);
        let results = self.read_all(table, ask).await?;
        Ok(results.first().and_then(JsValue::as_f64).unwrap_or_default() as usize)
    }

    async fn change<F>(&self, reads: &[Slot], work: F) -> Result<(), Fault>
    where
        F: FnOnce(Vec<Option<String>>) -> Vec<Put>,
    {
        let transaction = self.begin(&tables(), Access::Writes).await?;
        let done = of_transaction(&transaction);
        let asked: Result<Vec<IdbRequest>, JsValue> = reads
            .iter()
            .map(|(table, key)| transaction.object_store(table.name())?.get(&key.as_str().into()))
            .collect();
        let asked = asked.map_err(|thrown| fault(&thrown))?;
        let editions = transaction.object_store(EDITIONS).map_err(|thrown| fault(&thrown))?;
        let last = last(&editions)?;
        let told: Vec<Told> = asked.iter().map(of_request).collect();
        let told_last = of_request(&last);
        let mut texts = Vec::with_capacity(reads.len());
        for (request, told) in asked.iter().zip(told) {
            texts.push(text(&result(request, told).await?));
        }
        let next = edition(&last, told_last).await? + 1.0;
        let puts = work(texts);
        if !puts.is_empty() {
            let written = editions.put_with_key(&true.into(), &next.into()).map(drop);
            write_all(&transaction, written, &puts)?;
        }
        complete(&transaction, done).await
    }

    async fn look(&self, ranges: &[(Table, Range)], limit: usize) -> Result<Seen, Fault> {
        let limit = u32::try_from(limit).unwrap_or(u32::MAX);
        let tables: Array = ranges.iter().map(|(table, _)| JsValue::from_str(table.name())).collect();
        tables.push(&EDITIONS.into());
        let transaction = self.begin(&tables, Access::Reads).await?;
        let ask = |(table, range): &(Table, Range)| {
            ask_records(*table, &transaction.object_store(table.name())?, range, limit)
        };
        let asked = ranges.iter().map(ask).collect::<Result<Vec<_>, _>>().map_err(|thrown| fault(&thrown))?;
        let last = last(&transaction.object_store(EDITIONS).map_err(|thrown| fault(&thrown))?)?;
        let told: Vec<Vec<Told>> =
            asked.iter().map(|requests| requests.iter().map(of_request).collect()).collect();
        let told_last = of_request(&last);
        let mut seen = Seen::default();
        for (requests, told) in asked.iter().zip(told) {
            let mut results = Vec::new();
            for (request, told) in requests.iter().zip(told) {
                results.push(result(request, told).await?);
            }
            seen.records.push(records(&results));
        }
        seen.edition = edition(&last, told_last).await? as u64;
        Ok(seen)
    }

    async fn write(&self, edition: u64, puts: &[Put]) -> Result<bool, Fault> {
        let mut names: Vec<&str> = puts.iter().map(|put| put.table.name()).collect();
        names.sort_unstable();
        names.dedup();
        let tables: Array = names.into_iter().chain([EDITIONS]).map(JsValue::from_str).collect();
        let transaction = self.begin(&tables, Access::Writes).await?;
        let done = of_transaction(&transaction);
        write_all(&transaction, Ok(()), puts)?;
        // Where the next edition is there already, this fails, and all the rest with it. It is the
        // last request: by any other that fails Firefox does not let itself be kept from committing.
        let next = JsValue::from_f64((edition + 1) as f64);
        let mark = |marks: IdbObjectStore| {
            if let Some(old) = forgotten(edition) {
                marks.delete(&IdbKeyRange::upper_bound(&JsValue::from_f64(old as f64))?.into())?;
            }
            marks.add_with_key(&true.into(), &next)
        };
        let marked = transaction.object_store(EDITIONS).and_then(mark).map_err(|thrown| {
            let _ = transaction.abort();
            fault(&thrown)
        })?;
        let outcome = complete(&transaction, done).await;
        // The transaction's own error may be another one.
        if outcome.is_err() && name_of_error(&marked) == "ConstraintError" {
            return Ok(false);
        }
        outcome.map(|()| true)
    }

    async fn clear(&self) -> Result<(), Fault> {
        let transaction = self.begin(&tables(), Access::Writes).await?;
        let done = of_transaction(&transaction);
        let editions = transaction.object_store(EDITIONS).map_err(|thrown| fault(&thrown))?;
        let last = last(&editions)?;
        let told = of_request(&last);
        let next = edition(&last, told).await? + 1.0;
        editions.put_with_key(&true.into(), &next.into()).map_err(|thrown| fault(&thrown))?;
        for table in Table::ALL {
            let cleared = transaction.object_store(table.name()).and_then(|store| store.clear());
            cleared.map_err(|thrown| fault(&thrown))?;
        }
        complete(&transaction, done).await
    }
}
