//! Setting: the link is what was chosen, whichever hand chose it, and the symbol is the link.

use std::process::Command;

use anyhow::{Context, Result, ensure};
use fantoccini::Locator;
use serde_json::{Value, json};
use verbatim_class::assignment::{Asks, Assignment, Forms, Place};
use verbatim_core::digest::digest;
use verbatim_core::session::Mode;

use super::{assignment, press, teacher, text};
use crate::hand::Hand;
use crate::hand::keys::{self, DOWN, SPACE};
use crate::lab::Lab;
use crate::page::Page;
use crate::server::Answer;

/// The assignment of the link on the screen.
async fn linked(page: &Page) -> Result<Assignment> {
    let link = text(page, "#link").await?;
    ensure!(link.starts_with(&page.origin), "{link}");
    let (address, fragment) = link.split_once('#').context("no fragment")?;
    ensure!(address.ends_with("/pupil.html"), "{link}");
    Assignment::read(fragment).map_err(|error| anyhow::anyhow!("{error:?}: {link}"))
}

/// Writes into a field, and leaves it.
async fn fill(page: &Page, selector: &str, value: &str) -> Result<()> {
    let body = "const field = document.querySelector(args[0]); field.value = args[1];
        for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true })); return true";
    page.script::<bool>(body, json!([selector, value])).await.map(drop)
}

pub async fn chosen(lab: &Lab, page: &Page) -> Result<()> {
    let before = assignment(lab)?;
    teacher(page, "set", &before).await?;
    ensure!(linked(page).await? == before, "what was kept is not what is shown");
    fill(page, "#quiz", "sequence").await?;
    fill(page, "#count", "3").await?;
    fill(page, "#seed", "77").await?;
    fill(page, "#minutes", "25").await?;
    fill(page, "#language", "pt").await?;
    for label in ["forms:3", "mode:2", "asks:2"] {
        let (name, at) = label.split_once(':').context("no place")?;
        let all = page.client.find_all(Locator::Css(&format!("input[name={name}]"))).await?;
        all.get(at.parse::<usize>()? - 1).context("no such choice")?.click().await?;
    }
    press(page, "#confidence").await?;
    let wanted = Assignment {
        quiz: "sequence".to_owned(),
        count: Some(3),
        seed: 77,
        minutes: Some(25),
        forms: Forms::Each,
        mode: Mode::Test,
        asks: Asks::Number,
        confidence: true,
        language: "pt".to_owned(),
        ..before
    };
    ensure!(linked(page).await? == wanted, "{:?}", linked(page).await?);
    // A field that is emptied is no limit.
    fill(page, "#minutes", "").await?;
    fill(page, "#count", "").await?;
    ensure!(linked(page).await? == Assignment { minutes: None, count: None, ..wanted.clone() }, "emptied");
    // A reload loses nothing.
    page.client.refresh().await?;
    page.until_there(".symbol").await?;
    ensure!(linked(page).await? == Assignment { minutes: None, count: None, ..wanted }, "after a reload");
    let snippet = "return document.querySelector('.snippet code').textContent";
    let snippet: String = page.script(snippet, Value::Null).await?;
    let link = text(page, "#link").await?.replace('&', "&amp;");
    ensure!(snippet.starts_with(&format!("<iframe src=\"{link}\"")), "{snippet}");
    Ok(())
}

pub async fn by_keys(lab: &Lab, page: &Page) -> Result<()> {
    let before = assignment(lab)?;
    teacher(page, "set", &before).await?;
    keys::tab_to(page, "input[name=asks]:checked").await?;
    keys::press(page, &[DOWN, DOWN]).await?;
    keys::tab_to(page, "#confidence").await?;
    keys::press(page, &[SPACE]).await?;
    keys::tab_to(page, "#minutes").await?;
    keys::write(page, "9").await?;
    Hand::Keys.press(page, "button.copy").await?;
    let said = text(page, ".told").await?;
    ensure!(said.starts_with("Copied") || said.starts_with("The browser does not"), "{said}");
    let wanted = Assignment { asks: Asks::Nothing, confidence: true, minutes: Some(9), ..before };
    ensure!(linked(page).await? == wanted, "{:?}", linked(page).await?);
    // On to another screen, which says which it is.
    Hand::Keys.press(page, "nav a[href='#print']").await?;
    keys::until_focus(page, "h1").await?;
    ensure!(text(page, "h1").await? == "Print", "another screen");
    Ok(())
}

pub async fn elsewhere(lab: &Lab, page: &Page) -> Result<()> {
    teacher(page, "set", &assignment(lab)?).await?;
    press(page, ".elsewhere summary").await?;
    let state = async |begins: &str| {
        let body = "return document.querySelector('.state').textContent.startsWith(args)";
        page.until::<bool>("what became of it", body, json!(begins)).await
    };
    let page_there = lab.server.make("page.json", [Answer::json("<!doctype html>")]);
    let broken = lab.server.make("broken.json", [Answer::json("{ \"format\": 1 }")]);
    for (address, said) in [
        (format!("{}/made/none.json", page.origin), "The server answered 404"),
        (format!("{}/{page_there}", page.origin), &*format!("{}/{page_there} is no story", page.origin)),
        (format!("{}/{broken}", page.origin), "Nothing in "),
        ("http://127.0.0.1:1/story.json".to_owned(), "http://127.0.0.1:1/story.json could not be reached"),
    ] {
        fill(page, "#address", &address).await?;
        press(page, "button.fetch").await?;
        state(said).await.with_context(|| address.clone())?;
    }
    // What failed is told, and no fault of the page's.
    page.script::<bool>("window.faults = []; return true", Value::Null).await?;
    let own = lab.server.make("own.json", [Answer::json(lab.story()?)]);
    let address = format!("{}/{own}", page.origin);
    fill(page, "#address", &address).await?;
    press(page, "button.fetch").await?;
    state("Open: ").await?;
    let set = linked(page).await?;
    ensure!(set.story == Place::Address(address) && set.digest == digest(&lab.story()?), "{set:?}");
    // From a file: it travels beside the link.
    let give = "const files = new DataTransfer(); files.items.add(new File([args], 'my story.json'));
        const field = document.querySelector('#file'); field.files = files.files;
        field.dispatchEvent(new Event('change', { bubbles: true })); return true";
    page.script::<bool>(give, json!(String::from_utf8(lab.story()?)?)).await?;
    page.until_there(".travels").await?;
    ensure!(linked(page).await?.story == Place::File("my story.json".to_owned()), "the file");
    Ok(())
}

/// Read from the screen by Debian's zbar, as a phone would.
pub async fn symbol(lab: &Lab, page: &Page) -> Result<()> {
    teacher(page, "set", &Assignment { minutes: Some(20), confidence: true, ..assignment(lab)? }).await?;
    page.until_there(".symbol").await?;
    let picture = lab.pictures(page.engine).join("class-symbol.png");
    page.picture(&picture).await?;
    let read = Command::new("zbarimg").args(["--quiet", "--raw"]).arg(&picture).output();
    let read = read.context("zbarimg does not run; it is in Debian's zbar-tools")?;
    let found = String::from_utf8(read.stdout)?;
    ensure!(found.trim() == text(page, "#link").await?, "read {found:?}");
    Ok(())
}
