//! A message as a table and a translation's file have it.

use std::collections::BTreeMap;

use serde_json::Value;

/// A message: one text, or one for each plural category.
#[derive(Debug, PartialEq)]
pub enum Message {
    One(String),
    Forms(BTreeMap<String, String>),
}

impl Message {
    /// As it stands in a file.
    pub fn of_file(value: Value) -> Self {
        let text = |value: Value| match value {
            Value::String(text) => text,
            other => panic!("{other} is no text"),
        };
        match value {
            Value::Object(forms) => {
                Self::Forms(forms.into_iter().map(|(name, form)| (name, text(form))).collect())
            }
            value => Self::One(text(value)),
        }
    }

    /// As it stands in a table.
    pub fn of_table(text: &str) -> Self {
        let lines: Vec<&str> = text.split('\n').collect();
        match lines.as_slice() {
            [text] => Self::One((*text).to_owned()),
            [_, forms @ ..] => {
                let pairs = forms.chunks_exact(2).map(|pair| (pair[0].to_owned(), pair[1].to_owned()));
                Self::Forms(pairs.collect())
            }
            [] => unreachable!("a text has a line"),
        }
    }

    pub fn texts(&self) -> Vec<&str> {
        match self {
            Self::One(text) => vec![text],
            Self::Forms(forms) => forms.values().map(String::as_str).collect(),
        }
    }

    /// The text that has every place.
    pub fn whole(&self) -> &str {
        match self {
            Self::One(text) => text,
            Self::Forms(forms) => &forms["other"],
        }
    }

    /// As JSON on a line.
    pub fn written(&self) -> String {
        let quoted = |text: &str| Value::from(text).to_string();
        match self {
            Self::One(text) => quoted(text),
            Self::Forms(forms) => {
                let forms = forms.iter().map(|(name, form)| format!("{}: {}", quoted(name), quoted(form)));
                format!("{{ {} }}", forms.collect::<Vec<_>>().join(", "))
            }
        }
    }
}

/// The names of the places of a text.
pub fn places(text: &str) -> Vec<&str> {
    text.split('{').skip(1).map(|rest| rest.split_once('}').expect("a place is closed").0).collect()
}

pub fn sorted<'a>(places: &[&'a str]) -> Vec<&'a str> {
    let mut places = places.to_vec();
    places.sort_unstable();
    places
}
