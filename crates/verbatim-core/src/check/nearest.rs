//! Where a text comes closest to words that do not stand in it.
//!
//! The words are aligned with any part of the text, letter by letter (Sellers'
//! algorithm with Gotoh's affine gaps): letters that differ only in case or in
//! the form of a mark cost little, and words left out cost less than as many
//! words replaced, since that is how a quotation goes wrong.

use std::collections::HashSet;
use std::ops::Range;

use crate::finding::Nearest;

/// What it costs that a letter stands in another form: `e` as `E`, `"` as `“`.
const OTHER_FORM: u32 = 1;
/// What it costs that another letter stands there.
const OTHER_LETTER: u32 = 3;
/// What it costs to leave out letters of the text or of the words at all, and for each of them.
const GAP: u32 = 3;
const PASSED_LETTER: u32 = 1;
const MISSING_LETTER: u32 = 3;

/// The dearest alignment that still comes close, for each letter of the words.
const MAX_COST: f64 = 1.5;

/// The most cells that are computed without looking first where it is worth it.
const MAX_CELLS: usize = 4 << 20;

/// How many parts of a long text are looked at.
const PARTS: usize = 2;

/// The part of `text` that comes closest to `words`, if any comes close.
pub(super) fn nearest(text: &str, words: &str, pointer: Option<String>) -> Option<Nearest> {
    let (_, range) = closest_part(text, words)?;
    Some(Nearest { pointer, words: text[range.clone()].to_owned(), range })
}

/// The part of `text` that comes closest to `words`, in whole words, and how far
/// it is from them.
pub(super) fn closest_part(text: &str, words: &str) -> Option<(u32, Range<usize>)> {
    let wanted: Vec<Letter> = letters(words);
    let given: Vec<Letter> = letters(text);
    let whole = 0..given.len();
    let parts = if wanted.len() * given.len() <= MAX_CELLS { vec![whole] } else { likely(&given, &wanted) };
    let best = parts
        .into_iter()
        .filter_map(|part| {
            let (cost, found) = align(&given[part.clone()], &wanted)?;
            Some((cost, part.start + found.start..part.start + found.end))
        })
        .min_by_key(|(cost, _)| *cost);
    let (cost, found) = best?;
    if found.is_empty() || f64::from(cost) > MAX_COST * wanted.len() as f64 {
        return None;
    }
    let found = whole_words(&given, found);
    let start = given.get(found.start)?.at;
    let end = given.get(found.end).map_or(text.len(), |letter| letter.at);
    Some((cost, start..end))
}

/// A letter, what it is regardless of its form, and its byte in the text.
#[derive(Clone, Copy)]
struct Letter {
    letter: char,
    folded: char,
    at: usize,
}

fn letters(text: &str) -> Vec<Letter> {
    text.char_indices().map(|(at, letter)| Letter { letter, folded: fold(letter), at }).collect()
}

fn fold(letter: char) -> char {
    match letter {
        '"' | '\'' | '\u{2018}'..='\u{201f}' | '\u{ab}' | '\u{bb}' | '\u{2039}' | '\u{203a}' => '\'',
        '-' | '\u{2010}'..='\u{2015}' => '-',
        _ if letter.is_whitespace() => ' ',
        _ => letter.to_lowercase().next().unwrap_or(letter),
    }
}

/// The cost of an alignment, and where in the text it begins.
type Cell = (u32, usize);

/// The cheapest alignment of all of `wanted` with a part of `given`.
fn align(given: &[Letter], wanted: &[Letter]) -> Option<(u32, Range<usize>)> {
    const NEVER: Cell = (u32::MAX / 2, 0);
    let further = |cell: Cell, cost: u32| (cell.0 + cost, cell.1);
    // For each count of wanted letters: the best up to here, and the best that
    // ends by passing over letters of the text.
    let mut best: Vec<Cell> = vec![NEVER; wanted.len() + 1];
    let mut passing: Vec<Cell> = vec![NEVER; wanted.len() + 1];
    best[0] = (0, 0);
    let mut cheapest: Option<(u32, Range<usize>)> = None;
    for (position, letter) in given.iter().enumerate() {
        let mut diagonal = (0, position);
        let mut missing = NEVER;
        best[0] = (0, position + 1);
        for (index, want) in wanted.iter().enumerate() {
            let cost = match (letter.letter == want.letter, letter.folded == want.folded) {
                (true, _) => 0,
                (false, true) => OTHER_FORM,
                (false, false) => OTHER_LETTER,
            };
            passing[index + 1] =
                further(further(best[index + 1], GAP).min(passing[index + 1]), PASSED_LETTER);
            missing = further(further(best[index], GAP).min(missing), MISSING_LETTER);
            let next = further(diagonal, cost).min(passing[index + 1]).min(missing);
            diagonal = std::mem::replace(&mut best[index + 1], next);
        }
        let (cost, start) = best[wanted.len()];
        if cheapest.as_ref().is_none_or(|(known, _)| cost < *known) {
            cheapest = Some((cost, start..position + 1));
        }
    }
    cheapest
}

/// The parts of a long text that share the most runs of three letters with the words.
fn likely(given: &[Letter], wanted: &[Letter]) -> Vec<Range<usize>> {
    let run = |three: &[Letter]| [three[0].folded, three[1].folded, three[2].folded];
    let known: HashSet<[char; 3]> = wanted.windows(3).map(run).collect();
    let shared: Vec<bool> = given.windows(3).map(|three| known.contains(&run(three))).collect();
    let width = wanted.len() * 2;
    let mut scored: Vec<(usize, usize)> = (0..shared.len())
        .step_by(wanted.len().div_ceil(4).max(1))
        .map(|start| {
            let end = (start + width).min(shared.len());
            (shared[start..end].iter().filter(|shared| **shared).count(), start)
        })
        .collect();
    scored.sort_by_key(|(score, start)| (std::cmp::Reverse(*score), *start));
    let mut parts: Vec<Range<usize>> = Vec::with_capacity(PARTS);
    for (_, start) in scored {
        if parts.len() == PARTS {
            break;
        }
        if parts.iter().all(|part| !part.contains(&(start + width / 2))) {
            let end = (start + width + wanted.len()).min(given.len());
            parts.push(start.saturating_sub(wanted.len())..end);
        }
    }
    parts
}

/// The same part without half a word or a space at either end.
fn whole_words(given: &[Letter], found: Range<usize>) -> Range<usize> {
    let is_space = |at: usize| given.get(at).is_some_and(|letter| letter.folded == ' ');
    let within = |at: usize| {
        let is_word = |at: usize| given.get(at).is_some_and(|letter| letter.letter.is_alphanumeric());
        at > 0 && is_word(at - 1) && is_word(at)
    };
    let mut start = found.start;
    while is_space(start) && start + 1 < found.end {
        start += 1;
    }
    while within(start) {
        start -= 1;
    }
    let mut end = found.end;
    while end > start + 1 && is_space(end - 1) {
        end -= 1;
    }
    while within(end) {
        end += 1;
    }
    start..end
}

#[cfg(test)]
mod tests {
    use super::nearest;

    fn closest<'a>(text: &'a str, words: &str) -> Option<&'a str> {
        nearest(text, words, None).map(|nearest| &text[nearest.range])
    }

    #[test]
    fn finds_what_was_meant() {
        let text =
            "The president said: \u{201c}I can get you home in two hours if you want.\u{201d} Kim declined.";
        for (words, found) in [
            ("I can bring you home", "I can get you home"),
            ("I could bring you home", "I can get you home"),
            ("said: \"I can get you home", "said: \u{201c}I can get you home"),
            ("I can get you home if you want.", "I can get you home in two hours if you want."),
            ("i can  get you\u{a0}home", "I can get you home"),
            ("The president really said", "The president said"),
            ("Kim decline", "Kim declined"),
            ("kim declines.", "Kim declined."),
        ] {
            assert_eq!(closest(text, words), Some(found), "{words}");
        }
    }

    #[test]
    fn finds_nothing_where_nothing_comes_close() {
        assert_eq!(closest("Kim declined.", "Sometimes you just have to walk."), None);
        assert_eq!(closest("", "words"), None);
        assert_eq!(closest("words", ""), None);
    }

    #[test]
    fn finds_words_in_a_long_text() {
        let mut text =
            "It was said that many things were said of it, and that few of them were so. ".repeat(2000);
        let middle = text.len() / 2;
        text.insert_str(middle, "Jeff Feltman should go to Pyongyang and tell the North Koreans. ");
        let words = ["Jeff Feldman should go to Pyongyang", &" and on".repeat(10)].concat();
        assert_eq!(closest(&text, &words[..35]), Some("Jeff Feltman should go to Pyongyang"));
        assert!(closest(&text, &words).is_some_and(|found| found.starts_with("Jeff Feltman")));
    }
}
