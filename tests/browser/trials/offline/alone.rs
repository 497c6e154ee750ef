//! The server stopped: after a visit, before and while the site is being kept, and mid-quiz.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use verbatim_core::session::{Mode, Stage};

use super::host::{BASE, Host};
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
        Trial::with_own_browsers("offline::every quiz of every story after one visit", every_quiz)
            .needing(Ability::Profile),
        Trial::with_own_browsers("offline::every page, language and theme after one visit", every_page)
            .needing(Ability::Profile),
        Trial::with_own_browsers("offline::stopped before and while it is kept", stopped_early)
            .needing(Ability::Profile),
        Trial::with_own_browsers("offline::stopped mid-quiz", stopped_mid_quiz),
        Trial::with_own_browsers("offline::what was taken from the browser comes back", evicted),
        Trial::with_own_browsers("offline::can be installed", installable).needing(Ability::Installing),
    ]
}

const QUIZ: &str = "index.html?quiz=sequence&seed=1";

/// Visits the page until all is kept, and closes the browser.
async fn visit_once(reader: &Reader, host: &mut Host) -> Result<()> {
    let visit = async |page: &Page, _: &mut Host| {
        page.open("index.html").await?;
        until_kept(page, true).await
    };
    reader.visits(host, visit).await.context("in the first visit")
}

/// The stories of the site, by their paths.
fn stories(host: &Host) -> Result<Vec<String>> {
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(host.site.join("questions"))? {
        let path = format!("questions/{}", entry?.file_name().to_string_lossy());
        if path.ends_with(".json") && !path.ends_with("schema.json") {
            paths.push(path);
        }
    }
    ensure!(!paths.is_empty(), "the site has no story");
    Ok(paths)
}

async fn every_quiz(lab: &Lab, engine: Engine) -> Result<()> {
    let mut host = Host::start(lab)?;
    let reader = Reader::new(engine)?;
    visit_once(&reader, &mut host).await?;
    host.stop()?;
    let plays = async |page: &Page, host: &mut Host| {
        for path in stories(host)? {
            let story = native::story(&std::fs::read(host.site.join(&path))?)?;
            for (seed, quiz) in (1..).zip(&story.quizzes) {
                let at = format!("index.html?story={path}&quiz={}&seed={seed}", quiz.id);
                page.open(&at).await?;
                until_kept(page, true).await?;
                let session = native::session(&story, &quiz.id, seed, Mode::Practice)?;
                let end = to_the_end(page, Hand::Clicks, session, Aim::Right).await;
                end.with_context(|| format!("in {} of {path}", quiz.id))?;
                Screen::wait(page, "finished", None).await?;
            }
        }
        Ok(())
    };
    reader.visits(&mut host, plays).await
}

async fn every_page(lab: &Lab, engine: Engine) -> Result<()> {
    let mut host = Host::start(lab)?;
    let reader = Reader::new(engine)?;
    visit_once(&reader, &mut host).await?;
    host.stop()?;
    let looks = async |page: &Page, host: &mut Host| {
        page.open("").await?;
        Screen::wait(page, "start", None).await?;
        until_kept(page, true).await?;
        // As from the home screen: where the manifest says, from wherever that lies.
        let starts = "{ const link = document.querySelector('link[rel=manifest]').href;
            const { start_url, scope } = await (await fetch(link)).json();
            return [start_url, scope].map((path) => new URL(path, link).href) }";
        let starts = settled(page, starts).await?;
        let home = format!("{}/", host.origin());
        ensure!(starts == json!([home, home]), "it starts at {starts}");
        page.client.goto(&home).await?;
        Screen::wait(page, "start", None).await?;
        page.open("embed/").await?;
        let there = "return document.querySelector('#example')?.shadowRoot?.querySelector('[data-screen=start]') != null
            && document.querySelector('#quiz').length > 1";
        page.until::<bool>("the documentation", there, Value::Null).await?;
        let framed = format!("embed.html?src={BASE}/questions/air-force-one.json&quiz=sequence");
        page.open(&framed).await?;
        let asked = "return document.querySelector('verbatim-quiz')?.shadowRoot?.querySelector('[data-screen=asking]') != null";
        page.until::<bool>("the page for iframes", asked, Value::Null).await?;

        // The pages for a class: what is set on the one is played on the other.
        page.open("class.html").await?;
        let link = "return document.querySelector('#link')?.value";
        let link: String = page.until("the link for a class", link, Value::Null).await?;
        page.client.goto(&link).await?;
        let begins = "return document.querySelector('button.start') !== null";
        page.until::<bool>("the pupil's page", begins, Value::Null).await?;

        let mut prompts = Vec::new();
        for language in ["en", "es", "fr", "de", "pt", "ar", "ko", "zh"] {
            page.open(&format!("{QUIZ}&lang={language}")).await?;
            prompts.extend(Screen::wait(page, "asking", Some(0)).await?.prompt);
            until_kept(page, true).await?;
            let says = "return document.querySelector('footer .kept').textContent";
            prompts.push(page.script(says, Value::Null).await?);
        }
        prompts.sort();
        prompts.dedup();
        ensure!(prompts.len() == 16, "two languages say the same: {prompts:?}");
        for theme in ["newspaper", "classroom"] {
            page.open(&format!("{QUIZ}&theme={theme}")).await?;
            Screen::wait(page, "asking", Some(0)).await?;
            let sheets: usize = page.script("return widget.adoptedStyleSheets.length", Value::Null).await?;
            ensure!(sheets == 2, "{theme} has {sheets} style sheets");
        }
        // Nobody is told that something is there which is not.
        page.client
            .goto(&format!("{}/nowhere.html", host.origin()))
            .await
            .err()
            .context("a page from nowhere")?;
        page.open("index.html").await?;
        Screen::wait(page, "start", None).await.map(drop)
    };
    reader.visits(&mut host, looks).await
}

/// Answers the first question, and waits for what is said of it.
async fn answer_first(lab: &Lab, page: &Page) -> Result<()> {
    let session = native::session(&native::story(&lab.story()?)?, "sequence", 1, Mode::Practice)?;
    asking(page, Hand::Clicks, session, 0, Aim::Right).await?;
    Screen::wait(page, "revealed", Some(0)).await.map(drop)
}

async fn stopped_early(lab: &Lab, engine: Engine) -> Result<()> {
    let mut host = Host::keeping_nothing(lab)?;
    for path in ["/offline.js", "/sw.js", "/languages/ko.json", "/icons/icon-512.png"] {
        let reader = Reader::new(engine)?;
        let plays = async |page: &Page, host: &mut Host| {
            host.stop_at(path);
            page.open(QUIZ).await?;
            host.until_stopped()?;
            answer_first(lab, page).await
        };
        reader.visits(&mut host, plays).await.with_context(|| format!("stopped at {path}"))?;
        host.resume()?;
        visit_once(&reader, &mut host).await?;
        host.stop()?;
        let plays_again = async |page: &Page, _: &mut Host| {
            page.open(QUIZ).await?;
            answer_first(lab, page).await
        };
        reader.visits(&mut host, plays_again).await.with_context(|| format!("after a stop at {path}"))?;
        host.resume()?;
    }
    Ok(())
}

async fn stopped_mid_quiz(lab: &Lab, engine: Engine) -> Result<()> {
    let mut host = Host::keeping_nothing(lab)?;
    let reader = Reader::new(engine)?;
    let story = native::story(&lab.story()?)?;
    let visit = async |page: &Page, host: &mut Host| {
        page.open("index.html?quiz=who-said-what&seed=3").await?;
        let session = native::session(&story, "who-said-what", 3, Mode::Practice)?;
        let session = asking(page, Hand::Clicks, session, 0, Aim::Right).await?;
        until_kept(page, true).await?;
        host.stop()?;
        // A language that this visit had no need of yet.
        page.script::<Value>("location.hash = 'lang=de'", Value::Null).await?;
        let speaks = "return document.querySelector('footer .offline').lang === 'de' && find('.verbatim[lang=de], [lang=de]') !== null";
        page.until::<bool>("German", speaks, Value::Null).await?;
        page.script::<Value>("location.hash = ''", Value::Null).await?;
        page.until::<bool>("English", "return find('[lang=de]') === null", Value::Null).await?;
        ensure!(matches!(session.stage(), Stage::Revealed { at: 0 }), "the quiz is elsewhere");
        to_the_end(page, Hand::Clicks, session, Aim::Right).await?;
        Screen::wait(page, "finished", None).await?;
        page.open(QUIZ).await?;
        answer_first(lab, page).await
    };
    reader.visits(&mut host, visit).await
}

/// A file that a browser has lost comes from the server; nothing else is served in its place.
async fn evicted(lab: &Lab, engine: Engine) -> Result<()> {
    let mut host = Host::keeping_nothing(lab)?;
    let reader = Reader::new(engine)?;
    let loses = async |page: &Page, _: &mut Host| {
        page.open(QUIZ).await?;
        until_kept(page, true).await?;
        let lose = "{ for (const name of await caches.keys()) { const cache = await caches.open(name);
            for (const key of await cache.keys()) { if (/wasm|air-force/.test(key.url)) await cache.delete(key); } } return 1 }";
        ensure!(settled(page, lose).await? == json!(1), "nothing could be taken away");
        reload(page).await?;
        answer_first(lab, page).await
    };
    reader.visits(&mut host, loses).await?;
    ensure!(host.asked("_bg.wasm") > 0, "the wasm was not asked for");
    Ok(())
}

async fn installable(lab: &Lab, engine: Engine) -> Result<()> {
    let mut host = Host::start(lab)?;
    let visit = async |page: &Page, _: &mut Host| {
        page.open("index.html").await?;
        until_kept(page, true).await?;
        let errors = page.cdp("Page.getInstallabilityErrors", json!({})).await?;
        ensure!(errors["installabilityErrors"] == json!([]), "it can't be installed: {errors}");
        let manifest = page.cdp("Page.getAppManifest", json!({})).await?;
        ensure!(manifest["errors"] == json!([]), "the manifest is wrong: {}", manifest["errors"]);
        let data = manifest["data"].as_str().context("there is no manifest")?;
        let manifest: Value = serde_json::from_str(data)?;
        for icon in manifest["icons"].as_array().context("it has no icons")? {
            let size = settled(page, &format!("{{ const image = new Image(); image.src = {}; await image.decode(); return image.naturalWidth }}", icon["src"])).await?;
            let said = icon["sizes"].as_str().unwrap_or_default();
            ensure!(said == "any" || said == format!("{size}x{size}"), "{icon} is {size} wide");
        }
        let id = page.cdp("Page.getAppId", json!({})).await?;
        ensure!(id["appId"] == format!("{}/", page.origin), "its id is {id}");
        Ok(())
    };
    Reader::new(engine)?.visits(&mut host, visit).await
}
