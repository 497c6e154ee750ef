//! From the text of an article to the facts of a story: who said which words,
//! when what happened, and in what order, by rules and word lists alone.
//!
//! [`facts`] is a function of its arguments, takes time linear in the length of
//! the text, and would rather leave a speaker open than name a wrong one.
//! Making a story of the facts is left to the command.
#![cfg_attr(test, allow(clippy::unwrap_used))]

mod attribute;
mod cast;
mod clause;
mod code_points;
mod event;
mod facts;
mod judge;
mod lexicon;
mod nested;
mod people;
mod phrase;
mod quotation;
mod role;
mod speaker;
pub mod story;
mod stream;
mod timex;
mod token;

pub use code_points::CodePoints;
pub use event::{Before, Event, is_before};
pub use facts::{Ending, Facts, Quote, Rule, Speaker, Tier};
pub use timex::{Timex, TimexType};

/// The longest text that is read, in bytes; of a longer one the beginning is.
pub const MAX_BYTES: usize = 1 << 30;

/// An article's text, and what is known of it.
#[derive(Clone, Copy, Debug)]
pub struct Article<'a> {
    /// The text, with paragraphs as lines.
    pub text: &'a str,
    /// The day on which it was published, as in 2021-02-24; other days are counted from it.
    pub published: Option<&'a str>,
    /// Its language, as a BCP 47 tag; of other languages than English only the
    /// quotations are found, and their speakers stay open.
    pub language: &'a str,
}

/// The facts of an article.
pub fn facts(article: Article<'_>) -> Facts {
    if !reads_speakers(article.language) {
        return Facts { quotes: attribute::unattributed(text_of(article)), ..Facts::default() };
    }
    let text = text_of(article);
    let tokens = token::tokens(text);
    let quotations = quotation::quotations(text, &tokens);
    let items = stream::outside(&tokens, &quotations);
    let people = people::People::read(text, &tokens);
    let roles = role::Roles::read(text, &tokens, &people);
    let published = article.published.and_then(|day| day.get(..10)?.parse().ok());
    let times = timex::timex(text, &tokens, published);
    let timex = times.iter().map(|found| Timex {
        words: tokens[found.tokens.start].start as usize..tokens[found.tokens.end - 1].end as usize,
        kind: found.kind,
        value: found.value.clone(),
    });
    let reading = judge::Reading { text, tokens: &tokens, items: &items, people: &people, roles: &roles };
    let (events, order) = event::events(&items, &tokens, &times);
    Facts { quotes: attribute::quotes(&reading, &quotations), timex: timex.collect(), events, order }
}

/// The text, or as much of it as is read.
fn text_of(article: Article<'_>) -> &str {
    &article.text[..article.text.floor_char_boundary(MAX_BYTES)]
}

/// Whether the rules read who speaks in a language, and when things happened.
pub fn reads_speakers(language: &str) -> bool {
    language.split(['-', '_']).next().is_some_and(|primary| primary.eq_ignore_ascii_case("en"))
}
