//! A counter: about the least that a page in yew can be, for the widget to be measured against.

use yew::{Component, Context, Html, html};

struct Counter {
    count: u32,
}

/// The button was pressed.
struct Pressed;

impl Component for Counter {
    type Message = Pressed;
    type Properties = ();

    fn create(_: &Context<Self>) -> Self {
        Self { count: 0 }
    }

    fn update(&mut self, _: &Context<Self>, Pressed: Pressed) -> bool {
        self.count += 1;
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        html! {
            <>
                <button onclick={ctx.link().callback(|_| Pressed)}>{ "+1" }</button>
                <p>{ self.count }</p>
            </>
        }
    }
}

fn main() {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(root) = document.and_then(|document| document.get_element_by_id("counter")) {
        yew::Renderer::<Counter>::with_root(root).render();
    }
}
