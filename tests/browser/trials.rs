//! The trials, a module for each concern.

use crate::lab::Trial;

mod faults;
mod flow;
mod looks;
mod moves;
mod network;
mod play;

/// All trials.
pub fn all() -> Vec<Trial> {
    [faults::trials(), flow::trials(), looks::trials(), moves::trials(), network::trials(), play::trials()]
        .into_iter()
        .flatten()
        .collect()
}
