//! JSON as a tree of nodes that borrows from the text; what the nodes mean is
//! the business of [`crate::wire`].
//!
//! Lexing is `hifijson`'s. The tree stands between the text and the records so
//! that reading a record needs no generated visitor, can report every mistake
//! in a file at once, and works the same for a story that was never text.

use std::borrow::Cow;

use hifijson::token::Lex;
use hifijson::{Read, SliceLexer, num, str as string};

use string::LexAlloc as _;

mod locate;
mod pointer;
mod write;

pub use locate::{Target, locate};
pub use pointer::Path;
pub use write::Writer;

/// The deepest nesting that a story may have; the format itself needs eight.
pub const MAX_DEPTH: usize = 64;

/// The largest text that is read, in bytes: 64 MiB.
pub const MAX_BYTES: usize = 64 << 20;

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub enum Node<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as it was written.
    Number(Cow<'a, str>),
    /// A string, escapes resolved.
    String(Cow<'a, str>),
    /// An array.
    List(Vec<Node<'a>>),
    /// An object, in the order of the text; a doubled key stands twice.
    Object(Vec<(Cow<'a, str>, Node<'a>)>),
}

impl Node<'_> {
    /// What an author would call this value, for messages.
    pub fn noun(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "true or false",
            Self::Number(_) => "a number",
            Self::String(_) => "a string",
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
        }
    }
}

/// Why a text is not JSON, or not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The text is longer than [`MAX_BYTES`].
    TooLarge,
    /// The values are nested deeper than [`MAX_DEPTH`].
    TooDeep,
    /// The bytes are not UTF-8.
    NotUtf8,
    /// The text ends before the value does.
    Truncated,
    /// There is no text at all.
    Empty,
    /// Something else was expected; the text says what.
    Expected(&'static str),
}

/// Why and where (in bytes from the start) reading stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// What is wrong.
    pub fault: Fault,
    /// The offset of the first byte that can't be part of a story, in bytes.
    pub offset: usize,
}

/// Reads a whole text as one value.
///
/// # Errors
/// The first fault, with its place.
pub fn parse(bytes: &[u8]) -> Result<Node<'_>, SyntaxError> {
    if bytes.len() > MAX_BYTES {
        return Err(SyntaxError { fault: Fault::TooLarge, offset: MAX_BYTES });
    }
    // Editors on some systems put a byte order mark before the text (RFC 8259, section 8.1).
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut lexer = SliceLexer::new(text);
    let parsed = whole(&mut lexer);
    parsed.map_err(|fault| {
        let offset = bytes.len() - lexer.as_slice().len();
        // An invalid byte is worth knowing before anything that it led to.
        match std::str::from_utf8(bytes) {
            Err(error) => SyntaxError { fault: Fault::NotUtf8, offset: error.valid_up_to() },
            Ok(_) => SyntaxError { fault, offset },
        }
    })
}

fn whole<'a>(lexer: &mut SliceLexer<'a>) -> Result<Node<'a>, Fault> {
    let next = lexer.ws_peek().ok_or(Fault::Empty)?;
    let node = value(next, lexer, MAX_DEPTH)?;
    match lexer.ws_peek() {
        None => Ok(node),
        Some(_) => Err(Fault::Expected("the end of the file")),
    }
}

fn value<'a>(next: u8, lexer: &mut SliceLexer<'a>, depth: usize) -> Result<Node<'a>, Fault> {
    let deeper = depth.checked_sub(1);
    Ok(match next {
        b'"' => {
            lexer.take_next();
            Node::String(text(lexer)?)
        }
        b'{' => {
            let deeper = deeper.ok_or(Fault::TooDeep)?;
            lexer.take_next();
            let mut entries = Vec::new();
            sequence(b'}', lexer, |next, lexer| {
                if next != b'"' {
                    return Err(Fault::Expected("a field's name in double quotes"));
                }
                lexer.take_next();
                let key = text(lexer)?;
                expect(lexer, b':', "a colon")?;
                let next = lexer.ws_peek().ok_or(Fault::Truncated)?;
                entries.push((key, value(next, lexer, deeper)?));
                Ok(())
            })?;
            Node::Object(entries)
        }
        b'[' => {
            let deeper = deeper.ok_or(Fault::TooDeep)?;
            lexer.take_next();
            let mut items = Vec::new();
            sequence(b']', lexer, |next, lexer| {
                items.push(value(next, lexer, deeper)?);
                Ok(())
            })?;
            Node::List(items)
        }
        b'-' | b'0'..=b'9' => {
            use num::LexWrite as _;
            let (digits, _) = lexer.num_string().validated().map_err(|_| Fault::Expected("a digit"))?;
            Node::Number(Cow::Borrowed(digits))
        }
        _ => match lexer.null_or_bool() {
            Some(None) => Node::Null,
            Some(Some(flag)) => Node::Bool(flag),
            None if lexer.peek_next().is_none() && next.is_ascii_lowercase() => return Err(Fault::Truncated),
            None => return Err(Fault::Expected("a value")),
        },
    })
}

/// The items up to `end`, separated by commas.
fn sequence<'a>(
    end: u8,
    lexer: &mut SliceLexer<'a>,
    mut item: impl FnMut(u8, &mut SliceLexer<'a>) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let mut next = lexer.ws_peek().ok_or(Fault::Truncated)?;
    if next == end {
        lexer.take_next();
        return Ok(());
    }
    loop {
        item(next, lexer)?;
        next = lexer.ws_peek().ok_or(Fault::Truncated)?;
        match next {
            b',' => {
                lexer.take_next();
                next = lexer.ws_peek().ok_or(Fault::Truncated)?;
                if next == end {
                    return Err(Fault::Expected("another value after the comma"));
                }
            }
            _ if next == end => {
                lexer.take_next();
                return Ok(());
            }
            _ if end == b'}' => return Err(Fault::Expected("a comma or the object's end")),
            _ => return Err(Fault::Expected("a comma or the list's end")),
        }
    }
}

fn expect(lexer: &mut SliceLexer<'_>, byte: u8, name: &'static str) -> Result<(), Fault> {
    match lexer.ws_peek() {
        Some(found) if found == byte => {
            lexer.take_next();
            Ok(())
        }
        Some(_) => Err(Fault::Expected(name)),
        None => Err(Fault::Truncated),
    }
}

fn text<'a>(lexer: &mut SliceLexer<'a>) -> Result<Cow<'a, str>, Fault> {
    lexer.str_string().map_err(|error| match error {
        string::Error::Eof | string::Error::Escape(hifijson::escape::Error::Eof) => Fault::Truncated,
        string::Error::Control => {
            Fault::Expected("a line break or other control character written as an escape")
        }
        string::Error::Escape(_) => Fault::Expected("an escape that JSON knows"),
        string::Error::Utf8(_) => Fault::NotUtf8,
    })
}
