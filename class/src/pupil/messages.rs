//! Every word of the pupil's page around the quiz, whose languages are in `languages/pupil`.

pub use verbatim_messages::Arg;

pub use self::table::Say;

mod table;

/// The page's words in one language.
pub type Words = verbatim_messages::Words<Say>;
