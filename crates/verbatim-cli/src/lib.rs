//! The authors' command as a function of its arguments, so that tests run what
//! authors run. What is right and wrong is decided in `verbatim-core`; here it
//! is read from files and shown.
#![cfg_attr(test, allow(clippy::unwrap_used))]

use std::ffi::OsString;
use std::io::{self, ErrorKind, Write};

use anyhow::Result;
use clap::{Parser, Subcommand};

mod check;
mod draft;
mod facts;
mod progress;
mod report;
mod text;

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// There was nothing to say.
    Clean,
    /// There were findings, errors or warnings.
    Findings,
    /// The command could not be carried out.
    Failure,
}

impl Outcome {
    /// The code with which a process ends.
    pub fn code(self) -> u8 {
        match self {
            Self::Clean => 0,
            Self::Findings => 1,
            Self::Failure => 2,
        }
    }
}

/// Checks stories for Verbatim, in which every answer rests on verbatim words.
#[derive(Debug, Parser)]
#[command(name = "verbatim", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Check stories, and show what is wrong where
    Check(check::Arguments),
    /// Draft a story from articles
    Draft(draft::Arguments),
    /// Find the facts of articles: who said which words, when what happened
    Facts(facts::Arguments),
    /// Print the JSON Schema of stories, for editors
    Schema,
}

/// Runs a command line, the command's own name included, and writes what it
/// has to say, with colours as ANSI escapes.
///
/// # Errors
/// What kept the command from being carried out.
pub fn run(arguments: impl IntoIterator<Item = OsString>, out: &mut dyn Write) -> Result<Outcome> {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            let outcome = if error.use_stderr() { Outcome::Failure } else { Outcome::Clean };
            error.print()?;
            return Ok(outcome);
        }
    };
    let mut text = Vec::new();
    let outcome = match arguments.command {
        Command::Check(arguments) => check::run(&arguments, &mut text)?,
        Command::Draft(arguments) => draft::run(&arguments, &mut text)?,
        // Line by line, since there may be more than memory holds.
        Command::Facts(arguments) => return unless_closed(facts::run(&arguments, out)),
        Command::Schema => {
            text.extend(verbatim_core::schema::story().bytes());
            Outcome::Clean
        }
    };
    unless_closed(out.write_all(&text).and_then(|()| out.flush()).map(|()| outcome).map_err(Into::into))
}

/// Whoever closes the pipe early, as `head` does, has seen enough.
fn unless_closed(ended: Result<Outcome>) -> Result<Outcome> {
    match ended {
        Err(error)
            if error
                .downcast_ref::<io::Error>()
                .is_some_and(|error| error.kind() == ErrorKind::BrokenPipe) =>
        {
            Ok(Outcome::Clean)
        }
        ended => ended,
    }
}
