//! What is told in passing: what came of something, or why nothing did.

use verbatim_studio::Refusal;

use crate::messages::{Arg, Say, Words};

/// Something to tell.
pub enum Told {
    /// In words.
    Say(Say),
    /// Why something was not done.
    Refused(Refusal),
    /// What was found in an article.
    Found {
        /// How many quotations.
        said: usize,
        /// How much else.
        other: usize,
        /// How much of it may be accepted unread.
        sure: usize,
    },
    /// A story was opened, by its file's name.
    Opened(String),
    /// A file is no story, or one of another shape.
    NotOpened(String),
    /// A file could not be read as text.
    NotRead(String),
    /// A file was saved.
    Saved(String),
    /// A file was saved with its faults.
    SavedAll(String),
    /// A file was saved without some words.
    SavedWithout(String, Vec<String>),
}

/// In words.
pub fn text(told: &Told, words: &Words) -> String {
    match told {
        Told::Say(say) => words.text(*say).to_owned(),
        Told::Refused(refusal) => words.text(refused(*refusal)).to_owned(),
        Told::Found { said, other, sure } => [
            words.fill(Say::FoundSaid, &[Arg::Number(*said)]),
            words.fill(Say::FoundOther, &[Arg::Number(*other)]),
            words.fill(Say::FoundSure, &[Arg::Number(*sure)]),
        ]
        .join(" "),
        Told::Opened(name) => words.fill(Say::Opened, &[Arg::Name(name)]),
        Told::NotOpened(name) => words.fill(Say::NotOpened, &[Arg::Name(name)]),
        Told::NotRead(name) => words.fill(Say::NotRead, &[Arg::Name(name)]),
        Told::Saved(name) => words.fill(Say::Saved, &[Arg::Name(name)]),
        Told::SavedAll(name) => words.fill(Say::SavedAll, &[Arg::Name(name)]),
        Told::SavedWithout(name, left_out) => {
            let left_out: Vec<String> = left_out
                .iter()
                .map(|words_of| words.fill(Say::Quoted, &[Arg::Name(&short(words_of))]))
                .collect();
            words.fill(Say::SavedWithout, &[Arg::Name(name), Arg::Name(&left_out.join(", "))])
        }
    }
}

/// The beginning of long words.
pub fn short(words: &str) -> String {
    const LONGEST: usize = 64;
    match words.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", words.get(..end).unwrap_or_default().trim_end()),
        None => words.to_owned(),
    }
}

/// Why something was not done, in words.
pub fn refused(refusal: Refusal) -> Say {
    match refusal {
        Refusal::Gone => Say::RefusedGone,
        Refusal::NoSpeaker => Say::RefusedNoSpeaker,
        Refusal::NoAttribution => Say::RefusedNoAttribution,
        Refusal::PassesOn => Say::RefusedPassesOn,
        Refusal::SaidAlready => Say::RefusedSaidAlready,
        Refusal::TooLong => Say::RefusedTooLong,
        Refusal::TooMuch => Say::RefusedTooMuch,
        Refusal::Twice => Say::RefusedTwice,
        Refusal::OutsidePassages => Say::RefusedOutside,
        Refusal::NoWords => Say::RefusedNoWords,
        Refusal::SameEvent => Say::RefusedSameEvent,
        Refusal::TooLarge => Say::RefusedTooLarge,
        Refusal::NotTheArticle => Say::RefusedNotTheArticle,
    }
}
