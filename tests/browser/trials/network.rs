//! What a first visit transfers, and when.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::driver::Device;
use crate::engine::Ability;
use crate::engine::Engine;
use crate::lab::{Lab, Trial};
use crate::page::Page;
use crate::screen::Screen;

/// All of them.
pub fn trials() -> Vec<Trial> {
    let visits = [
        ("network::a first visit", "questions/air-force-one.json", "index.html?quiz=sequence"),
        (
            "network::a first visit to another story",
            "questions/air-force-one.json?other",
            "index.html?quiz=sequence&story=questions/air-force-one.json?other",
        ),
    ];
    let trial = |(name, story, address): (&str, &'static str, &'static str)| {
        let run = async move |_: &Lab, page: &Page| first_visit(page, story, address).await;
        Trial::new(name, Device::Desktop, run).needing(Ability::Preload)
    };
    visits.into_iter().map(trial).collect()
}

/// What the browser measured of a request; times in milliseconds since the visit began.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Request {
    name: String,
    start_time: f64,
    response_end: f64,
}

/// What the page's own text names. A link that a script added is not among it.
const NAMED: &str = "
    const text = new DOMParser().parseFromString(args, 'text/html');
    const links = [...text.querySelectorAll('link[href]:not([rel=canonical])')].map(link => link.getAttribute('href'));
    const sources = [...text.querySelectorAll('[src]')].map(element => element.getAttribute('src'));
    return [...links, ...sources].filter(address => !address.startsWith('data:'))
        .map(address => new URL(address, location).href)";

/// Whether it is of what only an answer needs, or what saves it.
fn is_later(request: &Request) -> bool {
    ["later.", "/after.js", "/keep.", "verbatim-keep"].iter().any(|part| request.name.contains(part))
}

async fn first_visit(page: &Page, story: &str, address: &str) -> Result<()> {
    // Where everything comes at once nothing can be told of the order.
    let slow = page.engine == Engine::Chromium;
    if slow {
        let network = json!({ "offline": false, "latency": 20, "downloadThroughput": 200_000, "uploadThroughput": 200_000 });
        page.cdp("Network.enable", json!({})).await?;
        page.cdp("Network.emulateNetworkConditions", network).await?;
    }
    page.open(address).await?;
    Screen::wait(page, "asking", Some(0)).await?;
    let entries = "return performance.getEntriesByType('resource').map(entry => entry.toJSON())";
    let mut requests: Vec<Request> = page.script(entries, Value::Null).await?;
    // What keeps the page for offline play and what is answered, and all that these ask for,
    // comes once the question is there.
    if let Some(begins) = requests.iter().find(|one| one.name.contains("/offline.js")) {
        let begins = begins.start_time;
        requests.retain(|request| request.start_time < begins);
        let mut first = requests.iter().filter(|request| !is_later(request));
        let is_over = first.all(|request| request.response_end <= begins);
        ensure!(is_over, "what can wait was asked for at {begins}, amid {requests:#?}");
    }
    let story = format!("{}/{story}", page.origin);
    let asked: Vec<&Request> = requests.iter().filter(|request| request.name == story).collect();
    ensure!(asked.len() == 1, "the story was asked for {} times: {requests:#?}", asked.len());
    let wasm =
        requests.iter().find(|request| request.name.contains(".wasm")).context("no wasm was loaded")?;
    let is_early = asked[0].start_time < wasm.response_end;
    ensure!(is_early || !slow, "the story was asked for only after the wasm: {requests:#?}");

    let text = page.script::<String>(
        "const request = new XMLHttpRequest(); request.open('GET', args, false); request.send();
        return request.responseText",
        "index.html".into(),
    );
    let mut named: BTreeSet<String> =
        page.script::<Vec<String>>(NAMED, text.await?.into()).await?.into_iter().collect();
    named.insert(story);
    // What answers need comes after what the question needs, and not in its way.
    let (later, loaded): (Vec<_>, Vec<_>) = requests.into_iter().partition(is_later);
    for request in later {
        let is_late = loaded.iter().all(|first| first.response_end <= request.start_time);
        ensure!(is_late, "{} was asked for before the first question was there", request.name);
    }
    let loaded: BTreeSet<String> = loaded.into_iter().map(|request| request.name).collect();
    ensure!(loaded.is_subset(&named), "loaded, though the page does not name it: {:?}", &loaded - &named);
    let scripts_and_styles = |address: &&String| !address.contains("questions/");
    let unused: Vec<&String> = named.difference(&loaded).filter(scripts_and_styles).collect();
    ensure!(unused.is_empty(), "named in the page, but not loaded: {unused:?}");
    Ok(())
}
