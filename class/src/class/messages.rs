//! Every word of the teacher's page, whose languages are in `languages/class`. What questions are
//! asked with is the widget's ([`verbatim_messages::quiz`]).

pub use verbatim_messages::Arg;

pub use self::table::Say;

mod table;

/// The page's words in one language.
pub type Words = verbatim_messages::Words<Say>;
