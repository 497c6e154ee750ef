//! An article on the desk: where it is from, how much of it the story carries, and its text.

use verbatim_studio::{Action, Origin, SourceField};
use wasm_bindgen::JsCast;
use web_sys::{HtmlTextAreaElement, SubmitEvent};
use yew::html::Scope;
use yew::{Html, html};

use super::field::{Field, field};
use super::text;
use crate::messages::{Arg, Say};
use crate::msg::Msg;
use crate::studio::Studio;

/// The article in a place.
pub fn view(studio: &Studio, link: &Scope<Studio>, place: usize) -> Html {
    let (words, document) = (&studio.words, studio.document());
    let (Some(article), Some(source)) = (document.articles.get(place), document.source(place)) else {
        return Html::default();
    };
    let write = |of: SourceField| link.callback(move |value| Msg::Do(Action::Source(place, of, value)));
    let id = |name: &str| format!("source-{place}-{name}");
    let of = |value: &Option<String>| value.clone().unwrap_or_default();
    let (publisher, published, title, url) = (id("publisher"), id("published"), id("title"), id("url"));
    let (day, address) = (of(&source.published), of(&source.url));
    let fields = [
        field(
            &Field::new(&publisher, words.text(Say::Publisher), &source.publisher),
            write(SourceField::Publisher),
        ),
        field(
            &Field::new(&published, words.text(Say::Published), &day)
                .hint(words.text(Say::PublishedHint))
                .short(),
            write(SourceField::Published),
        ),
        field(&Field::new(&title, words.text(Say::ArticleTitle), &source.title), write(SourceField::Title)),
        field(&Field::new(&url, words.text(Say::Address), &address), write(SourceField::Url)),
    ];
    let open = article.marks.iter().filter(|mark| mark.waits()).count();
    let sure = article.marks.iter().filter(|mark| mark.is_open() && mark.is_sure()).count();
    let accept = (sure > 0).then(|| {
        html! {
            <button type="button" class="primary accept-sure" onclick={link.callback(|_| Msg::Do(Action::AcceptSure))}>
                {studio.count(Say::AcceptSure, sure)}
            </button>
        }
    });
    let heading = id("heading");
    let headline = if source.title.is_empty() { words.text(Say::Untitled) } else { &source.title };
    html! {
        <section class="sheet" key={source.id.clone()} aria-labelledby={heading.clone()}>
            <header>
                <h2 id={heading} class="headline">{headline}</h2>
                <details class="source" open={source.publisher.is_empty()}>
                    <summary>{words.text(Say::SourceFields)}</summary>
                    <div class="fields">{for fields}</div>
                    <button type="button" class="quiet" onclick={link.callback(move |_| Msg::Do(Action::Remove(place)))}>
                        {words.text(Say::RemoveArticle)}
                    </button>
                </details>
                <div class="state">
                    <p>{studio.count(Say::LeftOpen, open)}</p>
                    {share(studio, article.share())}
                    {accept}
                </div>
                {(article.origin == Origin::Passages).then(|| give(studio, link, place))}
            </header>
            {text::view(studio, link, place)}
        </section>
    }
}

/// That only passages are here, and a form for the article itself.
fn give(studio: &Studio, link: &Scope<Studio>, place: usize) -> Html {
    let words = &studio.words;
    let id = format!("give-{place}");
    let area = id.clone();
    let onsubmit = link.batch_callback(move |event: SubmitEvent| {
        event.prevent_default();
        let document = web_sys::window()?.document()?;
        let area: HtmlTextAreaElement = document.get_element_by_id(&area)?.dyn_into().ok()?;
        Some(Msg::Do(Action::Give(place, area.value())))
    });
    html! {
        <>
            <p class="note">{words.text(Say::PassagesOnly)}</p>
            <details class="give-article">
                <summary>{words.text(Say::GiveArticle)}</summary>
                <form {onsubmit}>
                    <div class="field">
                        <label for={id.clone()}>{words.text(Say::GiveText)}</label>
                        <textarea {id} rows="8" />
                    </div>
                    <button type="submit">{words.text(Say::Give)}</button>
                </form>
            </details>
        </>
    }
}

/// How much of an article its passages carry, of the sixty in a hundred that they may.
fn share(studio: &Studio, share: Option<usize>) -> Html {
    let Some(share) = share else { return Html::default() };
    let text = studio.words.fill(Say::Share, &[Arg::Number(share)]);
    html! {
        <div class="share">
            <meter min="0" max="100" low="50" high="59" optimum="0" value={share.to_string()} aria-label={text.clone()} />
            <span>{text}</span>
        </div>
    }
}
