//! Serves one folder and a few stories, each to a browser that keeps nothing.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use axum::Router;
use axum::extract::{Path as Part, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::map_response;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use tower_http::services::ServeDir;

/// An empty page of the same origin, on which a browser comes to rest before anything is timed.
pub const WARM: &str = "bench/warm";

/// How long a story of `bench/late/` is held back: longer than the widget takes to start, so
/// that it is waiting when the bytes arrive and its start is no part of what opening costs.
const LATE: Duration = Duration::from_millis(1_500);

/// Stories by name.
type Stories = Arc<HashMap<String, Vec<u8>>>;

/// Serves a folder, and stories below `bench/now/` and `bench/late/`; gives back the origin.
///
/// # Errors
/// When there is no port to be had.
pub fn serve(folder: &Path, stories: HashMap<String, Vec<u8>>) -> Result<String> {
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
    std::thread::spawn(move || {
        runtime.block_on(async { axum::serve(tokio::net::TcpListener::from_std(listener)?, router).await })
    });
    Ok(origin)
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
