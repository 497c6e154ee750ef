//! The texts of the messages in one language, read from its file, and how places
//! and plural forms are found in them. Numbers are the business of [`super`].

use verbatim_core::json::{self, Path, Reader};

use super::table::{ENGLISH, Say};

/// The texts in one language; English where that lacks one.
pub struct Texts {
    entries: Vec<Entry>,
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

impl Texts {
    /// English.
    pub fn english() -> Self {
        let mut parts = ENGLISH.split('\0');
        let mut entries = Vec::new();
        while let (Some(name), Some(english)) = (parts.next(), parts.next()) {
            entries.push(Entry { name, english, other: None });
        }
        Self { entries }
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
    pub fn text(&self, say: Say) -> &str {
        match self.entries.get(say as usize) {
            Some(Entry { other: Some(other), .. }) => other,
            Some(entry) => entry.english,
            None => "",
        }
    }

    /// Gives the pieces of a message, in the form for a plural category.
    pub fn pieces(&self, say: Say, category: &str, put: &mut dyn FnMut(Piece<'_>)) {
        let english = self.entries.get(say as usize).map_or("", |entry| entry.english);
        let mut rest = form(self.text(say), category);
        while let Some((text, after)) = rest.split_once('{')
            && let Some((name, after)) = after.split_once('}')
        {
            put(Piece::Text(text));
            // Of several forms the last has every place.
            let mut places = form(english, "").split('{').skip(1).map(|place| place.split('}').next());
            let at = places.position(|place| place == Some(name)).unwrap_or(usize::MAX);
            put(Piece::Place(at));
            rest = after;
        }
        put(Piece::Text(rest));
    }
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
    let mut lines = text.split('\n');
    let mut last = lines.next().unwrap_or_default();
    while let (Some(name), Some(form)) = (lines.next(), lines.next()) {
        last = form;
        if name == category {
            break;
        }
    }
    last
}
