//! From articles to a story that passes the check, and to lines of facts, as processes.
#![allow(clippy::unwrap_used)]

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const POST: &str = "The last ferry\n\n\
    The bridge opened on 3 May 2020. The ferry made its last crossing on 7 May 2020.\n\n\
    \"We waited far too long for it,\" said the mayor, Ada Brandt. \"Nobody wants the old boat back.\"\n\n\
    Tom Weir, an engineer, recalls: \"Many people doubted it. Brandt told me, 'Build the bridge or find another town.'\"\n\n\
    The harbor had been quiet for weeks. Gulls sat on the pier, and the ropes lay where the crew had left them on the stones, wet and grey in the rain that came in from the sea every evening of that long spring. Children threw stones at the waves, dogs slept on the warm planks, and nobody could think of a reason to be there at all.\n\n\
    \"They never asked a single one of us,\" said Iris Cole, its captain. Rain fell, and \"It is over for all of them now\" stood on a wall.\n";

const HERALD: &str = "Bridge ends an era\n\n\
    \"Nobody wants the old boat back,\" Brandt said on Thursday.\n\n\
    \"My grandmother sailed on that ferry,\" said Lena Marsh, a teacher. \"It smelled of tar and oranges.\"\n\n\
    A new bridge over the sound opened on 3 May 2020. People walked over the bridge in groups, looked down at the water, and said little. A band played on the far side, but the wind took most of it, and the children went home early with their lanterns.\n";

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("post.txt"), POST).unwrap();
    std::fs::write(folder.join("herald.txt"), HERALD).unwrap();
    folder
}

fn run(folder: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    let verbatim = Command::new(env!("CARGO_BIN_EXE_verbatim")).args(arguments).current_dir(folder).output();
    let Output { status, stdout, stderr } = verbatim.unwrap();
    (status.code(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
}

fn story(folder: &Path, arguments: &[&str]) -> (Value, String) {
    let (code, out, error) = run(folder, &[&["draft"], arguments].concat());
    assert_eq!(code, Some(0), "{error}");
    (serde_json::from_str(&out).unwrap(), error)
}

fn texts<'a>(story: &'a Value, list: &str, path: &str) -> Vec<&'a str> {
    story[list].as_array().unwrap().iter().map(|one| one.pointer(path).unwrap().as_str().unwrap()).collect()
}

#[test]
fn drafts_a_story_that_passes_the_check() {
    let folder = folder("one");
    let (story, error) =
        story(&folder, &["post.txt", "--publisher", "The Harbour Post", "--date", "2020-05-13"]);
    assert_eq!(story["title"], "The last ferry");
    assert_eq!(texts(&story, "people", "/name"), ["Ada Brandt", "Tom Weir", "Iris Cole"]);
    let quotes = texts(&story, "statements", "/quote/exact");
    assert!(quotes.contains(&"Build the bridge or find another town."), "{quotes:?}");
    assert!(quotes.contains(&"Many people doubted it."), "{quotes:?}");
    assert_eq!(texts(&story, "events", "/when"), ["2020-05-03", "2020-05-07"]);
    assert!(error.contains("left out") && error.contains("It is over for all"), "{error}");

    std::fs::write(folder.join("story.json"), story.to_string()).unwrap();
    let (code, out, _) = run(&folder, &["check", "story.json", "--against", "post.txt"]);
    assert_eq!((code, out.as_str()), (Some(0), "nothing found in 1 file\n"));
}

#[test]
fn merges_articles() {
    let folder = folder("two");
    let arguments = [
        "post.txt",
        "herald.txt",
        "--publisher",
        "Post",
        "--publisher",
        "Herald",
        "--date",
        "2020-05-13",
        "-o",
        "story.json",
    ];
    let (code, _, error) = run(&folder, &[&["draft"], &arguments[..]].concat());
    assert_eq!(code, Some(0), "{error}");
    let story: Value =
        serde_json::from_str(&std::fs::read_to_string(folder.join("story.json")).unwrap()).unwrap();
    assert_eq!(texts(&story, "people", "/name"), ["Ada Brandt", "Tom Weir", "Iris Cole", "Lena Marsh"]);
    assert_eq!(texts(&story, "sources", "/publisher"), ["Post", "Herald"]);
    let quotes = texts(&story, "statements", "/quote/exact");
    assert_eq!(quotes.iter().filter(|quote| quote.contains("old boat")).count(), 1, "{quotes:?}");
    assert!(error.contains("has the same words"), "{error}");
    // The same day, the same verb, the same thing, in other words.
    assert_eq!(texts(&story, "events", "/when"), ["2020-05-03", "2020-05-07"], "{error}");
    assert!(error.contains("tells the same"), "{error}");
    let (code, out, _) =
        run(&folder, &["check", "story.json", "--against", "post.txt", "--against", "herald.txt"]);
    assert_eq!(code, Some(0), "{out}");
}

#[test]
fn says_what_it_can_not_do() {
    let folder = folder("none");
    std::fs::write(folder.join("empty.txt"), "Nothing was said.\n").unwrap();
    let (code, out, error) = run(&folder, &["draft", "empty.txt"]);
    assert_eq!((code, out.as_str()), (Some(1), ""));
    assert!(error.contains("support no question"), "{error}");
    let (code, _, error) = run(&folder, &["draft", "post.txt", "--language", "de"]);
    assert_eq!(code, Some(1));
    assert!(error.contains("every speaker is left open"), "{error}");
    assert_eq!(run(&folder, &["draft", "nowhere.txt"]).0, Some(2));
    assert_eq!(run(&folder, &["draft", "post.txt", "--date", "May"]).0, Some(2));
    assert_eq!(
        run(&folder, &["draft", "post.txt", "--date", "2020-05-01", "--date", "2020-05-02"]).0,
        Some(2)
    );
}

#[test]
fn says_that_speakers_are_left_open_in_other_languages() {
    let folder = folder("languages");
    let line = "{\"id\":\"a\",\"text\":\"\u{ab}Oui, nous partons demain matin\u{bb}, dit Anna Cole.\"}\n";
    std::fs::write(folder.join("fr.jsonl"), line.repeat(2)).unwrap();
    let (code, out, error) = run(&folder, &["facts", "--jsonl", "--language", "fr", "fr.jsonl"]);
    assert_eq!((code, error.lines().count()), (Some(0), 1), "{error}");
    assert!(error.contains("in fr every speaker is left open"), "{error}");
    let found: Value = serde_json::from_str(out.lines().next().unwrap()).unwrap();
    assert_eq!(found["quotes"][0]["text"], "Oui, nous partons demain matin");
    assert_eq!(found["quotes"][0]["speaker"], Value::Null);
}

#[test]
fn writes_facts_line_by_line_and_passes_over_a_broken_one() {
    let mut verbatim = Command::new(env!("CARGO_BIN_EXE_verbatim"))
        .args(["facts", "--jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = "{\"id\":\"a\",\"date\":\"2020-05-13\",\"text\":\"\u{e9} \\\"We waited,\\\" said Ada Brandt on Tuesday.\"}\n{broken\n\n{\"id\":\"b\",\"text\":\"\"}\n{\"id\":\"c\"}\n";
    verbatim.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    let output = verbatim.wait_with_output().unwrap();
    let out = String::from_utf8(output.stdout).unwrap();
    let found: Vec<Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((output.status.code(), found.len()), (Some(1), 2));
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(error.contains("line 2: ") && error.contains("line 5: missing field `text`"), "{error}");
    assert_eq!(error.lines().count(), 2, "nothing but what is wrong, where nobody watches: {error}");
    // Sorted: whether a map keeps its order is up to what else is built with the command.
    let keys = |value: &Value| {
        let mut keys: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
        keys.sort_unstable();
        keys.join(" ")
    };
    assert_eq!(keys(&found[0]), "id order quotes timex");
    assert_eq!(keys(&found[0]["quotes"][0]), "end rule speaker speaker_end speaker_start start text tier");
    assert_eq!(keys(&found[0]["timex"][0]), "end start type value");
    let quote = &found[0]["quotes"][0];
    // Code points, not bytes.
    assert_eq!((&quote["start"], &quote["end"]), (&3.into(), &13.into()));
    assert_eq!((&quote["speaker"], &quote["tier"]), (&"Ada Brandt".into(), &"sure".into()));
    assert_eq!(found[0]["timex"][0]["value"], "2020-05-12");
    assert_eq!(found[1]["quotes"], Value::Array(Vec::new()));
}
