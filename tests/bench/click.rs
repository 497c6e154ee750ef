//! What an answer costs, from the click to the frame that shows the feedback, with the page's
//! main thread four times slower; beside it the same of a counter in yew.
//!
//! The click is a real one, sent to the browser as a mouse would; it counts from the time stamp
//! that the browser gives the release of the button. *Painted* is the first task after the first
//! frame with the feedback in the document, so it holds the wait for that frame and its layout
//! and painting too. *Frames* is how many frames of 60 Hz later than the last one before the
//! click that frame's turn came: 1 when it was the very next one, more when any was missed.
//! *Script* is the page's `ScriptDuration`, JavaScript and wasm, from before the press to after
//! the feedback; what watches for the feedback is in it.
//!
//! Whoever reads the question first gives the browser the time to get the rest of the widget and
//! to compile it; whoever *hurries* does not, and clicks as soon as there is something to click.

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::figure::{Figure, Sample};
use crate::lab::{CPU4, Lab, Visit, evaluate};
use crate::page::Page;
use crate::{BUTTON, QUESTION, Site, processes, stories};

/// A frame of a screen of 60 Hz, in milliseconds.
const FRAME: f64 = 1000.0 / 60.0;

/// How many questions are answered in each page: one that runs code for the first time, and others.
const ANSWERS: usize = 4;

/// Whether the question is read before it is answered.
#[derive(Clone, Copy)]
enum Pace {
    Reads,
    Hurries,
}

/// When what happened, in milliseconds since the page's start.
#[derive(Deserialize)]
struct Answered {
    input: f64,
    last: f64,
    looked: f64,
    painted: f64,
}

/// What several clicks cost.
#[derive(Default)]
pub struct Samples {
    /// From the input until it is painted, in milliseconds.
    pub painted: Sample,
    /// How many frames later that is.
    pub frames: Sample,
    /// How long scripts ran, in milliseconds.
    pub script: Sample,
}

/// Measures so many rounds.
///
/// # Errors
/// When a browser fails, or an answer is not told.
pub async fn measure(lab: &Lab, site: &Site, rounds: usize) -> Result<Vec<Figure>> {
    let stories = [
        ("30.json", stories::ALL, Pace::Reads, "30"),
        ("30.json", stories::ALL, Pace::Hurries, "30, in a hurry"),
        ("10000.json", stories::TEN, Pace::Reads, "10,000, ten drawn"),
        ("10000.json", stories::ALL, Pace::Reads, "10,000, all asked"),
    ];
    let mut samples = stories.map(|_| <[Samples; 2]>::default());
    let mut counter = <[Samples; 2]>::default();
    for round in 0..rounds {
        eprintln!("click: round {} of {rounds}", round + 1);
        for ((story, quiz, pace, _), samples) in stories.iter().zip(&mut samples) {
            let path = format!("index.html?story=bench/now/{story}&quiz={quiz}&seed={}", round + 1);
            let visit = Visit { origin: &site.ours, path: &path, selector: QUESTION, conditions: CPU4 };
            lab.visit(visit, async |page| answers(page, *pace, samples).await).await?;
        }
        let visit = Visit { origin: &site.counter, path: "index.html", selector: BUTTON, conditions: CPU4 };
        lab.visit(visit, async |page| counts(page, &mut counter).await).await?;
    }
    let mut figures = Vec::new();
    for (which, samples) in ["first", "later"].iter().zip(counter) {
        let of = |what: &str| format!("click, CPU 4x, counter in yew, {which}: {what}");
        figures.push(Figure::of(of("frames until shown"), samples.frames, "frames"));
        figures.push(Figure::of(of("painted"), samples.painted, "ms"));
        figures.push(Figure::of(of("script"), samples.script, "ms"));
    }
    for ((_, _, _, story), samples) in stories.iter().zip(samples) {
        for (which, samples) in ["first", "later"].iter().zip(samples) {
            let of = |what: &str| format!("click, CPU 4x, story of {story}, {which}: {what}");
            figures.push(Figure::of(of("frames until shown"), samples.frames, "frames").limit(1.0));
            figures.push(Figure::of(of("painted"), samples.painted, "ms"));
            figures.push(Figure::of(of("script"), samples.script, "ms").limit(16.0));
        }
    }
    Ok(figures)
}

async fn answers(page: &Page, pace: Pace, samples: &mut [Samples; 2]) -> Result<()> {
    let [first, later] = samples;
    if let Pace::Reads = pace {
        processes::rest().await;
    }
    for answer in 0..ANSWERS {
        click(page, "label.choice").await?;
        settled(page, "button.submit:not([aria-disabled])").await?;
        let samples = if answer == 0 { &mut *first } else { &mut *later };
        timed_click(page, "button.submit", "bench.find('.feedback')", samples).await?;
        click(page, "button.next").await?;
        settled(page, QUESTION).await?;
    }
    Ok(())
}

async fn counts(page: &Page, samples: &mut [Samples; 2]) -> Result<()> {
    let [first, later] = samples;
    for count in 0..ANSWERS {
        let samples = if count == 0 { &mut *first } else { &mut *later };
        let shows = format!("document.querySelector('#counter p').textContent === '{}'", count + 1);
        timed_click(page, BUTTON, &shows, samples).await?;
    }
    Ok(())
}

/// Clicks on an element, and measures until the page shows something: an expression says so.
///
/// # Errors
/// When it does not.
pub async fn timed_click(page: &Page, selector: &str, shows: &str, samples: &mut Samples) -> Result<()> {
    let place = place(page, selector).await?;
    mouse(page, "mouseMoved", place).await?;
    let still = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))";
    evaluate::<Value>(page, still).await?;
    evaluate::<Value>(page, &format!("bench.arm(() => {shows})")).await?;
    let before = script_time(page).await?;
    mouse(page, "mousePressed", place).await?;
    mouse(page, "mouseReleased", place).await?;
    let answered: Answered = evaluate(page, "bench.answered").await?;
    let after = script_time(page).await?;
    samples.painted.0.push(answered.painted - answered.input);
    samples.frames.0.push(((answered.looked - answered.last) / FRAME).floor().max(1.0));
    samples.script.0.push(after - before);
    Ok(())
}

/// Clicks on an element.
///
/// # Errors
/// When it is not there.
pub async fn click(page: &Page, selector: &str) -> Result<()> {
    let place = place(page, selector).await?;
    mouse(page, "mouseMoved", place).await?;
    mouse(page, "mousePressed", place).await?;
    mouse(page, "mouseReleased", place).await
}

/// Where an element is once it is in the window and keeps still.
async fn place(page: &Page, selector: &str) -> Result<(f64, f64)> {
    let expression = format!(
        "new Promise((done) => {{
            const element = bench.find({});
            if (!element) return done(null);
            element.scrollIntoView({{ block: 'center', behavior: 'instant' }});
            let last = null;
            const look = () => {{
                const {{ left, top, width, height }} = element.getBoundingClientRect();
                const place = [left + Math.min(width / 2, 60), top + height / 2];
                if (String(place) === String(last)) return done(place);
                last = place;
                requestAnimationFrame(look);
            }};
            look();
        }})",
        json!(selector)
    );
    let place: Option<(f64, f64)> = evaluate(page, &expression).await?;
    place.with_context(|| format!("there is no {selector}"))
}

async fn mouse(page: &Page, what: &str, (x, y): (f64, f64)) -> Result<()> {
    let button = if what == "mouseMoved" { "none" } else { "left" };
    let params = json!({ "type": what, "x": x, "y": y, "button": button, "clickCount": 1 });
    page.cdp("Input.dispatchMouseEvent", params).await.map(drop)
}

/// Waits until an element is there.
///
/// # Errors
/// When the page fails.
pub async fn settled(page: &Page, selector: &str) -> Result<()> {
    let expression = format!("bench.watch(() => bench.laidOut({})).then(() => null)", json!(selector));
    evaluate::<Value>(page, &expression).await.map(drop)
}

/// How long scripts have run in the page's process so far, in milliseconds.
async fn script_time(page: &Page) -> Result<f64> {
    let answer = page.cdp("Performance.getMetrics", json!({})).await?;
    let metrics = answer["metrics"].as_array().context("the browser tells no metrics")?;
    let script = metrics.iter().find(|metric| metric["name"] == "ScriptDuration");
    let seconds = script.and_then(|metric| metric["value"].as_f64());
    Ok(seconds.context("the browser tells no ScriptDuration")? * 1000.0)
}
