//! How long a second visit takes, with the server stopped, against the first in the same browser.
//!
//! From the start of the navigation to the frame that shows the question, both times in the same
//! conditions; the network's limits mean nothing to the second, which has none. In between the
//! page has said that it is kept, and the server is gone: whoever connects is refused.

use std::collections::HashMap;
use std::path::Path;

use anyhow::Result;
use serde_json::Value;

use crate::figure::{Figure, Sample};
use crate::lab::{CPU4, CPU4_SLOW4G, FREE, Lab, Visit, evaluate};
use crate::{ASKED, PLAYED, processes, server};

/// Settles once the page says that its quiz can be played offline.
const KEPT: &str = "new Promise((done) => {
    const look = () => document.querySelector('footer .kept')?.dataset.kept === 'true' ? done(null) : setTimeout(look, 50);
    look();
})";

/// Measures so many rounds.
///
/// # Errors
/// When a browser fails, or the page is not there without its server.
pub async fn measure(lab: &Lab, folder: &Path, rounds: usize) -> Result<Vec<Figure>> {
    let mut figures = Vec::new();
    for conditions in [FREE, CPU4, CPU4_SLOW4G] {
        let (mut first, mut second) = (Sample::default(), Sample::default());
        for round in 0..rounds {
            eprintln!("second visit, {}: round {} of {rounds}", conditions.name, round + 1);
            let served = server::serve(folder, HashMap::new())?;
            let origin = served.origin.clone();
            let visit = Visit { origin: &origin, path: PLAYED, selector: ASKED, conditions };
            let both = lab.visit(visit, async |page| {
                let one: f64 = evaluate(page, "bench.painted").await?;
                evaluate::<Value>(page, KEPT).await?;
                served.stop()?;
                processes::rest().await;
                page.open(PLAYED).await?;
                evaluate::<Value>(page, "bench.shown.then(() => null)").await?;
                Ok([one, evaluate(page, "bench.painted").await?])
            });
            let [one, two] = both.await?;
            first.0.push(one);
            second.0.push(two);
        }
        let what = format!("second visit, offline, {}", conditions.name);
        figures.push(Figure::of(what, second, "ms").against("the first", first).limit(0.6));
    }
    Ok(figures)
}
