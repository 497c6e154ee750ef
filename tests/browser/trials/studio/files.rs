//! What comes to the desk from elsewhere: files that are dropped, stories with their articles,
//! what a file has written by hand; and the desk where no server is.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use super::{ARTICLE, focus, laid, mark, open_file, saved, until_remarks};
use crate::engine::Engine;
use crate::hand::{Hand, keys};
use crate::lab::Lab;
use crate::page::Page;
use crate::trials::offline::host::Host;
use crate::trials::offline::reader::{Reader, until_kept};

/// Drops a file onto the page, as a file manager does.
const DROP: &str = "
    const transfer = new DataTransfer();
    transfer.items.add(new File([args[1]], args[0]));
    const drop = (name) => find('main').dispatchEvent(
        new DragEvent(name, { dataTransfer: transfer, bubbles: true, cancelable: true }));
    return [drop('dragover'), drop('drop')].every(taken => !taken)";

fn story(name: &str) -> std::path::PathBuf {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../questions").join(name)
}

pub async fn dropped(_: &Lab, page: &Page) -> Result<()> {
    super::empty(page).await?;
    // The browser would show the file in the place of the page if nobody took it.
    ensure!(page.script::<bool>(DROP, json!(["storvann.txt", ARTICLE])).await?, "nobody took the article");
    page.until_there(".chip.speech").await?;
    let text = std::fs::read_to_string(story("storvann.json"))?;
    ensure!(page.script::<bool>(DROP, json!(["storvann.json", text])).await?, "nobody took the story");
    page.until_there(".chip.speech.in").await?;
    until_remarks(page, &[]).await
}

pub async fn given(_: &Lab, page: &Page) -> Result<()> {
    super::empty(page).await?;
    open_file(page, &story("storvann.json")).await?;
    page.until_there(".chip.speech.in").await?;
    let accepted = "return findAll('.chip.in').length";
    let before: usize = page.script(accepted, Value::Null).await?;
    let give = async |text: &str| -> Result<()> {
        let write = "const area = find('#give-0'); area.value = args; return area.value.length > 0";
        ensure!(page.script::<bool>(write, json!(text)).await?);
        Hand::Clicks.press(page, ".give-article button").await
    };
    Hand::Clicks.press(page, ".give-article summary").await?;
    give("Another article.").await?;
    page.until::<bool>(
        "a word on it",
        "return find('.told').textContent.includes('letter by letter')",
        Value::Null,
    )
    .await?;
    ensure!(page.has(".give-article").await?, "the passages are gone");
    give(ARTICLE).await?;
    page.until::<bool>("the article", "return find('.give-article') === null", Value::Null).await?;
    page.until::<bool>("as many facts", "return findAll('.chip.in').length === args", json!(before)).await?;
    until_remarks(page, &[]).await?;
    // What the passages did not have can be said now.
    mark(page, "speech", "eleven pages of fog").await.map(drop)
}

pub async fn rewritten(_: &Lab, page: &Page) -> Result<()> {
    super::empty(page).await?;
    let path = story("air-force-one.json");
    open_file(page, &path).await?;
    page.until_there("#asked-0").await?;
    Hand::Clicks.press(page, "#asked-0").await?;
    page.until_there("#asked-0-prompt").await?;
    focus(page, Hand::Clicks, "#asked-0-prompt").await?;
    keys::press(page, &[keys::END]).await?;
    keys::write(page, " Say").await?;
    focus(page, Hand::Clicks, "#asked-0-answer-0").await?;
    keys::press(page, &[keys::END]).await?;
    keys::write(page, ", adviser").await?;
    until_remarks(page, &[]).await?;
    let (_, changed) = saved(page, Hand::Clicks, "#save").await?;
    let (mut before, after): (Value, Value) =
        (serde_json::from_str(&std::fs::read_to_string(&path)?)?, serde_json::from_str(&changed)?);
    let question = &mut before["questions"][0];
    for (place, more) in [("/prompt", " Say"), ("/options/0/text", ", adviser")] {
        let text = question.pointer_mut(place).filter(|text| text.is_string());
        let Some(text) = text else { anyhow::bail!("the first question has no {place}") };
        *text = json!(format!("{}{more}", text.as_str().unwrap_or_default()));
    }
    ensure!(before == after, "more than the words of a question is other");
    // An answer that is no longer right is found out by the check, which leads there.
    Hand::Clicks.press(page, "#asked-0-right-0").await?;
    page.until_there(".check .findings li.error .lead-to").await?;
    Hand::Clicks.press(page, ".check .findings li.error .lead-to").await?;
    page.until::<bool>("the question", "return focused().id === 'asked-0'", Value::Null).await.map(drop)
}

/// Under another path than the root, with the server stopped after one visit to the site.
pub async fn alone(lab: &Lab, engine: Engine) -> Result<()> {
    let mut host = Host::start(lab)?;
    let reader = Reader::new(engine)?;
    let visit = async |page: &Page, _: &mut Host| {
        page.open("index.html").await?;
        until_kept(page, true).await
    };
    reader.visits(&mut host, visit).await?;
    host.stop()?;
    let work = async |page: &Page, _: &mut Host| {
        laid(page, Hand::Clicks, ARTICLE).await?;
        Hand::Clicks.press(page, ".accept-sure").await?;
        page.until_there("#preview").await?;
        let asked = "return find('#preview').shadowRoot?.querySelector('[data-screen=asking]') != null";
        page.until::<bool>("the preview", asked, Value::Null).await.map(drop)
    };
    reader.visits(&mut host, work).await
}
