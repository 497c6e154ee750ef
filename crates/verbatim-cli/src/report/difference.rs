//! What differs between the words that stand somewhere and the words that were
//! looked for: the parts to underline, and what to write beside them.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// The parts of `found` that are not as in `wanted`, as bytes of `found`, each
/// with what `whose` words have there instead.
pub(super) fn marks(found: &str, wanted: &str, whose: &str) -> Vec<(Range<usize>, String)> {
    let (found, wanted) = (tokens(found), tokens(wanted));
    let changes = changes(capture_diff_slices(Algorithm::Myers, &keys(&found), &keys(&wanted)), &found);
    let mark = |(old, new): (Range<usize>, Range<usize>)| {
        let (here, there) = (joined(&found[old.clone()]), joined(&wanted[new]));
        let at = found.get(old.start).or(found.last()).map_or(0, |token| token.at);
        // Spaces that go with words are not underlined.
        let (words, before) = (here.trim(), here.len() - here.trim_start().len());
        let range =
            if words.is_empty() { at..at + here.len() } else { at + before..at + before + words.len() };
        (range, label(&here, &there, whose))
    };
    changes.into_iter().map(mark).collect()
}

/// A word, a run of spaces or a mark.
struct Token<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Token<'a> {
    /// What two tokens share that are the same for a passage: all line ends are alike.
    fn key(&self) -> &'a str {
        if self.text.contains(['\n', '\r']) { "\n" } else { self.text }
    }

    fn is_space(&self) -> bool {
        self.text.starts_with(char::is_whitespace)
    }
}

fn keys<'a>(tokens: &[Token<'a>]) -> Vec<&'a str> {
    tokens.iter().map(Token::key).collect()
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if first.is_alphanumeric() {
            rest.len() - rest.trim_start_matches(char::is_alphanumeric).len()
        } else if first.is_whitespace() {
            rest.len() - rest.trim_start().len()
        } else {
            first.len_utf8()
        };
        tokens.push(Token { text: &rest[..length], at: text.len() - rest.len() });
        rest = &rest[length..];
    }
    tokens
}

/// Which tokens stand for which; two changes with only a space between are one.
fn changes(ops: Vec<DiffOp>, found: &[Token<'_>]) -> Vec<(Range<usize>, Range<usize>)> {
    let mut changes: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    for op in ops {
        if matches!(op, DiffOp::Equal { .. }) {
            continue;
        }
        let (old, new) = (op.old_range(), op.new_range());
        match changes.last_mut() {
            Some((last_old, last_new)) if found[last_old.end..old.start].iter().all(Token::is_space) => {
                (last_old.end, last_new.end) = (old.end, new.end);
            }
            _ => changes.push((old, new)),
        }
    }
    changes
}

fn joined(tokens: &[Token<'_>]) -> String {
    tokens.iter().map(|token| token.text).collect()
}

fn label(here: &str, there: &str, whose: &str) -> String {
    let named =
        |text: &str| if is_easily_mistaken(text) { named(text) } else { format!("`{}`", text.trim()) };
    match (here.is_empty(), there.is_empty()) {
        (_, true) if is_easily_mistaken(here) => format!("{whose} has no {} here", self::named(here)),
        (_, true) => format!("{whose} leaves this out"),
        (true, false) => format!("{whose} has {} before this", named(there)),
        (false, false) if is_easily_mistaken(here) => {
            format!("{} here, {} in {whose}", named(here), named(there))
        }
        (false, false) => format!("{whose} has {}", named(there)),
    }
}

/// Whether a reader may not see which letters these are: spaces, and single marks.
fn is_easily_mistaken(text: &str) -> bool {
    text.trim().is_empty() || (text.chars().count() == 1 && !text.contains(char::is_alphanumeric))
}

/// Letters by their numbers.
fn named(text: &str) -> String {
    if text.len() > 1 && text.trim_matches(' ').is_empty() {
        return format!("{} spaces", text.len());
    }
    let names = text.chars().map(|letter| match letter {
        ' ' => "a space".to_owned(),
        '\n' => "a line end".to_owned(),
        _ if letter.is_whitespace() || letter.is_control() => format!("U+{:04X}", u32::from(letter)),
        _ => format!("`{letter}` (U+{:04X})", u32::from(letter)),
    });
    names.collect::<Vec<_>>().join(" and ")
}

#[cfg(test)]
mod tests {
    use super::marks;

    #[track_caller]
    fn check(found: &str, wanted: &str, expected: &[(&str, &str)]) {
        let marks = marks(found, wanted, "it");
        let marks: Vec<_> =
            marks.iter().map(|(range, label)| (&found[range.clone()], label.as_str())).collect();
        assert_eq!(marks, expected);
    }

    #[test]
    fn names_every_difference() {
        check("I can get you home", "I can bring you home", &[("get", "it has `bring`")]);
        check("I can get you home", "I can fetch him home", &[("get you", "it has `fetch him`")]);
        check("home in two hours if", "home if", &[("in two hours", "it leaves this out")]);
        check("home if", "home, now, if", &[("", "it has `, now,` before this")]);
        check("\u{201c}Yes", "\"Yes", &[("\u{201c}", "`\u{201c}` (U+201C) here, `\"` (U+0022) in it")]);
        check("a\u{a0}b", "a b", &[("\u{a0}", "U+00A0 here, a space in it")]);
        check("a b", "a  b", &[(" ", "a space here, 2 spaces in it")]);
        check("a, b", "a b", &[(",", "it has no `,` (U+002C) here")]);
        check("one\r\n\r\ntwo", "one\n\ntwo", &[]);
        check("", "a", &[("", "it has `a` before this")]);
    }
}
