//! The widget: the only part of the project that knows yew and the browser.
use yew::prelude::*;
#[function_component]
fn App() -> Html { let n = use_state(|| 0); let onclick = { let n = n.clone(); move |_| n.set(*n + 1) }; html! { <><button {onclick}>{"+1"}</button><p>{*n}</p></> } }
fn main() {
    yew::Renderer::<App>::new().render();
}
