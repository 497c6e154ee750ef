//! What the check has to say about a story, as data: a problem, its place, and
//! whether it stops the story from being played. How it is drawn on a terminal
//! or a screen is left to whoever shows it.

use std::ops::Range;

use crate::json::{Fault, Path, Target};

mod message;

/// One thing to say about a story.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What is wrong.
    pub problem: Problem,
    /// Where.
    pub place: Place,
}

/// A place in a story file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// A JSON Pointer (RFC 6901) into the file; empty for the whole of it.
    pub pointer: String,
    /// Which part of what the pointer names.
    pub target: Target,
}

impl Finding {
    /// A finding on the value at a path.
    pub fn at(path: &Path<'_>, problem: Problem) -> Self {
        Self { problem, place: Place { pointer: path.pointer(), target: Target::Value } }
    }

    /// The same finding on another part of its place.
    #[must_use]
    pub fn with_target(mut self, target: Target) -> Self {
        self.place.target = target;
        self
    }

    /// Whether this keeps the story from being played.
    pub fn severity(&self) -> Severity {
        self.problem.severity()
    }
}

/// Whether a finding keeps a story from being played.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The story can't be played, or a question of it not asked.
    Error,
    /// The story can be played; something is likely not as it was meant.
    Warning,
}

/// An edge of an order, for messages: the two events and the words that order them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The id of the earlier event.
    pub before: String,
    /// The id of the later event.
    pub after: String,
    /// The words of the evidence, or the two dates.
    pub because: String,
    /// A JSON Pointer to the entry of `order`; `None` for an order by dates.
    pub pointer: Option<String>,
}

/// The part of a text that comes closest to words that were not found in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nearest {
    /// A JSON Pointer to the passage's text; `None` for an article outside the story.
    pub pointer: Option<String>,
    /// The bytes of the text that come closest.
    pub range: Range<usize>,
    /// Those words.
    pub words: String,
}

/// What can be wrong with a story. What only the authors' tools look for, only they have.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// The file is not JSON, or is not read for its size or depth.
    Syntax(Fault),
    /// The file's format is not the one that is read here.
    UnsupportedFormat {
        /// The format as the file has it.
        found: String,
    },
    /// A field that the format does not know.
    UnknownField {
        /// The field's name.
        name: String,
        /// The names that are known there.
        known: Vec<&'static str>,
    },
    /// A field that stands twice.
    DuplicateField {
        /// The field's name.
        name: String,
    },
    /// A field that must be there and is not.
    MissingField {
        /// The field's name.
        name: &'static str,
    },
    /// A value of another type than the field holds.
    WrongType {
        /// What the field holds.
        expected: &'static str,
        /// What stands there.
        found: &'static str,
    },
    /// A name of which only some are known.
    UnknownName {
        /// The name as the file has it.
        name: String,
        /// The names that are known.
        known: &'static [&'static str],
    },
    /// A text that is not of the form that the field asks for.
    Malformed {
        /// What the field holds.
        expected: &'static str,
        /// What stands there.
        found: String,
    },
    /// A text that is empty.
    Empty {
        /// What it is.
        what: &'static str,
    },
    /// An id that nothing in the story has.
    UnknownId {
        /// What it should name: `a statement`.
        what: &'static str,
        /// The id.
        id: String,
        /// The existing id that comes closest.
        closest: Option<String>,
    },
    /// An id that two things of one sort have.
    DuplicateId {
        /// What it names.
        what: &'static str,
        /// The id.
        id: String,
    },
    /// An id that a list names twice.
    Repeated {
        /// The id.
        id: String,
    },
    /// Too many of something for the check to stay quick.
    TooMany {
        /// Of what.
        what: &'static str,
        /// How many there may be.
        limit: usize,
    },
    /// A passage that is longer than an excerpt may be.
    PassageTooLong {
        /// Its length in words.
        words: usize,
    },
    /// Evidence that does not stand in its passage.
    EvidenceNotFound {
        /// The words that were looked for.
        exact: String,
        /// In what: `the passage`.
        within: &'static str,
        /// Where the passage comes closest, and its pointer.
        nearest: Option<Nearest>,
        /// The id of another passage in which the words do stand.
        elsewhere: Option<String>,
    },
    /// Evidence that stands in its passage more than once.
    EvidenceAmbiguous {
        /// The words that were looked for.
        exact: String,
        /// In what: `the passage`.
        within: &'static str,
        /// How often they stand there.
        times: usize,
    },
    /// Evidence that is not from the source that is asked.
    EvidenceElsewhere {
        /// The source that is asked.
        source: String,
        /// The source that the evidence is from.
        found: String,
    },
    /// Evidence that does not lie within one sentence.
    EvidenceAcrossSentences,
    /// A passage of too few sentences to choose one from.
    TooFewSentences {
        /// How many sentences it has.
        found: usize,
    },
    /// Events that each come before the other.
    OrderCycle {
        /// The edges that lead around.
        edges: Vec<Edge>,
    },
    /// An order that the events' dates rule out.
    OrderAgainstDates {
        /// The edge.
        edge: Edge,
        /// The date of the event that is said to be earlier.
        before: String,
        /// The date of the event that is said to be later.
        after: String,
    },
    /// An event that is said to come before itself.
    OrderOfOne {
        /// The event.
        event: String,
    },
    /// A sequence most of whose pairs the facts leave open.
    TooFewDecided {
        /// How many pairs the facts order.
        decided: usize,
        /// How many pairs there are.
        pairs: usize,
    },
    /// A sequence listed in an order that the facts rule out.
    ListedAgainstFacts {
        /// The event that is listed first and is the later one.
        first: String,
        /// The event that is listed after it and is the earlier one.
        second: String,
        /// Why it is the earlier one; told to authors only.
        because: Vec<Edge>,
    },
    /// A question without a right answer.
    NoRightAnswer,
    /// A question without a wrong answer.
    NoWrongAnswer,
    /// A question with several right answers that does not say so.
    SeveralRightAnswers {
        /// How many.
        right: usize,
    },
    /// Two answers of one question that read the same.
    SameAnswerTwice {
        /// The answer.
        text: String,
    },
    /// A wrong answer that the story's own facts make right.
    AlsoRight {
        /// The answer.
        answer: String,
        /// Why it is right too.
        because: AlsoRight,
    },
    /// An answer that the author names and the facts do not support.
    NotSupported {
        /// The answer as the author names it.
        answer: String,
        /// What the facts support.
        facts: Supported,
    },
    /// Something shown with the question that holds its answer.
    GivesAnswerAway {
        /// What is shown: `the quotation`.
        shown: &'static str,
        /// The answer that stands in it.
        answer: String,
    },
    /// A number of parts that a question of this kind can't have.
    WrongCount {
        /// What is counted.
        what: &'static str,
        /// How many are needed: `two`.
        expected: &'static str,
        /// How many there are.
        found: usize,
    },
    /// A quiz that asks for more questions than can be drawn.
    #[cfg(feature = "author")]
    TooFewToDraw {
        /// The kind of question.
        kind: &'static str,
        /// How many the quiz asks for.
        wanted: u32,
        /// How many there are.
        available: usize,
    },
    /// A quiz without questions.
    EmptyQuiz,
    /// A passage that no fact and no question rests on.
    #[cfg(feature = "author")]
    UnusedPassage,
    /// A person who neither speaks nor is offered.
    #[cfg(feature = "author")]
    UnusedPerson,
    /// A question by hand that no quiz can ask.
    #[cfg(feature = "author")]
    UnaskedQuestion,
    /// A passage that stands in none of the articles it was compared with.
    #[cfg(feature = "author")]
    NotInArticles {
        /// Where an article comes closest: its name and the words.
        nearest: Option<(String, Nearest)>,
    },
    /// Excerpts that together carry too much of an article.
    #[cfg(feature = "author")]
    TooMuchOfArticle {
        /// The article.
        article: String,
        /// How many of its words the excerpts carry.
        carried: usize,
        /// How many words it has.
        words: usize,
    },
}

/// Why a wrong answer is right too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AlsoRight {
    /// The person said the same words, in another statement.
    SaidTheSame {
        /// That statement's id.
        statement: String,
    },
    /// The statement is by the same person.
    SameSpeaker {
        /// The person's id.
        speaker: String,
    },
}

/// What the facts say of the order of two events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Supported {
    /// This event came first, for these reasons, which are told to authors only.
    First(String, Vec<Edge>),
    /// Either order is equally supported.
    Either,
}

impl Problem {
    /// Whether this keeps a story from being played.
    pub fn severity(&self) -> Severity {
        match self {
            #[cfg(feature = "author")]
            Self::UnusedPassage | Self::UnusedPerson | Self::UnaskedQuestion => Severity::Warning,
            _ => Severity::Error,
        }
    }
}
