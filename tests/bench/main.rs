//! What `cargo xtask bench` measures, as ratios of things measured in one run: machines differ,
//! and are shared. Each module says what its numbers hold; none of them is a test.
//!
//! Takes one argument, the settings as JSON; `cargo xtask bench` builds what they name.

use std::collections::HashMap;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde_json::json;

use crate::figure::{Figure, table};
use crate::lab::Lab;

mod again;
mod class;
mod click;
// The same browser as that of the browser tests, which use more of it.
#[path = "../browser/display.rs"]
mod display;
#[path = "../browser/driver.rs"]
#[allow(dead_code)]
mod driver;
#[path = "../browser/engine.rs"]
#[allow(dead_code)]
mod engine;
mod figure;
mod first_question;
mod firstload;
mod keep;
mod lab;
mod opening;
#[path = "../browser/page.rs"]
#[allow(dead_code)]
mod page;
mod processes;
// The same class as that of the tests, which hand in what it has.
#[path = "../class/pupils.rs"]
mod pupils;
mod second;
mod server;
mod stories;
mod studio;

/// The first answer to choose, once it can be chosen.
const QUESTION: &str = "[data-screen=asking] label.choice > input:enabled";
/// The page that is played where one will do, and what shows that its question is there.
const PLAYED: &str = "index.html?quiz=whole-story&seed=1";
const ASKED: &str = "[data-screen=asking] form.question";
/// The counter's button.
const BUTTON: &str = "#counter button";

#[derive(Deserialize)]
struct Settings {
    rounds: usize,
    /// What to measure: opening, click, first, second, again, keep, studio, class, peers.
    parts: Vec<String>,
    /// The site, with the story of ten questions in it.
    site: PathBuf,
    counter: PathBuf,
    /// The harness and the pages of other players, where they are there.
    harness: Option<PathBuf>,
    peers: PathBuf,
    /// Where intermediate results go.
    results: PathBuf,
    /// Where all figures go as JSON.
    json: Option<PathBuf>,
    /// Whether a figure over its limit is a failure.
    strict: bool,
}

/// What is served.
struct Site {
    /// The origin of the widget.
    ours: String,
    /// The origin of the counter.
    counter: String,
    /// How large the story of 10,000 questions is, in bytes.
    large: usize,
}

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Gives back whether all is as it has to be.
fn run() -> Result<bool> {
    // Cargo adds an option of its own.
    let settings = std::env::args().skip(1).find(|argument| !argument.starts_with("--"));
    let settings = settings.context("there are no settings; run `cargo xtask bench`")?;
    let settings: Settings = serde_json::from_str(&settings).context("the settings have another shape")?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let (figures, busy) = runtime.block_on(measure(&settings))?;
    print!("\n{}", table(&figures));
    let busy: Vec<String> = busy.iter().map(|share| format!("{:.0} %", share * 100.0)).collect();
    println!("\n{} rounds; others used {} of the machine before each part", settings.rounds, busy.join(", "));
    if let Some(path) = &settings.json {
        let told = json!({ "rounds": settings.rounds, "busy": busy, "figures": figures });
        fs::write(path, serde_json::to_vec_pretty(&told)?)
            .with_context(|| format!("can't write {}", path.display()))?;
    }
    let over = figures.iter().filter(|figure| figure.keeps() == Some(false)).count();
    println!("{over} of {} limits exceeded", figures.iter().filter(|figure| figure.limit.is_some()).count());
    Ok(over == 0 || !settings.strict)
}

async fn measure(settings: &Settings) -> Result<(Vec<Figure>, Vec<f64>)> {
    let site = serve(settings)?;
    let rounds = settings.rounds;
    let mut figures = Vec::new();
    let mut busy = Vec::new();
    for part in &settings.parts {
        busy.extend(processes::machine_use().await);
        figures.extend(match part.as_str() {
            "opening" => opening::measure(&Lab::open()?, &site, rounds).await?,
            "click" => click::measure(&Lab::open()?, &site, rounds).await?,
            "keep" => keep::measure(&Lab::open()?, &site, rounds).await?,
            "second" => second::measure(&Lab::open()?, &site, rounds).await?,
            "again" => again::measure(&Lab::open()?, &settings.site, rounds).await?,
            "class" => class::measure(&Lab::open()?, &site, rounds).await?,
            "studio" => studio::measure(&Lab::open()?, &site, rounds).await?,
            "first" => first_question::measure(&Lab::open()?, &site, rounds).await?,
            _ => side_by_side(settings)?,
        });
    }
    Ok((figures, busy))
}

fn serve(settings: &Settings) -> Result<Site> {
    let large = stories::story(10_000)?;
    let size = large.len();
    let small = stories::story(30)?;
    for story in [&large, &small] {
        let findings = verbatim_core::check::load(story).findings;
        ensure!(findings.is_empty(), "the story made up does not pass the check: {:?}", &findings[..1]);
    }
    eprintln!("a story of 10,000 questions, {size} bytes; one of 30, {} bytes", small.len());
    let stories = HashMap::from([("10000.json".to_owned(), large), ("30.json".to_owned(), small)]);
    Ok(Site {
        ours: server::serve(&settings.site, stories)?.origin,
        counter: server::serve(&settings.counter, HashMap::new())?.origin,
        large: size,
    })
}

fn side_by_side(settings: &Settings) -> Result<Vec<Figure>> {
    let Some(harness) = &settings.harness else {
        eprintln!(
            "other players: skipped, they are not here; `--peers` gets them where ../shared/firstload is"
        );
        return Ok(Vec::new());
    };
    let folders = firstload::Folders {
        harness: harness.clone(),
        peers: settings.peers.clone(),
        ours: settings.site.clone(),
        counter: settings.counter.clone(),
        results: settings.results.clone(),
    };
    firstload::measure(&folders, settings.rounds)
}
