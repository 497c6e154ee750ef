//! Starts chromedriver and opens browsers through it; what is done in them is
//! left to the tests.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

const CHROMEDRIVER: &str = "/usr/bin/chromedriver";
const CHROMIUM: &str = "/usr/bin/chromium";

/// The tests talk to no other host, and a browser in the background shall not either.
const ARGUMENTS: [&str; 11] = [
    "--headless=new",
    "--no-sandbox",
    "--no-first-run",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    "--force-device-scale-factor=1",
    "--window-size=1280,900",
];

/// How long the driver may take to start: far longer than it ever does.
const PATIENCE: Duration = Duration::from_secs(30);

/// What a browser pretends to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Device {
    /// A window of 1280 by 900 pixels, and a mouse.
    Desktop,
    /// A screen of 390 by 844 pixels, and fingers.
    Phone,
}

/// A running chromedriver, which ends with this value.
#[derive(Debug)]
pub struct Driver {
    process: Child,
    address: String,
    /// Where browsers keep what they need while they run, and leave it behind.
    scratch: PathBuf,
}

impl Driver {
    /// Starts chromedriver on a free port.
    pub fn start() -> Result<Self> {
        for program in [CHROMEDRIVER, CHROMIUM] {
            ensure!(
                Path::new(program).exists(),
                "the browser tests need {program}; on Debian: apt-get install chromium chromium-driver"
            );
        }
        // Not within the target folder: sockets are made there, and their paths must be short.
        let scratch = std::env::temp_dir().join(format!("verbatim-browsers-{}", std::process::id()));
        std::fs::create_dir_all(&scratch).with_context(|| format!("can't create {}", scratch.display()))?;
        let mut command = Command::new(CHROMEDRIVER);
        // With a log level of its own it would keep the port to itself.
        command.arg("--port=0").env("TMPDIR", &scratch).stdin(Stdio::null()).stdout(Stdio::piped());
        let process = command.spawn().with_context(|| format!("can't start {CHROMEDRIVER}"))?;
        let mut driver = Self { process, address: String::new(), scratch };
        let output = driver.process.stdout.take().context("chromedriver has no output")?;
        let (send, ports) = mpsc::channel();
        // Read to its end, so that chromedriver never waits for somebody to do so.
        std::thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                port(&line).map(|port| send.send(port));
            }
        });
        let port = ports.recv_timeout(PATIENCE).context("chromedriver does not start")?;
        driver.address = format!("http://127.0.0.1:{port}");
        Ok(driver)
    }

    /// Opens a browser.
    pub async fn open(&self, device: Device) -> Result<Client> {
        let mut options = json!({ "binary": CHROMIUM, "args": ARGUMENTS });
        if device == Device::Phone {
            let metrics =
                json!({ "width": 390, "height": 844, "pixelRatio": 1.0, "touch": true, "mobile": true });
            options["mobileEmulation"] = json!({ "deviceMetrics": metrics });
        }
        let mut capabilities = Capabilities::new();
        capabilities.insert("goog:chromeOptions".to_owned(), options);
        capabilities.insert("timeouts".to_owned(), json!({ "script": 60_000, "pageLoad": 30_000 }));
        capabilities.insert("unhandledPromptBehavior".to_owned(), json!("ignore"));
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let client = builder.capabilities(capabilities).connect(&self.address).await;
        client.context("can't open a browser")
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It has ended already where this fails.
        let _ = self.process.kill();
        let _ = self.process.wait();
        // A browser that is still ending may write once more; what is left then is little.
        let _ = std::fs::remove_dir_all(&self.scratch);
    }
}

/// The port, from the line in which chromedriver says that it started.
fn port(line: &str) -> Option<u16> {
    line.split_once("started successfully on port ")?.1.trim_end_matches('.').parse().ok()
}
