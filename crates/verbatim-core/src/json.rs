//! JSON as records read it: value by value, straight from the text. What the
//! values mean is the business of [`crate::wire`].
//!
//! Lexing is `hifijson`'s. There is no tree and no generated visitor between the
//! text and the records: a reader passes over the text once, and goes on after a
//! mistake in what the values mean, so that an author sees all of them at once.

use std::borrow::Cow;

use hifijson::token::Lex;
use hifijson::{Read, SliceLexer, num, str as string};

use crate::finding::{Finding, Problem};

mod locate;
mod pointer;
#[cfg(feature = "author")]
mod tree;
mod write;

#[cfg(feature = "author")]
pub use locate::items;
pub use locate::{Target, locate};
pub use pointer::Path;
#[cfg(feature = "author")]
pub use tree::{Node, parse};
pub use write::Writer;

/// The deepest nesting that a story may have; the format itself needs eight.
pub const MAX_DEPTH: usize = 64;

/// The largest text that is read, in bytes: 64 MiB.
pub const MAX_BYTES: usize = 64 << 20;

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

/// Stands at a value of a text, and has the findings on those before it.
pub struct Reader<'a> {
    lexer: SliceLexer<'a>,
    length: usize,
    depth: usize,
    fault: Option<SyntaxError>,
    /// What is wrong with the values read so far.
    pub findings: Vec<Finding>,
}

/// Reads a whole text as one value.
///
/// # Errors
/// The first fault of the text, with its place; what `read` found to be wrong
/// with the value does not matter then.
pub fn read<T>(
    bytes: &[u8],
    value: impl FnOnce(&mut Reader<'_>) -> T,
) -> Result<(T, Vec<Finding>), SyntaxError> {
    if bytes.len() > MAX_BYTES {
        return Err(SyntaxError { fault: Fault::TooLarge, offset: MAX_BYTES });
    }
    // Editors on some systems put a byte order mark before the text (RFC 8259, section 8.1).
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let lexer = SliceLexer::new(text);
    let mut reader = Reader { lexer, length: bytes.len(), depth: 0, fault: None, findings: Vec::new() };
    if reader.lexer.ws_peek().is_none() {
        reader.fail(Fault::Empty);
    }
    let value = value(&mut reader);
    if reader.lexer.ws_peek().is_some() {
        reader.fail(Fault::Expected("the end of the file"));
    }
    match reader.fault {
        None => Ok((value, reader.findings)),
        // Strings were found to be UTF-8 one by one, and elsewhere nothing but ASCII passes.
        // What is wrong in the first place is looked for only where something is.
        Some(fault) => match std::str::from_utf8(bytes) {
            Err(error) => Err(SyntaxError { fault: Fault::NotUtf8, offset: error.valid_up_to() }),
            Ok(_) => Err(fault),
        },
    }
}

impl<'a> Reader<'a> {
    /// Adds a finding on the value at a path.
    pub fn report(&mut self, at: &Path<'_>, problem: Problem) {
        self.findings.push(Finding::at(at, problem));
    }

    /// Reads a string; `None`, with a finding, where something else stands.
    pub fn string(&mut self, at: &Path<'_>) -> Option<Cow<'a, str>> {
        match self.next()? {
            b'"' => self.text(),
            _ => self.wrong_type("a string", at),
        }
    }

    /// Reads true or false.
    pub fn boolean(&mut self, at: &Path<'_>) -> Option<bool> {
        match self.next()? {
            b't' | b'f' => self.name().flatten(),
            _ => self.wrong_type("true or false", at),
        }
    }

    /// Reads a whole number, zero or more.
    pub fn count(&mut self, at: &Path<'_>) -> Option<u32> {
        let expected = "a whole number, zero or more";
        match self.next()? {
            b'-' | b'0'..=b'9' => {
                let count = crate::decimal::parse(self.number()?);
                if count.is_none() {
                    self.report(at, Problem::WrongType { expected, found: "another number" });
                }
                count
            }
            _ => self.wrong_type(expected, at),
        }
    }

    /// Reads the items of a list: for each, `item` is called with its position
    /// and reads its value.
    pub fn list(&mut self, at: &Path<'_>, item: &mut dyn FnMut(&mut Self, usize)) {
        match self.next() {
            Some(b'[') => {
                let mut position = 0;
                self.sequence(b']', &mut |reader, _| {
                    item(reader, position);
                    position += 1;
                });
            }
            Some(_) => {
                self.wrong_type::<()>("a list", at);
            }
            None => {}
        }
    }

    /// Reads the fields of an object: for each, `field` is called with its name
    /// and reads its value.
    pub fn object(&mut self, at: &Path<'_>, field: &mut dyn FnMut(&mut Self, &str)) {
        match self.next() {
            Some(b'{') => self.entries(field),
            Some(_) => {
                self.wrong_type::<()>("an object", at);
            }
            None => {}
        }
    }

    /// The string in a field of the object that stands here, without reading it.
    pub fn look_ahead(&self, name: &str) -> Option<Cow<'a, str>> {
        let lexer = SliceLexer::new(self.lexer.as_slice());
        let mut ahead =
            Reader { lexer, length: self.length, depth: self.depth, fault: None, findings: Vec::new() };
        let mut found = None;
        if ahead.next() == Some(b'{') {
            ahead.entries(&mut |ahead, key| {
                if key == name && found.is_none() && ahead.next() == Some(b'"') {
                    found = ahead.text();
                } else if found.is_none() {
                    ahead.skip();
                } else {
                    // The rest is of no interest: a fault that nobody sees ends the walk.
                    ahead.fail(Fault::Empty);
                }
            });
        }
        found
    }

    /// Passes over a value.
    pub fn skip(&mut self) {
        match self.next() {
            Some(b'"') => {
                self.text();
            }
            Some(b'{') => self.entries(&mut |reader, _| reader.skip()),
            Some(b'[') => self.sequence(b']', &mut |reader, _| reader.skip()),
            Some(b'-' | b'0'..=b'9') => {
                self.number();
            }
            Some(_) => {
                self.name();
            }
            None => {}
        }
    }

    /// Reports a value of another type than expected, and passes over it.
    pub fn wrong_type<T>(&mut self, expected: &'static str, at: &Path<'_>) -> Option<T> {
        let found = match self.next()? {
            b'"' => "a string",
            b'{' => "an object",
            b'[' => "a list",
            b'-' | b'0'..=b'9' => "a number",
            b'n' => "null",
            _ => "true or false",
        };
        self.skip();
        self.report(at, Problem::WrongType { expected, found });
        None
    }

    /// The first byte of the value that comes next.
    fn next(&mut self) -> Option<u8> {
        if self.fault.is_some() {
            return None;
        }
        let next = self.lexer.ws_peek();
        if next.is_none() {
            self.fail(Fault::Truncated);
        }
        next
    }

    fn fail(&mut self, fault: Fault) {
        let offset = self.length - self.lexer.as_slice().len();
        self.fault.get_or_insert(SyntaxError { fault, offset });
    }

    fn entries(&mut self, field: &mut dyn FnMut(&mut Self, &str)) {
        self.sequence(b'}', &mut |reader, next| {
            if next != b'"' {
                return reader.fail(Fault::Expected("a field's name in double quotes"));
            }
            let Some(key) = reader.text() else { return };
            match reader.next() {
                Some(b':') => {
                    reader.lexer.take_next();
                    field(reader, &key);
                }
                Some(_) => reader.fail(Fault::Expected("a colon")),
                None => {}
            }
        });
    }

    /// The items up to `end`, separated by commas; stands before the bracket that opens them.
    fn sequence(&mut self, end: u8, item: &mut dyn FnMut(&mut Self, u8)) {
        if self.depth == MAX_DEPTH {
            return self.fail(Fault::TooDeep);
        }
        self.depth += 1;
        self.lexer.take_next();
        let mut after_comma = false;
        while let Some(next) = self.next() {
            if next == end {
                if after_comma {
                    self.fail(Fault::Expected("another value after the comma"));
                }
                self.lexer.take_next();
                break;
            }
            item(self, next);
            match self.next() {
                Some(b',') => {
                    self.lexer.take_next();
                    after_comma = true;
                }
                Some(next) if next == end => after_comma = false,
                Some(_) if end == b'}' => self.fail(Fault::Expected("a comma or the object's end")),
                Some(_) => self.fail(Fault::Expected("a comma or the list's end")),
                None => {}
            }
        }
        self.depth -= 1;
    }

    /// The string that begins here.
    fn text(&mut self) -> Option<Cow<'a, str>> {
        use string::LexAlloc as _;
        self.lexer.take_next();
        let text = self.lexer.str_string().map_err(|error| match error {
            string::Error::Eof | string::Error::Escape(hifijson::escape::Error::Eof) => Fault::Truncated,
            string::Error::Control => {
                Fault::Expected("a line break or other control character written as an escape")
            }
            string::Error::Escape(_) => Fault::Expected("an escape that JSON knows"),
            string::Error::Utf8(_) => Fault::NotUtf8,
        });
        text.map_err(|fault| self.fail(fault)).ok()
    }

    /// The number that begins here, as it is written.
    fn number(&mut self) -> Option<&'a str> {
        use num::LexWrite as _;
        let number = self.lexer.num_string().validated();
        number.map(|(digits, _)| digits).map_err(|_| self.fail(Fault::Expected("a digit"))).ok()
    }

    /// The name that begins here: `null` gives nothing, `true` and `false` themselves.
    fn name(&mut self) -> Option<Option<bool>> {
        let is_letter = self.lexer.peek_next().is_some_and(|next| next.is_ascii_lowercase());
        let name = if is_letter { self.lexer.null_or_bool() } else { None };
        if name.is_none() {
            let cut = is_letter && self.lexer.peek_next().is_none();
            self.fail(if cut { Fault::Truncated } else { Fault::Expected("a value") });
        }
        name
    }
}
