//! Something done once the browser has shown what stands on the page now, or has nothing to do.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::IdleRequestOptions;

/// Does something in the first task after the next frame.
pub fn after_frame(what: impl FnOnce() + 'static) {
    let task = Closure::once_into_js(what);
    let frame = Closure::once_into_js(move || wait(&task));
    if let Some(window) = web_sys::window() {
        // Frames are never refused.
        let _ = window.request_animation_frame(frame.unchecked_ref());
    }
}

/// By when something is done though the browser is not idle.
pub enum Latest {
    /// So many milliseconds later.
    After(u32),
    /// Never.
    Never,
}

/// Does something when the browser is idle, or, where it does not tell, soon.
pub fn when_idle(latest: Latest, what: impl FnOnce() + 'static) {
    let task = Closure::once_into_js(what);
    let options = IdleRequestOptions::new();
    if let Latest::After(milliseconds) = latest {
        options.set_timeout(milliseconds);
    }
    let told = web_sys::window()
        .map(|window| window.request_idle_callback_with_options(task.unchecked_ref(), &options));
    if told.is_none_or(|told| told.is_err()) {
        wait(&task);
    }
}

fn wait(task: &JsValue) {
    if let Some(window) = web_sys::window() {
        // Nor are timers.
        let _ = window.set_timeout_with_callback(task.unchecked_ref());
    }
}
