//! The processes of our own browser, as Linux tells of them: their memory, and whether they rest.

use std::fs;
use std::time::{Duration, Instant};

/// Processor time, in ticks of 10 ms, below which a quarter of a second counts as rest.
const RESTING: u64 = 2;

/// How long a browser gets to come to rest.
const PATIENCE: Duration = Duration::from_secs(10);

/// What the page's process has for itself alone, in bytes; nothing where the system does not tell.
/// Of several, the largest: the browser's own pages are small.
pub fn page_memory() -> Option<u64> {
    let is_page = |command: &str| {
        command.contains("--type=renderer")
            && !command.contains("--extension-process")
            && !command.contains("--top-chrome-webui")
    };
    let pages = descendants().into_iter().filter(|process| {
        fs::read_to_string(format!("/proc/{process}/cmdline")).is_ok_and(|command| is_page(&command))
    });
    pages.filter_map(private_memory).max()
}

/// Waits until the browser does nothing more, since a new one is busy with itself for a while.
pub async fn rest() {
    let began = Instant::now();
    let mut last = processor_time();
    let mut quiet = 0;
    while quiet < 2 && began.elapsed() < PATIENCE {
        tokio::time::sleep(Duration::from_millis(250)).await;
        let now = processor_time();
        quiet = if now.saturating_sub(last) <= RESTING { quiet + 1 } else { 0 };
        last = now;
    }
}

/// How much of the machine was in use in a second, by anybody: from 0 to 1.
pub async fn machine_use() -> Option<f64> {
    let before = machine_times()?;
    tokio::time::sleep(Duration::from_secs(1)).await;
    let after = machine_times()?;
    let (idle, all) = (after.0.saturating_sub(before.0), after.1.saturating_sub(before.1));
    (all > 0).then(|| 1.0 - idle as f64 / all as f64)
}

fn machine_times() -> Option<(u64, u64)> {
    let stat = fs::read_to_string("/proc/stat").ok()?;
    let times: Vec<u64> = stat.lines().next()?.split_whitespace().skip(1).flat_map(str::parse).collect();
    Some((times.get(3)? + times.get(4)?, times.iter().take(8).sum()))
}

fn private_memory(process: u32) -> Option<u64> {
    let rollup = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).ok()?;
    let private = rollup.lines().filter(|line| line.starts_with("Private_"));
    let kibibytes = private.filter_map(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok());
    Some(kibibytes.sum::<u64>() * 1024)
}

fn processor_time() -> u64 {
    let of_one = |process: u32| {
        let fields = fields(process)?;
        // The times in user and in system mode: fields 14 and 15 of proc(5), two fewer here.
        Some(fields.get(11)?.parse::<u64>().ok()? + fields.get(12)?.parse::<u64>().ok()?)
    };
    descendants().into_iter().filter_map(of_one).sum()
}

/// The processes that were started by this one, and by those.
fn descendants() -> Vec<u32> {
    let Ok(entries) = fs::read_dir("/proc") else { return Vec::new() };
    let all: Vec<(u32, u32)> = entries
        .filter_map(|entry| {
            let process = entry.ok()?.file_name().to_str()?.parse().ok()?;
            Some((process, fields(process)?.get(1)?.parse().ok()?))
        })
        .collect();
    let mut found = vec![std::process::id()];
    let mut at = 0;
    while let Some(parent) = found.get(at).copied() {
        found.extend(all.iter().filter(|(_, of)| *of == parent).map(|(process, _)| *process));
        at += 1;
    }
    found.split_off(1)
}

/// What `/proc/…/stat` has after the program's name: the state, the parent, and so on.
fn fields(process: u32) -> Option<Vec<String>> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let (_, fields) = stat.rsplit_once(')')?;
    Some(fields.split_whitespace().map(str::to_owned).collect())
}
