//! What accessibility checkers have to say of a page: axe-core, and the engine of IBM's
//! checker. Which screens they are shown is left to the trials.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::page::Page;

/// What a page breaks.
#[derive(Debug, Deserialize)]
pub struct Violation {
    /// The rule's name.
    pub id: String,
    /// What is wrong, in the checker's words.
    pub help: String,
    /// The first elements with it.
    pub nodes: Vec<String>,
}

impl std::fmt::Display for Violation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}: {}", self.id, self.help, self.nodes.join(" "))
    }
}

/// What axe-core finds within the element of a selector.
///
/// # Errors
/// When it is not installed, or does not run.
pub async fn axe(page: &Page, within: &str) -> Result<Vec<Violation>> {
    load(page, "axe", "axe-core/axe.min.js").await?;
    // What is still fading in has little contrast.
    page.until::<bool>("stillness", "return isStill()", Value::Null).await?;
    let script = "const [within, done] = arguments;
        axe.run(within, { resultTypes: ['violations'] }).then(
            result => done(result.violations.map(({ id, help, nodes }) =>
                ({ id, help, nodes: nodes.slice(0, 3).map(node => node.html.slice(0, 200)) }))),
            error => done([{ id: 'axe', help: String(error), nodes: [] }]))";
    Ok(serde_json::from_value(page.client.execute_async(script, vec![json!(within)]).await?)?)
}

/// What IBM's checker holds against WCAG 2.2 on the page; what it leaves to people's judgement is no part of it.
///
/// # Errors
/// When it is not installed, does not run, or does not see into the widget.
pub async fn ibm(page: &Page) -> Result<Vec<Violation>> {
    load(page, "ace", "accessibility-checker-engine/ace.js").await?;
    page.until::<bool>("stillness", "return isStill()", Value::Null).await?;
    let script = "const done = arguments[arguments.length - 1];
        new ace.Checker().check(document, ['WCAG_2_2']).then(
            ({ results }) => {
                const failed = results.filter(({ value }) => value.join() === 'VIOLATION,FAIL');
                const hides = [...document.querySelectorAll('*')].some((one) => one.shadowRoot);
                const seen = hides ? results.filter(({ path }) => path.dom.includes('#document-fragment')).length : 1;
                done([seen, failed.map(({ ruleId, message, snippet, path }) =>
                    ({ id: ruleId, help: message, nodes: [snippet.slice(0, 200), path.dom] }))]);
            },
            error => done([1, [{ id: 'ace', help: String(error), nodes: [] }]]))";
    let answer = page.client.execute_async(script, Vec::new()).await?;
    let (seen, violations): (usize, Vec<Violation>) = serde_json::from_value(answer)?;
    ensure!(seen > 0, "IBM's checker says nothing of what is in the shadow root");
    Ok(violations)
}

/// Puts a script of a package into the page, under its name.
///
/// # Errors
/// When it is not installed.
pub async fn load(page: &Page, name: &str, file: &str) -> Result<()> {
    if page.script::<bool>("return window[args] !== undefined", json!(name)).await? {
        return Ok(());
    }
    let script = npm(file)?;
    page.script::<bool>(&format!("{script}\nwindow.{name} = {name}; return true"), Value::Null)
        .await
        .map(drop)
}

/// A file of a package that the tests take from npm.
///
/// # Errors
/// When it is not installed.
pub fn npm(file: &str) -> Result<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("browser/node_modules").join(file);
    std::fs::read_to_string(&path)
        .with_context(|| format!("the browser tests need {}; run `npm ci` in tests/browser", path.display()))
}
