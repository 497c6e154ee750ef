//! Other tabs of the same origin: told that settings changed, so that none of them goes on by
//! those that it read ahead.

use std::rc::Rc;

use verbatim_keep::Keeper;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::BroadcastChannel;

use crate::indexed::{Indexed, NAME};

/// Tells the other tabs.
pub fn tell() {
    // Where there is no such thing, a tab asks by the settings that it found.
    if let Ok(channel) = BroadcastChannel::new(NAME) {
        let _ = channel.post_message(&JsValue::NULL);
        channel.close();
    }
}

/// Forgets what was read ahead when another tab tells, as long as the page is there.
pub fn listen(keeper: &Rc<Keeper<Indexed>>) {
    let Ok(channel) = BroadcastChannel::new(NAME) else { return };
    let keeper = Rc::downgrade(keeper);
    let told = Closure::<dyn Fn()>::new(move || {
        if let Some(keeper) = keeper.upgrade() {
            keeper.look_anew();
        }
    });
    channel.set_onmessage(Some(told.into_js_value().unchecked_ref()));
}
