//! Serves the built site, and beside it addresses that behave badly.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result, ensure};
use axum::Router;
use axum::extract::{Path as Part, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tower_http::services::ServeDir;

/// What an address answers.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status, the second time too.
    pub status: u16,
    /// The media type.
    pub media_type: &'static str,
    /// What is sent.
    pub body: Vec<u8>,
}

impl Answer {
    /// A story, or what pretends to be one.
    pub fn json(body: impl Into<Vec<u8>>) -> Self {
        Self { status: 200, media_type: "application/json", body: body.into() }
    }
}

/// A site that is served for as long as the tests run.
#[derive(Clone, Debug)]
pub struct Server {
    /// Where it is: `http://127.0.0.1:PORT`.
    pub origin: String,
    /// The folder that is served.
    pub site: PathBuf,
    made: Made,
}

/// What was made for a test, by its name: its answers in turn, the last one for ever.
type Made = Arc<Mutex<HashMap<String, Vec<Answer>>>>;

impl Server {
    /// Serves the built site on a free port.
    pub fn start() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let site = std::env::var_os("VERBATIM_DIST").map_or_else(|| root.join("dist"), PathBuf::from);
        ensure!(
            site.join("index.html").is_file(),
            "the browser tests need the built site, and there is none in {}; run `cargo xtask test`, \
             or `cargo xtask dist` first",
            site.display()
        );
        let made = Made::default();
        let router = Router::new()
            .route("/made/{name}", get(answer))
            .with_state(made.clone())
            .fallback_service(ServeDir::new(&site).precompressed_br());
        let listener = std::net::TcpListener::bind("127.0.0.1:0").context("no port to serve on")?;
        listener.set_nonblocking(true)?;
        let origin = format!("http://{}", listener.local_addr()?);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        std::thread::spawn(move || {
            runtime.block_on(async {
                let listener = tokio::net::TcpListener::from_std(listener)?;
                axum::serve(listener, router).await
            })
        });
        Ok(Self { origin, site, made })
    }

    /// Serves answers under a name, one request after another; gives back the address within the site.
    pub fn make(&self, name: &str, answers: impl IntoIterator<Item = Answer>) -> String {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        let mut answers: Vec<Answer> = answers.into_iter().collect();
        answers.reverse();
        made.insert(name.to_owned(), answers);
        format!("made/{name}")
    }
}

async fn answer(State(made): State<Made>, Part(name): Part<String>) -> Response {
    let mut made = made.lock().unwrap_or_else(PoisonError::into_inner);
    let answers = made.get_mut(&name);
    let next = answers.and_then(|left| if left.len() > 1 { left.pop() } else { left.last().cloned() });
    match next {
        Some(Answer { status, media_type, body }) => {
            let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            (status, [(header::CONTENT_TYPE, media_type)], body).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
