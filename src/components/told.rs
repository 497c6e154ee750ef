//! What is told of each task once it is answered.

mod arranged;
mod chosen;
mod matched;
mod typed;

pub use arranged::{arranged, reasons};
pub use chosen::{chosen, rests};
pub use matched::matched;
pub use typed::typed;
