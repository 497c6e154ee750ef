//! What a contributor runs, as `cargo xtask COMMAND`; each command is a module of its own.

use std::process::ExitCode;

use clap::Parser;

mod process;
mod repo;
mod serve;
mod tools;

/// Builds, serves, tests and weighs Verbatim.
#[derive(Parser)]
#[command(bin_name = "cargo xtask")]
enum Command {
    Serve(serve::Args),
}

fn main() -> ExitCode {
    let done = match Command::parse() {
        Command::Serve(args) => serve::run(&args),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
