//! What every trial needs: the site, a browser that is closed however the trial
//! ends, and a record of what the page did meanwhile.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use libtest_mimic::Failed;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::driver::{Device, Driver};
use crate::page::Page;
use crate::server::Server;

/// The site and the driver.
#[derive(Debug)]
pub struct Lab {
    driver: Driver,
    /// The site under test.
    pub server: Server,
}

/// A trial and its name.
pub struct Trial {
    /// Its name, in parts from the general to the special.
    pub name: String,
    run: Run,
}

type Run = Box<dyn FnOnce(&Lab) -> Result<()> + Send>;

impl Trial {
    /// A trial that runs in a browser of its own. Afterwards nothing in the page may have gone wrong.
    pub fn new<F>(name: impl Into<String>, device: Device, run: F) -> Self
    where
        F: AsyncFnOnce(&Lab, &Page) -> Result<()> + Send + 'static,
    {
        let run = move |lab: &Lab| {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            runtime.block_on(lab.in_browser(device, run))
        };
        Self { name: name.into(), run: Box::new(run) }
    }

    /// The trial as the test harness takes it. Without a lab it is only listed.
    pub fn prepare(self, lab: Option<Arc<Lab>>) -> libtest_mimic::Trial {
        let run = self.run;
        libtest_mimic::Trial::test(self.name, move || {
            let lab = lab.context("there is no lab")?;
            let message = |error: anyhow::Error| {
                error.chain().map(ToString::to_string).collect::<Vec<_>>().join("\n  ")
            };
            run(&lab).map_err(|error| Failed::from(message(error)))
        })
    }
}

/// Something that the page told its host.
#[derive(Clone, Debug, Deserialize)]
pub struct Told {
    /// The event's name.
    pub name: String,
    /// What it carries.
    pub detail: Value,
}

/// Runs before anything else in every page.
const LISTEN: &str = "
    window.told = []; window.faults = [];
    for (const name of ['quiz-ready', 'quiz-answer', 'quiz-complete', 'quiz-error']) {
        addEventListener(name, event => told.push({ name, detail: event.detail }));
    }
    addEventListener('error', event => faults.push(String(event.message ?? event.target?.outerHTML)), true);
    addEventListener('unhandledrejection', event => faults.push(String(event.reason)));
    const error = console.error;
    console.error = (...all) => { faults.push(all.join(' ')); error(...all); };";

impl Lab {
    /// Starts the server and the driver.
    pub fn open() -> Result<Self> {
        let server = Server::start()?;
        Ok(Self { driver: Driver::start()?, server })
    }

    /// Where pictures go.
    pub fn pictures(&self) -> PathBuf {
        let own = || PathBuf::from(env!("CARGO_TARGET_TMPDIR")).with_file_name("shots");
        std::env::var_os("VERBATIM_SHOTS").map_or_else(own, PathBuf::from)
    }

    /// The story that the site has.
    pub fn story(&self) -> Result<Vec<u8>> {
        let path = self.server.site.join("questions/air-force-one.json");
        std::fs::read(&path).with_context(|| format!("can't read {}", path.display()))
    }

    async fn in_browser<F>(&self, device: Device, run: F) -> Result<()>
    where
        F: AsyncFnOnce(&Lab, &Page) -> Result<()>,
    {
        let client = self.driver.open(device).await?;
        let page = Page { client: client.clone(), origin: self.server.origin.clone() };
        let outcome = async {
            page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": LISTEN })).await?;
            run(self, &page).await?;
            let faults = faults(&page).await?;
            ensure!(faults.is_empty(), "in the page went wrong: {faults:#?}");
            anyhow::Ok(())
        };
        let mut outcome: Result<()> = outcome.await;
        if outcome.is_err() {
            let faults = faults(&page).await.unwrap_or_default();
            outcome = outcome.with_context(|| format!("in the page went wrong: {faults:?}"));
        }
        client.close().await.context("can't close the browser")?;
        outcome
    }
}

/// What the page told its host since it was opened.
pub async fn told(page: &Page) -> Result<Vec<Told>> {
    page.script("return told", Value::Null).await
}

/// Errors and broken promises since the page was opened.
pub async fn faults(page: &Page) -> Result<Vec<String>> {
    page.script("return window.faults ?? []", Value::Null).await
}
