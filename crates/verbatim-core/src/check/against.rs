//! Passages against the articles they were taken from: every word as it was
//! published, and no more of an article than excerpts may carry.

use std::ops::Range;

use super::nearest::closest_part;
use crate::finding::{Finding, Nearest, Problem};
use crate::json::Path;
use crate::wire::{Passage, Story};

/// The share of an article's words that its passages together stay under, in a hundred.
pub const MAX_CARRIED_PERCENT: usize = 60;

/// An article as it was published.
#[derive(Clone, Copy, Debug)]
pub struct Article<'a> {
    /// What messages call it: the name of its file.
    pub name: &'a str,
    /// All of its text.
    pub text: &'a str,
}

/// Compares every passage of a story with the articles it may be taken from.
///
/// Not a letter, mark or space may differ, apart from line ends: how they are
/// coded, how many of them part two paragraphs, and whether a line of the
/// article is broken where the passage has a space.
pub fn against(story: &Story, articles: &[Article<'_>]) -> Vec<Finding> {
    let mut articles: Vec<Published<'_>> = articles.iter().map(Published::new).collect();
    let mut findings = Vec::new();
    let root = Path::Root;
    let sources = root.field("sources");
    // For each source and article, how many of its words the source's passages carry.
    let mut carried = vec![vec![0; articles.len()]; story.sources.len()];
    for (index, source) in story.sources.iter().enumerate() {
        let here = sources.item(index);
        let passages = here.field("passages");
        let before: Vec<usize> = articles.iter().map(Published::carried).collect();
        for (nested, passage) in source.passages.iter().enumerate() {
            let mut found = false;
            for article in &mut articles {
                found |= article.carry(passage);
            }
            if !found && !passage.text.trim().is_empty() {
                let place = passages.item(nested);
                let problem = Problem::NotInArticles { nearest: nearest(&passage.text, &articles) };
                findings.push(Finding::at(&place.field("text"), problem));
            }
        }
        for (position, article) in articles.iter().enumerate() {
            carried[index][position] = article.carried() - before[position];
        }
    }
    for (position, article) in articles.iter().enumerate() {
        let (words, all) = (article.words.len(), article.carried());
        if all * 100 >= words * MAX_CARRIED_PERCENT && all > 0 {
            let most =
                carried.iter().enumerate().max_by_key(|(index, of)| (of[position], usize::MAX - index));
            let here = sources.item(most.map_or(0, |(index, _)| index));
            let problem = Problem::TooMuchOfArticle { article: article.name.to_owned(), carried: all, words };
            findings.push(Finding::at(&here.field("passages"), problem));
        }
    }
    findings
}

/// The part of all articles that comes closest to a passage.
fn nearest(passage: &str, articles: &[Published<'_>]) -> Option<(String, Nearest)> {
    let close = articles.iter().filter_map(|article| Some((closest_part(article.text, passage)?, article)));
    let ((_, range), article) = close.min_by_key(|((cost, _), _)| *cost)?;
    let words = article.text[range.clone()].to_owned();
    Some((article.name.to_owned(), Nearest { pointer: None, range, words }))
}

/// An article, and which of its words are carried.
struct Published<'a> {
    name: &'a str,
    text: &'a str,
    paragraphs: Lines,
    wrapped: Lines,
    words: Vec<(Range<usize>, bool)>,
}

impl<'a> Published<'a> {
    fn new(article: &Article<'a>) -> Self {
        let text = article.text;
        let start = |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
        let words = text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric));
        let words = words.map(|word| (start(word)..start(word) + word.len(), false)).collect();
        let (paragraphs, wrapped) = (Lines::new(text, '\n'), Lines::new(text, ' '));
        Self { name: article.name, text, paragraphs, wrapped, words }
    }

    /// Notes the words that a passage carries; false where it does not stand here.
    fn carry(&mut self, passage: &Passage) -> bool {
        let Some(range) = self.paragraphs.find(&passage.text).or_else(|| self.wrapped.find(&passage.text))
        else {
            return false;
        };
        for (word, carried) in &mut self.words {
            *carried |= word.start < range.end && range.start < word.end;
        }
        true
    }

    fn carried(&self) -> usize {
        self.words.iter().filter(|(_, carried)| *carried).count()
    }
}

/// A text with one form of line end, and for each of its bytes the byte in the original.
struct Lines {
    text: String,
    origin: Vec<usize>,
}

impl Lines {
    /// A run of spaces with line ends in it becomes one line end; one with a
    /// single line end becomes `single`.
    fn new(original: &str, single: char) -> Self {
        let mut lines = Self { text: String::new(), origin: Vec::new() };
        let mut rest = original;
        while let Some(next) = rest.chars().next() {
            let at = original.len() - rest.len();
            let run = &rest[..rest.len() - rest.trim_start().len()];
            // A carriage return alone ends a line, and is none of its own before a line feed.
            let ends = run.matches(['\n', '\r']).count() - run.matches("\r\n").count();
            if ends == 0 {
                lines.push(next, at);
                rest = &rest[next.len_utf8()..];
            } else {
                lines.push(if ends == 1 { single } else { '\n' }, at);
                rest = &rest[run.len()..];
            }
        }
        lines
    }

    fn push(&mut self, letter: char, at: usize) {
        self.text.push(letter);
        self.origin.extend(at..at + letter.len_utf8());
    }

    /// The bytes of the original in which a passage stands.
    fn find(&self, passage: &str) -> Option<Range<usize>> {
        let wanted = Self::new(passage.trim(), '\n').text;
        if wanted.is_empty() {
            return None;
        }
        let start = self.text.find(&wanted)?;
        let (first, last) = (self.origin.get(start)?, self.origin.get(start + wanted.len() - 1)?);
        Some(*first..*last + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::{Article, against};
    use crate::finding::Problem;
    use crate::wire::{Passage, Source, Story};

    fn story(passages: &[&str]) -> Story {
        let passage = |text: &&str| Passage { id: String::new(), text: (*text).to_owned() };
        let source = Source {
            id: String::new(),
            publisher: String::new(),
            title: String::new(),
            published: None,
            url: None,
            passages: passages.iter().map(passage).collect(),
        };
        Story {
            schema: None,
            format: 1,
            id: String::new(),
            language: String::new(),
            title: String::new(),
            summary: None,
            sources: vec![source],
            people: Vec::new(),
            statements: Vec::new(),
            events: Vec::new(),
            order: Vec::new(),
            questions: Vec::new(),
            quizzes: Vec::new(),
        }
    }

    fn stands(passage: &str, text: &str) -> bool {
        let filler = " More words than the passage has.".repeat(20);
        let text = [text, &filler].concat();
        against(&story(&[passage]), &[Article { name: "one", text: &text }]).is_empty()
    }

    #[test]
    fn line_ends_may_differ_and_nothing_else() {
        assert!(stands("Kim declined.\n\nTrump left.", "Kim declined.\r\n\r\nTrump left."));
        assert!(stands("Kim declined.\n\nTrump left.", "Kim declined.\n \n\nTrump left."));
        assert!(stands("Kim declined.\nTrump left.", "Kim declined.\n\nTrump left."));
        assert!(stands("Kim declined. Trump left.", "Kim declined.\nTrump left."));
        assert!(!stands("Kim declined. Trump left.", "Kim declined.\n\nTrump left."));
        assert!(!stands("Kim declined.\nTrump left.", "Kim declined. Trump left."));
        assert!(!stands("Kim  declined.", "Kim declined."));
        assert!(!stands("kim declined.", "Kim declined."));
        assert!(!stands("\"Kim\" declined.", "\u{201c}Kim\u{201d} declined."));
    }

    #[test]
    fn counts_overlapping_words_once() {
        let text = "one two three four five six seven eight nine ten";
        let carried =
            |passages: &[&str]| match against(&story(passages), &[Article { name: "a", text }]).as_slice() {
                [] => None,
                [finding] => match finding.problem {
                    Problem::TooMuchOfArticle { carried, words: 10, .. } => Some(carried),
                    _ => panic!("{finding:?}"),
                },
                more => panic!("{more:?}"),
            };
        assert_eq!(carried(&["one two three", "two three four five"]), None);
        assert_eq!(carried(&["one two three", "three four five six"]), Some(6));
    }
}
