//! A store that goes on in memory where the one below it fails, and makes up for it once that
//! works again.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use crate::ahead::Ahead;
use crate::answer::Detail;
use crate::moment::Moment;
use crate::save::{Saved, Writing, save};
use crate::settings::Settings;
use crate::sittings::all;
use crate::store::{Fault, Put, Range, Seen, Slot, Store, Table};
use crate::volatile::Volatile;

/// A store, or memory in its stead.
#[derive(Debug)]
pub struct Keeper<S> {
    disk: Option<S>,
    fault: Cell<Option<Fault>>,
    memory: RefCell<Option<Rc<Volatile>>>,
    /// What the store did not take, from the first on.
    waiting: RefCell<VecDeque<(Detail, Moment)>>,
    is_busy: Cell<bool>,
    ahead: RefCell<Option<Ahead>>,
}

impl<S: Store> Keeper<S> {
    /// With a store, or memory alone where there is none, and why.
    pub fn new(disk: Result<S, Fault>) -> Self {
        let fault = disk.as_ref().err().copied();
        Self {
            disk: disk.ok(),
            fault: Cell::new(fault),
            memory: RefCell::new(fault.map(|_| Rc::default())),
            waiting: RefCell::default(),
            is_busy: Cell::new(false),
            ahead: RefCell::default(),
        }
    }

    /// Why what is saved now will not be kept, if it won't.
    pub fn fault(&self) -> Option<Fault> {
        self.fault.get()
    }

    /// How many details wait for the store to take them.
    pub fn waiting(&self) -> usize {
        self.waiting.borrow().len()
    }

    /// The store alone, where there is one.
    pub fn into_disk(self) -> Option<S> {
        self.disk
    }

    /// Reads what saves of a story will go by, where that is not at hand: of these sittings of
    /// it too. One that does not read goes without.
    pub async fn look_ahead(&self, story: &str, sittings: &[&str], now: Moment) {
        let is_ahead = self.ahead.borrow().as_ref().is_some_and(|ahead| ahead.is_of(story, now));
        let Some(disk) = self.disk.as_ref().filter(|_| !is_ahead && self.memory().is_none()) else { return };
        if let Ok(ahead) = Ahead::look(disk, story, sittings, now).await {
            self.ahead.replace(Some(ahead));
        }
    }

    /// Forgets what was read ahead: something changed.
    pub fn look_anew(&self) {
        self.ahead.replace(None);
    }

    /// The settings, where they were read ahead.
    pub fn settings_ahead(&self) -> Option<Settings> {
        let ahead = self.ahead.borrow();
        Some(ahead.as_ref()?.settings().and_then(|text| crate::record::read(text).ok()).unwrap_or_default())
    }

    /// Saves a detail.
    ///
    /// # Errors
    /// Where it is not kept for now. It is in memory then; if there is a store, it is tried
    /// again with the next detail, in the order in which they came.
    pub async fn save(&self, detail: Detail, now: Moment) -> Result<Saved, Fault> {
        let Some(disk) = &self.disk else {
            if let Some(memory) = self.memory() {
                let _ = save(&*memory, &detail, now).await;
            }
            return Err(self.fault.get().unwrap_or(Fault::Failed));
        };
        if self.memory().is_none() {
            match self.save_on(disk, &detail, now).await {
                Ok(saved) => return Ok(saved),
                Err(fault) => self.fork(disk, fault).await,
            }
        }
        if let Some(memory) = self.memory() {
            let _ = save(&*memory, &detail, now).await;
        }
        self.waiting.borrow_mut().push_back((detail, now));
        self.make_up(disk).await
    }

    /// Saves by what was read ahead, or else as a store can by itself.
    async fn save_on(&self, disk: &S, detail: &Detail, now: Moment) -> Result<Saved, Fault> {
        // Taken, so that another save meanwhile reads for itself.
        let ahead = self.ahead.take();
        if let Some(mut ahead) = ahead
            && let Some(saved) = ahead.save(disk, &Writing { detail, now }).await?
        {
            self.ahead.borrow_mut().get_or_insert(ahead);
            return Ok(saved);
        }
        save(disk, detail, now).await
    }

    /// Tries again what waits, in its order.
    async fn make_up(&self, disk: &S) -> Result<Saved, Fault> {
        let mut all = Saved::default();
        if self.is_busy.replace(true) {
            // Whoever is at it comes to this one as well.
            return Err(self.fault.get().unwrap_or(Fault::Failed));
        }
        let outcome = loop {
            let next = self.waiting.borrow().front().cloned();
            let Some((detail, moment)) = next else {
                self.fault.set(None);
                self.memory.replace(None);
                break Ok(all);
            };
            match save(disk, &detail, moment).await {
                Ok(saved) => {
                    all.aside += saved.aside;
                    self.waiting.borrow_mut().pop_front();
                }
                Err(fault) => {
                    self.fault.set(Some(fault));
                    break Err(fault);
                }
            }
        };
        self.is_busy.set(false);
        outcome
    }

    /// Goes on in memory with what the store has, as far as that can be read. The log of
    /// answers stays where it is: nothing goes by it here, and it may be long.
    async fn fork(&self, disk: &S, fault: Fault) {
        let memory = Volatile::default();
        for table in Table::ALL.into_iter().filter(|table| *table != Table::Answers) {
            let records = all(disk, table, &Range::all()).await.unwrap_or_default();
            memory.put(records.into_iter().map(|(key, text)| Put::set(table, key, text)).collect());
        }
        self.fault.set(Some(fault));
        // Another detail may have failed meanwhile.
        if self.memory().is_none() {
            self.memory.replace(Some(Rc::new(memory)));
        }
    }

    fn memory(&self) -> Option<Rc<Volatile>> {
        self.memory.borrow().clone()
    }
}

/// Does a thing with whichever store it is now.
macro_rules! either {
    ($self:ident, $store:ident => $does:expr) => {
        match ($self.memory(), &$self.disk) {
            (Some(memory), _) => {
                let $store = &*memory;
                $does
            }
            (None, Some($store)) => $does,
            (None, None) => Err(Fault::Failed),
        }
    };
}

impl<S: Store> Store for Keeper<S> {
    async fn read(&self, table: Table, keys: &[String]) -> Result<Vec<Option<String>>, Fault> {
        either!(self, store => store.read(table, keys).await)
    }

    async fn list(&self, table: Table, range: &Range, limit: usize) -> Result<Vec<(String, String)>, Fault> {
        either!(self, store => store.list(table, range, limit).await)
    }

    async fn count(&self, table: Table, range: &Range) -> Result<usize, Fault> {
        either!(self, store => store.count(table, range).await)
    }

    async fn change<F>(&self, reads: &[Slot], work: F) -> Result<(), Fault>
    where
        F: FnOnce(Vec<Option<String>>) -> Vec<Put>,
    {
        self.look_anew();
        either!(self, store => store.change(reads, work).await)
    }

    async fn look(&self, ranges: &[(Table, Range)], limit: usize) -> Result<Seen, Fault> {
        either!(self, store => store.look(ranges, limit).await)
    }

    async fn write(&self, edition: u64, puts: &[Put]) -> Result<bool, Fault> {
        self.look_anew();
        either!(self, store => store.write(edition, puts).await)
    }

    async fn clear(&self) -> Result<(), Fault> {
        self.look_anew();
        self.waiting.borrow_mut().clear();
        if let (Some(memory), Some(disk)) = (self.memory(), &self.disk) {
            memory.clear().await?;
            disk.clear().await?;
            self.fault.set(None);
            self.memory.replace(None);
            return Ok(());
        }
        either!(self, store => store.clear().await)
    }
}
