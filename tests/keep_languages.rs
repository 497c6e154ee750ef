//! The panel's languages: each has every message, in the same order, with every place and every
//! plural form that it needs. What reads them is tested with the widget's own (`languages.rs`).
#![allow(clippy::unwrap_used, missing_docs, dead_code)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

#[path = "../keep/src/messages/table.rs"]
mod table;

use table::ENGLISH;

/// A message's forms by plural category, or one text by none.
type Forms = Vec<(String, String)>;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../languages")
}

fn languages() -> BTreeSet<String> {
    let files =
        fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    files.filter(|name| name.ends_with(".json")).collect()
}

/// The messages of a file, in its order.
fn messages(path: &Path) -> Vec<(String, Forms)> {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let read: Map<String, Value> = serde_json::from_str(&text).unwrap();
    let place = |name: &str| text.find(&format!("\n  \"{name}\":")).expect("a message a line");
    let forms = |value: &Value| match value {
        Value::Object(forms) => {
            forms.iter().map(|(name, form)| (name.clone(), form.as_str().unwrap().to_owned())).collect()
        }
        one => vec![(String::new(), one.as_str().unwrap().to_owned())],
    };
    let mut messages: Vec<(String, Forms)> =
        read.iter().map(|(name, value)| (name.clone(), forms(value))).collect();
    messages.sort_by_key(|(name, _)| place(name));
    messages
}

fn table() -> Vec<(String, Forms)> {
    let parts: Vec<&str> = ENGLISH.split_terminator('\0').collect();
    let forms = |text: &str| match text.strip_prefix('\n') {
        None => vec![(String::new(), text.to_owned())],
        Some(forms) => {
            let lines: Vec<&str> = forms.split('\n').collect();
            lines.chunks_exact(2).map(|pair| (pair[0].to_owned(), pair[1].to_owned())).collect()
        }
    };
    parts.chunks_exact(2).map(|pair| (pair[0].to_owned(), forms(pair[1]))).collect()
}

fn places(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).map(|rest| rest.split_once('}').expect("a place is closed").0).collect()
}

fn categories(forms: &Forms) -> BTreeSet<&str> {
    forms.iter().map(|(category, _)| category.as_str()).collect()
}

#[test]
fn english_is_the_table() {
    assert_eq!(messages(&folder().join("keep/en.json")), table());
}

#[test]
fn every_language_of_the_widget_has_every_message_whole() {
    let english = table();
    assert!(languages().len() >= 8);
    for file in languages() {
        let own = messages(&folder().join("keep").join(&file));
        let names = |messages: &[(String, Forms)]| -> Vec<String> {
            messages.iter().map(|(name, _)| name.clone()).collect()
        };
        assert_eq!(names(&own), names(&english), "{file}");
        // The widget's own messages show which categories the language has.
        let widget = messages(&folder().join(&file));
        let (_, plural) = widget.iter().find(|(name, _)| name == "questions").unwrap();
        for ((name, forms), (_, wanted)) in own.iter().zip(&english) {
            if wanted.len() == 1 {
                assert_eq!(categories(forms), BTreeSet::from([""]), "{file}: {name}");
            } else {
                assert_eq!(categories(forms), categories(plural), "{file}: {name}");
            }
            let all = places(&wanted.last().unwrap().1);
            for (category, text) in forms {
                let found = places(text);
                // A form may tell its number in words.
                let is_whole =
                    found == all || (!["", "other"].contains(&category.as_str()) && found.is_empty());
                assert!(is_whole, "{file}: {name}: {text}");
                assert!(
                    text.trim() == text && !text.contains("  ") && !text.is_empty(),
                    "{file}: {name}: {text:?}"
                );
                assert!(!text.contains(['"', '<', '>', '\n']), "{file}: {name}: {text}");
            }
        }
        for tag in ["language", "locale"] {
            let of =
                |messages: &[(String, Forms)]| messages.iter().find(|(name, _)| name == tag).unwrap().clone();
            assert_eq!(of(&own), of(&widget), "{file}");
        }
    }
}

#[test]
fn nothing_is_left_in_english() {
    let english = table();
    for file in languages().iter().filter(|file| *file != "en.json") {
        for ((name, forms), (_, english)) in messages(&folder().join("keep").join(file)).iter().zip(&english)
        {
            for (_, text) in forms {
                let has_words =
                    text.split(['{', '}']).step_by(2).any(|part| part.contains(char::is_alphabetic));
                let is_english = english.iter().any(|(_, other)| other == text);
                assert!(!(has_words && is_english), "{file}: {name}: {text}");
            }
        }
    }
}
