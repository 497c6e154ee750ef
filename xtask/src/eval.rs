//! `eval`: has the drafting engine read annotated news, and runs the scorers that
//! lie beside it; what is measured, and how, is theirs. Then compares it with a story made by hand.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::process::{announce, cargo, run as run_program};
use crate::repo;

mod by_hand;

/// Measures the drafting engine on annotated news, where ../shared/eval is there
#[derive(clap::Args)]
pub struct Args {
    /// The folder with the annotated news and its scorers
    #[arg(long, value_name = "FOLDER")]
    data: Option<PathBuf>,
    /// Show so many quotations with a wrong speaker
    #[arg(long, default_value_t = 0)]
    errors: u32,
    /// Fail where a figure is under what it must be
    #[arg(long)]
    strict: bool,
}

/// A figure with what it must reach and what it should; of some, less is better.
struct Row {
    what: &'static str,
    measured: f64,
    must: f64,
    goal: f64,
    better: Better,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Better {
    More,
    Less,
}

/// Reads, scores and prints the table.
pub fn run(args: &Args) -> Result<()> {
    let data = args.data.clone().unwrap_or_else(|| repo::root().join("../shared/eval"));
    if !data.join("quotes/score.py").exists() {
        announce("Skipping", format!("there is no annotated news in {}", data.display()));
        return Ok(());
    }
    let folder = repo::scratch("eval");
    fs::create_dir_all(&folder).with_context(|| format!("can't create {}", folder.display()))?;
    run_program(cargo().args(["build", "--package", "verbatim-cli"]).current_dir(repo::root()))?;
    let quotes = facts(&data.join("quotes"), &folder.join("quotes.jsonl"))?;
    let dates = facts(&data.join("dates"), &folder.join("dates.jsonl"))?;

    let sure = folder.join("sure.jsonl");
    keep_sure(&quotes, &sure)?;
    let predicted = Predicted { quotes, sure, dates };
    let gold = Gold { quotes: data.join("quotes/gold-dev.jsonl"), dates: data.join("dates/gold-dev.jsonl") };
    let (rows, pairs) = measure(&data, &gold, &predicted, args.errors)?;
    let halves = halves(&data, &folder, &gold, &predicted)?;
    print(&rows, &halves);
    println!("\n{pairs}");
    by_hand::compare(&data.join("../articles"))?;
    let short = rows.iter().filter(|row| !row.reaches(row.must)).count();
    ensure!(!args.strict || short == 0, "{short} figures are under what they must be");
    Ok(())
}

/// What people marked, as files.
struct Gold {
    quotes: PathBuf,
    dates: PathBuf,
}

/// What the engine found, as files.
struct Predicted {
    quotes: PathBuf,
    sure: PathBuf,
    dates: PathBuf,
}

/// The rows of the table, and what the scorer says of pairs of events.
fn measure(data: &Path, gold: &Gold, predicted: &Predicted, errors: u32) -> Result<(Vec<Row>, String)> {
    let scorer = data.join("quotes/score.py");
    let scores = score_quotes(&scorer, &gold.quotes, &predicted.quotes, errors)?;
    let sure = score_quotes(&scorer, &gold.quotes, &predicted.sure, 0)?;
    let output = score(&data.join("dates/score.py"), &gold.dates, &predicted.dates, &[])?;
    Ok((rows(&scores, &sure, &output)?, first_line(&output, "order pairs")))
}

/// The same for every other article: rules that were made for some would be worse for the others.
fn halves(data: &Path, folder: &Path, gold: &Gold, predicted: &Predicted) -> Result<[Vec<Row>; 2]> {
    let half = |number: usize| -> Result<Vec<Row>> {
        let of = |path: &Path, name: &str| -> Result<PathBuf> {
            let text = fs::read_to_string(path).with_context(|| format!("can't read {}", path.display()))?;
            let mut articles = Vec::new();
            for line in text.lines() {
                let article: Value = serde_json::from_str(line)?;
                articles.push((article["id"].as_str().unwrap_or_default().to_owned(), line));
            }
            articles.sort();
            let lines: Vec<&str> = articles.iter().skip(number).step_by(2).map(|(_, line)| *line).collect();
            let half = folder.join(format!("{name}-{number}.jsonl"));
            fs::write(&half, lines.join("\n"))?;
            Ok(half)
        };
        let gold = Gold { quotes: of(&gold.quotes, "quotes-gold")?, dates: of(&gold.dates, "dates-gold")? };
        Ok(measure(data, &gold, predicted, 0)?.0)
    };
    Ok([half(0)?, half(1)?])
}

/// Has the engine read the articles of a folder.
fn facts(folder: &Path, out: &Path) -> Result<PathBuf> {
    let binary = repo::target().join("debug/verbatim");
    let found = Command::new(&binary)
        .args(["facts", "--jsonl"])
        .arg(folder.join("input-dev.jsonl"))
        .output()
        .with_context(|| format!("can't start {}", binary.display()))?;
    ensure!(found.status.success(), "verbatim facts failed: {}", String::from_utf8_lossy(&found.stderr));
    fs::write(out, found.stdout).with_context(|| format!("can't write {}", out.display()))?;
    Ok(out.to_owned())
}

/// The same predictions with a speaker only where the engine is sure of it.
fn keep_sure(from: &Path, to: &Path) -> Result<()> {
    let mut kept = String::new();
    for line in fs::read_to_string(from)?.lines() {
        let mut article: Value = serde_json::from_str(line)?;
        for quote in article["quotes"].as_array_mut().into_iter().flatten() {
            if quote["tier"] != "sure" {
                quote["speaker"] = Value::Null;
            }
        }
        kept.push_str(&article.to_string());
        kept.push('\n');
    }
    fs::write(to, kept).with_context(|| format!("can't write {}", to.display()))
}

fn score_quotes(scorer: &Path, gold: &Path, predicted: &Path, errors: u32) -> Result<Value> {
    let json = predicted.with_extension("scores.json");
    let errors = errors.to_string();
    let output = score(
        scorer,
        gold,
        predicted,
        &["--errors", errors.as_str(), "--json", json.to_string_lossy().as_ref()],
    )?;
    output.lines().filter(|line| line.starts_with("ERR")).for_each(|line| println!("{line}"));
    serde_json::from_str(&fs::read_to_string(&json)?).context("the scorer wrote no JSON")
}

/// What a scorer prints.
fn score(scorer: &Path, gold: &Path, predicted: &Path, more: &[&str]) -> Result<String> {
    let output = Command::new("python3")
        .arg(scorer)
        .arg(gold)
        .arg(predicted)
        .args(more)
        .output()
        .context("can't start python3")?;
    ensure!(output.status.success(), "the scorer failed: {}", String::from_utf8_lossy(&output.stderr));
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn rows(scores: &Value, sure: &Value, dates: &str) -> Result<Vec<Row>> {
    let more = |what, measured, must, goal| Row { what, measured, must, goal, better: Better::More };
    let target = |name| figure(scores, "TARGET", name);
    let value = number_after(&first_line(dates, "timex value"), "F1")?;
    let order = dates.split("DATED-judged").nth(1).unwrap_or_default();
    Ok(vec![
        more("quotations of six words or more, span F1 overlap", target("ovF")?, 99.2, 99.5),
        more("  exact", target("exF")?, 98.8, 99.2),
        more("all quoted segments, span F1", figure(scores, "ALL", "ovF")?, 93.0, 96.0),
        more("named speaker, last name right", target("name_last")?, 95.0, 98.0),
        more("  full name right", target("name_exact")?, 89.0, 94.0),
        more("pronoun", target("pron_silver_last")?, 88.0, 95.0),
        Row {
            better: Better::Less,
            ..more("a name asserted for an unnamed source", target("nominal_false_name")?, 2.0, 1.0)
        },
        more("ITEM precision", target("itemP")?, 96.5, 98.5),
        more("  recall", target("itemR")?, 91.0, 95.0),
        more("tier sure, ITEM precision", figure(sure, "TARGET", "itemP")?, 99.0, 99.5),
        more("  at recall", figure(sure, "TARGET", "itemR")?, 60.0, 75.0),
        more("dates, value F1", value, 78.0, 82.0),
        more("order, precision against dated events", number_after(order, "precision")?, 95.0, 98.0),
    ])
}

fn figure(scores: &Value, view: &str, name: &str) -> Result<f64> {
    scores[view][name].as_f64().with_context(|| format!("the scorer gives no {view} {name}"))
}

fn first_line(text: &str, begins: &str) -> String {
    text.lines().find(|line| line.starts_with(begins)).unwrap_or_default().to_owned()
}

/// The number that follows a word.
fn number_after(text: &str, word: &str) -> Result<f64> {
    let rest = text.split(word).nth(1).unwrap_or_default().trim_start();
    let digits: String =
        rest.chars().take_while(|letter| letter.is_ascii_digit() || *letter == '.').collect();
    digits.parse().with_context(|| format!("the scorer gives no {word}"))
}

impl Row {
    fn reaches(&self, limit: f64) -> bool {
        // The scorers give tenths.
        match self.better {
            Better::More => self.measured + 0.05 >= limit,
            Better::Less => self.measured - 0.05 <= limit,
        }
    }
}

fn print(rows: &[Row], [odd, even]: &[Vec<Row>; 2]) {
    println!("{:<50} {:>8} {:>6} {:>6} {:>6} {:>6}", "", "measured", "half", "half", "must", "goal");
    for ((row, one), other) in rows.iter().zip(odd).zip(even) {
        let verdict = match (row.reaches(row.must), row.reaches(row.goal)) {
            (_, true) => "reaches the goal",
            (true, false) => "",
            (false, _) => "SHORT",
        };
        println!(
            "{:<50} {:>8.1} {:>6.1} {:>6.1} {:>6} {:>6} {verdict}",
            row.what, row.measured, one.measured, other.measured, row.must, row.goal
        );
    }
}

#[cfg(test)]
mod tests {
    use super::{Better, Row, number_after};

    #[test]
    fn reads_what_the_scorer_prints() {
        let line = "timex value      P 79.7 R 77.8 F1 78.8   (gold 622 pred 607)";
        assert_eq!(number_after(line, "F1").unwrap(), 78.8);
        assert!(number_after(line, "F2").is_err());
    }

    #[test]
    fn less_may_be_better() {
        let row = |measured, better| Row { what: "", measured, must: 2.0, goal: 1.0, better };
        assert!(row(1.5, Better::Less).reaches(2.0) && !row(2.5, Better::Less).reaches(2.0));
        assert!(row(2.5, Better::More).reaches(2.0) && !row(1.5, Better::More).reaches(2.0));
    }
}
