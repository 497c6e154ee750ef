//! How fast the engine reads, and that its time grows with the length of the text
//! and no faster. Prints ratios of what is measured in one run, each with its limit.

use std::hint::black_box;
use std::process::ExitCode;
use std::time::Duration;

use verbatim_draft::{Article, facts};

/// News prose, of which longer texts are made.
const PROSE: &str = include_str!("../tests/cases/ferry.txt");

const MEGABYTE: usize = 1_000_000;

fn prose(bytes: usize) -> String {
    PROSE.repeat(bytes / PROSE.len() + 1)
}

/// Time of the processor, where others may use the machine; a wasm has but a clock.
#[cfg(not(target_family = "wasm"))]
fn measure(run: impl FnOnce()) -> Duration {
    let start = cpu_time::ProcessTime::now();
    run();
    start.elapsed()
}

#[cfg(target_family = "wasm")]
fn measure(run: impl FnOnce()) -> Duration {
    let start = std::time::Instant::now();
    run();
    start.elapsed()
}

/// The time in which a text is read so many times.
fn time(text: &str, times: usize) -> Duration {
    measure(|| {
        for _ in 0..times {
            let article = Article { text: black_box(text), published: Some("2020-05-13"), language: "en" };
            black_box(facts(article));
        }
    })
}

/// Seconds a byte: the shortest of several runs.
fn per_byte(text: &str) -> f64 {
    (0..5).map(|_| time(text, 1)).min().unwrap_or_default().as_secs_f64() / text.len() as f64
}

/// How many times as long a byte of one text takes as one of another, measured in turn and
/// for equally long: the machine is not equally fast all the time.
fn ratio(text: &str, base: &str) -> f64 {
    let times = (text.len() / base.len()).max(1);
    let rounds: Vec<(Duration, Duration)> = (0..5).map(|_| (time(text, 1), time(base, times))).collect();
    let shortest = |of: fn(&(Duration, Duration)) -> Duration| {
        rounds.iter().map(of).min().unwrap_or_default().as_secs_f64()
    };
    let (one, other) = (shortest(|round| round.0), shortest(|round| round.1));
    (one / text.len() as f64) / (other / (base.len() * times) as f64)
}

fn main() -> ExitCode {
    // The word lists are read once.
    time(PROSE, 1);
    let one = prose(MEGABYTE);
    if std::env::args().any(|argument| argument == "--speed") {
        // For whoever compares it: seconds a byte, and nothing else.
        println!("{:e}", per_byte(&one));
        return ExitCode::SUCCESS;
    }
    let base = per_byte(&one);
    let speed = 1.0 / base / 1e6;
    println!("{:<54} {speed:>8.1} MB/s", "news prose, one core (20 wanted)");
    let mut over = speed < 20.0;
    let quotes = |count| "\"".repeat(count);
    let paragraph = prose(50 * MEGABYTE).replace('\n', " ");
    let open = "\u{201c}They said so. ".repeat(500_000);
    let verbs = "said ".repeat(2_000_000);
    let commas = "Ada Brandt, ".repeat(800_000);
    let cases = [
        ("10 MB of prose, a byte against 1 MB's", prose(10 * MEGABYTE), 1.1),
        ("one paragraph of 50 MB, a byte against prose's", paragraph, 1.5),
        ("quotations that never close, a byte against prose's", open, 3.0),
        ("nothing but verbs of speech, a byte against prose's", verbs, 20.0),
        ("nothing but names and commas, a byte against prose's", commas, 8.0),
    ];
    let against = |base: &str, (what, text, limit): (&str, String, f64)| {
        let ratio = ratio(&text, base);
        let verdict = if ratio > limit { "OVER" } else { "" };
        println!("{what:<54} {ratio:>8.2} (limit {limit}) {verdict}");
        ratio > limit
    };
    for case in cases {
        over |= against(&one, case);
    }
    let marks = ("ten million quotation marks, a byte against a million's", quotes(10_000_000), 1.3);
    over |= against(&quotes(1_000_000), marks);
    let strict = std::env::args().any(|argument| argument == "--strict");
    if over && strict { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
