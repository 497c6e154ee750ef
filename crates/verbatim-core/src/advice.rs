//! What an author may do about each problem: what was expected, what comes
//! closest, and what usually helps. The page does without.

use crate::check::{MAX_CARRIED_PERCENT, MAX_PASSAGE_WORDS, closest};
use crate::finding::{AlsoRight, Problem, Supported};
use crate::json::{Fault, MAX_BYTES, MAX_DEPTH};
use crate::words::same_words;

impl Problem {
    /// What was expected in the place, to follow the word "expected".
    pub fn expected(&self) -> Option<String> {
        Some(match self {
            Self::Syntax(fault) => match fault {
                Fault::TooLarge => format!("{} MiB at the most", MAX_BYTES >> 20),
                Fault::TooDeep => format!("{MAX_DEPTH} levels at the most"),
                Fault::NotUtf8 => "text encoded as UTF-8".to_owned(),
                Fault::Truncated => "the rest of the value".to_owned(),
                Fault::Empty => "an object".to_owned(),
                Fault::Expected(what) => (*what).to_owned(),
            },
            Self::UnsupportedFormat { .. } => format!("format {}", crate::wire::FORMAT),
            Self::WrongType { expected, .. } | Self::Malformed { expected, .. } => (*expected).to_owned(),
            Self::UnknownName { known, .. } => one_of(known),
            Self::TooMany { what, limit } => format!("{limit} {what} at the most"),
            Self::PassageTooLong { .. } => format!("{MAX_PASSAGE_WORDS} words at the most"),
            Self::EvidenceElsewhere { source, .. } => format!("a passage of `{source}`"),
            Self::EvidenceAcrossSentences => "words of one sentence".to_owned(),
            Self::TooFewSentences { found } => format!("two sentences or more, found {found}"),
            Self::OrderAgainstDates { edge, before, after } => {
                format!(
                    "the earlier event first: `{}` is dated {before}, `{}` {after}",
                    edge.before, edge.after
                )
            }
            Self::TooFewDecided { pairs, .. } => {
                format!("{} or more of the pairs to be ordered", pairs / 2 + 1)
            }
            Self::NoRightAnswer => "one right answer or more".to_owned(),
            Self::NoWrongAnswer => "one wrong answer or more".to_owned(),
            Self::SeveralRightAnswers { .. } => "one right answer".to_owned(),
            Self::NotSupported { facts, .. } => match facts {
                Supported::First(first, _) => format!("`{first}`"),
                Supported::Either => "`undecided`".to_owned(),
            },
            Self::WrongCount { what, expected, .. } => format!("{expected} {what}"),
            Self::TooFewToDraw { available, .. } => format!("{available} at the most"),
            Self::TooMuchOfArticle { words, .. } => {
                format!("fewer than {} words", (words * MAX_CARRIED_PERCENT).div_ceil(100))
            }
            _ => return None,
        })
    }

    /// What comes closest, or what usually helps, as a sentence without its stop.
    pub fn help(&self) -> Option<String> {
        Some(match self {
            Self::Syntax(fault) => match fault {
                Fault::NotUtf8 => "save the file as UTF-8".to_owned(),
                Fault::Truncated => {
                    "a bracket or a quotation mark is not closed, or the file was cut off".to_owned()
                }
                Fault::Expected(_) => {
                    "JSON knows no comments, no comma after the last item, and only straight double quotes"
                        .to_owned()
                }
                Fault::TooLarge | Fault::TooDeep | Fault::Empty => return None,
            },
            Self::UnsupportedFormat { found } => match found.parse::<u32>() {
                Ok(found) if found > crate::wire::FORMAT => {
                    "the story was written for a newer version of Verbatim".to_owned()
                }
                _ => return None,
            },
            Self::UnknownField { name, known } => match closest(name, known.iter().copied()) {
                Some(closest) => format!("a field with a name like this is `{closest}`"),
                None if known.is_empty() => return None,
                None => format!("the fields here are {}", list(known)),
            },
            Self::UnknownName { name, known } => {
                let closest = closest(name, known.iter().copied())?;
                format!("a name like this is `{closest}`")
            }
            Self::Empty { what: "the evidence" } => {
                "name a passage and the exact words in it that say so".to_owned()
            }
            Self::Empty { what: "the list of quizzes" } => {
                "a story is played by its quizzes: add one, with `draw` or with `ask`".to_owned()
            }
            Self::UnknownId { closest, .. } => format!("an id like this is `{}`", closest.as_ref()?),
            Self::DuplicateId { .. } => "ids are unique within a story, those of one sort".to_owned(),
            Self::PassageTooLong { .. } => {
                "cut the passage to the sentences that are asked about, or divide it".to_owned()
            }
            Self::EvidenceNotFound { elsewhere: Some(passage), .. } => {
                format!("the words stand in the passage `{passage}`")
            }
            Self::EvidenceNotFound { exact, nearest: Some(nearest), .. } => {
                let only_marks = same_words(exact, &nearest.words);
                let copy = "copy the words from the passage";
                if only_marks {
                    format!("only marks, capitals or spaces differ: {copy}")
                } else {
                    copy.to_owned()
                }
            }
            Self::EvidenceNotFound { within, .. } => format!("nothing in {within} comes close"),
            Self::EvidenceAmbiguous { within: "the passage", .. } => {
                "say which by what stands before or after them: `prefix` or `suffix`".to_owned()
            }
            Self::EvidenceAmbiguous { .. } => "take more words into the gap".to_owned(),
            Self::OrderCycle { .. } => "one of these says more than its words do".to_owned(),
            Self::OrderAgainstDates { .. } => "the events, one of the dates or the order is wrong".to_owned(),
            Self::TooFewDecided { .. } => {
                "choose other events, or add what the sources say of their order".to_owned()
            }
            Self::ListedAgainstFacts { .. } => {
                "list the events in an order that the facts support: it is the solution".to_owned()
            }
            Self::SeveralRightAnswers { .. } => {
                "write `\"several\": true` to have the reader choose all of them".to_owned()
            }
            Self::AlsoRight { because: AlsoRight::SaidTheSame { .. }, .. } => {
                "offer somebody who did not say these words".to_owned()
            }
            Self::AlsoRight { because: AlsoRight::SameSpeaker { .. }, .. } => {
                "offer a statement by somebody else".to_owned()
            }
            Self::NotSupported { facts: Supported::Either, .. } => {
                "add to `order` what the sources say, or leave `first` out".to_owned()
            }
            Self::GivesAnswerAway { shown: "the quotation", .. } => {
                "ask about other words, or cut the quotation so that it does not name its speaker".to_owned()
            }
            Self::GivesAnswerAway { shown: "the rest of the quotation", .. } => {
                "ask for words that stand nowhere else in it".to_owned()
            }
            Self::GivesAnswerAway { .. } => "say it without these words".to_owned(),
            Self::TooFewToDraw { kind: kind @ ("choice" | "verdict"), .. } => {
                format!("questions of the kind `{kind}` are written by hand, not drawn from the facts")
            }
            Self::TooFewToDraw { .. } => "draw fewer, or add facts to draw from".to_owned(),
            Self::EmptyQuiz => "name questions in `ask`, or say in `draw` how many to draw".to_owned(),
            Self::UnusedPassage => "take it out, or add what it is there for".to_owned(),
            Self::UnusedPerson => "take the person out, or add what they said".to_owned(),
            Self::UnaskedQuestion => "name it in the `ask` of a quiz, or take it out".to_owned(),
            Self::NotInArticles { nearest: None } => "nothing in the articles comes close".to_owned(),
            Self::NotInArticles { .. } => "copy the words from the article".to_owned(),
            Self::TooMuchOfArticle { .. } => {
                "cut the passages to the sentences that are asked about".to_owned()
            }
            _ => return None,
        })
    }
}

fn one_of(names: &[&str]) -> String {
    ["one of ", &list(names)].concat()
}

/// Names as a sentence lists them.
fn list(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => [&rest.join(", "), " and ", last].concat(),
        _ => quoted.concat(),
    }
}
