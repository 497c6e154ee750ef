//! The cast: who speaks, under which key, and who is who.

use verbatim_core::wire::Person;
use verbatim_draft::story::Ids;

use crate::action::{PersonField, Refusal};
use crate::apply::filled;
use crate::document::Document;
use crate::edit::listed;
use crate::mark::{Fact, Key, Trust};

/// The keys of the cast in its order: those that do something else are left out.
const KEYS: &str = "1234567890bcdfghijklmnpqrstuvwyz";

/// The key of the person at a place of the cast; none beyond the last key.
pub fn key_of(place: usize) -> Option<char> {
    KEYS.chars().nth(place)
}

/// The place in the cast that a key stands for.
pub fn place_of(key: char) -> Option<usize> {
    KEYS.chars().position(|one| one == key)
}

impl Document {
    pub(crate) fn speaker(&mut self, key: Key, person: Option<&str>) -> Result<(), Refusal> {
        if person.is_some_and(|id| self.person(id).is_none()) {
            return Err(Refusal::Gone);
        }
        let mark = self.mark_mut(key).ok_or(Refusal::Gone)?;
        let (is_open, id) = (mark.is_open(), mark.accepted().map(str::to_owned));
        let Fact::Said(said) = &mut mark.fact else { return Err(Refusal::Gone) };
        said.speaker = person.map(str::to_owned);
        said.trust = Trust::Given;
        said.doubt.clear();
        mark.by_hand = true;
        match (id, person) {
            (Some(id), Some(person)) => {
                let found = self.base.statements.iter_mut().find(|statement| statement.id == id);
                person.clone_into(&mut found.ok_or(Refusal::Gone)?.speaker);
            }
            (Some(_), None) => self.withdraw(key, crate::mark::State::Proposed)?,
            // Who says who speaks has decided.
            (None, Some(_)) if is_open => self.try_accept(key),
            (None, _) => {}
        }
        Ok(())
    }

    pub(crate) fn reporter(&mut self, key: Key, person: Option<&str>) -> Result<(), Refusal> {
        if person.is_some_and(|id| self.person(id).is_none()) {
            return Err(Refusal::Gone);
        }
        let mark = self.mark_mut(key).ok_or(Refusal::Gone)?;
        let id = mark.accepted().map(str::to_owned);
        let Fact::Said(said) = &mut mark.fact else { return Err(Refusal::Gone) };
        said.reporter = person.map(str::to_owned);
        mark.by_hand = true;
        if let Some(statement) = self.base.statements.iter_mut().find(|one| Some(&one.id) == id.as_ref()) {
            statement.reported_by = person.map(str::to_owned).into_iter().collect();
        }
        Ok(())
    }

    pub(crate) fn introduce(&mut self, key: Option<Key>, name: &str) -> Result<(), Refusal> {
        let name = name.trim();
        if name.is_empty() {
            return Err(Refusal::NoWords);
        }
        let last = name.rsplit(' ').next().unwrap_or(name);
        let id = Ids::beside(self.taken()).new_id(last, "person");
        let aliases = if last == name { Vec::new() } else { vec![last.to_owned()] };
        self.base.people.push(Person {
            id: id.clone(),
            name: name.to_owned(),
            role: None,
            aliases,
            unnamed: false,
        });
        key.map_or(Ok(()), |key| self.speaker(key, Some(&id)))
    }

    pub(crate) fn person_field(&mut self, id: &str, field: PersonField, value: &str) -> Result<(), Refusal> {
        let found = self.base.people.iter_mut().find(|person| person.id == id);
        let person = found.ok_or(Refusal::Gone)?;
        match field {
            PersonField::Name => value.clone_into(&mut person.name),
            PersonField::Role => person.role = filled(value),
            PersonField::Aliases => person.aliases = listed(value),
            PersonField::Unnamed => person.unnamed = value == "yes",
        }
        Ok(())
    }

    pub(crate) fn merge(&mut self, from: &str, into: &str) -> Result<(), Refusal> {
        let gone = self.person(from).ok_or(Refusal::Gone)?.1.clone();
        if from == into {
            return Ok(());
        }
        let found = self.base.people.iter_mut().find(|person| person.id == into);
        let kept = found.ok_or(Refusal::Gone)?;
        for name in std::iter::once(gone.name).chain(gone.aliases) {
            if name != kept.name && !kept.aliases.contains(&name) {
                kept.aliases.push(name);
            }
        }
        let other = |id: &mut String| {
            if id == from {
                into.clone_into(id);
            }
        };
        for statement in &mut self.base.statements {
            other(&mut statement.speaker);
            statement.to.iter_mut().for_each(other);
            statement.reported_by.iter_mut().for_each(other);
            let speaker = statement.speaker.clone();
            statement.reported_by.retain(|by| *by != speaker);
        }
        for mark in self.articles.iter_mut().flat_map(|article| &mut article.marks) {
            if let Fact::Said(said) = &mut mark.fact {
                said.speaker.iter_mut().for_each(other);
                said.reporter.iter_mut().for_each(other);
                if said.reporter == said.speaker {
                    said.reporter = None;
                }
            }
        }
        self.base.people.retain(|person| person.id != from);
        self.candidates.remove(from);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{KEYS, key_of, place_of};

    #[test]
    fn each_key_has_its_place() {
        for (place, key) in KEYS.chars().enumerate() {
            assert_eq!((key_of(place), place_of(key)), (Some(key), Some(place)));
        }
        assert_eq!((key_of(KEYS.len()), place_of('a'), place_of('x')), (None, None, None));
    }
}
