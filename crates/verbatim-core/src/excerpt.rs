//! Excerpts: passages with the words marked that something rests on, cut into
//! pieces that a page can show one after another.

use std::ops::Range;

use crate::model::{Evidence, PassageIx, Source, StatementIx, Story};
use crate::sentence::sentences;
use crate::sort::insertion_sort;

/// A passage with marks in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The passage.
    pub passage: PassageIx,
    /// The marked bytes, in the order of the passage, none overlapping.
    pub marks: Vec<(Range<usize>, Mark)>,
}

/// What marked words are to the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// The answer rests on them.
    Words,
    /// They say whose words those are.
    Attribution,
}

/// A piece of a passage, all of one sort.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// The text, with the spaces around it.
    pub text: &'a str,
    /// How it is marked.
    pub mark: Option<Mark>,
    /// Whether it belongs to a sentence that has a mark in it.
    pub near: bool,
}

impl Excerpt {
    /// The passages of some marked evidence, each once, in the order of their first mention.
    pub fn all(evidence: &[(Evidence, Mark)]) -> Vec<Self> {
        let mut found: Vec<Self> = Vec::new();
        for &(one, mark) in evidence {
            let known = found.iter_mut().find(|excerpt| excerpt.passage == one.passage);
            match known {
                Some(excerpt) => excerpt.marks.push((one.range(), mark)),
                None => found.push(Self { passage: one.passage, marks: vec![(one.range(), mark)] }),
            }
        }
        for excerpt in &mut found {
            excerpt.settle();
        }
        found
    }

    /// The passages of evidence that is all of one sort.
    pub fn of(evidence: &[Evidence]) -> Vec<Self> {
        let mut marked = Vec::with_capacity(evidence.len());
        for one in evidence {
            marked.push((*one, Mark::Words));
        }
        Self::all(&marked)
    }

    /// The passages of a statement: its words, and those that say whose they are.
    pub fn of_statement(statement: StatementIx, story: &Story) -> Vec<Self> {
        let statement = &story[statement];
        Self::all(&[(statement.quote, Mark::Words), (statement.attribution, Mark::Attribution)])
    }

    /// Puts the marks in order; of two that overlap the later one loses the overlap.
    fn settle(&mut self) {
        insertion_sort(&mut self.marks, |one, other| (one.0.start, one.1) < (other.0.start, other.1));
        let mut end = 0;
        for (range, _) in &mut self.marks {
            range.start = range.start.max(end);
            range.end = range.end.max(range.start);
            end = range.end;
        }
        self.marks.retain(|(range, _)| !range.is_empty());
    }

    /// Where the passage is taken from.
    pub fn source<'a>(&self, story: &'a Story) -> &'a Source {
        &story[story[self.passage].source]
    }

    /// The passage in pieces.
    pub fn pieces<'a>(&self, story: &'a Story) -> Vec<Piece<'a>> {
        let text = story[self.passage].text.as_str();
        let near = |range: &Range<usize>| {
            self.marks.iter().any(|(mark, _)| mark.start < range.end && range.start < mark.end)
        };
        let mut pieces = Vec::new();
        let mut from = 0;
        let all = sentences(text);
        let last = all.len();
        for (index, sentence) in all.into_iter().enumerate() {
            let near = near(&sentence);
            let end = if index + 1 == last { text.len() } else { sentence.end };
            for (mark, role) in &self.marks {
                if mark.start >= end || mark.end <= from {
                    continue;
                }
                let (start, stop) = (mark.start.max(from), mark.end.min(end));
                pieces.push(Piece { text: &text[from..start], mark: None, near });
                pieces.push(Piece { text: &text[start..stop], mark: Some(*role), near });
                from = stop;
            }
            pieces.push(Piece { text: &text[from..end], mark: None, near });
            from = end;
        }
        pieces.retain(|piece| !piece.text.is_empty());
        pieces
    }

    /// The address of the source, leading to the marked words where the browser
    /// knows text fragments (WICG, URL Fragment Text Directives); `None` where
    /// the story has no address.
    pub fn link(&self, story: &Story) -> Option<String> {
        let url = self.source(story).url.as_deref()?;
        let text = story[self.passage].text.as_str();
        let mut link = url.to_owned();
        for (range, mark) in &self.marks {
            if *mark == Mark::Words {
                link.push_str(match link.len() > url.len() {
                    true => "&",
                    false if url.as_bytes().contains(&b'#') => ":~:",
                    false => "#:~:",
                });
                directive(&text[range.clone()], &mut link);
            }
        }
        Some(link)
    }
}

/// How many words at each end stand for a long quotation.
const ENDS: usize = 5;

fn directive(text: &str, out: &mut String) {
    let words: Vec<&str> = text.split_whitespace().collect();
    out.push_str("text=");
    if words.len() <= 2 * ENDS {
        encode(text.trim(), out);
    } else {
        encode(&words[..ENDS].join(" "), out);
        out.push(',');
        encode(&words[words.len() - ENDS..].join(" "), out);
    }
}

/// Percent-encodes everything but letters and digits: a comma, a hyphen and an
/// ampersand mean something in a directive.
fn encode(text: &str, out: &mut String) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push(char::from(DIGITS[usize::from(byte >> 4)]));
            out.push(char::from(DIGITS[usize::from(byte & 15)]));
        }
    }
}
