//! The words of each problem: its stable code and a line that says what is wrong.

use super::Problem;
use crate::json::Fault;

impl Problem {
    /// The problem's code: stable, for search and for tools.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Syntax(fault) => match fault {
                Fault::TooLarge => "too-large",
                Fault::TooDeep => "too-deep",
                Fault::NotUtf8 => "not-utf8",
                Fault::Truncated => "truncated",
                Fault::Empty | Fault::Expected(_) => "not-json",
            },
            Self::UnsupportedFormat { .. } => "unsupported-format",
            Self::UnknownField { .. } => "unknown-field",
            Self::DuplicateField { .. } => "duplicate-field",
            Self::MissingField { .. } => "missing-field",
            Self::WrongType { .. } => "wrong-type",
            Self::UnknownName { .. } => "unknown-name",
            Self::Malformed { .. } => "malformed",
            Self::Empty { .. } => "empty",
            Self::UnknownId { .. } => "unknown-id",
            Self::DuplicateId { .. } => "duplicate-id",
            Self::Repeated { .. } => "repeated",
            Self::TooMany { .. } => "too-many",
            Self::PassageTooLong { .. } => "passage-too-long",
            Self::EvidenceNotFound { .. } => "evidence-not-found",
            Self::EvidenceAmbiguous { .. } => "evidence-ambiguous",
            Self::EvidenceElsewhere { .. } => "evidence-elsewhere",
            Self::EvidenceAcrossSentences => "evidence-across-sentences",
            Self::TooFewSentences { .. } => "too-few-sentences",
            Self::OrderCycle { .. } => "order-cycle",
            Self::OrderAgainstDates { .. } => "order-against-dates",
            Self::OrderOfOne { .. } => "order-of-one",
            Self::TooFewDecided { .. } => "too-few-decided",
            Self::ListedAgainstFacts { .. } => "listed-against-facts",
            Self::NoRightAnswer => "no-right-answer",
            Self::NoWrongAnswer => "no-wrong-answer",
            Self::SeveralRightAnswers { .. } => "several-right-answers",
            Self::SameAnswerTwice { .. } => "same-answer-twice",
            Self::AlsoRight { .. } => "also-right",
            Self::NotSupported { .. } => "not-supported",
            Self::GivesAnswerAway { .. } => "gives-answer-away",
            Self::WrongCount { .. } => "wrong-count",
            Self::TooFewToDraw { .. } => "too-few-to-draw",
            Self::EmptyQuiz => "empty-quiz",
            Self::UnusedPassage => "unused-passage",
            Self::UnusedPerson => "unused-person",
            Self::UnaskedQuestion => "unasked-question",
            Self::NotInArticles { .. } => "not-in-articles",
            Self::TooMuchOfArticle { .. } => "too-much-of-article",
        }
    }
}
