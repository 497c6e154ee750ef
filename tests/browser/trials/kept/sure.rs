//! Who wants to be asked how sure they are is asked before an answer counts, and told at the end
//! how often they were right when they were.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use verbatim_core::session::{Action, Mode};

use crate::answers::{Aim, actions, answer};
use crate::audit;
use crate::hand::Hand;
use crate::hand::keys;
use crate::lab::Lab;
use crate::native;
use crate::page::Page;
use crate::screen::Screen;

const QUIZ: &str = "two-reports";

/// How the levels are chosen, each at a question of its own.
#[derive(Clone, Copy, Debug)]
enum By {
    Click,
    Tab,
    Digit,
}

/// Questions answered so: how sure, by what, and whether they shall be right.
const ANSWERS: [(usize, By, Aim); 4] = [
    (3, By::Digit, Aim::Right),
    (3, By::Click, Aim::Wrong),
    (2, By::Tab, Aim::Right),
    (1, By::Click, Aim::Wrong),
];

pub async fn asked(lab: &Lab, page: &Page) -> Result<()> {
    let at = format!("index.html?quiz={QUIZ}&seed=5&mode=practice");
    page.open_anew(&at).await?;
    Screen::wait(page, "asking", Some(0)).await?;
    // The panel is there once there is something that is kept.
    Hand::Clicks.press(page, "button.skip").await?;
    Screen::wait(page, "asking", Some(1)).await?;
    until_saved(page).await?;
    page.open(&at).await?;
    switch_on(page).await?;

    let story = native::story(&lab.story()?)?;
    let mut session = native::session(&story, QUIZ, 5, Mode::Practice)?.apply(Action::Skip);
    for (at, (level, by, aim)) in (1..).zip(ANSWERS) {
        Screen::wait(page, "asking", Some(at)).await?;
        let posed = session.questions()[at].clone();
        for action in actions(&answer(&posed, &story, aim, at)) {
            session = Hand::Clicks.act(page, &session, at, action).await?;
        }
        Hand::Keys.press(page, "button.submit").await?;
        page.until_there("[data-sure=asks]").await?;
        let stands = "return [find('[data-screen]').dataset.screen, widget.activeElement?.className,
            find('.feedback') === null, find('.submit').checkVisibility()]";
        let stands: Value = page.script(stands, Value::Null).await?;
        ensure!(stands == json!(["asking", "asks", true, false]), "before {level} by {by:?}: {stands}");
        if at == 1 {
            page.picture(&lab.pictures(page.engine).join("sure-asks.png")).await?;
            let violations = audit::axe(page, "#verbatim").await?;
            ensure!(violations.is_empty(), "axe-core: {}", violations[0]);
        }
        let selector = format!(".asks button:nth-child({level})");
        match by {
            By::Click => Hand::Clicks.press(page, &selector).await?,
            By::Tab => Hand::Keys.press(page, &selector).await?,
            By::Digit => keys::press(page, &[char::from_digit(level as u32, 10).context("a digit")?]).await?,
        }
        session = session.apply(Action::Submit);
        Screen::wait(page, "revealed", Some(at)).await.with_context(|| format!("{level} by {by:?}"))?;
        keys::until_focus(page, ".feedback").await?;
        ensure!(!page.has("[data-sure]").await?, "it is still asked");
        Hand::Clicks.press(page, "button.next").await?;
        session = session.apply(Action::Next);
    }
    // In another language, and the other way round.
    page.script::<Value>("location.hash = 'lang=ar'", Value::Null).await?;
    while page.has("[data-screen=asking]").await? {
        let at: String = page.script("return find('[data-screen]').dataset.at", Value::Null).await?;
        Hand::Clicks.press(page, "button.skip").await?;
        let on = "return find(`[data-screen=asking][data-at='${args}']`) === null && find('[data-screen]') !== null";
        page.until::<bool>("the next", on, json!(at)).await?;
    }
    Screen::wait(page, "unfinished", None).await?;
    Hand::Clicks.press(page, "button.finish").await?;
    page.until_there("[data-sure=tells] tbody").await?;
    let told = "const section = find('[data-sure=tells]');
        const digits = text => text.replace(/[٠-٩]/g, digit => '٠١٢٣٤٥٦٧٨٩'.indexOf(digit)).replace(/[^\\d−]+/g, ' ').trim();
        return [section.dir, [...section.querySelectorAll('tbody tr')].map(row => digits(row.innerText)), digits(section.querySelector('.marks').textContent)]";
    let told: Value = page.script(told, Value::Null).await?;
    // 2 for the one that was right and rather sure, 3 for right and sure, 6 less for wrong and sure.
    ensure!(told == json!(["rtl", ["1 0", "1 100", "2 50"], "−1 12"]), "it tells {told}");
    page.picture(&lab.pictures(page.engine).join("sure-tells.png")).await?;
    let violations = audit::axe(page, "#verbatim").await?;
    ensure!(violations.is_empty(), "axe-core: {}", violations[0]);
    Hand::Clicks.press(page, "button.quizzes").await?;
    Screen::wait(page, "start", None).await?;
    let gone = "return !find('[data-sure=tells]')?.checkVisibility()";
    ensure!(page.script::<bool>(gone, Value::Null).await?, "it is told on the start screen too");
    Ok(())
}

/// Waits until the store has a place in a quiz: nothing waits for that when a question is skipped.
async fn until_saved(page: &Page) -> Result<()> {
    let saved = "const [done] = arguments;
        const again = () => requestAnimationFrame(look);
        const look = async () => {
            if (!(await indexedDB.databases()).some(({ name }) => name === 'verbatim')) return again();
            indexedDB.open('verbatim').onsuccess = ({ target: { result: store } }) => {
                store.transaction('places').objectStore('places').count().onsuccess = ({ target }) => {
                    store.close();
                    if (target.result) { done(true); } else { again(); } }; }; };
        look();";
    page.client.execute_async(saved, Vec::new()).await.context("the place is not kept").map(drop)
}

/// By the setting in the panel.
async fn switch_on(page: &Page) -> Result<()> {
    let there = "return document.querySelector('aside')?.shadowRoot?.querySelector('.ask input') != null";
    page.until::<bool>("the panel", there, Value::Null).await?;
    let body = "const panel = document.querySelector('aside').shadowRoot;
        panel.querySelector('details.settings').open = true;
        panel.querySelector('.ask input').click(); return null";
    page.script::<Value>(body, Value::Null).await?;
    until_kept(page, "settings", "confidence").await
}

/// Waits until the browser's store has a record in a table in which a field is true.
async fn until_kept(page: &Page, table: &str, field: &str) -> Result<()> {
    let look = "const [table, field, done] = arguments;
        const open = () => {
            indexedDB.open('verbatim').onsuccess = ({ target: { result: store } }) => {
                const again = () => { store.close(); requestAnimationFrame(open); };
                if (!store.objectStoreNames.contains(table)) return again();
                store.transaction(table).objectStore(table).getAll().onsuccess = ({ target }) =>
                    target.result.some(text => JSON.parse(text)[field]) ? (store.close(), done(true)) : again();
            };
        };
        const wait = async () =>
            (await indexedDB.databases()).some(({ name }) => name === 'verbatim') ? open() : requestAnimationFrame(wait);
        wait();";
    let outcome = page.client.execute_async(look, vec![json!(table), json!(field)]).await;
    outcome.with_context(|| format!("{field} is not kept in {table}")).map(drop)
}
