//! The command as a process: how it ends, and what goes where.
#![allow(clippy::unwrap_used)]

use std::io::Read as _;
use std::process::{Command, Output, Stdio};

fn verbatim(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_verbatim"));
    command.args(arguments).current_dir("../../tests/check/cases");
    command
}

fn run(arguments: &[&str]) -> (Option<i32>, String, String) {
    let Output { status, stdout, stderr } = verbatim(arguments).output().unwrap();
    (status.code(), String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap())
}

#[test]
fn nothing_found_ends_with_zero() {
    assert_eq!(run(&["check", "sound.json"]), (Some(0), "nothing found in 1 file\n".into(), String::new()));
    assert_eq!(run(&["check", "sound.json", "--format", "json"]), (Some(0), "[]\n".into(), String::new()));
}

#[test]
fn findings_end_with_one_and_have_no_colours_in_a_pipe() {
    for story in ["evidence-not-found.json", "unused-person.json", "not-utf8.json", "not-json-empty.json"] {
        let (code, out, error) = run(&["check", "sound.json", story]);
        assert_eq!((code, error.as_str()), (Some(1), ""), "{story}");
        assert!(out.contains(story) && out.ends_with("in 2 files\n") && !out.contains('\x1b'), "{out}");
    }
}

#[test]
fn what_can_not_be_read_ends_with_two_and_the_rest_is_checked() {
    let (code, out, error) = run(&["check", "nowhere.json", "unknown-id.json", "."]);
    assert_eq!(code, Some(2));
    assert!(out.contains("error[unknown-id]") && out.ends_with("2 errors in 1 file\n"), "{out}");
    assert!(error.contains("nowhere.json") && error.lines().count() == 2, "{error}");
}

#[test]
fn an_article_that_can_not_be_read_ends_with_two() {
    for article in ["nowhere.txt", "not-utf8.json"] {
        let (code, out, error) = run(&["check", "sound.json", "--against", article]);
        assert_eq!((code, out.as_str()), (Some(2), ""), "{article}");
        assert!(error.contains(article), "{error}");
    }
}

#[test]
fn what_is_not_understood_ends_with_two() {
    for arguments in [&["check"][..], &["check", "--format", "xml", "sound.json"], &["chekc"], &[]] {
        assert_eq!(run(arguments).0, Some(2), "{arguments:?}");
    }
}

#[test]
fn help_says_how_it_ends() {
    let (code, out, _) = run(&["check", "--help"]);
    assert_eq!(code, Some(0));
    assert!(out.contains("Exit codes"), "{out}");
}

#[test]
fn json_is_json() {
    let (code, out, _) = run(&["check", "--format", "json", "order-cycle.json", "unused-person.json"]);
    assert_eq!(code, Some(1));
    let found: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(found[0]["code"], "order-cycle");
    assert_eq!(found[0]["range"]["start"], serde_json::json!({ "line": 12, "column": 5, "offset": 729 }));
    assert_eq!(found[0]["related"].as_array().unwrap().len(), 3);
    assert_eq!((&found[1]["severity"], &found[1]["file"]), (&"warning".into(), &"unused-person.json".into()));
}

#[test]
fn prints_the_schema() {
    let (code, out, _) = run(&["schema"]);
    assert_eq!((code, out), (Some(0), verbatim_core::schema::story()));
}

#[test]
fn a_closed_pipe_is_no_failure() {
    let mut child = verbatim(&["schema"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let mut error = String::new();
    child.stderr.take().unwrap().read_to_string(&mut error).unwrap();
    assert_eq!((child.wait().unwrap().code(), error.as_str()), (Some(0), ""));
}
