//! Nothing that was collected is lost: by two tabs at once, by another story, by a reload, by what
//! is far too long.

use anyhow::{Context, Result, ensure};
use fantoccini::Locator;
use serde_json::{Value, json};

use super::{codes, codes_of, go, opened, paste, says};
use crate::lab::Lab;
use crate::page::Page;

pub async fn two_tabs(lab: &Lab, page: &Page) -> Result<()> {
    let codes = codes(lab, 5)?;
    opened(page).await?;
    let first = page.client.window().await?;
    let second = page.client.new_window(true).await?.handle;
    page.client.switch_to_window(second.clone()).await?;
    page.open("class.html#collect").await?;
    page.until_there("#codes").await?;
    // Each before it can have heard of the other.
    let deaf = "BroadcastChannel.prototype.postMessage = () => {}; return true";
    page.script::<bool>(deaf, Value::Null).await?;
    paste(page, &codes[2]).await?;
    says(page, ".how-many", "1 pupil").await?;
    page.client.switch_to_window(first.clone()).await?;
    paste(page, &codes[3]).await?;
    // What the other tab collected is there once this one has changed anything.
    says(page, ".how-many", "2 pupils").await?;
    // And one that hears of changes shows them by itself.
    page.client.switch_to_window(second).await?;
    says(page, ".how-many", "2 pupils").await?;
    page.client.refresh().await?;
    says(page, ".how-many", "2 pupils").await?;
    page.client.close_window().await?;
    page.client.switch_to_window(first).await?;
    page.client.refresh().await?;
    says(page, ".how-many", "2 pupils").await
}

/// The site's other story.
const OTHER: &str = "questions/storvann.json";

pub async fn stories(lab: &Lab, page: &Page) -> Result<()> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(OTHER);
    let bytes = std::fs::read(&root).with_context(|| format!("can't read {OTHER}"))?;
    let quiz = verbatim_core::check::load(&bytes).story.context("mistakes")?.quizzes[0].id.clone();
    let (own, other) = (codes(lab, 4)?, codes_of(bytes, &quiz, 4)?);
    opened(page).await?;
    paste(page, &[own[2].as_str(), &other[2], &other[3]].join(" ")).await?;
    says(page, ".how-many", "1 pupil").await?;
    says(page, ".unused", "another story. The code is kept").await?;
    // Opened once, and they count, whichever story is open.
    go(page, "set", "#site").await?;
    let body = "const field = document.querySelector('#site'); field.value = args;
        field.dispatchEvent(new Event('change', { bubbles: true })); return true";
    page.script::<bool>(body, json!(OTHER)).await?;
    page.until::<bool>(
        "the link",
        "return document.querySelector('#link')?.value.includes(args) ?? false",
        json!("storvann"),
    )
    .await?;
    go(page, "collect", "#codes").await?;
    let both = "return [...document.querySelectorAll('.how-many')].map((one) => one.textContent).sort().join() === '1 pupil,2 pupils'
        && !document.querySelector('.unused')";
    page.until::<bool>("both quizzes", both, Value::Null).await?;
    go(page, "set", "#site").await?;
    page.script::<bool>(body, json!("questions/air-force-one.json")).await?;
    page.until::<bool>(
        "the link",
        "return document.querySelector('#link')?.value.includes(args) ?? false",
        json!("air-force"),
    )
    .await?;
    page.client.refresh().await?;
    go(page, "collect", "#codes").await?;
    page.until::<bool>("both quizzes", both, Value::Null).await.map(drop)
}

pub async fn file(lab: &Lab, page: &Page) -> Result<()> {
    opened(page).await?;
    go(page, "set", "#file").await?;
    let give = "const files = new DataTransfer(); files.items.add(new File([args], 'my story.json'));
        const field = document.querySelector('#file'); field.files = files.files;
        field.dispatchEvent(new Event('change', { bubbles: true })); return true";
    page.script::<bool>(give, json!(String::from_utf8(lab.story()?)?)).await?;
    page.until_there(".travels").await?;
    let link = "return document.querySelector('#link')?.value";
    let before: String = page.until("the link", link, Value::Null).await?;
    page.client.refresh().await?;
    page.until_there(".travels").await?;
    let after: String = page.until("the link", link, Value::Null).await?;
    ensure!(before == after && after.contains("f=my%20story.json"), "{before}\n{after}");
    Ok(())
}

/// Ten megabytes that come by the clipboard, and ten that come into the field in another way.
pub async fn megabytes(lab: &Lab, page: &Page) -> Result<()> {
    let codes = codes(lab, 6)?;
    opened(page).await?;
    paste(page, &codes[2]).await?;
    says(page, ".how-many", "1 pupil").await?;
    for (code, how, pupils) in [
        (&codes[3], "const data = new DataTransfer();
            data.setData('text', text);
            const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
            if (!event.clipboardData) Object.defineProperty(event, 'clipboardData', { value: data });
            area.dispatchEvent(event);", "2 pupils"),
        (&codes[4], "area.value = text; area.dispatchEvent(new Event('input', { bubbles: true }));", "3 pupils"),
    ] {
        let body = format!("const prose = 'Somebody wrote something at 10:30 – see https://example.org/a-b-c? '.repeat(75_000);
            const text = prose + args + prose, area = document.querySelector('#codes');
            window.length = text.length;
            // Not within the script of the driver, which gives up after a while.
            setTimeout(() => {{ {how} }});
            return true");
        page.script::<bool>(&body, json!(code)).await?;
        says(page, ".told", "1 new code.").await?;
        says(page, ".how-many", pupils).await?;
        let left: usize = page.script("return document.querySelector('#codes').value.length", Value::Null).await?;
        ensure!(left == 0, "{left} characters are left in the field");
    }
    // Nothing but prefixes, a million of them, and codes that are nothing.
    for (unit, times) in [("VBQ", 1_000_000), ("VBQ-1234567 ", 20_000)] {
        let body = "const [unit, times] = args, area = document.querySelector('#codes');
            setTimeout(() => { area.value = unit.repeat(times); area.dispatchEvent(new Event('input', { bubbles: true })); });
            return true";
        page.script::<bool>(body, json!([unit, times])).await?;
        let told = if times > 100_000 { "no code in it" } else { "codes are damaged" };
        says(page, ".told", told).await?;
    }
    says(page, ".how-many", "3 pupils").await?;
    let shown = page.client.find_all(Locator::Css(".damage")).await?.len();
    ensure!(shown <= 50, "{shown} damaged codes are shown at once");
    Ok(())
}

pub async fn slips(lab: &Lab, page: &Page) -> Result<()> {
    let codes = codes(lab, 4)?;
    opened(page).await?;
    paste(page, &codes[2].replacen("VBQ", "VBO", 1)).await?;
    says(
        page,
        ".told",
        "Line 1: a slip, made good by the code’s own checks. The beginning, VBO, should be VBQ.",
    )
    .await?;
    says(page, ".how-many", "1 pupil").await?;
    paste(page, &format!("{}7", codes[3])).await?;
    says(page, ".told", "there are characters too many").await?;
    says(page, ".how-many", "2 pupils").await
}
