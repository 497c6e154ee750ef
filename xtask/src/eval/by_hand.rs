//! Compares what the engine finds in the two published articles with the story that was made of
//! them by hand, and lists every difference; whether one is a fault is for a person to say.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::repo;

const STORY: &str = "questions/air-force-one.json";

/// A quotation as the engine gives it.
struct Found {
    article: usize,
    words: String,
    speaker: Option<String>,
    /// Whether it stands within somebody else's words.
    is_inside: bool,
}

/// Prints the comparison; nothing where the articles are not there.
pub fn compare(articles: &Path) -> Result<()> {
    let mut files = Vec::new();
    for entry in fs::read_dir(articles).into_iter().flatten() {
        let path = entry?.path();
        if path.extension().is_some_and(|kind| kind == "txt") {
            files.push(path);
        }
    }
    files.sort();
    if files.is_empty() {
        return Ok(());
    }
    let mut found = Vec::new();
    for (number, file) in files.iter().enumerate() {
        let text = fs::read_to_string(file).with_context(|| format!("can't read {}", file.display()))?;
        collect(&facts(&text)?["quotes"], number, false, &mut found);
    }
    let story: Value = serde_json::from_str(&fs::read_to_string(repo::root().join(STORY))?)?;
    report(&story, &found);
    Ok(())
}

fn facts(text: &str) -> Result<Value> {
    let mut command = Command::new(repo::target().join("debug/verbatim"));
    command.args(["facts", "--jsonl"]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().context("can't start verbatim facts")?;
    let line = json!({ "id": "article", "title": "", "date": "2021-02-22", "text": text });
    if let Some(mut input) = child.stdin.take() {
        writeln!(input, "{line}")?;
    }
    let output = child.wait_with_output()?;
    ensure!(output.status.success(), "verbatim facts failed");
    Ok(serde_json::from_slice(&output.stdout)?)
}

fn collect(quotes: &Value, article: usize, is_inside: bool, found: &mut Vec<Found>) {
    for quote in quotes.as_array().into_iter().flatten() {
        let text = |name: &str| quote[name].as_str().map(str::to_owned);
        let (words, speaker) = (text("text").unwrap_or_default(), text("speaker"));
        found.push(Found { article, words, speaker, is_inside });
        collect(&quote["inside"], article, true, found);
    }
}

fn report(story: &Value, found: &[Found]) {
    let name = |id: &Value| -> String {
        let people = story["people"].as_array().into_iter().flatten();
        let person = people.into_iter().find(|person| person["id"] == *id);
        person.and_then(|person| person["name"].as_str()).unwrap_or("nobody").to_owned()
    };
    let mut used = vec![false; found.len()];
    let (mut right, mut open, mut all) = (0, 0, 0);
    println!("\nThe two articles against {STORY}, statement by statement:");
    for statement in story["statements"].as_array().into_iter().flatten() {
        let (id, exact) = (&statement["id"], statement["quote"]["exact"].as_str().unwrap_or_default());
        let id = id.as_str().unwrap_or_default();
        let speaker = name(&statement["speaker"]);
        // What is passed on stands within what its reporter says: the innermost is meant.
        let mut places = (0..found.len()).rev().filter(|&at| shares(&found[at].words, exact));
        let place = places.clone().find(|&at| found[at].is_inside).or(places.next());
        places_used(&mut used, found, exact);
        if statement["form"] == "reported" {
            let quoted = place.map_or("not drafted, being reported speech", |_| "its quoted words are found");
            println!("  {id}: {quoted}");
            continue;
        }
        all += 1;
        match place.map(|at| found[at].speaker.as_deref()) {
            None => println!("  {id}: not found"),
            Some(None) => {
                open += 1;
                println!("  {id}: open; by hand {speaker}");
            }
            Some(Some(drafted)) if is_same(drafted, &speaker) => right += 1,
            Some(Some(drafted)) => println!("  {id}: {drafted}; by hand {speaker}"),
        }
    }
    println!("  {right} of {all} direct statements with the same speaker, {open} left open");
    println!("Found, and not in the story:");
    for (quote, _) in found.iter().zip(used).filter(|(_, used)| !used) {
        let words: Vec<&str> = quote.words.split_whitespace().take(8).collect();
        let speaker = quote.speaker.as_deref().unwrap_or("open");
        println!("  article {}, {speaker}: {}", quote.article + 1, words.join(" "));
    }
}

fn places_used(used: &mut [bool], found: &[Found], exact: &str) {
    for (used, quote) in used.iter_mut().zip(found) {
        *used |= shares(&quote.words, exact);
    }
}

/// Whether a quotation and a statement share their words, line ends and spaces aside.
fn shares(quote: &str, exact: &str) -> bool {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (quote, exact) = (plain(quote), plain(exact));
    let (quote, exact) = (quote.trim_end_matches(['.', ',']), exact.trim_end_matches(['.', ',']));
    quote.contains(exact) || exact.contains(quote)
}

/// Whether two names or phrases mean one person: by the last word, articles aside.
fn is_same(one: &str, other: &str) -> bool {
    let last = |name: &str| name.to_lowercase().rsplit([' ', '\u{2019}']).next().map(str::to_owned);
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    last(&one) == last(&other) || one.contains(&other) || other.contains(&one)
}

#[cfg(test)]
mod tests {
    use super::{is_same, shares};

    #[test]
    fn compares_words_and_names() {
        assert!(shares("We waited\n too long,", "too long"));
        assert!(!shares("We waited", "too long"));
        assert!(is_same("Ada Brandt", "Brandt") && is_same("the former official", "A former official"));
        assert!(!is_same("Ada Brandt", "Iris Cole"));
    }
}
