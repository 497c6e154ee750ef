//! What it costs the studio to mark up an article of 2,000 words, from the click to the frame that
//! shows it marked, with the page's main thread four times slower.
//!
//! The desk is drawn in two steps: a *screen* of the article first, then *all* of it with its margin.
//! *Painted* and *script* are measured as a click's are: see `click`. *First* is the first article
//! after the page was loaded, whose code no browser has run before; *later* is the same again.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::click::{Samples, click, settled, timed_click};
use crate::figure::Figure;
use crate::lab::{CPU4, Lab, Visit, evaluate};
use crate::page::Page;
use crate::{Site, processes};

/// The project's own article.
const ARTICLE: &str = include_str!("../../questions/articles/storvann.txt");
/// How many words are marked up.
const WORDS: usize = 2_000;
/// What is waited for, and what in the page shows that it is there.
const SHOWN: [(&str, &str); 2] =
    [("a screen", "document.querySelector('.chip')"), ("all", "document.querySelector('.cast')")];
/// From the article in the form to the article marked up, in milliseconds.
const LIMIT: f64 = 50.0;

/// Measures so many rounds.
///
/// # Errors
/// When a browser fails, or nothing is marked up.
pub async fn measure(lab: &Lab, site: &Site, rounds: usize) -> Result<Vec<Figure>> {
    let text = article()?;
    let mut samples = SHOWN.map(|_| <[Samples; 2]>::default());
    for round in 0..rounds {
        eprintln!("studio: round {} of {rounds}", round + 1);
        for ((_, sign), samples) in SHOWN.iter().zip(&mut samples) {
            let visit = Visit {
                origin: &site.ours,
                path: "studio.html",
                selector: "#article-text",
                conditions: CPU4,
            };
            lab.visit(visit, async |page| marks(page, &text, sign, samples).await).await?;
        }
    }
    let mut figures = Vec::new();
    for ((shown, _), samples) in SHOWN.iter().zip(samples) {
        for (which, samples) in ["first", "later"].iter().zip(samples) {
            let of = |what: &str| format!("studio, CPU 4x, {WORDS} words, {shown}, {which}: {what}");
            figures.push(Figure::of(of("frames until shown"), samples.frames, "frames"));
            figures.push(Figure::of(of("painted"), samples.painted, "ms").limit(LIMIT));
            figures.push(Figure::of(of("script"), samples.script, "ms"));
        }
    }
    Ok(figures)
}

/// The article again and again, up to so many words.
fn article() -> Result<String> {
    let all = ARTICLE.repeat(WORDS / 600 + 1);
    let last = all.split_whitespace().nth(WORDS - 1).context("the article is too short")?;
    let end = last.as_ptr() as usize - all.as_ptr() as usize + last.len();
    Ok(all[..end].to_owned())
}

async fn marks(page: &Page, text: &str, sign: &str, samples: &mut [Samples; 2]) -> Result<()> {
    // Whoever has an article to paste has not had it ready as the page came: until then the page
    // rehearses. It takes half a second, one where all is four times slower.
    let rehearsed = "bench.watch(() => !document.querySelector('.house')).then(() => null)";
    // The paragraphs that no screen holds.
    let laid_out = "bench.watch(() => !document.querySelector('[data-later]')).then(() => null)";
    evaluate::<Value>(page, rehearsed).await?;
    processes::rest().await;
    for samples in samples {
        let paste = format!(
            "(() => {{
                const area = document.querySelector('#article-text');
                area.value = {};
                area.dispatchEvent(new InputEvent('input', {{ bubbles: true }}));
            }})()",
            json!(text)
        );
        evaluate::<Value>(page, &paste).await?;
        timed_click(page, "#mark-up", sign, samples).await?;
        // Nothing of what follows it, the check and the preview, is to be in the next one.
        settled(page, ".check .findings, .check .sound").await?;
        evaluate::<Value>(page, laid_out).await?;
        click(page, "#undo").await?;
        settled(page, "#article-text").await?;
    }
    Ok(())
}
