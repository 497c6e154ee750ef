//! The widget in browsers: the built site, served over HTTP, in Chromium, Firefox and WebKit.
//!
//! A trial is a function of a [`Lab`]; each module of `trials` lists its own. What
//! the page shows is compared with what the core says of the same quiz.

mod answers;
mod audit;
mod compare;
mod display;
mod driver;
mod emulate;
mod engine;
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

use anyhow::Result;
use libtest_mimic::Arguments;

use engine::Engine;
use lab::{Lab, Trial};

/// Two browsers at a time: more of them wait for each other.
const BROWSERS: usize = 2;

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    arguments.test_threads = Some(arguments.test_threads.unwrap_or(BROWSERS).min(BROWSERS));
    match prepare(&arguments) {
        Ok(trials) => libtest_mimic::run(&arguments, trials).exit_code(),
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// All trials in all engines that are wanted, with a lab where any is going to run.
fn prepare(arguments: &Arguments) -> Result<Vec<libtest_mimic::Trial>> {
    let trials = trials::all();
    let all = Engine::wanted()?;
    let all = all.iter().flat_map(|engine| trials.iter().map(|trial| (*engine, trial)));
    let wanted: Vec<(Engine, &Trial)> = all
        .filter(|(engine, trial)| match &arguments.filter {
            Some(filter) if arguments.exact => trial.name(*engine) == *filter,
            Some(filter) => trial.name(*engine).contains(filter.as_str()),
            None => true,
        })
        .collect();
    let mut engines: Vec<Engine> = wanted.iter().map(|(engine, _)| *engine).collect();
    engines.dedup();
    let lab = if arguments.list || wanted.is_empty() {
        None
    } else {
        say_what_is_left_out(&engines, &wanted);
        Some(Arc::new(Lab::open(&engines)?))
    };
    Ok(wanted.into_iter().map(|(engine, trial)| trial.prepare(engine, lab.clone())).collect())
}

/// Nothing is left out silently: trials that are count as ignored, and here is why.
fn say_what_is_left_out(engines: &[Engine], wanted: &[(Engine, &Trial)]) {
    for engine in engines {
        for (ability, what_and_why) in engine.lacking() {
            let lack = |(one, trial): &&(Engine, &Trial)| one == engine && trial.lacks(*one) == Some(ability);
            let count = wanted.iter().filter(lack).count();
            println!("left out in {}: {what_and_why} ({count} trials, and parts of others)", engine.name());
        }
    }
}
