//! Something done a little later, unless it is put off again.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use yew::Callback;

/// Does something once nothing has put it off for a while.
pub struct Later {
    handle: Option<i32>,
    call: Closure<dyn FnMut()>,
}

impl Later {
    /// What is to be done.
    pub fn new(what: Callback<()>) -> Self {
        Self { handle: None, call: Closure::new(move || what.emit(())) }
    }

    /// Has it done after so many milliseconds, and not before.
    pub fn put_off(&mut self, milliseconds: i32) {
        let Some(window) = web_sys::window() else { return };
        if let Some(handle) = self.handle.take() {
            window.clear_timeout_with_handle(handle);
        }
        let call = self.call.as_ref().unchecked_ref();
        self.handle = window.set_timeout_with_callback_and_timeout_and_arguments_0(call, milliseconds).ok();
    }
}

impl Drop for Later {
    /// What is gone is not called any more.
    fn drop(&mut self) {
        if let (Some(window), Some(handle)) = (web_sys::window(), self.handle.take()) {
            window.clear_timeout_with_handle(handle);
        }
    }
}
