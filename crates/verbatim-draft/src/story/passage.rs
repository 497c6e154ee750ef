//! Cuts passages out of an article: whole sentences, 80 words at the most, and
//! all of them together well under the share of an article that excerpts may carry.

use std::ops::Range;

use verbatim_core::check::MAX_PASSAGE_WORDS;
use verbatim_core::sentence::sentences;
use verbatim_core::wire::{Passage, Selector};
use verbatim_core::words::{count_words, find};

/// The share of the article's words that excerpts of it carry at the most, in a
/// hundred; the check allows 60 and counts a little differently.
const SHARE: usize = 55;

/// The passages of an article so far, as ranges of its text.
pub struct Excerpts<'a> {
    text: &'a str,
    source: &'a str,
    /// The ids' stem and the ranges.
    cuts: Vec<Range<usize>>,
    sentences: Vec<Range<usize>>,
    words: usize,
    carried: usize,
}

/// Why no passage was cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The words and what attributes them are more than a passage may have.
    TooLong,
    /// The article's excerpts would be too much of it.
    TooMuch,
    /// The words stand twice in what would be their passage.
    Twice,
}

impl Refused {
    /// Why, in words that follow the fact.
    pub fn reason(self) -> &'static str {
        match self {
            Self::TooLong => "its sentences are too long for a passage",
            Self::TooMuch => "the passages would carry too much of the article",
            Self::Twice => "its words stand more than once in their passage",
        }
    }
}

impl<'a> Excerpts<'a> {
    /// No passage yet of an article, whose source has an id.
    pub fn new(text: &'a str, source: &'a str) -> Self {
        Self::resume(text, source, Vec::new())
    }

    /// Goes on with passages that were cut before, as ranges of the article's text.
    pub fn resume(text: &'a str, source: &'a str, cuts: Vec<Range<usize>>) -> Self {
        let carried = cuts.iter().filter_map(|cut| text.get(cut.clone())).map(count_words).sum();
        Self { text, source, cuts, sentences: sentences(text), words: count_words(text), carried }
    }

    /// The passages, as ranges of the article's text.
    pub fn cuts(&self) -> &[Range<usize>] {
        &self.cuts
    }

    /// The sentences that hold a range of the text, as one range.
    pub fn sentences_around(&self, range: &Range<usize>) -> Range<usize> {
        let first = self.sentences.partition_point(|sentence| sentence.end <= range.start);
        let last = self.sentences.partition_point(|sentence| sentence.start < range.end);
        let start = self.sentences.get(first).map_or(range.start, |sentence| sentence.start.min(range.start));
        let end = last.checked_sub(1).map_or(range.end, |last| self.sentences[last].end.max(range.end));
        start..end
    }

    /// The sentences of a range of the text, cut to it.
    pub fn sentences_in(&self, range: &Range<usize>) -> impl Iterator<Item = Range<usize>> {
        let first = self.sentences.partition_point(|sentence| sentence.end <= range.start);
        let within = self.sentences[first..].iter().take_while({
            let end = range.end;
            move |sentence| sentence.start < end
        });
        let range = range.clone();
        within.map(move |sentence| sentence.start.max(range.start)..sentence.end.min(range.end))
    }

    /// The first sentences of words that go together with `with` into a passage; the words may lose their end.
    pub fn fitting(&self, words: &Range<usize>, with: &Range<usize>, most: usize) -> Option<Range<usize>> {
        let ends = self.sentences.iter().map(|sentence| sentence.end.min(words.end));
        let first = self.sentences.partition_point(|sentence| sentence.end <= words.start);
        let mut best = None;
        for end in ends.skip(first).take_while(|end| *end > words.start) {
            let part = words.start..end;
            let hull = self.sentences_around(&(part.start.min(with.start)..part.end.max(with.end)));
            if count_words(&self.text[hull]) > MAX_PASSAGE_WORDS
                || count_words(&self.text[part.clone()]) > most
            {
                break;
            }
            best = Some(part);
            if end == words.end {
                break;
            }
        }
        best
    }

    /// Takes the sentences around a range as a passage, or widens one that overlaps them;
    /// gives the passage's place among all.
    ///
    /// # Errors
    /// Where the passage would be too long, or carry too much of the article.
    pub fn cut(&mut self, range: &Range<usize>) -> Result<usize, Refused> {
        let hull = self.sentences_around(range);
        let held = self.cuts.iter().position(|cut| cut.start <= hull.start && hull.end <= cut.end);
        if let Some(held) = held {
            return Ok(held);
        }
        let length = count_words(&self.text[hull.clone()]);
        if length > MAX_PASSAGE_WORDS {
            return Err(Refused::TooLong);
        }
        let beside = self.cuts.iter().position(|cut| cut.start < hull.end && hull.start < cut.end);
        if let Some(beside) = beside {
            let cut = &self.cuts[beside];
            let union = cut.start.min(hull.start)..cut.end.max(hull.end);
            let more = count_words(&self.text[union.clone()]) - count_words(&self.text[cut.clone()]);
            if count_words(&self.text[union.clone()]) <= MAX_PASSAGE_WORDS {
                self.carry(more)?;
                self.cuts[beside] = union;
                return Ok(beside);
            }
        }
        self.carry(length)?;
        self.cuts.push(hull);
        Ok(self.cuts.len() - 1)
    }

    fn carry(&mut self, more: usize) -> Result<(), Refused> {
        if (self.carried + more) * 100 > self.words * SHARE {
            return Err(Refused::TooMuch);
        }
        self.carried += more;
        Ok(())
    }

    /// The id of a passage.
    pub(super) fn id(&self, passage: usize) -> String {
        format!("{}-{}", self.source, passage + 1)
    }

    /// Names words of the article within a passage, which may still be widened.
    ///
    /// # Errors
    /// Where the words stand in it more than once, whatever stands before them.
    pub fn select(&self, passage: usize, words: &Range<usize>) -> Result<Selector, Refused> {
        let exact = &self.text[words.clone()];
        let selector = |prefix: Option<&str>| Selector {
            passage: self.id(passage),
            exact: exact.to_owned(),
            prefix: prefix.map(str::to_owned),
            suffix: None,
        };
        // Wide enough for whatever the passage is widened by.
        let cut = &self.cuts[passage];
        if times(&self.text[cut.clone()], exact) == 1 {
            return Ok(selector(None));
        }
        let mut start = words.start;
        for _ in 0..6 {
            let before = self.text[cut.start..start].trim_end();
            start = before.rfind(char::is_whitespace).map_or(cut.start, |space| cut.start + space + 1);
            let with = &self.text[start..words.end];
            if times(&self.text[cut.clone()], with) == 1 {
                return Ok(selector(Some(&self.text[start..words.start])));
            }
        }
        Err(Refused::Twice)
    }

    pub(super) fn into_passages(self) -> Vec<Passage> {
        let cuts = self.cuts.iter().enumerate();
        cuts.map(|(number, cut)| Passage { id: self.id(number), text: self.text[cut.clone()].to_owned() })
            .collect()
    }
}

/// How often words stand in a text.
fn times(text: &str, words: &str) -> usize {
    let mut count = 0;
    let mut from = 0;
    while let Some(at) = find(text, words, from) {
        count += 1;
        from = at + 1;
    }
    count
}
