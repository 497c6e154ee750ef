//! A clock that tells now and then that time has passed, until it is dropped.

use verbatim_classroom::browser::window;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// How often it tells, in milliseconds.
const EVERY: i32 = 5_000;

/// A clock that runs.
pub struct Ticking {
    interval: i32,
    _tell: Closure<dyn Fn()>,
}

impl Ticking {
    /// Starts a clock; none where there is no window.
    pub fn start(tell: impl Fn() + 'static) -> Option<Self> {
        let tell = Closure::<dyn Fn()>::new(tell);
        let callback = tell.as_ref().unchecked_ref();
        let interval =
            window()?.set_interval_with_callback_and_timeout_and_arguments_0(callback, EVERY).ok()?;
        Some(Self { interval, _tell: tell })
    }
}

impl Drop for Ticking {
    fn drop(&mut self) {
        if let Some(window) = window() {
            window.clear_interval_with_handle(self.interval);
        }
    }
}
