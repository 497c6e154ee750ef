//! How long it takes from what was pasted to every table: for a class of 35 in a thread of 100 kB,
//! and for 5,000 codes. Prints the processor's time, each with its limit.

use std::hint::black_box;
use std::process::ExitCode;
use std::rc::Rc;

use cpu_time::ProcessTime;
use unicode_normalization::UnicodeNormalization;
use verbatim_class::code;
use verbatim_class::collect::{Class, Collection, Counting, Known};
use verbatim_class::missed::read_again;
use verbatim_class::sheet::Sheet;
use verbatim_class::statistics::{calibration, items, whole};
use verbatim_class::submission::{Edition, Sitting, Submission, Told, Who};
use verbatim_core::dice::Dice;
use verbatim_core::digest::digest;
use verbatim_core::pose::Task;
use verbatim_core::session::{Mode, Session};

const FILE: &[u8] = include_bytes!("../../../questions/air-force-one.json");
/// What stands between codes in a thread.
const PROSE: &str = "Somebody wrote on Monday at 10:31 that it went well - more or less; see you tomorrow.\n";
/// In milliseconds: what may take 200 on a processor slowed four times, in a wasm that takes
/// twice as long; and what may take three seconds in such a wasm.
const THREAD: f64 = 200.0 / 4.0 / 2.0;
const MANY: f64 = 3000.0 / 2.0;

fn decompose(text: &str) -> String {
    text.nfkd().collect::<String>().to_lowercase()
}

/// The codes of so many pupils, each with its own form or all with one.
fn codes(known: &Known, pupils: u32, forms: u32) -> Vec<String> {
    let story = &known.story;
    let Some(quiz) = story.quiz("whole-story") else { return Vec::new() };
    let mut dice = Dice::new(1, "bench");
    let digest = digest(FILE);
    let code = |at: u32| {
        let seed = at % forms;
        let session = Session::new(story.clone(), quiz, seed, Mode::Test, decompose).at_most(10);
        let told = session.questions().iter().map(|posed| {
            let mut response = posed.task.blank();
            match &posed.task {
                Task::One { offers, .. } | Task::Several { offers, .. } => {
                    response.choose(dice.below(offers.len()))
                }
                Task::Match { statements, .. } => {
                    (0..statements.len()).for_each(|slot| response.give(slot, Some(slot)))
                }
                Task::Arrange { events } => response.shift(0, 1 + dice.below(events.len() - 1)),
                Task::Type { .. } => response.write("something".to_owned()),
            }
            let response = Some(response.items(&posed.task, story));
            Told {
                question: posed.question(story).id.clone(),
                response,
                milliseconds: 20_000.0,
                ..Told::default()
            }
        });
        let told = told.collect();
        let (count, begun, who) = (Some(10), 1_796_000_000_000.0, Who::Name(format!("Pupil {at}")));
        let sitting = Sitting {
            digest: &digest,
            quiz,
            seed,
            count,
            mode: Mode::Test,
            confidence: false,
            begun,
            who,
            told,
        };
        code::write(&Submission::new(story, sitting), story).unwrap_or_default()
    };
    (0..pupils).map(code).collect()
}

/// From the text to every table; how many pupils are in them.
fn tables(text: &str, known: &Known) -> usize {
    let mut collection = Collection::default();
    collection.collect(text);
    let class = Class::of(&collection, std::slice::from_ref(known), Counting::First, decompose);
    let pupils = class.sets.iter().map(|set| {
        let sheet = Sheet::of(set);
        black_box((items(&sheet), whole(&sheet), calibration(&sheet), read_again(&sheet, decompose)));
        sheet.rows.len()
    });
    pupils.sum()
}

/// The shortest of several runs, in milliseconds.
fn time(mut run: impl FnMut()) -> f64 {
    let once = |_| {
        let start = ProcessTime::now();
        run();
        start.elapsed().as_secs_f64() * 1e3
    };
    (0..5).map(once).fold(f64::INFINITY, f64::min)
}

fn main() -> ExitCode {
    let Some(story) = verbatim_core::check::load(FILE).story.map(Rc::new) else { return ExitCode::FAILURE };
    let edition = Edition::new(&story, &digest(FILE));
    let known = Known { story, edition };
    let prose = |codes: &[String], bytes: usize| {
        let between = bytes.saturating_sub(codes.len() * 135) / codes.len().max(1) / PROSE.len();
        codes.iter().map(|code| format!("{code}\n{}", PROSE.repeat(between))).collect::<String>()
    };
    let mut over = false;
    for (what, pupils, forms, bytes, limit) in [
        ("35 pupils, one form, a thread of 100 kB", 35, 1, 100_000, THREAD),
        ("35 pupils, a form each, a thread of 100 kB", 35, 35, 100_000, THREAD),
        ("5,000 codes, one form", 5000, 1, 0, MANY),
        ("5,000 codes, 35 forms", 5000, 35, 0, MANY),
    ] {
        let text = prose(&codes(&known, pupils, forms), bytes);
        let mut found = 0;
        let taken = time(|| found = tables(black_box(&text), &known));
        let verdict = if taken > limit { "OVER" } else { "" };
        over |= taken > limit;
        println!("{what:<54} {taken:>8.1} ms (limit {limit}) {verdict}  {found} pupils");
    }
    if over && std::env::args().any(|argument| argument == "--strict") {
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}
