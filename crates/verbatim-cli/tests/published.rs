//! Two articles by others, where they lie beside the project: what is found in them and
//! drafted from them, against the story that was written from them by hand.
#![allow(clippy::unwrap_used)]

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

const BY_HAND: &str = include_str!("../../../questions/air-force-one.json");

/// The articles in order; none where they are missing, which is said.
fn articles() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/articles");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        eprintln!("skipped: there are no articles in {}", folder.display());
        return Vec::new();
    };
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    files
}

fn verbatim(arguments: &[&str]) -> (Option<i32>, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_verbatim")).args(arguments).output().unwrap();
    (output.status.code(), String::from_utf8(output.stdout).unwrap())
}

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().map_or(&[], Vec::as_slice)
}

fn name(story: &Value, id: &Value) -> String {
    let person = list(story, "people").iter().find(|person| person["id"] == *id).unwrap();
    person["name"].as_str().unwrap().to_owned()
}

fn words(statement: &Value) -> &str {
    statement["quote"]["exact"].as_str().unwrap()
}

/// Whether a name or a phrase can mean the person who speaks by hand: by hand phrases are fuller.
fn is_same(found: &str, by_hand: &str) -> bool {
    let last = |name: &str| name.rsplit(' ').next().unwrap_or_default().to_lowercase();
    last(found) == last(by_hand)
}

/// Every quotation of a line of facts, those within others too, with its speaker.
fn quotations<'a>(quotes: &'a [Value], found: &mut Vec<(&'a str, Option<&'a str>)>) {
    for quote in quotes {
        found.push((quote["text"].as_str().unwrap(), quote["speaker"].as_str()));
        quotations(list(quote, "inside"), found);
    }
}

#[test]
fn finds_every_direct_quotation_and_no_wrong_speaker() {
    let files = articles();
    if files.is_empty() {
        return;
    }
    let lines = files.iter().map(|file| {
        let text = std::fs::read_to_string(file).unwrap();
        json!({ "id": "a", "date": "2021-02-21", "text": text }).to_string() + "\n"
    });
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("published.jsonl");
    std::fs::write(&path, lines.collect::<String>()).unwrap();
    let (code, out) = verbatim(&["facts", "--jsonl", path.to_str().unwrap()]);
    assert_eq!(code, Some(0));
    let facts: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let mut found = Vec::new();
    facts.iter().for_each(|facts| quotations(list(facts, "quotes"), &mut found));

    let story: Value = serde_json::from_str(BY_HAND).unwrap();
    let mut open = 0;
    for statement in list(&story, "statements").iter().filter(|statement| statement["form"] == "direct") {
        // The innermost that has the words: whoever uttered them, not who passed them on.
        let innermost = found.iter().filter(|(text, _)| text.contains(words(statement)));
        let innermost = innermost.min_by_key(|(text, _)| text.len());
        let (_, speaker) = innermost.unwrap_or_else(|| panic!("not found: {}", words(statement)));
        let known = name(&story, &statement["speaker"]);
        match speaker {
            // Who is meant by it is decided when a story is made.
            Some("the president") => assert_eq!(known, "Donald Trump"),
            Some(speaker) => assert!(is_same(speaker, &known), "{speaker}, {known}: {}", words(statement)),
            None => open += 1,
        }
    }
    assert!(open <= 1, "{open} speakers are left open");
}

#[test]
fn drafts_a_story_with_the_speakers_that_it_has_by_hand() {
    let files = articles();
    if files.is_empty() {
        return;
    }
    let files: Vec<&str> = files.iter().map(|file| file.to_str().unwrap()).collect();
    let (code, drafted) = verbatim(&[&["draft", "--date", "2021-02-21"], &files[..]].concat());
    assert_eq!(code, Some(0));
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("published.json");
    std::fs::write(&path, &drafted).unwrap();
    let against = files.iter().flat_map(|file| ["--against", file]);
    let arguments: Vec<&str> = ["check", path.to_str().unwrap()].into_iter().chain(against).collect();
    let (code, out) = verbatim(&arguments);
    assert_eq!(code, Some(0), "{out}");

    let drafted: Value = serde_json::from_str(&drafted).unwrap();
    let by_hand: Value = serde_json::from_str(BY_HAND).unwrap();
    let reporters = |story: &Value, statement: &Value| -> Vec<String> {
        list(statement, "reported_by").iter().map(|id| name(story, id)).collect()
    };
    let mut same = 0;
    for known in list(&by_hand, "statements").iter().filter(|statement| statement["form"] == "direct") {
        for found in list(&drafted, "statements") {
            if !words(found).contains(words(known)) && !words(known).contains(words(found)) {
                continue;
            }
            same += 1;
            let (one, other) = (name(&drafted, &found["speaker"]), name(&by_hand, &known["speaker"]));
            assert!(is_same(&one, &other), "{one}, {other}: {}", words(found));
            assert_eq!(reporters(&drafted, found), reporters(&by_hand, known), "{}", words(found));
        }
    }
    assert!(same >= 18, "{same}");
}
