//! Records that can't be read: corrupt, cut off, of a later release, of something else. They are
//! put aside as they were, and the rest goes on.

use pollster::block_on;
use verbatim_keep::{
    Aside, Mode, Put, Settings, Slot, Store, Table, Volatile, asides, calibration, change_settings, coming,
    due, due_by_story, export, forecast, review, save, settings, settle, sittings,
};

use crate::story::{answered, at, begin, is_sound, logged, texts};

fn played() -> Volatile {
    let store = Volatile::default();
    for (second, detail) in (0..).zip([
        begin("one", "afo", Mode::Practice),
        answered("one", "afo", 0, "statement:a", true),
        answered("one", "afo", 1, "statement:b", false),
    ]) {
        block_on(save(&store, &detail, at(second))).unwrap();
    }
    block_on(change_settings(&store, Settings { retention: 0.8, ..Settings::default() }, at(3))).unwrap();
    store
}

/// Ways to spoil a record, and whether a later release did.
fn spoilt(text: &str) -> Vec<(String, &'static str)> {
    let newer = text.replace("\"v\":1", "\"v\":2");
    let half: String = text.chars().take(text.chars().count() / 2).collect();
    vec![
        (half, "broken"),
        (String::new(), "broken"),
        ("\u{0}\u{fffd}".into(), "broken"),
        (newer, "newer"),
        ("[1,2,3]".into(), "foreign"),
        (r#"{"v":1,"volume":11}"#.into(), "foreign"),
    ]
}

/// Everything that reads or writes.
fn use_all(store: &Volatile) {
    block_on(async {
        sittings(store, "afo").await.unwrap();
        due(store, at(9), 100).await.unwrap();
        due_by_story(store, at(9)).await.unwrap();
        coming(store, 100).await.unwrap();
        review(store, "afo", at(9), 100).await.unwrap();
        forecast(store, at(9)).await.unwrap();
        calibration(store).await.unwrap();
        settings(store).await.unwrap();
        settle(store, at(9)).await.unwrap();
        export(store, at(9)).await.unwrap();
        save(store, &answered("one", "afo", 0, "statement:a", true), at(10)).await.unwrap();
        save(store, &answered("one", "afo", 2, "statement:b", true), at(11)).await.unwrap();
        change_settings(store, Settings::default(), at(12)).await.unwrap();
    });
}

#[test]
fn what_cannot_be_read_is_put_aside_as_it_was() {
    let records = played().records();
    let read_by_key = [Table::Due, Table::Stories];
    let mut tried = 0;
    for (slot, text) in records.iter().filter(|((table, _), _)| !read_by_key.contains(table)) {
        for (spoilt, reason) in spoilt(text) {
            let store = played();
            let (table, key) = slot.clone();
            store.put(vec![Put::set(table, key.clone(), spoilt.clone())]);
            use_all(&store);
            use_all(&store);
            let wanted = Aside {
                table: table.name().into(),
                key: key.clone(),
                reason: reason.into(),
                text: spoilt.clone(),
            };
            let found = block_on(asides(&store)).unwrap();
            assert_eq!(found, [wanted], "{slot:?} spoilt as {spoilt:?}");
            let there = block_on(store.read(table, &[key])).unwrap().remove(0);
            if reason == "newer" {
                // Not even where it stands in the way.
                assert_eq!(there.as_ref(), Some(&spoilt), "{slot:?}");
            }
            // What was told at the same moment again is the same entry of the log.
            assert_eq!(texts(&store, Table::Answers).len(), 2 + 2);
            tried += 1;
        }
    }
    assert!(tried >= 6 * 8, "only {tried}");
}

#[test]
fn a_row_of_what_is_due_that_stands_for_nothing_goes_aside() {
    let store = played();
    store.put(vec![Put::set(Table::Due, "0000000000000007", "?")]);
    assert_eq!(block_on(due(&store, at(9), 9)).unwrap().len(), 2);
    is_sound(&store);
    assert_eq!(block_on(asides(&store)).unwrap()[0].key, "0000000000000007");
}

#[test]
fn a_card_begun_anew_is_not_due_twice_after_a_review() {
    let store = played();
    let slot: Slot = (Table::Cards, "afo\u{1f}statement:a".into());
    store.put(vec![Put::set(slot.0, slot.1.clone(), "{")]);
    block_on(save(&store, &answered("two", "afo", 0, "statement:a", true), at(20))).unwrap();
    assert_eq!(texts(&store, Table::Due).len(), 3);
    let text = block_on(review(&store, "afo", at(30), 9)).unwrap().unwrap();
    assert_eq!(text.lines().count(), 2);
    is_sound(&store);
    assert_eq!(logged(&store).len(), 3);
}
