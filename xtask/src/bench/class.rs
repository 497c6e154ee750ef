//! Measures what comes of a class's codes, which needs no browser: what is measured, and how far it
//! may go, is said in the bench itself.

use anyhow::Result;

use crate::process::{announce, cargo, run as run_program};
use crate::repo;

/// Measures and prints; fails where something is over its limit and `strict` says so.
pub fn run(strict: bool) -> Result<()> {
    announce("Measuring", "what a class handed in; leave the machine alone meanwhile");
    let mut bench = cargo();
    bench.args(["bench", "--package", "verbatim-class", "--bench", "class", "--profile", "native"]);
    if strict {
        bench.args(["--", "--strict"]);
    }
    run_program(bench.current_dir(repo::root()))
}
