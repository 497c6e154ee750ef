//! The schedule by itself; `tests/schedule` compares it with the reference implementation.

use proptest::prelude::*;
use verbatim_keep::{DAY, Memory, Moment, Phase, Rating, retrievability, schedule};

use crate::story::NOON;

const RATINGS: [Rating; 4] = [Rating::Again, Rating::Hard, Rating::Good, Rating::Easy];

fn on(day: u64, minute: u64) -> Moment {
    Moment { milliseconds: NOON + day * DAY + minute * 60_000, zone: 0, chance: 0 }
}

fn review(reviews: &[(u64, usize)], retention: f32) -> Vec<Memory> {
    let mut memories: Vec<Memory> = Vec::new();
    let mut day = 0;
    for (minute, (days, rating)) in (0..).zip(reviews) {
        day += days;
        memories.push(schedule(memories.last(), RATINGS[*rating - 1], on(day, minute), retention));
    }
    memories
}

#[test]
fn the_known_vector_comes_out() {
    let ratings = [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3];
    let days = [0, 0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12];
    let memories = review(&days.into_iter().zip(ratings).collect::<Vec<_>>(), 0.9);
    let intervals: Vec<u32> = memories.iter().map(|memory| memory.interval).collect();
    assert_eq!(intervals, [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]);
    let last = memories.last().unwrap();
    for (found, wanted) in [(last.stability, 20.7704_f32), (last.difficulty, 9.0558)] {
        assert!((found - wanted).abs() / wanted <= 1e-4, "{found} is not {wanted}");
    }
    assert_eq!((last.lapses, last.reviews, last.phase), (1, 13, Phase::Review));
}

#[test]
fn steps_are_the_usual_ones() {
    let minutes = |memories: &[Memory]| {
        let last = memories.last().unwrap();
        (last.due - last.last) / 60_000
    };
    // New: again, hard, good; then good twice is out of the steps.
    assert_eq!(minutes(&review(&[(0, 1)], 0.9)), 1);
    assert_eq!(minutes(&review(&[(0, 2)], 0.9)), 6);
    assert_eq!(minutes(&review(&[(0, 3)], 0.9)), 10);
    assert_eq!(minutes(&review(&[(0, 3), (0, 2)], 0.9)), 6);
    assert_eq!(minutes(&review(&[(0, 3), (0, 1)], 0.9)), 1);
    assert_eq!(review(&[(0, 3), (0, 3)], 0.9)[1].phase, Phase::Review);
    assert_eq!(review(&[(0, 4)], 0.9)[0].phase, Phase::Review);
    // Forgotten: again, hard, and good, which is out of the steps.
    assert_eq!(minutes(&review(&[(0, 4), (8, 1)], 0.9)), 10);
    assert_eq!(minutes(&review(&[(0, 4), (8, 1), (0, 2)], 0.9)), 15);
    assert_eq!(review(&[(0, 4), (8, 1), (0, 3)], 0.9)[2].phase, Phase::Review);
}

#[test]
fn more_retention_is_sooner() {
    let reviews = [(0, 3), (0, 3), (2, 3), (11, 3)];
    let interval = |retention| review(&reviews, retention)[3].interval;
    assert!(interval(0.97) < interval(0.9) && interval(0.9) < interval(0.7));
}

#[test]
fn recall_is_as_likely_as_desired_when_due() {
    let memory = review(&[(0, 3), (0, 3), (2, 3), (11, 3)], 0.9).pop().unwrap();
    let now = Moment { milliseconds: memory.due, zone: 0, chance: 0 };
    assert!((retrievability(&memory, now) - 0.9).abs() < 0.005);
    let then = Moment { milliseconds: memory.last, zone: 0, chance: 0 };
    assert_eq!(retrievability(&memory, then), 1.0);
}

proptest! {
    #[test]
    fn better_is_later_and_all_is_possible(
        reviews in proptest::collection::vec((0_u64..2_000, 1_usize..5), 0..30),
        days in 0_u64..40_000,
        retention in 0.7_f32..0.97,
    ) {
        let memories = review(&reviews, retention);
        let now = Moment { milliseconds: memories.last().map_or(NOON, |memory| memory.last) + days * DAY, zone: 0, chance: 0 };
        let next = RATINGS.map(|rating| schedule(memories.last(), rating, now, retention));
        for memory in memories.iter().chain(&next) {
            prop_assert!((0.001..=36_500.0).contains(&memory.stability), "{memory:?}");
            prop_assert!((1.0..=10.0).contains(&memory.difficulty), "{memory:?}");
            prop_assert!(memory.due > memory.last && memory.interval <= 36_502, "{memory:?}");
        }
        prop_assert!(next.windows(2).all(|pair| pair[0].due <= pair[1].due), "{next:?}");
        prop_assert!(next.windows(2).all(|pair| pair[0].stability <= pair[1].stability), "{next:?}");
    }

    /// The clock may stand anywhere, at any review.
    #[test]
    fn a_clock_that_jumps_leaves_no_absurd_date(
        reviews in proptest::collection::vec((0_u64..4_000_000_000_000, 1_usize..5), 1..30),
    ) {
        let mut memory: Option<Memory> = None;
        for (milliseconds, rating) in reviews {
            let now = Moment { milliseconds, zone: -300, chance: 0 };
            let next = schedule(memory.as_ref(), RATINGS[rating - 1], now, 0.9);
            prop_assert!(next.due > milliseconds && next.due <= milliseconds + 36_502 * DAY, "{next:?}");
            prop_assert!(next.stability.is_finite() && (1.0..=10.0).contains(&next.difficulty), "{next:?}");
            memory = Some(next);
        }
    }
}
