//! A class plays a quiz: what a pupil hands in as a short code, and how what a class handed in
//! is found again in any text, counted and compared. Points are always counted from the answers,
//! by the core. No browser is needed; time and chance come in as values.
#![cfg_attr(test, allow(clippy::unwrap_used))]

pub mod assignment;
mod bits;
pub mod code;
pub mod collect;
pub mod export;
pub mod find;
mod group;
pub mod missed;
pub mod roster;
pub mod sheet;
pub mod shuffle;
pub mod statistics;
pub mod submission;
mod symbol;
