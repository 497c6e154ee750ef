//! Measures the drafting engine, which needs no browser: natively, and as a wasm in Node,
//! which runs it as a browser does; what is measured is said in the bench itself.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::process::{announce, cargo, run as run_program};
use crate::{repo, tools};

/// For programs outside a browser: Node gives them a clock and an output.
const WASI: &str = "wasm32-wasip1";

/// How many times as long it may take in wasm.
const LIMIT: f64 = 3.0;

/// Measures and prints; fails where something is over its limit and `strict` says so.
pub fn run(strict: bool) -> Result<()> {
    tools::get_target(WASI, "the bench in Node")?;
    let native = built(&["--profile", "native"])?;
    // As it is deployed.
    let wasm = built(&["--release", "--target", WASI])?;
    announce("Measuring", "the drafting engine; leave the machine alone meanwhile");
    let mut bench = Command::new(&native);
    bench.args(strict.then_some("--strict"));
    let ended = run_program(&mut bench);
    let mut ratios = Vec::new();
    for _ in 0..3 {
        let mut node = Command::new("node");
        node.args(["--no-warnings", "crates/verbatim-draft/benches/wasi.mjs"]).arg(&wasm);
        ratios.push(seconds(&mut node)? / seconds(&mut Command::new(&native))?);
    }
    ratios.sort_by(f64::total_cmp);
    let ratio = ratios[1];
    let verdict = if ratio > LIMIT { "OVER" } else { "" };
    println!("{:<54} {ratio:>8.2} (limit {LIMIT}) {verdict}", "news prose in wasm, against natively");
    ended?;
    ensure!(!strict || ratio <= LIMIT, "in wasm the drafting engine is too slow");
    Ok(())
}

/// Builds the bench and returns its program.
fn built(how: &[&str]) -> Result<PathBuf> {
    let mut build = cargo();
    build.args(["build", "--package", "verbatim-draft", "--bench", "draft"]).args(how);
    build.args(["--message-format", "json-render-diagnostics"]).current_dir(repo::root());
    let mut child = build.stdout(Stdio::piped()).spawn().context("can't start cargo build")?;
    let output = child.stdout.take().context("cargo build has no output")?;
    let mut program = None;
    for line in BufReader::new(output).lines() {
        let message: Value = serde_json::from_str(&line?).unwrap_or_default();
        if message["target"]["kind"][0] == "bench" {
            // A wasm is no executable to cargo, but among the files.
            let file = message["executable"].as_str().or(message["filenames"][0].as_str());
            program = file.map(PathBuf::from).or(program);
        }
    }
    let status = child.wait()?;
    ensure!(status.success(), "cargo build failed ({status})");
    program.context("cargo built no bench")
}

/// The seconds that a byte of news takes.
fn seconds(program: &mut Command) -> Result<f64> {
    let output =
        program.arg("--speed").current_dir(repo::root()).output().context("can't start the bench")?;
    let text = String::from_utf8_lossy(&output.stdout);
    text.trim().parse().with_context(|| {
        format!("the bench gave no number: {text}{}", String::from_utf8_lossy(&output.stderr))
    })
}
