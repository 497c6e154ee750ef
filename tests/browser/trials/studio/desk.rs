//! What is done at the desk: undone, kept, checked, added, opened.

use anyhow::{Result, bail, ensure};
use serde_json::{Value, json};

use super::{ARTICLE, empty, focus, laid, mark, open_file, saved, take, until_named, until_remarks};
use crate::hand::pointer::Pointer;
use crate::hand::{Hand, keys};
use crate::lab::Lab;
use crate::page::Page;

/// How many marks are in the story.
const ACCEPTED: &str = "return findAll('.chip.in').length === args";

/// A short article, most of whose fields are to be filled.
const SHORT: &str = "The last ferry\n\n\u{201c}We waited too long,\u{201d} said Ada Brandt, the mayor. The ferry sank on May 9, 2020. \
    \u{201c}Nobody asked us,\u{201d} said Iris Cole, its captain. The bridge opened only days later, and the whole town walked over \
    it and back, as if to see that it was there. Nobody spoke of the ferry until the evening, when the lamps were lit along the pier. \
    \u{201c}I would build it again,\u{201d} said Olav Berg, who drew the bridge.";

async fn count(page: &Page) -> Result<usize> {
    page.script("return findAll('.chip.in').length", Value::Null).await
}

pub async fn undone(_: &Lab, page: &Page) -> Result<()> {
    laid(page, Hand::Keys, ARTICLE).await?;
    let first = mark(page, "speech", "Nobody lied to us").await?;
    take(page, Hand::Keys, &first).await?;
    keys::press(page, &['a']).await?;
    page.until::<bool>("one", ACCEPTED, json!(1)).await?;
    Hand::Keys.press(page, ".accept-sure").await?;
    page.until::<bool>("more", "return findAll('.chip.in').length > 8", Value::Null).await?;
    let all = count(page).await?;
    Hand::Clicks.press(page, "#undo").await?;
    page.until::<bool>("one again", ACCEPTED, json!(1)).await?;
    Hand::Clicks.press(page, "#undo").await?;
    page.until::<bool>("none", ACCEPTED, json!(0)).await?;
    Hand::Clicks.press(page, "#redo").await?;
    Hand::Clicks.press(page, "#redo").await?;
    page.until::<bool>("all of it", ACCEPTED, json!(all)).await?;
    ensure!(
        page.script::<bool>("return find('#redo').disabled", Value::Null).await?,
        "there is more to redo"
    );
    // Before the article there was nothing, and its way back.
    for _ in 0..3 {
        Hand::Clicks.press(page, "#undo").await?;
    }
    page.until_there(".lay.first").await?;
    Hand::Clicks.press(page, "#redo").await?;
    page.until_there(".chip").await
}

pub async fn reloaded(_: &Lab, page: &Page) -> Result<()> {
    laid(page, Hand::Clicks, ARTICLE).await?;
    Hand::Clicks.press(page, ".accept-sure").await?;
    page.until::<bool>("some", "return findAll('.chip.in').length > 8", Value::Null).await?;
    let all = count(page).await?;
    let names = "return findAll('.chip').map(chip => chip.getAttribute('aria-label')).join()";
    let before: String = page.script(names, Value::Null).await?;
    let kept = "return JSON.parse(localStorage.getItem('verbatim-studio') ?? '{\"articles\":[]}').articles
        .flatMap(({ marks }) => marks).filter(({ state }) => state.Accepted).length === args";
    page.until::<bool>("the desk to be kept", kept, json!(all)).await?;
    page.open("studio.html?again").await?;
    page.until::<bool>("the desk as it was", ACCEPTED, json!(all)).await?;
    let after: String = page.script(names, Value::Null).await?;
    ensure!(before == after, "after the reload: {after}");
    let told: String = page.script("return find('.kept').textContent", Value::Null).await?;
    ensure!(told.is_empty(), "{told}");
    // And what was done before it is undone and done again.
    Hand::Clicks.press(page, "#undo").await?;
    page.until::<bool>("none in the story", ACCEPTED, json!(0)).await?;
    Hand::Clicks.press(page, "#redo").await?;
    page.until::<bool>("all of it again", ACCEPTED, json!(all)).await.map(drop)
}

pub async fn not_kept(_: &Lab, page: &Page) -> Result<()> {
    empty(page).await?;
    page.script::<bool>(
        "Storage.prototype.setItem = () => { throw new Error('denied'); }; return true",
        Value::Null,
    )
    .await?;
    Hand::Clicks.press(page, "#example").await?;
    page.until_there(".chip").await?;
    page.until::<bool>("a word", "return find('.kept').textContent.includes('does not keep')", Value::Null)
        .await?;
    Hand::Clicks.press(page, ".accept-sure").await?;
    page.until::<bool>("it goes on", "return findAll('.chip.in').length > 8", Value::Null).await.map(drop)
}

pub async fn checked(_: &Lab, page: &Page) -> Result<()> {
    laid(page, Hand::Clicks, SHORT).await?;
    until_remarks(page, &["empty"]).await?;
    Hand::Clicks.press(page, ".accept-sure").await?;
    until_remarks(page, &[]).await?;
    // A hint that names the speaker.
    let id = mark(page, "speech", "Nobody asked us").await?;
    take(page, Hand::Clicks, &id).await?;
    focus(page, Hand::Keys, "#statement-hint").await?;
    keys::write(page, "It was Cole").await?;
    until_remarks(page, &["gives-answer-away"]).await?;
    let said = "return find('.check .message').textContent + '|' + find('.check .beside')?.textContent";
    let said: String = page.script(said, Value::Null).await?;
    ensure!(said.contains("Cole") && said.contains("Help: "), "{said}");
    // A word that does not stand in the words, with what comes closest.
    focus(page, Hand::Keys, "#statement-gaps").await?;
    keys::write(page, "askd us").await?;
    page.until_there(".check li[data-code=evidence-not-found]").await?;
    let nearest: String = page
        .script("return find('.check li[data-code=evidence-not-found] .beside').textContent", Value::Null)
        .await?;
    ensure!(nearest.contains("asked us"), "{nearest}");
    // Each leads to its place.
    let other = mark(page, "speech", "We waited too long").await?;
    take(page, Hand::Clicks, &other).await?;
    Hand::Clicks.press(page, ".check li[data-code=evidence-not-found] .lead-to").await?;
    page.until::<bool>("its place", "return focused().id === 'statement-gaps'", Value::Null).await?;
    for _ in 0.."askd us".len() {
        keys::press(page, &[keys::BACKSPACE]).await?;
    }
    until_remarks(page, &["gives-answer-away"]).await?;
    // What passes is saved without it, and the file has no errors.
    let (_, text) = saved(page, Hand::Clicks, "#save").await?;
    let checked = verbatim_core::check::load(text.as_bytes());
    ensure!(!checked.has_errors() && !text.contains("Nobody asked us"), "{:?} in {text}", checked.findings);
    Ok(())
}

pub async fn added_by_keys(_: &Lab, page: &Page) -> Result<()> {
    laid(page, Hand::Keys, SHORT).await?;
    keys::tab_to(page, ".sheet-text").await?;
    // To the words `whole town walked over it`, by words and then with Shift.
    let body = "return getSelection().toString().replaceAll('\\n', ' ').trim() === args";
    keys::press(page, &[keys::RIGHT]).await?;
    for _ in 0..120 {
        let at: String = page.script("return find('.selected')?.textContent ?? ''", Value::Null).await?;
        if at.contains("\u{201c}town\u{201d}") {
            break;
        }
        keys::press(page, &[keys::RIGHT]).await?;
        page.until::<bool>(
            "the next word",
            "return (find('.selected')?.textContent ?? '') !== args",
            json!(at),
        )
        .await?;
    }
    shifted(page, keys::RIGHT, 3).await?;
    page.until::<bool>("the words", body, json!("town walked over it")).await?;
    keys::press(page, &['v']).await?;
    page.until::<bool>(
        "an event",
        "return find('#event-summary')?.value === 'Town walked over it'",
        Value::Null,
    )
    .await?;
    page.until::<bool>("in hand", "return focused().matches('.chip.event.in.held')", Value::Null)
        .await
        .map(drop)
}

/// Presses a key with Shift.
async fn shifted(page: &Page, key: char, times: usize) -> Result<()> {
    use fantoccini::actions::{InputSource, KeyAction, KeyActions};
    let mut actions = KeyActions::new("keys".to_owned()).then(KeyAction::Down { value: keys::SHIFT });
    for _ in 0..times {
        actions = actions.then(KeyAction::Down { value: key }).then(KeyAction::Up { value: key });
    }
    Ok(page.client.perform_actions(actions.then(KeyAction::Up { value: keys::SHIFT })).await?)
}

/// Selects words and makes something of them. On a machine with much else to do a browser may let go
/// of what was selected before it comes to the press; then they are selected anew, as one would.
async fn made_of(page: &Page, words: &str, tool: &str, shows: &str) -> Result<()> {
    let comes = format!("if ({shows}) {{ return 'made'; }} return find('.tools') ? null : 'let go'");
    for _ in 0..4 {
        Pointer::Mouse.select(page, ".sheet-text", words).await?;
        Hand::Clicks.press(page, tool).await?;
        if page.until::<String>("what comes of it", &comes, json!(words)).await? == "made" {
            return Ok(());
        }
    }
    bail!("nothing comes of {words:?}")
}

pub async fn added_by_mouse(_: &Lab, page: &Page) -> Result<()> {
    laid(page, Hand::Clicks, SHORT).await?;
    // A statement from words without marks: who speaks is asked, and then who says so.
    let quoted = "find('.hand blockquote')?.textContent === args";
    made_of(page, "as if to see that it was there", ".use-q", quoted).await?;
    let id: String = page.script("return find('.chip.held').id", Value::Null).await?;
    focus(page, Hand::Clicks, "#newcomer").await?;
    keys::write(page, "Eva Lind").await?;
    keys::press(page, &[keys::ENTER]).await?;
    until_named(page, &id, "Eva Lind").await?;
    until_named(page, &id, "in the story").await?;
    let says_who = "find('.says-who')?.textContent.includes(`“${args}”`)";
    made_of(page, "the whole town", ".use-s", says_who).await?;
    // Two events, and which came first.
    for (words, event) in
        [("The ferry sank on May 9, 2020", "The ferry sank"), ("The bridge opened", "The bridge opened")]
    {
        let there: bool = page
            .script(
                "return findAll('.chip.event').some(chip => chip.getAttribute('aria-label').includes(args))",
                json!(event),
            )
            .await?;
        if !there {
            let happened = "findAll('.chip.event.held').length === 1";
            made_of(page, words, ".use-v", happened).await?;
        }
        let id = mark(page, "event", event).await?;
        take(page, Hand::Clicks, &id).await?;
        if page.has(&format!("#{id}.open")).await? {
            Hand::Clicks.press(page, "button.accept").await?;
        }
        until_named(page, &id, "in the story").await?;
    }
    let asks = "find('#ordering-earlier')";
    made_of(page, "The bridge opened only days later", ".use-b", asks).await?;
    let choose = "const [earlier, later] = ['#ordering-earlier', '#ordering-later'].map(find);
        const set = (select, words) => {
            select.value = [...select.options].find(option => option.textContent.startsWith(words)).value;
            select.dispatchEvent(new Event('change', { bubbles: true }));
        };
        set(earlier, 'The ferry sank');
        return true";
    page.script::<bool>(choose, Value::Null).await?;
    let other = choose.replace("set(earlier, 'The ferry sank')", "set(later, 'The bridge opened')");
    page.script::<bool>(&other, Value::Null).await?;
    Hand::Clicks.press(page, ".add-order").await?;
    page.until_there(".chip.order.in").await?;
    let (_, text) = saved(page, Hand::Clicks, "#save").await?;
    let story: Value = serde_json::from_str(&text)?;
    ensure!(story["order"].as_array().is_some_and(|order| order.len() == 1), "{text}");
    ensure!(
        story["people"].as_array().is_some_and(|all| all.iter().any(|one| one["name"] == "Eva Lind")),
        "{text}"
    );
    Ok(())
}

pub async fn by_hand(_: &Lab, page: &Page) -> Result<()> {
    empty(page).await?;
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../questions/air-force-one.json");
    open_file(page, &path).await?;
    page.until_there(".chip.speech.in").await?;
    until_remarks(page, &[]).await?;
    let (name, text) = saved(page, Hand::Clicks, "#save").await?;
    ensure!(
        name == "air-force-one.json" && text == std::fs::read_to_string(&path)?,
        "{name} is not the same"
    );
    // A change is saved, and everything else with it.
    focus(page, Hand::Clicks, "#story-title").await?;
    keys::press(page, &[keys::END]).await?;
    keys::write(page, ", again").await?;
    let (_, changed) = saved(page, Hand::Clicks, "#save").await?;
    let (mut before, after): (Value, Value) = (serde_json::from_str(&text)?, serde_json::from_str(&changed)?);
    before["title"] = "A ride on Air Force One, again".into();
    ensure!(before == after, "more than the title is other");
    Ok(())
}

pub async fn not_opened(lab: &Lab, page: &Page) -> Result<()> {
    laid(page, Hand::Clicks, SHORT).await?;
    let folder = lab.pictures(page.engine);
    std::fs::create_dir_all(&folder)?;
    let path = folder.join("misshapen.json");
    std::fs::write(&path, r#"{ "format": 1, "id": "a", "language": "en", "title": 3 }"#)?;
    open_file(page, &path).await?;
    page.until_there(".refused li[data-code=wrong-type]").await?;
    ensure!(page.has(".chip").await?, "the desk was cleared");
    Ok(())
}

pub async fn lettered(_: &Lab, page: &Page) -> Result<()> {
    let text = "Tags & <b>brackets</b>\n\n\u{201c}We <i>meant</i> it &amp; \"nothing\" else,\u{201d} said Ada Brandt, the mayor. \
        <img src=x onerror=alert()> was all that she wrote.";
    laid(page, Hand::Clicks, text).await?;
    let shown: String = page
        .script("return findAll('[data-start]').map(({ textContent }) => textContent).join('')", Value::Null)
        .await?;
    ensure!(shown == text.replace('\n', ""), "{shown}");
    ensure!(!page.has(".sheet-text :is(b, i, img)").await?, "the article made elements");
    mark(page, "speech", "We <i>meant</i> it &amp; \"nothing\" else").await.map(drop)
}

pub async fn stays(lab: &Lab, page: &Page) -> Result<()> {
    laid(page, Hand::Clicks, ARTICLE).await?;
    Hand::Clicks.press(page, ".accept-sure").await?;
    page.until_there("#preview").await?;
    page.until::<bool>(
        "the preview",
        "return find('#preview').shadowRoot.querySelector('[data-screen=asking]') !== null",
        Value::Null,
    )
    .await?;
    let asked = "return performance.getEntriesByType('resource').map(({ name }) => name)";
    let asked: Vec<String> = page.script(asked, Value::Null).await?;
    ensure!(asked.iter().any(|name| name.contains("verbatim-studio_bg.wasm")), "{asked:?}");
    let out: Vec<&String> =
        asked.iter().filter(|name| !name.starts_with(&page.origin) && !name.starts_with("data:")).collect();
    ensure!(out.is_empty(), "asked for {out:?}");
    let words: Vec<&String> =
        asked.iter().filter(|name| name.contains("Nobody") || name.contains("Storm")).collect();
    ensure!(words.is_empty(), "words of the article are in {words:?}");
    // Even a script that tried could not.
    let other =
        if page.origin == lab.server.origin { &lab.server.listening_origin } else { &lab.server.origin };
    let send = "const [address, done] = arguments;
        fetch(address, { method: 'POST', mode: 'no-cors', body: 'x' }).then(() => done('sent'), () => done('stopped'))";
    let sent = page.client.execute_async(send, vec![json!(format!("{other}/index.html"))]).await?;
    ensure!(sent == json!("stopped"), "the page may send to {other}");
    Ok(())
}
