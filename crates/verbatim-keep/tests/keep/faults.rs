//! A store that fails: at any write, once or for good, from the start or half-way.

use std::cell::Cell;

use pollster::block_on;
use verbatim_keep::{
    Detail, Fault, Keeper, Mode, Put, Range, Seen, Slot, State, Store, Table, Volatile, due_today, erase,
    save, sittings,
};

use crate::story::{answered, at, begin, is_sound, logged, moved, texts};

/// Fails at some of its writes, and then does nothing of them.
#[derive(Default)]
struct Failing {
    store: Volatile,
    writes: Cell<usize>,
    /// From which write on, and how many of them.
    fails: Cell<(usize, usize)>,
    is_mute: Cell<bool>,
}

impl Failing {
    fn at(from: usize, writes: usize) -> Self {
        Self { fails: Cell::new((from, writes)), ..Self::default() }
    }

    /// Whether the write that is asked for fails.
    fn fails(&self) -> bool {
        let write = self.writes.replace(self.writes.get() + 1);
        let (from, writes) = self.fails.get();
        (from..from.saturating_add(writes)).contains(&write)
    }

    fn read<T>(&self, value: Result<T, Fault>) -> Result<T, Fault> {
        if self.is_mute.get() { Err(Fault::Failed) } else { value }
    }
}

impl Store for &Failing {
    async fn read(&self, table: Table, keys: &[String]) -> Result<Vec<Option<String>>, Fault> {
        Failing::read(self, self.store.read(table, keys).await)
    }

    async fn list(&self, table: Table, range: &Range, limit: usize) -> Result<Vec<(String, String)>, Fault> {
        Failing::read(self, self.store.list(table, range, limit).await)
    }

    async fn count(&self, table: Table, range: &Range) -> Result<usize, Fault> {
        Failing::read(self, self.store.count(table, range).await)
    }

    async fn change<F>(&self, reads: &[Slot], work: F) -> Result<(), Fault>
    where
        F: FnOnce(Vec<Option<String>>) -> Vec<Put>,
    {
        if self.fails() {
            return Err(Fault::Full);
        }
        self.store.change(reads, work).await
    }

    async fn look(&self, ranges: &[(Table, Range)], limit: usize) -> Result<Seen, Fault> {
        Failing::read(self, self.store.look(ranges, limit).await)
    }

    async fn write(&self, edition: u64, puts: &[Put]) -> Result<bool, Fault> {
        if self.fails() {
            return Err(Fault::Full);
        }
        self.store.write(edition, puts).await
    }

    async fn clear(&self) -> Result<(), Fault> {
        self.store.clear().await
    }
}

fn quiz() -> Vec<Detail> {
    vec![
        begin("one", "afo", Mode::Practice),
        answered("one", "afo", 0, "statement:a", true),
        answered("one", "afo", 1, "statement:b", false),
        moved("one", "afo", "a2", State::Left),
        answered("one", "afo", 2, "statement:a", true),
        moved("one", "afo", "a3", State::Open),
    ]
}

/// What a quiz leaves where nothing goes wrong, without what lies in memory alone.
fn expected() -> (Volatile, Vec<String>) {
    let store = Volatile::default();
    for (second, detail) in (0..).zip(quiz()) {
        block_on(save(&store, &detail, at(second))).unwrap();
    }
    let sittings = block_on(sittings(&store, "afo")).unwrap();
    (store, sittings)
}

#[test]
fn a_write_that_fails_once_is_made_up_for_by_the_next() {
    let (expected, texts) = expected();
    for (from, is_ahead) in (0..quiz().len()).flat_map(|from| [(from, false), (from, true)]) {
        for writes in 1..4 {
            let failing = Failing::at(from, writes);
            let keeper = Keeper::new(Ok(&failing));
            for (second, detail) in (0..).zip(quiz()) {
                if is_ahead {
                    block_on(keeper.look_ahead("afo", &["one"], at(second)));
                }
                let outcome = block_on(keeper.save(detail, at(second)));
                assert_eq!(outcome.err(), keeper.fault());
                is_sound(&failing.store);
            }
            assert_eq!(block_on(sittings(&keeper, "afo")).unwrap(), texts, "failing {writes} from {from}");
            if from + writes < quiz().len() {
                assert_eq!((keeper.fault(), keeper.waiting()), (None, 0));
                assert_eq!(failing.store.records(), expected.records(), "failing {writes} from {from}");
            }
        }
    }
}

#[test]
fn a_store_that_stays_full_leaves_what_it_had_and_the_rest_in_memory() {
    let (_, wanted) = expected();
    for (from, is_ahead) in (0..quiz().len()).flat_map(|from| [(from, false), (from, true)]) {
        let failing = Failing::at(from, usize::MAX);
        let keeper = Keeper::new(Ok(&failing));
        for (second, detail) in (0..).zip(quiz()) {
            if is_ahead {
                block_on(keeper.look_ahead("afo", &["one"], at(second)));
            }
            let outcome = block_on(keeper.save(detail, at(second)));
            assert_eq!(outcome.is_err(), second as usize >= from);
        }
        assert_eq!(keeper.fault(), Some(Fault::Full));
        assert_eq!(keeper.waiting(), quiz().len() - from);
        assert_eq!(block_on(sittings(&keeper, "afo")).unwrap(), wanted);
        assert_eq!(block_on(due_today(&keeper, at(9))).unwrap(), 1);
        let on_disk = quiz()[..from].iter().filter(|detail| detail.answer.is_some()).count();
        assert_eq!(logged(&failing.store).len(), on_disk);
        is_sound(&failing.store);
    }
}

#[test]
fn a_store_that_cannot_even_be_read_does_not_stop_the_quiz() {
    let failing = Failing::at(1, usize::MAX);
    let keeper = Keeper::new(Ok(&failing));
    for (second, detail) in (0..).zip(quiz()) {
        failing.is_mute.set(second == 1);
        let _ = block_on(keeper.save(detail, at(second)));
    }
    assert_eq!(keeper.fault(), Some(Fault::Full));
    assert_eq!(block_on(due_today(&keeper, at(9))).unwrap(), 1);
    // And once there is room again, all that was told is there.
    failing.fails.set((0, 0));
    block_on(keeper.save(moved("one", "afo", "f", State::Finished), at(9))).unwrap();
    assert_eq!(keeper.fault(), None);
    assert_eq!(logged(&failing.store).len(), 3);
}

#[test]
fn where_storage_is_denied_everything_goes_on_in_memory() {
    let (_, wanted) = expected();
    for fault in [Fault::Denied, Fault::Newer, Fault::Failed] {
        let keeper = Keeper::<&Failing>::new(Err(fault));
        for (second, detail) in (0..).zip(quiz()) {
            assert_eq!(block_on(keeper.save(detail, at(second))), Err(fault));
        }
        assert_eq!(keeper.fault(), Some(fault));
        assert_eq!(block_on(sittings(&keeper, "afo")).unwrap(), wanted);
        block_on(erase(&keeper)).unwrap();
        assert_eq!(block_on(sittings(&keeper, "afo")).unwrap(), [""; 0]);
    }
}

#[test]
fn the_same_detail_told_again_changes_nothing_that_counts() {
    let (store, wanted) = expected();
    let cards = texts(&store, Table::Cards);
    for (second, detail) in (0..).zip(quiz()) {
        block_on(save(&store, &detail, at(second))).unwrap();
    }
    assert_eq!(texts(&store, Table::Cards), cards);
    assert_eq!(logged(&store).len(), 3);
    assert_eq!(block_on(sittings(&store, "afo")).unwrap(), wanted);
}
