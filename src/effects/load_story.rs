//! Loading the story: bytes from an address, checked, or why not.

use std::rc::Rc;

use js_sys::Uint8Array;
use verbatim_core::check::{self, Checked};
use verbatim_core::json::MAX_BYTES;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Response;
use yew::html::Scope;

use crate::app::App;
use crate::state::{Failure, Msg};

/// Loads the story at an address, and says when it is there or not.
pub fn load_story(address: Option<String>, link: Scope<App>) {
    spawn_local(async move {
        let outcome = match address {
            Some(address) => load(&address).await,
            None => Err(Failure::Address),
        };
        link.send_message(Msg::Loaded(Rc::new(outcome)));
    });
}

async fn load(address: &str) -> Result<Checked, Failure> {
    let bytes = fetch(address).await.map_err(|_| Failure::Unreachable)??;
    // A server that has no such file may well answer with a page all the same.
    if bytes.trim_ascii_start().first() == Some(&b'<') {
        return Err(Failure::NotAStory);
    }
    Ok(check::load(&bytes))
}

/// The bytes at an address. The outer error is the browser's.
async fn fetch(address: &str) -> Result<Result<Vec<u8>, Failure>, JsValue> {
    let Some(window) = web_sys::window() else { return Ok(Err(Failure::Unreachable)) };
    // The same request as the page's preload makes: no options, so that it is answered by that.
    let response: Response = JsFuture::from(window.fetch_with_str(address)).await?.dyn_into()?;
    if !response.ok() {
        return Ok(Err(Failure::Status { status: response.status(), address: address.to_owned() }));
    }
    let length = response.headers().get("content-length")?.unwrap_or_default();
    if length.parse().is_ok_and(|length: usize| length > MAX_BYTES) {
        return Ok(Err(Failure::TooLarge));
    }
    let buffer = JsFuture::from(response.array_buffer()?).await?;
    let bytes = Uint8Array::new(&buffer);
    Ok(if bytes.length() as usize > MAX_BYTES { Err(Failure::TooLarge) } else { Ok(bytes.to_vec()) })
}
