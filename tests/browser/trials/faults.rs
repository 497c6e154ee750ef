//! Stories that can't be played: the page says what is wrong and what to do, tells
//! its host, and leaves everything around the widget alone.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::driver::Device;
use crate::hand::Hand;
use crate::lab::{Lab, Trial, told};
use crate::page::Page;
use crate::screen::Screen;
use crate::server::Answer;

/// What is wrong, the code that the host is told, and how it comes about.
const FAULTS: [(&str, &str, Make); 12] = [
    ("missing", "story-status", |_| None),
    ("refused", "story-status", |_| {
        Some(Answer { status: 403, media_type: "text/plain", body: b"no".to_vec() })
    }),
    ("broken server", "story-status", |_| {
        Some(Answer { status: 500, media_type: "text/html", body: PAGE.into() })
    }),
    ("page instead", "story-not-json", |_| {
        Some(Answer { status: 200, media_type: "text/html", body: PAGE.into() })
    }),
    ("page that claims to be json", "story-not-json", |_| Some(Answer::json(PAGE))),
    ("truncated", "truncated", |story| Some(Answer::json(&story[..story.len() / 2]))),
    ("empty file", "not-json", |_| Some(Answer::json(""))),
    ("binary", "not-utf8", |_| {
        Some(Answer::json([0x1f, 0x8b, 0x08, 0x00, 0xff, 0xfe, 0x00, 0x80].repeat(99)))
    }),
    ("too deep", "too-deep", |_| Some(Answer::json("[".repeat(100_000)))),
    ("newer format", "unsupported-format", |story| changed(story, |story| story["format"] = json!(2))),
    ("wrong type", "wrong-type", |story| changed(story, |story| story["title"] = json!(["a", "b"]))),
    ("nothing to ask", "empty", |story| changed(story, |story| story["quizzes"] = json!([]))),
];

/// Makes the answer from the sound story; none where nothing is there.
type Make = fn(&[u8]) -> Option<Answer>;

const PAGE: &str =
    "<!doctype html><title>Not found</title><script>window.intruded = true</script><p>Not found";

/// All of them.
pub fn trials() -> Vec<Trial> {
    vec![
        Trial::new("faults::stories that can't be played", Device::Desktop, faulty),
        Trial::new("faults::evidence that is not there is not asked", Device::Desktop, unsound),
        Trial::new("faults::a quiz that the story has not", Device::Desktop, unknown_quiz),
        Trial::new("faults::addresses that are no http addresses", Device::Desktop, addresses),
        Trial::new("faults::tried again", Device::Desktop, tried_again),
    ]
}

async fn faulty(lab: &Lab, page: &Page) -> Result<()> {
    let story = lab.story()?;
    for (what, code, make) in FAULTS {
        let name = format!("{}.json", what.replace(' ', "-"));
        let address = match make(&story) {
            Some(answer) => lab.server.make(&name, [answer]),
            None => "made/not-there.json".to_owned(),
        };
        let outcome = async {
            page.open(&format!("index.html?story={address}")).await?;
            surround(page).await?;
            fails(page, code).await?;
            is_unharmed(page).await
        };
        outcome.await.with_context(|| what.to_owned())?;
    }
    forgive_statuses(page).await
}

async fn unsound(lab: &Lab, page: &Page) -> Result<()> {
    let unsound = changed(&lab.story()?, |story| {
        story["statements"][0]["quote"]["exact"] = json!("words that nobody said");
    });
    let address = lab.server.make("unsound.json", unsound);
    page.open(&format!("index.html?story={address}&quiz=whole-story&seed=1")).await?;
    page.until_there("[data-screen=asking], .error").await?;
    let error = "return window.told.find(told => told.name === 'quiz-error')?.detail";
    let error: Value = page.until("the host to be told", error, Value::Null).await?;
    let findings = error["findings"].as_array().context("no findings")?;
    let found = findings.iter().any(|finding| {
        finding["pointer"].as_str().is_some_and(|pointer| pointer.starts_with("/statements/0/quote"))
    });
    ensure!(found, "the finding does not say where: {findings:?}");
    ensure!(!Screen::read(page).await?.text.contains("words that nobody said"), "the reader sees them");
    Ok(())
}

async fn unknown_quiz(_: &Lab, page: &Page) -> Result<()> {
    page.open("index.html?quiz=no-such-quiz").await?;
    surround(page).await?;
    let text = fails(page, "quiz-unknown").await?;
    ensure!(
        text.contains("no-such-quiz") && text.contains("two-reports"),
        "{text:?} does not name the quizzes"
    );
    is_unharmed(page).await
}

async fn addresses(_: &Lab, page: &Page) -> Result<()> {
    for address in
        ["javascript:alert(1)", "data:application/json,{}", "file:///etc/passwd", "ftp://127.0.0.1/a"]
    {
        page.open(&format!("index.html?story={address}")).await?;
        fails(page, "story-address").await.with_context(|| address.to_owned())?;
    }
    // Nobody listens at this port.
    page.open("index.html?story=http://127.0.0.1:9/story.json").await?;
    fails(page, "story-unreachable").await?;
    forgive_statuses(page).await
}

async fn tried_again(lab: &Lab, page: &Page) -> Result<()> {
    let broken = || Answer { status: 503, media_type: "text/plain", body: b"later".to_vec() };
    let address = lab.server.make("later.json", [broken(), broken(), Answer::json(lab.story()?)]);
    page.open(&format!("index.html?story={address}")).await?;
    page.until_there(".error[role=alert]").await?;
    let presses = "return find('[data-screen=start]') !== null";
    for _ in 0..2 {
        if page.script::<bool>(presses, Value::Null).await? {
            break;
        }
        Hand::Keys.press(page, ".error button.retry, button.retry").await?;
        page.until_there("[data-screen=start], .error[role=alert]").await?;
    }
    Screen::wait(page, "start", None).await?;
    forgive_statuses(page).await
}

/// Waits for the error, and gives back its text.
async fn fails(page: &Page, code: &str) -> Result<String> {
    page.until_there(".error[role=alert]").await?;
    let screen = Screen::wait(page, "error", None).await?;
    let text = screen.error.context("no error is shown")?;
    ensure!(text.split_whitespace().count() > 6, "{text:?} does not say what is wrong and what to do");
    let told = told(page).await?;
    let error = told.iter().find(|told| told.name == "quiz-error").context("the host is not told")?;
    ensure!(error.detail["code"] == code, "the host is told {}", error.detail);
    let message = error.detail["message"].as_str().unwrap_or_default();
    ensure!(!message.is_empty(), "the host is told no message");
    ensure!(told.iter().all(|told| told.name != "quiz-ready"), "it was ready all the same");
    Ok(text)
}

/// Puts something of the host page's own around the widget.
async fn surround(page: &Page) -> Result<()> {
    let body = "const own = document.createElement('p'); own.id = 'own'; own.textContent = 'Mine';
        document.body.append(own); return true";
    page.script::<bool>(body, Value::Null).await.map(drop)
}

async fn is_unharmed(page: &Page) -> Result<()> {
    let body = "return document.querySelector('#own')?.textContent === 'Mine'
        && document.querySelector('#own').checkVisibility() && window.intruded === undefined";
    ensure!(page.script::<bool>(body, Value::Null).await?, "the page around the widget has changed");
    Ok(())
}

/// The browser itself reports a request that fails; nothing else may have gone wrong.
async fn forgive_statuses(page: &Page) -> Result<()> {
    let body = "window.faults = faults.filter(fault => !/preload|Failed to load/.test(fault)); return true";
    page.script::<bool>(body, Value::Null).await.map(drop)
}

fn changed(story: &[u8], change: impl FnOnce(&mut Value)) -> Option<Answer> {
    let mut story: Value = serde_json::from_slice(story).ok()?;
    change(&mut story);
    Some(Answer::json(story.to_string()))
}
