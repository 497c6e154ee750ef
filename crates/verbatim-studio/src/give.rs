//! Lays the article itself beside the passages of an opened story, so that facts can be added
//! from all of it; marks keep their words.

use std::ops::Range;

use verbatim_core::json::MAX_BYTES;

use crate::action::Refusal;
use crate::apply::LONGEST;
use crate::document::{Cut, Document, Origin};
use crate::mark::{Fact, Mark};

impl Document {
    /// Puts the article in the place of its passages. Each of them has to stand in it, letter by
    /// letter; of several places the first is taken.
    pub(crate) fn give(&mut self, place: usize, text: &str) -> Result<(), Refusal> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n");
        if text.len() > LONGEST.min(MAX_BYTES) {
            return Err(Refusal::TooLarge);
        }
        let article = self.articles.get_mut(place).ok_or(Refusal::Gone)?;
        if article.origin == Origin::Whole {
            return Err(Refusal::Gone);
        }
        let mut moved = Vec::with_capacity(article.cuts.len());
        for cut in &article.cuts {
            let passage = article.text.get(cut.range.clone()).unwrap_or_default();
            let start = text.find(passage).ok_or(Refusal::NotTheArticle)?;
            let range = start..start + passage.len();
            moved.push((cut.range.clone(), Cut { id: cut.id.clone(), range }));
        }
        let to = |range: &Range<usize>| {
            let (from, cut) =
                moved.iter().find(|(from, _)| from.start <= range.start && range.end <= from.end)?;
            let start = cut.range.start + (range.start - from.start);
            Some(start..start + range.len())
        };
        for mark in &mut article.marks {
            // A mark lies in one passage: nothing else could be marked.
            mark.words = to(&mark.words).ok_or(Refusal::NotTheArticle)?;
            if let Fact::Said(said) = &mut mark.fact {
                said.asked = said.asked.as_ref().and_then(to);
                said.attribution = said.attribution.as_ref().and_then(to);
            }
        }
        article.cuts = moved.into_iter().map(|(_, cut)| cut).collect();
        (article.text, article.origin) = (text.into(), Origin::Whole);
        self.read(place);
        // What the story has already is not proposed once more with a word more or less.
        if let Some(article) = self.articles.get_mut(place) {
            let taken: Vec<Mark> =
                article.marks.iter().filter(|mark| mark.accepted().is_some()).cloned().collect();
            article.marks.retain(|mark| !mark.is_open() || !taken.iter().any(|known| known.is_in(mark)));
        }
        self.tidy_cast();
        Ok(())
    }
}
