//! The form by which an article is laid on the desk: pasted, dropped or from a file.

use verbatim_studio::NewArticle;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Event, HtmlInputElement, HtmlTextAreaElement, InputEvent, MouseEvent, SubmitEvent};
use yew::html::Scope;
use yew::{Callback, Html, html};

use super::field::{Field, field};
use super::fold::fold;
use crate::messages::Say;
use crate::msg::Msg;
use crate::studio::Studio;

/// The form as all of the page, before anything is on the desk.
pub fn first(studio: &Studio, link: &Scope<Studio>) -> Html {
    let words = &studio.words;
    html! {
        <section class="lay first" aria-labelledby="lay-heading">
            <h2 id="lay-heading">{words.text(Say::Begin)}</h2>
            <p class="lead">{words.text(Say::BeginLead)}</p>
            {form(studio, link)}
            <div class="ways">
                {opener(studio, link)}
                <button type="button" id="example" onclick={link.callback(|_| Msg::Example)}>{words.text(Say::Example)}</button>
            </div>
            <p class="promise">{words.text(Say::StaysHere)}</p>
        </section>
    }
}

/// The form for one more article on the same story.
pub fn another(studio: &Studio, link: &Scope<Studio>) -> Html {
    let summary = html! { <summary>{studio.words.text(Say::Another)}</summary> };
    let content = || form(studio, link);
    html! { <div class="lay another">{fold(studio, link, "another".to_owned(), summary, content)}</div> }
}

fn form(studio: &Studio, link: &Scope<Studio>) -> Html {
    let (words, laying) = (&studio.words, &studio.laying);
    let write = |change: fn(&mut NewArticle, String)| {
        let laying = laying.clone();
        link.callback(move |value| {
            let mut laying = laying.clone();
            change(&mut laying, value);
            Msg::Write(laying)
        })
    };
    let text = write(|article, value| article.text = value);
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(area) = event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok()) {
            text.emit(area.value());
        }
    });
    let onsubmit = link.callback(|event: SubmitEvent| {
        event.prevent_default();
        Msg::Lay
    });
    let publisher = Field::new("new-publisher", words.text(Say::Publisher), &laying.publisher);
    let published = Field::new("new-date", words.text(Say::Published), &laying.published).short();
    html! {
        <form {onsubmit}>
            <div class="field">
                <label for="article-text">{words.text(Say::ArticleText)}</label>
                <textarea id="article-text" rows="12" value={laying.text.clone()} {oninput} />
            </div>
            <div class="fields">
                {field(&publisher, write(|article, value| article.publisher = value))}
                {field(&published.hint(words.text(Say::PublishedHint)), write(|article, value| article.published = value))}
            </div>
            <button type="submit" id="mark-up" class="primary">{words.text(Say::MarkUp)}</button>
        </form>
    }
}

/// A button that opens a file: an article, or a story.
pub fn opener(studio: &Studio, link: &Scope<Studio>) -> Html {
    let onchange = link.batch_callback(|event: Event| {
        let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
        Some(Msg::Files(input.files()))
    });
    // So that the same file may be chosen again.
    let onclick = Callback::from(|event: MouseEvent| {
        if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
            input.set_value("");
        }
    });
    html! {
        <label class="file">
            <input type="file" id="open-file" accept=".txt,.json,text/plain,application/json" {onchange} {onclick} />
            <span>{studio.words.text(Say::Open)}</span>
        </label>
    }
}

/// Files may be dropped here.
pub fn over() -> Callback<DragEvent> {
    Callback::from(|event: DragEvent| event.prevent_default())
}

/// What is dropped is opened.
pub fn dropped(link: &Scope<Studio>) -> Callback<DragEvent> {
    link.batch_callback(|event: DragEvent| {
        event.prevent_default();
        Some(Msg::Files(event.data_transfer()?.files()))
    })
}
