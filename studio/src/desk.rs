//! The left of the spread: the story's heading, the articles, and room for another.

use verbatim_studio::{Action, HeadField};
use yew::html::Scope;
use yew::{Html, html};

use crate::messages::Say;
use crate::msg::Msg;
use crate::studio::{Drawn, Studio};
use field::{Field, field};

pub mod field;
pub mod fold;
mod galley;
pub mod lay;
pub mod parts;
mod sheet;
mod text;
pub mod tools;

/// The heading, the articles, and a form for another one.
pub fn view(studio: &Studio, link: &Scope<Studio>) -> Html {
    let (words, head) = (&studio.words, studio.document().head());
    let write = |of: HeadField| link.callback(move |value| Msg::Do(Action::Head(of, value)));
    let summary = head.summary.clone().unwrap_or_default();
    // Each of these has its place among the others even where it is empty: yew tells them by that.
    let another = if studio.drawn == Drawn::Top(0) { Html::default() } else { lay::another(studio, link) };
    let sheets = (0..studio.document().articles.len()).map(|place| sheet::view(studio, link, place));
    html! {
        <>
            <section class="story" aria-labelledby="story-heading">
                <h2 id="story-heading" class="kicker">{words.text(Say::Story)}</h2>
                <div class="fields">
                    {field(&Field::new("story-title", words.text(Say::StoryTitle), &head.title).large(), write(HeadField::Title))}
                    {field(&Field::new("story-language", words.text(Say::StoryLanguage), &head.language).short(), write(HeadField::Language))}
                    {field(&Field::new("story-summary", words.text(Say::StorySummary), &summary), write(HeadField::Summary))}
                </div>
                {(!verbatim_studio::Article::is_read_in(&head.language)).then(|| html! {
                    <p class="note">{words.text(Say::OtherLanguage)}</p>
                })}
            </section>
            {sheets.collect::<Html>()}
            {another}
        </>
    }
}
