//! What opening a large story costs, in time and memory, against `JSON.parse` of the same bytes
//! and against their number.
//!
//! *Time* runs from the arrival of the story's last byte (`responseEnd` of its resource timing)
//! to the end of the frame that shows the first question: reading, checking, drawing the quiz,
//! building the page's elements, layout and painting. The server holds the story back until the
//! widget waits for it, so the widget's own start is not in it. `JSON.parse` is timed in the same
//! page afterwards, over the same bytes fetched once more and already decoded to a string: its
//! first call there is what the ratio is against, since a story is opened once too.
//!
//! *Memory* is how far the wasm's memory grew since before the program ran, and how much more
//! the page's process has for itself alone than with a story of 30 questions, after a collection;
//! both over the size of the file. The wasm's memory never shrinks, so what it grew by is its peak.

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::json;

use crate::figure::{Figure, Sample};
use crate::lab::{FREE, Lab, Visit, evaluate};
use crate::page::Page;
use crate::{QUESTION, Site, processes, stories};

const MEGABYTE: f64 = 1_000_000.0;

/// What one opening took, in milliseconds and bytes.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Opening {
    painted: f64,
    built: f64,
    arrived: f64,
    started: f64,
    memory_before: f64,
    memory_after: f64,
}

const OPENING: &str = "(() => {
    const name = new URL(new URLSearchParams(location.search).get('story'), location.href).href;
    const arrived = Math.max(...performance.getEntriesByName(name).map((entry) => entry.responseEnd));
    const { painted, built, started, memory, memoryBefore } = bench;
    return { painted, built, started, arrived, memoryBefore, memoryAfter: memory.buffer.byteLength };
})()";

/// What `JSON.parse` of the same bytes took, in milliseconds.
#[derive(Deserialize)]
struct Parsing {
    decode: f64,
    first: f64,
    later: f64,
}

const PARSING: &str = "(async () => {
    const bytes = await (await fetch('bench/now/10000.json')).arrayBuffer();
    const timed = (task) => { const began = performance.now(); const value = task(); return [performance.now() - began, value]; };
    const [decode, text] = timed(() => new TextDecoder().decode(bytes));
    const parse = () => { const [took, value] = timed(() => JSON.parse(text)); return value.format === 1 ? took : NaN; };
    const first = parse();
    const later = Array.from({ length: 5 }, parse).sort((one, other) => one - other)[2];
    return { decode, first, later };
})()";

/// Everything there is of one quiz of the large story.
#[derive(Default)]
struct Samples {
    painted: Sample,
    built: Sample,
    parse: Sample,
    parse_later: Sample,
    decode_and_parse: Sample,
    wasm: Sample,
    private: Sample,
    private_uncollected: Sample,
}

/// Measures so many rounds.
///
/// # Errors
/// When a browser fails.
pub async fn measure(lab: &Lab, site: &Site, rounds: usize) -> Result<Vec<Figure>> {
    let quizzes = [(stories::TEN, "ten drawn"), (stories::ALL, "all asked")];
    let mut samples = quizzes.map(|_| Samples::default());
    for round in 0..rounds {
        eprintln!("opening: round {} of {rounds}", round + 1);
        let (_, small) = open(lab, site, "30.json", stories::TEN, async |page| memory(page).await).await?;
        for ((quiz, _), samples) in quizzes.iter().zip(&mut samples) {
            let measured = async |page: &Page| {
                let memory = memory(page).await?;
                Ok((memory, evaluate::<Parsing>(page, PARSING).await?))
            };
            let (opening, (large, parsing)) = open(lab, site, "10000.json", quiz, measured).await?;
            // Should the widget have started late after all, its start is left out.
            let from = opening.arrived.max(opening.started);
            samples.painted.0.push(opening.painted - from);
            samples.built.0.push(opening.built - from);
            samples.parse.0.push(parsing.first);
            samples.parse_later.0.push(parsing.later);
            samples.decode_and_parse.0.push(parsing.decode + parsing.first);
            samples.wasm.0.push((opening.memory_after - opening.memory_before) / MEGABYTE);
            if let (Some(small), Some(large)) = (&small, &large) {
                samples.private.0.push((large.collected - small.collected) / MEGABYTE);
                samples.private_uncollected.0.push((large.uncollected - small.uncollected) / MEGABYTE);
            }
        }
    }
    let size = site.large as f64 / MEGABYTE;
    let figures = quizzes.iter().zip(samples).flat_map(|((_, quiz), samples)| samples.figures(quiz, size));
    Ok(figures.collect())
}

impl Samples {
    fn figures(self, quiz: &str, size: f64) -> Vec<Figure> {
        let of = |what: &str| format!("open 10,000 ({quiz}): {what}");
        let file = |sample: &Sample| Sample(vec![size; sample.0.len()]);
        let mut figures = vec![
            Figure::of(of("bytes there to question painted"), self.painted.clone(), "ms")
                .against("JSON.parse, first call", self.parse.clone())
                .limit(3.0),
            Figure::of(of("the same"), self.painted.clone(), "ms")
                .against("JSON.parse, later calls", self.parse_later),
            Figure::of(of("the same"), self.painted, "ms")
                .against("decoding and JSON.parse", self.decode_and_parse),
            Figure::of(of("bytes there to question in the document"), self.built, "ms")
                .against("JSON.parse, first call", self.parse),
            Figure::of(of("growth of the wasm's memory"), self.wasm.clone(), "MB")
                .against("the file", file(&self.wasm))
                .limit(4.0),
        ];
        if !self.private.0.is_empty() {
            let (collected, uncollected) = (self.private, self.private_uncollected);
            let file = file(&collected);
            figures.push(
                Figure::of(of("growth of the page's process"), collected, "MB")
                    .against("the file", file.clone())
                    .limit(4.0),
            );
            figures.push(
                Figure::of(of("the same, before a collection"), uncollected, "MB").against("the file", file),
            );
        }
        figures
    }
}

async fn open<T>(
    lab: &Lab,
    site: &Site,
    story: &str,
    quiz: &str,
    more: impl AsyncFnOnce(&Page) -> Result<T>,
) -> Result<(Opening, T)> {
    let path = format!("index.html?story=bench/late/{story}&quiz={quiz}&seed=1");
    let visit = Visit { origin: &site.ours, path: &path, selector: QUESTION, conditions: FREE };
    lab.visit(visit, async |page| {
        let opening = evaluate(page, OPENING).await.context("the page tells no times")?;
        Ok((opening, more(page).await?))
    })
    .await
}

/// What the page's process has for itself alone, in bytes.
struct Private {
    uncollected: f64,
    collected: f64,
}

async fn memory(page: &Page) -> Result<Option<Private>> {
    processes::rest().await;
    let uncollected = processes::page_memory();
    page.cdp("HeapProfiler.collectGarbage", json!({})).await?;
    processes::rest().await;
    let collected = processes::page_memory();
    let pair = uncollected.zip(collected);
    Ok(pair.map(|(one, other)| Private { uncollected: one as f64, collected: other as f64 }))
}
