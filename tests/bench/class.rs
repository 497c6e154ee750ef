//! What it costs the teacher's page to make tables of what a class handed in, from the click that
//! gives it the pasted text to the frame that shows a row for each pupil and all else of the
//! screen: of 35 pupils in a thread of 100 kB, with the page's main thread four times slower, all
//! with one form and each with their own; and of 5,000 codes.
//!
//! *Painted* and *script* are measured as a click's are: see `click`. Each is the first paste after
//! the page was loaded, with nothing drawn before.

use std::rc::Rc;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use verbatim_class::code;
use verbatim_class::submission::{Sitting, Submission, Told, Who};
use verbatim_core::dice::Dice;
use verbatim_core::digest::digest;
use verbatim_core::model::Story;
use verbatim_core::pose::Task;
use verbatim_core::session::{Mode, Session};

use crate::Site;
use crate::click::{Samples, settled, timed_click};
use crate::figure::Figure;
use crate::lab::{CPU4, Conditions, FREE, Lab, Visit, evaluate};
use crate::page::Page;

const FILE: &[u8] = include_bytes!("../../questions/air-force-one.json");
/// What stands between codes in a thread.
const PROSE: &str = "Somebody wrote on Monday at 10:31 that it went well - more or less; see you tomorrow.\n";

/// What is measured: what it is called, pupils, forms, the text's length in bytes, conditions, and
/// how many milliseconds it may take.
const CASES: [(&str, u32, u32, usize, Conditions, f64); 4] = [
    ("35 pupils, one form, a thread of 100 kB", 35, 1, 100_000, CPU4, 200.0),
    ("35 pupils, a form each, a thread of 100 kB", 35, 35, 100_000, CPU4, 200.0),
    ("5,000 codes, one form", 5_000, 1, 0, FREE, 3_000.0),
    ("5,000 codes, 35 forms", 5_000, 35, 0, FREE, 3_000.0),
];

/// Measures so many rounds.
///
/// # Errors
/// When a browser fails, or a row is missing.
pub async fn measure(lab: &Lab, site: &Site, rounds: usize) -> Result<Vec<Figure>> {
    let story = verbatim_core::check::load(FILE).story.context("the story has mistakes")?;
    let story = Rc::new(story);
    let mut texts = Vec::new();
    for (_, pupils, forms, bytes, ..) in CASES {
        texts.push(thread(&codes(&story, pupils, forms)?, bytes));
    }
    let mut samples = CASES.map(|_| Samples::default());
    for round in 0..rounds {
        eprintln!("class: round {} of {rounds}", round + 1);
        for ((case, text), samples) in CASES.iter().zip(&texts).zip(&mut samples) {
            let visit =
                Visit { origin: &site.ours, path: "class.html", selector: ".symbol", conditions: case.4 };
            lab.visit(visit, async |page| tables(page, text, case.1, samples).await).await?;
        }
    }
    let [same, ..] = &samples;
    let same = same.painted.clone();
    let mut figures = Vec::new();
    for ((name, _, _, _, conditions, limit), samples) in CASES.into_iter().zip(samples) {
        let of = |what: &str| format!("class, {}, {name}: {what}", conditions.name);
        figures.push(Figure::of(of("painted"), samples.painted.clone(), "ms").limit(limit));
        figures.push(
            Figure::of(of("painted"), samples.painted, "ms").against("35 pupils, one form", same.clone()),
        );
        figures.push(Figure::of(of("script"), samples.script, "ms"));
    }
    Ok(figures)
}

/// Pastes a text, goes on to what comes of it, and waits for every row.
async fn tables(page: &Page, text: &str, pupils: u32, samples: &mut Samples) -> Result<()> {
    let ready = format!(
        "(() => {{
            location.hash = 'collect';
            const go = Object.assign(document.createElement('button'), {{ id: 'go', textContent: 'Go' }});
            const text = {};
            go.onclick = () => {{
                const data = new DataTransfer();
                data.setData('text', text);
                const paste = {{ clipboardData: data, bubbles: true, cancelable: true }};
                document.querySelector('#codes').dispatchEvent(new ClipboardEvent('paste', paste));
                location.hash = 'see';
            }};
            document.body.prepend(go);
        }})()",
        json!(text)
    );
    evaluate::<Value>(page, &ready).await?;
    settled(page, "#codes").await?;
    let shows = format!("document.querySelectorAll('.pupils tbody tr').length === {pupils}");
    timed_click(page, "#go", &shows, samples).await
}

/// The codes of so many pupils, with so many forms among them.
fn codes(story: &Rc<Story>, pupils: u32, forms: u32) -> Result<Vec<String>> {
    let quiz = story.quiz("whole-story").context("no such quiz")?;
    let mut dice = Dice::new(1, "bench");
    let digest = digest(FILE);
    let sessions: Vec<Session> = (0..forms)
        .map(|seed| Session::new(story.clone(), quiz, seed, Mode::Test, str::to_owned).at_most(10))
        .collect();
    let code = |at: u32| {
        let seed = at % forms;
        let told = sessions[seed as usize].questions().iter().map(|posed| {
            let mut response = posed.task.blank();
            match &posed.task {
                Task::One { offers, .. } | Task::Several { offers, .. } => {
                    response.choose(dice.below(offers.len()))
                }
                Task::Match { statements, .. } => {
                    (0..statements.len()).for_each(|slot| response.give(slot, Some(slot)))
                }
                Task::Arrange { events } => response.shift(0, 1 + dice.below(events.len() - 1)),
                Task::Type { .. } => response.write("something".to_owned()),
            }
            Told {
                question: posed.question(story).id.clone(),
                response: Some(response.items(&posed.task, story)),
                milliseconds: 20_000.0,
                ..Told::default()
            }
        });
        let sitting = Sitting {
            digest: &digest,
            quiz,
            seed,
            count: Some(10),
            mode: Mode::Test,
            confidence: false,
            begun: 1_796_000_000_000.0,
            who: Who::Name(format!("Pupil {at}")),
            told: told.collect(),
        };
        code::write(&Submission::new(story, sitting), story).ok().context("a code is too long")
    };
    (0..pupils).map(code).collect()
}

/// The codes with prose between them, so many bytes in all or no more than the codes.
fn thread(codes: &[String], bytes: usize) -> String {
    let between = bytes.saturating_sub(codes.len() * 135) / codes.len().max(1) / PROSE.len();
    codes.iter().map(|code| format!("{code}\n{}", PROSE.repeat(between))).collect()
}
