//! What is read before an answer comes: saves by it read nothing more, are the same as saves
//! without it, and see whatever anybody else wrote meanwhile.

use std::cell::Cell;
use std::rc::Rc;

use pollster::block_on;
use verbatim_keep::{
    Detail, Fault, Keeper, Mode, Moment, Put, Range, Seen, Settings, Slot, State, Store, Table, Volatile,
    change_settings, erase, save,
};

use crate::story::{answered, at, begin, moved, texts};

/// Counts the transactions that read.
#[derive(Clone, Default)]
struct Counting {
    store: Rc<Volatile>,
    changes: Rc<Cell<usize>>,
}

impl Store for Counting {
    async fn read(&self, table: Table, keys: &[String]) -> Result<Vec<Option<String>>, Fault> {
        self.store.read(table, keys).await
    }

    async fn list(&self, table: Table, range: &Range, limit: usize) -> Result<Vec<(String, String)>, Fault> {
        self.store.list(table, range, limit).await
    }

    async fn count(&self, table: Table, range: &Range) -> Result<usize, Fault> {
        self.store.count(table, range).await
    }

    async fn change<F>(&self, reads: &[Slot], work: F) -> Result<(), Fault>
    where
        F: FnOnce(Vec<Option<String>>) -> Vec<Put>,
    {
        self.changes.set(self.changes.get() + 1);
        self.store.change(reads, work).await
    }

    async fn look(&self, ranges: &[(Table, Range)], limit: usize) -> Result<Seen, Fault> {
        self.store.look(ranges, limit).await
    }

    async fn write(&self, edition: u64, puts: &[Put]) -> Result<bool, Fault> {
        self.store.write(edition, puts).await
    }

    async fn clear(&self) -> Result<(), Fault> {
        self.store.clear().await
    }
}

fn quiz(sitting: &str) -> Vec<Detail> {
    let mut details =
        vec![Detail { begin: begin(sitting, "afo", Mode::Practice).begin, ..answer(sitting, 0) }];
    details.extend((1..6).map(|at| answer(sitting, at)));
    details.push(Detail { at: 6, turn: "s-".into(), ..moved(sitting, "afo", "a7", State::Open) });
    details.push(answer(sitting, 3));
    details.push(moved(sitting, "afo", "f", State::Finished));
    details
}

fn answer(sitting: &str, at: i32) -> Detail {
    answered(sitting, "afo", at, &format!("statement:{}", at / 2), at % 3 > 0)
}

#[test]
fn a_save_by_what_was_read_ahead_reads_nothing_and_leaves_the_same() {
    let plain = Volatile::default();
    let store = Counting::default();
    let keeper = Keeper::new(Ok(store.clone()));
    block_on(keeper.look_ahead("afo", &[], at(0)));
    for (second, detail) in (0..).zip(["one", "two"].iter().flat_map(|sitting| quiz(sitting))) {
        block_on(save(&plain, &detail, at(second))).unwrap();
        block_on(keeper.save(detail, at(second))).unwrap();
    }
    assert_eq!(store.changes.get(), 0);
    assert_eq!(store.store.records(), plain.records());
}

#[test]
fn a_sitting_that_is_taken_up_is_read_with_its_turns() {
    let store = Counting::default();
    block_on(save(&store, &quiz("one")[0], at(0))).unwrap();
    let keeper = Keeper::new(Ok(store.clone()));
    // Without its turns nobody knows what was answered.
    for (sittings, changes) in [(&[][..], 2), (&["one"][..], 2)] {
        keeper.look_anew();
        block_on(keeper.look_ahead("afo", sittings, at(1)));
        block_on(keeper.save(answer("one", 1), at(2))).unwrap();
        assert_eq!(store.changes.get(), changes, "{sittings:?}");
    }
}

#[test]
fn what_another_tab_wrote_meanwhile_counts() {
    type Act = fn(&Counting);
    let acts: [Act; 3] = [
        |store| block_on(save(store, &answer("one", 1), at(2))).map(drop).unwrap(),
        |store| {
            let settings = Settings { retention: 0.8, ..Settings::default() };
            block_on(change_settings(store, settings, at(2))).unwrap();
        },
        |store| block_on(erase(store)).unwrap(),
    ];
    for act in acts {
        let (store, plain) = (Counting::default(), Counting::default());
        let keeper = Keeper::new(Ok(store.clone()));
        for store in [&store, &plain] {
            block_on(save(store, &quiz("one")[0], at(0))).unwrap();
        }
        block_on(keeper.look_ahead("afo", &["one"], at(1)));
        for store in [&store, &plain] {
            act(store);
        }
        block_on(keeper.save(answer("one", 1), at(3))).unwrap();
        block_on(save(&plain, &answer("one", 1), at(3))).unwrap();
        assert_eq!(store.store.records(), plain.store.records());
        assert_eq!(texts(&store.store, Table::Turns), texts(&plain.store, Table::Turns));
    }
}

#[test]
fn the_confidence_setting_is_at_hand_until_it_changes() {
    let keeper = Keeper::new(Ok(Volatile::default()));
    assert_eq!(keeper.settings_ahead(), None);
    block_on(keeper.look_ahead("afo", &[], at(0)));
    assert_eq!(keeper.settings_ahead(), Some(Settings::default()));
    let settings = Settings { confidence: true, ..Settings::default() };
    block_on(change_settings(&keeper, settings, at(1))).unwrap();
    assert_eq!(keeper.settings_ahead(), None);
    block_on(keeper.look_ahead("afo", &[], at(2)));
    assert!(keeper.settings_ahead().unwrap().confidence);
}

#[test]
fn what_is_old_is_not_gone_by() {
    let store = Counting::default();
    let keeper = Keeper::new(Ok(store.clone()));
    let later: [Moment; 2] = [at(4000), at(0)];
    for (changes, now) in (1..).zip(later) {
        block_on(keeper.look_ahead("afo", &[], at(1)));
        block_on(keeper.save(answer("one", 0), now)).unwrap();
        assert_eq!(store.changes.get(), changes);
    }
}
