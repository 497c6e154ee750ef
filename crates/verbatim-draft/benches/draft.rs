//! How fast the engine reads, and that its time grows with the length of the text
//! and no faster. Prints ratios of what is measured in one run, each with its limit.

use std::hint::black_box;
use std::process::ExitCode;
use std::time::Duration;

use cpu_time::ProcessTime;
use verbatim_draft::{Article, facts};

/// News prose, of which longer texts are made.
const PROSE: &str = include_str!("../tests/cases/ferry.txt");

const MEGABYTE: usize = 1_000_000;

fn prose(bytes: usize) -> String {
    PROSE.repeat(bytes / PROSE.len() + 1)
}

/// The shortest of several runs, as time of the processor: others may use the machine.
fn time(text: &str) -> Duration {
    let runs = (0..3).map(|_| {
        let start = ProcessTime::now();
        black_box(facts(Article { text: black_box(text), published: Some("2020-05-13"), language: "en" }));
        start.elapsed()
    });
    runs.min().unwrap_or_default()
}

fn per_byte(text: &str) -> f64 {
    time(text).as_secs_f64() / text.len() as f64
}

fn main() -> ExitCode {
    // The word lists are read once.
    time(PROSE);
    let one = prose(MEGABYTE);
    let base = per_byte(&one);
    let speed = 1.0 / base / 1e6;
    println!("{:<54} {speed:>8.1} MB/s", "news prose, one core (20 wanted)");
    let mut over = speed < 20.0;
    let quotes = "\"".repeat(10_000_000);
    let paragraph = prose(50 * MEGABYTE).replace('\n', " ");
    let open = "\u{201c}They said so. ".repeat(500_000);
    let verbs = "said ".repeat(2_000_000);
    let commas = "Ada Brandt, ".repeat(800_000);
    let cases = [
        ("10 MB of prose, a byte against 1 MB's", prose(10 * MEGABYTE), 1.1),
        ("one paragraph of 50 MB, a byte against prose's", paragraph, 1.5),
        ("ten million quotation marks, a byte against prose's", quotes, 12.0),
        ("quotations that never close, a byte against prose's", open, 3.0),
        ("nothing but verbs of speech, a byte against prose's", verbs, 20.0),
        ("nothing but names and commas, a byte against prose's", commas, 8.0),
    ];
    for (what, text, limit) in cases {
        // Against prose measured now: the machine is not equally fast all the time.
        let ratio = per_byte(&text) / per_byte(&one);
        let verdict = if ratio > limit { "OVER" } else { "" };
        over |= ratio > limit;
        println!("{what:<54} {ratio:>8.2} (limit {limit}) {verdict}");
    }
    let strict = std::env::args().any(|argument| argument == "--strict");
    if over && strict { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
