//! The interface's languages: each has every message, with every place and every
//! plural form that it needs, and none is left in English. What reads them in the
//! widget is compiled here too, since that is a program and no library.
#![allow(clippy::unwrap_used, missing_docs, dead_code)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

#[path = "../src/messages/direction.rs"]
mod direction;
#[path = "../src/messages/table.rs"]
mod table;
#[path = "../src/messages/texts.rs"]
mod texts;

use direction::direction;
use table::{ENGLISH, Say};
use texts::{Piece, Texts};

/// Each language with its tag, its direction and the categories that its whole
/// numbers take, by the plural rules of CLDR 46.
const LANGUAGES: &[(&str, &str, &str, &[&str])] = &[
    ("ar", "ar", "rtl", &["zero", "one", "two", "few", "many", "other"]),
    ("de", "de", "ltr", &["one", "other"]),
    ("en", "en", "ltr", &["one", "other"]),
    ("es", "es", "ltr", &["one", "many", "other"]),
    ("fr", "fr", "ltr", &["one", "many", "other"]),
    ("ko", "ko", "ltr", &["other"]),
    ("pt", "pt-BR", "ltr", &["one", "many", "other"]),
    ("zh", "zh-Hans", "ltr", &["other"]),
];

/// Messages that are the same in English, and why that is no mistake.
const SAME: &[(&str, &str, &str)] = &[("de", "test", "the German word is the English one")];

/// A message: one text, or one for each plural category.
#[derive(Debug, PartialEq)]
enum Message {
    One(String),
    Forms(BTreeMap<String, String>),
}

impl Message {
    fn texts(&self) -> Vec<&str> {
        match self {
            Self::One(text) => vec![text],
            Self::Forms(forms) => forms.values().map(String::as_str).collect(),
        }
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../languages")
}

fn file(language: &str) -> String {
    let path = folder().join([language, ".json"].concat());
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The messages of a language's file.
fn messages(language: &str) -> BTreeMap<String, Message> {
    let read: BTreeMap<String, Value> = serde_json::from_str(&file(language)).unwrap();
    let text = |value: Value| match value {
        Value::String(text) => text,
        other => panic!("{language}: {other} is no text"),
    };
    let message = |value: Value| match value {
        Value::Object(forms) => {
            Message::Forms(forms.into_iter().map(|(name, form)| (name, text(form))).collect())
        }
        value => Message::One(text(value)),
    };
    read.into_iter().map(|(name, value)| (name, message(value))).collect()
}

/// The names and English texts of the table, in its order.
fn table() -> Vec<(&'static str, Message)> {
    let parts: Vec<&str> = ENGLISH.split_terminator('\0').collect();
    let message = |text: &str| {
        let lines: Vec<&str> = text.split('\n').collect();
        match lines.as_slice() {
            [text] => Message::One((*text).to_owned()),
            [_, forms @ ..] => {
                let pairs = forms.chunks_exact(2).map(|pair| (pair[0].to_owned(), pair[1].to_owned()));
                Message::Forms(pairs.collect())
            }
            [] => unreachable!("a text has a line"),
        }
    };
    parts.chunks_exact(2).map(|pair| (pair[0], message(pair[1]))).collect()
}

/// The names of the places of a text.
fn places(text: &str) -> Vec<&str> {
    text.split('{').skip(1).map(|rest| rest.split_once('}').expect("a place is closed").0).collect()
}

fn sorted<'a>(places: &[&'a str]) -> Vec<&'a str> {
    let mut places = places.to_vec();
    places.sort_unstable();
    places
}

#[test]
fn english_is_written_out_for_translators() {
    let quoted = |text: &str| serde_json::to_string(text).unwrap();
    let mut out = String::from("{");
    for (at, (name, message)) in table().iter().enumerate() {
        let value = match message {
            Message::One(text) => quoted(text),
            Message::Forms(forms) => {
                let forms = forms.iter().map(|(name, form)| format!("{}: {}", quoted(name), quoted(form)));
                format!("{{ {} }}", forms.collect::<Vec<_>>().join(", "))
            }
        };
        write!(out, "{}\n  {}: {value}", if at == 0 { "" } else { "," }, quoted(name)).unwrap();
    }
    out.push_str("\n}\n");
    let path = folder().join("en.json");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &out).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == out, "languages/en.json differs from the table: run this test with UPDATE=1");
}

#[test]
fn every_language_is_listed() {
    let files = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name());
    let files = files.map(|name| name.into_string().unwrap());
    let found: BTreeSet<String> =
        files.filter_map(|name| name.strip_suffix(".json").map(str::to_owned)).collect();
    let listed: BTreeSet<String> = LANGUAGES.iter().map(|(file, ..)| (*file).to_owned()).collect();
    assert_eq!(found, listed);
}

#[test]
fn every_language_has_every_message_in_the_same_order() {
    let names: BTreeSet<&str> = table().iter().map(|(name, _)| *name).collect();
    assert_eq!(names.len(), table().len(), "a name is given twice");
    for (language, ..) in LANGUAGES {
        let messages = messages(language);
        let found: BTreeSet<&str> = messages.keys().map(String::as_str).collect();
        let missing: Vec<_> = names.difference(&found).collect();
        let unknown: Vec<_> = found.difference(&names).collect();
        assert!(missing.is_empty() && unknown.is_empty(), "{language}: no {missing:?}; what is {unknown:?}?");
        let file = file(language);
        let place = |name: &str| file.find(&format!("\n  \"{name}\":")).expect("a message a line");
        let order: Vec<usize> = table().iter().map(|(name, _)| place(name)).collect();
        assert!(order.is_sorted(), "{language}: the messages are in another order than in English");
    }
}

#[test]
fn places_are_those_of_english() {
    let mut wrong = Vec::new();
    for (language, ..) in LANGUAGES {
        let messages = messages(language);
        for (name, english) in table() {
            let wanted = match &english {
                Message::One(text) => places(text),
                Message::Forms(forms) => places(&forms["other"]),
            };
            let unique: BTreeSet<_> = wanted.iter().collect();
            assert_eq!(unique.len(), wanted.len(), "{name}: a place stands twice");
            match &messages[name] {
                Message::One(text) if sorted(&places(text)) == sorted(&wanted) => {}
                Message::Forms(forms) => {
                    for (category, form) in forms {
                        let found = sorted(&places(form));
                        // The number itself may be told in words: "both", "a question".
                        let counted = &wanted[..wanted.len() - 1];
                        let told = category != "other" && found == sorted(counted);
                        if found != sorted(&wanted) && !told {
                            wrong.push(format!("{language}: {name}: {category}: {form}"));
                        }
                    }
                }
                Message::One(text) => wrong.push(format!("{language}: {name}: {text}")),
            }
        }
    }
    assert!(wrong.is_empty(), "places are missing or unknown:\n{}", wrong.join("\n"));
}

#[test]
fn plurals_have_the_categories_of_their_language() {
    for (language, _, _, categories) in LANGUAGES {
        let wanted: BTreeSet<&str> = categories.iter().copied().collect();
        let messages = messages(language);
        for (name, english) in table() {
            match (&messages[name], english) {
                (Message::One(_), Message::One(_)) => {}
                (Message::Forms(forms), Message::Forms(_)) => {
                    let found: BTreeSet<&str> = forms.keys().map(String::as_str).collect();
                    assert_eq!(found, wanted, "{language}: {name}");
                }
                (found, _) => panic!("{language}: {name}: plural forms or none? {found:?}"),
            }
        }
    }
}

#[test]
fn nothing_is_left_in_english() {
    let is_words = |text: &str| {
        let outside = text.split('{').map(|part| part.rsplit('}').next().unwrap_or_default());
        outside.flat_map(str::chars).any(char::is_alphabetic)
    };
    let mut left = Vec::new();
    let mut excused = BTreeSet::new();
    for (language, ..) in LANGUAGES.iter().filter(|(language, ..)| *language != "en") {
        let messages = messages(language);
        for (name, english) in table() {
            let english = english.texts();
            for text in messages[name].texts() {
                if !english.contains(&text) || !is_words(text) {
                    continue;
                }
                match SAME.iter().find(|(of, same, _)| of == language && *same == name) {
                    Some(same) => _ = excused.insert(same),
                    None => left.push(format!("{language}: {name}: {text}")),
                }
            }
        }
    }
    assert!(left.is_empty(), "as in English:\n{}", left.join("\n"));
    assert_eq!(excused.len(), SAME.len(), "SAME excuses what differs");
}

#[test]
fn texts_are_tidy() {
    for (language, ..) in LANGUAGES {
        for (name, message) in messages(language) {
            for text in message.texts() {
                let is_between = name.starts_with("between-");
                assert!(is_between || !text.is_empty(), "{language}: {name} is empty");
                assert!(is_between || text.trim() == text, "{language}: {name}: {text:?} has spaces around");
                assert!(!text.contains("  ") && !text.contains(['\n', '\0', '\t']), "{language}: {name}");
                assert!(!text.contains(['"', '<', '>']), "{language}: {name}: {text}");
            }
        }
    }
}

#[test]
fn files_say_which_language_they_are() {
    for (language, tag, dir, _) in LANGUAGES {
        let texts = Texts::parse(&file(language));
        assert_eq!(texts.text(Say::Language), *tag);
        assert_eq!(direction(texts.text(Say::Language)), *dir);
    }
    for (tag, dir) in
        [("fa", "rtl"), ("he-IL", "rtl"), ("az-Arab", "rtl"), ("ur-Latn", "ltr"), ("en", "ltr"), ("", "ltr")]
    {
        assert_eq!(direction(tag), dir, "{tag}");
    }
}

/// A message with what stands in for its arguments: the first is `<0>`.
fn filled(texts: &Texts, say: Say, category: &str) -> String {
    let mut out = String::new();
    texts.pieces(say, category, &mut |piece| match piece {
        Piece::Text(text) => out.push_str(text),
        Piece::Place(at) => write!(out, "<{at}>").unwrap(),
    });
    out
}

#[test]
fn arguments_go_where_the_language_has_them() {
    let cases = [
        ("en", Say::Progress, "", "Question <0> of <1>"),
        ("en", Say::Points, "one", "<0> of <1> point"),
        ("en", Say::Points, "other", "<0> of <1> points"),
        ("en", Say::Points, "few", "<0> of <1> points"),
        ("en", Say::LostPairs, "one", "This pair costs a point:"),
        ("ko", Say::Progress, "", "<1>문항 중 <0>번"),
        ("ko", Say::Points, "other", "<1>점 만점에 <0>점"),
        ("zh", Say::SaidWhat, "", "下列哪一句是<0>说的？"),
        ("ar", Say::Questions, "two", "سؤالان"),
        ("ar", Say::Questions, "few", "<0> أسئلة"),
        ("de", Say::Quoted, "", "„<0>“"),
    ];
    for (language, say, category, wanted) in cases {
        assert_eq!(filled(&Texts::parse(&file(language)), say, category), wanted);
    }
}

#[test]
fn what_cannot_be_read_is_english() {
    let english = Texts::english();
    let whole = file("de");
    for broken in ["", "null", "[]", "{", "<!doctype html>", "\u{feff}", &whole[..whole.len() / 2]] {
        let texts = Texts::parse(broken);
        assert_eq!(texts.text(Say::Check), english.text(Say::Check), "{broken:?}");
        assert_eq!(filled(&texts, Say::Points, "one"), filled(&english, Say::Points, "one"), "{broken:?}");
    }
    // One message that is none costs only itself.
    let texts = Texts::parse(r#"{ "check": 7, "points": "so", "skip": "Später", "new": {}, "more": {} }"#);
    assert_eq!(texts.text(Say::Check), "Check");
    assert_eq!(filled(&texts, Say::Points, "other"), "<0> of <1> points");
    assert_eq!(texts.text(Say::Skip), "Später");
    assert_eq!(filled(&texts, Say::More, "other"), "and <0> more");
    // A place that is not closed, or unknown, is no place.
    let texts = Texts::parse(r#"{ "progress": "{count} {at", "given": "{nobody} {at}" }"#);
    assert_eq!(filled(&texts, Say::Progress, ""), "<1> {at");
    assert_eq!(filled(&texts, Say::Given, ""), " <1>");
}
