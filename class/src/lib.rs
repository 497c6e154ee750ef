//! What the teacher's page and the pupil's have in common: a story that was got from somewhere, a
//! symbol that a camera reads, what stays on the device, and texts given out. What each shows is its own.

pub mod browser;
pub mod opened;
pub mod out;
pub mod store;
pub mod symbol;
