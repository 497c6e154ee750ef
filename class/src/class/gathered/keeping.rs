//! What was collected, as it is kept on the device: read when the page begins and whenever another
//! tab changed it, and changed there by the same change that was made here.

use verbatim_class::collect::{Change, Collection, Known};
use verbatim_class::export::json;
use verbatim_class::submission::Edition;
use verbatim_classroom::opened::Opened;
use verbatim_classroom::store::{self, Table};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::spawn_local;
use web_sys::BroadcastChannel;
use yew::html::Scope;

use super::{Gathered, Msg};
use crate::shelf;

/// Under what it is kept.
const NAME: &str = "all";

/// Hears of changes by other tabs, as long as it is there.
pub struct Listener {
    channel: BroadcastChannel,
    _heard: Closure<dyn Fn()>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.channel.close();
    }
}

/// Reads what is kept.
pub fn load(link: &Scope<Gathered>) {
    let link = link.clone();
    spawn_local(async move {
        if let Ok(kept) = store::read(Table::Collected, NAME).await {
            link.send_message(Msg::Kept(collection(kept)));
        }
    });
}

/// Makes a change to what is kept, and says what that comes to.
pub fn change(change: Change, link: &Scope<Gathered>) {
    let link = link.clone();
    spawn_local(async move {
        let mut now = Collection::default();
        let make = |kept| {
            now = collection(kept);
            change.make(&mut now);
            json::write(&now)
        };
        let done = store::change(Table::Collected, NAME, make).await;
        link.send_message(Msg::Done(done.is_ok()));
        if done.is_ok() {
            link.send_message(Msg::Kept(now));
        }
    });
}

/// Reads the stories that were opened here before: codes may be of any of them.
pub fn shelf(link: &Scope<Gathered>) {
    let link = link.clone();
    spawn_local(async move {
        let opened = shelf::all().await;
        link.send_message(Msg::Shelf(opened.iter().map(known).collect()));
    });
}

/// A story as codes are compared with.
pub fn known(opened: &Opened) -> Known {
    Known { story: opened.story.clone(), edition: Edition::new(&opened.story, &opened.digest) }
}

/// Begins to hear of changes by other tabs.
pub fn listen(link: &Scope<Gathered>) -> Option<Listener> {
    let channel = store::channel().ok()?;
    let link = link.clone();
    let heard = Closure::<dyn Fn()>::new(move || link.send_message(Msg::Changed));
    channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    Some(Listener { channel, _heard: heard })
}

fn collection(kept: Option<String>) -> Collection {
    kept.and_then(|text| json::read(&text).ok()).unwrap_or_default()
}
