//! A code that is not as it was written, in words: which group, what happened to it, what to do.

use verbatim_class::find::Damage;
use web_sys::MouseEvent;
use yew::html::Scope;
use yew::{Html, html};

use super::told::fault;
use super::{Gathered, Msg};
use crate::desk::Desk;
use crate::messages::collected::Say;

/// A damaged code.
pub fn view(damage: &Damage, desk: &Desk, link: &Scope<Gathered>) -> Html {
    let words = desk.collected();
    let faults = damage.faults.iter().map(|one| html! { <li>{fault(one, words)}</li> });
    let mixed = damage.faults.is_empty().then(|| html! { <li>{words.text(Say::GroupsMixed)}</li> });
    let help = match &damage.repaired {
        Some(code) => {
            let text = code.text().to_owned();
            let take = link.callback(move |_: MouseEvent| Msg::Take(text.clone()));
            html! {
                <>
                    <p>{words.text(Say::Repaired)}{" "}<code>{code.text().to_owned()}</code></p>
                    <button type="button" class="take" onclick={take}>{words.text(Say::TakeRepaired)}</button>
                </>
            }
        }
        None => html! { <p>{words.text(Say::AskAgain)}</p> },
    };
    let text = damage.text.clone();
    let dismiss = link.callback(move |_: MouseEvent| Msg::Dismiss(text.clone()));
    html! {
        <li class="damage">
            <p><code>{damage.text.clone()}</code></p>
            <ul>{for faults}{mixed}</ul>
            <div class="row">{help}<button type="button" class="dismiss" onclick={dismiss}>{words.text(Say::Dismiss)}</button></div>
        </li>
    }
}
