//! What is found in a text, each fact with its place in it, the rule that found
//! it and how far it can be trusted.

use std::ops::Range;

pub use crate::quotation::Ending;
pub use crate::speaker::Rule;

/// How far a fact can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// May be accepted unread.
    Sure,
    /// Right more often than not: for a person to look at.
    Likely,
    /// For a person to decide.
    Unsure,
}

impl Tier {
    /// The tier's name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sure => "sure",
            Self::Likely => "likely",
            Self::Unsure => "unsure",
        }
    }
}

/// Who speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Speaker {
    /// Somebody the text names: the fullest form of the name that it has.
    Named(String),
    /// A source that the text does not name, as the phrase it has for it.
    Unnamed(String),
    /// The text does not say, or the rules can't tell.
    Open,
}

impl Speaker {
    /// The name or the phrase.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Named(name) | Self::Unnamed(name) => Some(name),
            Self::Open => None,
        }
    }
}

/// Words in quotation marks that somebody said or wrote.
#[derive(Clone, Debug)]
pub struct Quote {
    /// The words without their marks, as bytes of the text.
    pub words: Range<usize>,
    /// How the marks end.
    pub ending: Ending,
    /// Who speaks.
    pub speaker: Speaker,
    /// The words that mention the speaker, as bytes of the text.
    pub mention: Option<Range<usize>>,
    /// The words that say who speaks, verb included, as bytes of the text.
    pub attribution: Option<Range<usize>>,
    /// Whether the mention is a pronoun.
    pub by_pronoun: bool,
    /// The rule that found the speaker.
    pub rule: Rule,
    /// How far the speaker can be trusted.
    pub tier: Tier,
    /// Quotations within this one, which its speaker passes on.
    pub inside: Vec<Quote>,
}

/// All that is found in a text.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The quotations, in the order of the text.
    pub quotes: Vec<Quote>,
}
