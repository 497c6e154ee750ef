//! How long it is until the first question can be answered, against a counter in yew.
//!
//! From the start of the navigation to the end of the frame that shows the first answer to choose
//! (of the counter: its button), in a browser and a profile of its own each time, with an empty
//! cache, everything served in brotli from the loopback. The counter is built from the same
//! lockfile with the same profile, started by the same few lines of script, and compressed alike.
//! Which of them goes first changes from round to round.

use anyhow::Result;

use crate::figure::{Figure, Sample};
use crate::lab::{CPU4, CPU4_SLOW4G, FREE, Lab, Visit, evaluate};
use crate::{ASKED, BUTTON, PLAYED, QUESTION, Site};

/// Measures so many rounds.
///
/// # Errors
/// When a browser fails.
pub async fn measure(lab: &Lab, site: &Site, rounds: usize) -> Result<Vec<Figure>> {
    let pages = [
        ("the counter", site.counter.as_str(), "index.html", BUTTON),
        ("ten questions", &site.ours, "index.html?story=ten-questions.json&quiz=ten&seed=1", QUESTION),
        ("the default story", &site.ours, PLAYED, ASKED),
    ];
    let mut figures = Vec::new();
    for conditions in [FREE, CPU4, CPU4_SLOW4G] {
        let mut samples = pages.map(|_| Sample::default());
        for round in 0..rounds {
            eprintln!("first question, {}: round {} of {rounds}", conditions.name, round + 1);
            for turn in 0..pages.len() {
                let at = (turn + round) % pages.len();
                let (_, origin, path, selector) = pages[at];
                let visit = Visit { origin, path, selector, conditions };
                let painted = lab.visit(visit, async |page| evaluate(page, "bench.painted").await).await?;
                samples[at].0.push(painted);
            }
        }
        let [counter, ten, whole] = samples;
        for (story, sample) in [("ten questions", ten), ("the default story", whole)] {
            let what = format!("first question, {}, {story}", conditions.name);
            let figure = Figure::of(what, sample, "ms").against("counter in yew", counter.clone());
            figures.push(figure.limit(1.5).goal(1.2));
        }
    }
    Ok(figures)
}
