//! The words of each problem: its stable code, and a line that says what is wrong.
//!
//! The page shows these too, so they are put together without `format!`, whose
//! machinery weighs more than the words.

use super::{AlsoRight, Edge, Problem, Supported};
use crate::decimal::decimal;
use crate::json::Fault;
use crate::words::cut;

/// How many letters of an author's text a line repeats.
const SHOWN: usize = 48;

/// Defines the codes and the line of each, so that the list of them all can't miss one.
/// A `%` in a line stands for the next of the words that [`Problem::put`] puts in.
macro_rules! codes {
    ($($(#[$author:meta])? $code:literal $line:literal: $pattern:pat,)*) => {
        impl Problem {
            /// Every code there is.
            pub const CODES: &'static [&'static str] = &[$($(#[$author])? $code),*];

            /// The problem's code: stable, for search and for tools.
            pub fn code(&self) -> &'static str {
                match self {
                    $($(#[$author])? $pattern => $code,)*
                }
            }

            fn line(&self) -> &'static str {
                match self.line_of_its_own() {
                    Some(line) => line,
                    None => match self {
                        $($(#[$author])? $pattern => $line,)*
                    },
                }
            }
        }
    };
}

codes! {
    "too-large" "the file is too large to be read": Self::Syntax(Fault::TooLarge),
    "too-deep" "the values are nested too deep to be read": Self::Syntax(Fault::TooDeep),
    "not-utf8" "the file is not UTF-8": Self::Syntax(Fault::NotUtf8),
    "truncated" "the file ends in the middle of a value": Self::Syntax(Fault::Truncated),
    "not-json" "the file is not JSON": Self::Syntax(Fault::Expected(_) | Fault::Empty),
    "unsupported-format" "the story is of format %, which is not read here": Self::UnsupportedFormat { .. },
    "unknown-field" "there is no field `%` here": Self::UnknownField { .. },
    "duplicate-field" "the field `%` stands here twice": Self::DuplicateField { .. },
    "missing-field" "the field `%` is missing": Self::MissingField { .. },
    "wrong-type" "% stands where % belongs": Self::WrongType { .. },
    "unknown-name" "`%` is none of the known names": Self::UnknownName { .. },
    "malformed" "`%` has the wrong form": Self::Malformed { .. },
    "empty" "% is empty": Self::Empty { .. },
    "unknown-id" "no % has the id `%`": Self::UnknownId { .. },
    "duplicate-id" "another % has the id `%` already": Self::DuplicateId { .. },
    "repeated" "`%` stands in the list twice": Self::Repeated { .. },
    "too-many" "there are more than % %": Self::TooMany { .. },
    "passage-too-long" "the passage is longer than an excerpt may be: % words": Self::PassageTooLong { .. },
    "evidence-not-found" "\"%\" does not stand in %": Self::EvidenceNotFound { .. },
    "evidence-ambiguous" "\"%\" stands in % % times": Self::EvidenceAmbiguous { .. },
    "evidence-elsewhere" "the evidence is from `%`, and `%` is asked": Self::EvidenceElsewhere { .. },
    "evidence-across-sentences" "the evidence does not lie within one sentence": Self::EvidenceAcrossSentences,
    "too-few-sentences" "the passage has too few sentences to choose from": Self::TooFewSentences { .. },
    "order-cycle" "the order goes round in a circle: `%`": Self::OrderCycle { .. },
    "order-against-dates" "`%` can't have come before `%`, by their dates": Self::OrderAgainstDates { .. },
    "order-of-one" "`%` is said to come before itself": Self::OrderOfOne { .. },
    "too-few-decided" "the facts order only % of the % pairs": Self::TooFewDecided { .. },
    "listed-against-facts" "`%` is listed after `%`, and came before it": Self::ListedAgainstFacts { .. },
    "no-right-answer" "no answer is right": Self::NoRightAnswer,
    "no-wrong-answer" "no answer is wrong": Self::NoWrongAnswer,
    "several-right-answers" "% answers are right, and the question takes one": Self::SeveralRightAnswers { .. },
    "same-answer-twice" "the answer \"%\" is offered twice": Self::SameAnswerTwice { .. },
    "also-right" "`%` is right, too: `%` has the same words": Self::AlsoRight { .. },
    "not-supported" "the facts say that `%` came first": Self::NotSupported { .. },
    "gives-answer-away" "% gives the answer away: \"%\"": Self::GivesAnswerAway { .. },
    "wrong-count" "there are % % where % belong": Self::WrongCount { .. },
    #[cfg(feature = "author")]
    "too-few-to-draw" "the quiz draws % of the kind `%`, and there are %": Self::TooFewToDraw { .. },
    "empty-quiz" "the quiz has no questions": Self::EmptyQuiz,
    #[cfg(feature = "author")]
    "unused-passage" "nothing rests on this passage": Self::UnusedPassage,
    #[cfg(feature = "author")]
    "unused-person" "this person neither speaks nor is offered as an answer": Self::UnusedPerson,
    #[cfg(feature = "author")]
    "unasked-question" "no quiz asks this question": Self::UnaskedQuestion,
    #[cfg(feature = "author")]
    "not-in-articles" "the passage does not stand in the articles": Self::NotInArticles { .. },
    #[cfg(feature = "author")]
    "too-much-of-article" "the passages carry % of the % words of %": Self::TooMuchOfArticle { .. },
}

impl Problem {
    /// What is wrong, in one line that begins with a small letter.
    pub fn message(&self) -> String {
        let mut line = Line { text: String::new(), rest: self.line() };
        self.put(&mut line);
        line.text.push_str(line.rest);
        line.text
    }

    /// Its line, where those of one code have different ones.
    fn line_of_its_own(&self) -> Option<&'static str> {
        match self {
            Self::Syntax(Fault::Empty) => Some("the file is empty"),
            Self::AlsoRight { because: AlsoRight::SameSpeaker { .. }, .. } => {
                Some("`%` is right, too: these words are also by `%`")
            }
            Self::NotSupported { facts: Supported::Either, .. } => {
                Some("the facts don't say that `%` came first")
            }
            _ => None,
        }
    }

    /// Puts in the words that a problem's line leaves open.
    fn put(&self, line: &mut Line) {
        match self {
            Self::UnsupportedFormat { found: text }
            | Self::UnknownField { name: text, .. }
            | Self::DuplicateField { name: text }
            | Self::Repeated { id: text }
            | Self::OrderOfOne { event: text } => line.put(text),
            Self::MissingField { name: text } | Self::Empty { what: text } => line.put(text),
            Self::UnknownName { name: text, .. }
            | Self::Malformed { found: text, .. }
            | Self::SameAnswerTwice { text } => line.put(&short(text)),
            Self::WrongType { expected, found } => line.put_both(found, expected),
            Self::UnknownId { what, id, .. } | Self::DuplicateId { what, id } => {
                line.put_both(bare(what), &short(id));
            }
            Self::TooMany { what, limit } => line.put_both(&decimal(*limit), what),
            Self::PassageTooLong { words: count } | Self::SeveralRightAnswers { right: count } => {
                line.put(&decimal(*count));
            }
            Self::EvidenceNotFound { exact, within, .. } => line.put_both(&short(exact), within),
            Self::EvidenceAmbiguous { exact, within, times } => {
                line.put_both(&short(exact), within);
                line.put(&decimal(*times));
            }
            Self::EvidenceElsewhere { source, found } => line.put_both(found, source),
            Self::OrderCycle { edges } => line.put(&way(edges)),
            Self::OrderAgainstDates { edge, .. } => line.put_both(&edge.before, &edge.after),
            Self::TooFewDecided { decided, pairs } => {
                line.put_both(&decimal(*decided), &decimal(*pairs));
            }
            Self::ListedAgainstFacts { first, second, .. } => line.put_both(second, first),
            Self::AlsoRight {
                answer,
                because:
                    AlsoRight::SaidTheSame { statement: other } | AlsoRight::SameSpeaker { speaker: other },
            } => line.put_both(answer, other),
            Self::NotSupported { facts: Supported::First(first, _), .. } => line.put(first),
            Self::NotSupported { answer, facts: Supported::Either } => line.put(answer),
            Self::GivesAnswerAway { shown, answer } => line.put_both(shown, &short(answer)),
            Self::WrongCount { what, expected, found } => {
                line.put_both(&decimal(*found), what);
                line.put(expected);
            }
            #[cfg(feature = "author")]
            Self::TooFewToDraw { kind, wanted, available } => {
                line.put_both(&decimal(*wanted as usize), kind);
                line.put(&decimal(*available));
            }
            #[cfg(feature = "author")]
            Self::TooMuchOfArticle { article, carried, words } => {
                line.put_both(&decimal(*carried), &decimal(*words));
                line.put(article);
            }
            _ => {}
        }
    }
}

/// A line that is being put together.
struct Line {
    text: String,
    /// What is still to come of the line as it is defined.
    rest: &'static str,
}

impl Line {
    /// Puts words in the next place that is open.
    fn put(&mut self, words: &str) {
        let (before, after) = cut(self.rest, b'%').unwrap_or((self.rest, ""));
        self.text.push_str(before);
        self.text.push_str(words);
        self.rest = after;
    }

    fn put_both(&mut self, first: &str, second: &str) {
        self.put(first);
        self.put(second);
    }
}

/// The events of a circle, from one of them to itself.
fn way(edges: &[Edge]) -> String {
    let mut way = String::new();
    for edge in edges {
        way.push_str(&edge.before);
        way.push_str("` before `");
    }
    way.push_str(edges.first().map_or("", |edge| edge.before.as_str()));
    way
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
    cut(what, b' ').map_or(what, |(_, noun)| noun)
}
