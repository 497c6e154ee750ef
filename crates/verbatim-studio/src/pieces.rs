//! Cuts an article into paragraphs, and these into pieces over which nothing changes: what
//! a screen draws one by one.

use std::ops::Range;

use crate::document::Article;
use crate::mark::{Key, Mark};

/// A paragraph of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its bytes, without the line's end.
    pub range: Range<usize>,
    /// Its pieces, which follow one another without a gap.
    pub pieces: Vec<Piece>,
}

/// A part of a paragraph that lies in the same marks throughout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its bytes.
    pub range: Range<usize>,
    /// The marks that it lies in, the outermost first.
    pub marks: Vec<Key>,
    /// Those of them that begin here.
    pub begins: Vec<Key>,
    /// Whether it is part of a date.
    pub is_date: bool,
    /// Whether it lies in the words that are to be pointed out.
    pub is_shown: bool,
}

/// The paragraphs of an article; `shown` are words to be pointed out.
pub fn paragraphs(article: &Article, shown: Option<&Range<usize>>) -> Vec<Paragraph> {
    let text = &*article.text;
    let mut ends: Vec<usize> =
        article.marks.iter().flat_map(|mark| [mark.words.start, mark.words.end]).collect();
    ends.extend(article.dates.iter().flat_map(|date| [date.words.start, date.words.end]));
    ends.extend(shown.into_iter().flat_map(|words| [words.start, words.end]));
    ends.sort_unstable();
    ends.dedup();
    let mut sweep = Sweep { article, ends: &ends, shown, active: Vec::new(), marks: 0, dates: 0 };
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        let range = start..start + line.len();
        start = range.end + 1;
        if !line.trim().is_empty() {
            found.push(Paragraph { pieces: sweep.pieces(range.clone()), range });
        }
    }
    found
}

struct Sweep<'a> {
    article: &'a Article,
    ends: &'a [usize],
    shown: Option<&'a Range<usize>>,
    /// The marks that are not over, in their order.
    active: Vec<&'a Mark>,
    marks: usize,
    dates: usize,
}

impl Sweep<'_> {
    fn pieces(&mut self, range: Range<usize>) -> Vec<Piece> {
        let first = self.ends.partition_point(|end| *end <= range.start);
        let inside = self.ends.get(first..).unwrap_or_default();
        let inside = inside.iter().copied().take_while(|end| *end < range.end);
        let mut start = range.start;
        let mut pieces = Vec::new();
        for end in inside.chain([range.end]) {
            if start < end {
                pieces.push(self.piece(start..end));
            }
            start = end;
        }
        pieces
    }

    fn piece(&mut self, range: Range<usize>) -> Piece {
        let mut begins = Vec::new();
        while let Some(mark) = self.article.marks.get(self.marks).filter(|mark| mark.words.start < range.end)
        {
            // One that begins in the space between paragraphs begins with the next.
            if mark.words.end > range.start {
                begins.push(mark.key);
                self.active.push(mark);
            }
            self.marks += 1;
        }
        self.active.retain(|mark| mark.words.end > range.start);
        while self.article.dates.get(self.dates).is_some_and(|date| date.words.end <= range.start) {
            self.dates += 1;
        }
        let holds = |words: &Range<usize>| words.start <= range.start && range.end <= words.end;
        Piece {
            marks: self.active.iter().map(|mark| mark.key).collect(),
            begins,
            is_date: self.article.dates.get(self.dates).is_some_and(|date| holds(&date.words)),
            is_shown: self.shown.is_some_and(holds),
            range,
        }
    }
}
