//! The hosted page without its server: stopped at every stage, changed between visits, and
//! replaced while a quiz is open.

use crate::lab::Trial;

mod alone;
pub mod host;
pub mod reader;
mod releases;
mod stories;

/// All of them.
pub fn trials() -> Vec<Trial> {
    [alone::trials, releases::trials, stories::trials].into_iter().flat_map(|trials| trials()).collect()
}
