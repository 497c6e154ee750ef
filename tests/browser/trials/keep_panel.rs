//! The learner's memory in browsers: the store with all that may befall it, and the panel.

use anyhow::{Context, Result, bail};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::driver::Device;
use crate::lab::{Lab, Trial};
use crate::page::Page;
use crate::server::Answer;

mod panel;
mod store;

/// All of them.
pub fn trials() -> Vec<Trial> {
    vec![
        Trial::new("keep::what is saved is there after a reload", Device::Desktop, store::reloaded),
        Trial::new("keep::the known vector comes out", Device::Desktop, store::vector),
        Trial::new("keep::a frame that may keep nothing", Device::Desktop, store::sandboxed),
        Trial::new("keep::a page without a store", Device::Desktop, store::without),
        Trial::new("keep::a store of a later release", Device::Desktop, store::later),
        Trial::new("keep::a later release comes meanwhile", Device::Desktop, store::overtaken),
        Trial::new("keep::two at once lose nothing", Device::Desktop, store::two),
        Trial::new("keep::records that can't be read", Device::Desktop, store::spoilt),
        Trial::new("keep::no room left", Device::Desktop, store::full),
        Trial::new("keep::the panel has its parts", Device::Desktop, panel::parts),
        Trial::new("keep::settings are kept", Device::Desktop, panel::settings),
        Trial::new("keep::out as a file, erased, and in again", Device::Desktop, panel::own),
        Trial::new("keep::what works offline is told", Device::Desktop, panel::offline),
        Trial::new("keep::what is aside is offered", Device::Desktop, panel::aside),
        Trial::new("keep::the panel where nothing is kept", Device::Desktop, panel::denied),
        Trial::new("keep::the panel is accessible in every language", Device::Desktop, panel::access),
    ]
}

/// What scripts tell and look up with.
const HELP: &str = include_str!("keep_panel/help.js");

/// Opens an empty page of the site.
async fn empty(lab: &Lab, page: &Page, head: &str) -> Result<()> {
    let html = format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8><meta name=viewport content='width=device-width'>\
         <link rel=icon href=data:,><title>Keep</title>{head}</head><body><main><h1>Keep</h1></main></body></html>"
    );
    let answer = Answer { status: 200, media_type: "text/html; charset=utf-8", body: html.into_bytes() };
    let address = lab.server.make("keep.html", [answer]);
    page.open(&address).await
}

/// Runs the body of an async function of `args` and gives back what it returns, once it does.
async fn run<T: DeserializeOwned>(page: &Page, body: &str, args: Value) -> Result<T> {
    let start = format!(
        "window.outcome = null;
        (async () => {{ {HELP}\n{body} }})().then(
            value => {{ window.outcome = {{ value }}; }},
            error => {{ window.outcome = {{ error: String(error?.stack ?? error) }}; }});
        return null"
    );
    page.script::<Value>(&start, args).await?;
    let mut outcome: Value = page.until("a script's end", "return window.outcome", json!(null)).await?;
    if let Some(error) = outcome["error"].as_str() {
        bail!("the script threw {error}");
    }
    let value = outcome.get_mut("value").map(Value::take).unwrap_or_default();
    let shown = value.to_string();
    serde_json::from_value(value).with_context(|| format!("the script gave {shown}"))
}
