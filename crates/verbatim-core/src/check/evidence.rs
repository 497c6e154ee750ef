//! Evidence: words that must stand in their passage, once and verbatim.

use super::Checker;
use crate::finding::Problem;
use crate::json::Path;
#[cfg(feature = "author")]
use crate::model::Passage;
use crate::model::{Evidence, Person, Story};
use crate::wire::Selector;
use crate::words::{contains_words, find};

impl Checker {
    /// The place of the words that a selector names.
    pub(crate) fn evidence(&mut self, selector: &Selector, story: &Story, at: &Path<'_>) -> Option<Evidence> {
        let passage = self.passage(&selector.passage, &at.field("passage"))?;
        let text = &story[passage].text;
        let here = at.field("exact");
        if !self.filled(&selector.exact, "the exact words of the evidence", &here) {
            return None;
        }
        match places(text, selector) {
            (Some(start), 1) => {
                let end = start + selector.exact.len();
                let sound = self.sound_passages.get(passage.index()).is_some_and(|sound| *sound);
                sound.then_some(Evidence { passage, start: start as u32, end: end as u32 })
            }
            (Some(_), times) => {
                let exact = selector.exact.clone();
                self.report(&here, Problem::EvidenceAmbiguous { exact, within: "the passage", times });
                None
            }
            (None, _) => {
                let (field, words) = missing(text, selector);
                let part = Evidence { passage, start: 0, end: text.len() as u32 };
                let problem = self.not_found(&words, "the passage", part, story);
                self.report(&at.field(field), problem);
                None
            }
        }
    }

    /// The places of a list of selectors; `None` where any of them is not found.
    pub(crate) fn evidences(
        &mut self,
        selectors: &[Selector],
        story: &Story,
        at: &Path<'_>,
    ) -> Option<Vec<Evidence>> {
        let mut found = Vec::with_capacity(selectors.len());
        for (index, selector) in selectors.iter().enumerate() {
            found.extend(self.evidence(selector, story, &at.item(index)));
        }
        (found.len() == selectors.len()).then_some(found)
    }

    /// Like [`Checker::evidences`], where there must be at least one.
    pub(crate) fn some_evidence(
        &mut self,
        selectors: &[Selector],
        story: &Story,
        at: &Path<'_>,
    ) -> Option<Vec<Evidence>> {
        if selectors.is_empty() {
            self.report(at, Problem::Empty { what: "the evidence" });
            return None;
        }
        self.evidences(selectors, story, at)
    }

    /// That words don't stand in a part of a passage, with what comes closest.
    pub(super) fn not_found(
        &self,
        exact: &str,
        within: &'static str,
        part: Evidence,
        story: &Story,
    ) -> Problem {
        #[cfg(feature = "author")]
        {
            let pointer = self.passage_texts.get(part.passage.index()).cloned();
            let nearest = super::nearest::nearest(story.words(part), exact, pointer);
            let nearest = nearest.map(|mut nearest| {
                let start = part.range().start;
                nearest.range = nearest.range.start + start..nearest.range.end + start;
                nearest
            });
            let other = |other: &&Passage| other.id != story[part.passage].id && other.text.contains(exact);
            let elsewhere = story.passages.iter().find(other).map(|it| it.id.clone());
            Problem::EvidenceNotFound { exact: exact.to_owned(), within, nearest, elsewhere }
        }
        #[cfg(not(feature = "author"))]
        {
            let _ = (part, story);
            Problem::EvidenceNotFound { exact: exact.to_owned(), within, nearest: None, elsewhere: None }
        }
    }

    /// Reports a text shown with a question in which an answer stands as a word or words.
    pub(crate) fn keeps_secret(
        &mut self,
        shown: &'static str,
        text: &str,
        answers: &[&str],
        at: &Path<'_>,
    ) -> bool {
        for answer in answers {
            if contains_words(text, answer) {
                self.report(at, Problem::GivesAnswerAway { shown, answer: (*answer).to_owned() });
                return false;
            }
        }
        true
    }
}

/// Where in a passage's text the words of a selector stand, as bytes; `None` where they don't, or
/// more than once.
#[cfg(feature = "author")]
pub fn place(text: &str, selector: &Selector) -> Option<std::ops::Range<usize>> {
    match places(text, selector) {
        (Some(start), 1) => Some(start..start + selector.exact.len()),
        _ => None,
    }
}

/// Where in a text the words of a selector stand first with the context it asks for, and how often.
fn places(text: &str, selector: &Selector) -> (Option<usize>, usize) {
    let exact = selector.exact.as_str();
    let prefix = selector.prefix.as_deref().unwrap_or_default();
    let suffix = selector.suffix.as_deref().unwrap_or_default();
    let (mut first, mut count, mut from) = (None, 0, 0);
    // Overlapping occurrences count too, so each search begins a byte after the last.
    while let Some(start) = find(text, exact, from) {
        from = start + 1;
        if text[..start].ends_with(prefix) && text[start + exact.len()..].starts_with(suffix) {
            first = first.or(Some(start));
            count += 1;
        }
    }
    (first, count)
}

/// Which field of a selector keeps it from being found, and the words that are
/// not found: the exact ones, or these with the context that is asked for.
fn missing(text: &str, selector: &Selector) -> (&'static str, String) {
    let exact = selector.exact.as_str();
    let prefix = selector.prefix.as_deref().unwrap_or_default();
    let suffix = selector.suffix.as_deref().unwrap_or_default();
    let before = [prefix, exact].concat();
    if find(text, exact, 0).is_none() {
        ("exact", exact.to_owned())
    } else if find(text, &before, 0).is_none() {
        ("prefix", before)
    } else {
        ("suffix", [&before, suffix].concat())
    }
}

/// Everything that a person is called: the name, its last word, and the aliases.
pub(crate) fn names(person: &Person) -> Vec<&str> {
    let mut names = vec![person.name.as_str()];
    let last = person.name.rfind(' ').map_or(0, |space| space + 1);
    names.extend(person.name.get(last..).filter(|_| !person.unnamed));
    for alias in &person.aliases {
        names.push(alias);
    }
    names
}
