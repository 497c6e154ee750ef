//! The trials, a module for each concern.

use crate::lab::Trial;

mod answering;
mod class;
mod collected;
mod consumers;
mod embedded;
mod faults;
mod flow;
mod guests;
mod keep_panel;
mod kept;
mod languages;
mod looks;
mod moves;
mod network;
mod offline;
mod play;
mod strings;
mod studio;
mod translated;

/// All trials.
pub fn all() -> Vec<Trial> {
    let concerns = [
        answering::trials,
        class::trials,
        collected::trials,
        consumers::trials,
        embedded::trials,
        faults::trials,
        flow::trials,
        guests::trials,
        keep_panel::trials,
        kept::trials,
        languages::trials,
        looks::trials,
        moves::trials,
        network::trials,
        offline::trials,
        play::trials,
        strings::trials,
        studio::trials,
        translated::trials,
    ];
    concerns.into_iter().flat_map(|trials| trials()).collect()
}
