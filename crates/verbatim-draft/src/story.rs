//! Makes a story of the facts of one or several articles: passages cut to the
//! rule, people and statements merged, quizzes drawn; what is not sure enough, or
//! does not pass the check, is left out and listed with its reason.

use verbatim_core::wire;

use crate::facts::{Facts, Tier};

mod happened;
mod id;
mod passage;
mod people;
mod said;
mod settle;

pub use happened::summary;
pub use id::{Ids, slug};
pub use passage::{Excerpts, Refused};
pub use people::Cast;
pub use said::{FEWEST, MOST, doubt, own_words, trimmed};
pub use settle::{drawn, prune, take_out};

/// An article with what was found in it.
#[derive(Clone, Copy, Debug)]
pub struct Read<'a> {
    /// The article's text.
    pub text: &'a str,
    /// What was found in it.
    pub facts: &'a Facts,
    /// Who published it.
    pub publisher: &'a str,
    /// Its headline.
    pub title: &'a str,
    /// When it was published: a year, a month or a day.
    pub published: Option<&'a str>,
}

/// Something that is not in the story, or that a person should look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    /// The article's place among those that were read.
    pub article: usize,
    /// The words in question.
    pub words: String,
    /// What became of them.
    pub fate: Fate,
    /// Why.
    pub reason: String,
}

/// What became of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is in the story, and a person should look at it.
    Doubtful,
    /// It is part of another fact that says the same.
    Merged,
    /// It is not in the story.
    LeftOut,
}

/// A story that passes the check, or none where nothing can be asked, and what there is to say of it.
#[derive(Clone, Debug)]
pub struct Drafted {
    /// The story; `None` where the facts support no question.
    pub story: Option<wire::Story>,
    /// What is left out, merged or doubtful, in the order of the articles.
    pub noted: Vec<Noted>,
}

/// What a story is called, and how much of the facts goes into it.
#[derive(Clone, Copy, Debug)]
pub struct Settings<'a> {
    /// The story's title; that of the first article where none is given.
    pub title: Option<&'a str>,
    /// The language of the articles, as a BCP 47 tag.
    pub language: &'a str,
    /// The tier that a fact must have at least.
    pub least: Tier,
}

/// How many dates are compared with each other.
const MOST_DATES: usize = 400;

/// Makes a story of articles on one matter.
pub fn draft(articles: &[Read<'_>], settings: &Settings<'_>) -> Drafted {
    let title = settings.title.or(articles.first().map(|article| article.title)).unwrap_or_default();
    let mut drafting = Drafting::default();
    let mut sources = Vec::new();
    let events = articles.iter().flat_map(|article| &article.facts.events);
    let dates: Vec<&str> = events.filter_map(|event| event.when.as_deref()).take(MOST_DATES).collect();
    for (number, article) in articles.iter().enumerate() {
        let id = drafting.ids.new_id(article.publisher, "source");
        let mut excerpts = Excerpts::new(article.text, &id);
        said::add(&mut drafting, &mut excerpts, article, number, settings.least);
        happened::add(&mut drafting, &mut excerpts, article, number, &dates);
        let passages = excerpts.into_passages();
        sources.push(wire::Source {
            id,
            publisher: article.publisher.to_owned(),
            title: article.title.to_owned(),
            published: article.published.map(str::to_owned),
            url: None,
            passages,
        });
    }
    let story = wire::Story {
        schema: Some("schema.json".to_owned()),
        format: wire::FORMAT,
        id: slug(title, "story"),
        language: settings.language.to_owned(),
        title: title.to_owned(),
        sources,
        people: drafting.cast.into_people(),
        statements: drafting.statements,
        events: drafting.events,
        order: drafting.order,
        ..wire::Story::default()
    };
    let mut noted = drafting.noted;
    let story = settle::settle(story, &mut noted);
    Drafted { story, noted }
}

/// The first line of an article, where it has the form of a headline.
pub fn headline(text: &str) -> Option<&str> {
    let line = text.lines().map(str::trim).find(|line| !line.is_empty())?;
    let line = line.strip_suffix('.').filter(|line| !line.contains(". ")).unwrap_or(line);
    (line.split_whitespace().count() <= 20 && !line.ends_with('.')).then_some(line)
}

/// What the articles that were read so far have given.
#[derive(Default)]
struct Drafting {
    ids: Ids,
    cast: Cast,
    statements: Vec<wire::Statement>,
    events: Vec<wire::Event>,
    order: Vec<wire::Order>,
    noted: Vec<Noted>,
}

impl Drafting {
    fn note(&mut self, article: usize, words: &str, fate: Fate, reason: impl Into<String>) {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        self.noted.push(Noted { article, words, fate, reason: reason.into() });
    }
}
