//! Texts as words: counting, comparing and finding them regardless of case,
//! punctuation and spacing.

use crate::letter::{is_letter, small};

/// The words of a text, as writers count them: what stands between spaces and
/// has a letter or digit in it.
pub fn count_words(text: &str) -> usize {
    let mut count = 0;
    let mut counted = false;
    let mut see = |is_space: bool, is_letter: bool| {
        if !is_space && is_letter && !counted {
            count += 1;
        }
        counted = !is_space && (counted || is_letter);
    };
    if text.is_ascii() {
        // Most passages are, and a story may have ten thousand.
        text.bytes().for_each(|byte| see(byte.is_ascii_whitespace(), byte.is_ascii_alphanumeric()));
    } else {
        text.chars().for_each(|letter| see(letter.is_whitespace(), is_letter(letter)));
    }
    count
}

/// Whether the words of `part` stand in `text` one after another.
pub fn contains_words(text: &str, part: &str) -> bool {
    let Some(first) = folded(part).nth(1) else { return false };
    let begins = |at: usize| !text[..at].chars().next_back().is_some_and(is_letter);
    let stands = |at: usize| {
        let mut found = folded(&text[at..]).skip(1);
        begins(at) && folded(part).skip(1).all(|letter| found.next() == Some(letter))
    };
    // Only where the first letter is the right one is the rest compared.
    if first.is_ascii() {
        let first = first as u8;
        text.bytes().enumerate().any(|(at, byte)| byte.to_ascii_lowercase() == first && stands(at))
    } else {
        text.char_indices().any(|(at, letter)| !letter.is_ascii() && stands(at))
    }
}

/// Where `part`, letter by letter, stands in `text` at or after a byte.
///
/// Passages have 80 words at the most; there the library's search spends longer
/// on its preparations than this does on the whole, and is six times the code.
pub fn find(text: &str, part: &str, from: usize) -> Option<usize> {
    let (text, part) = (text.as_bytes(), part.as_bytes());
    let first = part.first()?;
    (from..(text.len() + 1).saturating_sub(part.len()))
        .find(|&at| text[at] == *first && text[at..].starts_with(part))
}

/// Whether two texts have the same words.
pub fn same_words(one: &str, other: &str) -> bool {
    folded(one).eq(folded(other))
}

/// The words of a text in small letters, each with a space before and one after
/// the last. A possessive names its owner as well as the bare name does, so it
/// loses its ending.
pub fn folded(text: &str) -> Folded<'_> {
    Folded { rest: text, pending: None, within: false, ended: false }
}

/// See [`folded`].
#[derive(Clone, Debug)]
pub struct Folded<'a> {
    rest: &'a str,
    pending: Option<char>,
    within: bool,
    ended: bool,
}

impl Iterator for Folded<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        if let Some(letter) = self.pending.take() {
            return Some(letter);
        }
        let mut letters = self.rest.chars();
        while let Some(letter) = letters.next() {
            self.rest = letters.as_str();
            if is_letter(letter) {
                let small = small(letter);
                if self.within {
                    return Some(small);
                }
                self.within = true;
                self.pending = Some(small);
                return Some(' ');
            }
            let mut ahead = letters.clone();
            let next = if self.within && is_apostrophe(letter) { ahead.next() } else { None };
            self.within = match next {
                Some('s' | 'S') if !ahead.clone().next().is_some_and(is_letter) => {
                    letters = ahead;
                    false
                }
                Some(next) if is_letter(next) => return Some('\''),
                _ => false,
            };
        }
        self.rest = "";
        (!std::mem::replace(&mut self.ended, true)).then_some(' ')
    }
}

fn is_apostrophe(letter: char) -> bool {
    letter == '\'' || letter == '\u{2019}'
}

/// A text before and after the first of an ASCII character. As `split_once`, whose search
/// for any character is more code.
#[inline(never)]
pub fn cut(text: &str, by: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == by)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// The parts of a text between an ASCII character, as `split` gives them.
pub fn parts(text: &str, by: u8) -> Parts<'_> {
    Parts { rest: Some(text), by }
}

/// The parts of a text, one after another.
#[derive(Debug)]
pub struct Parts<'a> {
    rest: Option<&'a str>,
    by: u8,
}

impl<'a> Iterator for Parts<'a> {
    type Item = &'a str;

    #[inline(never)]
    fn next(&mut self) -> Option<&'a str> {
        let rest = self.rest?;
        let (part, rest) = cut(rest, self.by).map_or((rest, None), |(part, rest)| (part, Some(rest)));
        self.rest = rest;
        Some(part)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_as_writers_do() {
        assert_eq!(count_words("Kim declined."), 2);
        assert_eq!(count_words("surprise - not least\u{2026} \u{201c}yes\u{201d}"), 4);
        assert_eq!(count_words("  "), 0);
    }

    #[test]
    fn finds_words_not_letters() {
        assert!(contains_words("\u{201c}Trump\u{2019}s legacy\u{201d}", "trump"));
        assert!(contains_words("said Jeff  Feltman.", "JEFF FELTMAN"));
        assert!(!contains_words("trumpet", "trump"));
        assert!(!contains_words("anything", "..."));
        assert!(!contains_words("", ""));
    }

    #[test]
    fn finds_letters_where_they_stand() {
        assert_eq!(find("abcabc", "bc", 0), Some(1));
        assert_eq!(find("abcabc", "bc", 2), Some(4));
        assert_eq!(find("abc", "abc", 0), Some(0));
        assert_eq!(find("abc", "abcd", 0), None);
        assert_eq!(find("abc", "", 0), None);
        assert_eq!(find("abc", "c", 3), None);
    }

    #[test]
    fn compares_words_not_marks() {
        assert!(same_words("\u{201c}Yes,\u{201d} he said", "yes he SAID."));
        assert!(same_words("don\u{2019}t", "don't"));
        assert!(!same_words("every one", "everyone"));
        assert!(same_words("Trump's, 'and' the dogs'", "trump and the dogs"));
        assert!(!same_words("its", "it's so"));
        assert!(same_words(
            "\u{c9}lys\u{e9}e \u{141}\u{d3}D\u{179} \u{17d}i\u{17e}ek",
            "\u{e9}LYS\u{c9}E \u{142}\u{f3}d\u{17a} \u{17e}I\u{17d}EK"
        ));
        assert!(same_words("\u{419}\u{401} \u{3a9}\u{391}", "\u{439}\u{451} \u{3c9}\u{3b1}"));
        assert!(!same_words("\u{d7}", "\u{f7}x"));
    }
}
