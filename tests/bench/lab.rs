//! A browser for each page that is measured: fresh, warm, at rest, and as slow as asked for.

use anyhow::{Context, Result, bail};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::driver::{Device, Driver};
use crate::engine::Engine;
use crate::page::Page;
use crate::{processes, server};

/// How slow the page's processor and network are made to be.
#[derive(Clone, Copy, Debug)]
pub struct Conditions {
    /// What it is called in the table.
    pub name: &'static str,
    /// How many times slower the page's main thread runs.
    pub throttle: u32,
    /// The network's limits.
    pub net: Net,
}

/// The network's limits, by Chromium's own emulation.
#[derive(Clone, Copy, Debug)]
pub enum Net {
    /// None: the loopback as it is.
    Free,
    /// 1.6 Mbit/s down, 0.75 up, 150 ms for each request.
    Slow4g,
}

/// A page is loaded as fast as the machine can.
pub const FREE: Conditions = Conditions { name: "no throttling", throttle: 1, net: Net::Free };
/// On a phone.
pub const CPU4: Conditions = Conditions { name: "CPU 4x", throttle: 4, net: Net::Free };
/// On a phone far away.
pub const CPU4_SLOW4G: Conditions = Conditions { name: "CPU 4x, slow 4G", throttle: 4, net: Net::Slow4g };

/// What pages are measured with.
pub struct Lab {
    driver: Driver,
}

/// A page to be loaded.
pub struct Visit<'a> {
    /// Its origin.
    pub origin: &'a str,
    /// Its address within the origin.
    pub path: &'a str,
    /// What finds the first thing that can be answered or pressed.
    pub selector: &'a str,
    /// How slow it is.
    pub conditions: Conditions,
}

impl Lab {
    /// Starts the driver.
    ///
    /// # Errors
    /// When there is none, or it does not start.
    pub fn open() -> Result<Self> {
        Ok(Self { driver: Driver::start(Engine::Chromium)? })
    }

    /// Loads a page in a browser of its own until its first question is painted; leaves it to `measure`.
    ///
    /// # Errors
    /// When the browser fails, or the question does not come.
    pub async fn visit<T>(
        &self,
        visit: Visit<'_>,
        measure: impl AsyncFnOnce(&Page) -> Result<T>,
    ) -> Result<T> {
        let client = self.driver.open(Device::Desktop).await?;
        let page = Page { engine: Engine::Chromium, client: client.clone(), origin: visit.origin.to_owned() };
        let measured = async {
            prepare(&page, &visit).await?;
            page.open(visit.path).await?;
            evaluate::<Value>(&page, "bench.shown.then(() => null)").await?;
            measure(&page).await
        };
        let measured = measured.await.with_context(|| format!("at {}", visit.path));
        client.close().await.context("can't close the browser")?;
        measured
    }
}

async fn prepare(page: &Page, visit: &Visit<'_>) -> Result<()> {
    let watch = format!("((selector) => {{{}}})({})", include_str!("watch.js"), json!(visit.selector));
    // On the warm page there is nothing to be found, so that its watch is over with it.
    page.open(server::WARM).await?;
    page.cdp("Page.enable", json!({})).await?;
    page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": watch })).await?;
    page.cdp("Performance.enable", json!({ "timeDomain": "timeTicks" })).await?;
    if let Net::Slow4g = visit.conditions.net {
        page.cdp("Network.enable", json!({})).await?;
        let limits = json!({
            "offline": false, "latency": 150,
            "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8,
        });
        page.cdp("Network.emulateNetworkConditions", limits).await?;
    }
    processes::rest().await;
    // Last: the throttle itself keeps a processor busy.
    if visit.conditions.throttle > 1 {
        page.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": visit.conditions.throttle })).await?;
    }
    Ok(())
}

/// The value of an expression, once it is settled; runs nothing else in the page, as a script of
/// WebDriver's would.
///
/// # Errors
/// When the expression throws, or gives something of another shape.
pub async fn evaluate<T: DeserializeOwned>(page: &Page, expression: &str) -> Result<T> {
    let params = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
    let mut answer = page.cdp("Runtime.evaluate", params).await?;
    if let Some(thrown) = answer.get("exceptionDetails") {
        bail!("the page threw {thrown}");
    }
    let value = answer["result"].get_mut("value").map(Value::take).unwrap_or_default();
    serde_json::from_value(value).with_context(|| format!("{expression} gave something else"))
}
