//! What the page has to wait for before anybody comes near the quiz: nothing.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use super::super::embedded::host;
use super::serve_story;
use crate::driver::Device;
use crate::engine::Ability;
use crate::lab::{Lab, Trial};
use crate::page::Page;

/// All of them.
pub fn trials() -> Vec<Trial> {
    let name = "guests::quiet: no long task far from the viewport";
    vec![Trial::new(name, Device::Desktop, quiet).needing(Ability::LongFrames)]
}

/// What a long task is (Long Tasks, section 2), in milliseconds.
const LONG: f64 = 50.0;

/// Notes every script of the element's that keeps a frame waiting.
const WATCH: &str = "<script>window.long = [];
    new PerformanceObserver(list => {
        for (const frame of list.getEntries()) {
            for (const { sourceURL, duration } of frame.scripts) {
                if (sourceURL.includes('/verbatim')) { long.push([sourceURL, duration]); }
            }
        }
    }).observe({ type: 'long-animation-frame', buffered: true });</script>";

async fn quiet(lab: &Lab, page: &Page) -> Result<()> {
    let far = "<div style='height: 5000px'>far</div>";
    let quizzes =
        format!("<verbatim-quiz id=verbatim src=/{} quiz=some seed=4></verbatim-quiz>", serve_story(lab)?)
            .repeat(3);
    host(lab, page, WATCH, &[far, &quizzes].concat()).await?;
    // What is noted is told after the frame that it was in.
    let settled = "window.seen = (window.seen ?? 0) + 1;
        return customElements.get('verbatim-quiz') !== undefined && seen > 30";
    page.until::<bool>("the definition", settled, Value::Null).await?;
    let long = of(page).await?;
    ensure!(long.iter().all(|(_, duration)| *duration < LONG), "{long:?}");

    // On a processor a twentieth as fast there is something to note: the watch does not sleep.
    page.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 20 })).await?;
    page.script::<Value>("host.scrollIntoView(); return null", Value::Null).await?;
    page.until_there("[data-screen=asking]").await?;
    let noted = "return window.long.some(([, duration]) => duration > args)";
    page.until::<bool>("a long task near the viewport", noted, json!(LONG)).await?;
    page.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 1 })).await.map(drop)
}

async fn of(page: &Page) -> Result<Vec<(String, f64)>> {
    page.script("return window.long", Value::Null).await
}
