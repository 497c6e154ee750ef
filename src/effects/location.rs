//! What the page's address asks for.

use verbatim_core::session::Mode;
use web_sys::{Url, UrlSearchParams, Window};

use crate::state::Request;

/// The story that is played where the address names none.
const STORY: &str = "questions/air-force-one.json";

/// Reads the address.
pub fn request(window: &Window) -> Request {
    let query = window.location().search().unwrap_or_default();
    let Ok(params) = UrlSearchParams::new_with_str(&query) else { return Request::default() };
    let story = params.get("story").unwrap_or_else(|| STORY.to_owned());
    Request {
        story: absolute(window, &story),
        quiz: params.get("quiz"),
        mode: if params.get("mode").as_deref() == Some("test") { Mode::Test } else { Mode::Practice },
        seed: params.get("seed").and_then(|seed| seed.parse().ok()),
    }
}

/// The address of a story as the page sees it, if it is one of http or https.
fn absolute(window: &Window, address: &str) -> Option<String> {
    let base = window.document()?.base_uri().ok()??;
    let url = Url::new_with_base(address, &base).ok()?;
    matches!(url.protocol().as_str(), "http:" | "https:").then(|| url.href())
}
