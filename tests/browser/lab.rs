//! What every trial needs: the site, a browser that is closed however the trial
//! ends, and a record of what the page did meanwhile.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use libtest_mimic::Failed;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::driver::{self, Device, Driver};
use crate::emulate;
use crate::engine::{Ability, Engine};
use crate::page::Page;
use crate::server::{LISTEN, Server};

/// What trials share.
#[derive(Debug)]
pub struct Lab {
    /// The site under test.
    pub server: Server,
}

/// A trial and its name.
#[derive(Clone)]
pub struct Trial {
    /// Its name, in parts from the general to the special.
    name: String,
    needs: Vec<Ability>,
    run: Run,
}

type Run = Arc<dyn Fn(&Lab, Engine) -> Result<()> + Send + Sync>;

impl Trial {
    /// A trial that runs in a browser of its own. Afterwards nothing in the page may have gone wrong.
    pub fn new<F>(name: impl Into<String>, device: Device, run: F) -> Self
    where
        F: AsyncFn(&Lab, &Page) -> Result<()> + Send + Sync + 'static,
    {
        let run = move |lab: &Lab, engine: Engine| {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            runtime.block_on(lab.in_browser(engine, device, &run))
        };
        let needs = match device {
            Device::Desktop => Vec::new(),
            Device::Phone => vec![Ability::Touch],
        };
        Self { name: name.into(), needs, run: Arc::new(run) }
    }

    /// A trial that opens its browsers itself.
    pub fn with_own_browsers<F>(name: impl Into<String>, run: F) -> Self
    where
        F: AsyncFn(&Lab, Engine) -> Result<()> + Send + Sync + 'static,
    {
        let run = move |lab: &Lab, engine: Engine| {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            runtime.block_on(run(lab, engine))
        };
        Self { name: name.into(), needs: Vec::new(), run: Arc::new(run) }
    }

    /// The same trial, for browsers that can do something.
    pub fn needing(mut self, ability: Ability) -> Self {
        self.needs.push(ability);
        self
    }

    /// Its name in an engine.
    pub fn name(&self, engine: Engine) -> String {
        format!("{}: {}", engine.name(), self.name)
    }

    /// What it needs and an engine can't do.
    pub fn lacks(&self, engine: Engine) -> Option<Ability> {
        self.needs.iter().copied().find(|ability| engine.lacks(*ability).is_some())
    }

    /// The trial as the test harness takes it. Without a lab it is only listed.
    pub fn prepare(&self, engine: Engine, lab: Option<Arc<Lab>>) -> libtest_mimic::Trial {
        let run = self.run.clone();
        let trial = libtest_mimic::Trial::test(self.name(engine), move || {
            let lab = lab.context("there is no lab")?;
            let message = |error: anyhow::Error| {
                error.chain().map(ToString::to_string).collect::<Vec<_>>().join("\n  ")
            };
            run(&lab, engine).map_err(|error| Failed::from(message(error)))
        });
        trial.with_ignored_flag(self.lacks(engine).is_some())
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

impl Lab {
    /// Starts the server, once it is sure that engines can be driven.
    pub fn open(engines: &[Engine]) -> Result<Self> {
        for engine in engines {
            engine.driver()?;
        }
        Ok(Self { server: Server::start()? })
    }

    /// Where pictures go that an engine draws.
    pub fn pictures(&self, engine: Engine) -> PathBuf {
        let own = || PathBuf::from(env!("CARGO_TARGET_TMPDIR")).with_file_name("shots");
        std::env::var_os("VERBATIM_SHOTS").map_or_else(own, PathBuf::from).join(engine.name())
    }

    /// The story that the site has.
    pub fn story(&self) -> Result<Vec<u8>> {
        let path = self.server.site.join("questions/air-force-one.json");
        std::fs::read(&path).with_context(|| format!("can't read {}", path.display()))
    }

    async fn in_browser<F>(&self, engine: Engine, device: Device, run: &F) -> Result<()>
    where
        F: AsyncFn(&Lab, &Page) -> Result<()>,
    {
        let driver = Driver::start(engine)?;
        let client = driver.open(device).await?;
        // Chromium listens by itself, and so plays the very pages that are deployed.
        let origin = match engine {
            Engine::Chromium => &self.server.origin,
            Engine::Firefox | Engine::WebKit => &self.server.listening_origin,
        };
        let page = Page { engine, client: client.clone(), origin: origin.clone() };
        let outcome = async {
            if engine == Engine::Chromium {
                page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": LISTEN })).await?;
            }
            emulate::device(&page, device).await?;
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

impl Drop for Lab {
    fn drop(&mut self) {
        driver::tidy_up();
    }
}

/// What the page told its host since it was opened.
pub async fn told(page: &Page) -> Result<Vec<Told>> {
    page.script("return window.told", Value::Null).await
}

/// Errors and broken promises since the page was opened.
pub async fn faults(page: &Page) -> Result<Vec<String>> {
    page.script("return window.faults", Value::Null).await
}
