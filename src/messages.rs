//! The words of the interface: those of any page with a quiz, and what is told where nothing can
//! be played. How they stand on the screen is left to [`crate::components`].

pub use verbatim_messages::quiz::*;
pub use verbatim_messages::{Arg, direction};

pub use self::failures::failure;

mod failures;
