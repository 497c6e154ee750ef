//! What the check says of the story, as `verbatim check` says it, each with the way to its place.

use verbatim_studio::{Lead, Remark};
use yew::html::Scope;
use yew::{Html, html};

use super::asked::{question_id, quiz_id};
use crate::messages::{Arg, Say};
use crate::msg::Msg;
use crate::studio::{Studio, chip_id};

/// All that is said.
pub fn view(studio: &Studio, link: &Scope<Studio>) -> Html {
    let (words, remarks) = (&studio.words, studio.remarks());
    let said = if remarks.is_empty() {
        html! { <p class="sound">{words.text(if studio.proof.is_some() { Say::Sound } else { Say::Checking })}</p> }
    } else {
        html! { <ol class="findings">{for remarks.iter().map(|remark| one(studio, link, remark))}</ol> }
    };
    html! {
        <section class="check" aria-labelledby="check-heading">
            <h2 id="check-heading" class="kicker">{words.text(Say::Check)}</h2>
            {said}
        </section>
    }
}

/// One of them.
pub fn one(studio: &Studio, link: &Scope<Studio>, remark: &Remark) -> Html {
    let words = &studio.words;
    let beside = |say: Say, text: &Option<String>| {
        text.as_ref().map(|text| html! { <p class="beside">{words.fill(say, &[Arg::Name(text)])}</p> })
    };
    let way = way(&remark.lead).map(|msgs| {
        let onclick = link.batch_callback(move |_| msgs());
        html! { <button type="button" class="lead-to" {onclick}>{words.text(Say::GoThere)}</button> }
    });
    let severity = if remark.is_error { Say::Error } else { Say::Warning };
    html! {
        <li class={if remark.is_error { "error" } else { "warning" }} data-code={remark.code}>
            <p><b class="severity">{words.text(severity)}</b>{" "}<code>{remark.code}</code>{" "}<span class="message">{&remark.message}</span></p>
            {beside(Say::Expected, &remark.expected)}
            {beside(Say::Nearest, &remark.nearest)}
            {beside(Say::Help, &remark.help)}
            <p class="place"><code>{&remark.pointer}</code>{" "}{way}</p>
        </li>
    }
}

/// What leads to the place where something can be mended.
fn way(lead: &Lead) -> Option<impl Fn() -> Vec<Msg> + use<>> {
    let (key, id) = match lead {
        Lead::Mark(key, field) => {
            let id = match field.as_str() {
                "speaker" => "speaker".to_owned(),
                "reported_by" => "reporter".to_owned(),
                "context" | "hint" | "gaps" => format!("statement-{field}"),
                "summary" | "when" => format!("event-{field}"),
                _ => chip_id(*key),
            };
            (Some(*key), id)
        }
        Lead::Person(id) => (None, format!("person-{id}")),
        Lead::Source(place, field) => {
            let field = if matches!(field.as_str(), "publisher" | "published" | "title" | "url") {
                field
            } else {
                ""
            };
            let id =
                if field.is_empty() { format!("sheet-{place}") } else { format!("source-{place}-{field}") };
            (None, id)
        }
        Lead::Head(field) => (None, format!("story-{field}")),
        Lead::Asked(at) => (None, question_id(*at)),
        Lead::Quiz(at) => (None, quiz_id(*at)),
        Lead::File => return None,
    };
    Some(move || {
        let take = key.map(|key| Msg::Take(Some(key)));
        take.into_iter().chain([Msg::Focus(id.clone())]).collect()
    })
}
