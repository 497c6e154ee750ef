//! Two tabs play at once: whatever way their transactions fall between each other, nothing of
//! either is lost and no card is counted wrong.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::future::Future;
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use pollster::block_on;
use proptest::prelude::*;
use proptest::test_runner::Config;
use verbatim_keep::{
    Detail, Fault, Keeper, Mode, Moment, Put, Range, Rating, Seen, Slot, State, Store, Table, Volatile, save,
    schedule, sittings,
};

use crate::story::{answered, at, begin, card, is_sound, logged, moved, texts};

/// A store whose transactions each wait for their turn once.
struct Shared(Rc<Volatile>);

impl Store for Shared {
    async fn read(&self, table: Table, keys: &[String]) -> Result<Vec<Option<String>>, Fault> {
        Turn::default().await;
        self.0.read(table, keys).await
    }

    async fn list(&self, table: Table, range: &Range, limit: usize) -> Result<Vec<(String, String)>, Fault> {
        Turn::default().await;
        self.0.list(table, range, limit).await
    }

    async fn count(&self, table: Table, range: &Range) -> Result<usize, Fault> {
        Turn::default().await;
        self.0.count(table, range).await
    }

    async fn change<F>(&self, reads: &[Slot], work: F) -> Result<(), Fault>
    where
        F: FnOnce(Vec<Option<String>>) -> Vec<Put>,
    {
        Turn::default().await;
        self.0.change(reads, work).await
    }

    async fn look(&self, ranges: &[(Table, Range)], limit: usize) -> Result<Seen, Fault> {
        Turn::default().await;
        self.0.look(ranges, limit).await
    }

    async fn write(&self, edition: u64, puts: &[Put]) -> Result<bool, Fault> {
        Turn::default().await;
        self.0.write(edition, puts).await
    }

    async fn clear(&self) -> Result<(), Fault> {
        Turn::default().await;
        self.0.clear().await
    }
}

/// Is ready when it is looked at again.
#[derive(Default)]
struct Turn(bool);

impl Future for Turn {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        if std::mem::replace(&mut self.0, true) { Poll::Ready(()) } else { Poll::Pending }
    }
}

/// A tab: saves what is done in it, in turn, and looks at what there is.
async fn tab(store: Shared, details: &[Detail], clock: &Cell<u64>) -> Vec<Moment> {
    let mut moments = Vec::new();
    let keeper = Keeper::new(Ok(store));
    for detail in details {
        // What is read here may be no longer so when it is gone by.
        keeper.look_ahead("afo", &["one"], at(clock.get())).await;
        clock.set(clock.get() + 1);
        let now = at(clock.get());
        keeper.save(detail.clone(), now).await.unwrap();
        moments.push(now);
        sittings(&keeper, "afo").await.unwrap();
    }
    moments
}

/// Runs both, each step the one whose turn it is.
fn interleave(store: &Rc<Volatile>, details: &[Vec<Detail>; 2], turns: &[bool]) -> [Vec<Moment>; 2] {
    let clock = Cell::new(0);
    let [one, two] = details;
    let mut one = pin!(tab(Shared(store.clone()), one, &clock));
    let mut two = pin!(tab(Shared(store.clone()), two, &clock));
    let mut context = Context::from_waker(Waker::noop());
    let mut done: [Option<Vec<Moment>>; 2] = [None, None];
    let mut turns = turns.iter().copied().chain([true, false].into_iter().cycle());
    while done.iter().any(Option::is_none) {
        let is_first = turns.next().unwrap();
        let (slot, poll) = if is_first {
            if done[0].is_some() {
                continue;
            }
            (0, one.as_mut().poll(&mut context))
        } else {
            if done[1].is_some() {
                continue;
            }
            (1, two.as_mut().poll(&mut context))
        };
        if let Poll::Ready(moments) = poll {
            done[slot] = Some(moments);
        }
    }
    done.map(Option::unwrap)
}

/// What a tab does: answers, skips and hints at some of six questions, one of them now and then twice.
fn acts() -> impl Strategy<Value = Vec<(i32, u8, bool)>> {
    proptest::collection::vec((0..6, 0_u8..6, any::<bool>()), 1..12)
}

fn details(acts: &[(i32, u8, bool)]) -> Vec<Detail> {
    let detail = |(at, act, right): &(i32, u8, bool)| match act {
        0 => Detail { at: *at, turn: "s-".into(), ..moved("one", "afo", "a", State::Open) },
        1 => Detail { at: *at, turn: "uh".into(), ..moved("one", "afo", "a", State::Open) },
        2 => moved("one", "afo", "u", State::Left),
        _ => answered("one", "afo", *at, &format!("statement:{}", at / 2), *right),
    };
    acts.iter().map(detail).collect()
}

proptest! {
    #![proptest_config(Config { cases: 500, ..Config::default() })]
    #[test]
    fn nothing_of_either_is_lost(
        is_test in any::<bool>(),
        one in acts(),
        two in acts(),
        turns in proptest::collection::vec(any::<bool>(), 0..80),
    ) {
        let mode = if is_test { Mode::Test } else { Mode::Practice };
        let store = Rc::new(Volatile::default());
        block_on(save(&*store, &begin("one", "afo", mode), at(0))).unwrap();
        let both = [details(&one), details(&two)];
        let moments = interleave(&store, &both, &turns);

        // In the order of the clock, which is that in which they were begun.
        let mut told: Vec<(Moment, &Detail)> =
            moments.iter().flatten().copied().zip(both.iter().flatten()).collect();
        told.sort_by_key(|(moment, _)| moment.milliseconds);
        let answers: Vec<&(Moment, &Detail)> = told.iter().filter(|(_, detail)| detail.answer.is_some()).collect();

        // Every answer is in the log, once.
        let found: Vec<(u64, i32)> = logged(&store).iter().map(|one| (one.given, one.at)).collect();
        let wanted: Vec<(u64, i32)> = answers.iter().map(|(moment, detail)| (moment.milliseconds, detail.at)).collect();
        prop_assert_eq!(found, wanted);

        // Every question that anybody answered is answered, by an answer that was given.
        let text = block_on(sittings(&*store, "afo")).unwrap().remove(0);
        let turns: BTreeMap<i32, &str> = text
            .split('\u{1e}')
            .skip(1)
            .map(|turn| turn.split_once('\u{1f}').unwrap())
            .map(|(at, turn)| (at.parse().unwrap(), turn))
            .collect();
        for (_, detail) in told.iter().filter(|(_, detail)| detail.at >= 0) {
            let given: BTreeSet<&str> =
                told.iter().filter(|(_, other)| other.at == detail.at).map(|(_, other)| other.turn.as_str()).collect();
            prop_assert!(given.contains(turns[&detail.at]));
        }
        if !is_test {
            for (_, detail) in &answers {
                prop_assert!(turns[&detail.at].starts_with('a'));
            }
        }

        // Cards are graded by each answer that counts, and by no other.
        is_sound(&store);
        let facts: BTreeSet<&str> =
            answers.iter().map(|(_, detail)| detail.answer.as_ref().unwrap().facts[0].fact.as_str()).collect();
        prop_assert_eq!(texts(&store, Table::Cards).len(), facts.len());
        if !is_test {
            for fact in facts {
                let counting = logged(&store).into_iter().filter(|one| one.counts && one.answer.facts[0].fact == fact);
                // Only where each took its turn in the order of the clock is the outcome this one.
                let count = counting.count();
                prop_assert_eq!(card(&store, "afo", fact).unwrap().memory.reviews as usize, count);
            }
        }
    }
}

#[test]
fn one_tab_after_the_other_is_as_one_tab() {
    let store = Rc::new(Volatile::default());
    block_on(save(&*store, &begin("one", "afo", Mode::Practice), at(0))).unwrap();
    let both = [
        vec![answered("one", "afo", 0, "statement:a", false)],
        vec![answered("one", "afo", 1, "statement:a", true)],
    ];
    let [first, second] = interleave(&store, &both, &[true; 8]);
    let once = schedule(None, Rating::Again, first[0], 0.9);
    let twice = schedule(Some(&once), Rating::Good, second[0], 0.9);
    assert_eq!(card(&store, "afo", "statement:a").unwrap().memory, twice);
}
