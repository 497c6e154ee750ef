//! The keeper on stores in memory: what is saved is there, once, whatever goes wrong.
#![allow(clippy::unwrap_used, missing_docs)]

mod ahead;
mod broken;
mod clocks;
mod desk;
mod edits;
mod faults;
mod queue;
mod saving;
mod schedule;
mod story;
mod sure;
mod tabs;
mod transfer;
