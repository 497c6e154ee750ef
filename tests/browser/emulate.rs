//! Has a browser pretend: another size, a finger, a reader's preferences. Each engine
//! is told in a way of its own; what one can't pretend, `engine` lists.

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::driver::Device;
use crate::engine::Engine;
use crate::page::{Command, Page};

/// Has a new browser pretend to be a device, where it was not opened as one.
pub async fn device(page: &Page, device: Device) -> Result<()> {
    if (page.engine, device) != (Engine::Firefox, Device::Phone) {
        return Ok(());
    }
    let touch = "gBrowser.selectedBrowser.browsingContext.touchEventsOverride = 'enabled'";
    in_firefox(page, touch, Value::Null).await?;
    size(page, [390, 844]).await
}

/// Makes the page as large as wanted, in pixels of CSS.
pub async fn size(page: &Page, size: [u32; 2]) -> Result<()> {
    let [width, height] = size;
    match page.engine {
        Engine::Chromium => {
            let metrics =
                json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 });
            page.cdp("Emulation.setDeviceMetricsOverride", metrics).await?;
            until_sized(page, size).await
        }
        Engine::Firefox => {
            in_firefox(page, NARROWER, Value::Null).await?;
            resize_window(page, size).await
        }
        Engine::WebKit => resize_window(page, size).await,
    }
}

/// Makes the page as large as it was at first.
pub async fn own_size(page: &Page, size: [u32; 2]) -> Result<()> {
    match page.engine {
        Engine::Chromium => {
            page.cdp("Emulation.clearDeviceMetricsOverride", json!({})).await?;
            until_sized(page, size).await
        }
        Engine::Firefox | Engine::WebKit => resize_window(page, size).await,
    }
}

/// Has the browser claim a reader's preferences; none leaves its own.
///
/// # Errors
/// In WebKit, which can't, and for preferences that nobody has asked for yet.
pub async fn preferences(page: &Page, features: &[(&str, &str)]) -> Result<()> {
    match page.engine {
        Engine::Chromium => {
            let features: Vec<Value> =
                features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
            page.cdp("Emulation.setEmulatedMedia", json!({ "features": features })).await.map(drop)
        }
        Engine::Firefox => {
            let overrides = json!({
                "prefersColorSchemeOverride": "none",
                "forcedColorsOverride": "none",
                "prefersReducedMotionOverride": "none",
            });
            let Value::Object(mut overrides) = overrides else { bail!("no overrides") };
            for (name, value) in features {
                let name = match *name {
                    "prefers-color-scheme" => "prefersColorSchemeOverride",
                    "forced-colors" => "forcedColorsOverride",
                    "prefers-reduced-motion" => "prefersReducedMotionOverride",
                    other => bail!("Firefox is not told of {other} yet"),
                };
                overrides.insert(name.to_owned(), json!(value));
            }
            in_firefox(page, PREFER, overrides.into()).await
        }
        Engine::WebKit => bail!("WebKit claims no preferences"),
    }?;
    let body = "return args.every(([name, value]) => matchMedia(`(${name}: ${value})`).matches)";
    page.until::<bool>("preferences", body, json!(features)).await.map(drop)
}

const PREFER: &str = "Object.assign(gBrowser.selectedBrowser.browsingContext, arguments[0])";

/// Firefox's own buttons keep its window wide.
const NARROWER: &str = "
    for (const element of document.querySelectorAll(':root, body, #navigator-toolbox, #browser')) {
        element.style.setProperty('min-width', '0', 'important');
    }";

/// Waits until the page is as large as the browser was told to make it.
async fn until_sized(page: &Page, size: [u32; 2]) -> Result<()> {
    let body = "return innerWidth === args[0] && innerHeight === args[1]";
    page.until::<bool>("a new size", body, json!(size)).await.map(drop)
}

/// Makes the window as large as the page is to be, and what is around it besides.
async fn resize_window(page: &Page, size: [u32; 2]) -> Result<()> {
    for _ in 0..ATTEMPTS {
        let (_, _, outer_width, outer_height) = page.client.get_window_rect().await?;
        let inner: [u64; 2] = page.script("return [innerWidth, innerHeight]", Value::Null).await?;
        let around = [outer_width.saturating_sub(inner[0]), outer_height.saturating_sub(inner[1])];
        let [width, height] =
            [0, 1].map(|side| u32::try_from(u64::from(size[side]) + around[side]).unwrap_or(u32::MAX));
        let resize = page.client.set_window_rect(0, 0, width, height);
        resize.await.context("can't resize the window")?;
        if until_sized(page, size).await.is_ok() {
            return Ok(());
        }
    }
    bail!("the page is not {size:?} large")
}

/// How often a window is resized: one that was still opening had more or less around it.
const ATTEMPTS: usize = 3;

/// Runs a script in Firefox itself instead of in the page.
async fn in_firefox(page: &Page, body: &str, args: Value) -> Result<()> {
    let context = async |name: &str| {
        let body = json!({ "context": name });
        page.client.issue_cmd(Command::post("moz/context", body)).await
    };
    context("chrome").await?;
    let outcome = page.client.execute(body, vec![args]).await;
    context("content").await?;
    outcome.map(drop).context("in a script for Firefox itself")
}
