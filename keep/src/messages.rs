//! Every word of the panel, whose languages are in `languages/keep`.

pub use verbatim_messages::Arg;

pub use self::table::Say;

mod table;

/// The panel's words in one language.
pub type Words = verbatim_messages::Words<Say>;
