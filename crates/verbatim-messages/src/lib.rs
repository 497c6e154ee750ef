//! The words of an interface in several languages: tables of messages, the files of their
//! translations, and arguments in their places. The widget's table is in [`quiz`], for every page
//! that shows questions; what else a page says is its own, in the table that it makes by
//! [`messages!`]. How it stands on the screen is left to the pages.
//!
//! ```
//! mod table {
//!     verbatim_messages::messages! {
//!         /// The language, as a BCP 47 tag.
//!         Language "language": "en",
//!         /// The tag by which the browser writes dates and numbers.
//!         Locale "locale": "en-GB",
//!         /// Words that are quoted.
//!         Quoted "quoted": "“{words}”",
//!         /// A button.
//!         Leave "leave": "Leave {place}",
//!     }
//! }
//! use verbatim_messages::{Arg, Words};
//!
//! let words = Words::parse(r#"{ "leave": "{place} verlassen" }"#);
//! assert_eq!(words.fill(table::Say::Leave, &[Arg::Name("Köln")]), "Köln verlassen");
//! ```

pub use self::direction::direction;
pub use self::numbers::Numbers;
pub use self::table::Table;
pub use self::texts::{Piece, Texts, has_forms};
pub use self::words::{Arg, Words};

mod direction;
mod numbers;
pub mod quiz;
mod table;
mod texts;
mod words;
