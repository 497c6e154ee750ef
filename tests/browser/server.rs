//! Serves the built site, the projects that use its npm package, and addresses that behave badly.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result, ensure};
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Path as Part, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use futures_util::stream::{self, StreamExt};
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

/// What a page runs before anything else, so that tests learn what happens in it.
pub const LISTEN: &str = include_str!("listen.js");

/// A site that is served for as long as the tests run.
#[derive(Clone, Debug)]
pub struct Server {
    /// Where it is: `http://127.0.0.1:PORT`.
    pub origin: String,
    /// Where its pages begin with [`LISTEN`].
    pub listening_origin: String,
    /// The folder that is served.
    pub site: PathBuf,
    made: Made,
}

/// What was made for a test, by its number and name: its answers in turn, the last one for ever.
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
        let built = || root.join("target/xtask/consumers");
        let consumers = std::env::var_os("VERBATIM_CONSUMERS").map_or_else(built, PathBuf::from);
        let made = Made::default();
        let files = || ServeDir::new(&site).precompressed_br();
        let router = Router::new()
            .route("/made/{count}/{name}", get(answer))
            .with_state(made.clone())
            .route("/refused/verbatim-widget_bg.wasm", get(|| async { StatusCode::NOT_FOUND }))
            .route("/half/{story}", get(half))
            .route("/moved/{story}", get(|| async { Redirect::to("/index.html") }))
            .route("/endless/{filling}", get(endless))
            .nest_service("/consumers", ServeDir::new(consumers))
            .nest_service("/refused", files())
            .nest_service("/codeless", Router::new().fallback_service(files()).layer(from_fn(without_code)))
            .fallback_service(files())
            .layer(from_fn(share));
        let origin = serve(router.clone())?;
        let listening_origin = serve(router.layer(from_fn(listen)))?;
        Ok(Self { origin, listening_origin, site, made })
    }

    /// Serves answers under a name, one request after another; gives back the address within the site.
    pub fn make(&self, name: &str, answers: impl IntoIterator<Item = Answer>) -> String {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        let mut answers: Vec<Answer> = answers.into_iter().collect();
        answers.reverse();
        // The same trial may run in another browser at the same time.
        let address = format!("{}/{name}", made.len());
        made.insert(address.clone(), answers);
        format!("made/{address}")
    }
}

/// Serves on a free port, and gives back the origin.
fn serve(router: Router) -> Result<String> {
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
    Ok(origin)
}

/// Lets pages of other origins read everything, as a site does that others embed from.
async fn share(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    response.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    response
}

/// The site as it is before its wasm is there, which never comes.
async fn without_code(request: Request, next: Next) -> Response {
    if request.uri().path().ends_with(".wasm") {
        return std::future::pending().await;
    }
    // A page is not loaded as long as something is that it asks for early.
    rewritten(request, next, |page| page.replace("preload", "later")).await
}

/// Has pages begin with [`LISTEN`].
async fn listen(request: Request, next: Next) -> Response {
    let begin = |mut page: String| {
        // The head's own tag is often left out.
        let start = page.find("<html").and_then(|at| Some(at + page[at..].find('>')? + 1));
        page.insert_str(start.unwrap_or_default(), &format!("<script>{LISTEN}</script>"));
        page
    };
    rewritten(request, next, begin).await
}

/// Changes pages on their way, and nothing else.
async fn rewritten(mut request: Request, next: Next, change: impl FnOnce(String) -> String) -> Response {
    let path = request.uri().path();
    if !(path.ends_with('/') || path.ends_with(".html")) {
        return next.run(request).await;
    }
    // What is compressed can't be changed, nor what the browser has already.
    request.headers_mut().remove(header::ACCEPT_ENCODING);
    request.headers_mut().remove(header::IF_MODIFIED_SINCE);
    let (mut head, body) = next.run(request).await.into_parts();
    let Ok(page) = axum::body::to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let page = change(String::from_utf8_lossy(&page).into_owned());
    head.headers.remove(header::CONTENT_LENGTH);
    // The page's own word for it may now come too late.
    head.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    Response::from_parts(head, page.into())
}

async fn answer(State(made): State<Made>, Part((count, name)): Part<(String, String)>) -> Response {
    let mut made = made.lock().unwrap_or_else(PoisonError::into_inner);
    let answers = made.get_mut(&format!("{count}/{name}"));
    let next = answers.and_then(|left| if left.len() > 1 { left.pop() } else { left.last().cloned() });
    match next {
        Some(Answer { status, media_type, body }) => {
            let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            (status, [(header::CONTENT_TYPE, media_type)], body).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// The beginning of a file of JSON, after which the connection breaks.
async fn half() -> Response {
    let parts = [Ok(Bytes::from_static(b"{ \"format\": 1, ")), Err(std::io::Error::other("broken"))];
    // What is there is sent first.
    let parts = stream::iter(parts).then(|part| async {
        tokio::task::yield_now().await;
        part
    });
    ([(header::CONTENT_TYPE, "application/json")], Body::from_stream(parts)).into_response()
}

/// As much JSON as nobody wants: spaces, or numbers in a list.
async fn endless(Part(filling): Part<String>) -> Response {
    const PART: usize = 1 << 16;
    const ALL: usize = 200 << 20;
    let filling = if filling == "spaces" { " " } else { "1," };
    let part = Bytes::from(filling.repeat(PART / filling.len()));
    let parts = std::iter::once(Bytes::from_static(b"[")).chain(std::iter::repeat_n(part, ALL / PART));
    let parts = parts.map(Ok::<Bytes, std::convert::Infallible>);
    ([(header::CONTENT_TYPE, "application/json")], Body::from_stream(stream::iter(parts))).into_response()
}
