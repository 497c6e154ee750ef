//! What keeping costs once there is much: saves with 50,000 reviews in the log, and the queue of
//! what is due over 50,000 cards, a tenth of them due.
//!
//! A save counts from when the widget tells of an answer to the moment that it is told to go on,
//! when the transaction is complete; against it stands a transaction of the browser's alone, with
//! one record. Between two there is a moment, as a reader leaves. The percentile is of the saves of
//! one round; the page's main thread is four times slower, the browser's own process, which writes,
//! is not. The queue is the number due and a review of twenty facts of one story, asked for at once.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::figure::{Figure, Sample};
use crate::lab::{FREE, Lab, Visit, evaluate};
use crate::page::Page;
use crate::{QUESTION, Site, processes};

const REVIEWS: usize = 50_000;
const CARDS: usize = 50_000;
const SAVES: usize = 300;
/// How many saves go before those that count.
const WARM: usize = 20;
/// How often the queue is asked for in a round.
const QUEUES: usize = 5;

/// Measures so many rounds.
///
/// # Errors
/// When a browser fails, or something is not saved.
pub async fn measure(lab: &Lab, site: &Site, rounds: usize) -> Result<Vec<Figure>> {
    let mut saves = [Sample::default(), Sample::default()];
    let mut percentiles = [Sample::default(), Sample::default()];
    let mut bares = [Sample::default(), Sample::default()];
    let mut bare_percentiles = [Sample::default(), Sample::default()];
    let mut queues = [Sample::default(), Sample::default()];
    for round in 0..rounds {
        eprintln!("keep: round {} of {rounds}", round + 1);
        let path = "index.html?story=bench/now/30.json&quiz=all";
        let visit = Visit { origin: &site.ours, path, selector: QUESTION, conditions: FREE };
        lab.visit(visit, async |page| {
            let fill = include_str!("keep.js").trim();
            evaluate::<Value>(page, &format!("{fill}({REVIEWS}, {CARDS})")).await?;
            // The browser tidies what it was just given.
            processes::rest().await;
            for (slow, rate) in [1, 4].into_iter().enumerate() {
                throttle(page, rate).await?;
                // The first compile what they call.
                evaluate::<Value>(page, "keepBench.queue()").await?;
                evaluate::<Value>(page, &format!("keepBench.saves({WARM})")).await?;
                for _ in 0..QUEUES {
                    queues[slow].0.push(evaluate(page, "keepBench.queue()").await?);
                }
                let mut times: Vec<f64> = evaluate(page, &format!("keepBench.saves({SAVES})")).await?;
                times.sort_by(f64::total_cmp);
                saves[slow].0.push(Sample(times.clone()).median());
                percentiles[slow].0.extend(times.get(SAVES * 99 / 100));
                let mut times: Vec<f64> = evaluate(page, &format!("keepBench.bare({SAVES})")).await?;
                times.sort_by(f64::total_cmp);
                bares[slow].0.push(Sample(times.clone()).median());
                bare_percentiles[slow].0.extend(times.get(SAVES * 99 / 100));
            }
            let answers: usize = evaluate(page, "keepBench.answers()").await?;
            ensure!(answers == REVIEWS + 2 * (WARM + SAVES), "of the answers {answers} are kept");
            Ok(())
        })
        .await?;
    }
    let mut figures = Vec::new();
    let throttled = ["", "CPU 4x, "].into_iter();
    let measured =
        saves.into_iter().zip(bares).zip(percentiles.into_iter().zip(bare_percentiles)).zip(queues);
    for (slow, (((save, bare), (percentile, bare_percentile)), queue)) in throttled.zip(measured) {
        let of = |what: &str| format!("keep, {slow}{what}");
        let percentile = Figure::of(of("50,000 reviews: a save, 99th percentile"), percentile, "ms");
        let queue = Figure::of(of("50,000 cards: the queue"), queue, "ms");
        let is_slow = !slow.is_empty();
        figures
            .push(Figure::of(of("50,000 reviews: a save"), save, "ms").against("a bare transaction", bare));
        // How long it takes, and not how many times the browser's own, is what matters to a reader.
        figures.push(if is_slow { percentile.limit(10.0) } else { percentile });
        figures.push(Figure::of(of("a bare transaction, 99th percentile"), bare_percentile, "ms"));
        figures.push(if is_slow { queue } else { queue.limit(100.0) });
    }
    Ok(figures)
}

async fn throttle(page: &Page, rate: u32) -> Result<()> {
    page.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": rate })).await.map(drop)
}
