//! Every case in the folder, and that there is one for every code.

use std::path::{Path, PathBuf};

use verbatim_cli::Outcome;
use verbatim_core::finding::Problem;

use super::{check, generated, is_as_in};

/// The stories of the folder, by their names without the ending.
fn names() -> Vec<String> {
    let files = std::fs::read_dir("check/cases").unwrap().map(|entry| entry.unwrap().file_name());
    let files = files.map(|name| name.into_string().unwrap());
    let stories = files.filter_map(|name| name.strip_suffix(".json").map(str::to_owned));
    let mut names: Vec<String> = stories.filter(|name| !name.ends_with(".found")).collect();
    names.sort();
    names
}

fn file(name: &str, ending: &str) -> PathBuf {
    Path::new("check/cases").join([name, ending].concat())
}

#[test]
fn every_case_is_shown_as_it_was_kept() {
    let mut failures = Vec::new();
    for name in names() {
        let story = file(&name, ".json").display().to_string();
        let article = file(&name, ".article.txt");
        let mut arguments = vec![story];
        if article.exists() {
            arguments.extend(["--against".to_owned(), article.display().to_string()]);
        }
        let mut arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let (outcome, text) = check(&arguments);
        failures.extend(is_as_in(&file(&name, ".txt"), &text).err());
        let expected = if name.starts_with("sound") { Outcome::Clean } else { Outcome::Findings };
        if outcome != expected {
            failures.push(format!("{name}: ended as {outcome:?}"));
        }
        let kept = file(&name, ".found.json");
        if kept.exists() {
            arguments.extend(["--format", "json"]);
            failures.extend(is_as_in(&kept, &check(&arguments).1).err());
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn every_code_has_a_case() {
    let names = names();
    let shown = |name: &String, code: &str| {
        std::fs::read_to_string(file(name, ".txt")).unwrap_or_default().contains(&format!("[{code}]"))
    };
    for code in Problem::CODES {
        let named = |name: &&String| {
            name.strip_prefix(code).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        };
        let mut cases = names.iter().filter(named);
        let has_case = cases.any(|name| shown(name, code)) || generated::CODES.contains(code);
        assert!(has_case, "no case shows `{code}`");
    }
}

#[test]
fn warnings_alone_are_findings() {
    let (outcome, text) = check(&["check/cases/unused-person.json"]);
    assert_eq!(outcome, Outcome::Findings);
    assert!(text.contains("warning[unused-person]") && text.ends_with("1 warning in 1 file\n"), "{text}");
}
