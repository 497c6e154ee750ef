//! A text as the symbols that could be a code's, with what stands between them. Which of them
//! are codes is left to its parent.

use std::ops::Range;

use crate::code::PREFIX;
use crate::group::{Group, SYMBOLS};
use crate::symbol::{Symbol, Taken, taken};

/// The letters of a text, each a symbol or a letter that is in no code.
pub(super) struct Stream<'a> {
    text: &'a str,
    /// For each letter its symbol and marks. A text may have ten million.
    letters: Vec<u8>,
    /// Where each stands in the text, in bytes.
    offsets: Vec<u32>,
    prefix: Vec<Symbol>,
}

/// As far as is looked for the end of a word.
const WORD: usize = 4 * SYMBOLS;

const SYMBOL: u8 = 0b1_1111;
/// The letter is in no code.
const FOREIGN: u8 = 0b10_0000;
/// A dash stands before the letter, with spaces or without.
const DASH: u8 = 0b100_0000;
/// A space stands before it.
const SPACE: u8 = 0b1000_0000;

impl<'a> Stream<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let (mut letters, mut offsets) = (Vec::new(), Vec::new());
        let mut before = 0;
        for (offset, letter) in text.char_indices() {
            // Offsets are of four bytes; no browser has a text of more than a gigabyte.
            let Ok(offset) = u32::try_from(offset) else { break };
            let symbol = match taken(letter) {
                Taken::Symbol(symbol) => symbol,
                Taken::Foreign => FOREIGN,
                Taken::Dash => {
                    before |= DASH;
                    continue;
                }
                Taken::Space => {
                    before |= SPACE;
                    continue;
                }
            };
            letters.push(symbol | std::mem::take(&mut before));
            offsets.push(offset);
        }
        let prefix = PREFIX.chars().filter_map(|letter| match taken(letter) {
            Taken::Symbol(symbol) => Some(symbol),
            _ => None,
        });
        Self { text, letters, offsets, prefix: prefix.collect() }
    }

    pub(super) fn len(&self) -> usize {
        self.letters.len()
    }

    /// Where a letter stands in the text; its end, after the last.
    pub(super) fn offset(&self, at: usize) -> usize {
        self.offsets.get(at).map_or(self.text.len(), |offset| *offset as usize)
    }

    /// The text of letters, from the first to the last of them.
    pub(super) fn text(&self, range: Range<usize>) -> String {
        let Some(last) = range.end.checked_sub(1).filter(|last| *last >= range.start) else {
            return String::new();
        };
        let end = self.offset(last);
        let width = self.text.get(end..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        self.text.get(self.offset(range.start)..end + width).unwrap_or_default().to_owned()
    }

    /// The symbols of letters, with none for one that is in no code.
    pub(super) fn symbols(&self, range: Range<usize>) -> Vec<Option<Symbol>> {
        let letters = self.letters.get(range).unwrap_or_default();
        letters.iter().map(|letter| (letter & FOREIGN == 0).then_some(letter & SYMBOL)).collect()
    }

    /// The eight symbols from a position on, if there are as many.
    pub(super) fn group(&self, at: usize) -> Option<Group> {
        let letters: &Group = self.letters.get(at..at + SYMBOLS)?.try_into().ok()?;
        let is_foreign = letters.iter().fold(0, |all, letter| all | letter) & FOREIGN != 0;
        (!is_foreign).then(|| letters.map(|letter| letter & SYMBOL))
    }

    /// Whether the prefix stands at a position.
    pub(super) fn is_prefix(&self, at: usize) -> bool {
        let letters = self.letters.get(at..at + self.prefix.len());
        letters.is_some_and(|letters| {
            letters.iter().zip(&self.prefix).all(|(letter, symbol)| letter & (FOREIGN | SYMBOL) == *symbol)
        })
    }

    /// Whether a space stands before a letter, or the end of a line, or whatever else is no dash.
    pub(super) fn has_space(&self, at: usize) -> bool {
        self.letters.get(at).is_some_and(|letter| letter & SPACE != 0)
    }

    /// Whether a dash stands before a letter.
    pub(super) fn has_dash(&self, at: usize) -> bool {
        self.letters.get(at).is_some_and(|letter| letter & DASH != 0)
    }

    /// The end of the letters from a position on that nothing stands between; of a long row of
    /// them, an end that is too far for a group of any sort.
    pub(super) fn word_end(&self, at: usize) -> usize {
        let is_in = |letter: &&u8| **letter & (DASH | SPACE | FOREIGN) == 0;
        let rest = self.letters.get(at + 1..).unwrap_or_default();
        (at + 1 + rest.iter().take(WORD).take_while(is_in).count()).min(self.len())
    }

    /// The end of the letters from a position on, and before another, with no more than dashes
    /// between them.
    pub(super) fn run_end(&self, at: usize, before: usize) -> usize {
        (at + 1..before).find(|at| self.has_space(*at)).unwrap_or(before)
    }

    /// Whether letters stand together and nothing that is a code's stands next to them.
    pub(super) fn is_word(&self, range: Range<usize>) -> bool {
        self.begins_word(range.start)
            && self.begins_word(range.end)
            && self.word_end(range.start) == range.end
    }

    /// Whether what comes before a letter, or before the end, does not stand next to it.
    pub(super) fn begins_word(&self, at: usize) -> bool {
        at == 0 || self.letters.get(at).is_none_or(|letter| letter & (DASH | SPACE | FOREIGN) != 0)
    }

    /// The next letter after a position, and before another, that a dash stands before.
    pub(super) fn next_dash(&self, at: usize, before: usize) -> Option<usize> {
        (at + 1..before.min(self.len())).find(|at| self.has_dash(*at))
    }

    /// Whether one of the letters is a digit.
    pub(super) fn has_digit(&self, range: Range<usize>) -> bool {
        self.letters
            .get(range)
            .is_some_and(|letters| letters.iter().any(|letter| letter & (FOREIGN | SYMBOL) < 10))
    }
}
