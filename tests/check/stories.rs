//! The stories that are played: nothing may be found in them.

use std::path::PathBuf;

use verbatim_cli::Outcome;

use super::check;

/// The stories of the folder `questions`.
pub(crate) fn stories() -> Vec<PathBuf> {
    let files = std::fs::read_dir("../questions").unwrap().map(|entry| entry.unwrap().path());
    let is_story = |path: &PathBuf| {
        path.extension().is_some_and(|ending| ending == "json") && !path.ends_with("schema.json")
    };
    let mut stories: Vec<PathBuf> = files.filter(is_story).collect();
    stories.sort();
    assert!(!stories.is_empty());
    stories
}

#[test]
fn nothing_is_found_in_any_story() {
    for story in stories() {
        let (outcome, text) = check(&[story.to_str().unwrap()]);
        assert_eq!(outcome, Outcome::Clean, "{text}");
    }
}

#[test]
fn every_passage_of_our_own_article_stands_in_it() {
    let arguments = ["../questions/storvann.json", "--against", "../questions/articles/storvann.txt"];
    let (outcome, text) = check(&arguments);
    assert_eq!(outcome, Outcome::Clean, "{text}");
}

#[test]
fn every_passage_stands_in_its_article() {
    let folder = std::fs::read_dir("../../shared/articles").into_iter().flatten();
    let files = folder.map(|entry| entry.unwrap().path());
    let mut articles: Vec<String> = files
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .map(|path| path.to_str().unwrap().to_owned())
        .collect();
    articles.sort();
    if articles.is_empty() {
        println!("skipped: there are no articles in ../shared/articles");
        return;
    }
    let mut arguments = vec!["../questions/air-force-one.json"];
    arguments.extend(articles.iter().flat_map(|article| ["--against", article.as_str()]));
    let (outcome, text) = check(&arguments);
    assert_eq!(outcome, Outcome::Clean, "{text}");
    let (outcome, text) = check(&arguments[..3]);
    assert_eq!(outcome, Outcome::Findings, "one article does not hold the passages of both: {text}");
}

#[test]
fn every_story_can_be_chosen_by_a_teacher() {
    let page = std::fs::read_to_string("../class/pages/class.html").unwrap();
    for story in stories() {
        let name = story.file_name().unwrap().to_str().unwrap();
        let link = format!("<link rel=\"alternate\" type=\"application/json\" href=\"questions/{name}\">");
        assert!(page.contains(&link), "class/pages/class.html lacks {link}");
    }
}
