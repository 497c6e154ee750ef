//! The schedule against the reference implementation of FSRS-6, `ts-fsrs`, run by node.
#![allow(clippy::unwrap_used, missing_docs)]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use serde::Deserialize;
use verbatim_keep::{DAY, Memory, Moment, Phase, Rating, schedule};

const RETENTION: f32 = 0.9;
const RATINGS: [Rating; 4] = [Rating::Again, Rating::Hard, Rating::Good, Rating::Easy];
const HISTORIES: usize = 1_000;
/// Relative.
const TOLERANCE: f64 = 1e-4;

/// Reviews by their times, in milliseconds, and their ratings from 1 to 4.
type History = Vec<(u64, usize)>;

#[derive(Debug, Deserialize)]
struct Told {
    stability: f64,
    difficulty: f64,
    interval: u32,
    reps: u32,
    lapses: u32,
    step: u32,
    due: u64,
    phase: String,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("schedule")
}

/// Reviews after so many days each, on the same day a minute after the one before.
fn history(reviews: &[(u64, usize)]) -> History {
    let mut day = 20_000;
    let mut minute = 720;
    reviews
        .iter()
        .map(|(days, rating)| {
            day += days;
            minute += 1;
            (day * DAY + minute * 60_000, *rating)
        })
        .collect()
}

fn histories() -> Vec<History> {
    let days = prop_oneof![4 => Just(0_u64), 3 => 1_u64..5, 3 => 5_u64..60, 1 => 60_u64..1_500];
    let rating = prop_oneof![2 => Just(1_usize), 1 => Just(2_usize), 5 => Just(3_usize), 1 => Just(4_usize)];
    let reviews = proptest::collection::vec((days, rating), 1..40);
    let config = Config { rng_seed: RngSeed::Fixed(6), ..Config::default() };
    let mut runner = TestRunner::new(config);
    (0..HISTORIES).map(|_| history(&reviews.new_tree(&mut runner).unwrap().current())).collect()
}

fn ours(history: &History) -> Vec<Memory> {
    let mut memories: Vec<Memory> = Vec::new();
    for (time, rating) in history {
        let now = Moment { milliseconds: *time, zone: 0, chance: 0 };
        memories.push(schedule(memories.last(), RATINGS[*rating - 1], now, RETENTION));
    }
    memories
}

fn theirs(histories: &[History]) -> Vec<Vec<Told>> {
    let package = folder().join("node_modules/ts-fsrs");
    assert!(package.exists(), "this needs {}; run `npm ci` in {}", package.display(), folder().display());
    let mut node = Command::new("node")
        .arg("reference.mjs")
        .current_dir(folder())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    // Dropped at the end of the line, so that the script sees the end.
    node.stdin.take().unwrap().write_all(&serde_json::to_vec(histories).unwrap()).unwrap();
    let output = node.wait_with_output().unwrap();
    assert!(output.status.success(), "the reference failed");
    serde_json::from_slice(&output.stdout).unwrap()
}

fn is_near(ours: f64, theirs: f64) -> bool {
    (ours - theirs).abs() <= TOLERANCE * theirs.abs()
}

#[test]
fn generated_histories_agree_with_the_reference() {
    let histories = histories();
    let mut reviews = 0;
    let mut unequal = 0;
    for (history, told) in histories.iter().zip(theirs(&histories)) {
        let memories = ours(history);
        assert_eq!(memories.len(), told.len());
        for (at, (memory, told)) in memories.iter().zip(&told).enumerate() {
            let where_ = format!("review {at} of {history:?}: {memory:?} against {told:?}");
            assert!(is_near(memory.stability.into(), told.stability), "{where_}");
            assert!(is_near(memory.difficulty.into(), told.difficulty), "{where_}");
            assert_eq!(
                (memory.reviews, memory.lapses, memory.step),
                (told.reps, told.lapses, told.step),
                "{where_}"
            );
            let phase = match memory.phase {
                Phase::Learning => "Learning",
                Phase::Review => "Review",
                Phase::Relearning => "Relearning",
            };
            assert_eq!(phase, told.phase, "{where_}");
            // A half may be rounded up by one and down by the other: its own, or that of the grade
            // below, which it has to be later than.
            let apart = memory.interval.abs_diff(told.interval);
            let due_apart = memory.due.abs_diff(told.due);
            assert!(apart <= 1 && due_apart == u64::from(apart) * DAY, "{where_}");
            unequal += apart;
            reviews += 1_u32;
        }
    }
    assert!(reviews as usize > 10 * HISTORIES, "only {reviews} reviews");
    assert!(unequal * 1_000 < reviews, "{unequal} of {reviews} intervals are a day apart");
}
