//! What a contributor runs, as `cargo xtask COMMAND`; each command is a module of its own.

use std::process::ExitCode;

use clap::Parser;

mod bench;
mod budget;
mod compress;
mod consumers;
mod dist;
mod eval;
mod fuzz;
mod loads;
mod names;
mod npm;
mod offline;
mod packages;
mod process;
mod release;
mod repo;
mod serve;
mod site;
mod size;
mod split;
mod standard;
mod test;
mod tools;
mod wasm;
mod weight;

/// Builds, serves, tests and weighs Verbatim.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
enum Command {
    Serve(serve::Args),
    Test(test::Args),
    Dist(dist::Args),
    Size(size::Args),
    Bench(bench::Args),
    Eval(eval::Args),
    Fuzz(fuzz::Args),
}

fn main() -> ExitCode {
    let done = match Command::parse() {
        Command::Serve(args) => serve::run(&args),
        Command::Test(args) => test::run(&args),
        Command::Dist(args) => dist::run(&args),
        Command::Size(args) => size::run(&args),
        Command::Bench(args) => bench::run(&args),
        Command::Eval(args) => eval::run(&args),
        Command::Fuzz(args) => fuzz::run(&args),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
