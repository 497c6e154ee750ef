//! `fuzz`: gives the drafting engine and the story loader any bytes that libFuzzer
//! thinks of; what must hold for them is said in `fuzz/fuzz_targets`.

use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use clap::ValueEnum;

use crate::process::{announce, cargo, run as run_program};
use crate::{repo, tools};

/// Fuzzes the drafting engine and the story loader
#[derive(clap::Args)]
pub struct Args {
    /// How long each is fuzzed
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..))]
    minutes: u64,
    /// Fuzz only this
    #[arg(long, value_name = "TARGET")]
    only: Option<Target>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Target {
    /// The drafting engine
    Draft,
    /// The loader of stories
    Story,
}

impl Target {
    fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Story => "story",
        }
    }

    /// Folders with what the fuzzing begins with, besides what it found earlier.
    fn seeds(self) -> &'static [&'static str] {
        match self {
            Self::Draft => &["crates/verbatim-draft/tests/cases"],
            Self::Story => &["tests/check/cases", "questions"],
        }
    }

    /// The longest input, in bytes.
    fn longest(self) -> u32 {
        match self {
            Self::Draft => 4_000,
            Self::Story => 20_000,
        }
    }
}

/// Fuzzes one after the other; the first failure ends it.
pub fn run(args: &Args) -> Result<()> {
    let path = tools::path_with_cargo_fuzz()?;
    let mut found = Vec::new();
    for target in
        Target::value_variants().iter().filter(|target| args.only.is_none_or(|only| only == **target))
    {
        announce("Fuzzing", format_args!("{} for {} minutes", target.name(), args.minutes));
        found.extend(fuzz(*target, args.minutes, &path)?);
    }
    let names: Vec<String> = found.iter().map(|path| path.display().to_string()).collect();
    ensure!(names.is_empty(), "these inputs fail; make a case of each: {}", names.join(", "));
    Ok(())
}

/// What failed, as files.
fn fuzz(target: Target, minutes: u64, path: &OsStr) -> Result<Vec<PathBuf>> {
    let name = target.name();
    let corpus = repo::scratch("fuzz").join(name).join("corpus");
    let failures = repo::scratch("fuzz").join(name).join("failures");
    for folder in [&corpus, &failures] {
        fs::create_dir_all(folder).with_context(|| format!("can't create {}", folder.display()))?;
    }
    let mut command = cargo();
    command
        // There is no unsafe code to watch, and without the sanitizer it is several times as fast.
        .args(["fuzz", "run", "--sanitizer", "none", name])
        .arg(&corpus)
        .args(target.seeds().iter().map(|seeds| repo::root().join(seeds)))
        .arg("--")
        .args([
            format!("-max_total_time={}", minutes * 60),
            format!("-max_len={}", target.longest()),
            format!("-artifact_prefix={}/", failures.display()),
            // An input that takes longer than this, in seconds, is a failure.
            "-timeout=10".to_owned(),
            "-print_final_stats=1".to_owned(),
        ])
        // Coverage is counted by flags that the stable compiler has and keeps to itself.
        .env("RUSTC_BOOTSTRAP", "1")
        .env("PATH", path)
        .current_dir(repo::root());
    let ended = run_program(&mut command);
    let files = fs::read_dir(&failures)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    // With nothing to show for it, it did not get as far as fuzzing.
    if files.is_empty() { ended.map(|()| files) } else { Ok(files) }
}
