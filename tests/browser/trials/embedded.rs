//! The element in pages of others: many of them, moved and removed, beside what a page
//! may do to it, and what it tells and takes.

use anyhow::Result;
use serde_json::{Value, json};

use crate::driver::Device;
use crate::lab::{Lab, Trial};
use crate::page::Page;
use crate::server::Answer;

mod asked;
mod ended;
mod later;
mod loaded;

use asked::{early, methods, nonsense, object, properties};
use ended::{nothing_left, stopped};
use later::{answered_early, missing, unstyled};
use loaded::{codeless, elsewhere, lazy, moved, strict, twenty, twice, versions};

/// All of them.
pub fn trials() -> Vec<Trial> {
    vec![
        Trial::new("embedded::twenty share one module", Device::Desktop, twenty),
        Trial::new("embedded::only what comes near is loaded", Device::Desktop, lazy),
        Trial::new("embedded::moved, it keeps its place", Device::Desktop, moved),
        Trial::new("embedded::properties are attributes", Device::Desktop, properties),
        Trial::new("embedded::attributes that mean nothing are told", Device::Desktop, nonsense),
        Trial::new(
            "embedded::created before its script, and with a story as an object",
            Device::Desktop,
            early,
        ),
        Trial::new("embedded::a story as an object has the errors of a file", Device::Desktop, object),
        Trial::new("embedded::methods", Device::Desktop, methods),
        Trial::new("embedded::registered twice", Device::Desktop, twice),
        Trial::new("embedded::two versions on one page", Device::Desktop, versions),
        Trial::new("embedded::without its code the fallback stays", Device::Desktop, codeless),
        Trial::new("embedded::an answer waits for what comes later", Device::Desktop, answered_early),
        Trial::new("embedded::without the later style all can be read", Device::Desktop, unstyled),
        Trial::new("embedded::without the later code it can be tried again", Device::Desktop, missing),
        Trial::new("embedded::what stopped starts again", Device::Desktop, stopped),
        Trial::new("embedded::nothing is left behind", Device::Desktop, nothing_left),
        Trial::new("embedded::a strict content security policy", Device::Desktop, strict),
        Trial::new("embedded::from another origin", Device::Desktop, elsewhere),
    ]
}

/// Opens a page of somebody else's, made of a body and, at its end, the element's script.
pub async fn host(lab: &Lab, page: &Page, head: &str, body: &str) -> Result<()> {
    let html = format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>Host</title>{head}</head><body>{body}\
         <script type=module src=/verbatim.js></script></body></html>"
    );
    let answer = Answer { status: 200, media_type: "text/html; charset=utf-8", body: html.into_bytes() };
    let address = lab.server.make("host.html", [answer]);
    page.open(&address).await
}

/// An element that plays the story of the site.
fn element(attributes: &str) -> String {
    format!("<verbatim-quiz src=/questions/air-force-one.json {attributes}>fallback</verbatim-quiz>")
}

/// Waits until so many elements show a screen.
async fn until_screens(page: &Page, screen: &str, count: usize) -> Result<()> {
    let body = "return [...document.querySelectorAll('verbatim-quiz')].filter(quiz =>
        quiz.shadowRoot?.querySelector(`[data-screen=${args.screen}]`)).length === args.count";
    page.until::<bool>("screens", body, json!({ "screen": screen, "count": count })).await.map(drop)
}

async fn requests(page: &Page, part: &str) -> Result<usize> {
    let body =
        "return performance.getEntriesByType('resource').filter(entry => entry.name.includes(args)).length";
    page.script(body, json!(part)).await
}

/// What the page is told of as wrong.
async fn error(page: &Page) -> Result<Value> {
    let body = "return window.told.find(told => told.name === 'quiz-error')?.detail";
    page.until("an error", body, Value::Null).await
}
