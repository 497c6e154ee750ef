//! Starts a WebDriver server, and opens a browser through it; what is done in it is
//! left to the tests.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;

use crate::display::Display;
use crate::engine::Engine;

/// How long a server may take to start: far longer than it ever does.
const PATIENCE: Duration = Duration::from_secs(30);

/// How often a port may be somebody else's by the time the server wants it.
const PORTS: usize = 5;

/// What a browser pretends to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Device {
    /// A window of 1280 by 900 pixels, and a mouse.
    Desktop,
    /// A screen of 390 by 844 pixels, and fingers.
    Phone,
}

/// A running WebDriver server, which ends with this value.
///
/// Only chromedriver opens several browsers at a time.
#[derive(Debug)]
pub struct Driver {
    engine: Engine,
    address: String,
    // These end in this order: nothing draws on a display that is gone.
    process: Process,
    _display: Option<Display>,
    _scratch: Scratch,
}

impl Driver {
    /// Starts an engine's server on a free port.
    ///
    /// # Errors
    /// When it is not there or does not start.
    pub fn start(engine: Engine) -> Result<Self> {
        let program = engine.driver()?;
        let scratch = Scratch::new()?;
        let display = match engine {
            Engine::WebKit => Some(Display::open()?),
            Engine::Chromium | Engine::Firefox => None,
        };
        for _ in 0..PORTS {
            let port = free_port()?;
            let mut command = Command::new(&program);
            command.arg(format!("--port={port}")).env("TMPDIR", &scratch.folder);
            if let Engine::Firefox = engine {
                // What a reader prefers is told to the browser itself, not to the page.
                command.args(["--allow-system-access", "--log=error"]);
            }
            if let Some(display) = &display {
                display.show_on(&mut command);
                command.env("HOME", &scratch.folder).env("XDG_RUNTIME_DIR", &scratch.folder);
            }
            command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
            let child = command.spawn().with_context(|| format!("can't start {}", program.display()))?;
            let mut process = Process(child);
            if process.listens(port)? {
                let address = format!("http://127.0.0.1:{port}");
                let (_display, _scratch) = (display, scratch);
                return Ok(Self { engine, address, process, _display, _scratch });
            }
        }
        bail!("{} does not start", program.display())
    }

    /// Opens a browser.
    ///
    /// # Errors
    /// When it does not open.
    pub async fn open(&self, device: Device) -> Result<Client> {
        self.open_as(self.engine.capabilities(device)?).await
    }

    /// Ends every browser that it opened, in the middle of whatever that does.
    pub fn kill_browsers(&self) {
        kill(&descendants(self.process.0.id()));
    }

    /// Opens a browser with what else is asked of it.
    ///
    /// # Errors
    /// When it does not open.
    pub async fn open_as(&self, capabilities: Capabilities) -> Result<Client> {
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let client = builder.capabilities(capabilities).connect(&self.address).await;
        let client = client.with_context(|| format!("can't open {}", self.engine.name()))?;
        if let Engine::WebKit = self.engine {
            client.set_window_rect(0, 0, 1280, 900).await?;
        }
        Ok(client)
    }
}

/// A program that ends with this value, and with it whatever it started.
#[derive(Debug)]
pub struct Process(pub Child);

impl Process {
    /// Waits until it takes connections; false if it ended instead.
    fn listens(&mut self, port: u16) -> Result<bool> {
        let began = Instant::now();
        while began.elapsed() < PATIENCE {
            if self.0.try_wait()?.is_some() {
                return Ok(false);
            }
            if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
                return Ok(true);
            }
            std::thread::yield_now();
        }
        bail!("a WebDriver server does not listen at the port {port}")
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // A server that is ended leaves its browser behind.
        let started = descendants(self.0.id());
        // They have ended already where this fails.
        let _ = self.0.kill();
        kill(&started);
        let _ = self.0.wait();
    }
}

/// Ends processes without a word, as a failing machine does.
fn kill(processes: &[u32]) {
    if !processes.is_empty() {
        let processes = processes.iter().map(u32::to_string);
        let _ = Command::new("kill").arg("-KILL").args(processes).stderr(Stdio::null()).status();
    }
}

/// The processes that a process started, as far as they have not ended, and theirs.
fn descendants(process: u32) -> Vec<u32> {
    let children = std::fs::read_to_string(format!("/proc/{process}/task/{process}/children"));
    let children: Vec<u32> =
        children.unwrap_or_default().split_whitespace().filter_map(|child| child.parse().ok()).collect();
    let further: Vec<u32> = children.iter().flat_map(|child| descendants(*child)).collect();
    [children, further].concat()
}

/// Where a browser keeps what it needs while it runs, and leaves it behind.
#[derive(Debug)]
struct Scratch {
    folder: PathBuf,
}

impl Scratch {
    fn new() -> Result<Self> {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let folder = all_scratch().join(COUNT.fetch_add(1, Ordering::Relaxed).to_string());
        std::fs::create_dir_all(&folder).with_context(|| format!("can't create {}", folder.display()))?;
        Ok(Self { folder })
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // A browser that is still ending may write once more.
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// Removes what browsers that have ended wrote last.
pub fn tidy_up() {
    let _ = std::fs::remove_dir_all(all_scratch());
}

fn all_scratch() -> PathBuf {
    // Not within the target folder: sockets are made there, and their paths must be short.
    std::env::temp_dir().join(format!("verbatim-browsers-{}", std::process::id()))
}

fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("there is no free port")?;
    Ok(listener.local_addr()?.port())
}
