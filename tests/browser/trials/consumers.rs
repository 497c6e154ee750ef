//! Plays the quiz in projects that installed the npm package (`tests/consumers`): what
//! reaches their handlers is what the types promise, and agrees with `result()`.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use verbatim_core::digest::digest;
use verbatim_core::score::Points;
use verbatim_core::session::Mode;

use super::play::to_the_end;
use crate::answers::Aim;
use crate::driver::Device;
use crate::hand::Hand;
use crate::lab::{Lab, Told, Trial};
use crate::native;
use crate::page::Page;

struct Consumer {
    name: &'static str,
    /// Its page, within the folder of all projects.
    page: &'static str,
    quiz: &'static str,
    aim: Aim,
    /// How many style sheets the widget wears: its own, and a theme's.
    sheets: usize,
}

const CONSUMERS: [Consumer; 3] = [
    Consumer {
        name: "vite-react",
        page: "vite-react/dist/index.html",
        quiz: "who-said-what",
        aim: Aim::Right,
        sheets: 1,
    },
    Consumer {
        name: "vite-vue",
        page: "vite-vue/dist/index.html",
        quiz: "sequence",
        aim: Aim::Wrong,
        sheets: 2,
    },
    Consumer { name: "plain", page: "plain/index.html", quiz: "two-reports", aim: Aim::Wrong, sheets: 1 },
];

/// The seed that the pages ask for.
const SEED: u32 = 7;

/// Every project.
pub fn trials() -> Vec<Trial> {
    let play = CONSUMERS.iter().map(|consumer| {
        let run = async move |lab: &Lab, page: &Page| play(lab, page, consumer).await;
        Trial::new(format!("consumers::{}", consumer.name), Device::Desktop, run)
    });
    let manifest = async |_: &Lab, page: &Page| manifest(page).await;
    play.chain([Trial::new("consumers::the manifest says what is there", Device::Desktop, manifest)])
        .collect()
}

// What `verbatim.d.ts` promises, and nothing else.

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ready {
    story: String,
    quiz: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Answer {
    question: String,
    kind: String,
    response: Vec<String>,
    points: Score,
    milliseconds: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuizResult {
    story: String,
    hash: String,
    quiz: String,
    seed: u32,
    score: Score,
    results: Vec<Answer>,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
struct Score {
    earned: u32,
    possible: u32,
}

impl Score {
    fn is(&self, points: Points) -> bool {
        (self.earned, self.possible) == (points.earned, points.possible)
    }
}

async fn play(lab: &Lab, page: &Page, consumer: &Consumer) -> Result<()> {
    page.open(&format!("consumers/{}", consumer.page)).await?;
    let file = lab.story()?;
    let story = native::story(&file)?;
    let session = native::session(&story, consumer.quiz, SEED, Mode::Practice)?;
    let session = to_the_end(page, Hand::Clicks, session, consumer.aim).await?;
    let over = "return heard('told').some(one => one.name === 'quiz-complete') && heard('told')";
    let heard: Vec<Told> = until(page, "the end", over).await?;
    let named = |name: &'static str| heard.iter().filter(move |told| told.name == name);

    let ready: Vec<Ready> = details(named("quiz-ready"))?;
    ensure!(ready.len() == 1, "it was ready {} times", ready.len());
    ensure!(ready[0].story == story.id, "it is ready with {}", ready[0].story);
    ensure!(ready[0].quiz.as_deref() == Some(consumer.quiz), "it is ready with {:?}", ready[0].quiz);

    let complete = named("quiz-complete").next().context("the end is not told")?;
    let end: QuizResult = detail(complete)?;
    ensure!((end.story.as_str(), end.quiz.as_str(), end.seed) == (story.id.as_str(), consumer.quiz, SEED));
    // The same of a story that is given as an object.
    ensure!(end.hash == digest(&file), "the digest is {}", end.hash);
    let summary = session.summary();
    ensure!(end.score.is(summary.points), "{:?} are told as {:?}", summary.points, end.score);

    let answers: Vec<Answer> = details(named("quiz-answer"))?;
    let count = session.questions().len();
    ensure!(answers.len() == count && end.results.len() == count, "{} of {count} are told", answers.len());
    for (at, (answer, result)) in answers.iter().zip(&end.results).enumerate() {
        let question = session.questions()[at].question(&story);
        ensure!(answer.question == question.id, "{} is told as {answer:?}", question.id);
        ensure!(answer.kind == question.ask.kind().name(), "{} is told as {answer:?}", question.id);
        ensure!(answer.points.is(session.outcome(at).points), "{} is told as {answer:?}", question.id);
        ensure!(!answer.response.is_empty() && answer.milliseconds > 0, "it tells {answer:?}");
        ensure!((&answer.question, &answer.response) == (&result.question, &result.response));
        ensure!(
            answer.kind == result.kind && answer.points == result.points,
            "{answer:?} ends as {result:?}"
        );
    }
    ensure!(heard.len() == count + 2, "more was told: {heard:?}");

    let ask = "document.querySelector('#ask').click(); return true";
    page.script::<bool>(ask, Value::Null).await?;
    let result: Value = until(page, "the result", "return heard('result')").await?;
    ensure!(result == complete.detail, "result() gives {result}, and told was {}", complete.detail);
    files(page, consumer).await
}

/// Everything that is loaded is the project's own, a language as soon as it is asked for.
async fn files(page: &Page, consumer: &Consumer) -> Result<()> {
    let speak = "document.querySelector('#verbatim').lang = 'fr'; return true";
    page.script::<bool>(speak, Value::Null).await?;
    until::<bool>(page, "French", "return root.querySelector('[lang=fr]') !== null").await?;
    let names = "return performance.getEntriesByType('resource').map(one => one.name)";
    let loaded: Vec<String> = page.script(names, Value::Null).await?;
    let own = format!("{}/consumers/{}/", page.origin, consumer.name);
    let strange: Vec<&String> = loaded.iter().filter(|address| !address.starts_with(&own)).collect();
    ensure!(strange.is_empty(), "it loads {strange:?}");
    for file in ["/verbatim-widget_bg", "/fr"] {
        let count = loaded.iter().filter(|address| address.contains(file)).count();
        ensure!(count == 1, "of {file} it loads {count}: {loaded:?}");
    }
    let sheets: usize = until(page, "the look", "return root.adoptedStyleSheets.length").await?;
    ensure!(sheets == consumer.sheets, "it wears {sheets} style sheets");
    Ok(())
}

/// The Custom Elements Manifest of the package against the element as it is.
async fn manifest(page: &Page) -> Result<()> {
    page.open("consumers/plain/index.html").await?;
    let fetched = "const [done] = arguments;
        fetch('node_modules/verbatim-quiz/custom-elements.json').then(answer => answer.json()).then(done)";
    let told: Value = page.client.execute_async(fetched, Vec::new()).await?;
    let told = &told["modules"][0]["declarations"][0];
    let names = |list: &str, key: &str| -> BTreeSet<String> {
        let list = told[list].as_array().into_iter().flatten();
        list.filter_map(|one| one[key].as_str().map(str::to_owned)).collect()
    };
    // What the browser calls, and what the element's own module does.
    let body = "const inner = ['constructor', 'connectedCallback', 'disconnectedCallback', 'attributeChangedCallback', 'fail'];
        const made = customElements.get('verbatim-quiz'), sheet = root?.adoptedStyleSheets[0];
        return made && sheet && {
            attributes: made.observedAttributes,
            members: Object.getOwnPropertyNames(made.prototype).filter(name => !inner.includes(name)),
            properties: [...sheet.cssRules[0].style].filter(name => name.startsWith('--')),
        }";
    let there: There = until(page, "the element", body).await?;
    ensure!(names("attributes", "name") == there.attributes, "the attributes are {:?}", there.attributes);
    ensure!(names("members", "name") == there.members, "the members are {:?}", there.members);
    ensure!(names("cssProperties", "name") == there.properties, "the properties are {:?}", there.properties);
    let events =
        ["quiz-answer", "quiz-complete", "quiz-confidence", "quiz-error", "quiz-ready", "quiz-share"];
    ensure!(names("events", "name") == BTreeSet::from(events.map(str::to_owned)));
    Ok(())
}

#[derive(Deserialize)]
struct There {
    attributes: BTreeSet<String>,
    members: BTreeSet<String>,
    properties: BTreeSet<String>,
}

/// Waits for something of the element's shadow root, or of what the page wrote down.
async fn until<T: DeserializeOwned>(page: &Page, what: &str, body: &str) -> Result<T> {
    let start = "const root = document.querySelector('#verbatim')?.shadowRoot;
        const heard = id => JSON.parse(document.getElementById(id).textContent);";
    page.until(what, &format!("{start}\n{body}"), Value::Null).await
}

fn details<'a, T: DeserializeOwned>(all: impl Iterator<Item = &'a Told>) -> Result<Vec<T>> {
    all.map(detail).collect()
}

fn detail<T: DeserializeOwned>(told: &Told) -> Result<T> {
    let is_other = || format!("{} tells something else: {}", told.name, told.detail);
    serde_json::from_value(told.detail.clone()).with_context(is_other)
}
