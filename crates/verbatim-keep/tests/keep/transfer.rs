//! All progress out and in again, on the same device and on another.

use pollster::block_on;
use verbatim_keep::{
    Imported, Mode, NotAnExport, Put, Settings, State, Store, Table, Volatile, asides, change_settings,
    erase, export, import, save, settings, sittings,
};

use crate::story::{answered, at, begin, card, is_sound, logged, moved};

fn played(from: u64) -> Volatile {
    let store = Volatile::default();
    for (second, detail) in (from..).zip([
        begin("one", "afo", Mode::Practice),
        answered("one", "afo", 0, "statement:a", true),
        answered("one", "afo", 1, "statement:b", false),
    ]) {
        block_on(save(&store, &detail, at(second))).unwrap();
    }
    store
}

fn take(store: &Volatile, text: &str) -> Imported {
    let imported = block_on(import(store, text)).unwrap();
    is_sound(store);
    imported
}

#[test]
fn what_was_exported_comes_back_whole() {
    let store = played(0);
    block_on(change_settings(&store, Settings { retention: 0.85, confidence: true, changed: 0 }, at(7)))
        .unwrap();
    store.put(vec![Put::set(Table::Turns, "one\u{1f}000000", "{ cut off")]);
    block_on(sittings(&store, "afo")).unwrap();
    store.put(vec![Put::remove(Table::Turns, "one\u{1f}000000")]);
    let text = block_on(export(&store, at(9))).unwrap();
    let before = store.records();
    block_on(erase(&store)).unwrap();
    assert_eq!(store.records(), []);
    let imported = take(&store, &text);
    assert_eq!(store.records(), before);
    assert_eq!((imported.updated, imported.kept, imported.unreadable), (0, 0, 0));
    let again = take(&store, &text);
    assert_eq!((again.added, again.updated, again.kept), (0, 0, imported.added));
    assert_eq!(store.records(), before);
}

#[test]
fn two_devices_come_together_and_the_newer_stays() {
    let (one, two) = (played(0), played(0));
    block_on(save(&one, &answered("two", "afo", 0, "statement:a", true), at(100))).unwrap();
    block_on(save(&two, &answered("three", "afo", 0, "statement:a", false), at(200))).unwrap();
    block_on(save(&two, &moved("one", "afo", "u", State::Left), at(201))).unwrap();
    block_on(change_settings(&one, Settings { retention: 0.8, ..Settings::default() }, at(300))).unwrap();
    block_on(change_settings(&two, Settings { retention: 0.95, ..Settings::default() }, at(301))).unwrap();
    let newest = card(&two, "afo", "statement:a");
    let [first, second] = [&one, &two].map(|store| block_on(export(store, at(400))).unwrap());
    take(&one, &second);
    take(&two, &first);
    assert_eq!(one.records(), two.records());
    assert_eq!(logged(&one).len(), 4);
    assert_eq!(card(&one, "afo", "statement:a"), newest);
    assert_eq!(block_on(settings(&one)).unwrap().retention, 0.95);
    assert!(block_on(sittings(&one, "afo")).unwrap()[0].contains("\u{1f}left\u{1f}"));
}

#[test]
fn an_answer_does_not_give_way_to_a_hint() {
    let store = played(0);
    let hinted = Volatile::default();
    let hint = verbatim_keep::Detail { at: 0, turn: "uh".into(), ..moved("one", "afo", "a0", State::Open) };
    block_on(save(&hinted, &hint, at(900))).unwrap();
    take(&store, &block_on(export(&hinted, at(901))).unwrap());
    assert!(block_on(sittings(&store, "afo")).unwrap()[0].contains("\u{1e}0\u{1f}a- right"));
}

#[test]
fn what_cannot_be_read_of_a_file_is_put_aside_and_told() {
    let store = played(0);
    let text = block_on(export(&store, at(9))).unwrap();
    let file: serde_json::Value = serde_json::from_str(&text).unwrap();
    let mut spoilt = file.clone();
    for (table, key, value) in [
        ("cards", "afo\u{1f}statement:a", serde_json::json!("{")),
        ("cards", "no parts", file["tables"]["cards"]["afo\u{1f}statement:b"].clone()),
        ("turns", "one\u{1f}000000", serde_json::json!({ "v": 9 })),
        ("answers", "new", serde_json::json!(7)),
    ] {
        spoilt["tables"][table][key] = value;
    }
    spoilt["tables"]["nonsense"] = serde_json::json!({ "a": "b" });
    spoilt["tables"]["due"] = serde_json::json!({ "a": "b" });
    let before = store.records();
    let imported = take(&store, &spoilt.to_string());
    assert_eq!((imported.added, imported.unreadable), (0, 4));
    let kept: Vec<_> = store.records().into_iter().filter(|((table, _), _)| *table != Table::Aside).collect();
    assert_eq!(kept, before);
    let reasons: Vec<String> = block_on(asides(&store)).unwrap().into_iter().map(|one| one.reason).collect();
    assert_eq!(reasons, ["foreign", "broken", "foreign", "newer"]);
}

#[test]
fn a_record_of_ours_that_cannot_be_read_is_mended_by_the_import() {
    let store = played(0);
    let text = block_on(export(&store, at(9))).unwrap();
    let good = card(&store, "afo", "statement:a");
    store.put(vec![Put::set(Table::Cards, "afo\u{1f}statement:a", "{")]);
    take(&store, &text);
    assert_eq!(card(&store, "afo", "statement:a"), good);
    assert_eq!(block_on(asides(&store)).unwrap().len(), 1);
    // What a later release wrote is not.
    let newer = r#"{"v":2,"memory":"better"}"#;
    store.put(vec![Put::set(Table::Cards, "afo\u{1f}statement:b", newer)]);
    let before = store.records();
    block_on(import(&store, &text)).unwrap();
    assert_eq!(store.records(), before);
}

#[test]
fn what_is_no_file_of_progress_changes_nothing() {
    let store = played(0);
    let text = block_on(export(&store, at(9))).unwrap();
    let before = store.records();
    let newer = text.replace("\"version\":1", "\"version\":2");
    assert_eq!(block_on(import(&store, &newer)), Err(NotAnExport::Newer));
    for foreign in ["", "{}", "[]", "7", r#"{"format":"anki","version":1}"#, &text[..text.len() / 2]] {
        assert_eq!(block_on(import(&store, foreign)), Err(NotAnExport::Foreign), "{foreign}");
    }
    assert_eq!(store.records(), before);
    assert_eq!(block_on(store.count(Table::Answers, &verbatim_keep::Range::all())).unwrap(), 2);
}
