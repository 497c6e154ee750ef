//! `test`: every check and every test, in the browser too, with a summary at the end.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Error, Result, bail, ensure};

use crate::process::{announce, cargo, run as run_program};
use crate::tools::Tools;
use crate::{consumers, dist, packages, repo, tools};

/// The packages that only run in a browser.
const PAGES: [&str; 3] = ["verbatim", "verbatim-keeper", "verbatim-classroom"];
/// The one that needs what only authors' tools have: linted with the others, it would lend them that.
const STUDIO: &str = "verbatim-atelier";

/// Runs every test, in Chromium, Firefox and WebKit too; gets the browsers and the tools that are missing
///
/// `VERBATIM_ENGINES=firefox` (or several, separated by commas) runs the browser tests in that alone.
#[derive(clap::Args)]
pub struct Args {
    /// Passed to `cargo test`: a filter, `--package`, `-- --nocapture`; leaves formatting and lints out
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    cargo_test: Vec<String>,
}

/// Every stage runs, whatever became of those before: one run tells all that is wrong.
pub fn run(args: &Args) -> Result<()> {
    let mut stages = Stages::default();
    if args.cargo_test.is_empty() {
        stages.run("components", || {
            packages::get_components().and_then(|()| tools::get_target(tools::TARGET, "the browser"))
        });
        stages.run("formatting", || run_program(in_root(cargo()).args(["fmt", "--all", "--check"])));
        stages.run("lints", lints);
    }
    // The browser tests play what is deployed.
    let site = repo::scratch("site");
    stages.run("site", || dist::build(&Tools::get()?, &site));
    stages.run("browsers", packages::get_browsers);
    stages.run("readers", packages::get_readers);
    let mut path = None;
    if packages::is_engine_wanted("firefox") {
        stages.run("geckodriver", || {
            path = Some(tools::path_with_geckodriver()?);
            Ok(())
        });
    }
    for folder in ["tests/browser", "tests/schedule"] {
        stages.run("npm", || packages::get_npm_packages(&repo::root().join(folder)));
    }
    let mut python = None;
    stages.run("python", || {
        packages::get_class()?;
        python = Some(tools::get_python(&repo::root().join("tests/class/requirements.txt"))?);
        Ok(())
    });
    stages.run("consumers", || consumers::build_all(&site, &repo::scratch("consumers")));
    let mut tally = Tally::default();
    stages.run("tests", || tests(args, &site, path.as_deref(), python.as_deref(), &mut tally));
    stages.finish(&tally)
}

fn lints() -> Result<()> {
    let deny = ["--", "--deny", "warnings"];
    run_program(
        in_root(cargo())
            .args(["clippy", "--workspace"])
            .args(PAGES.iter().chain([&STUDIO]).flat_map(|page| ["--exclude", page]))
            .arg("--all-targets")
            .args(deny),
    )?;
    // The widget's code is for the browser; this also shows that the core does without
    // what only authors' tools need.
    run_program(
        in_root(cargo())
            .arg("clippy")
            .args(PAGES.iter().flat_map(|page| ["--package", page]))
            .args(["--target", "wasm32-unknown-unknown"])
            .args(deny),
    )?;
    run_program(
        in_root(cargo())
            .args(["clippy", "--package", STUDIO, "--target", "wasm32-unknown-unknown"])
            .args(deny),
    )
}

fn tests(
    args: &Args,
    site: &Path,
    path: Option<&OsStr>,
    python: Option<&Path>,
    tally: &mut Tally,
) -> Result<()> {
    let args = &args.cargo_test;
    let mut workspace = in_root(cargo());
    workspace
        .args(["test", "--no-fail-fast", "--workspace"])
        .args(PAGES.iter().chain([&STUDIO]).flat_map(|page| ["--exclude", page]))
        .args(args)
        .env("VERBATIM_DIST", site)
        .env("VERBATIM_CONSUMERS", repo::scratch("consumers"));
    if let Some(path) = path {
        workspace.env("PATH", path);
    }
    if let Some(python) = python {
        workspace.env("VERBATIM_PYTHON", python);
    }
    if !args.is_empty() {
        return counted(&mut workspace, tally);
    }
    let mut minify = in_root(cargo());
    minify.args(["test", "--package", "xtask", "--features", "minify"]);
    minify.args(["--bin", "minify"]);
    counted(&mut workspace, tally).and(counted(&mut minify, tally))
}

/// Runs `cargo test`, its output passing through, and adds up what it counted.
fn counted(command: &mut Command, tally: &mut Tally) -> Result<()> {
    let mut child = command.stdout(Stdio::piped()).spawn().context("can't start cargo test")?;
    let output = child.stdout.take().context("cargo test has no output")?;
    for line in BufReader::new(output).split(b'\n') {
        let line = line?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        tally.add(&line);
    }
    let status = child.wait()?;
    ensure!(status.success(), "cargo test failed ({status})");
    Ok(())
}

fn in_root(mut command: Command) -> Command {
    command.current_dir(repo::root());
    command
}

#[derive(Default)]
struct Stages {
    failed: Vec<(&'static str, Error)>,
}

impl Stages {
    fn run(&mut self, name: &'static str, stage: impl FnOnce() -> Result<()>) {
        announce("Stage", name);
        if let Err(error) = stage() {
            eprintln!("error: {error:#}");
            self.failed.push((name, error));
        }
    }

    fn finish(self, tally: &Tally) -> Result<()> {
        println!();
        for (name, error) in &self.failed {
            println!("failed: {name}: {error:#}");
        }
        // Last, since whoever reads the log looks there.
        println!("{} passed, {} failed, {} skipped", tally.passed, tally.failed, tally.ignored);
        match self.failed.as_slice() {
            [] => Ok(()),
            failed => {
                let names: Vec<&str> = failed.iter().map(|(name, _)| *name).collect();
                bail!("failed: {}", names.join(", "))
            }
        }
    }
}

/// The sums of what the test programs counted.
#[derive(Debug, Default, PartialEq)]
struct Tally {
    passed: usize,
    failed: usize,
    ignored: usize,
}

impl Tally {
    /// Takes in a line of output, where it is one that a test program ends with.
    fn add(&mut self, line: &str) {
        let Some(counts) = line.trim().strip_prefix("test result: ") else {
            return;
        };
        let counts = counts.split_once(". ").map_or(counts, |(_, counts)| counts);
        for count in counts.split(';') {
            let mut words = count.split_whitespace();
            let (Some(number), Some(kind)) = (words.next(), words.next()) else {
                continue;
            };
            let number = number.parse().unwrap_or(0);
            match kind {
                "passed" => self.passed += number,
                "failed" => self.failed += number,
                "ignored" => self.ignored += number,
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Stages, Tally};

    #[test]
    fn the_results_of_several_programs_add_up() {
        let mut tally = Tally::default();
        for line in [
            "running 3 tests",
            "test result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 7 filtered out; finished in 0.01s",
            "test result: FAILED. 5 passed; 4 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.20s",
        ] {
            tally.add(line);
        }
        let sums = Tally { passed: 7, failed: 4, ignored: 1 };
        assert_eq!(tally, sums);
    }

    #[test]
    fn every_stage_runs_and_the_failed_are_named() {
        let mut stages = Stages::default();
        let mut ran = Vec::new();
        stages.run("one", || anyhow::bail!("no such file"));
        stages.run("two", || {
            ran.push("two");
            Ok(())
        });
        stages.run("three", || anyhow::bail!("nor this"));
        assert_eq!(ran, ["two"]);
        let error = stages.finish(&Tally::default()).unwrap_err();
        assert_eq!(error.to_string(), "failed: one, three");
    }
}
