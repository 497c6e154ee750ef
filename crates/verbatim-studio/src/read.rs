//! Reads an article for marks: what `verbatim-draft` finds in it, as proposals.

use std::ops::Range;
use std::rc::Rc;

use verbatim_core::wire;
use verbatim_draft::story::{Cast, Excerpts, Ids, doubt, own_words, summary, trimmed};
use verbatim_draft::{Article as Text, Facts, Quote, facts};

use crate::document::{Article, Dated, Document};
use crate::mark::{Fact, Happened, Key, Mark, Ordered, Said, State};

impl Document {
    /// Marks in an article what is found in it. Marks on which a person had a say stay as
    /// they are, and what is found again under one of them is that one.
    pub(crate) fn read(&mut self, place: usize) {
        let Some(article) = self.articles.get_mut(place) else { return };
        let text = article.text.clone();
        let mut kept = std::mem::take(&mut article.marks);
        kept.retain(|mark| mark.by_hand || !mark.is_open());
        let published = self.base.sources.get(place).and_then(|source| source.published.clone());
        let language = self.base.language.clone();
        let found = facts(Text { text: &text, published: published.as_deref(), language: &language });
        let others = self.articles.iter().enumerate().filter(|(other, _)| *other != place);
        let said = others.flat_map(|(_, article)| &article.marks).filter_map(Mark::said);
        let elsewhere: Vec<String> =
            said.flat_map(|said| [said.speaker.clone(), said.reporter.clone()]).flatten().collect();
        let mut reading = Reading {
            excerpts: Excerpts::new(&text, ""),
            text: &text,
            cast: Cast::of(self.base.people.clone(), elsewhere),
            ids: Ids::beside(self.taken()),
            next: self.next,
            marks: Vec::new(),
        };
        for quote in &found.quotes {
            reading.quote(quote, None);
        }
        reading.events(&found, &kept);
        let Reading { cast, next, marks, .. } = reading;
        self.next = next;
        self.take_in(cast.into_people());
        let fresh = marks.into_iter().filter(|mark| !kept.iter().any(|known| known.is_same(mark)));
        let fresh: Vec<Mark> = fresh.collect();
        kept.extend(fresh);
        let dates =
            found.timex.iter().map(|timex| Dated { words: timex.words.clone(), value: timex.value.clone() });
        let dates: Rc<[Dated]> = dates.collect();
        if let Some(article) = self.articles.get_mut(place) {
            (article.marks, article.dates) = (kept, dates);
            article.sort();
        }
        self.tidy_cast();
    }

    /// Takes in a cast that may have grown. Who was in the story before keeps name and aliases.
    fn take_in(&mut self, people: Vec<wire::Person>) {
        for person in people {
            match self.base.people.iter_mut().find(|known| known.id == person.id) {
                Some(known) if self.candidates.contains(&known.id) => *known = person,
                Some(_) => {}
                None => {
                    self.candidates.insert(person.id.clone());
                    self.base.people.push(person);
                }
            }
        }
    }

    /// Leaves out those whom nothing on the desk names any more.
    pub(crate) fn tidy_cast(&mut self) {
        let mut named: Vec<&str> = Vec::new();
        for said in self.articles.iter().flat_map(|article| &article.marks).filter_map(Mark::said) {
            named.extend(said.speaker.as_deref());
            named.extend(said.reporter.as_deref());
        }
        let statements = &self.base.statements;
        let used = |id: &str| {
            named.contains(&id)
                || statements.iter().any(|one| one.speaker == id || one.reported_by.iter().any(|by| by == id))
        };
        let gone: Vec<String> = self.candidates.iter().filter(|id| !used(id)).cloned().collect();
        self.base.people.retain(|person| !gone.contains(&person.id));
        for id in gone {
            self.candidates.remove(&id);
        }
    }
}

struct Reading<'a> {
    text: &'a str,
    excerpts: Excerpts<'a>,
    cast: Cast,
    ids: Ids,
    next: u32,
    marks: Vec<Mark>,
}

impl Reading<'_> {
    fn key(&mut self) -> Key {
        self.next += 1;
        Key(self.next)
    }

    fn quote(&mut self, quote: &Quote, outer: Option<&Quote>) {
        let start = |quote: &Quote| quote.mention.as_ref().map(|mention| mention.start);
        let named = quote.named();
        let speaker = self.cast.id(&named, start(quote), &mut self.ids);
        let reporter = outer.filter(|outer| outer.named() != named);
        let reporter = reporter.and_then(|outer| self.cast.id(&outer.named(), start(outer), &mut self.ids));
        let asked = own_words(&self.excerpts, quote).map(|part| trimmed(self.text, &part));
        let said = Said {
            asked,
            reporter,
            attribution: quote.attribution.clone(),
            trust: quote.tier.into(),
            rule: quote.rule.name().to_owned(),
            doubt: match (&speaker, quote.tier) {
                (None, _) => "nothing near it says who speaks, or only a pronoun that could mean several",
                (Some(_), verbatim_draft::Tier::Sure) => "",
                (Some(_), _) => doubt(quote),
            }
            .to_owned(),
            speaker,
        };
        let key = self.key();
        self.marks.push(mark(key, quote.words.clone(), Fact::Said(said)));
        for nested in &quote.inside {
            self.quote(nested, Some(quote));
        }
    }

    /// What happened, where the text dates it or says what it came before; and in what order.
    fn events(&mut self, found: &Facts, kept: &[Mark]) {
        let ordered = found.ordered();
        let mut keys: Vec<Option<Key>> = vec![None; found.events.len()];
        for (place, event) in found.events.iter().enumerate() {
            let is_placed =
                event.when.is_some() || ordered.iter().any(|&(one, other)| one == place || other == place);
            let Some(clause) = event.clause.clone().filter(|_| is_placed) else { continue };
            let told = Happened {
                summary: summary(self.text, &clause, event.date.as_ref()),
                when: event.when.clone().unwrap_or_default(),
                trust: event.tier.into(),
            };
            let key = self.key();
            let new = mark(key, clause, Fact::Happened(told));
            let known = kept.iter().find(|known| known.is_same(&new)).map(|known| known.key);
            let twice = self.marks.iter().find(|known| known.is_same(&new)).map(|known| known.key);
            if let (Some(place), known) = (keys.get_mut(place), known.or(twice)) {
                *place = Some(known.unwrap_or(key));
            }
            if known.or(twice).is_none() {
                self.marks.push(new);
            }
        }
        for edge in &found.order {
            let end = |event: usize| keys.get(event).copied().flatten();
            let (Some(earlier), Some(later)) = (end(edge.earlier), end(edge.later)) else { continue };
            if earlier != later && ordered.contains(&(edge.earlier, edge.later)) {
                let key = self.key();
                self.marks.push(mark(key, edge.words.clone(), Fact::Ordered(Ordered { earlier, later })));
            }
        }
    }
}

fn mark(key: Key, words: Range<usize>, fact: Fact) -> Mark {
    Mark { key, words, fact, state: State::Proposed, by_hand: false }
}

impl Article {
    /// Whether the rules read who speaks in a language, so that open speakers are no surprise.
    pub fn is_read_in(language: &str) -> bool {
        verbatim_draft::reads_speakers(language)
    }
}
