//! Facts that a story no longer has: they are not asked for any more, and not forgotten either.

use crate::keys;
use crate::record::{Found, found};
use crate::records::Card;
use crate::store::{Fault, Put, Slot, Store, Table};

/// Takes facts of a story out of what is due. Their cards stay, so a fact that comes back into
/// the story goes on from where it was with its next answer.
///
/// # Errors
/// Where the store fails.
pub async fn retire<S: Store>(store: &S, story: &str, facts: &[String]) -> Result<(), Fault> {
    let slots: Vec<Slot> = facts.iter().map(|fact| (Table::Cards, keys::key(&[story, fact]))).collect();
    let work = |texts: Vec<Option<String>>| {
        let mut puts = Vec::new();
        for ((fact, (table, key)), text) in facts.iter().zip(&slots).zip(texts) {
            if let Found::Record(card) = found::<Card>(*table, key, text, &mut puts) {
                puts.push(Put::remove(Table::Due, keys::due(card.memory.due, story, fact)));
            }
        }
        puts
    };
    store.change(&slots, work).await
}
