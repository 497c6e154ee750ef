//! Every word of the studio, in English alone: so far only English can be drafted.

pub use verbatim_messages::Arg;

pub use self::table::Say;

mod table;

/// The studio's words.
pub type Words = verbatim_messages::Words<Say>;
