//! What a table of messages is, and the macro that makes one.

/// The messages of one page; made by [`messages!`](crate::messages).
pub trait Table: Copy {
    /// The name of each message and its English text, in turn, each closed by a zero.
    /// One text is smaller than a table of addresses into it.
    const ENGLISH: &'static str;
    /// The language, as a BCP 47 tag.
    const LANGUAGE: Self;
    /// The tag by which the browser writes dates and numbers.
    const LOCALE: Self;
    /// Words that are quoted, with a place for them.
    const QUOTED: Self;

    /// The message's place in the table.
    fn at(self) -> usize;
}

/// Defines the messages of a page as the type `Say`, with their names and English texts.
///
/// A place in braces takes an argument. Arguments are given in the order in which the English
/// has the places; another language may have them in another. Where a message has plural forms,
/// the last argument is a number and picks the form. Every table has the messages `Language`,
/// `Locale` and `Quoted`.
#[macro_export]
macro_rules! messages {
    (@text $text:literal) => { $text };
    (@text { $($category:ident: $form:literal),+ }) => {
        concat!($("\n", stringify!($category), "\n", $form),+)
    };
    ($($(#[doc = $doc:literal])* $message:ident $name:literal: $text:tt,)*) => {
        /// A message of the interface.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(dead_code, reason = "some are for a page's script, which has them from the language's file")]
        pub enum Say { $($(#[doc = $doc])* $message,)* }

        impl $crate::Table for Say {
            const ENGLISH: &'static str =
                concat!($($name, "\0", $crate::messages!(@text $text), "\0",)*);
            const LANGUAGE: Self = Self::Language;
            const LOCALE: Self = Self::Locale;
            const QUOTED: Self = Self::Quoted;

            fn at(self) -> usize {
                self as usize
            }
        }
    };
}
