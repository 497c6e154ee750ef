//! An event of the browser's as a future, without a closure for each.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

use js_sys::{Function, Promise};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Event;

/// The type of an event, once it has come.
pub struct Told(JsFuture);

/// Waits for an event that is listened for with the function given. It listens at once, not
/// only when it is awaited. The event's own task goes on with whoever awaits it, so that a
/// transaction is still alive then.
pub fn event(listen: impl FnOnce(&Function)) -> Told {
    let mut listen = Some(listen);
    // What settles a promise is a function that takes the event.
    let promise = Promise::new(&mut |done, _| {
        if let Some(listen) = listen.take() {
            listen(&done);
        }
    });
    Told(JsFuture::from(promise))
}

impl Future for Told {
    type Output = String;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<String> {
        let event = Pin::new(&mut self.0).poll(context);
        event.map(|event| event.map(|event| event.unchecked_into::<Event>().type_()).unwrap_or_default())
    }
}
