//! Takes marks into the story and out of it: cuts the passages that they need and no more.

use std::ops::Range;

use verbatim_core::check::{MAX_PASSAGE_WORDS, place};
use verbatim_core::wire::{Event, Form, Order, Passage, Selector, Statement};
use verbatim_core::words::{contains_words, count_words, same_words};
use verbatim_draft::story::{Excerpts, Ids, MOST, Refused, trimmed};

use crate::action::Refusal;
use crate::document::{Article, Cut, Document, Origin};
use crate::mark::{Fact, Happened, Key, Mark, Ordered, Said, State};

impl Document {
    /// Takes a mark into the story.
    pub(crate) fn accept(&mut self, key: Key) -> Result<(), Refusal> {
        let (article, mark) = self.mark(key).ok_or(Refusal::Gone)?;
        let mark = mark.clone();
        if mark.accepted().is_some() {
            return Ok(());
        }
        let id = match &mark.fact {
            Fact::Said(said) => self.accept_said(article, said)?,
            Fact::Happened(told) => self.accept_happened(article, &mark, told)?,
            Fact::Ordered(order) => self.accept_ordered(article, &mark, order)?,
        };
        if let Some(mark) = self.mark_mut(key) {
            mark.state = State::Accepted(id);
        }
        Ok(())
    }

    fn accept_said(&mut self, article: usize, said: &Said) -> Result<String, Refusal> {
        let asked = said.asked.clone().ok_or(Refusal::PassesOn)?;
        let speaker = said.speaker.clone().ok_or(Refusal::NoSpeaker)?;
        let attribution = said.attribution.clone().ok_or(Refusal::NoAttribution)?;
        let (quote, attribution) = self.cut_said(article, asked, attribution)?;
        let told = self.base.statements.iter().find(|known| {
            known.speaker == speaker
                && (contains_words(&known.quote.exact, &quote.exact)
                    || contains_words(&quote.exact, &known.quote.exact))
        });
        if told.is_some() {
            return Err(Refusal::SaidAlready);
        }
        let first: Vec<&str> = quote.exact.split_whitespace().take(4).collect();
        let id = Ids::beside(self.taken()).new_id(&first.join(" "), "statement");
        self.base.statements.push(Statement {
            id: id.clone(),
            speaker,
            to: None,
            reported_by: said.reporter.iter().cloned().collect(),
            form: Form::Direct,
            quote,
            attribution,
            context: None,
            hint: None,
            gaps: Vec::new(),
        });
        Ok(id)
    }

    /// The words and those that name their speaker, in one passage if they fit, else in two.
    fn cut_said(
        &mut self,
        article: usize,
        asked: Range<usize>,
        attribution: Range<usize>,
    ) -> Result<(Selector, Selector), Refusal> {
        let text = self.articles.get(article).ok_or(Refusal::Gone)?.text.clone();
        let excerpts = Excerpts::new(&text, "");
        let is_short = text.get(asked.clone()).is_some_and(|words| count_words(words) <= MAX_PASSAGE_WORDS);
        let whole = Some(asked.clone()).filter(|_| is_short);
        let together = excerpts.fitting(&asked, &attribution, MOST);
        let hull = |part: &Range<usize>| part.start.min(attribution.start)..part.end.max(attribution.end);
        // An opened story's passages can't be shortened to fit: they hold the words or don't.
        let is_fixed = self.articles.get(article).is_some_and(|article| article.origin == Origin::Passages);
        let together = if is_fixed { whole } else { together };
        if let Some(part) = together {
            match self.cut(article, &hull(&part)) {
                Ok(passage) => {
                    let part = trimmed(&text, &part);
                    let quote = self.select(article, passage, &part)?;
                    return Ok((quote, self.select(article, passage, &attribution)?));
                }
                Err(Refusal::TooLong | Refusal::OutsidePassages) => {}
                Err(refused) => return Err(refused),
            }
        }
        let part = if is_fixed { Some(asked.clone()) } else { excerpts.fitting(&asked, &asked, MOST) };
        let part = part.ok_or(Refusal::TooLong)?;
        let (words, says) = (self.cut(article, &part)?, self.cut(article, &attribution)?);
        let part = trimmed(&text, &part);
        Ok((self.select(article, words, &part)?, self.select(article, says, &attribution)?))
    }

    fn accept_happened(&mut self, article: usize, mark: &Mark, told: &Happened) -> Result<String, Refusal> {
        let passage = self.cut(article, &mark.words)?;
        let evidence = self.select(article, passage, &mark.words)?;
        let when = Some(told.when.clone()).filter(|when| !when.is_empty());
        let mut events = self.base.events.iter_mut();
        let known = events.find(|known| known.when == when && same_words(&known.summary, &told.summary));
        if let Some(known) = known {
            if !known.evidence.contains(&evidence) {
                known.evidence.push(evidence);
            }
            return Ok(known.id.clone());
        }
        let id = Ids::beside(self.taken()).new_id(&told.summary, "event");
        self.base.events.push(Event {
            id: id.clone(),
            summary: told.summary.clone(),
            when,
            evidence: vec![evidence],
        });
        Ok(id)
    }

    fn accept_ordered(&mut self, article: usize, mark: &Mark, order: &Ordered) -> Result<String, Refusal> {
        self.accept(order.earlier)?;
        self.accept(order.later)?;
        let event = |key: Key| self.mark(key).and_then(|(_, mark)| mark.accepted()).map(str::to_owned);
        let (Some(before), Some(after)) = (event(order.earlier), event(order.later)) else {
            return Err(Refusal::Gone);
        };
        if before == after {
            return Err(Refusal::SameEvent);
        }
        let passage = self.cut(article, &mark.words)?;
        let evidence = vec![self.select(article, passage, &mark.words)?];
        let id = format!("{before} {after}");
        let known = self.base.order.iter_mut().find(|known| known.before == before && known.after == after);
        match known {
            Some(known) => known.evidence.extend(evidence),
            None => self.base.order.push(Order { before, after, evidence }),
        }
        Ok(id)
    }

    /// The place of a passage that holds a range, which is cut where there is none.
    fn cut(&mut self, place: usize, range: &Range<usize>) -> Result<usize, Refusal> {
        let article = self.articles.get(place).ok_or(Refusal::Gone)?;
        if range.is_empty() || article.text.get(range.clone()).is_none() {
            return Err(Refusal::NoWords);
        }
        let held =
            article.cuts.iter().position(|cut| cut.range.start <= range.start && range.end <= cut.range.end);
        if let Some(held) = held {
            return Ok(held);
        }
        if article.origin == Origin::Passages {
            return Err(Refusal::OutsidePassages);
        }
        let text = article.text.clone();
        let cuts: Vec<Range<usize>> = article.cuts.iter().map(|cut| cut.range.clone()).collect();
        let mut excerpts = Excerpts::resume(&text, "", cuts);
        let passage = excerpts.cut(range).map_err(refusal)?;
        let cut = excerpts.cuts().get(passage).cloned().ok_or(Refusal::Gone)?;
        self.set_cut(place, passage, cut)?;
        Ok(passage)
    }

    /// Widens a passage, or adds it; words in it that now stand there twice are named anew.
    fn set_cut(&mut self, place_of: usize, passage: usize, range: Range<usize>) -> Result<(), Refusal> {
        let source = &self.base.sources.get(place_of).ok_or(Refusal::Gone)?.id;
        let id = Ids::beside(self.taken()).new_id(&format!("{source} {}", passage + 1), "passage");
        let article = self.articles.get_mut(place_of).ok_or(Refusal::Gone)?;
        let words = article.text.get(range.clone()).ok_or(Refusal::NoWords)?.to_owned();
        let source = self.base.sources.get_mut(place_of).ok_or(Refusal::Gone)?;
        let Some(cut) = article.cuts.get_mut(passage) else {
            article.cuts.push(Cut { id: id.clone(), range });
            source.passages.push(Passage { id, text: words });
            return Ok(());
        };
        let old = std::mem::replace(&mut cut.range, range);
        let id = cut.id.clone();
        let before = source.passages.iter_mut().find(|passage| passage.id == id).ok_or(Refusal::Gone)?;
        let before = std::mem::replace(&mut before.text, words.clone());
        let mut anew = Vec::new();
        for selector in self.selectors().filter(|selector| selector.passage == id) {
            let Some(found) = place(&before, selector) else { continue };
            let shown = found.start + old.start..found.end + old.start;
            if place(&words, selector).is_none() {
                anew.push((selector.clone(), shown));
            }
        }
        for (stale, shown) in anew {
            let fresh = self.select(place_of, passage, &shown)?;
            for selector in self.selectors_mut().filter(|selector| **selector == stale) {
                *selector = fresh.clone();
            }
        }
        Ok(())
    }

    fn select(&self, place: usize, passage: usize, words: &Range<usize>) -> Result<Selector, Refusal> {
        let article = self.articles.get(place).ok_or(Refusal::Gone)?;
        let cuts = article.cuts.iter().map(|cut| cut.range.clone()).collect();
        let selector = Excerpts::resume(&article.text, "", cuts).select(passage, words).map_err(refusal)?;
        let id = article.cuts.get(passage).ok_or(Refusal::Gone)?.id.clone();
        Ok(Selector { passage: id, ..selector })
    }

    /// Every evidence that facts name; that of questions by hand names passages of opened files only.
    fn selectors(&self) -> impl Iterator<Item = &Selector> {
        let base = &self.base;
        let said = base.statements.iter().flat_map(|one| [&one.quote, &one.attribution]);
        let events = base.events.iter().flat_map(|event| &event.evidence);
        said.chain(events).chain(base.order.iter().flat_map(|order| &order.evidence))
    }

    fn selectors_mut(&mut self) -> impl Iterator<Item = &mut Selector> {
        let base = &mut self.base;
        let said = base.statements.iter_mut().flat_map(|one| [&mut one.quote, &mut one.attribution]);
        let events = base.events.iter_mut().flat_map(|event| &mut event.evidence);
        said.chain(events).chain(base.order.iter_mut().flat_map(|order| &mut order.evidence))
    }

    /// Drops the passages of whole articles that no fact rests on.
    pub(crate) fn drop_unused(&mut self) {
        let used: Vec<String> = self.selectors().map(|selector| selector.passage.clone()).collect();
        for (article, source) in self.articles.iter_mut().zip(&mut self.base.sources) {
            if article.origin == Origin::Whole {
                article.cuts.retain(|cut| used.contains(&cut.id));
                source.passages.retain(|passage| used.contains(&passage.id));
            }
        }
    }
}

fn refusal(refused: Refused) -> Refusal {
    match refused {
        Refused::TooLong => Refusal::TooLong,
        Refused::TooMuch => Refusal::TooMuch,
        Refused::Twice => Refusal::Twice,
    }
}

impl Article {
    /// Whether a passage with an id is one of this article's.
    pub(crate) fn holds(&self, passage: &str) -> bool {
        self.cuts.iter().any(|cut| cut.id == passage)
    }
}
