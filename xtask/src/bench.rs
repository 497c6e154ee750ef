//! `bench`: builds what is measured, and hands it to the program in `tests/bench`, which
//! measures it in a browser; what its numbers mean is said there.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use clap::ValueEnum;
use serde_json::json;

use crate::process::{announce, cargo, run as run_program};
use crate::standard::Standard;
use crate::tools::{TARGET, Tools};
use crate::{dist, packages, repo, site};

mod draft;

/// Measures the widget in a browser, and the drafting engine, and prints ratios, each with its limit
#[derive(clap::Args)]
pub struct Args {
    /// How often everything is measured
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..=30))]
    rounds: u32,
    /// Measure only these
    #[arg(long, value_delimiter = ',', value_name = "PART")]
    only: Vec<Part>,
    /// Get the other quiz players from npm, where ../shared/firstload is
    #[arg(long)]
    peers: bool,
    /// Fail where anything is over its limit
    #[arg(long)]
    strict: bool,
    /// Write every number to a file
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
}

/// What is measured.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    /// Opening a story of 10,000 questions
    Opening,
    /// From a click to its feedback
    Click,
    /// The first question, against a counter in yew
    First,
    /// A second element beside one that is there
    Second,
    /// A second visit, with the server stopped
    Again,
    /// Saving, and what is due, with 50,000 reviews
    Keep,
    /// An article of 2,000 words, marked up in the studio
    Studio,
    /// The first question, against other quiz players
    Peers,
    /// From what a class handed in to every table
    Class,
    /// The drafting engine, natively and in wasm
    Draft,
}

const STORY: &str = "tests/bench/firstload/ten-questions.json";

/// The harness's own files, without what it may have got from npm.
const HARNESS: [&str; 6] =
    ["run.mjs", "entrants.json", "fetch-peers.sh", "package.json", "package-lock.json", "templates"];

/// Builds, measures and prints.
pub fn run(args: &Args) -> Result<()> {
    let parts = if args.only.is_empty() { Part::value_variants() } else { &args.only };
    if parts.contains(&Part::Draft) {
        draft::run(args.strict)?;
    }
    let parts: Vec<Part> = parts.iter().copied().filter(|part| *part != Part::Draft).collect();
    if parts.is_empty() {
        return Ok(());
    }
    let folder = repo::target().join("bench");
    fs::create_dir_all(&folder).with_context(|| format!("can't create {}", folder.display()))?;
    packages::get_chromium()?;
    let tools = Tools::get()?;
    let ours = folder.join("site");
    dist::build(&tools, &ours)?;
    add_story(&ours)?;
    let counter = folder.join("counter");
    build_counter(&tools, &counter)?;
    let harness = if parts.contains(&Part::Peers) { harness(args.peers, &folder)? } else { None };

    let json = args.json.as_ref().map(std::path::absolute).transpose()?;
    let names = parts.iter().filter_map(Part::to_possible_value);
    let settings = json!({
        "rounds": args.rounds,
        "parts": names.map(|part| part.get_name().to_owned()).collect::<Vec<_>>(),
        "site": ours,
        "counter": counter,
        "harness": harness,
        "peers": folder.join("peers/site"),
        "results": folder,
        "json": json,
        "strict": args.strict,
    });
    announce("Measuring", "in a browser; leave the machine alone meanwhile");
    let mut bench = cargo();
    bench
        .args(["bench", "--package", "verbatim-tests", "--bench", "bench"])
        // It waits for the browser most of the time, and the tests have built all that it needs.
        .args(["--profile", "test", "--"])
        .arg(settings.to_string())
        .current_dir(repo::root());
    run_program(&mut bench)
}

/// The story of ten questions that every quiz player shows.
fn add_story(site: &Path) -> Result<()> {
    let target = site.join("ten-questions.json");
    fs::copy(repo::root().join(STORY), &target).with_context(|| format!("can't copy {STORY}"))?;
    dist::compressed(&target)
}

/// A counter in yew from the lockfile and the profile of the widget, finished in the same way.
fn build_counter(tools: &Tools, out: &Path) -> Result<()> {
    announce("Building", "a counter in yew");
    let mut build = cargo();
    build
        .args(["build", "--package", "verbatim", "--example", "counter"])
        .args(["--release", "--target", TARGET])
        .current_dir(repo::root());
    let target = Standard::get()?.apply(&mut build);
    run_program(&mut build)?;
    if out.exists() {
        fs::remove_dir_all(out).with_context(|| format!("can't replace {}", out.display()))?;
    }
    fs::create_dir_all(out)?;
    let mut bindgen = tools.command("wasm-bindgen");
    bindgen
        .args(["--target", "web", "--no-typescript", "--out-name", "counter", "--out-dir"])
        .arg(out)
        .arg(target.join(TARGET).join("release/examples/counter.wasm"));
    run_program(&mut bindgen)?;
    fs::copy(repo::root().join("tests/bench/counter/index.html"), out.join("index.html"))?;
    dist::finish_all(out)
}

/// The harness with what it needs, as a copy: its own folder may not be written to.
fn harness(get: bool, folder: &Path) -> Result<Option<PathBuf>> {
    let shared = repo::root().join("../shared/firstload");
    let copy = folder.join("firstload");
    let peers = folder.join("peers");
    if !shared.join("run.mjs").exists() {
        return Ok(None);
    }
    if get {
        for name in HARNESS {
            let (from, to) = (shared.join(name), copy.join(name));
            if from.is_dir() {
                site::copy(&from, &to)?;
            } else {
                fs::create_dir_all(&copy)?;
                // Without the permissions, which may forbid to write it again.
                fs::write(&to, fs::read(&from)?).with_context(|| format!("can't write {}", to.display()))?;
            }
        }
        packages::get_npm_packages(&copy)?;
        announce("Getting", "the other quiz players from npm");
        run_program(Command::new("sh").arg("fetch-peers.sh").arg(&peers).current_dir(&copy))?;
    }
    let there = copy.join("node_modules").exists() && peers.join("site").exists();
    Ok(there.then_some(copy))
}
