//! Compares what the page shows with what the core says, a module for each half
//! of a question's life.

pub mod answer;
pub mod question;

/// A text with single spaces, as the page's texts are read.
pub fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<&str>>().join(" ")
}
