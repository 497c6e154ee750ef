//! The languages of each table of messages: each has every message, in the same order, with every
//! place and every plural form that it needs, and none is left in English. What reads them is
//! tested where it stands, in `verbatim-messages`.
#![allow(clippy::unwrap_used, missing_docs, dead_code)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use verbatim_messages::{Table, Texts, direction, quiz};

mod message;

use message::{Message, places, sorted};

/// The widget's table and those of pages, each with the folder of its languages.
macro_rules! tables {
    ($($name:ident $path:literal $folder:literal,)*) => {
        $(#[path = $path] mod $name;)*

        const TABLES: &[Messages] = &[Messages::of::<quiz::Say>(""), $(Messages::of::<$name::Say>($folder),)*];
    };
}

tables! {
    keep "../../keep/src/messages/table.rs" "keep",
    pupil "../../class/src/pupil/messages/table.rs" "pupil",
    class "../../class/src/class/messages/table.rs" "class",
    collected "../../class/src/class/messages/collected.rs" "collected",
}

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

/// Messages that are the same in English, by their file, and why that is no mistake.
const SAME: &[(&str, &str, &str)] = &[
    ("de.json", "test", "the German word is the English one"),
    ("pupil/fr.json", "plan", "the French word is the English one"),
    ("class/ar.json", "a4", "a size of paper is called so everywhere"),
    ("class/es.json", "a4", "a size of paper is called so everywhere"),
    ("class/fr.json", "a4", "a size of paper is called so everywhere"),
    ("class/ko.json", "a4", "a size of paper is called so everywhere"),
    ("class/pt.json", "a4", "a size of paper is called so everywhere"),
    ("class/zh.json", "a4", "a size of paper is called so everywhere"),
    ("class/de.json", "quiz", "the German word is the English one"),
    ("class/de.json", "name-line", "the German word is the English one"),
    ("class/fr.json", "questions", "the French word is the English one"),
    ("class/fr.json", "quiz", "the French word is the English one"),
    ("class/fr.json", "minutes", "the French word is the English one"),
    ("class/fr.json", "date-line", "the French word is the English one"),
    ("class/fr.json", "points-of", "the French word is the English one"),
    ("class/pt.json", "quiz", "the Portuguese word is the English one"),
    ("collected/de.json", "quiz", "the German word is the English one"),
    ("collected/fr.json", "question", "the French word is the English one"),
    ("collected/fr.json", "discrimination", "the French word is the English one"),
    ("collected/fr.json", "points", "the French word is the English one"),
    ("collected/fr.json", "quiz", "the French word is the English one"),
    ("collected/pt.json", "quiz", "the Portuguese word is the English one"),
];

/// A table, and where its languages are.
struct Messages {
    /// Within `languages/`.
    folder: &'static str,
    english: &'static str,
    /// The language and the locale that a file says it is, as the page reads it.
    tags: fn(&str) -> [String; 2],
}

impl Messages {
    const fn of<S: Table>(folder: &'static str) -> Self {
        let tags = |file: &str| {
            let texts = Texts::<S>::parse(file);
            [S::LANGUAGE, S::LOCALE].map(|say| texts.text(say).to_owned())
        };
        Self { folder, english: S::ENGLISH, tags }
    }

    fn path(&self, language: &str) -> PathBuf {
        let all = Path::new(env!("CARGO_MANIFEST_DIR")).join("../languages");
        all.join(self.folder).join([language, ".json"].concat())
    }

    /// A language's file as failures name it.
    fn name(&self, language: &str) -> String {
        Path::new(self.folder).join([language, ".json"].concat()).display().to_string()
    }

    fn file(&self, language: &str) -> String {
        let path = self.path(language);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// The messages of a language's file.
    fn messages(&self, language: &str) -> BTreeMap<String, Message> {
        let read: BTreeMap<String, Value> = serde_json::from_str(&self.file(language)).unwrap();
        read.into_iter().map(|(name, value)| (name, Message::of_file(value))).collect()
    }

    /// The names and English texts of the table, in its order.
    fn table(&self) -> Vec<(&'static str, Message)> {
        let parts: Vec<&str> = self.english.split_terminator('\0').collect();
        parts.chunks_exact(2).map(|pair| (pair[0], Message::of_table(pair[1]))).collect()
    }
}

/// Each table in each language.
fn each() -> impl Iterator<Item = (&'static Messages, &'static str)> {
    TABLES.iter().flat_map(|table| LANGUAGES.iter().map(move |(language, ..)| (table, *language)))
}

#[test]
fn english_is_written_out_for_translators() {
    for messages in TABLES {
        let lines: Vec<String> = messages
            .table()
            .iter()
            .map(|(name, message)| format!("  {}: {}", Value::from(*name), message.written()))
            .collect();
        let out = format!("{{\n{}\n}}\n", lines.join(",\n"));
        let path = messages.path("en");
        if std::env::var_os("UPDATE").is_some() {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, &out).unwrap();
        }
        let kept = fs::read_to_string(&path).unwrap_or_default();
        assert!(kept == out, "{} differs from the table: run this test with UPDATE=1", messages.name("en"));
    }
}

#[test]
fn every_language_has_every_message() {
    for table in TABLES {
        let folder = table.path("en");
        let files = fs::read_dir(folder.parent().unwrap()).unwrap();
        let files: BTreeSet<String> = files
            .filter_map(|file| {
                file.unwrap().file_name().into_string().unwrap().strip_suffix(".json").map(String::from)
            })
            .collect();
        let known: BTreeSet<String> = LANGUAGES.iter().map(|(language, ..)| (*language).to_owned()).collect();
        assert_eq!(
            files, known,
            "{:?}: LANGUAGES lacks a file, or names one that is not there",
            table.folder
        );
    }
    for (table, language) in each() {
        let name = table.name(language);
        let found: BTreeSet<String> = table.messages(language).into_keys().collect();
        let wanted: BTreeSet<String> = table.table().iter().map(|(name, _)| (*name).to_owned()).collect();
        assert_eq!(found, wanted, "{name}");
        // In the order of English: so that translators find what stands beside it.
        let file = table.file(language);
        let place = |name: &str| file.find(&format!("\n  \"{name}\":")).expect("a message a line");
        let order: Vec<usize> = table.table().iter().map(|(name, _)| place(name)).collect();
        assert!(order.is_sorted(), "{name}: the messages are in another order than in English");
    }
}

#[test]
fn places_are_those_of_english() {
    let mut wrong = Vec::new();
    for (table, language) in each() {
        let messages = table.messages(language);
        for (name, english) in table.table() {
            let wanted = places(english.whole());
            let unique: BTreeSet<_> = wanted.iter().collect();
            assert_eq!(unique.len(), wanted.len(), "{name}: a place stands twice");
            let mut check = |category: &str, text: &str| {
                let found = sorted(&places(text));
                // The number itself may be told in words: "both", "a question".
                let told = !["", "other"].contains(&category)
                    && wanted.split_last().is_some_and(|(_, counted)| found == sorted(counted));
                if found != sorted(&wanted) && !told {
                    wrong.push(format!("{}: {name}: {category}: {text}", table.name(language)));
                }
            };
            match &messages[name] {
                Message::One(text) => check("", text),
                Message::Forms(forms) => forms.iter().for_each(|(category, form)| check(category, form)),
            }
        }
    }
    assert!(wrong.is_empty(), "places are missing or unknown:\n{}", wrong.join("\n"));
}

#[test]
fn plurals_have_the_categories_of_their_language() {
    for table in TABLES {
        for (language, _, _, categories) in LANGUAGES {
            let wanted: BTreeSet<&str> = categories.iter().copied().collect();
            let (messages, file) = (table.messages(language), table.name(language));
            for (name, english) in table.table() {
                match (&messages[name], english) {
                    (Message::One(_), Message::One(_)) => {}
                    (Message::Forms(forms), Message::Forms(_)) => {
                        let found: BTreeSet<&str> = forms.keys().map(String::as_str).collect();
                        assert_eq!(found, wanted, "{file}: {name}");
                    }
                    (found, _) => panic!("{file}: {name}: plural forms or none? {found:?}"),
                }
            }
        }
    }
}

#[test]
fn nothing_is_left_in_english() {
    let is_words =
        |text: &str| text.split(['{', '}']).step_by(2).any(|part| part.contains(char::is_alphabetic));
    let mut left = Vec::new();
    let mut excused = BTreeSet::new();
    for (table, language) in each().filter(|(_, language)| *language != "en") {
        let (messages, file) = (table.messages(language), table.name(language));
        for (name, english) in table.table() {
            let english = english.texts();
            for text in messages[name].texts() {
                if !english.contains(&text) || !is_words(text) {
                    continue;
                }
                match SAME.iter().find(|(of, same, _)| *of == file && *same == name) {
                    Some(same) => _ = excused.insert(same),
                    None => left.push(format!("{file}: {name}: {text}")),
                }
            }
        }
    }
    assert!(left.is_empty(), "as in English:\n{}", left.join("\n"));
    assert_eq!(excused.len(), SAME.len(), "SAME excuses what differs");
}

#[test]
fn texts_are_tidy() {
    for (table, language) in each() {
        let file = table.name(language);
        for (name, message) in table.messages(language) {
            for text in message.texts() {
                let is_between = name.starts_with("between-");
                assert!(is_between || !text.is_empty(), "{file}: {name} is empty");
                assert!(is_between || text.trim() == text, "{file}: {name}: {text:?} has spaces around");
                assert!(!text.contains("  ") && !text.contains(['\n', '\0', '\t']), "{file}: {name}");
                assert!(!text.contains(['"', '<', '>']), "{file}: {name}: {text}");
            }
        }
    }
}

#[test]
fn files_say_which_language_they_are() {
    let locales = |table: &Messages, language: &str| (table.tags)(&table.file(language));
    for table in TABLES {
        for (language, tag, dir, _) in LANGUAGES {
            let [said, locale] = locales(table, language);
            assert_eq!((said.as_str(), direction(&said)), (*tag, *dir), "{}", table.name(language));
            let [_, widget] = locales(&TABLES[0], language);
            assert_eq!(locale, widget, "{}", table.name(language));
        }
    }
}
