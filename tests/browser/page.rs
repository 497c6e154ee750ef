//! A page in a browser: scripts run in it, conditions awaited, and what WebDriver has
//! no command for told to its driver.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use fantoccini::Client;
use fantoccini::wd::WebDriverCompatibleCommand;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::engine::Engine;

/// How long a condition may take to come true, in milliseconds: far longer than it ever does.
const PATIENCE: u32 = 15_000;

/// What scripts find the widget's parts with.
const FIND: &str = include_str!("find.js");

/// A page of the site under test.
#[derive(Debug)]
pub struct Page {
    /// What it is shown by.
    pub engine: Engine,
    /// The WebDriver session.
    pub client: Client,
    /// Where the site is served: `http://127.0.0.1:PORT`.
    pub origin: String,
}

impl Page {
    /// Opens an address within the site.
    pub async fn open(&self, path: &str) -> Result<()> {
        let address = format!("{}/{path}", self.origin);
        self.client.goto(&address).await.with_context(|| format!("can't open {address}"))
    }

    /// Opens an address within the site as somebody who was never there: what the site's pages
    /// have kept is gone.
    pub async fn open_anew(&self, path: &str) -> Result<()> {
        // From beside the page: what is still saving there would bring it back.
        self.open("verbatim.css").await?;
        let forget = "const done = arguments[0];
            const request = indexedDB.deleteDatabase('verbatim');
            request.onsuccess = request.onerror = () => done(null);";
        self.client.execute_async(forget, Vec::new()).await.context("can't forget what is kept")?;
        self.open(path).await
    }

    /// Runs the body of a function of `args`, and gives back what it returns. It finds the
    /// widget's parts by what `find.js` has.
    pub async fn script<T: DeserializeOwned>(&self, body: &str, args: Value) -> Result<T> {
        let script = format!("const args = arguments[0];\n{FIND}\n{body}");
        let value = self.client.execute(&script, vec![args]).await;
        let value = value.with_context(|| {
            format!("in the script {}", body.trim().chars().take(120).collect::<String>())
        })?;
        let told = || format!("a script gave {}", value.to_string().chars().take(300).collect::<String>());
        serde_json::from_value(value.clone()).with_context(told)
    }

    /// Runs a function's body until it returns something true, once a frame, and gives that back.
    pub async fn until<T: DeserializeOwned>(&self, what: &str, body: &str, args: Value) -> Result<T> {
        let script = format!(
            "const [args, patience, done] = arguments;
            const holds = () => {{ {FIND}\n{body} }};
            let fault = null;
            const look = () => {{
                let value;
                try {{ value = holds(); }} catch (error) {{ fault = String(error); }}
                if (value) {{ clearTimeout(timer); done({{ value }}); }} else {{ frame = requestAnimationFrame(look); }}
            }};
            let frame;
            const timer = setTimeout(() => {{ cancelAnimationFrame(frame); done({{ fault }}); }}, patience);
            look();"
        );
        let answer = self.client.execute_async(&script, vec![args.clone(), json!(PATIENCE)]).await;
        let mut answer = answer.with_context(|| format!("while waiting for {what}"))?;
        match answer.get_mut("value") {
            Some(value) => Ok(serde_json::from_value(value.take())?),
            None => bail!("waited in vain for {what} {args}: {}{}", answer["fault"], self.outline().await),
        }
    }

    /// Waits for an element of the widget.
    pub async fn until_there(&self, selector: &str) -> Result<()> {
        let body = "return find(args) !== null";
        self.until::<bool>("an element", body, json!(selector)).await.map(drop)
    }

    /// Whether the widget has such an element.
    pub async fn has(&self, selector: &str) -> Result<bool> {
        self.script("return find(args) !== null", json!(selector)).await
    }

    /// Sends a command of the Chrome DevTools Protocol, which only Chromium takes.
    pub async fn cdp(&self, command: &'static str, params: Value) -> Result<Value> {
        let body = json!({ "cmd": command, "params": params });
        let answer = self.client.issue_cmd(Command::post("goog/cdp/execute", body)).await;
        answer.with_context(|| format!("in {command}"))
    }

    /// Waits until everything is painted as it will stay, and writes a picture: of the whole
    /// page, or of what is to be seen of it where the browser draws no more.
    pub async fn picture(&self, path: &Path) -> Result<()> {
        let [width, height]: [f64; 2] = self.script(WHOLE, Value::Null).await?;
        let data = match self.engine {
            Engine::Chromium => {
                let clip = json!({ "x": 0, "y": 0, "width": width, "height": height, "scale": 1 });
                let params = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
                self.cdp("Page.captureScreenshot", params).await?["data"].take()
            }
            Engine::Firefox if height < TALLEST => {
                self.client.issue_cmd(Command::get("moz/screenshot/full")).await?
            }
            Engine::Firefox | Engine::WebKit => self.client.issue_cmd(Command::get("screenshot")).await?,
        };
        let data = data.as_str().context("no picture")?;
        let bytes = BASE64_STANDARD.decode(data).context("the picture is not in Base64")?;
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(path, bytes).with_context(|| format!("can't write {}", path.display()))
    }

    /// What the page shows, for messages of failed tests.
    pub async fn outline(&self) -> String {
        let body = "const root = find('[data-screen]');
            return `\\nscreen ${root?.dataset.screen}, focus on ${focused()?.outerHTML.slice(0, 160)}, text:\\n`
                + (root ?? document.body)?.innerText.slice(0, 1500)";
        let outline = self.script::<String>(body, Value::Null);
        match tokio::time::timeout(Duration::from_secs(5), outline).await {
            Ok(Ok(outline)) => outline,
            _ => String::new(),
        }
    }
}

/// The height in pixels of what Firefox draws at once.
const TALLEST: f64 = 65_535.0;

/// The size of the whole page.
const WHOLE: &str = "const root = document.documentElement; return [root.clientWidth, root.scrollHeight]";

/// A command that a driver has besides those of WebDriver.
#[derive(Debug)]
pub struct Command {
    name: &'static str,
    body: Option<Value>,
}

impl Command {
    /// One that asks.
    pub fn get(name: &'static str) -> Self {
        Self { name, body: None }
    }

    /// One that tells.
    pub fn post(name: &'static str, body: Value) -> Self {
        Self { name, body: Some(body) }
    }
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.name))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        match &self.body {
            Some(body) => (http::Method::POST, Some(body.to_string())),
            None => (http::Method::GET, None),
        }
    }
}
