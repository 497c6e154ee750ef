//! What is due today, with a button for each story.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit, Element, MouseEvent};
use yew::{Callback, Html, html};

use super::data::Data;
use crate::messages::{Arg, Say, Words};
use verbatim_keep::StoryDue;

pub fn view(data: &Data, words: &Words) -> Html {
    let count: usize = data.due.iter().map(|story| story.due).sum();
    if count == 0 {
        return html! { <p class="due-today">{words.text(Say::NothingDue)}</p> };
    }
    let story = |(at, story): (usize, &StoryDue)| {
        let kept = data.offline.get(at).map(|kept| if *kept { Say::Offline } else { Say::OnlineOnly });
        let kept = kept.map(|say| html! { <span class="count offline">{words.text(say)}</span> });
        let name = words.fill(Say::ReviewOf, &[Arg::Name(&story.title)]);
        html! {
            <li key={story.story.clone()}>
                <bdi class="story">{&story.title}</bdi>
                {kept}
                <span class="count">{words.fill(Say::DueToday, &[Arg::Number(story.due)])}</span>
                <button type="button" class="primary review" aria-label={name} onclick={begins(story, words)}>
                    {words.text(Say::Review)}
                </button>
            </li>
        }
    };
    html! {
        <>
            <p class="due-today">{words.fill(Say::DueToday, &[Arg::Number(count)])}</p>
            <ul class="stories">{for data.due.iter().enumerate().map(story)}</ul>
        </>
    }
}

/// Tells the page that a review of a story is wanted.
fn begins(story: &StoryDue, words: &Words) -> Callback<MouseEvent> {
    let (story, address) = (story.story.clone(), story.address.clone());
    let title = words.text(Say::Review).to_owned();
    Callback::from(move |event: MouseEvent| {
        let detail = js_sys::Object::new();
        for (name, value) in [("story", &story), ("address", &address), ("title", &title)] {
            // Setting a field of a plain object never fails.
            let _ = js_sys::Reflect::set(&detail, &name.into(), &value.as_str().into());
        }
        let options = CustomEventInit::new();
        options.set_bubbles(true);
        options.set_composed(true);
        options.set_detail(&JsValue::from(detail));
        let wanted = CustomEvent::new_with_event_init_dict("verbatim-review", &options);
        let button = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if let (Ok(wanted), Some(button)) = (wanted, button) {
            let _ = button.dispatch_event(&wanted);
        }
    })
}
