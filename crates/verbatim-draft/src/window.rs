//! Cuts a long text between paragraphs into windows that are read one after another, so
//! that what is at hand stays small enough for a processor's cache, and a byte of a long
//! text takes no longer than one of a short; an article is a window, and what is found in
//! one is known in those after it.

use std::ops::Range;

/// The least that a window has, in bytes: more than any article.
const LEAST: usize = 1 << 18;

/// How far the end of a paragraph is looked for after which no quotation goes on.
const SEARCH: usize = 1 << 16;

/// The windows of a text in order, without the line ends between them. A text whose lines
/// are `wrapped` is cut at blank lines alone; a paragraph is never cut.
pub(crate) fn windows(text: &str, wrapped: bool) -> impl Iterator<Item = Range<usize>> {
    let mut next = Some(0);
    std::iter::from_fn(move || {
        let start = next.take()?;
        next = cut(&text[start..], wrapped).map(|cut| start + cut);
        Some(start..next.unwrap_or(text.len()))
    })
}

/// Where a paragraph ends after the least of a window, if possible such that the next does
/// not begin with a mark of quotation.
fn cut(text: &str, wrapped: bool) -> Option<usize> {
    let mut from = text.ceil_char_boundary(LEAST);
    let mut first = None;
    while let Some(line) = text.get(from..)?.find('\n') {
        let end = from + line;
        let rest = &text[end..];
        let next = rest.trim_start();
        from = text.len() - next.len();
        let lines = rest[..rest.len() - next.len()].bytes().filter(|byte| *byte == b'\n').count();
        if wrapped && lines < 2 {
            continue;
        }
        first = first.or(Some(end));
        let quoted = next.starts_with(['"', '\'', '`', '\u{201c}', '\u{2018}', '\u{ab}', '\u{201e}']);
        if !quoted || end > LEAST + SEARCH {
            return if quoted { first } else { Some(end) };
        }
    }
    first
}

#[cfg(test)]
mod tests {
    use super::{LEAST, windows};

    #[test]
    fn cuts_between_paragraphs_alone() {
        let ferry = "The ferry sailed. ".repeat(2000);
        let text = format!("{ferry}\n\n\u{201c}And so on.\u{201d}\n\n").repeat(20);
        let windows: Vec<_> = windows(&text, false).collect();
        assert!(windows.len() > 2 && windows.iter().rev().skip(1).all(|window| window.len() >= LEAST));
        assert_eq!((windows[0].start, windows[windows.len() - 1].end), (0, text.len()));
        for pair in windows.windows(2) {
            assert_eq!(pair[0].end, pair[1].start);
            assert!(text[pair[1].clone()].starts_with('\n'));
            assert!(text[pair[1].clone()].trim_start().starts_with("The"));
        }
    }

    #[test]
    fn leaves_an_article_whole_and_a_paragraph() {
        for text in ["", "\n", "One.\n\nTwo.", "x".repeat(3 * LEAST).as_str()] {
            let windows: Vec<_> = windows(text, false).collect();
            assert_eq!((windows.len(), windows[0].clone()), (1, 0..text.len()));
        }
    }
}
