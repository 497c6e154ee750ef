//! Sources, people and statements.

use std::mem::take;

use super::{Checker, Ids};
use crate::date::Period;
use crate::finding::Problem;
use crate::json::Path;
use crate::letter::is_letter;
use crate::model::{self, Evidence, Story};
use crate::wire;
use crate::words::{count_words, find};

/// The longest passage that counts as an excerpt, in words.
pub const MAX_PASSAGE_WORDS: usize = 80;

impl Checker {
    pub(super) fn sources(
        &mut self,
        sources: &mut [wire::Source],
        at: &Path<'_>,
    ) -> (Vec<model::Source>, Vec<model::Passage>) {
        self.sources = Ids::declare(self, "a source", sources.iter().map(|source| source.id.as_str()), at);
        self.declare_passages(sources, at);
        let mut kept = Vec::with_capacity(sources.len());
        let mut passages = Vec::new();
        for (index, source) in sources.iter_mut().enumerate() {
            let here = at.item(index);
            let published = self.period(source.published.as_deref(), &here.field("published"));
            let named = [
                self.filled(&source.publisher, "the publisher's name", &here.field("publisher")),
                self.filled(&source.title, "a title", &here.field("title")),
                source.url.as_deref().is_none_or(|url| self.address(url, &here.field("url"))),
                published.is_ok(),
            ];
            // What can't be asked about is kept out of sight, so that all that
            // rests on it can be checked as well.
            let sound = named.iter().all(|part| *part) && self.sources.keep(&source.id);
            if !sound {
                self.sources.pass_over();
            }
            let source_ix = model::SourceIx::new(kept.len());
            for (index, passage) in source.passages.iter_mut().enumerate() {
                let within = here.field("passages");
                let place = within.item(index);
                let text = place.field("text");
                let words = count_words(&passage.text);
                let filled = self.filled(&passage.text, "the passage's text", &text);
                if words > MAX_PASSAGE_WORDS {
                    self.report(&text, Problem::PassageTooLong { words });
                }
                if filled && self.passages.keep(&passage.id) {
                    self.sound_passages.push(sound && words <= MAX_PASSAGE_WORDS);
                    #[cfg(feature = "author")]
                    self.passage_texts.push(text.pointer());
                    passages.push(model::Passage {
                        id: take(&mut passage.id),
                        source: source_ix,
                        text: take(&mut passage.text),
                    });
                }
            }
            kept.push(model::Source {
                id: take(&mut source.id),
                publisher: take(&mut source.publisher),
                title: take(&mut source.title),
                published: published.unwrap_or_default(),
                url: if sound { take(&mut source.url) } else { None },
            });
        }
        (kept, passages)
    }

    /// Passages are named across sources, so their ids are of one sort.
    fn declare_passages(&mut self, sources: &[wire::Source], at: &Path<'_>) {
        let mut ids = Ids::with_room(sources.iter().map(|source| source.passages.len()).sum());
        for (index, source) in sources.iter().enumerate() {
            let here = at.item(index);
            let here = here.field("passages");
            for (nested, passage) in source.passages.iter().enumerate() {
                ids.add(self, "a passage", &passage.id, &here.item(nested));
            }
        }
        self.passages = ids;
    }

    pub(super) fn people(&mut self, people: &mut [wire::Person], at: &Path<'_>) -> Vec<model::Person> {
        self.people = Ids::declare(self, "a person", people.iter().map(|person| person.id.as_str()), at);
        let mut kept = Vec::with_capacity(people.len());
        for (index, person) in people.iter_mut().enumerate() {
            let named = self.filled(&person.name, "the person's name", &at.item(index).field("name"));
            if named && self.people.keep(&person.id) {
                kept.push(model::Person {
                    id: take(&mut person.id),
                    name: take(&mut person.name),
                    role: take(&mut person.role),
                    aliases: take(&mut person.aliases),
                    unnamed: person.unnamed,
                });
            }
        }
        kept
    }

    pub(super) fn statements(
        &mut self,
        statements: &mut [wire::Statement],
        story: &Story,
        at: &Path<'_>,
    ) -> Vec<model::Statement> {
        let ids = statements.iter().map(|statement| statement.id.as_str());
        self.statements = Ids::declare(self, "a statement", ids, at);
        let mut kept = Vec::with_capacity(statements.len());
        for (index, statement) in statements.iter_mut().enumerate() {
            let Some(checked) = self.one_statement(statement, story, &at.item(index)) else { continue };
            if self.statements.keep(&checked.id) {
                kept.push(checked);
            }
        }
        kept
    }

    fn one_statement(
        &mut self,
        statement: &mut wire::Statement,
        story: &Story,
        at: &Path<'_>,
    ) -> Option<model::Statement> {
        let speaker = self.person(&statement.speaker, &at.field("speaker"));
        let to = statement.to.as_ref().map(|to| self.person(to, &at.field("to")));
        let reported_by = self.all(&statement.reported_by, &at.field("reported_by"), Self::person);
        let quote = self.evidence(&statement.quote, story, &at.field("quote"));
        let attribution = self.evidence(&statement.attribution, story, &at.field("attribution"));
        let gaps = quote.and_then(|quote| self.gaps(&statement.gaps, quote, story, &at.field("gaps")));
        let speaker = speaker?;
        for (shown, field, text) in
            [("the hint", "hint", &statement.hint), ("the context", "context", &statement.context)]
        {
            if let Some(text) = text {
                self.keeps_secret(shown, text, &super::names(&story[speaker]), &at.field(field));
            }
        }
        Some(model::Statement {
            id: take(&mut statement.id),
            speaker,
            to: match to {
                Some(person) => Some(person?),
                None => None,
            },
            reported_by: reported_by?,
            form: statement.form,
            quote: quote?,
            attribution: attribution?,
            context: take(&mut statement.context),
            hint: take(&mut statement.hint),
            gaps: gaps?,
        })
    }

    fn gaps(
        &mut self,
        gaps: &[String],
        quote: Evidence,
        story: &Story,
        at: &Path<'_>,
    ) -> Option<Vec<Evidence>> {
        let mut found = Vec::with_capacity(gaps.len());
        for (index, gap) in gaps.iter().enumerate() {
            found.extend(self.gap(gap, quote, story, &at.item(index)));
        }
        (found.len() == gaps.len()).then_some(found)
    }

    /// The place of a word that stands in a quotation once, as a word of its own.
    pub(crate) fn gap(
        &mut self,
        gap: &str,
        quote: Evidence,
        story: &Story,
        at: &Path<'_>,
    ) -> Option<Evidence> {
        let words = story.words(quote);
        let letter_at = |found: Option<char>| found.is_some_and(is_letter);
        let (mut first, mut count, mut from) = (None, 0, 0);
        while !gap.trim().is_empty()
            && let Some(start) = find(words, gap, from)
        {
            from = start + gap.len();
            if !letter_at(words[..start].chars().next_back()) && !letter_at(words[from..].chars().next()) {
                first = first.or(Some(start));
                count += 1;
            }
        }
        match (first, count) {
            (Some(start), 1) => {
                let start = quote.start + start as u32;
                Some(Evidence { passage: quote.passage, start, end: start + gap.len() as u32 })
            }
            (Some(_), times) => {
                let exact = gap.to_owned();
                self.report(at, Problem::EvidenceAmbiguous { exact, within: "the quotation", times });
                None
            }
            (None, _) => {
                let problem = self.not_found(gap, "the quotation", quote, story);
                self.report(at, problem);
                None
            }
        }
    }

    /// A date that may be left out; `Err` where it is there and is none.
    pub(super) fn period(&mut self, text: Option<&str>, at: &Path<'_>) -> Result<Option<Period>, ()> {
        let Some(text) = text else { return Ok(None) };
        let period = Period::parse(text);
        let expected = "a year, a month or a day as in 2021-02-24, or two of them with a slash between";
        if self.formed(period.is_some(), expected, text, at) { Ok(period) } else { Err(()) }
    }
}
