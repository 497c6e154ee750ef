//! Every word of the teacher's page: what all its screens say, whose languages are in
//! `languages/class`, and what the two of what was handed in say, in `languages/collected`. What
//! questions are asked with is the widget's ([`verbatim_messages::quiz`]).

pub use verbatim_messages::Arg;

pub use self::table::Say;

pub mod collected;
mod table;

/// The page's words in one language.
pub type Words = verbatim_messages::Words<Say>;
/// Those of what was handed in.
pub type Collected = verbatim_messages::Words<collected::Say>;
