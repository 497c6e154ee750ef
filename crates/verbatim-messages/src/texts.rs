//! The texts of the messages in one language, read from its file, and how places
//! and plural forms are found in them. Numbers are left to [`crate::Words`].

use std::marker::PhantomData;

use verbatim_core::json::{self, Path, Reader};
use verbatim_core::words::cut;

use crate::Table;

/// The texts of a table in one language; English where that lacks one.
pub struct Texts<S> {
    entries: Vec<Entry>,
    table: PhantomData<S>,
}

struct Entry {
    name: &'static str,
    english: &'static str,
    other: Option<String>,
}

/// A piece of a message.
#[derive(Debug, PartialEq)]
pub enum Piece<'a> {
    /// Words of the message itself.
    Text(&'a str),
    /// The place for the argument at a position.
    Place(usize),
}

impl<S: Table> Texts<S> {
    /// English.
    pub fn english() -> Self {
        let mut rest = S::ENGLISH;
        let mut entries = Vec::new();
        while let Some((name, after)) = cut(rest, 0)
            && let Some((english, after)) = cut(after, 0)
        {
            entries.push(Entry { name, english, other: None });
            rest = after;
        }
        Self { entries, table: PhantomData }
    }

    /// The language of a file, an object of texts by name, with an object of forms
    /// by category for a message that has plurals. What can't be read stays English.
    pub fn parse(file: &str) -> Self {
        let mut texts = Self::english();
        let read = json::read(file.as_bytes(), |reader| {
            reader.object(&Path::Root, &mut |reader, name| {
                let Some(entry) = texts.entries.iter_mut().find(|entry| entry.name == name) else {
                    return reader.skip();
                };
                let text = if has_forms(entry.english) {
                    Some(forms(reader))
                } else {
                    reader.string(&Path::Root).map(String::from)
                };
                entry.other = text.filter(|text| !text.is_empty());
            });
        });
        match read {
            Ok(_) => texts,
            Err(_) => Self::english(),
        }
    }

    /// The text of a message, with all of its forms.
    pub fn text(&self, say: S) -> &str {
        match self.entries.get(say.at()) {
            Some(Entry { other: Some(other), .. }) => other,
            Some(entry) => entry.english,
            None => "",
        }
    }

    /// What is before and after the place of a message that has one.
    pub fn around(&self, say: S) -> (&str, &str) {
        place(self.text(say)).map_or(("", ""), |(before, _, after)| (before, after))
    }

    /// Gives the pieces of a message, in the form for a plural category.
    pub fn pieces(&self, say: S, category: &str, put: &mut dyn FnMut(Piece<'_>)) {
        let english = self.entries.get(say.at()).map_or("", |entry| entry.english);
        let mut rest = form(self.text(say), category);
        while let Some((text, name, after)) = place(rest) {
            put(Piece::Text(text));
            // Of several forms the last has every place.
            let mut known = form(english, "");
            let mut at = 0;
            while let Some((_, other, after)) = place(known) {
                if other == name {
                    put(Piece::Place(at));
                    break;
                }
                known = after;
                at += 1;
            }
            rest = after;
        }
        put(Piece::Text(rest));
    }
}

/// The first place of a text: what is before it, its name, what is after it.
#[inline(never)]
fn place(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = cut(text, b'{')?;
    let (name, after) = cut(rest, b'}')?;
    Some((before, name, after))
}

/// Whether a text has plural forms.
pub fn has_forms(text: &str) -> bool {
    text.starts_with('\n')
}

/// A message's forms as one text: before each its category, a line each.
fn forms(reader: &mut Reader<'_>) -> String {
    let mut forms = String::new();
    reader.object(&Path::Root, &mut |reader, category| {
        if let Some(form) = reader.string(&Path::Root) {
            for part in ["\n", category, "\n", &form] {
                forms.push_str(part);
            }
        }
    });
    forms
}

/// The form for a category, or the last.
fn form<'a>(text: &'a str, category: &str) -> &'a str {
    let mut last = text;
    // Each form is a line break, its category, a line break and the form itself.
    while let Some((_, rest)) = cut(last, b'\n')
        && let Some((name, rest)) = cut(rest, b'\n')
    {
        match cut(rest, b'\n') {
            Some((form, _)) if name == category => return form,
            _ => last = rest,
        }
    }
    last
}
