//! A new release of the site: fetched meanwhile, offered, and taken up when a reader says so.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use verbatim_core::session::Mode;

use super::host::Host;
use super::reader::{Reader, listen, look, reload, settled, take_up, until_kept, until_offered};
use crate::answers::Aim;
use crate::engine::Engine;
use crate::hand::Hand;
use crate::hand::keys;
use crate::lab::{Lab, Trial};
use crate::native;
use crate::page::Page;
use crate::screen::Screen;
use crate::trials::play::asking;

/// All of them.
pub fn trials() -> Vec<Trial> {
    vec![
        Trial::with_own_browsers("offline::a new release while a quiz is open", while_open),
        Trial::with_own_browsers("offline::a new release and two tabs", two_tabs),
        Trial::with_own_browsers("offline::a release that is not whole", not_whole),
        Trial::with_own_browsers("offline::a worker without a list goes with all it kept", withdrawn),
    ]
}

const QUIZ: &str = "index.html?quiz=sequence&seed=1";
/// How often a reader presses a button at most: far more often than it takes.
const PRESSES: usize = 200;
/// What tells the second release from the first.
const SECOND: &str = "<title>Second release</title>";

/// The page of the second release.
fn second(host: &Host) -> Result<String> {
    let page = host.read("index.html")?;
    let (before, rest) = page.split_once("<title>").context("the page has no title")?;
    let (_, after) = rest.split_once("</title>").context("its title has no end")?;
    Ok(format!("{before}{SECOND}{after}"))
}

async fn is_second(page: &Page) -> Result<bool> {
    page.script("return document.title === 'Second release'", Value::Null).await
}

async fn cache_names(page: &Page) -> Result<Vec<String>> {
    Ok(serde_json::from_value(settled(page, "{ return await caches.keys() }").await?)?)
}

/// Opens a quiz, answers its first question, and leaves a mark on the page that a reload takes away.
async fn begin(lab: &Lab, page: &Page) -> Result<()> {
    page.open(QUIZ).await?;
    let session = native::session(&native::story(&lab.story()?)?, "sequence", 1, Mode::Practice)?;
    asking(page, Hand::Clicks, session, 0, Aim::Right).await?;
    Screen::wait(page, "revealed", Some(0)).await?;
    until_kept(page, true).await?;
    page.script::<Value>("window.mark = 1", Value::Null).await.map(drop)
}

/// Whether the page stands as `begin` left it.
async fn stands(page: &Page) -> Result<()> {
    let mark: Option<u32> = page.script("return window.mark ?? null", Value::Null).await?;
    ensure!(mark == Some(1), "the page was loaded anew");
    ensure!(!is_second(page).await?, "the code was swapped");
    Screen::wait(page, "revealed", Some(0)).await.map(drop)
}

async fn until_second(page: &Page) -> Result<()> {
    let body = "return document.title === 'Second release' && find('[data-screen=asking]') !== null";
    // A script ends with its page, which is loaded anew meanwhile.
    let _ = page.until::<bool>("the second release", body, Value::Null).await;
    page.until::<bool>("the second release", body, Value::Null).await.map(drop)
}

async fn while_open(lab: &Lab, engine: Engine) -> Result<()> {
    let mut host = Host::keeping_nothing(lab)?;
    let reader = Reader::new(engine)?;
    let visit = async |page: &Page, host: &mut Host| {
        begin(lab, page).await?;
        let other =
            "{ await caches.open('verbatim /other/ sha256-x'); await caches.open('somebody else’s'); }";
        settled(page, other).await?;
        let first = cache_names(page).await?;
        host.release("index.html", &second(host)?)?;
        look(page).await?;
        until_offered(page).await?;
        stands(page).await?;
        // A reader who does not agree keeps what there is, through a reload too.
        reload(page).await?;
        until_offered(page).await?;
        ensure!(!is_second(page).await?, "a reload swapped the code");
        page.script::<Value>("location.hash = 'lang=ar'", Value::Null).await?;
        let arabic = "const bar = document.querySelector('footer .offline');
            return bar.lang === 'ar' && bar.dir === 'rtl' && !/[a-z]/i.test(bar.querySelector('button').textContent)";
        page.until::<bool>("Arabic", arabic, Value::Null).await?;
        // By keys alone.
        page.script::<Value>("document.body.focus(); window.mark = 1", Value::Null).await?;
        let mut stops = 0;
        let here = "return document.activeElement?.matches('footer .update button') ?? false";
        while !page.script::<bool>(here, Value::Null).await? {
            keys::press(page, &[keys::TAB]).await?;
            stops += 1;
            ensure!(stops < 100, "Tab leads to no button");
        }
        keys::press(page, &[keys::ENTER]).await?;
        until_second(page).await?;
        settled(page, UNTIL_ONE_RELEASE).await?;
        let names = cache_names(page).await?;
        let of_releases = |names: &[String]| {
            let own = names.iter().filter(|name| name.contains("/some/base/ sha256-"));
            own.cloned().collect::<Vec<_>>()
        };
        ensure!(
            of_releases(&first).len() == 1 && of_releases(&names).len() == 1,
            "{first:?}, then {names:?}"
        );
        ensure!(of_releases(&first) != of_releases(&names), "the old cache is still there: {names:?}");
        let others =
            names.iter().filter(|name| name.contains("/other/") || name.contains("somebody")).count();
        ensure!(others == 2, "caches of others went: {names:?}");
        host.stop()?;
        reload(page).await?;
        until_second(page).await
    };
    reader.visits(&mut host, visit).await
}

async fn two_tabs(lab: &Lab, engine: Engine) -> Result<()> {
    let mut host = Host::keeping_nothing(lab)?;
    let reader = Reader::new(engine)?;
    let visit = async |page: &Page, host: &mut Host| {
        begin(lab, page).await?;
        let first = page.client.window().await?;
        // A window, since a tab behind another is not drawn in every browser.
        let second_tab = page.client.new_window(false).await?.handle;
        page.client.switch_to_window(second_tab.clone()).await?;
        listen(page).await?;
        begin(lab, page).await?;
        host.release("index.html", &second(host)?)?;
        look(page).await?;
        until_offered(page).await?;
        take_up(page).await?;
        let told =
            "return document.querySelector('footer .update [role=status]').textContent.includes('tabs')";
        page.until::<bool>("word of the other tab", told, Value::Null).await?;
        stands(page).await?;
        page.client.switch_to_window(first.clone()).await?;
        until_offered(page).await?;
        stands(page).await?;
        page.client.close_window().await?;
        page.client.switch_to_window(second_tab).await?;
        // The worker may hear a little later that the other is gone, so a reader presses again.
        for _ in 0..PRESSES {
            if is_second(page).await.unwrap_or(false) {
                break;
            }
            // There is nothing to press while the page is loaded anew.
            let _ = take_up(page).await;
        }
        until_second(page).await
    };
    reader.visits(&mut host, visit).await
}

async fn not_whole(lab: &Lab, engine: Engine) -> Result<()> {
    let mut host = Host::keeping_nothing(lab)?;
    let reader = Reader::new(engine)?;
    let visit = async |page: &Page, host: &mut Host| {
        begin(lab, page).await?;
        let files: usize = count_kept(page).await?;
        // The worker is there, and the page it names is still the old one.
        let whole = second(host)?;
        host.announce("index.html", &whole)?;
        let failed = "{ const registration = await navigator.serviceWorker.getRegistration();
            const over = new Promise((resolve) => registration.addEventListener('updatefound', () => {
                const worker = registration.installing;
                worker.addEventListener('statechange', () => resolve(worker.state)); }, { once: true }));
            await registration.update(); return await over }";
        ensure!(settled(page, failed).await? == json!("redundant"), "a release was kept that is none");
        stands(page).await?;
        let offered: bool = page
            .script("return !document.querySelector('footer .update button').hidden", Value::Null)
            .await?;
        ensure!(!offered, "half a release is offered");
        host.stop()?;
        reload(page).await?;
        Screen::wait(page, "asking", Some(0)).await?;
        ensure!(!is_second(page).await?, "half a release is served");
        host.resume()?;
        host.write("index.html", &whole)?;
        look(page).await?;
        until_offered(page).await?;
        take_up(page).await?;
        until_second(page).await?;
        settled(page, UNTIL_ONE_RELEASE).await?;
        let now = count_kept(page).await?;
        ensure!(now == files, "of {files} files {now} are kept in {:?}", cache_names(page).await?);
        Ok(())
    };
    reader.visits(&mut host, visit).await
}

/// How many files of releases are kept.
async fn count_kept(page: &Page) -> Result<usize> {
    let count = "{ let count = 0; for (const name of await caches.keys())
        if (name.includes(' sha256-')) count += (await (await caches.open(name)).keys()).length; return count }";
    Ok(serde_json::from_value(settled(page, count).await?)?)
}

/// What is served for development keeps nothing, and takes away what an earlier release kept there.
async fn withdrawn(lab: &Lab, engine: Engine) -> Result<()> {
    let mut host = Host::keeping_nothing(lab)?;
    let reader = Reader::new(engine)?;
    let visit = async |page: &Page, host: &mut Host| {
        begin(lab, page).await?;
        let worker = host.read("sw.js")?;
        let (_, unlisted) = worker.split_once('\n').context("the worker has no list")?;
        host.write("sw.js", unlisted)?;
        host.write("index.html", &second(host)?)?;
        page.open(QUIZ).await?;
        settled(page, UNTIL_NOTHING_KEPT).await?;
        page.open(QUIZ).await?;
        until_second(page).await?;
        until_kept(page, false).await
    };
    reader.visits(&mut host, visit).await
}

/// The page is there before the worker has removed what is old.
const UNTIL_ONE_RELEASE: &str = "{
    const releases = async () => (await caches.keys()).filter((name) => name.includes('/some/base/ sha256-'));
    while ((await releases()).length > 1) await new Promise(requestAnimationFrame);
}";

const UNTIL_NOTHING_KEPT: &str = "{
    const count = async () => {
        let count = 0;
        for (const name of await caches.keys()) count += (await (await caches.open(name)).keys()).length;
        return count;
    };
    while (await count() > 0) await new Promise(requestAnimationFrame);
}";
