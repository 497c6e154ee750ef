//! A store in memory: for where a browser denies its own, and for tests.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::ops::Bound;

use crate::store::{Fault, Put, Range, Seen, Slot, Store, Table};

/// Keeps records as long as it lives.
#[derive(Debug, Default)]
pub struct Volatile {
    records: RefCell<BTreeMap<Slot, String>>,
    edition: Cell<u64>,
}

impl Volatile {
    /// Every record, in the order of tables and keys.
    pub fn records(&self) -> Vec<(Slot, String)> {
        self.records.borrow().iter().map(|(slot, text)| (slot.clone(), text.clone())).collect()
    }

    /// Writes and removes records.
    pub fn put(&self, puts: Vec<Put>) {
        let mut records = self.records.borrow_mut();
        self.edition.set(self.edition.get() + 1);
        for Put { table, key, value } in puts {
            match value {
                Some(value) => records.insert((table, key), value),
                None => records.remove(&(table, key)),
            };
        }
    }

    fn within<T>(
        &self,
        table: Table,
        range: &Range,
        mut each: impl FnMut(&str, &str) -> Option<T>,
    ) -> Vec<T> {
        let records = self.records.borrow();
        let from = Bound::Included((table, range.from.clone()));
        let mut found = Vec::new();
        // Over the keys from the first on, of this table and the following ones.
        for ((of, key), text) in records.range((from, Bound::Unbounded)) {
            if *of != table || !range.holds(key) {
                break;
            }
            match each(key, text) {
                Some(one) => found.push(one),
                None => break,
            }
        }
        found
    }
}

impl Store for Volatile {
    async fn read(&self, table: Table, keys: &[String]) -> Result<Vec<Option<String>>, Fault> {
        let records = self.records.borrow();
        Ok(keys.iter().map(|key| records.get(&(table, key.clone())).cloned()).collect())
    }

    async fn list(&self, table: Table, range: &Range, limit: usize) -> Result<Vec<(String, String)>, Fault> {
        let mut left = limit;
        Ok(self.within(table, range, |key, text| {
            left = left.checked_sub(1)?;
            Some((key.to_owned(), text.to_owned()))
        }))
    }

    async fn count(&self, table: Table, range: &Range) -> Result<usize, Fault> {
        Ok(self.within(table, range, |_, _| Some(())).len())
    }

    async fn change<F>(&self, reads: &[Slot], work: F) -> Result<(), Fault>
    where
        F: FnOnce(Vec<Option<String>>) -> Vec<Put>,
    {
        let read = |slot: &Slot| self.records.borrow().get(slot).cloned();
        let puts = work(reads.iter().map(read).collect());
        self.put(puts);
        Ok(())
    }

    async fn look(&self, ranges: &[(Table, Range)], limit: usize) -> Result<Seen, Fault> {
        let mut records = Vec::new();
        for (table, range) in ranges {
            records.push(self.list(*table, range, limit).await?);
        }
        Ok(Seen { edition: self.edition.get(), records })
    }

    async fn write(&self, edition: u64, puts: &[Put]) -> Result<bool, Fault> {
        let is_so = self.edition.get() == edition;
        if is_so {
            self.put(puts.to_vec());
        }
        Ok(is_so)
    }

    async fn clear(&self) -> Result<(), Fault> {
        self.edition.set(self.edition.get() + 1);
        self.records.borrow_mut().clear();
        Ok(())
    }
}
