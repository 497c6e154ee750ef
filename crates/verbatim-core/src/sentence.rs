//! Where the sentences of a passage begin and end.
//!
//! News prose needs three rules beyond "a stop ends a sentence": a closing mark
//! belongs to the sentence it closes, a stop after an abbreviation or an initial
//! ends nothing, and a sentence begins with a capital, a digit or an opening mark.

use std::ops::Range;

use crate::letter::{is_capital, is_small};
use crate::words::parts;

/// Words that end in a stop without ending their sentence.
const ABBREVIATIONS: &str = "Mr Mrs Ms Dr Prof Gen Col Lt Sgt Capt Adm Gov Sen Rep St Jr Sr vs \
     Jan Feb Aug Sept Oct Nov Dec Inc Ltd Co Corp";

/// Words that do so before a number only.
const BEFORE_NUMBERS: &str = "No Nos Vol Art Fig p pp";

/// The sentences of a text as byte ranges, without the spaces between them.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let ends = match letter {
            '.' => !is_abbreviation(&text[start..at], &text[at + 1..]),
            '!' | '?' | '\u{2026}' => true,
            '\u{3002}' | '\u{ff01}' | '\u{ff1f}' => true,
            '\n' => true,
            _ => false,
        };
        if !ends {
            continue;
        }
        let mut end = at + letter.len_utf8();
        // After a line's end a mark opens what follows.
        while let Some(&(at, next)) = letters.peek().filter(|_| letter != '\n') {
            if !matches!(
                next,
                '.' | '!' | '?' | '\u{2026}' | '"' | '\'' | '\u{201d}' | '\u{2019}' | ')' | ']' | '\u{bb}'
            ) {
                break;
            }
            end = at + next.len_utf8();
            letters.next();
        }
        if letter == '\n' || begins_sentence(&text[end..]) {
            push(text, start..end, &mut found);
            start = end;
        }
    }
    push(text, start..text.len(), &mut found);
    found
}

/// The sentence within which a range of bytes lies, if it lies within one.
pub fn sentence_around(text: &str, range: &Range<usize>) -> Option<Range<usize>> {
    sentences(text).into_iter().find(|sentence| sentence.start <= range.start && range.end <= sentence.end)
}

fn push(text: &str, range: Range<usize>, found: &mut Vec<Range<usize>>) {
    let sentence = &text[range.clone()];
    let start = range.start + (sentence.len() - sentence.trim_start().len());
    let trimmed = sentence.trim();
    if !trimmed.is_empty() {
        found.push(start..start + trimmed.len());
    }
}

fn begins_sentence(rest: &str) -> bool {
    let after = rest.trim_start();
    if after.is_empty() {
        return true;
    }
    let spaced = after.len() < rest.len();
    let mut letters = after
        .chars()
        .skip_while(|letter| matches!(letter, '"' | '\'' | '\u{201c}' | '\u{2018}' | '(' | '[' | '\u{ab}'));
    let first = letters.next();
    // Scripts without capitals (and without spaces, after a full-width stop) begin anywhere.
    first.is_some_and(|letter| !is_small(letter) && (spaced || !letter.is_ascii()))
}

fn is_abbreviation(before: &str, after: &str) -> bool {
    let opens = |letter: char| {
        letter.is_whitespace() || matches!(letter, '"' | '\'' | '(' | '[' | '\u{201c}' | '\u{2018}')
    };
    let start = before.char_indices().rev().find(|(_, letter)| opens(*letter));
    let word = &before[start.map_or(0, |(at, letter)| at + letter.len_utf8())..];
    let mut letters = parts(word, b'.');
    let initials = letters.all(|part| part.chars().count() == 1 && part.chars().all(is_capital));
    let numbered = after.trim_start().starts_with(|letter: char| letter.is_ascii_digit());
    let is_one_of = |words: &str| parts(words, b' ').any(|one| one == word);
    initials || is_one_of(ABBREVIATIONS) || (numbered && is_one_of(BEFORE_NUMBERS))
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[test]
    fn splits_news_prose() {
        let cases: &[&[&str]] = &[
            &["Kim declined."],
            &["He said: \"I can get you home in two hours if you want.\"", "Kim declined."],
            &["\u{201c}So, a plane ride will do?", "No.", "That was not going to happen.\u{201d}"],
            &["The U.S. and North Korea met.", "J. R. Smith left."],
            &["\"Preparation was not enough,\" he said.", "\"Second misstep was Trump.\""],
            &["It was $3.5 million.", "(It was less.)"],
            &["See No. 7 of them.", "\u{201c}No.\u{201d}"],
            &["\u{4ed6}\u{8d70}\u{4e86}\u{3002}", "\u{5979}\u{6ca1}\u{8d70}\u{3002}"],
        ];
        for case in cases {
            let text = case.join(" ");
            let found: Vec<&str> = sentences(&text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(&found, case);
        }
        let text = "He said:\n\n\"Trump left.\n\n\"It was over.\"";
        let found: Vec<&str> = sentences(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["He said:", "\"Trump left.", "\"It was over.\""]);
    }
}
