//! Stories, their check, and the quizzes drawn from them.
//!
//! A *story* holds short verbatim passages of named sources and the facts that
//! rest on them. [`check::load`] turns a file into a [`model::Story`] or into
//! findings; [`draw::draw`] draws a quiz from it; a [`session::Session`] is one
//! reader's way through the quiz. Everything here is a function of its
//! arguments: time and chance come in as values, and no browser is needed.
#![cfg_attr(test, allow(clippy::unwrap_used))]

pub mod check;
pub mod date;
pub mod decimal;
pub mod dice;
pub mod digest;
pub mod draw;
pub mod excerpt;
pub mod feedback;
pub mod finding;
pub mod json;
pub mod model;
pub mod order;
pub mod pose;
mod record;
#[cfg(feature = "author")]
pub mod schema;
pub mod score;
pub mod sentence;
pub mod session;
pub mod wire;
pub mod words;

#[cfg(feature = "author")]
mod advice;
mod kind;
mod letter;
mod sort;
mod to_wire;
