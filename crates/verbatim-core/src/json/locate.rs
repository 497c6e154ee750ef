//! From a JSON Pointer back to the bytes of the text, for messages that underline them.

use std::ops::Range;

use hifijson::token::Lex;
use hifijson::{Read, SliceLexer, ignore, str::LexAlloc as _};

/// Which part of what a pointer names is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The value.
    Value,
    /// The name of the field.
    Key,
    /// These bytes of a string value, counted after its escapes are resolved.
    Within(Range<usize>),
}

/// The bytes of `text` that `pointer` names, or `None` where it names nothing
/// or `text` is not JSON up to there. Of doubled fields the last is found.
pub fn locate(text: &[u8], pointer: &str, target: &Target) -> Option<Range<usize>> {
    let skipped = if text.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
    let mut steps: Vec<String> =
        pointer.split('/').skip(1).map(|step| step.replace("~1", "/").replace("~0", "~")).collect();
    steps.reverse();
    let mut lexer = SliceLexer::new(text.get(skipped..)?);
    let position = |lexer: &SliceLexer<'_>| text.len() - lexer.as_slice().len();
    let mut key = 0..0;
    while let Some(step) = steps.pop() {
        match lexer.ws_peek()? {
            b'{' => {
                lexer.take_next();
                let mut found = None;
                while lexer.ws_peek()? != b'}' {
                    let start = position(&lexer);
                    lexer.take_next();
                    let name = lexer.str_string().ok()?;
                    let name_range = start..position(&lexer);
                    if lexer.ws_peek()? != b':' {
                        return None;
                    }
                    lexer.take_next();
                    lexer.eat_whitespace();
                    if name == step {
                        found = Some((name_range, SliceLexer::new(lexer.as_slice())));
                    }
                    skip(&mut lexer)?;
                }
                (key, lexer) = found?;
            }
            b'[' => {
                lexer.take_next();
                for _ in 0..step.parse::<usize>().ok()? {
                    skip(&mut lexer)?;
                }
                lexer.eat_whitespace();
            }
            _ => return None,
        }
    }
    lexer.eat_whitespace();
    let start = position(&lexer);
    let value = lexer.as_slice();
    match target {
        Target::Key => Some(key),
        Target::Within(range) if value.first() == Some(&b'"') => {
            let from = raw_offset(value, range.start)?;
            let to = raw_offset(value, range.end)?;
            Some(start + from..start + to)
        }
        _ => {
            ignore::parse(lexer.ws_peek()?, &mut lexer).ok()?;
            Some(start..position(&lexer))
        }
    }
}

/// The bytes of each item of the list that `pointer` names; none where it names no list.
///
/// Many places in a large text are found sooner from the item that they are in.
#[cfg(feature = "author")]
pub fn items(text: &[u8], pointer: &str) -> Vec<Range<usize>> {
    let list = locate(text, pointer, &Target::Value).and_then(|range| text.get(range));
    let Some(list) = list.filter(|list| list.first() == Some(&b'[')) else { return Vec::new() };
    let start = list.as_ptr() as usize - text.as_ptr() as usize;
    let mut lexer = SliceLexer::new(&list[1..]);
    let position = |lexer: &SliceLexer<'_>| start + list.len() - lexer.as_slice().len();
    let mut found = Vec::new();
    while let Some(next) = lexer.ws_peek()
        && next != b']'
    {
        let from = position(&lexer);
        if ignore::parse(next, &mut lexer).is_err() {
            break;
        }
        found.push(from..position(&lexer));
        if lexer.ws_peek() == Some(b',') {
            lexer.take_next();
        }
    }
    found
}

/// Passes over a value and the comma after it.
fn skip(lexer: &mut SliceLexer<'_>) -> Option<()> {
    let next = lexer.ws_peek()?;
    ignore::parse(next, lexer).ok()?;
    if lexer.ws_peek()? == b',' {
        lexer.take_next();
    }
    Some(())
}

/// Where in a raw string literal the byte stands that has this offset in its value.
fn raw_offset(literal: &[u8], offset: usize) -> Option<usize> {
    let mut raw = 1;
    let mut resolved = 0;
    while resolved < offset {
        let length = match (literal.get(raw)?, literal.get(raw + 1)) {
            (b'\\', Some(b'u')) => {
                let unit = |at: usize| {
                    let digits = std::str::from_utf8(literal.get(at..at + 4)?).ok()?;
                    u16::from_str_radix(digits, 16).ok()
                };
                let first = unit(raw + 2)?;
                let surrogate = (0xD800..0xDC00).contains(&first);
                let second = if surrogate { unit(raw + 8) } else { None };
                let letter = char::decode_utf16([first].into_iter().chain(second)).next()?.ok()?;
                resolved += letter.len_utf8();
                if surrogate { 12 } else { 6 }
            }
            (b'\\', _) => {
                resolved += 1;
                2
            }
            _ => {
                resolved += 1;
                1
            }
        };
        raw += length;
    }
    Some(raw)
}
