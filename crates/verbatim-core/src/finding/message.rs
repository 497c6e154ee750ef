//! The words of each problem: its stable code, and a line that says what is wrong.
//!
//! The page shows these too, so they are put together without `format!`, whose
//! machinery weighs more than the words.

use super::{AlsoRight, Problem, Supported};
use crate::json::Fault;

/// How many letters of an author's text a line repeats.
const SHOWN: usize = 48;

/// Defines the codes, so that the list of them all can't miss one.
macro_rules! codes {
    ($($code:literal: $pattern:pat,)*) => {
        impl Problem {
            /// Every code there is.
            pub const CODES: &'static [&'static str] = &[$($code),*];

            /// The problem's code: stable, for search and for tools.
            pub fn code(&self) -> &'static str {
                match self {
                    $($pattern => $code,)*
                }
            }
        }
    };
}

codes! {
    "too-large": Self::Syntax(Fault::TooLarge),
    "too-deep": Self::Syntax(Fault::TooDeep),
    "not-utf8": Self::Syntax(Fault::NotUtf8),
    "truncated": Self::Syntax(Fault::Truncated),
    "not-json": Self::Syntax(Fault::Empty | Fault::Expected(_)),
    "unsupported-format": Self::UnsupportedFormat { .. },
    "unknown-field": Self::UnknownField { .. },
    "duplicate-field": Self::DuplicateField { .. },
    "missing-field": Self::MissingField { .. },
    "wrong-type": Self::WrongType { .. },
    "unknown-name": Self::UnknownName { .. },
    "malformed": Self::Malformed { .. },
    "empty": Self::Empty { .. },
    "unknown-id": Self::UnknownId { .. },
    "duplicate-id": Self::DuplicateId { .. },
    "repeated": Self::Repeated { .. },
    "too-many": Self::TooMany { .. },
    "passage-too-long": Self::PassageTooLong { .. },
    "evidence-not-found": Self::EvidenceNotFound { .. },
    "evidence-ambiguous": Self::EvidenceAmbiguous { .. },
    "evidence-elsewhere": Self::EvidenceElsewhere { .. },
    "evidence-across-sentences": Self::EvidenceAcrossSentences,
    "too-few-sentences": Self::TooFewSentences { .. },
    "order-cycle": Self::OrderCycle { .. },
    "order-against-dates": Self::OrderAgainstDates { .. },
    "order-of-one": Self::OrderOfOne { .. },
    "too-few-decided": Self::TooFewDecided { .. },
    "listed-against-facts": Self::ListedAgainstFacts { .. },
    "no-right-answer": Self::NoRightAnswer,
    "no-wrong-answer": Self::NoWrongAnswer,
    "several-right-answers": Self::SeveralRightAnswers { .. },
    "same-answer-twice": Self::SameAnswerTwice { .. },
    "also-right": Self::AlsoRight { .. },
    "not-supported": Self::NotSupported { .. },
    "gives-answer-away": Self::GivesAnswerAway { .. },
    "wrong-count": Self::WrongCount { .. },
    "too-few-to-draw": Self::TooFewToDraw { .. },
    "empty-quiz": Self::EmptyQuiz,
    "unused-passage": Self::UnusedPassage,
    "unused-person": Self::UnusedPerson,
    "unasked-question": Self::UnaskedQuestion,
    "not-in-articles": Self::NotInArticles { .. },
    "too-much-of-article": Self::TooMuchOfArticle { .. },
}

impl Problem {
    /// What is wrong, in one line that begins with a small letter.
    pub fn message(&self) -> String {
        let parts: &[&str] = match self {
            Self::Syntax(fault) => match fault {
                Fault::TooLarge => &["the file is too large to be read"],
                Fault::TooDeep => &["the values are nested too deep to be read"],
                Fault::NotUtf8 => &["the file is not UTF-8"],
                Fault::Truncated => &["the file ends in the middle of a value"],
                Fault::Empty => &["the file is empty"],
                Fault::Expected(_) => &["the file is not JSON"],
            },
            Self::UnsupportedFormat { found } => {
                &["the story is of format ", found, ", which is not read here"]
            }
            Self::UnknownField { name, .. } => &["there is no field `", name, "` here"],
            Self::DuplicateField { name } => &["the field `", name, "` stands here twice"],
            Self::MissingField { name } => &["the field `", name, "` is missing"],
            Self::WrongType { expected, found } => &[found, " stands where ", expected, " belongs"],
            Self::UnknownName { name, .. } => &["`", &short(name), "` is none of the known names"],
            Self::Malformed { found, .. } => &["`", &short(found), "` has the wrong form"],
            Self::Empty { what } => &[what, " is empty"],
            Self::UnknownId { what, id, .. } => &["no ", bare(what), " has the id `", &short(id), "`"],
            Self::DuplicateId { what, id } => {
                &["another ", bare(what), " has the id `", &short(id), "` already"]
            }
            Self::Repeated { id } => &["`", id, "` stands in the list twice"],
            Self::TooMany { what, limit } => &["there are more than ", &limit.to_string(), " ", what],
            Self::PassageTooLong { words } => {
                &["the passage is longer than an excerpt may be: ", &words.to_string(), " words"]
            }
            Self::EvidenceNotFound { exact, within, .. } => {
                &["\"", &short(exact), "\" does not stand in ", within]
            }
            Self::EvidenceAmbiguous { exact, within, times } => {
                &["\"", &short(exact), "\" stands in ", within, " ", &times.to_string(), " times"]
            }
            Self::EvidenceElsewhere { source, found } => {
                &["the evidence is from `", found, "`, and `", source, "` is asked"]
            }
            Self::EvidenceAcrossSentences => &["the evidence does not lie within one sentence"],
            Self::TooFewSentences { .. } => &["the passage has too few sentences to choose from"],
            Self::OrderCycle { edges } => {
                let mut way: Vec<&str> = vec!["the order goes round in a circle: `"];
                for edge in edges {
                    way.extend([edge.before.as_str(), "` before `"]);
                }
                way.extend([edges.first().map_or("", |edge| edge.before.as_str()), "`"]);
                return way.concat();
            }
            Self::OrderAgainstDates { edge, .. } => {
                &["`", &edge.before, "` can't have come before `", &edge.after, "`, by their dates"]
            }
            Self::OrderOfOne { event } => &["`", event, "` is said to come before itself"],
            Self::TooFewDecided { decided, pairs } => {
                &["the facts order only ", &decided.to_string(), " of the ", &pairs.to_string(), " pairs"]
            }
            Self::ListedAgainstFacts { first, second, .. } => {
                &["`", second, "` is listed after `", first, "`, and came before it"]
            }
            Self::NoRightAnswer => &["no answer is right"],
            Self::NoWrongAnswer => &["no answer is wrong"],
            Self::SeveralRightAnswers { right } => {
                &[&right.to_string(), " answers are right, and the question takes one"]
            }
            Self::SameAnswerTwice { text } => &["the answer \"", &short(text), "\" is offered twice"],
            Self::AlsoRight { answer, because } => match because {
                AlsoRight::SaidTheSame { statement } => {
                    &["`", answer, "` is right, too: `", statement, "` has the same words"]
                }
                AlsoRight::SameSpeaker { speaker } => {
                    &["`", answer, "` is right, too: these words are also by `", speaker, "`"]
                }
            },
            Self::NotSupported { answer, facts } => match facts {
                Supported::First(first, _) => &["the facts say that `", first, "` came first"],
                Supported::Either => &["the facts don't say that `", answer, "` came first"],
            },
            Self::GivesAnswerAway { shown, answer } => {
                &[shown, " gives the answer away: \"", &short(answer), "\""]
            }
            Self::WrongCount { what, expected, found } => {
                &["there are ", &found.to_string(), " ", what, " where ", expected, " belong"]
            }
            Self::TooFewToDraw { kind, wanted, available } => &[
                "the quiz draws ",
                &wanted.to_string(),
                " of the kind `",
                kind,
                "`, and there are ",
                &available.to_string(),
            ],
            Self::EmptyQuiz => &["the quiz has no questions"],
            Self::UnusedPassage => &["nothing rests on this passage"],
            Self::UnusedPerson => &["this person neither speaks nor is offered as an answer"],
            Self::UnaskedQuestion => &["no quiz asks this question"],
            Self::NotInArticles { .. } => &["the passage does not stand in the articles"],
            Self::TooMuchOfArticle { article, carried, words } => &[
                "the passages carry ",
                &carried.to_string(),
                " of the ",
                &words.to_string(),
                " words of ",
                article,
            ],
        };
        parts.concat()
    }
}

/// A text as far as a line has room for it, on one line.
fn short(text: &str) -> String {
    let text = text.replace(char::is_control, " ");
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => [text[..end].trim_end(), "\u{2026}"].concat(),
        None => text,
    }
}

/// A noun without its article.
fn bare(what: &str) -> &str {
    what.split_once(' ').map_or(what, |(_, noun)| noun)
}
