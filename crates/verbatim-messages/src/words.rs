//! The words of the interface in one language, with arguments in their places.

use std::mem::take;

use verbatim_core::decimal::decimal;

use crate::{Numbers, Piece, Table, Texts, direction, has_forms};

/// The words of a table in one language.
pub struct Words<S> {
    texts: Texts<S>,
    numbers: Numbers,
}

/// What takes a place in a message.
#[derive(Clone, Copy)]
pub enum Arg<'a> {
    /// A number.
    Number(usize),
    /// A number that counts nothing: a status.
    Code(u16),
    /// Words that are not the interface's: a name, a title, a quotation.
    Name(&'a str),
    /// What happened, as a story tells it.
    Event(&'a str),
}

impl<S: Table> Words<S> {
    /// English.
    pub fn english() -> Self {
        Self { texts: Texts::english(), numbers: Numbers::default() }
    }

    /// The language of a file; what can't be read is English.
    pub fn parse(file: &str) -> Self {
        Self { texts: Texts::parse(file), numbers: Numbers::default() }
    }

    /// A message without places.
    pub fn text(&self, say: S) -> &str {
        self.texts.text(say)
    }

    /// The direction of the language, as HTML's `dir` has it.
    pub fn direction(&self) -> &'static str {
        direction(self.text(S::LANGUAGE))
    }

    /// The tag by which the browser writes dates and numbers.
    pub fn locale(&self) -> &str {
        self.text(S::LOCALE)
    }

    /// A number in digits.
    pub fn number(&self, number: usize) -> String {
        self.numbers.written(number, self.locale())
    }

    /// A message with its arguments, as plain text.
    #[inline(never)]
    pub fn fill(&self, say: S, args: &[Arg<'_>]) -> String {
        let mut filled = String::new();
        self.pieces(say, args, &mut |text, _| filled.push_str(text));
        filled
    }

    /// Gives the pieces of a message: a text, and the argument that it is of where
    /// it is not the interface's.
    #[inline(never)]
    pub fn pieces(&self, say: S, args: &[Arg<'_>], put: &mut dyn FnMut(&str, Option<Arg<'_>>)) {
        let category = match args.last() {
            Some(Arg::Number(count)) if has_forms(self.text(say)) => {
                self.numbers.category(*count, self.locale())
            }
            _ => String::new(),
        };
        let mut stopped = false;
        self.texts.pieces(say, &category, &mut |piece| match piece {
            Piece::Text(text) => put(if take(&mut stopped) { without_stop(text) } else { text }, None),
            Piece::Place(at) => match args.get(at) {
                Some(Arg::Number(number)) => put(&self.number(*number), None),
                Some(Arg::Code(code)) => put(&decimal(usize::from(*code)), None),
                Some(arg @ (Arg::Name(text) | Arg::Event(text))) => {
                    stopped = is_stopped(text);
                    put(text, Some(*arg));
                }
                None => {}
            },
        });
    }

    /// The marks before and after quoted words.
    pub fn marks(&self) -> (&str, &str) {
        self.texts.around(S::QUOTED)
    }
}

/// Whether a text ends as a sentence does, by itself or within its quotation marks.
fn is_stopped(text: &str) -> bool {
    let words = text.trim_end_matches(['”', '"', '’', '“', '»', '『', '』', '」']);
    words.ends_with(['.', '!', '?', '…', '。', '！', '？', '؟'])
}

/// What follows a place, without the stop that what fills the place has already.
fn without_stop(text: &str) -> &str {
    text.strip_prefix(['.', '。']).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::{Arg, Words};
    use crate::quiz::Say;

    #[test]
    fn a_sentence_stops_once() {
        let english = Words::english();
        let chose = |words| english.fill(Say::YouChose, &[Arg::Name(words)]);
        for (words, expected) in [
            ("Ada King", "You chose Ada King."),
            ("“We won”", "You chose “We won”."),
            ("“We won.”", "You chose “We won.”"),
            ("“Did we win?”", "You chose “Did we win?”"),
            ("Wool & Sons Inc.", "You chose Wool & Sons Inc."),
            ("", "You chose ."),
        ] {
            assert_eq!(chose(words), expected);
        }
    }
}
