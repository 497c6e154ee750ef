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
mod window;

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
    let published = article.published.and_then(|day| day.get(..10)?.parse().ok());
    let wrapped = token::is_wrapped(text);
    let (mut people, mut roles) = (people::People::default(), role::Roles::default());
    let mut found = Facts::default();
    for window in window::windows(text, wrapped) {
        let tokens = token::tokens(text, window, wrapped);
        people.read(text, &tokens);
        roles.read(text, &tokens, &people);
        read(text, &tokens, &people, &roles, published, &mut found);
    }
    found
}

/// Adds what is found in a part of the text.
fn read(
    text: &str,
    tokens: &[token::Token],
    people: &people::People,
    roles: &role::Roles,
    published: Option<jiff::civil::Date>,
    found: &mut Facts,
) {
    let quotations = quotation::quotations(text, tokens);
    let items = stream::outside(tokens, &quotations);
    let times = timex::timex(text, tokens, published);
    let reading = judge::Reading { text, tokens, items: &items, people, roles };
    found.quotes.extend(attribute::quotes(&reading, &quotations));
    let (events, order) = event::events(&items, tokens, &times);
    let before = found.events.len();
    found.events.extend(events);
    found.order.extend(order.into_iter().map(|edge| edge.after(before)));
    found.timex.extend(times.into_iter().map(|time| Timex {
        words: tokens[time.tokens.start].start as usize..tokens[time.tokens.end - 1].end as usize,
        kind: time.kind,
        value: time.value,
    }));
}

/// The text, or as much of it as is read.
fn text_of(article: Article<'_>) -> &str {
    &article.text[..article.text.floor_char_boundary(MAX_BYTES)]
}

/// Whether the rules read who speaks in a language, and when things happened.
pub fn reads_speakers(language: &str) -> bool {
    language.split(['-', '_']).next().is_some_and(|primary| primary.eq_ignore_ascii_case("en"))
}
