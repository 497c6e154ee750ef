//! Stories that change on their server, come late, or come from elsewhere.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use verbatim_core::session::Mode;

use super::host::Host;
use super::reader::{Reader, reload, settled, until_kept};
use crate::answers::Aim;
use crate::engine::{Ability, Engine};
use crate::hand::Hand;
use crate::lab::{Lab, Trial};
use crate::native;
use crate::page::Page;
use crate::screen::Screen;
use crate::trials::play::{asking, to_the_end};

/// All of them.
pub fn trials() -> Vec<Trial> {
    vec![
        Trial::with_own_browsers("offline::a story that changed", changed).needing(Ability::Profile),
        Trial::with_own_browsers("offline::a story that does not come", late),
        Trial::with_own_browsers("offline::a story from elsewhere", elsewhere).needing(Ability::Profile),
        Trial::with_own_browsers("offline::a story that was taken back", taken_back),
    ]
}

const STORY: &str = "questions/air-force-one.json";

/// The site's story under another title.
fn retitled(host: &Host, title: &str) -> Result<String> {
    let mut story: Value = serde_json::from_str(&host.read(STORY)?)?;
    story["title"] = json!(title);
    Ok(story.to_string())
}

/// Opens the story's start screen, which has to show a title.
async fn shows(page: &Page, title: &str) -> Result<()> {
    page.open("index.html").await?;
    let screen = Screen::wait(page, "start", None).await?;
    ensure!(screen.text.contains(title), "{title:?} is not in {:?}", screen.text);
    until_kept(page, true).await
}

async fn changed(lab: &Lab, engine: Engine) -> Result<()> {
    let mut host = Host::keeping_nothing(lab)?;
    let reader = Reader::new(engine)?;
    let first = async |page: &Page, _: &mut Host| shows(page, "").await;
    reader.visits(&mut host, first).await?;
    host.write(STORY, &retitled(&host, "A second title")?)?;
    let second = async |page: &Page, host: &mut Host| {
        shows(page, "A second title").await?;
        // A server that has lost its wits tells nothing new.
        host.write(STORY, "<!doctype html><title>Sign in</title>")?;
        shows(page, "A second title").await?;
        host.stop()?;
        shows(page, "A second title").await
    };
    reader.visits(&mut host, second).await?;
    let third = async |page: &Page, _: &mut Host| shows(page, "A second title").await;
    reader.visits(&mut host, third).await
}

async fn late(lab: &Lab, engine: Engine) -> Result<()> {
    let mut host = Host::keeping_nothing(lab)?;
    let reader = Reader::new(engine)?;
    let visit = async |page: &Page, host: &mut Host| {
        shows(page, "").await?;
        host.hold(STORY);
        shows(page, "").await?;
        ensure!(host.asked(STORY) > 1, "the server was not asked");
        Ok(())
    };
    reader.visits(&mut host, visit).await
}

async fn elsewhere(lab: &Lab, engine: Engine) -> Result<()> {
    let mut host = Host::keeping_nothing(lab)?;
    let mut other = Host::start(lab)?;
    let reader = Reader::new(engine)?;
    let address = format!("{}/{STORY}", other.origin());
    let path = format!("index.html?src={address}&quiz=sequence&seed=2");
    let story = native::story(&lab.story()?)?;
    let session = || native::session(&story, "sequence", 2, Mode::Practice);
    let first = async |page: &Page, _: &mut Host| {
        page.open("index.html").await?;
        until_kept(page, true).await?;
        page.open(&path).await?;
        Screen::wait(page, "asking", Some(0)).await?;
        until_kept(page, false).await?;
        asking(page, Hand::Clicks, session()?, 0, Aim::Right).await?;
        until_kept(page, true).await?;
        let script = format!(
            "{{ const {{ kept }} = await import('./offline.js');
            return await kept(['{STORY}', 'questions/none.json', '{address}', '{address}?other']) }}"
        );
        let kept = settled(page, &script).await?;
        ensure!(kept == json!([true, false, true, false]), "kept is said to be {kept}");
        Ok(())
    };
    reader.visits(&mut host, first).await?;
    host.stop()?;
    other.stop()?;
    let second = async |page: &Page, _: &mut Host| {
        page.open(&path).await?;
        until_kept(page, true).await?;
        to_the_end(page, Hand::Clicks, session()?, Aim::Right).await?;
        Screen::wait(page, "finished", None).await.map(drop)
    };
    reader.visits(&mut host, second).await.context("in the second visit")
}

/// What its publisher has removed is shown no longer, and kept no longer.
async fn taken_back(lab: &Lab, engine: Engine) -> Result<()> {
    let mut host = Host::keeping_nothing(lab)?;
    let reader = Reader::new(engine)?;
    host.write("mine.json", &host.read(STORY)?)?;
    let story = native::story(&lab.story()?)?;
    let visit = async |page: &Page, host: &mut Host| {
        page.open("index.html?story=mine.json&quiz=sequence&seed=2").await?;
        let session = native::session(&story, "sequence", 2, Mode::Practice)?;
        asking(page, Hand::Clicks, session, 0, Aim::Right).await?;
        until_kept(page, true).await?;
        std::fs::remove_file(host.site.join("mine.json"))?;
        reload(page).await?;
        let screen = Screen::wait(page, "error", None).await?;
        ensure!(screen.error.is_some_and(|error| error.contains("404")), "the error does not say why");
        Ok(())
    };
    reader.visits(&mut host, visit).await
}
