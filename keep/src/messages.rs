//! Every word of the panel. How messages are written, read and filled in is the widget's, file
//! by file; only the table is another, whose languages are in `languages/keep`.

pub use self::table::Say;
pub use self::words::{Arg, Words};

#[path = "../../src/messages/direction.rs"]
mod direction;
mod table;
#[path = "../../src/messages/texts.rs"]
mod texts;
#[allow(dead_code, reason = "the widget says more sorts of things")]
#[path = "../../src/messages/words.rs"]
mod words;
