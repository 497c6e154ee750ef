//! What is told where there is nothing to play, or not all of it: what is wrong,
//! where, and what to do.

pub const FAILED: &str = "This quiz can’t be shown";
pub const RETRY: &str = "Try again";
pub const FAULTY_STORY: &str = "There are mistakes in the story file.";
pub const CHECK_THE_STORY: &str = "`verbatim check` shows each with its line, and what comes closest.";
pub const EMPTY_STORY: &str = "The story has no quiz that asks anything.";
pub const ADD_A_QUIZ: &str = "A quiz needs questions in `ask`, or kinds in `draw`.";
pub const CHECK_THE_ADDRESS: &str = "Check the address of this page.";
pub const WRONG_SCHEME: &str = "A story is loaded from an http or https address.";
pub const UNREACHABLE: &str = "The story could not be reached.";
pub const CHECK_THE_NETWORK: &str =
    "Check the connection, and whether the other site lets this page read the file (CORS).";
pub const NOT_A_STORY: &str = "There is a web page where the story should be.";
pub const TOO_LARGE: &str = "The story file is larger than is read here.";
pub const SPLIT_THE_STORY: &str = "Make several stories of it.";
pub const WHOLE_FILE: &str = "the whole file";

/// What the server answered.
pub fn status(status: u16, address: &str) -> String {
    ["The server answered ", &status.to_string(), " for ", address, "."].concat()
}

/// A quiz that is not there, and those that are.
pub fn no_such_quiz(id: &str, known: &[&str]) -> String {
    ["The story has no quiz “", id, "”. It has: ", &known.join(", "), "."].concat()
}

/// That there are more findings than are listed.
pub fn more(count: usize) -> String {
    ["and ", &count.to_string(), " more"].concat()
}
