//! What stays on the device when the teacher's page is left: texts under names, in IndexedDB. A
//! change is made within one transaction to what is there, so that two tabs never write over each
//! other, and a page that looks is told of it. A connection is closed once it was used, so that
//! none is in the way of a later release.

use idb::{Database, Error, Factory, ObjectStore, ObjectStoreParams, TransactionMode};
use wasm_bindgen::JsValue;
use web_sys::BroadcastChannel;

const NAME: &str = "verbatim-class";
/// One more with each change to the tables.
const VERSION: u32 = 1;

/// What is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// What was collected, under one name.
    Collected,
    /// Stories that were opened, by their digests.
    Stories,
}

impl Table {
    const ALL: [Self; 2] = [Self::Collected, Self::Stories];

    fn name(self) -> &'static str {
        match self {
            Self::Collected => "collected",
            Self::Stories => "stories",
        }
    }
}

/// The text of a name.
///
/// # Errors
/// Where the browser keeps nothing.
pub async fn read(table: Table, name: &str) -> Result<Option<String>, Error> {
    let database = open().await?;
    let transaction = database.transaction(&[table.name()], TransactionMode::ReadOnly)?;
    let text = text(&transaction.object_store(table.name())?, name).await;
    database.close();
    text
}

/// Every text of a table.
///
/// # Errors
/// Where the browser keeps nothing.
pub async fn all(table: Table) -> Result<Vec<String>, Error> {
    let database = open().await?;
    let transaction = database.transaction(&[table.name()], TransactionMode::ReadOnly)?;
    let values = transaction.object_store(table.name())?.get_all(None, None)?.await;
    database.close();
    Ok(values?.iter().filter_map(JsValue::as_string).collect())
}

/// Makes another text of what is there under a name, whatever another tab made of it just now.
///
/// # Errors
/// Where the browser keeps nothing, or has no room.
pub async fn change(
    table: Table,
    name: &str,
    make: impl FnOnce(Option<String>) -> String,
) -> Result<(), Error> {
    let database = open().await?;
    let transaction = database.transaction(&[table.name()], TransactionMode::ReadWrite)?;
    let store = transaction.object_store(table.name())?;
    let made = make(text(&store, name).await?);
    store.put(&made.into(), Some(&name.into()))?.await?;
    transaction.commit()?.await?;
    database.close();
    if let Ok(channel) = channel() {
        // Who is not told sees it with their next change.
        let _ = channel.post_message(&table.name().into());
        channel.close();
    }
    Ok(())
}

/// Where other tabs are told of changes; what is said is the name of a table.
///
/// # Errors
/// Where the browser has none.
pub fn channel() -> Result<BroadcastChannel, JsValue> {
    BroadcastChannel::new(NAME)
}

async fn text(store: &ObjectStore, name: &str) -> Result<Option<String>, Error> {
    let value = store.get(JsValue::from(name))?.await?;
    Ok(value.and_then(|value| value.as_string()))
}

async fn open() -> Result<Database, Error> {
    let mut request = Factory::new()?.open(NAME, Some(VERSION))?;
    request.on_upgrade_needed(|event| {
        use idb::event::DatabaseEvent;
        if let Ok(database) = event.database() {
            for table in Table::ALL {
                // One that fails makes the request fail.
                let _ = database.create_object_store(table.name(), ObjectStoreParams::new());
            }
        }
    });
    request.await
}
