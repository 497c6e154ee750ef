//! What is told where there is nothing to play, or not all of it: what is wrong,
//! where, and what to do.

use verbatim_core::finding::{Finding, Problem};

use crate::state::Failure;

pub const FAILED: &str = "This quiz can’t be shown";
pub const RETRY: &str = "Try again";
pub const WHOLE_FILE: &str = "the whole file";

/// What is wrong, and what to do about it.
pub fn failure(failure: &Failure) -> (String, &'static str) {
    let (parts, advice): (&[&str], _) = match failure {
        Failure::Address => (&["A story is loaded from an http or https address."], CHECK_THE_ADDRESS),
        Failure::Unreachable => (
            &["The story could not be reached."],
            "Check the connection, and whether the other site lets this page read the file (CORS).",
        ),
        Failure::Status { status, address } => {
            (&["The server answered ", &status.to_string(), " for ", address, "."], CHECK_THE_ADDRESS)
        }
        Failure::NotAStory => (&["There is a web page where the story should be."], CHECK_THE_ADDRESS),
        Failure::TooLarge => {
            (&["The story file is larger than is read here."], "Make several stories of it.")
        }
        Failure::Incomplete => {
            (&["The story stopped coming half-way."], "Check the connection, and try again.")
        }
        Failure::Empty => (
            &["The story has no quiz that asks anything."],
            "A quiz needs questions in `ask`, or kinds in `draw`.",
        ),
        Failure::NoSuchQuiz { id, known } => {
            (&["The story has no quiz “", id, "”. It has: ", known, "."], CHECK_THE_ADDRESS)
        }
        Failure::Findings(findings) => match &**findings {
            [Finding { problem: Problem::UnsupportedFormat { .. }, .. }] => {
                (&["The story is of another format."], "A newer version of this page may read it.")
            }
            _ => (
                &["There are mistakes in the story file."],
                "The command `verbatim check` shows each with its line, and what comes closest.",
            ),
        },
    };
    (parts.concat(), advice)
}

const CHECK_THE_ADDRESS: &str = "Check the address of this page.";

/// That there are more findings than are listed.
pub fn more(count: usize) -> String {
    ["and ", &count.to_string(), " more"].concat()
}
