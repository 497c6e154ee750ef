//! IndexedDB behind the trait of a store: a database, an object store a table, texts under keys.
//!
//! Transactions are *relaxed*: complete once the operating system has what they wrote, which
//! outlives the browser when that is killed. Only a machine that loses its power may lose the
//! last of them; to wait for the disk each time would cost tens of milliseconds an answer.

use std::cell::RefCell;

use js_sys::{Array, Function, JSON, Object, Reflect};
use verbatim_keep::{Fault, Put, Range, Slot, Store, Table};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Event, IdbDatabase, IdbFactory, IdbKeyRange, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction,
};

use crate::name_of;
use event::{Told, event};

mod event;

/// Where a learner's records are.
pub const NAME: &str = "verbatim";
/// One more with each change to the tables.
const VERSION: u32 = 1;

/// The browser's own store.
pub struct Indexed {
    name: &'static str,
    database: RefCell<IdbDatabase>,
}

/// What a transaction does.
#[derive(Clone, Copy)]
enum Access {
    Reads,
    Writes,
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
        let ask = |store: &IdbObjectStore| {
            let range = key_range(range)?;
            let keys = store.get_all_keys_with_key_and_limit(&range, limit)?;
            // What is due has no texts, and may be long.
            let has_texts = table != Table::Due;
            let texts = has_texts.then(|| store.get_all_with_key_and_limit(&range, limit)).transpose()?;
            Ok([Some(keys), texts].into_iter().flatten().collect())
        };
        let mut results = self.read_all(table, ask).await?.into_iter().map(JsCast::unchecked_into::<Array>);
        let keys = results.next().unwrap_or_default();
        let texts = results.next();
        let record = |(at, key): (u32, JsValue)| {
            let text = texts.as_ref().map_or_else(|| Some(String::new()), |texts| text(&texts.get(at)));
            Some((key.as_string()?, text.unwrap_or_default()))
        };
        Ok((0..).zip(keys.iter()).filter_map(record).collect())
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
        let told: Vec<Told> = asked.iter().map(of_request).collect();
        let mut texts = Vec::with_capacity(reads.len());
        for (request, told) in asked.iter().zip(told) {
            texts.push(text(&result(request, told).await?));
        }
        let written = work(texts).into_iter().try_for_each(|Put { table, key, value }| {
            let store = transaction.object_store(table.name())?;
            match value {
                Some(value) => store.put_with_key(&value.as_str().into(), &key.as_str().into()).map(drop),
                None => store.delete(&key.as_str().into()).map(drop),
            }
        });
        if let Err(thrown) = written {
            let _ = transaction.abort();
            return Err(fault(&thrown));
        }
        complete(&transaction, done).await
    }

    async fn clear(&self) -> Result<(), Fault> {
        let transaction = self.begin(&tables(), Access::Writes).await?;
        let done = of_transaction(&transaction);
        for table in Table::ALL {
            let cleared = transaction.object_store(table.name()).and_then(|store| store.clear());
            cleared.map_err(|thrown| fault(&thrown))?;
        }
        complete(&transaction, done).await
    }
}

fn factory() -> Result<IdbFactory, Fault> {
    // Merely to ask for it throws in some frames; in others it is not there.
    let factory = Reflect::get(&js_sys::global(), &"indexedDB".into()).map_err(|_| Fault::Denied)?;
    factory.dyn_into().map_err(|_| Fault::Denied)
}

async fn database(name: &str) -> Result<IdbDatabase, Fault> {
    let request = factory()?.open_with_u32(name, VERSION).map_err(|_| Fault::Denied)?;
    let make = Closure::once_into_js(|event: Event| {
        let request = event.target().map(JsCast::unchecked_into::<IdbOpenDbRequest>);
        let database = request.and_then(|request| request.result().ok());
        if let Some(database) = database.map(JsCast::unchecked_into::<IdbDatabase>) {
            for table in Table::ALL {
                // One that fails makes the request fail.
                let _ = database.create_object_store(table.name());
            }
        }
    });
    request.set_onupgradeneeded(Some(make.unchecked_ref()));
    let told = of_request(&request);
    let opened = result(&request, told).await.map_err(|fault| match fault {
        // Firefox says so in windows that keep nothing.
        Fault::Failed if name_of_error(&request) == "InvalidStateError" => Fault::Denied,
        fault => fault,
    })?;
    let database: IdbDatabase = opened.unchecked_into();
    // A later release waits for it; this one goes on in memory then, and says why.
    let let_go = Closure::once_into_js(|event: Event| {
        if let Some(database) = event.target() {
            database.unchecked_into::<IdbDatabase>().close();
        }
    });
    database.set_onversionchange(Some(let_go.unchecked_ref()));
    Ok(database)
}

/// With a durability, which not every browser knows, and `web-sys` not yet.
fn begin(database: &IdbDatabase, tables: &Array, access: Access) -> Result<IdbTransaction, JsValue> {
    let begin: Function = Reflect::get(database, &"transaction".into())?.dyn_into()?;
    let options = Object::new();
    Reflect::set(&options, &"durability".into(), &"relaxed".into())?;
    let access = match access {
        Access::Reads => "readonly",
        Access::Writes => "readwrite",
    };
    begin.call3(database, tables, &access.into(), &options).map(JsCast::unchecked_into)
}

fn tables() -> Array {
    Table::ALL.iter().map(|table| JsValue::from_str(table.name())).collect()
}

/// An empty range is an error to the browser.
fn is_empty(range: &Range) -> bool {
    range.to.as_deref().is_some_and(|to| to <= range.from.as_str())
}

fn key_range(range: &Range) -> Result<JsValue, JsValue> {
    let from = JsValue::from_str(&range.from);
    let range = match &range.to {
        Some(to) => {
            IdbKeyRange::bound_with_lower_open_and_upper_open(&from, &to.as_str().into(), false, true)
        }
        None => IdbKeyRange::lower_bound(&from),
    };
    range.map(JsValue::from)
}

fn of_request(request: &IdbRequest) -> Told {
    event(|done| {
        request.set_onsuccess(Some(done));
        request.set_onerror(Some(done));
    })
}

fn of_transaction(transaction: &IdbTransaction) -> Told {
    event(|done| {
        transaction.set_oncomplete(Some(done));
        transaction.set_onabort(Some(done));
    })
}

async fn result(request: &IdbRequest, told: Told) -> Result<JsValue, Fault> {
    match told.await.as_str() {
        "success" => request.result().map_err(|thrown| fault(&thrown)),
        _ => Err(fault_of(&name_of_error(request))),
    }
}

async fn complete(transaction: &IdbTransaction, done: Told) -> Result<(), Fault> {
    // Told that there is no more to come, the browser need not ask. `web-sys` deprecates its own.
    if let Ok(commit) = Reflect::get(transaction, &"commit".into()) {
        let _ = commit.unchecked_into::<Function>().call0(transaction);
    }
    match done.await.as_str() {
        "complete" => Ok(()),
        _ => Err(transaction.error().map_or(Fault::Failed, |error| fault_of(&error.name()))),
    }
}

fn name_of_error(request: &IdbRequest) -> String {
    request.error().ok().flatten().map(|error| error.name()).unwrap_or_default()
}

/// A record's text; of something that is none, what it looks like, to be put aside.
fn text(value: &JsValue) -> Option<String> {
    if value.is_undefined() {
        return None;
    }
    let shown = || JSON::stringify(value).ok().and_then(|text| text.as_string()).unwrap_or_default();
    Some(value.as_string().unwrap_or_else(shown))
}

fn fault(thrown: &JsValue) -> Fault {
    fault_of(&name_of(thrown))
}

fn fault_of(name: &str) -> Fault {
    match name {
        "QuotaExceededError" => Fault::Full,
        "VersionError" => Fault::Newer,
        "SecurityError" | "NotAllowedError" => Fault::Denied,
        _ => Fault::Failed,
    }
}
