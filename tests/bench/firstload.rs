//! The widget beside other quiz players, by a harness that loads each of them in turn.
//!
//! The harness is not part of this repository, nor are the players; where it is not there, this
//! is left out. It shows the same ten questions in each player: here as a story that passes the
//! check. *Ready* is from the start of the navigation to the end of the frame in which the first
//! answer can be clicked; *feedback* from the release of the mouse to the end of the frame that
//! shows it. Ratios are medians of those of each round.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::figure::{Figure, Sample};

/// Where everything is that a run takes.
pub struct Folders {
    /// The harness, with what it needs from npm.
    pub harness: PathBuf,
    /// The pages of the players.
    pub peers: PathBuf,
    /// The site, with the story of ten questions.
    pub ours: PathBuf,
    /// The counter.
    pub counter: PathBuf,
    /// Where results go.
    pub results: PathBuf,
}

const MODES: [(&str, &[&str]); 3] = [
    ("no throttling", &[]),
    ("CPU 4x", &["--throttle", "4"]),
    ("CPU 4x, slow 4G", &["--throttle", "4", "--net", "slow4g"]),
];

const OURS: &str = "verbatim";
const HELLO: &str = "yew-hello";
/// No quiz: what a page without any player costs.
const FLOOR: &str = "vanilla";
/// Before which being is a goal and not a limit.
const LIGHTEST: &str = "react-quiz";

#[derive(Deserialize)]
struct Report {
    results: BTreeMap<String, Vec<Load>>,
    #[serde(rename = "busyAt")]
    busy_at: Vec<f64>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Load {
    round: usize,
    ready: f64,
    feedback: f64,
    click_script: f64,
    wire_at_ready: f64,
    rss: Option<f64>,
}

/// Runs the harness in its three modes, so many rounds each.
///
/// # Errors
/// When it can't be run, or our page fails in it.
pub fn measure(folders: &Folders, rounds: usize) -> Result<Vec<Figure>> {
    let entrants = entrants(folders)?;
    let mut figures = Vec::new();
    for (at, (mode, options)) in MODES.into_iter().enumerate() {
        let out = folders.results.join(format!("firstload-{at}.json"));
        if out.exists() {
            fs::remove_file(&out)?;
        }
        let mut node = Command::new("node");
        node.arg("run.mjs").arg("--entrants").arg(&entrants).arg("--out").arg(&out);
        node.args(["--rounds", &rounds.to_string(), "--max-minutes", "40", "--baseline", OURS]).args(options);
        let tables = folders.results.join(format!("firstload-{at}.txt"));
        eprintln!(
            "side by side, {mode}: {rounds} rounds and one before; all tables go to {}",
            tables.display()
        );
        node.stdout(File::create(&tables)?);
        // A player that fails makes it fail, after it has measured the others.
        node.current_dir(&folders.harness).status().context("can't start node")?;
        let report = fs::read(&out).with_context(|| format!("the harness wrote no {}", out.display()))?;
        let report: Report =
            serde_json::from_slice(&report).context("the harness's report has another shape")?;
        figures.extend(compare(mode, &report)?);
    }
    Ok(figures)
}

/// Writes the harness's own list of players with us in it.
fn entrants(folders: &Folders) -> Result<PathBuf> {
    let theirs = folders.harness.join("entrants.json");
    let mut list: Value = serde_json::from_slice(&fs::read(&theirs)?)?;
    let folder = |path: &Path| json!(path.display().to_string());
    list["vars"] = json!({ "PEERS": folder(&folders.peers), "HELLO": folder(&folders.counter) });
    let entrants = list["entrants"].as_array_mut().context("the harness lists no players")?;
    entrants.push(json!({
        "name": OURS,
        "dir": folder(&folders.ours),
        "page": "index.html?story=ten-questions.json&quiz=ten&seed=1",
        "ready": "q.on(q.text('label.choice', 'Mercury', q.shadow('#verbatim')))",
        "steps": [
            "q.text('label.choice', 'Mercury', q.shadow('#verbatim'))",
            "q.one('button.submit', q.shadow('#verbatim'))",
        ],
        "feedback": "q.vis(q.one('.feedback[data-rightness=right]', q.shadow('#verbatim')))",
    }));
    let path = folders.results.join("entrants.json");
    fs::write(&path, serde_json::to_vec_pretty(&list)?)?;
    Ok(path)
}

fn compare(mode: &str, report: &Report) -> Result<Vec<Figure>> {
    let ours = report.results.get(OURS).filter(|loads| !loads.is_empty());
    let ours = ours.context("the harness did not measure our page")?;
    let busy = report.busy_at.iter().copied().fold(0.0, f64::max);
    if busy > 0.15 {
        eprintln!(
            "others used {:.0} % of the machine before a round; the times are worth little",
            busy * 100.0
        );
    }
    let mut figures = Vec::new();
    let what = |what: &str| format!("side by side, {mode}: {what}");
    for (name, loads) in &report.results {
        if name == OURS || loads.is_empty() {
            continue;
        }
        let both = |value: fn(&Load) -> f64| paired(ours, loads, value);
        let (mine, other) = both(|load| load.ready);
        let ready = Figure::of(what("ready"), mine, "ms").against(name, other);
        figures.push(match name.as_str() {
            HELLO => ready.limit(1.5).goal(1.2),
            FLOOR => ready,
            LIGHTEST => ready.goal(1.0),
            _ => ready.limit(1.0),
        });
        if ![HELLO, FLOOR].contains(&name.as_str()) {
            let (mine, other) = both(|load| load.feedback);
            figures.push(Figure::of(what("click to feedback"), mine, "ms").against(name, other));
        }
    }
    let alone = |value: fn(&Load) -> f64| Sample(ours.iter().map(value).collect());
    figures.push(Figure::of(what("script in the click"), alone(|load| load.click_script), "ms").limit(16.0));
    figures.push(Figure::of(what("transferred when ready"), alone(|load| load.wire_at_ready / 1000.0), "kB"));
    let private = Sample(ours.iter().filter_map(|load| Some(load.rss? / 1_000_000.0)).collect());
    figures.push(Figure::of(what("the page's process"), private, "MB"));
    ensure!(figures.len() > 3, "the harness measured nobody beside us");
    Ok(figures)
}

/// The values of the rounds in which both were measured.
fn paired(ours: &[Load], theirs: &[Load], value: fn(&Load) -> f64) -> (Sample, Sample) {
    let pairs = ours.iter().filter_map(|mine| {
        let other = theirs.iter().find(|other| other.round == mine.round)?;
        Some((value(mine), value(other)))
    });
    let (mine, other) = pairs.unzip();
    (Sample(mine), Sample(other))
}
