//! Sets right what a wrong clock did to the schedule.

use std::collections::BTreeSet;

use crate::keys;
use crate::moment::{DAY, Moment};
use crate::record::{Found, found, write};
use crate::records::{Card, Logged};
use crate::sittings::all;
use crate::store::{Fault, Put, Range, Slot, Store, Table};

/// How far ahead an answer may be before the clock counts as having been wrong: a day, since
/// learners travel, and two devices never quite agree.
const SLACK: u64 = DAY;

/// Where answers lie in the future a clock went ahead and was set back: the cards that they
/// touched are dated now, and due after the same interval, so that none stays away for years.
/// The log keeps what was told. Gives back how many cards were dated anew; to be called when a
/// store is opened.
///
/// # Errors
/// Where the store fails.
pub async fn settle<S: Store>(store: &S, now: Moment) -> Result<usize, Fault> {
    let ahead = Range::from(keys::time(now.milliseconds.saturating_add(SLACK)));
    let mut cards = BTreeSet::new();
    for (_, text) in all(store, Table::Answers, &ahead).await? {
        if let Ok(logged) = crate::record::read::<Logged>(&text) {
            for told in &logged.answer.facts {
                cards.insert((logged.story.clone(), told.fact.clone()));
            }
        }
    }
    let mut settled = 0;
    for (story, fact) in cards {
        let slot: Slot = (Table::Cards, keys::key(&[&story, &fact]));
        let key = slot.1.clone();
        let date = |texts: Vec<Option<String>>| {
            let mut puts = Vec::new();
            let text = texts.into_iter().next().flatten();
            let Found::Record(mut card) = found::<Card>(Table::Cards, &key, text, &mut puts) else {
                return puts;
            };
            let ahead = card.memory.last.saturating_sub(now.milliseconds);
            if ahead < SLACK {
                return puts;
            }
            puts.push(Put::remove(Table::Due, keys::due(card.memory.due, &story, &fact)));
            card.memory.last -= ahead;
            card.memory.due = card.memory.due.saturating_sub(ahead);
            puts.push(Put::set(Table::Due, keys::due(card.memory.due, &story, &fact), ""));
            puts.push(Put::set(Table::Cards, key.as_str(), write(&card)));
            settled += 1;
            puts
        };
        store.change(&[slot], date).await?;
    }
    Ok(settled)
}
