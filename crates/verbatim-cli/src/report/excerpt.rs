//! As much of a line around some places as a terminal has room for.
//!
//! A story may have its passages, or all of itself, on one line; so lines are
//! cut around the places before they are drawn, which also keeps drawing quick
//! for files of any size.

use std::ops::Range;

use crate::text::Text;

/// How long a line is that is not cut, in letters.
const WHOLE: usize = 104;
/// How many letters of a line are shown before and after what is underlined.
const AROUND: usize = 36;
/// How many letters lie between the first and the last that is underlined.
const WIDEST: usize = 64;
/// How many bytes a letter may have.
const LONGEST_LETTER: usize = 4;
/// What stands for letters that are cut off.
const CUT: &str = "...";

/// A line of a file, cut to the places in it.
pub(super) struct Excerpt {
    /// The line's number, from 1.
    pub(super) line: usize,
    /// As much of it as is shown.
    pub(super) text: String,
    /// The places in `text`, as far as they are shown, each with its position in the list they came from.
    pub(super) spans: Vec<(usize, Range<usize>)>,
}

/// Excerpts with all the places, in the order in which they stand in the file;
/// those that are close together share one. A place of several lines is shown
/// by its first one.
pub(super) fn excerpts(text: &Text, places: &[Range<usize>]) -> Vec<Excerpt> {
    let mut sorted: Vec<(usize, &Range<usize>)> = places.iter().enumerate().collect();
    sorted.sort_by_key(|(_, place)| (place.start, place.end));
    let mut excerpts: Vec<Vec<(usize, &Range<usize>)>> = Vec::new();
    for (index, place) in sorted {
        let together = |group: &&mut Vec<(usize, &Range<usize>)>| {
            group.first().is_some_and(|(_, first)| {
                text.line_of(first.start) == text.line_of(place.start)
                    && place.end.saturating_sub(first.start) <= WIDEST
            })
        };
        match excerpts.last_mut().filter(together) {
            Some(group) => group.push((index, place)),
            None => excerpts.push(vec![(index, place)]),
        }
    }
    excerpts.iter().map(|group| excerpt(text, group)).collect()
}

fn excerpt(text: &Text, places: &[(usize, &Range<usize>)]) -> Excerpt {
    let index = places.first().map_or(0, |(_, place)| text.line_of(place.start));
    let line = near(text, text.line(index), places);
    let bytes = &text.bytes()[line.clone()];
    // Bytes that are no letters are shown as such; what stands before them keeps its place.
    let shown = String::from_utf8_lossy(bytes);
    let within = |at: usize| {
        let at = at.clamp(line.start, line.end) - line.start;
        shown.floor_char_boundary(String::from_utf8_lossy(&bytes[..at]).len())
    };
    let spans = places.iter().map(|(index, place)| {
        let start = within(place.start);
        (*index, start..widest(&shown, start, within(place.end).max(start)))
    });
    let mut spans: Vec<(usize, Range<usize>)> = spans.collect();
    let first = spans.iter().map(|(_, span)| span.start).min().unwrap_or(0);
    let last = spans.iter().map(|(_, span)| span.end).max().unwrap_or(0);
    let whole = shown.char_indices().nth(WHOLE).is_none();
    let (start, end) = if whole { (0, shown.len()) } else { (back(&shown, first), forth(&shown, last)) };
    let before = if start > 0 { CUT } else { "" };
    let after = if end < shown.len() { CUT } else { "" };
    for (_, span) in &mut spans {
        *span = span.start - start + before.len()..span.end - start + before.len();
    }
    Excerpt { line: index + 1, text: [before, &shown[start..end], after].concat(), spans }
}

/// As much of a line as may be shown at all, in whole letters.
fn near(text: &Text, line: Range<usize>, places: &[(usize, &Range<usize>)]) -> Range<usize> {
    let reach = LONGEST_LETTER * WHOLE;
    let first = places.iter().map(|(_, place)| place.start).min().unwrap_or(line.start);
    let letter = |at: &usize| text.bytes().get(*at).is_none_or(|byte| byte & 0xC0 != 0x80);
    let start = line.start.max(first.saturating_sub(reach));
    let end = line.end.min(first + reach * 3);
    let start = (start..end).find(letter).unwrap_or(start);
    start..(end..line.end).find(letter).unwrap_or(line.end).min(line.end)
}

/// The end of a place, or where so much of it is shown that the rest is not.
fn widest(text: &str, start: usize, end: usize) -> usize {
    text[start..end].char_indices().nth(WIDEST).map_or(end, |(at, _)| start + at)
}

/// So many letters back, or the line's start where that is hardly further.
fn back(text: &str, from: usize) -> usize {
    let mut letters = text[..from].char_indices().rev().map(|(at, _)| at);
    let cut = letters.by_ref().nth(AROUND - 1);
    if letters.nth(CUT.len()).is_some() { cut.unwrap_or(0) } else { 0 }
}

/// So many letters forth, or the line's end where that is hardly further.
fn forth(text: &str, from: usize) -> usize {
    let mut letters = text[from..].char_indices().map(|(at, _)| from + at);
    let cut = letters.by_ref().nth(AROUND);
    if letters.nth(CUT.len()).is_some() { cut.unwrap_or(text.len()) } else { text.len() }
}

#[cfg(test)]
mod tests {
    use super::excerpts;
    use crate::text::Text;

    #[track_caller]
    fn check(text: &[u8], place: std::ops::Range<usize>, expected: &[(usize, &str, &[&str])]) {
        let text = Text::new(String::new(), text.to_vec());
        let found = excerpts(&text, &[place]);
        let found: Vec<(usize, &str, Vec<&str>)> = found
            .iter()
            .map(|one| {
                let spans = one.spans.iter().map(|(_, span)| &one.text[span.clone()]);
                (one.line, one.text.as_str(), spans.collect())
            })
            .collect();
        let expected: Vec<_> =
            expected.iter().map(|(line, text, spans)| (*line, *text, spans.to_vec())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn shows_what_is_around() {
        check(b"one two", 4..7, &[(1, "one two", &["two"])]);
        check(b"one\r\ntwo\r\n", 5..8, &[(2, "two", &["two"])]);
        check(b"{\n1\n}", 0..5, &[(1, "{", &["{"])]);
        check(b"one", 3..3, &[(1, "one", &[""])]);
        check(b"", 0..0, &[(1, "", &[""])]);
        check(b"a\n", 2..2, &[(2, "", &[""])]);
    }

    #[test]
    fn cuts_long_lines() {
        let long = ["x".repeat(100), "here".to_owned(), "y".repeat(100)].concat();
        let cut = ["...", &"x".repeat(36), "here", &"y".repeat(36), "..."].concat();
        check(long.as_bytes(), 100..104, &[(1, &cut, &["here"])]);
        let end = ["...", &"x".repeat(36), "here", &"y".repeat(39)].concat();
        check(&long.as_bytes()[..143], 100..104, &[(1, &end, &["here"])]);
        let whole = ["x".repeat(50), "here".to_owned(), "y".repeat(50)].concat();
        check(whole.as_bytes(), 50..54, &[(1, &whole, &["here"])]);
    }

    #[test]
    fn keeps_places_that_are_far_apart_apart() {
        let text = ["one", &" ".repeat(80), "two", &" ".repeat(80)].concat();
        let found = excerpts(&Text::new(String::new(), text.into_bytes()), &[83..86, 0..3]);
        let spans: Vec<usize> =
            found.iter().flat_map(|one| one.spans.iter().map(|(index, _)| *index)).collect();
        assert_eq!((found.len(), spans), (2, vec![1, 0]));
    }

    #[test]
    fn survives_bytes_that_are_no_letters() {
        check(b"ab\xFFcd", 2..2, &[(1, "ab\u{fffd}cd", &[""])]);
        check(b"\xF0\x9F\x98", 0..3, &[(1, "\u{fffd}", &["\u{fffd}"])]);
    }
}
