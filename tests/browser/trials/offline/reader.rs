//! A reader whose browser is closed and opened again, and keeps what it has stored.

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Context, Result, bail, ensure};
use fantoccini::{Client, Locator};
use serde_json::{Value, json};

use super::host::Host;
use crate::driver::{Device, Driver};
use crate::engine::Engine;
use crate::lab::faults;
use crate::page::Page;
use crate::server::LISTEN;

/// A profile, and what opens browsers with it.
#[derive(Debug)]
pub struct Reader {
    engine: Engine,
    driver: Driver,
    profile: PathBuf,
}

impl Reader {
    /// A reader who was nowhere yet.
    pub fn new(engine: Engine) -> Result<Self> {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name =
            format!("verbatim-profile-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let profile = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&profile)?;
        Ok(Self { engine, driver: Driver::start(engine)?, profile })
    }

    /// Opens the browser, and closes it however the visit ends.
    pub async fn visits<T>(
        &self,
        host: &mut Host,
        visit: impl AsyncFnOnce(&Page, &mut Host) -> Result<T>,
    ) -> Result<T> {
        let client = self.opens().await?;
        let outcome = self.sees(&client, host, visit).await;
        client.close().await.context("can't close the browser")?;
        outcome
    }

    /// Opens the browser, and has it killed as soon as the visit ends.
    pub async fn visits_until_killed<T>(
        &self,
        host: &mut Host,
        visit: impl AsyncFnOnce(&Page, &mut Host) -> Result<T>,
    ) -> Result<T> {
        let client = self.opens().await?;
        let outcome = self.sees(&client, host, visit).await;
        self.driver.kill_browsers();
        // What a browser that ended has locked is free again.
        for lock in ["SingletonLock", "SingletonSocket", "SingletonCookie", "lock", ".parentlock"] {
            let _ = std::fs::remove_file(self.profile.join(lock));
        }
        outcome
    }

    async fn opens(&self) -> Result<Client> {
        let mut capabilities = self.engine.capabilities(Device::Desktop)?;
        let profile = self.profile.to_str().context("the profile's path is not in Unicode")?;
        let arguments = match self.engine {
            Engine::Chromium => ("goog:chromeOptions", vec![format!("--user-data-dir={profile}")]),
            Engine::Firefox => ("moz:firefoxOptions", vec!["-profile".to_owned(), profile.to_owned()]),
            Engine::WebKit => ("", Vec::new()),
        };
        if let (Some(options), arguments) = (capabilities.get_mut(arguments.0), arguments.1) {
            let Value::Array(all) = &mut options["args"] else { bail!("the browser takes no arguments") };
            all.extend(arguments.into_iter().map(Value::String));
        }
        self.driver.open_as(capabilities).await
    }

    async fn sees<T>(
        &self,
        client: &Client,
        host: &mut Host,
        visit: impl AsyncFnOnce(&Page, &mut Host) -> Result<T>,
    ) -> Result<T> {
        let page = Page { engine: self.engine, client: client.clone(), origin: host.origin() };
        listen(&page).await?;
        let value = visit(&page, host).await?;
        if self.engine == Engine::Chromium {
            let faults = faults(&page).await?;
            ensure!(faults.is_empty(), "in the page went wrong: {faults:#?}");
        }
        Ok(value)
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        // A browser that is still ending may write once more; the folder is in the system's own place.
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}

/// Has the tab note what goes wrong in it, where the browser can be told to.
pub async fn listen(page: &Page) -> Result<()> {
    if page.engine == Engine::Chromium {
        page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": LISTEN })).await?;
    }
    Ok(())
}

/// Waits until the page says whether its quiz can be played offline.
pub async fn until_kept(page: &Page, kept: bool) -> Result<()> {
    let body = "return document.querySelector('footer .kept')?.dataset.kept === String(args)";
    page.until::<bool>("what is kept", body, json!(kept)).await.map(drop)
}

/// Waits until a new version is offered.
pub async fn until_offered(page: &Page) -> Result<()> {
    let body = "const bar = document.querySelector('footer .update');
        return bar !== null && !bar.querySelector('button').hidden && bar.querySelector('[role=status]').textContent !== ''";
    page.until::<bool>("an offer", body, Value::Null).await.map(drop)
}

/// Takes up what is offered.
pub async fn take_up(page: &Page) -> Result<()> {
    Ok(page.client.find(Locator::Css("footer .update button")).await?.click().await?)
}

/// Has the page look for a new release, as it does when a reader comes back to it.
pub async fn look(page: &Page) -> Result<()> {
    page.script::<Value>("dispatchEvent(new Event('online'))", Value::Null).await.map(drop)
}

/// Loads the page anew, as a reader does. WebDriver's own command has Firefox pass by the worker.
pub async fn reload(page: &Page) -> Result<()> {
    page.script::<Value>("window.leaving = true; location.reload()", Value::Null).await?;
    let body = "return !window.leaving && document.readyState === 'complete'";
    // A script ends with its page.
    let _ = page.until::<bool>("the page anew", body, Value::Null).await;
    page.until::<bool>("the page anew", body, Value::Null).await.map(drop)
}

/// What a promise of the page comes to.
pub async fn settled(page: &Page, expression: &str) -> Result<Value> {
    let script = format!(
        "const done = arguments[0]; (async () => {expression})().then(done, (error) => done(String(error)))"
    );
    page.client.execute_async(&script, Vec::new()).await.with_context(|| format!("in {expression}"))
}
