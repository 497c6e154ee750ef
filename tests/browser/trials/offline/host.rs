//! A server that can be stopped, for good or at a certain request, and a copy of the site on it
//! that can be changed: what a reader's browser is left alone with.

use std::collections::BTreeSet;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderValue, header};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use base64::prelude::{BASE64_STANDARD, Engine as _};
use futures_util::future::{Either, select};
use sha2::{Digest, Sha256};
use tokio::sync::Notify;
use tower_http::services::ServeDir;

use crate::lab::Lab;

/// Where the site is on its server.
pub const BASE: &str = "/some/base";

/// How long a request may be waited for: far longer than any takes.
const PATIENCE: Duration = Duration::from_secs(30);

/// A site on a server of its own.
#[derive(Debug)]
pub struct Host {
    address: SocketAddr,
    /// What is served; what is written there is served from then on.
    pub site: PathBuf,
    orders: Arc<Orders>,
    running: Option<JoinHandle<Result<()>>>,
}

/// What a running server is told.
#[derive(Debug, Default)]
struct Orders {
    stop: Notify,
    /// The end of a path at which the server stops, without an answer.
    stop_at: Mutex<Option<String>>,
    /// The ends of paths that are never answered.
    held: Mutex<BTreeSet<String>>,
    asked: Mutex<Vec<String>>,
}

impl Host {
    /// Serves a copy of the site under test.
    pub fn start(lab: &Lab) -> Result<Self> {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("verbatim-site-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let site = std::env::temp_dir().join(name);
        copy(&lab.server.site, &site)?;
        let address = TcpListener::bind("127.0.0.1:0").context("no port to serve on")?.local_addr()?;
        let mut host = Self { address, site, orders: Arc::default(), running: None };
        host.resume()?;
        Ok(host)
    }

    /// The address of the site, without a slash at its end.
    pub fn origin(&self) -> String {
        format!("http://{}{BASE}", self.address)
    }

    /// Serves at the same address as before.
    pub fn resume(&mut self) -> Result<()> {
        ensure!(self.running.is_none(), "the server runs already");
        let listener = TcpListener::bind(self.address).context("the port was taken meanwhile")?;
        listener.set_nonblocking(true)?;
        let orders = Arc::<Orders>::default();
        self.orders = orders.clone();
        let obeyed = orders.clone();
        let obey = move |request: Request, next: Next| answer(obeyed.clone(), request, next);
        let router = Router::new().nest_service(BASE, ServeDir::new(&self.site)).layer(from_fn(obey));
        self.running = Some(std::thread::spawn(move || {
            // With the runtime end the connections that are still open.
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            runtime.block_on(async {
                let listener = tokio::net::TcpListener::from_std(listener)?;
                let serving = std::pin::pin!(async { axum::serve(listener, router).await });
                let stopped = std::pin::pin!(orders.stop.notified());
                match select(serving, stopped).await {
                    Either::Left((ended, _)) => Ok(ended?),
                    Either::Right(_) => Ok(()),
                }
            })
        }));
        Ok(())
    }

    /// Stops: whoever connects is refused.
    pub fn stop(&mut self) -> Result<()> {
        self.orders.stop.notify_one();
        self.until_stopped()
    }

    /// Stops when something is asked for whose path ends like this, and leaves that unanswered.
    pub fn stop_at(&self, path: &str) {
        *lock(&self.orders.stop_at) = Some(path.to_owned());
    }

    /// Waits for the request at which it is to stop.
    pub fn until_stopped(&mut self) -> Result<()> {
        let running = self.running.take().context("the server does not run")?;
        let began = Instant::now();
        while !running.is_finished() {
            ensure!(began.elapsed() < PATIENCE, "nothing stops the server: {:?}", lock(&self.orders.asked));
            std::thread::yield_now();
        }
        running.join().ok().context("the server panicked")?
    }

    /// Leaves unanswered whatever ends like this.
    pub fn hold(&self, path: &str) {
        lock(&self.orders.held).insert(path.to_owned());
    }

    /// How often something was asked for whose path ends like this, since the server last started.
    pub fn asked(&self, path: &str) -> usize {
        lock(&self.orders.asked).iter().filter(|asked| asked.ends_with(path)).count()
    }

    /// Reads a file of the site.
    pub fn read(&self, path: &str) -> Result<String> {
        std::fs::read_to_string(self.site.join(path)).with_context(|| format!("can't read {path}"))
    }

    /// Writes a file of the site.
    pub fn write(&self, path: &str, text: &str) -> Result<()> {
        std::fs::write(self.site.join(path), text).with_context(|| format!("can't write {path}"))
    }

    /// Serves a copy whose page keeps no answers, so that a quiz begins anew at each visit.
    pub fn keeping_nothing(lab: &Lab) -> Result<Self> {
        let host = Self::start(lab)?;
        let page = host.read("index.html")?;
        let (before, after) = page.split_once(" keep=answers").context("the page keeps no answers")?;
        host.release("index.html", &[before, after].concat())?;
        Ok(host)
    }

    /// Makes another release of the site, in which one file holds something else.
    pub fn release(&self, path: &str, text: &str) -> Result<()> {
        self.announce(path, text)?;
        self.write(path, text)
    }

    /// Has the worker list another release, in which one file holds something else; leaves that
    /// file as it is.
    pub fn announce(&self, path: &str, text: &str) -> Result<()> {
        let worker = self.read("sw.js")?;
        let digest = |text: &str| format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(text)));
        let before = digest(&self.read(path)?);
        ensure!(worker.contains(&before), "{path} is not on the worker's list");
        let (line, _) = worker.split_once('\n').context("the worker has no list")?;
        let name = line.split('"').nth(3).context("the release has no name")?;
        let worker =
            worker.replace(&before, &digest(text)).replacen(name, &digest(&(name.to_owned() + text)), 1);
        self.write("sw.js", &worker)
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        // What can't be stopped or removed ends with the process.
        if self.running.is_some() {
            let _ = self.stop();
        }
        let _ = std::fs::remove_dir_all(&self.site);
    }
}

async fn answer(orders: Arc<Orders>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    lock(&orders.asked).push(path.clone());
    let stops = lock(&orders.stop_at).as_ref().is_some_and(|end| path.ends_with(end.as_str()));
    if stops {
        orders.stop.notify_one();
    }
    let held = lock(&orders.held).iter().any(|end| path.ends_with(end.as_str()));
    if stops || held {
        return std::future::pending().await;
    }
    let mut response = next.run(request).await;
    response.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    response
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Without what is compressed, so that a file is changed by writing it.
fn copy(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from).with_context(|| format!("can't list {}", from.display()))? {
        let entry = entry?;
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if entry.file_type()?.is_dir() {
            copy(&source, &target)?;
        } else if !source.extension().is_some_and(|kind| kind == "br" || kind == "gz") {
            std::fs::copy(&source, &target)?;
        }
    }
    Ok(())
}
