//! What comes once the first question is there: an answer that is faster waits for it, and where
//! it does not come at all the reader is told, or does without.

use anyhow::Result;
use serde_json::{Value, json};

use super::{element, error, host, until_screens};
use crate::lab::Lab;
use crate::page::Page;

/// Holds back what the element asks for later, until it is let through or refused.
const HELD: &str = "<script>{
    const real = window.fetch;
    const parts = {};
    window.later = (part, comes) => parts[part].forEach(settle => settle(comes));
    window.fetch = async (...given) => {
        const [part] = /later\\.(css|wasm)/.exec(given[0]) ?? [];
        if (!part) return real(...given);
        const comes = await new Promise(settle => (parts[part] ??= []).push(settle));
        if (!comes) throw new TypeError('refused');
        return real(...given);
    };
    window.asked = part => part in parts;
}</script>";

/// The first answer is chosen and sent, as fast as a script can.
const ANSWER: &str = "const root = document.querySelector('verbatim-quiz').shadowRoot;
    root.querySelector('label.choice input').click(); root.querySelector('.submit').click(); return null";

pub async fn answered_early(lab: &Lab, page: &Page) -> Result<()> {
    begin(lab, page).await?;
    page.script::<Value>(ANSWER, Value::Null).await?;
    let unanswered = "return (window.turns = (window.turns ?? 0) + 1) > 3
        && document.querySelector('verbatim-quiz').shadowRoot.querySelector('[data-screen=asking]') !== null";
    page.until::<bool>("the question, still", unanswered, Value::Null).await?;
    come(page, "later.wasm", true).await?;
    // There, and told to whoever can't see; but not to be seen before its style is there.
    let opacity = "const { shadowRoot } = document.querySelector('verbatim-quiz');
        const feedback = shadowRoot.querySelector('.feedback');
        return feedback && shadowRoot.activeElement === feedback && getComputedStyle(feedback).opacity === args";
    page.until::<bool>("feedback in waiting", opacity, json!("0")).await?;
    come(page, "later.css", true).await?;
    page.until::<bool>("feedback", opacity, json!("1")).await.map(drop)
}

pub async fn unstyled(lab: &Lab, page: &Page) -> Result<()> {
    begin(lab, page).await?;
    come(page, "later.css", false).await?;
    come(page, "later.wasm", true).await?;
    page.script::<Value>(ANSWER, Value::Null).await?;
    let shown =
        "const feedback = document.querySelector('verbatim-quiz').shadowRoot.querySelector('.feedback');
        return feedback && getComputedStyle(feedback).opacity === '1'";
    page.until::<bool>("feedback without its style", shown, Value::Null).await.map(drop)
}

pub async fn missing(lab: &Lab, page: &Page) -> Result<()> {
    begin(lab, page).await?;
    come(page, "later.wasm", false).await?;
    let code = error(page).await?["code"].clone();
    anyhow::ensure!(code == "widget-unreachable", "the page is told of {code}");
    let again =
        "document.querySelector('verbatim-quiz').shadowRoot.querySelector('.retry').click(); return null";
    page.script::<Value>(again, Value::Null).await?;
    until_screens(page, "asking", 1).await
}

async fn begin(lab: &Lab, page: &Page) -> Result<()> {
    host(lab, page, HELD, &element("quiz=two-reports seed=3")).await?;
    until_screens(page, "asking", 1).await?;
    for part in ["later.css", "later.wasm"] {
        page.until::<bool>("it to be asked for", "return window.asked(args)", json!(part)).await?;
    }
    Ok(())
}

async fn come(page: &Page, part: &str, comes: bool) -> Result<()> {
    let body = "window.later(...args); return null";
    page.script::<Value>(body, json!([part, comes])).await.map(drop)
}
