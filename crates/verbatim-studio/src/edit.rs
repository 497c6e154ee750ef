//! Changes to what is in the story already, and the way out of it.

use std::ops::Range;

use verbatim_core::wire::{Selector, Statement};

use crate::action::{EventField, Refusal, StatementField};
use crate::apply::{bare, filled};
use crate::document::Document;
use crate::mark::{Fact, Key, Mark, State, Trust};

impl Document {
    /// Takes a mark out of the story, if it is in it.
    pub(crate) fn withdraw(&mut self, key: Key, state: State) -> Result<(), Refusal> {
        let (article, mark) = self.mark(key).ok_or(Refusal::Gone)?;
        let mark = mark.clone();
        if let Some(id) = mark.accepted() {
            match &mark.fact {
                Fact::Said(_) => self.base.statements.retain(|statement| statement.id != id),
                Fact::Happened(_) => self.withdraw_event(article, &mark, id)?,
                Fact::Ordered(_) => {
                    self.base.order.retain(|order| format!("{} {}", order.before, order.after) != id);
                }
            }
        }
        if let Some(mark) = self.mark_mut(key) {
            mark.state = state;
        }
        Ok(())
    }

    /// An event that is told elsewhere too loses this evidence alone.
    fn withdraw_event(&mut self, article: usize, mark: &Mark, id: &str) -> Result<(), Refusal> {
        let others = self.articles.iter().flat_map(|article| &article.marks);
        let others =
            others.filter(|other| matches!(other.fact, Fact::Happened(_)) && other.accepted() == Some(id));
        if others.count() > 1 {
            let article = self.articles.get(article).ok_or(Refusal::Gone)?;
            let words = article.text.get(mark.words.clone()).unwrap_or_default();
            let mine = |one: &Selector| article.holds(&one.passage) && one.exact == words;
            if let Some(event) = self.base.events.iter_mut().find(|event| event.id == id) {
                event.evidence.retain(|one| !mine(one));
            }
            return Ok(());
        }
        self.base.events.retain(|event| event.id != id);
        self.base.order.retain(|order| order.before != id && order.after != id);
        for mark in self.articles.iter_mut().flat_map(|article| &mut article.marks) {
            let names = matches!(mark.fact, Fact::Ordered(_))
                && mark.accepted().is_some_and(|edge| edge.split(' ').any(|end| end == id));
            if names {
                mark.state = State::Proposed;
            }
        }
        Ok(())
    }

    pub(crate) fn words_of(&mut self, key: Key, words: &Range<usize>) -> Result<(), Refusal> {
        let (article, _) = self.mark(key).ok_or(Refusal::Gone)?;
        let text = self.articles.get(article).ok_or(Refusal::Gone)?.text.clone();
        let words = bare(&text, words).ok_or(Refusal::NoWords)?;
        self.again(key, |mark| {
            mark.words = words.clone();
            if let Fact::Said(said) = &mut mark.fact {
                said.asked = Some(words);
            }
        })?;
        self.articles.get_mut(article).ok_or(Refusal::Gone)?.sort();
        Ok(())
    }

    pub(crate) fn attribution_of(&mut self, key: Key, words: &Range<usize>) -> Result<(), Refusal> {
        let (article, mark) = self.mark(key).ok_or(Refusal::Gone)?;
        mark.said().ok_or(Refusal::Gone)?;
        let text = &self.articles.get(article).ok_or(Refusal::Gone)?.text;
        let selected = text.get(words.clone()).unwrap_or_default();
        let start = words.start + (selected.len() - selected.trim_start().len());
        let words = start..start + selected.trim().len();
        if words.is_empty() {
            return Err(Refusal::NoWords);
        }
        let was_open = mark.is_open();
        self.again(key, |mark| {
            if let Fact::Said(said) = &mut mark.fact {
                (said.attribution, said.trust) = (Some(words), Trust::Given);
                said.doubt.clear();
            }
        })?;
        if was_open {
            self.try_accept(key);
        }
        Ok(())
    }

    /// Changes a mark; if it is in the story, the record that it has there is made anew under
    /// the same id, and keeps what else a person wrote into it.
    fn again(&mut self, key: Key, change: impl FnOnce(&mut Mark)) -> Result<(), Refusal> {
        let (_, mark) = self.mark(key).ok_or(Refusal::Gone)?;
        let id = mark.accepted().map(str::to_owned);
        let order = self.base.order.clone();
        let statement = id.as_ref().and_then(|id| self.statement(id).cloned());
        let event = id.as_ref().and_then(|id| self.event(id).cloned());
        let edges: Vec<(Key, State)> = self.edges();
        if id.is_some() {
            self.withdraw(key, State::Proposed)?;
        }
        let mark = self.mark_mut(key).ok_or(Refusal::Gone)?;
        mark.by_hand = true;
        change(mark);
        let Some(id) = id else { return Ok(()) };
        self.accept(key)?;
        let made = self.mark(key).and_then(|(_, mark)| mark.accepted()).unwrap_or_default().to_owned();
        if let Some(old) = statement
            && let Some(new) = self.base.statements.iter_mut().find(|new| new.id == made)
        {
            let (quote, attribution) = (new.quote.clone(), new.attribution.clone());
            *new = Statement { quote, attribution, ..old };
        }
        if let Some(old) = event
            && let Some(new) = self.base.events.iter_mut().find(|new| new.id == made)
        {
            (new.id, new.summary, new.when) = (old.id, old.summary, old.when);
            // Its orders went with it.
            self.base.order = order;
            for (key, state) in edges {
                if let Some(mark) = self.mark_mut(key) {
                    mark.state = state;
                }
            }
        }
        if let Some(mark) = self.mark_mut(key) {
            mark.state = State::Accepted(id);
        }
        Ok(())
    }

    /// The marks of orders, with what was decided about them.
    fn edges(&self) -> Vec<(Key, State)> {
        let all = self.articles.iter().flat_map(|article| &article.marks);
        let edges = all.filter(|mark| matches!(mark.fact, Fact::Ordered(_)));
        edges.map(|mark| (mark.key, mark.state.clone())).collect()
    }

    pub(crate) fn statement_field(
        &mut self,
        key: Key,
        field: StatementField,
        value: &str,
    ) -> Result<(), Refusal> {
        let id = self.mark(key).and_then(|(_, mark)| mark.accepted()).ok_or(Refusal::Gone)?.to_owned();
        let found = self.base.statements.iter_mut().find(|statement| statement.id == id);
        let statement = found.ok_or(Refusal::Gone)?;
        match field {
            StatementField::Context => statement.context = filled(value),
            StatementField::Hint => statement.hint = filled(value),
            StatementField::Gaps => statement.gaps = listed(value),
        }
        Ok(())
    }

    pub(crate) fn event_field(&mut self, key: Key, field: EventField, value: &str) -> Result<(), Refusal> {
        let mark = self.mark_mut(key).ok_or(Refusal::Gone)?;
        mark.by_hand = true;
        let id = mark.accepted().map(str::to_owned);
        let Fact::Happened(told) = &mut mark.fact else { return Err(Refusal::Gone) };
        told.trust = Trust::Given;
        match field {
            EventField::Summary => value.clone_into(&mut told.summary),
            EventField::When => value.clone_into(&mut told.when),
        }
        if let Some(event) = self.base.events.iter_mut().find(|event| Some(&event.id) == id.as_ref()) {
            match field {
                EventField::Summary => value.clone_into(&mut event.summary),
                EventField::When => event.when = filled(value),
            }
        }
        Ok(())
    }
}

/// What stands between commas.
pub fn listed(value: &str) -> Vec<String> {
    let parts = value.split(',').map(str::trim).filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
}
