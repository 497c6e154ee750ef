//! Texts given out: to the clipboard, to a file, to another app.

use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use crate::browser::window;

/// Puts a text on the clipboard; whether the browser let it.
pub async fn copy(text: String) -> bool {
    let Some(window) = window() else { return false };
    let navigator = window.navigator();
    // Where the page is not served securely there is none, whatever the types say.
    match Reflect::get(&navigator, &"clipboard".into()) {
        Ok(clipboard) if clipboard.is_object() => {}
        _ => return false,
    }
    JsFuture::from(navigator.clipboard().write_text(&text)).await.is_ok()
}

/// Whether the browser can hand a text to another app.
pub fn can_share() -> bool {
    window().is_some_and(|window| Reflect::has(&window.navigator(), &"share".into()).unwrap_or_default())
}

/// Offers a text to other apps.
pub fn share(text: &str) {
    let Some(window) = window() else { return };
    let navigator = window.navigator();
    let data = Object::new();
    // Setting a field of a plain object never fails.
    let _ = Reflect::set(&data, &"text".into(), &text.into());
    if let Ok(share) =
        Reflect::get(&navigator, &"share".into()).and_then(|share| share.dyn_into::<js_sys::Function>())
    {
        // Who changes their mind has nothing to be told.
        let shared =
            share.call1(&navigator, &data).ok().and_then(|shared| shared.dyn_into::<js_sys::Promise>().ok());
        if let Some(shared) = shared {
            wasm_bindgen_futures::spawn_local(async move {
                let _ = JsFuture::from(shared).await;
            });
        }
    }
}

/// Has the browser save bytes under a name, as a media type.
///
/// # Errors
/// Where the browser refuses.
pub fn save(bytes: &[u8], name: &str, media_type: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let bytes = Array::of1(&Uint8Array::from(bytes).into());
    let blob = Blob::new_with_u8_array_sequence_and_options(&bytes, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let document = window().and_then(|window| window.document()).ok_or(JsValue::UNDEFINED)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The browser has taken it by then: a click is carried out at once.
    Url::revoke_object_url(&address)
}
