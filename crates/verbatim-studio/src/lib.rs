//! What stands on an author's desk: articles, what was found in them, what a person
//! decided about it, and the story that follows.
//!
//! A [`Document`] is a value; [`Document::apply`] gives the next one, or says why
//! not. A [`Desk`] remembers the ones before, so that everything can be undone.
//! Finding facts is left to `verbatim-draft`, judging a story to `verbatim-core`,
//! showing all of it to whoever has a screen.
#![cfg_attr(test, allow(clippy::unwrap_used))]

mod accept;
mod action;
mod apply;
mod asked;
mod desk;
mod document;
mod edit;
mod extra;
mod give;
mod history;
mod kept;
mod mark;
mod open;
mod people;
mod pieces;
mod proof;
mod read;
mod save;

pub use action::{
    Action, EventField, HeadField, NewArticle, PersonField, Refusal, SourceField, StatementField,
};
pub use asked::{Asked, AskedField, QuizField};
pub use desk::Desk;
pub use document::{Article, Cut, Dated, Document, Origin, Quizzes};
pub use edit::listed;
pub use mark::{Fact, Happened, Key, Mark, Ordered, Said, State, Trust};
pub use open::{NotOpened, open};
pub use people::{key_of, place_of};
pub use pieces::{Paragraph, Piece, paragraphs};
pub use proof::{Lead, Proof, Remark};
pub use save::Sound;
