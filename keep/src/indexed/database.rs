//! The browser's database: opened, made or brought up to date, and transactions begun in it.

use js_sys::{Array, Function, Object, Reflect};
use verbatim_keep::{Fault, Table};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, IdbDatabase, IdbFactory, IdbOpenDbRequest, IdbTransaction};

use super::request::{name_of_error, of_request, result};

/// One more with each change to the tables.
const VERSION: u32 = 2;
/// One more object store: a key for each edition, so that no two transactions make the same.
pub const EDITIONS: &str = "editions";

/// What a transaction does.
#[derive(Clone, Copy)]
pub enum Access {
    Reads,
    Writes,
}

pub fn factory() -> Result<IdbFactory, Fault> {
    // Merely to ask for it throws in some frames; in others it is not there.
    let factory = Reflect::get(&js_sys::global(), &"indexedDB".into()).map_err(|_| Fault::Denied)?;
    factory.dyn_into().map_err(|_| Fault::Denied)
}

pub async fn database(name: &str) -> Result<IdbDatabase, Fault> {
    let request = factory()?.open_with_u32(name, VERSION).map_err(|_| Fault::Denied)?;
    let make = Closure::once_into_js(|event: Event| {
        let request = event.target().map(JsCast::unchecked_into::<IdbOpenDbRequest>);
        let database = request.and_then(|request| request.result().ok());
        if let Some(database) = database.map(JsCast::unchecked_into::<IdbDatabase>) {
            for name in Table::ALL.iter().map(|table| table.name()).chain([EDITIONS]) {
                // One that an earlier version made stays as it is.
                let _ = database.create_object_store(name);
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
pub fn begin(database: &IdbDatabase, tables: &Array, access: Access) -> Result<IdbTransaction, JsValue> {
    let begin: Function = Reflect::get(database, &"transaction".into())?.dyn_into()?;
    let options = Object::new();
    Reflect::set(&options, &"durability".into(), &"relaxed".into())?;
    let access = match access {
        Access::Reads => "readonly",
        Access::Writes => "readwrite",
    };
    begin.call3(database, tables, &access.into(), &options).map(JsCast::unchecked_into)
}

pub fn tables() -> Array {
    Table::ALL.iter().map(|table| table.name()).chain([EDITIONS]).map(JsValue::from_str).collect()
}
