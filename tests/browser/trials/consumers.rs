//! Plays the quiz in projects that installed the npm package (`tests/consumers`): what
//! reaches their handlers is what the types promise, and agrees with `result()`.

use std::collections::{BTreeSet, HashMap};

use anyhow::{Context, Result, bail, ensure};
use fantoccini::elements::{Element, ElementRef};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use verbatim_core::digest::digest;

use crate::driver::Device;
use crate::lab::{Lab, Told, Trial};
use crate::page::Page;

struct Consumer {
    name: &'static str,
    /// Its page, within the folder of all projects.
    page: &'static str,
    quiz: &'static str,
    /// How many style sheets the widget wears: its own, and a theme's.
    sheets: usize,
}

const CONSUMERS: [Consumer; 3] = [
    Consumer { name: "vite-react", page: "vite-react/dist/index.html", quiz: "who-said-what", sheets: 1 },
    Consumer { name: "vite-vue", page: "vite-vue/dist/index.html", quiz: "sequence", sheets: 2 },
    Consumer { name: "plain", page: "plain/index.html", quiz: "two-reports", sheets: 1 },
];

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

#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
struct Score {
    earned: u32,
    possible: u32,
}

async fn play(lab: &Lab, page: &Page, consumer: &Consumer) -> Result<()> {
    page.open(&format!("consumers/{}", consumer.page)).await?;
    let answered = to_the_end(page).await?;
    let heard: Vec<Told> = until(
        page,
        "the end",
        "return heard('told').some(one => one.name === 'quiz-complete') && heard('told')",
    )
    .await?;
    let named = |name: &'static str| heard.iter().filter(move |told| told.name == name);

    let ready: Vec<Ready> = details(named("quiz-ready"))?;
    ensure!(ready.len() == 1, "it was ready {} times", ready.len());
    ensure!(ready[0].story == "air-force-one", "it is ready with {}", ready[0].story);
    ensure!(ready[0].quiz.as_deref() == Some(consumer.quiz), "it is ready with {:?}", ready[0].quiz);

    let answers: Vec<Answer> = details(named("quiz-answer"))?;
    ensure!(answered > 0 && answers.len() == answered, "{} of {answered} answers were told", answers.len());
    let complete = named("quiz-complete").next().context("the end is not told")?;
    let end: QuizResult = detail(complete)?;
    ensure!((end.story.as_str(), end.quiz.as_str(), end.seed) == ("air-force-one", consumer.quiz, 7));
    let digest_of_file = digest(&lab.story()?);
    // A story that is given as an object is no file, and has a digest of its own.
    let from_file = consumer.name != "vite-vue";
    ensure!((end.hash == digest_of_file) == from_file, "the digest is {}", end.hash);
    for answer in &answers {
        let is_same = |other: &&Answer| {
            (&other.question, &other.kind, &other.response, other.points)
                == (&answer.question, &answer.kind, &answer.response, answer.points)
        };
        ensure!(end.results.iter().any(|result| is_same(&result)), "the end knows nothing of {answer:?}");
        ensure!(!answer.response.is_empty(), "{answer:?} has no response");
        ensure!(answer.milliseconds > 0, "{answer:?} took no time");
    }
    let sum = end.results.iter().fold(Score::default(), |sum, result| Score {
        earned: sum.earned + result.points.earned,
        possible: sum.possible + result.points.possible,
    });
    ensure!(sum == end.score, "{sum:?} are told as {:?}", end.score);
    press(page, "#ask").await?;
    let result: Value = until(page, "the result", "return heard('result')").await?;
    ensure!(result == complete.detail, "result() gives {result}, and told was {}", complete.detail);
    ensure!(heard.len() == answers.len() + 2, "more was told: {heard:?}");
    files(page, consumer).await
}

/// Everything that was loaded is the project's own; nothing was put into its script.
async fn files(page: &Page, consumer: &Consumer) -> Result<()> {
    let loaded: Vec<String> = page
        .script("return performance.getEntriesByType('resource').map(one => one.name)", Value::Null)
        .await?;
    let own = format!("{}/consumers/{}/", page.origin, consumer.name);
    let strange: Vec<&String> = loaded.iter().filter(|address| !address.starts_with(&own)).collect();
    ensure!(strange.is_empty(), "it loads {strange:?}");
    let wasm =
        loaded.iter().filter(|address| address.contains("verbatim-widget_bg") && address.contains(".wasm"));
    ensure!(wasm.count() == 1, "it loads {loaded:?}");
    let sheets: usize = until(page, "the look", "return root.adoptedStyleSheets.length").await?;
    ensure!(sheets == consumer.sheets, "it wears {sheets} style sheets");
    Ok(())
}

/// Plays with a mouse: answers what takes one choice or a word, and skips the rest.
/// Gives back how many questions were answered.
async fn to_the_end(page: &Page) -> Result<usize> {
    let mut answered = 0;
    let mut last = Value::Null;
    loop {
        let next = format!(
            "const {{ screen, task, at }} = root?.querySelector('[data-screen]')?.dataset ?? {{}};
            const now = {{ screen, task, at }};
            return screen && screen !== 'loading' && JSON.stringify(now) !== {} && now",
            json!(last.to_string())
        );
        let now: Value = until(page, "the next screen", &next).await?;
        let word = |name: &str| now[name].as_str().unwrap_or_default();
        match (word("screen"), word("task")) {
            ("asking", task @ ("one" | "several" | "type")) => {
                if task == "type" {
                    find(page, "input.gap").await?.send_keys("words").await?;
                } else {
                    press(page, "label.choice").await?;
                }
                press(page, "button.submit:not([aria-disabled=true])").await?;
                answered += 1;
            }
            ("asking", _) => press(page, "button.skip").await?,
            ("revealed", _) => press(page, "button.next").await?,
            ("unfinished", _) => press(page, "button.finish").await?,
            ("finished", _) => return Ok(answered),
            (screen, _) => bail!("there is a screen {screen:?}"),
        }
        last = now;
    }
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
    let events = ["quiz-answer", "quiz-complete", "quiz-error", "quiz-ready", "quiz-share"];
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

/// Finds an element of the page or of the widget, as soon as it is there.
async fn find(page: &Page, selector: &str) -> Result<Element> {
    let selector = json!(selector);
    let body = format!("return document.querySelector({selector}) ?? root?.querySelector({selector})");
    let found: HashMap<String, String> = until(page, &format!("{selector}"), &body).await?;
    let id = found.into_values().next().context("an element has no id")?;
    Ok(Element::from_element_id(page.client.clone(), ElementRef::from(id)))
}

async fn press(page: &Page, selector: &str) -> Result<()> {
    find(page, selector).await?.click().await.with_context(|| format!("can't press {selector}"))
}

fn details<'a, T: DeserializeOwned>(all: impl Iterator<Item = &'a Told>) -> Result<Vec<T>> {
    all.map(detail).collect()
}

fn detail<T: DeserializeOwned>(told: &Told) -> Result<T> {
    let is_other = || format!("{} tells something else: {}", told.name, told.detail);
    serde_json::from_value(told.detail.clone()).with_context(is_other)
}
