//! The document: a story in the making, the articles it is made of, and what is marked in them.

use std::collections::BTreeSet;
use std::ops::Range;
use std::rc::Rc;

use serde::{Deserialize, Serialize};
use verbatim_core::wire;
use verbatim_core::words::count_words;
use verbatim_draft::story::{drawn, slug};

use crate::mark::{Fact, Key, Mark};
use crate::save::Opened;

/// All that stands on the desk.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The story with everybody who might speak and every article's source; what of
    /// that is in the file, [`Document::story`] says.
    pub(crate) base: wire::Story,
    /// The texts, one for each source of the story, in its order.
    pub articles: Vec<Article>,
    /// The ids of those who are in the story only where it needs them.
    pub(crate) candidates: BTreeSet<String>,
    /// Where the quizzes come from.
    pub quizzes: Quizzes,
    /// The file that was opened, to be saved as it was where nothing changed.
    pub(crate) opened: Option<Rc<Opened>>,
    pub(crate) next: u32,
}

/// Where a story's quizzes come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Quizzes {
    /// One is drawn of as many questions as the facts support.
    Drawn,
    /// They are as the file has them.
    AsWritten,
}

/// The text of a source, and what is marked in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    /// The text.
    pub text: Rc<str>,
    /// What of the source it is.
    pub origin: Origin,
    /// The passages of the source, as parts of the text.
    pub cuts: Vec<Cut>,
    /// What is marked, in the order of the text, what is around before what is inside.
    pub marks: Vec<Mark>,
    /// The dates that the text names.
    pub dates: Rc<[Dated]>,
}

/// What of a source a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Origin {
    /// All of the article: passages are cut from it as facts need them.
    Whole,
    /// The passages of an opened story alone, with an empty line between; none can be added.
    Passages,
}

/// A passage as a part of an article's text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cut {
    /// The passage's id.
    pub id: String,
    /// Its bytes.
    pub range: Range<usize>,
}

/// A date that a text names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dated {
    /// Its words, as bytes of the text.
    pub words: Range<usize>,
    /// Its value in TIMEX3.
    pub value: String,
}

impl Default for Document {
    fn default() -> Self {
        let base = wire::Story {
            schema: Some("schema.json".to_owned()),
            format: wire::FORMAT,
            language: "en".to_owned(),
            ..wire::Story::default()
        };
        Self {
            base,
            articles: Vec::new(),
            candidates: BTreeSet::new(),
            quizzes: Quizzes::Drawn,
            opened: None,
            next: 0,
        }
    }
}

impl Document {
    /// The story as it stands: without people and sources that it does not need yet,
    /// with the quiz that its facts support. It may still have faults.
    pub fn story(&self) -> wire::Story {
        let mut story = self.base.clone();
        let mut articles = self.articles.iter();
        story.sources.retain(|source| {
            let is_whole = articles.next().is_some_and(|article| article.origin == Origin::Whole);
            !is_whole || !source.passages.is_empty()
        });
        story.people.retain(|person| !self.candidates.contains(&person.id) || self.needs(&person.id));
        if story.id.is_empty() {
            story.id = slug(&story.title, "story");
        }
        if self.quizzes == Quizzes::Drawn {
            story.quizzes = drawn(&story).into_iter().collect();
        }
        story
    }

    /// Whether any statement or question names somebody.
    fn needs(&self, person: &str) -> bool {
        self.base.statements.iter().any(|statement| {
            statement.speaker == person
                || statement.to.as_deref() == Some(person)
                || statement.reported_by.iter().any(|reporter| reporter == person)
        })
    }

    /// Everybody who speaks or might, in an order that stays: the cast of the keys.
    pub fn cast(&self) -> &[wire::Person] {
        &self.base.people
    }

    /// The person with an id, and the place in the cast.
    pub fn person(&self, id: &str) -> Option<(usize, &wire::Person)> {
        self.base.people.iter().enumerate().find(|(_, person)| person.id == id)
    }

    /// What the file says beside its facts: title, language, summary, id.
    pub fn head(&self) -> &wire::Story {
        &self.base
    }

    /// The source of an article.
    pub fn source(&self, article: usize) -> Option<&wire::Source> {
        self.base.sources.get(article)
    }

    /// The record of a statement.
    pub fn statement(&self, id: &str) -> Option<&wire::Statement> {
        self.base.statements.iter().find(|statement| statement.id == id)
    }

    /// How many statements somebody has in the story.
    pub fn statements_of(&self, person: &str) -> usize {
        self.base.statements.iter().filter(|statement| statement.speaker == person).count()
    }

    /// The record of an event.
    pub fn event(&self, id: &str) -> Option<&wire::Event> {
        self.base.events.iter().find(|event| event.id == id)
    }

    /// A mark with the place of its article.
    pub fn mark(&self, key: Key) -> Option<(usize, &Mark)> {
        let mut all = self.articles.iter().enumerate();
        all.find_map(|(place, article)| Some((place, article.marks.iter().find(|mark| mark.key == key)?)))
    }

    /// The mark of a statement or event of the story.
    pub fn mark_of(&self, id: &str) -> Option<Key> {
        let all = self.articles.iter().flat_map(|article| &article.marks);
        all.filter(|mark| !matches!(mark.fact, Fact::Ordered(_)))
            .find(|mark| mark.accepted() == Some(id))
            .map(|mark| mark.key)
    }

    /// The mark of an order of the story, by the ids of its events.
    pub fn mark_of_order(&self, before: &str, after: &str) -> Option<Key> {
        let id = format!("{before} {after}");
        let all = self.articles.iter().flat_map(|article| &article.marks);
        all.filter(|mark| matches!(mark.fact, Fact::Ordered(_)))
            .find(|mark| mark.accepted() == Some(&id))
            .map(|mark| mark.key)
    }

    /// The words of a mark.
    pub fn words(&self, key: Key) -> &str {
        self.mark(key)
            .and_then(|(place, mark)| self.articles.get(place)?.text.get(mark.words.clone()))
            .unwrap_or_default()
    }

    /// Whether there is nothing on the desk.
    pub fn is_empty(&self) -> bool {
        self.articles.is_empty() && self.opened.is_none()
    }

    pub(crate) fn mark_mut(&mut self, key: Key) -> Option<&mut Mark> {
        self.articles.iter_mut().flat_map(|article| &mut article.marks).find(|mark| mark.key == key)
    }

    pub(crate) fn new_key(&mut self) -> Key {
        self.next += 1;
        Key(self.next)
    }

    /// Every id that is taken.
    pub(crate) fn taken(&self) -> impl Iterator<Item = String> + use<'_> {
        let base = &self.base;
        let passages = base.sources.iter().flat_map(|source| &source.passages);
        let ids = base.sources.iter().map(|source| &source.id);
        let ids = ids.chain(passages.map(|passage| &passage.id)).chain(base.people.iter().map(|one| &one.id));
        let ids = ids.chain(base.statements.iter().map(|one| &one.id));
        ids.chain(base.events.iter().map(|one| &one.id)).cloned()
    }
}

impl Article {
    /// How many of a hundred words of the article its passages carry, rounded up; none
    /// where the article itself is not here.
    pub fn share(&self) -> Option<usize> {
        let mut ranges: Vec<Range<usize>> = self.cuts.iter().map(|cut| cut.range.clone()).collect();
        ranges.sort_by_key(|range| range.start);
        let (mut carried, mut end) = (0, 0);
        for range in ranges {
            carried += self.text.get(range.start.max(end)..range.end).map_or(0, count_words);
            end = end.max(range.end);
        }
        let words = count_words(&self.text).max(1);
        (self.origin == Origin::Whole).then(|| (carried * 100).div_ceil(words))
    }

    /// Puts the marks into the order of the text, what is around before what is inside.
    pub(crate) fn sort(&mut self) {
        self.marks.sort_by_key(|mark| (mark.words.start, std::cmp::Reverse(mark.words.end), mark.key));
    }
}
