//! Loading the story: bytes from an address, checked, or why not.

use std::rc::Rc;

use js_sys::{ArrayBuffer, Uint8Array};
use verbatim_core::check::{self, Checked};
use verbatim_core::json::MAX_BYTES;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Response;
use yew::html::Scope;

use crate::app::App;
use crate::messages as say;
use crate::state::{Failure, Msg};

/// Loads the story at an address, and says when it is there or not.
pub fn load_story(address: Option<String>, link: Scope<App>) {
    spawn_local(async move {
        let outcome = match address {
            Some(address) => load(&address).await,
            None => {
                let message = say::WRONG_SCHEME.to_owned();
                Err(Failure::new("story-address", message, say::CHECK_THE_ADDRESS, false))
            }
        };
        link.send_message(Msg::Loaded(Rc::new(outcome)));
    });
}

async fn load(address: &str) -> Result<Checked, Failure> {
    let Some(window) = web_sys::window() else { return Err(unreachable()) };
    // The same request as the page's preload makes: no options, so that it is answered by that.
    let response = JsFuture::from(window.fetch_with_str(address)).await.map_err(|_| unreachable())?;
    let response: Response = response.dyn_into().map_err(|_| unreachable())?;
    if !response.ok() {
        let message = say::status(response.status(), address);
        return Err(Failure::new("story-status", message, say::CHECK_THE_ADDRESS, true));
    }
    let header = |name| response.headers().get(name).ok().flatten().unwrap_or_default();
    if header("content-length").parse().is_ok_and(|length: usize| length > MAX_BYTES) {
        return Err(too_large());
    }
    let is_page = header("content-type").starts_with("text/html");
    let buffer = response.array_buffer().map_err(|_| unreachable())?;
    let buffer = JsFuture::from(buffer).await.map_err(|_| unreachable())?;
    let bytes = Uint8Array::new(buffer.unchecked_ref::<ArrayBuffer>());
    if bytes.length() as usize > MAX_BYTES {
        return Err(too_large());
    }
    let bytes = bytes.to_vec();
    if is_page || bytes.trim_ascii_start().first() == Some(&b'<') {
        let message = say::NOT_A_STORY.to_owned();
        return Err(Failure::new("story-not-json", message, say::CHECK_THE_ADDRESS, true));
    }
    Ok(check::load(&bytes))
}

fn unreachable() -> Failure {
    Failure::new("story-unreachable", say::UNREACHABLE.to_owned(), say::CHECK_THE_NETWORK, true)
}

fn too_large() -> Failure {
    Failure::new("too-large", say::TOO_LARGE.to_owned(), say::SPLIT_THE_STORY, false)
}
