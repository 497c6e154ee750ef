//! What a save leaves, and what the widget gets back.

use pollster::block_on;
use verbatim_keep::{
    Confidence, Detail, Fact, Mode, Phase, Rating, State, Store, Table, Volatile, calibration, save,
    schedule, sittings,
};

use crate::story::{answered, at, begin, card, is_sound, logged, moved, texts};

fn saved(details: &[Detail]) -> Volatile {
    let store = Volatile::default();
    for (second, detail) in (0..).zip(details) {
        block_on(save(&store, detail, at(second * 60))).unwrap();
        is_sound(&store);
    }
    store
}

#[test]
fn a_sitting_comes_back_as_it_was_told() {
    let skipped = Detail { at: 1, turn: "s-".into(), ..moved("one", "afo", "a2", State::Open) };
    let store = saved(&[
        begin("one", "afo", Mode::Test),
        answered("one", "afo", 0, "statement:a", true),
        skipped,
        begin("other story", "moon", Mode::Practice),
        begin("two", "afo", Mode::Practice),
        moved("two", "afo", "a1", State::Left),
        moved("one", "afo", "a2", State::Open),
    ]);
    let questions = "who-said:a 1f\nwho-said:b 2e b c\ncloze:c 3d";
    let one = format!(
        "one\u{1f}who-said-what\u{1f}7\u{1f}test\u{1f}open\u{1f}abc\u{1f}a2\u{1f}{questions}\u{1e}0\u{1f}a- right\u{1e}1\u{1f}s-"
    );
    let two =
        format!("two\u{1f}who-said-what\u{1f}7\u{1f}practice\u{1f}left\u{1f}abc\u{1f}a1\u{1f}{questions}");
    assert_eq!(block_on(sittings(&store, "afo")).unwrap(), [one, two]);
    assert_eq!(block_on(sittings(&store, "af")).unwrap(), [""; 0]);

    block_on(save(&store, &moved("one", "afo", "f", State::Finished), at(900))).unwrap();
    assert_eq!(block_on(sittings(&store, "afo")).unwrap().len(), 1);
}

#[test]
fn turns_come_in_the_order_of_the_questions() {
    let mut details = vec![begin("one", "afo", Mode::Practice)];
    details.extend((0..120).rev().map(|at| answered("one", "afo", at, &format!("statement:{at}"), true)));
    let text = block_on(sittings(&saved(&details), "afo")).unwrap().remove(0);
    let positions: Vec<usize> = text
        .split('\u{1e}')
        .skip(1)
        .map(|turn| turn.split_once('\u{1f}').unwrap().0.parse().unwrap())
        .collect();
    assert_eq!(positions, (0..120).collect::<Vec<_>>());
}

#[test]
fn in_practice_the_first_answer_stays_and_the_second_is_logged() {
    let store = saved(&[
        begin("one", "afo", Mode::Practice),
        answered("one", "afo", 0, "statement:a", false),
        answered("one", "afo", 0, "statement:a", true),
    ]);
    assert!(block_on(sittings(&store, "afo")).unwrap()[0].ends_with("\u{1e}0\u{1f}a- wrong"));
    assert_eq!(logged(&store).iter().map(|one| one.counts).collect::<Vec<_>>(), [true, false]);
    let card = card(&store, "afo", "statement:a").unwrap();
    assert_eq!(card.memory, schedule(None, Rating::Again, at(60), 0.9));
}

#[test]
fn in_a_test_the_later_answer_is_the_one() {
    let store = saved(&[
        begin("zero", "afo", Mode::Practice),
        answered("zero", "afo", 0, "statement:a", true),
        begin("one", "afo", Mode::Test),
        answered("one", "afo", 0, "statement:a", false),
        answered("one", "afo", 0, "statement:a", true),
        answered("one", "afo", 0, "statement:a", true),
    ]);
    assert!(block_on(sittings(&store, "afo")).unwrap()[0].ends_with("\u{1e}0\u{1f}a- right"));
    assert_eq!(logged(&store).len(), 4);
    let card = card(&store, "afo", "statement:a").unwrap();
    let first = schedule(None, Rating::Good, at(60), 0.9);
    assert_eq!(card.memory, schedule(Some(&first), Rating::Good, at(300), 0.9));
}

#[test]
fn an_answer_replaced_after_another_review_leaves_the_card_alone() {
    let store = saved(&[
        begin("one", "afo", Mode::Test),
        answered("one", "afo", 0, "statement:a", false),
        begin("two", "afo", Mode::Practice),
        answered("two", "afo", 0, "statement:a", true),
        answered("one", "afo", 0, "statement:a", true),
    ]);
    let card = card(&store, "afo", "statement:a").unwrap();
    assert_eq!((card.memory.reviews, card.memory.last), (2, at(180).milliseconds));
    assert_eq!(logged(&store).len(), 3);
}

#[test]
fn each_fact_of_a_question_has_a_card_of_its_own() {
    let mut detail = answered("one", "afo", 0, "statement:a", true);
    let fact = |fact: &str, right| Fact { fact: fact.into(), label: fact.into(), right };
    let answer = detail.answer.as_mut().unwrap();
    answer.facts =
        vec![fact("event:a", true), fact("event:b", false), fact("event:c", true), fact("event:c", false)];
    let store = saved(&[begin("one", "afo", Mode::Practice), detail]);
    let reviewed = |rating| schedule(None, rating, at(60), 0.9);
    assert_eq!(card(&store, "afo", "event:a").unwrap().memory, reviewed(Rating::Good));
    assert_eq!(card(&store, "afo", "event:b").unwrap().memory, reviewed(Rating::Again));
    assert_eq!(card(&store, "afo", "event:c").unwrap().memory, reviewed(Rating::Again));
    assert_eq!(texts(&store, Table::Cards).len(), 3);
    assert_eq!(logged(&store)[0].answer.facts.len(), 4);
}

#[test]
fn the_same_fact_of_two_stories_is_two() {
    let store = saved(&[
        begin("one", "afo", Mode::Practice),
        answered("one", "afo", 0, "statement:a", true),
        begin("two", "moon", Mode::Practice),
        answered("two", "moon", 0, "statement:a", false),
    ]);
    assert_eq!(card(&store, "afo", "statement:a").unwrap().memory.phase, Phase::Learning);
    assert_ne!(card(&store, "afo", "statement:a"), card(&store, "moon", "statement:a"));
}

#[test]
fn calibration_counts_what_counts() {
    let sure = |sitting: &str, at, right, confidence| {
        let mut detail = answered(sitting, "afo", at, &format!("statement:{at}"), right);
        detail.answer.as_mut().unwrap().confidence = confidence;
        detail
    };
    let store = saved(&[
        begin("one", "afo", Mode::Practice),
        sure("one", 0, true, Confidence::High),
        sure("one", 0, false, Confidence::High),
        sure("one", 1, false, Confidence::High),
        sure("one", 2, true, Confidence::Low),
        sure("one", 3, true, Confidence::NotAsked),
    ]);
    let told = block_on(calibration(&store)).unwrap().map(|level| (level.answers, level.right));
    assert_eq!(told, [(1, 1), (0, 0), (2, 1)]);
}

#[test]
fn a_detail_is_read_as_the_widget_writes_it() {
    let text = r#"{ "sitting": "s", "story": "afo", "at": 2, "turn": "a- bolton", "place": "r2", "state": "open",
        "begin": { "hash": "h", "quiz": "", "seed": 4294967295, "mode": "test", "address": "https://example.org/a.json",
            "title": "A", "questions": "x" },
        "answer": { "question": "who-said:x", "kind": "who-said", "response": ["bolton"],
            "points": { "earned": 1, "possible": 1 }, "milliseconds": 1234.5, "hinted": false, "retry": true,
            "confidence": 3, "facts": [{ "fact": "statement:x", "label": "“x”", "right": true }] } }"#;
    let detail: Detail = serde_json::from_str(text).unwrap();
    assert_eq!(detail.answer.as_ref().unwrap().confidence, Confidence::High);
    let store = saved(&[detail]);
    assert_eq!(logged(&store).len(), 1);
    let bare: Detail = serde_json::from_str(
        r#"{ "sitting": "s", "story": "afo", "at": -1, "place": "u", "state": "left" }"#,
    )
    .unwrap();
    assert_eq!((bare.state, bare.begin, bare.answer), (State::Left, None, None));
    assert!(serde_json::from_str::<Confidence>("4").is_err());
    assert!(block_on(store.read(Table::Sittings, &["afo\u{1f}s".into()])).unwrap()[0].is_some());
}
