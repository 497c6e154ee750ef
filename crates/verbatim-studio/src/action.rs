//! What a person does at the desk, and why some of it can't be done.

use std::ops::Range;

use crate::asked::{AskedField, QuizField};
use crate::mark::Key;

/// Something that a person does. Articles are named by their place, ranges are bytes of
/// the article's text.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Lays an article on the desk and marks what is found in it.
    Add(NewArticle),
    /// Takes an article away with all that rests on it.
    Remove(usize),
    /// Writes a field of the story.
    Head(HeadField, String),
    /// Writes a field of a source.
    Source(usize, SourceField, String),
    /// Takes a mark into the story.
    Accept(Key),
    /// Takes all proposals into the story that may be accepted unread.
    AcceptSure,
    /// Keeps a mark out of the story.
    Reject(Key),
    /// Leaves a mark for later.
    Reopen(Key),
    /// Says who speaks; none leaves it open.
    Speaker(Key, Option<String>),
    /// Says who passes the words on.
    Reporter(Key, Option<String>),
    /// Brings in somebody new, as the speaker of a mark where one is given.
    Introduce(Option<Key>, String),
    /// Writes a field of a person.
    Person(String, PersonField, String),
    /// Says that the first person is the second.
    Merge(String, String),
    /// Gives a mark other words.
    Words(Key, Range<usize>),
    /// Says which words name the speaker.
    Attribution(Key, Range<usize>),
    /// Writes a field of what was said; it has to be in the story.
    Statement(Key, StatementField, String),
    /// Writes a field of what happened.
    Event(Key, EventField, String),
    /// Marks words as somebody's.
    Said(usize, Range<usize>),
    /// Marks words as telling what happened.
    Happened(usize, Range<usize>),
    /// Marks words as saying that one event came before another.
    Ordered(usize, Range<usize>, Key, Key),
    /// Writes a field of the question written by hand in a place.
    Asked(usize, AskedField, String),
    /// Writes a field of the quiz written by hand in a place.
    Quiz(usize, QuizField, String),
    /// Lays an article itself beside the passages that an opened story has of it.
    Give(usize, String),
    /// Has one quiz drawn of all that the facts support.
    Draw,
}

/// An article that is laid on the desk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewArticle {
    /// Its text, with paragraphs as lines.
    pub text: String,
    /// Who published it; may be said later.
    pub publisher: String,
    /// Its headline; where it is empty the first line of the text.
    pub title: String,
    /// When it was published: a year, a month or a day; may be empty.
    pub published: String,
}

/// A field of a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadField {
    /// What it is called.
    Title,
    /// Its language, as a BCP 47 tag.
    Language,
    /// What it is about.
    Summary,
    /// Its name in addresses.
    Id,
}

/// A field of a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceField {
    /// Who published it.
    Publisher,
    /// Its headline.
    Title,
    /// When it was published.
    Published,
    /// Where it can be read.
    Url,
}

/// A field of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PersonField {
    /// The name, or the phrase for a source that is not named.
    Name,
    /// Who that is.
    Role,
    /// Other names, with commas between.
    Aliases,
    /// `yes` where the source leaves the name open.
    Unnamed,
}

/// A field of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatementField {
    /// When or where it was said.
    Context,
    /// A hint.
    Hint,
    /// Words worth asking for as gaps, with commas between.
    Gaps,
}

/// A field of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventField {
    /// What happened.
    Summary,
    /// When.
    When,
}

/// Why something was not done; then nothing has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// What it is about is not there any more.
    Gone,
    /// Nobody is said to speak the words.
    NoSpeaker,
    /// No words are said to name the speaker.
    NoAttribution,
    /// The words only pass on somebody else's, which have a mark of their own.
    PassesOn,
    /// The story has these words of the same person already.
    SaidAlready,
    /// The words and what they need are too long for a passage.
    TooLong,
    /// The passages would carry too much of the article.
    TooMuch,
    /// The words stand in their passage more than once.
    Twice,
    /// The words don't lie in one passage, and the article itself is not here.
    OutsidePassages,
    /// There are no words.
    NoWords,
    /// An event can't come before itself.
    SameEvent,
    /// The text is longer than is read.
    TooLarge,
    /// A passage of the story does not stand in the text.
    NotTheArticle,
}

impl Action {
    /// What an action writes into, where it writes into a field: a run of letters
    /// typed there is undone at once.
    pub(crate) fn field(&self) -> Option<String> {
        Some(match self {
            Self::Head(field, _) => format!("head {field:?}"),
            Self::Source(article, field, _) => format!("source {article} {field:?}"),
            Self::Person(id, PersonField::Unnamed, value) => format!("person {id} {value}"),
            Self::Person(id, field, _) => format!("person {id} {field:?}"),
            Self::Statement(key, field, _) => format!("statement {key:?} {field:?}"),
            Self::Event(key, field, _) => format!("event {key:?} {field:?}"),
            Self::Asked(_, AskedField::Right(_) | AskedField::Verdict, _) => return None,
            Self::Asked(at, field, _) => format!("asked {at} {field:?}"),
            Self::Quiz(at, field, _) => format!("quiz {at} {field:?}"),
            _ => return None,
        })
    }
}
