//! The widget in a browser: the built site, served over HTTP, in headless Chromium.
//!
//! A trial is a function of a [`Lab`]; each module of `trials` lists its own. What
//! the page shows is compared with what the core says of the same quiz.

mod answers;
mod compare;
mod driver;
mod hand;
mod lab;
mod look;
mod native;
mod page;
mod screen;
mod server;
mod trials;

use std::process::ExitCode;
use std::sync::Arc;

use libtest_mimic::Arguments;

/// Two browsers at a time: more of them wait for each other.
const BROWSERS: usize = 2;

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    arguments.test_threads = Some(arguments.test_threads.unwrap_or(BROWSERS).min(BROWSERS));
    let trials = trials::all();
    let is_wanted = |name: &str| match &arguments.filter {
        Some(filter) if arguments.exact => name == filter,
        Some(filter) => name.contains(filter.as_str()),
        None => true,
    };
    let lab = if !arguments.list && trials.iter().any(|trial| is_wanted(&trial.name)) {
        match lab::Lab::open() {
            Ok(lab) => Some(Arc::new(lab)),
            Err(error) => {
                eprintln!("error: {error:#}");
                return ExitCode::FAILURE;
            }
        }
    } else {
        None
    };
    let trials = trials.into_iter().map(|trial| trial.prepare(lab.clone())).collect();
    let conclusion = libtest_mimic::run(&arguments, trials);
    // Ends chromedriver, which leaving the process would not.
    drop(lab);
    conclusion.exit_code()
}
