//! What is told where there is nothing to play, or not all of it: what is wrong,
//! and what to do.

use verbatim_core::finding::{Finding, Problem};

use super::{Arg, Say};
use crate::state::Failure;

/// What is wrong, what fills the places of that, and what to do about it.
pub fn failure(failure: &Failure) -> (Say, [Arg<'_>; 2], Say) {
    let (wrong, advice) = match failure {
        Failure::Address => (Say::BadAddress, Say::CheckAddress),
        Failure::Unreachable => (Say::Unreachable, Say::CheckConnection),
        Failure::Status { .. } => (Say::BadStatus, Say::CheckAddress),
        Failure::NotPlain => (Say::NotPlain, Say::RunCheck),
        Failure::NotAStory => (Say::NotAStory, Say::CheckAddress),
        Failure::TooLarge => (Say::TooLarge, Say::MakeSeveral),
        Failure::Incomplete => (Say::Incomplete, Say::CheckConnection),
        Failure::Empty => (Say::NoQuestions, Say::AddQuestions),
        Failure::NoSuchQuiz { .. } => (Say::NoSuchQuiz, Say::CheckAddress),
        Failure::Findings(findings) => match findings.as_slice() {
            [Finding { problem: Problem::UnsupportedFormat { .. }, .. }] => {
                (Say::OtherFormat, Say::NewerVersion)
            }
            _ => (Say::Mistakes, Say::RunCheck),
        },
    };
    let places = match failure {
        Failure::Status { status, address } => [Arg::Code(*status), Arg::Name(address)],
        Failure::NoSuchQuiz { id, known } => [Arg::Name(id), Arg::Name(known)],
        _ => [Arg::Name(""); 2],
    };
    (wrong, places, advice)
}
