//! How much comes due in the coming days.

use crate::keys;
use crate::moment::Moment;
use crate::store::{Fault, Range, Store, Table};

/// How many days a forecast looks ahead, today among them.
pub const DAYS: usize = 14;

/// How many facts come due on each of the coming days. The first is today, with all that is due
/// since before. What is reviewed meanwhile comes due again, which is not in it.
///
/// # Errors
/// Where the store fails.
pub async fn forecast<S: Store>(store: &S, now: Moment) -> Result<[usize; DAYS], Fault> {
    let mut days = [0; DAYS];
    for (on, day) in (0..).zip(&mut days) {
        let from = if on == 0 { String::new() } else { keys::time(now.start_of(on)) };
        let range = Range::between(from, keys::time(now.start_of(on + 1)));
        *day = store.count(Table::Due, &range).await?;
    }
    Ok(days)
}
