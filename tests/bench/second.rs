//! What a second element costs a page that has one already: the time that the page's main thread
//! is busy until its question is shown, and what it does for it afterwards, when it has nothing
//! else to do; on a processor four times slower. A further request is a failure.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use crate::figure::{Figure, Sample};
use crate::lab::{FREE, Lab, Visit, evaluate};
use crate::page::Page;
use crate::{ASKED, PLAYED, Site, processes};

/// Adds an element like the first, and settles when a frame shows its question.
const ADD: &str = "(async () => {
    const first = document.querySelector('verbatim-quiz');
    const second = document.createElement('verbatim-quiz');
    for (const name of ['src', 'quiz', 'seed']) second.setAttribute(name, first.getAttribute(name));
    second.loading = 'eager';
    const ready = new Promise((done) => second.addEventListener('quiz-ready', done, { once: true }));
    first.after(second);
    await ready;
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return null;
})()";

const REQUESTS: &str = "performance.getEntriesByType('resource').length";

/// Measures so many rounds.
///
/// # Errors
/// When a browser fails, or the second element asks for anything.
pub async fn measure(lab: &Lab, site: &Site, rounds: usize) -> Result<Vec<Figure>> {
    let (mut shown, mut idle) = (Sample::default(), Sample::default());
    for round in 0..rounds {
        eprintln!("second element: round {} of {rounds}", round + 1);
        let visit = Visit { origin: &site.ours, path: PLAYED, selector: ASKED, conditions: FREE };
        let [at_once, later] = lab
            .visit(visit, async |page| {
                // What comes after the first question, and what keeps the page, is there.
                processes::rest().await;
                let asked: usize = evaluate(page, REQUESTS).await?;
                page.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await?;
                let before = busy(page).await?;
                evaluate::<Value>(page, ADD).await?;
                let after = busy(page).await?;
                processes::rest().await;
                let end = busy(page).await?;
                let asked = evaluate::<usize>(page, REQUESTS).await? - asked;
                ensure!(asked == 0, "the second element asks for {asked} files");
                Ok([after - before, end - after])
            })
            .await?;
        shown.0.push(at_once);
        idle.0.push(later);
    }
    let of = |what: &str, sample| Figure::of(format!("second element, CPU 4x, {what}"), sample, "ms");
    Ok(vec![of("main thread", shown).limit(10.0), of("main thread, at leisure", idle)])
}

/// How long the main thread was busy with tasks so far, in milliseconds.
async fn busy(page: &Page) -> Result<f64> {
    let metrics = page.cdp("Performance.getMetrics", json!({})).await?;
    let all = metrics["metrics"].as_array().into_iter().flatten();
    let seconds: f64 =
        all.filter(|one| one["name"] == "TaskDuration").filter_map(|one| one["value"].as_f64()).sum();
    Ok(seconds * 1000.0)
}
