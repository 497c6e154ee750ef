//! Cuts a text into words, numbers and marks, each with its bytes; what is a
//! quotation or a sentence is decided later.

use std::ops::Range;

use crate::lexicon::{ABBREVIATION, AUX, Class, DIGITS, SUBJECT_PRONOUN, WHO, class};

/// What a piece of text is by its letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Word,
    /// The ending `'s` or `’`, which makes the word before it an owner.
    Possessive,
    Comma,
    /// A full stop, or a mark that ends a sentence as well.
    Stop,
    /// `?` or `!`.
    Exclaim,
    Colon,
    Semicolon,
    Dash,
    OpenParen,
    CloseParen,
    /// A mark of quotation.
    Mark(Mark),
    /// The end of a paragraph.
    Paragraph,
    /// A quotation as a whole, by its number; only in what is read outside it.
    Quotation(u32),
    Other,
}

/// Which way a mark of quotation points by its shape, and of which pair it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// `“`, `«`, ` `` ` or the like.
    Opening,
    /// `”`, `»` or the like.
    Closing,
    /// `"` or `''`: either.
    Straight,
    /// `„`, which only opens; where it stands, `“` closes.
    Low,
    /// `‘`.
    SingleOpening,
    /// `’` or `'`: a closing mark, an opening one or an apostrophe.
    Single,
}

/// A piece of the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    pub(crate) class: Class,
    pub(crate) start: u32,
    pub(crate) end: u32,
}

impl Token {
    pub(crate) fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    pub(crate) fn is(&self, any: Class) -> bool {
        self.kind == Kind::Word && self.class.is(any)
    }
}

/// The pieces of a part of a text in order, which ends where a paragraph does. `text` has at most 4 GiB.
pub(crate) fn tokens(text: &str, part: Range<usize>, wrapped: bool) -> Vec<Token> {
    let mut found = Vec::with_capacity(part.len() / 5 + 8);
    let Range { start: mut at, end: roof } = part;
    let text = &text[..roof];
    while let Some(letter) = text[at..].chars().next() {
        let start = at;
        let next = at + letter.len_utf8();
        let kind = match letter {
            '\n' => {
                let (end, lines) = line_ends(text, at);
                at = end;
                if lines > 1 || !wrapped {
                    push(&mut found, Kind::Paragraph, Class::NONE, start, at);
                }
                continue;
            }
            _ if letter.is_whitespace() => {
                at = next;
                continue;
            }
            ',' | '\u{60c}' | '\u{3001}' | '\u{ff0c}' => Kind::Comma,
            '.' | '\u{2026}' | '\u{3002}' => Kind::Stop,
            '?' | '!' | '\u{ff1f}' | '\u{ff01}' => Kind::Exclaim,
            ':' | '\u{ff1a}' => Kind::Colon,
            ';' => Kind::Semicolon,
            '\u{2013}' | '\u{2014}' | '\u{2015}' | '-' => Kind::Dash,
            '(' | '[' => Kind::OpenParen,
            ')' | ']' => Kind::CloseParen,
            '"' | '\u{ff02}' => Kind::Mark(Mark::Straight),
            '\u{201c}' | '\u{ab}' | '\u{300c}' => Kind::Mark(Mark::Opening),
            '\u{201d}' | '\u{bb}' | '\u{300d}' => Kind::Mark(Mark::Closing),
            '\u{201e}' => Kind::Mark(Mark::Low),
            '\u{2018}' => Kind::Mark(Mark::SingleOpening),
            '`' if text[next..].starts_with('`') => {
                push(&mut found, Kind::Mark(Mark::Opening), Class::NONE, start, next + 1);
                at = next + 1;
                continue;
            }
            '`' => Kind::Mark(Mark::SingleOpening),
            '\'' if text[next..].starts_with('\'') => {
                push(&mut found, Kind::Mark(Mark::Straight), Class::NONE, start, next + 1);
                at = next + 1;
                continue;
            }
            '\'' | '\u{2019}' => {
                let end = apostrophe(text, next, found.last().is_some_and(|last| touches(last, start)));
                // `he's said`, `who's here`: that is a verb.
                let clipped = end > next && found.last().is_some_and(|last| last.is(SUBJECT_PRONOUN | WHO));
                let kind = match end > next {
                    true if clipped => Kind::Word,
                    true => Kind::Possessive,
                    false => Kind::Mark(Mark::Single),
                };
                push(&mut found, kind, if clipped { AUX } else { Class::NONE }, start, end);
                at = end;
                continue;
            }
            _ if letter.is_alphanumeric() || matches!(letter, '$' | '#' | '@' | '&') => {
                at = word_end(text, start);
                let class = class(&text[start..at]);
                push(&mut found, Kind::Word, class, start, at);
                continue;
            }
            _ => Kind::Other,
        };
        at = next;
        push(&mut found, kind, Class::NONE, start, at);
    }
    push(&mut found, Kind::Paragraph, Class::NONE, text.len(), text.len());
    found
}

fn push(found: &mut Vec<Token>, kind: Kind, class: Class, start: usize, end: usize) {
    found.push(Token { kind, class, start: start as u32, end: end as u32 });
}

fn touches(last: &Token, start: usize) -> bool {
    last.kind == Kind::Word && last.end as usize == start
}

/// Where the line ends that begin at `at` end, blank lines among them, and how many they are.
fn line_ends(text: &str, at: usize) -> (usize, usize) {
    let mut lines = 0;
    let mut end = at;
    for (offset, letter) in text[at..].char_indices() {
        match letter {
            '\n' => lines += 1,
            _ if letter.is_whitespace() => {}
            _ => break,
        }
        end = at + offset + letter.len_utf8();
    }
    (end, lines)
}

/// Whether lines were broken to fit a width, so that the end of a line alone ends nothing.
pub(crate) fn is_wrapped(text: &str) -> bool {
    let (mut small, mut all) = (0, 0);
    let mut before = "";
    for line in text.lines().take(400) {
        if !before.trim().is_empty() && !line.trim().is_empty() {
            all += 1;
            small += usize::from(line.trim_start().starts_with(char::is_lowercase) && before.len() > 40);
        }
        before = line;
    }
    small * 3 > all
}

/// The end of `'s` after the apostrophe, or `next` where the apostrophe is something else.
fn apostrophe(text: &str, next: usize, after_word: bool) -> usize {
    let mut rest = text[next..].chars();
    match (after_word, rest.next(), rest.next()) {
        (true, Some('s' | 'S'), after) if !after.is_some_and(char::is_alphanumeric) => next + 1,
        _ => next,
    }
}

/// Where the word that begins at `start` ends: letters and digits, with single
/// marks that join them (`O'Neil`, `so-called`, `2.5`, `U.S.`).
fn word_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = start;
    let mut letters = text[start..].char_indices().peekable();
    while let Some((offset, letter)) = letters.next() {
        let next = start + offset + letter.len_utf8();
        let follows = letters.peek().map(|&(_, letter)| letter);
        let joins = follows.is_some_and(char::is_alphanumeric);
        let is_part = match letter {
            _ if letter.is_alphanumeric() => true,
            // Invisible letters and marks that combine belong to the word they stand in.
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{300}'..='\u{36f}' | '\u{fe0f}' => true,
            '$' | '#' | '@' | '&' => true,
            '-' | '\u{2011}' => joins,
            '\'' | '\u{2019}' => {
                let rest = &text[next..];
                let owner = rest.starts_with(['s', 'S']) && !rest[1..].starts_with(char::is_alphanumeric);
                joins && !owner
            }
            ',' | ':' => {
                let digit = |at: Option<&u8>| at.is_some_and(u8::is_ascii_digit);
                digit(bytes.get(next - 2)) && digit(bytes.get(next))
            }
            '.' => joins && is_dotted(&text[start..end], text, next) || is_abbreviation(&text[start..next]),
            '/' => false,
            '%' => true,
            _ => false,
        };
        if !is_part {
            break;
        }
        end = next;
    }
    end
}

/// Whether a stop inside a word joins its parts: numbers, initials, addresses of sites.
fn is_dotted(before: &str, text: &str, next: usize) -> bool {
    let bytes = text.as_bytes();
    let last = before.bytes().next_back().unwrap_or_default();
    let follows = bytes.get(next).copied().unwrap_or_default();
    if last.is_ascii_digit() {
        return follows.is_ascii_digit();
    }
    let initial = before.rsplit('.').next().is_some_and(|part| part.len() == 1);
    let stops = bytes.get(next + 1) == Some(&b'.');
    (initial && stops) || (follows.is_ascii_lowercase() && last.is_ascii_lowercase())
}

/// Whether the word ends in a stop of its own: `Gov.`, `U.S.`, an initial.
fn is_abbreviation(word: &str) -> bool {
    // `R-Wis.` ends as `Wis.` does.
    let word = word.rsplit('-').next().unwrap_or(word);
    if word.len() > 8 || word.len() < 2 {
        return false;
    }
    let mut parts = word[..word.len() - 1].split('.');
    let initials = parts.all(|part| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
    });
    let single = word.len() == 2;
    (initials && (!single || word.starts_with(|letter: char| letter.is_uppercase())))
        || class(word).is(ABBREVIATION) && !class(word).is(DIGITS)
}

#[cfg(test)]
mod tests {
    use super::{Kind, is_wrapped};

    fn tokens(text: &str) -> Vec<super::Token> {
        super::tokens(text, 0..text.len(), is_wrapped(text))
    }

    fn words(text: &str) -> Vec<&str> {
        tokens(text)
            .iter()
            .filter(|token| token.kind != Kind::Paragraph)
            .map(|token| &text[token.range()])
            .collect()
    }

    #[test]
    fn cuts_words_and_marks() {
        assert_eq!(words("Gov. O'Neil's U.S. tour."), ["Gov.", "O'Neil", "'s", "U.S.", "tour", "."]);
        assert_eq!(words("``Yes,'' he said"), ["``", "Yes", ",", "''", "he", "said"]);
        assert_eq!(words("$2.5 million, 10,000"), ["$2.5", "million", ",", "10,000"]);
        assert_eq!(words("don\u{2019}t \u{2018}go\u{2019}"), ["don\u{2019}t", "\u{2018}", "go", "\u{2019}"]);
        assert_eq!(words("J. R. Cole left. No."), ["J.", "R.", "Cole", "left", ".", "No."]);
    }

    #[test]
    fn knows_where_paragraphs_end() {
        let ends = |text| tokens(text).iter().filter(|token| token.kind == Kind::Paragraph).count();
        assert_eq!(ends("One.\nTwo."), 2);
        assert_eq!(ends("One.\n\n \nTwo."), 2);
        let wrapped = "The ferry that had crossed the sound for a hundred\nyears was tied up on Monday.";
        assert_eq!(ends(wrapped), 1);
    }
}
