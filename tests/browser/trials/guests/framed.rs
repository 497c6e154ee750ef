//! The quiz in an iframe from another origin: its height follows it, its events arrive,
//! and nobody else is listened to.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::driver::Device;
use crate::hand::Hand;
use crate::hand::keys;
use crate::lab::{Lab, Trial, told};
use crate::page::Page;
use crate::screen::Screen;
use crate::server::Answer;

/// All of them.
pub fn trials() -> Vec<Trial> {
    vec![
        Trial::new("guests::framed: as high as its quiz", Device::Desktop, follows),
        Trial::new("guests::framed: two, and one that comes later", Device::Desktop, several),
        Trial::new("guests::framed: what others say changes nothing", Device::Desktop, strangers),
        Trial::new("guests::framed: without the script around it", Device::Desktop, plain),
    ]
}

/// What the script of the page around may weigh as it is deployed, in bytes.
const LIMIT: u64 = 2000;

const SCRIPT: &str = "<script type=module src=/frame.js></script>";

/// An iframe that plays a quiz of the site, which is at another origin.
fn iframe(other: &str, quiz: &str, attributes: &str) -> String {
    let src =
        format!("{other}/embed.html?src={other}/questions/air-force-one.json&amp;quiz={quiz}&amp;seed=3");
    format!("<iframe data-verbatim title=Quiz {attributes} src='{src}'></iframe>")
}

/// The origin that is not the page's.
fn other<'a>(lab: &'a Lab, page: &Page) -> Result<&'a str> {
    let all = [&lab.server.origin, &lab.server.listening_origin];
    all.into_iter().find(|one| **one != page.origin).map(String::as_str).context("there is one origin only")
}

async fn open(lab: &Lab, page: &Page, body: &str) -> Result<()> {
    let html = format!("<!doctype html><html lang=en><meta charset=utf-8><title>Host</title>{body}</html>");
    let answer = Answer { status: 200, media_type: "text/html; charset=utf-8", body: html.into_bytes() };
    let address = lab.server.make("host.html", [answer]);
    page.open(&address).await
}

/// Goes into an iframe, where its quiz is the one that all hands find.
async fn enter(page: &Page, at: u16) -> Result<()> {
    page.client.enter_frame(at).await?;
    let body = "const quiz = document.querySelector('verbatim-quiz'); if (quiz) { quiz.id = 'verbatim'; } return quiz";
    page.until::<Value>("the quiz", &format!("{body} !== null"), Value::Null).await.map(drop)
}

async fn leave(page: &Page) -> Result<()> {
    Ok(page.client.enter_parent_frame().await?)
}

/// Waits, within an iframe, for a screen, and gives back how high the quiz is then.
async fn height(page: &Page, screen: &str, at: Option<usize>) -> Result<u32> {
    Screen::wait(page, screen, at).await?;
    page.until("stillness", "return isStill() && Math.ceil(host.getBoundingClientRect().height)", Value::Null)
        .await
}

/// Waits until the iframe at a position is as high within its border as its quiz, without scrolling.
async fn until_high(page: &Page, at: u16, height: u32) -> Result<()> {
    let body = "return document.querySelectorAll('iframe')[args[0]].clientHeight === args[1]";
    page.until::<bool>("the height", body, json!([at, height])).await?;
    page.client.enter_frame(at).await?;
    let fits = "return document.documentElement.scrollHeight <= innerHeight";
    page.until::<bool>("no scroll bar", fits, Value::Null).await?;
    leave(page).await
}

async fn follows(lab: &Lab, page: &Page) -> Result<()> {
    let size = std::fs::metadata(lab.server.site.join("frame.js"))?.len();
    ensure!(size < LIMIT, "frame.js weighs {size} bytes");
    let frame = iframe(
        other(lab, page)?,
        "two-reports",
        "style='width: 600px; border: 7px solid; box-sizing: border-box'",
    );
    open(lab, page, &[&frame, SCRIPT].concat()).await?;
    let mut heights = Vec::new();
    for at in 0..3 {
        enter(page, 0).await?;
        heights.push(height(page, "asking", Some(at)).await?);
        leave(page).await?;
        until_high(page, 0, heights[heights.len() - 1]).await?;
        enter(page, 0).await?;
        // A hand by keys alone: where a pointer is in a frame, drivers disagree.
        keys::tab_to(page, "label.choice input").await?;
        keys::press(page, &[keys::SPACE]).await?;
        Hand::Keys.press(page, "button.submit").await?;
        heights.push(height(page, "revealed", Some(at)).await?);
        leave(page).await?;
        until_high(page, 0, heights[heights.len() - 1]).await?;
        enter(page, 0).await?;
        Hand::Keys.press(page, "button.next").await?;
        leave(page).await?;
    }
    ensure!(heights.windows(2).any(|two| two[0] < two[1]), "it never grows: {heights:?}");
    ensure!(heights.windows(2).any(|two| two[0] > two[1]), "it never shrinks: {heights:?}");
    enter(page, 0).await?;
    let last = height(page, "asking", Some(3)).await?;
    leave(page).await?;
    until_high(page, 0, last).await?;
    let body = "const frame = document.querySelector('iframe');
        (window.heights ??= []).push(frame.offsetHeight);
        return window.heights.length > 50 && window.heights";
    let heights: Vec<u32> = page.until("fifty frames", body, Value::Null).await?;
    ensure!(heights.iter().all(|one| *one == heights[0]), "nothing happens, and it goes {heights:?}");
    let told = told(page).await?;
    let count = |name: &str| told.iter().filter(|told| told.name == name).count();
    ensure!((count("quiz-ready"), count("quiz-answer")) == (1, 3), "{told:#?}");
    let answer = told.iter().find(|told| told.name == "quiz-answer").context("no answer")?;
    ensure!(answer.detail["question"].is_string() && answer.detail["points"]["possible"] == 1, "{answer:?}");
    Ok(())
}

async fn several(lab: &Lab, page: &Page) -> Result<()> {
    let other = other(lab, page)?;
    let listen = "<script>window.by = {}; addEventListener('quiz-ready', event => {
        (by[event.target.id] ??= []).push(event.detail.quiz ?? event.detail.story); })</script>";
    let frames = [
        iframe(other, "sequence", "id=first width=600"),
        iframe(other, "two-reports", "id=second width=320"),
    ];
    open(lab, page, &[listen, &frames.concat(), SCRIPT].concat()).await?;
    let later = "document.body.insertAdjacentHTML('beforeend', args); return null";
    page.until::<bool>("two quizzes", "return Object.keys(by).length === 2", Value::Null).await?;
    page.script::<Value>(later, json!(iframe(other, "whole-story", "id=third width=600"))).await?;
    let all = "return by.first?.length === 1 && by.second?.length === 1 && by.third?.length === 1";
    page.until::<bool>("three quizzes", all, Value::Null).await?;
    let mut heights = Vec::new();
    for at in 0..3 {
        enter(page, at).await?;
        heights.push(height(page, "asking", Some(0)).await?);
        leave(page).await?;
    }
    for (at, height) in (0..).zip(&heights) {
        until_high(page, at, *height).await?;
    }
    ensure!(heights[0] != heights[1], "different quizzes are equally high, so nothing is shown: {heights:?}");
    Ok(())
}

/// What nobody should take for a message of the quiz's.
const NONSENSE: &str = "[null, undefined, 7, 'height', [], {}, { verbatim: null }, { verbatim: 'height' },
    { verbatim: 'height', height: -1 }, { verbatim: 'height', height: NaN }, { verbatim: 'height', height: Infinity },
    { verbatim: 'height', height: 1e9 }, { verbatim: 'height', height: null }, { verbatim: 'height', height: '5' },
    { verbatim: 'height', height: [5] }, { verbatim: 'height', height: { valueOf: 5 } },
    { verbatim: 'click' }, { verbatim: 'quiz-<b>' }, { verbatim: 'load', detail: 1 }, { verbatim: ['hello'] }]";

/// What would be one, had it come from there.
const FORGED: &str =
    "[{ verbatim: 'height', height: 5 }, { verbatim: 'quiz-complete', detail: { forged: true } }]";

async fn strangers(lab: &Lab, page: &Page) -> Result<()> {
    let listen = "<script>window.forged = []; window.messages = 0;
        for (const name of ['quiz-complete', 'click', 'load', 'quiz-<b>']) {
            addEventListener(name, event => event.target.localName === 'iframe' && forged.push(name));
        }</script>";
    // After the other's listener, so that what is counted has been heard by both.
    let count = "<script type=module>addEventListener('message', () => { window.messages += 1; })</script>";
    let frame = iframe(other(lab, page)?, "sequence", "width=600");
    let stranger = "<iframe title=Stranger srcdoc='<p>Stranger'></iframe>";
    open(lab, page, &[listen, &frame, stranger, SCRIPT, count].concat()).await?;
    enter(page, 0).await?;
    let wanted = height(page, "asking", Some(0)).await?;
    leave(page).await?;
    until_high(page, 0, wanted).await?;

    // From the right frame, but no sense in it; from others, and sensible.
    let own = format!(
        "const all = {NONSENSE}; all.forEach(one => parent.postMessage(one, '*')); return all.length"
    );
    let forged =
        format!("const all = {FORGED}; all.forEach(one => parent.postMessage(one, '*')); return all.length");
    let before: usize = page.script("return window.messages", Value::Null).await?;
    let mut sent = 0;
    for (at, body) in [(0, &own), (1, &forged)] {
        page.client.enter_frame(at).await?;
        sent += page.script::<usize>(body, Value::Null).await?;
        leave(page).await?;
    }
    let from_page = forged.replace("parent.", "window.");
    sent += page.script::<usize>(&from_page, Value::Null).await?;
    let heard = "return window.messages >= args";
    page.until::<bool>("all messages", heard, json!(before + sent)).await?;
    until_high(page, 0, wanted).await?;

    // The page's own nonsense to the quiz, and a neighbour's greeting.
    let to_frame =
        format!("const all = {NONSENSE}; all.forEach(one => frames[0].postMessage(one, '*')); return null");
    page.script::<Value>(&to_frame, Value::Null).await?;
    page.client.enter_frame(1).await?;
    page.script::<Value>(
        "parent.frames[0].postMessage({ verbatim: 'hello' }, '*'); return null",
        Value::Null,
    )
    .await?;
    leave(page).await?;
    enter(page, 0).await?;
    Hand::Keys.press(page, "button.skip").await?;
    let wanted = height(page, "asking", Some(1)).await?;
    leave(page).await?;
    until_high(page, 0, wanted).await?;

    // The frame itself, once it shows something else.
    let elsewhere =
        format!("<script>const all = {FORGED}; all.forEach(one => parent.postMessage(one, '*'))</script>");
    let answer = Answer { status: 200, media_type: "text/html", body: elsewhere.into_bytes() };
    let address = lab.server.make("elsewhere.html", [answer]);
    let before: usize = page.script("return window.messages", Value::Null).await?;
    let go = "document.querySelector('iframe').contentWindow.location = args; return null";
    page.script::<Value>(go, json!(format!("{}/{address}", page.origin))).await?;
    page.until::<bool>("all messages", heard, json!(before + 2)).await?;
    let body = "return [document.querySelector('iframe').clientHeight, window.forged.filter(name => name !== 'load')]";
    let (now, forged): (u32, Vec<String>) = page.script(body, Value::Null).await?;
    ensure!(now == wanted && forged.is_empty(), "{now} pixels instead of {wanted}; {forged:?}");
    Ok(())
}

async fn plain(lab: &Lab, page: &Page) -> Result<()> {
    let frame = iframe(other(lab, page)?, "two-reports", "width=600 height=300");
    let stranger = "<iframe title=Stranger srcdoc='<p>Stranger'></iframe>";
    open(lab, page, &[frame.as_str(), stranger].concat()).await?;
    enter(page, 0).await?;
    height(page, "asking", Some(0)).await?;
    leave(page).await?;
    page.client.enter_frame(1).await?;
    page.script::<Value>(
        "parent.frames[0].postMessage({ verbatim: 'hello' }, '*'); return null",
        Value::Null,
    )
    .await?;
    leave(page).await?;
    enter(page, 0).await?;
    keys::tab_to(page, "label.choice input").await?;
    keys::press(page, &[keys::SPACE]).await?;
    Hand::Keys.press(page, "button.submit").await?;
    height(page, "revealed", Some(0)).await?;
    let scrolls = "const root = document.scrollingElement;
        root.scrollTo({ top: 1e6, behavior: 'instant' });
        return [root.scrollHeight > innerHeight, root.scrollTop > 0, !root.classList.contains('sized')]";
    let scrolls: [bool; 3] = page.script(scrolls, Value::Null).await?;
    ensure!(scrolls == [true; 3], "higher than its frame, scrolled, left alone: {scrolls:?}");
    leave(page).await?;
    let now: u32 = page.script("return document.querySelector('iframe').clientHeight", Value::Null).await?;
    ensure!(now == 300, "it is {now} pixels high");
    Ok(())
}
