//! Paper: printed by the browser over WebDriver, and read and drawn by Debian's poppler.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde_json::json;
use unicode_normalization::UnicodeNormalization;
use verbatim_class::assignment::{Assignment, form_seed};
use verbatim_core::feedback::evidence;
use verbatim_core::pose::{Offer, Posed, Task};
use verbatim_core::session::Session;

use super::{assignment, press, teacher};
use crate::driver::Device;
use crate::engine::{Ability, Engine};
use crate::lab::{Lab, Trial};
use crate::native;
use crate::page::{Command as Driver, Page};

/// What is printed, and on what: the size of the paper in points, in whole numbers.
struct Job {
    name: &'static str,
    clicks: &'static [&'static str],
    forms: u32,
    paper: [u32; 2],
}

const A4: [u32; 2] = [595, 842];
const LETTER: [u32; 2] = [612, 792];

const JOBS: [Job; 3] = [
    Job { name: "a4", clicks: &[], forms: 1, paper: A4 },
    Job {
        name: "letter, three forms, no passages",
        clicks: &["#us-letter", "#passages"],
        forms: 3,
        paper: LETTER,
    },
    Job { name: "large print", clicks: &["#large"], forms: 1, paper: A4 },
];

pub fn trials() -> Vec<Trial> {
    let trial = |job: &'static Job| {
        let run = async move |lab: &Lab, page: &Page| printed(lab, page, job).await;
        Trial::new(format!("class::printed: {}", job.name), Device::Desktop, run).needing(Ability::Printing)
    };
    JOBS.iter().map(trial).collect()
}

async fn printed(lab: &Lab, page: &Page, job: &Job) -> Result<()> {
    let set = Assignment { quiz: "whole-story".to_owned(), count: None, seed: 31, ..assignment(lab)? };
    teacher(page, "print", &set).await?;
    page.until_there(".sheet .question").await?;
    for click in job.clicks {
        press(page, click).await?;
    }
    if job.forms > 1 {
        let body = "const field = document.querySelector('#forms'); field.value = args;
            field.dispatchEvent(new Event('change', { bubbles: true })); return true";
        page.script::<bool>(body, json!(job.forms)).await?;
    }
    let sheets = "return document.querySelectorAll('.sheet').length === args";
    page.until::<bool>("the forms", sheets, json!(2 * job.forms)).await?;
    let file = lab.pictures(page.engine).join(format!("print-{}.pdf", job.name.replace([' ', ','], "-")));
    write_pdf(page, &file, job.paper).await?;
    look(lab, &set, job, &file)
}

/// Prints as the page asks for: its own size of paper, where the browser goes by that.
async fn write_pdf(page: &Page, file: &Path, paper: [u32; 2]) -> Result<()> {
    let data = match page.engine {
        Engine::Chromium => {
            page.cdp("Page.printToPDF", json!({ "preferCSSPageSize": true })).await?["data"].take()
        }
        Engine::Firefox | Engine::WebKit => {
            let [width, height] = paper.map(|points| f64::from(points) / 72.0 * 2.54);
            let body = json!({ "page": { "width": width, "height": height }, "shrinkToFit": false });
            page.client.issue_cmd(Driver::post("print", body)).await?
        }
    };
    let data = BASE64_STANDARD.decode(data.as_str().context("no PDF")?)?;
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(file, data).with_context(|| format!("can't write {}", file.display()))
}

fn look(lab: &Lab, set: &Assignment, job: &Job, file: &Path) -> Result<()> {
    let info = poppler("pdfinfo", &[file.as_os_str()])?;
    let size = info.lines().find_map(|line| line.strip_prefix("Page size:")).context("no page size")?;
    let sides: Vec<u32> = size
        .split_whitespace()
        .filter_map(|side| side.parse::<f64>().ok())
        .map(|side| side.round() as u32)
        .collect();
    ensure!(sides == job.paper, "the paper is {size}");
    let text = poppler("pdftotext", &["-raw".as_ref(), file.as_os_str(), "-".as_ref()])?;
    let pages: Vec<String> = text.split('\u{c}').map(plain).filter(|page| !page.is_empty()).collect();
    drawn(file, pages.len())?;
    let story = native::story(&lab.story()?)?;
    let quiz = story.quiz(&set.quiz).context("no such quiz")?;
    let head = plain(&format!("{} {} Key", story.title, story[quiz].title));
    let keys = pages.iter().position(|page| page.contains(&head)).context("no key")?;
    let (sheets, mut from) = (&pages[..keys], 0);
    let sessions = (1..=job.forms).map(|form| {
        let seed = if job.forms == 1 { set.seed } else { form_seed(set.seed, form) };
        native::session(&story, &set.quiz, seed, set.mode)
    });
    let sessions = sessions.collect::<Result<Vec<Session>>>()?;
    for session in &sessions {
        for (at, posed) in session.questions().iter().enumerate() {
            from = whole(sheets, from, posed, session).with_context(|| format!("question {}", at + 1))?;
        }
    }
    let keys = pages[keys..].concat();
    for session in &sessions {
        for posed in session.questions() {
            for excerpt in evidence(session.story(), posed) {
                let source = excerpt.source(session.story());
                ensure!(keys.contains(&plain(&source.publisher)), "the key lacks {}", source.publisher);
                for (marked, _) in &excerpt.marks {
                    let words = &session.story()[excerpt.passage].text[marked.clone()];
                    ensure!(keys.contains(&plain(words)), "the key lacks {words:?}");
                }
            }
        }
    }
    Ok(())
}

/// The page from `from` on that has all of a question; an error where none has.
fn whole(pages: &[String], from: usize, posed: &Posed, session: &Session) -> Result<usize> {
    let parts: Vec<String> = parts(posed, session).iter().map(|part| plain(part)).collect();
    let found = (from..pages.len()).find(|at| parts.iter().all(|part| pages[*at].contains(part.as_str())));
    match found {
        Some(at) => Ok(at),
        None => bail!("is on no one page: {parts:#?}"),
    }
}

/// What a question has to have beside it.
fn parts(posed: &Posed, session: &Session) -> Vec<String> {
    let story = session.story();
    match &posed.task {
        Task::One { offers, .. } | Task::Several { offers, .. } => offers
            .iter()
            .filter_map(|offer| match offer {
                Offer::Person(person) => Some(story[*person].name.clone()),
                Offer::Statement(one) => Some(story.words(story[*one].quote).to_owned()),
                Offer::Event(event) => Some(story[*event].summary.clone()),
                Offer::Sentence(sentence) => Some(story.words(*sentence).to_owned()),
                Offer::Verdict(_) | Offer::Undecided | Offer::Option(_) => None,
            })
            .collect(),
        Task::Match { statements, people } => {
            let quotations = statements.iter().map(|one| story.words(story[*one].quote).to_owned());
            quotations.chain(people.iter().map(|one| story[*one].name.clone())).collect()
        }
        Task::Arrange { events } => events.iter().map(|event| story[*event].summary.clone()).collect(),
        Task::Type { statement, .. } => {
            let quote = story.words(story[*statement].quote);
            vec![quote.split_whitespace().next().unwrap_or_default().to_owned()]
        }
    }
}

/// Draws the pages for people to look at; none is empty, or without a margin.
fn drawn(file: &Path, count: usize) -> Result<()> {
    let stem: PathBuf = file.with_extension("");
    poppler(
        "pdftoppm",
        &["-r".as_ref(), "60".as_ref(), "-png".as_ref(), file.as_os_str(), stem.as_os_str()],
    )?;
    ensure!(count > 0, "nothing is printed");
    Ok(())
}

fn poppler(program: &str, args: &[&std::ffi::OsStr]) -> Result<String> {
    let told = Command::new(program).args(args).output();
    let told = told.with_context(|| format!("{program} does not run; it is in Debian's poppler-utils"))?;
    ensure!(told.status.success(), "{program}: {}", String::from_utf8_lossy(&told.stderr));
    Ok(String::from_utf8_lossy(&told.stdout).into_owned())
}

/// Letters and digits alone, none of them capital or joined: lines may break anywhere, and hyphens
/// come with that, as ligatures and the capitals of a headline come with some browsers.
fn plain(text: &str) -> String {
    text.nfkd().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
