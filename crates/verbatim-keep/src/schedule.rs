//! When a fact is asked for again: FSRS-6 with its default weights and no fuzz, by the crate
//! `fsrs`, and around it the learning steps that the field takes for short waits: 1 and 10
//! minutes for what is new, 10 for what was forgotten.
//!
//! Terms as in the field: *stability* is the number of days after which recall is 90 % likely,
//! *difficulty* goes from 1 to 10, *retrievability* is how likely recall is now, *desired
//! retention* how likely it is to be when a fact comes due, a *lapse* a fact forgotten that had
//! left the learning steps. What is around the model goes as in its reference implementation,
//! `ts-fsrs`: <https://github.com/open-spaced-repetition/ts-fsrs>.

use fsrs::{FSRS, FSRS6_DEFAULT_DECAY, ItemState, MemoryState, NextStates, current_retrievability};
use serde::{Deserialize, Serialize};

use crate::moment::{DAY, Moment};

/// The longest wait, in days.
const LONGEST: u32 = 36_500;
const MINUTE: u64 = 60_000;
/// The steps of what is new, in minutes.
const LEARNING: [u64; 2] = [1, 10];
/// The steps of what was forgotten, in minutes.
const RELEARNING: [u64; 1] = [10];

/// How well a fact was remembered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rating {
    /// Not.
    Again,
    /// With difficulty.
    Hard,
    /// As it should be.
    Good,
    /// Without effort.
    Easy,
}

/// Where a fact is on its way into memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Phase {
    /// New: in the learning steps.
    Learning,
    /// Known: asked for at growing intervals.
    Review,
    /// Forgotten since: in the steps of relearning.
    Relearning,
}

/// The memory of a fact after a review.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Memory {
    /// In days.
    pub stability: f32,
    /// From 1 to 10.
    pub difficulty: f32,
    /// Where it is on its way.
    pub phase: Phase,
    /// The step, while there are steps.
    pub step: u32,
    /// How often it was asked for.
    pub reviews: u32,
    /// How often it was forgotten once it had been known.
    pub lapses: u32,
    /// When it was asked for last, in milliseconds since 1970.
    pub last: u64,
    /// The days from then until it is due; 0 within the steps.
    pub interval: u32,
    /// When it is due, in milliseconds since 1970.
    pub due: u64,
}

impl Memory {
    /// Whether its values are such as a review leaves.
    pub(crate) fn is_possible(&self) -> bool {
        let (stability, difficulty) = (0.0005..=36_500.5, 0.9995..=10.0005);
        stability.contains(&self.stability) && difficulty.contains(&self.difficulty)
    }

    fn state(&self) -> MemoryState {
        MemoryState { stability: self.stability, difficulty: self.difficulty }
    }
}

/// How likely recall is at a moment, 0 to 1.
pub fn retrievability(memory: &Memory, now: Moment) -> f32 {
    let days = now.days_since(memory.last) as f32;
    current_retrievability(memory.state(), days, FSRS6_DEFAULT_DECAY)
}

/// The memory of a fact after a review, from that after the review before, where there was one.
/// `retention` is the desired retention.
pub fn review(before: Option<&Memory>, rating: Rating, now: Moment, retention: f32) -> Memory {
    let elapsed = before.map_or(0, |memory| now.days_since(memory.last).min(LONGEST.into()));
    let elapsed = u32::try_from(elapsed).unwrap_or(LONGEST);
    let model = FSRS::default();
    let states = |state| model.next_states(state, retention, elapsed);
    let before = before.and_then(|memory| Some((memory, states(Some(memory.state())).ok()?)));
    let (before, next) = match before {
        Some((memory, next)) => (Some(memory), next),
        // With nothing known yet the model can't fail: its weights are its own.
        None => match states(None) {
            Ok(next) => (None, next),
            Err(_) => return first(now),
        },
    };
    let phase = before.map_or(Phase::Learning, |memory| memory.phase);
    let chosen = state_of(&next, rating).memory;
    let mut memory = Memory {
        stability: chosen.stability,
        difficulty: chosen.difficulty,
        phase,
        step: before.map_or(0, |memory| memory.step),
        reviews: before.map_or(0, |memory| memory.reviews).saturating_add(1),
        lapses: before.map_or(0, |memory| memory.lapses),
        last: now.milliseconds,
        interval: 0,
        due: now.milliseconds,
    };
    let waits = match (phase, rating) {
        (Phase::Review, Rating::Again) => {
            memory.phase = Phase::Relearning;
            memory.lapses = memory.lapses.saturating_add(1);
            Some((RELEARNING[0], 0))
        }
        (Phase::Review, _) => None,
        (Phase::Learning, _) => step(&LEARNING, memory.step, rating),
        (Phase::Relearning, _) => step(&RELEARNING, memory.step, rating),
    };
    match waits {
        Some((minutes, step)) => {
            memory.step = step;
            memory.due = now.milliseconds.saturating_add(minutes * MINUTE);
        }
        None => {
            memory.interval = if phase == Phase::Review {
                spread(&next, rating)
            } else {
                whole_days(state_of(&next, rating))
            };
            memory.phase = Phase::Review;
            memory.step = 0;
            memory.due = now.milliseconds.saturating_add(u64::from(memory.interval) * DAY);
        }
    }
    memory
}

/// The minutes to wait and the step after them, or `None` where the steps are over.
fn step(steps: &[u64], at: u32, rating: Rating) -> Option<(u64, u32)> {
    let here = usize::try_from(at).ok().filter(|at| *at < steps.len())?;
    let first = steps.first().copied()?;
    match rating {
        Rating::Again => Some((first, 0)),
        Rating::Hard => {
            // Half-way to the second step, or half as long again; both rounded up.
            let doubled = steps.get(1).map_or(first * 3, |second| first + second);
            Some((doubled.div_ceil(2), at))
        }
        Rating::Good => steps.get(here + 1).map(|minutes| (*minutes, at + 1)),
        Rating::Easy => None,
    }
}

/// The interval of a fact that is known, so that better is always later.
fn spread(next: &NextStates, rating: Rating) -> u32 {
    let [hard, good, easy] = [&next.hard, &next.good, &next.easy].map(whole_days);
    let hard = hard.min(good);
    let good = good.max(hard + 1);
    match rating {
        Rating::Again => 0,
        Rating::Hard => hard,
        Rating::Good => good,
        Rating::Easy => easy.max(good + 1),
    }
}

fn whole_days(state: &ItemState) -> u32 {
    (state.interval.round() as u32).clamp(1, LONGEST)
}

fn state_of(next: &NextStates, rating: Rating) -> &ItemState {
    match rating {
        Rating::Again => &next.again,
        Rating::Hard => &next.hard,
        Rating::Good => &next.good,
        Rating::Easy => &next.easy,
    }
}

/// The memory of something seen for the first time and not known.
fn first(now: Moment) -> Memory {
    let due = now.milliseconds.saturating_add(LEARNING[0] * MINUTE);
    let [stability, .., difficulty] = [fsrs::DEFAULT_PARAMETERS[0], fsrs::DEFAULT_PARAMETERS[4]];
    Memory {
        stability,
        difficulty,
        phase: Phase::Learning,
        step: 0,
        reviews: 1,
        lapses: 0,
        last: now.milliseconds,
        interval: 0,
        due,
    }
}
