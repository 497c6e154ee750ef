//! What a save goes by, read before there is anything to save: while a question is read, say.
//! Then the save has nothing to wait for but its writes. Whether nobody else has written since,
//! the store itself sees to ([`Store::write`]).

use std::collections::BTreeMap;

use crate::keys;
use crate::moment::Moment;
use crate::save::{Saved, Writing};
use crate::settings;
use crate::store::{Fault, Put, Range, Slot, Store, Table};

/// How many records of a kind are read ahead at most: more than a story has facts, and far less
/// than a page has room for. Where there are more, saves read for themselves.
const MOST: usize = 2_000;

/// For how long what was read is gone by, in milliseconds. A store need not remember for longer
/// what it was written to.
const LASTS: u64 = 3_600_000;

/// What was read of a story: all that there is of its cards and sittings, and the turns of some.
#[derive(Debug)]
pub struct Ahead {
    story: String,
    edition: u64,
    looked: u64,
    /// The ranges of which every record is here.
    ranges: Vec<(Table, Range)>,
    records: BTreeMap<Slot, String>,
}

impl Ahead {
    /// Reads what saves of a story go by; of these sittings the turns as well.
    ///
    /// # Errors
    /// Where the store fails.
    pub async fn look<S: Store>(
        store: &S,
        story: &str,
        sittings: &[&str],
        now: Moment,
    ) -> Result<Self, Fault> {
        let mut ranges = vec![
            (Table::Settings, Range::all()),
            (Table::Places, keys::within(&[story])),
            (Table::Cards, keys::within(&[story])),
        ];
        ranges.extend(sittings.iter().map(|sitting| (Table::Turns, keys::within(&[sitting]))));
        let seen = store.look(&ranges, MOST).await?;
        let mut ahead = Self {
            story: story.to_owned(),
            edition: seen.edition,
            looked: now.milliseconds,
            ranges: Vec::new(),
            records: BTreeMap::new(),
        };
        for (range, records) in ranges.into_iter().zip(seen.records) {
            if records.len() < MOST {
                ahead.records.extend(records.into_iter().map(|(key, text)| ((range.0, key), text)));
                ahead.ranges.push(range);
            }
        }
        Ok(ahead)
    }

    /// Whether it is of a story, and not too old.
    pub fn is_of(&self, story: &str, now: Moment) -> bool {
        let age = now.milliseconds.checked_sub(self.looked);
        self.story == story && age.is_some_and(|age| age < LASTS)
    }

    /// Saves by what was read; `None` where that is not enough, or not how things are any more.
    /// Nothing is written then.
    ///
    /// # Errors
    /// Where the store fails; then nothing is saved.
    pub(crate) async fn save<S: Store>(
        &mut self,
        store: &S,
        writing: &Writing<'_>,
    ) -> Result<Option<Saved>, Fault> {
        if !self.is_of(&writing.detail.story, writing.now) {
            return Ok(None);
        }
        let sitting = (Table::Places, writing.sitting());
        if writing.detail.begin.is_some() && self.text(&sitting) == Some(None) {
            // One that nobody knows has no turns.
            self.ranges.push((Table::Turns, keys::within(&[&writing.detail.sitting])));
        }
        let texts: Option<Vec<_>> = writing.slots().iter().map(|slot| self.text(slot)).collect();
        let Some(texts) = texts else { return Ok(None) };
        let puts = writing.puts(texts.into_iter().map(|text| text.map(str::to_owned)).collect());
        let saved = Saved::of(&puts);
        if !store.write(self.edition, &puts).await? {
            return Ok(None);
        }
        self.edition += 1;
        self.take_in(puts);
        Ok(Some(saved))
    }

    /// The settings' text, where there are any.
    pub(crate) fn settings(&self) -> Option<&str> {
        self.records.get(&(Table::Settings, settings::KEY.to_owned())).map(String::as_str)
    }

    /// A record's text, or that there is none; `None` where neither is known.
    fn text(&self, slot: &Slot) -> Option<Option<&str>> {
        let (table, key) = slot;
        let is_known = self.ranges.iter().any(|(of, range)| of == table && range.holds(key));
        is_known.then(|| self.records.get(slot).map(String::as_str))
    }

    fn take_in(&mut self, puts: Vec<Put>) {
        for Put { table, key, value } in puts {
            let slot = (table, key);
            if self.text(&slot).is_some() {
                match value {
                    Some(value) => self.records.insert(slot, value),
                    None => self.records.remove(&slot),
                };
            }
        }
    }
}
