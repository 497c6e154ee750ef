//! What a teacher hands out: the link, its QR code, a snippet for a page; and the file, where
//! the story travels as one.

use verbatim_class::assignment::Place;
use verbatim_classroom::symbol;
use yew::html::Scope;
use yew::{Html, html};

use super::{Msg, Set};
use crate::desk::Desk;
use crate::messages::Say;

pub fn view(desk: &Desk, link: &Scope<Set>) -> Html {
    let words = desk.words();
    let (Some(assignment), Some(address)) = (desk.assignment(), desk.link()) else {
        return html! { <p class="none">{words.text(Say::NothingYet)}</p> };
    };
    let copies = |text: &str, say: Say, class: &'static str| {
        let text = text.to_owned();
        let copy = link.callback(move |_: web_sys::MouseEvent| Msg::Copy(text.clone()));
        html! { <button type="button" {class} onclick={copy}>{words.text(say)}</button> }
    };
    let title = desk.quiz().map(|(opened, quiz)| opened.story[quiz].title.clone()).unwrap_or_default();
    let snippet = snippet(&address, &title);
    let file = matches!(assignment.story, Place::File(_)).then(|| {
        let save = link.callback(|_: web_sys::MouseEvent| Msg::Save);
        html! {
            <div class="travels">
                <p>{words.text(Say::FileTravels)}</p>
                <button type="button" class="save" onclick={save}>{words.text(Say::SaveFile)}</button>
            </div>
        }
    });
    html! {
        <>
            {symbol::view(&address, words.text(Say::SymbolName))}
            <p class="sub">{words.text(Say::SymbolMeans)}</p>
            <p><label for="link">{words.text(Say::Link)}</label></p>
            <textarea id="link" class="link" readonly=true rows="4" spellcheck="false" value={address.clone()} />
            <p class="row">
                {copies(&address, Say::CopyLink, "copy primary")}
                <a class="button" href={address} target="_blank" rel="noopener">{words.text(Say::TryIt)}</a>
            </p>
            {file}
            <p class="sub">{words.text(Say::LinkMeans)}</p>
            <details class="snippet">
                <summary>{words.text(Say::Snippet)}</summary>
                <pre tabindex="0"><code>{snippet.clone()}</code></pre>
                {copies(&snippet, Say::CopySnippet, "copy-snippet")}
            </details>
            <p class="row"><a class="button" href="#print">{words.text(Say::ToPrint)}</a><a class="button" href="#present">{words.text(Say::ToPresent)}</a></p>
            <p class="honest">{words.text(Say::PracticeNotExam)}</p>
        </>
    }
}

/// What puts the pupil's page into another page.
fn snippet(address: &str, title: &str) -> String {
    let escaped = |text: &str| text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;");
    format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"720\" allow=\"clipboard-write; web-share\"></iframe>",
        escaped(address),
        escaped(title)
    )
}
