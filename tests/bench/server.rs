//! Serves one folder and a few stories, each to a browser that keeps nothing.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use anyhow::{Context, Result};
use axum::Router;
use axum::extract::{Path as Part, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::map_response;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use futures_util::future::{Either, select};
use tokio::sync::Notify;
use tower_http::services::ServeDir;

/// An empty page of the same origin, on which a browser comes to rest before anything is timed.
pub const WARM: &str = "bench/warm";

/// How long a story of `bench/late/` is held back: longer than the widget takes to start, so
/// that it is waiting when the bytes arrive and its start is no part of what opening costs.
const LATE: Duration = Duration::from_millis(1_500);

/// Stories by name.
type Stories = Arc<HashMap<String, Vec<u8>>>;

/// What is served, to the end of the program or until it is stopped.
pub struct Served {
    /// Its origin.
    pub origin: String,
    orders: Arc<Notify>,
    running: JoinHandle<Result<()>>,
}

impl Served {
    /// Stops: whoever connects is refused.
    ///
    /// # Errors
    /// When it had failed before.
    pub fn stop(self) -> Result<()> {
        self.orders.notify_one();
        self.running.join().ok().context("the server panicked")?
    }
}

/// Serves a folder, and stories below `bench/now/` and `bench/late/`.
///
/// # Errors
/// When there is no port to be had.
pub fn serve(folder: &Path, stories: HashMap<String, Vec<u8>>) -> Result<Served> {
    let router = Router::new()
        .route("/bench/now/{name}", get(now))
        .route("/bench/late/{name}", get(late))
        .with_state(Arc::new(stories))
        .route("/bench/warm", get(|| async { Html("<!doctype html><link rel=icon href=data:,><p>Warm") }))
        .fallback_service(ServeDir::new(folder).precompressed_br())
        .layer(map_response(unstored));
    let listener = std::net::TcpListener::bind("127.0.0.1:0").context("no port to serve on")?;
    listener.set_nonblocking(true)?;
    let origin = format!("http://{}", listener.local_addr()?);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let orders = Arc::<Notify>::default();
    let stop = orders.clone();
    let running = std::thread::spawn(move || {
        // With the runtime end the connections that are still open.
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            let serving = std::pin::pin!(async { axum::serve(listener, router).await });
            match select(serving, std::pin::pin!(stop.notified())).await {
                Either::Left((ended, _)) => Ok(ended?),
                Either::Right(_) => Ok(()),
            }
        })
    });
    Ok(Served { origin, orders, running })
}

async fn now(State(stories): State<Stories>, Part(name): Part<String>) -> Response {
    match stories.get(&name) {
        Some(story) => ([(header::CONTENT_TYPE, "application/json")], story.clone()).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

async fn late(stories: State<Stories>, name: Part<String>) -> Response {
    tokio::time::sleep(LATE).await;
    now(stories, name).await
}

async fn unstored<B>(mut response: axum::http::Response<B>) -> axum::http::Response<B> {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
