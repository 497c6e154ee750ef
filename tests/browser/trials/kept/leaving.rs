//! A page that is left in the very moment in which something was done at a question, before
//! anything of it is on the screen; and one that is opened where nothing waits to go on.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use verbatim_core::session::{Action, Mode};

use super::{QUIZ, answers, stands, track};
use crate::answers::{Aim, actions, answer};
use crate::engine::Engine;
use crate::hand::Hand;
use crate::lab::Lab;
use crate::native;
use crate::page::Page;
use crate::screen::Screen;
use crate::trials::offline::host::Host;
use crate::trials::offline::reader::{Reader, settled};

/// Presses a button of the widget's and leaves, in one task.
async fn press_and_leave(page: &Page, button: &str) -> Result<()> {
    let body = "find(args).click(); location.assign('verbatim.css'); return null";
    page.script::<Value>(body, json!(button)).await?;
    let left = "return document.querySelector('verbatim-quiz') === null";
    // A script ends with its page.
    let _ = page.until::<bool>("the page to be left", left, Value::Null).await;
    page.until::<bool>("the page to be left", left, Value::Null).await.map(drop)
}

/// Waits until the page has nothing left to do, as soon as a reader who reads.
pub async fn until_idle(page: &Page) -> Result<()> {
    let idle = "{ const idle = () => new Promise((done) => (window.requestIdleCallback ?? setTimeout)(done));
        const done = (request) => new Promise((settle) => { request.onsuccess = () => settle(request.result); });
        for (let more = 0; more < 3; more++) {
            await idle();
            const store = await done(indexedDB.open('verbatim'));
            await done(store.transaction('places', 'readwrite').objectStore('places').count());
            store.close();
        }
        return true }";
    settled(page, idle).await.map(drop)
}

/// A skip and an answer, each with the page left at once.
pub async fn at_once(lab: &Lab, engine: Engine) -> Result<()> {
    let mut host = Host::start(lab)?;
    let reader = Reader::new(engine)?;
    let at = format!("index.html?quiz={QUIZ}&seed=5");
    let story = native::story(&lab.story()?)?;
    let visit = async |page: &Page, _: &mut Host| {
        page.open(&at).await?;
        let session = native::session(&story, QUIZ, 5, Mode::Practice)?;
        let session = answers(page, session, 0, Aim::Right).await?;
        Hand::Clicks.press(page, "button.next").await?;
        let session = session.apply(Action::Next);
        stands(page, &session).await?;
        until_idle(page).await?;
        press_and_leave(page, "button.skip").await?;

        page.open(&at).await?;
        let mut session = session.apply(Action::Skip);
        stands(page, &session).await.context("after a skip")?;
        let skipped = track(page).await?;
        ensure!(skipped[1] == "skipped", "the skip is lost: {skipped:?}");
        let posed = session.questions()[2].clone();
        for action in actions(&answer(&posed, &story, Aim::Right, 2)) {
            session = Hand::Clicks.act(page, &session, 2, action).await?;
        }
        until_idle(page).await?;
        press_and_leave(page, "button.submit").await?;

        page.open(&at).await?;
        stands(page, &session.apply(Action::Submit)).await.context("after an answer")
    };
    reader.visits(&mut host, visit).await
}

/// Where nothing waits to go on, the first question does not wait for what keeps answers.
pub async fn nothing_waits(lab: &Lab, engine: Engine) -> Result<()> {
    let mut host = Host::keeping_nothing(lab)?;
    let page = host.read("index.html")?;
    host.write("keeping.html", &page.replacen("<verbatim-quiz", "<verbatim-quiz keep=answers", 1))?;
    let reader = Reader::new(engine)?;
    let story = native::story(&lab.story()?)?;
    let visit = async |page: &Page, host: &mut Host| {
        page.open(&format!("keeping.html?quiz={QUIZ}&seed=5&count=1")).await?;
        let session = native::session(&story, QUIZ, 5, Mode::Practice)?.at_most(1);
        let session = answers(page, session, 0, Aim::Right).await?;
        Hand::Clicks.press(page, "button.next").await?;
        stands(page, &session.apply(Action::Next)).await?;
        // What is over is not gone on with; without the worker, everything comes from the server.
        let away = "{ for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister(); return true }";
        settled(page, away).await?;
        host.hold("verbatim-keep_bg.wasm");
        page.open(&format!("keeping.html?quiz={QUIZ}&seed=6")).await?;
        Screen::wait(page, "asking", Some(0)).await.map(drop)
    };
    reader.visits(&mut host, visit).await
}
