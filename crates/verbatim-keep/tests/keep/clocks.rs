//! The clock is set back and forward: nothing is lost, and nothing stays away for years.

use pollster::block_on;
use verbatim_keep::{DAY, Mode, Moment, Volatile, due_today, save, settle, sittings};

use crate::story::{NOON, answered, at, begin, card, is_sound, logged};

fn on(day: i64, chance: u64) -> Moment {
    Moment { milliseconds: NOON.saturating_add_signed(day * DAY as i64), zone: 0, chance }
}

#[test]
fn a_clock_set_back_keeps_every_answer_and_the_schedule() {
    let store = Volatile::default();
    block_on(save(&store, &begin("one", "afo", Mode::Practice), at(0))).unwrap();
    for (question, day) in (0..).zip([0, 0, 3, -400, -400, 20]) {
        let detail = answered("one", "afo", question, "statement:a", true);
        block_on(save(&store, &detail, on(day, question as u64))).unwrap();
        is_sound(&store);
        let memory = card(&store, "afo", "statement:a").unwrap().memory;
        let latest = on(20, 0).milliseconds + 40_000 * DAY;
        assert!(memory.due > on(day, 0).milliseconds && memory.due < latest);
    }
    assert_eq!(logged(&store).len(), 6);
    assert!(block_on(sittings(&store, "afo")).unwrap()[0].ends_with("\u{1e}5\u{1f}a- right"));
}

#[test]
fn what_was_answered_in_a_future_that_did_not_come_is_dated_now() {
    let store = Volatile::default();
    let ahead = 9 * 365;
    block_on(save(&store, &begin("one", "afo", Mode::Practice), on(ahead, 0))).unwrap();
    for (question, fact, day) in [(0, "statement:a", ahead), (1, "statement:a", ahead), (2, "statement:b", 0)]
    {
        let detail = answered("one", "afo", question, fact, true);
        block_on(save(&store, &detail, on(day, question as u64))).unwrap();
    }
    let before = card(&store, "afo", "statement:a").unwrap().memory;
    let other = card(&store, "afo", "statement:b");
    assert_eq!(block_on(due_today(&store, on(30, 7))).unwrap(), 1);

    assert_eq!(block_on(settle(&store, on(1, 7))).unwrap(), 1);
    let after = card(&store, "afo", "statement:a").unwrap().memory;
    assert_eq!(after.last, on(1, 0).milliseconds);
    assert_eq!(after.due - after.last, before.due - before.last);
    assert_eq!((after.stability, after.reviews), (before.stability, before.reviews));
    assert_eq!(card(&store, "afo", "statement:b"), other);
    assert_eq!(block_on(due_today(&store, on(30, 7))).unwrap(), 2);
    is_sound(&store);
    // Settled is settled.
    assert_eq!(block_on(settle(&store, on(1, 8))).unwrap(), 0);
    assert_eq!(logged(&store).len(), 3);
}

#[test]
fn a_zone_further_west_is_no_clock_set_back() {
    let store = Volatile::default();
    block_on(save(&store, &answered("one", "afo", 0, "statement:a", true), at(3_600))).unwrap();
    assert_eq!(block_on(settle(&store, Moment { zone: -720, ..at(0) })).unwrap(), 0);
}
