//! The pages for a class in browsers: what is set, played, put on the wall and printed.

use anyhow::{Context, Result, ensure};
use fantoccini::Locator;
use serde_json::{Value, json};
use verbatim_class::assignment::{Asks, Assignment, Forms, Place};
use verbatim_core::digest::digest;
use verbatim_core::session::Mode;

use crate::driver::Device;
use crate::lab::{Lab, Trial};
use crate::look::Looks;
use crate::page::Page;

mod present;
mod print;
mod pupil;
mod set;

/// All of them.
pub fn trials() -> Vec<Trial> {
    let mut trials = vec![
        Trial::new("class::every choice is in the link", Device::Desktop, set::chosen),
        Trial::new("class::a link is set by keys alone", Device::Desktop, set::by_keys),
        Trial::new("class::a story from elsewhere", Device::Desktop, set::elsewhere),
        Trial::new("class::the link is in the symbol", Device::Desktop, set::symbol),
        Trial::new("class::what can't be opened is told", Device::Desktop, pupil::unread),
        Trial::new("class::a pupil hands in what was answered", Device::Desktop, pupil::by_clicks),
        Trial::new("class::the class's questions in an order of one's own", Device::Desktop, pupil::shuffled),
        Trial::new("class::a pupil plays by keys alone", Device::Desktop, pupil::by_keys),
        Trial::new("class::time is kindly kept", Device::Desktop, pupil::time),
        Trial::new("class::a story that travels as a file", Device::Desktop, pupil::file),
        Trial::new("class::a show by keys", Device::Desktop, present::by_keys),
        Trial::new("class::a show by pointer", Device::Desktop, present::by_pointer),
        Trial::new("class::screens looked at", Device::Desktop, looked_at),
        Trial::new("class::the pupil's page looked at", Device::Desktop, pupil::looked_at),
    ];
    trials.extend(print::trials());
    trials
}

/// An assignment of the site's story.
fn assignment(lab: &Lab) -> Result<Assignment> {
    Ok(Assignment {
        story: Place::Address("questions/air-force-one.json".to_owned()),
        digest: digest(&lab.story()?),
        quiz: "two-reports".to_owned(),
        count: Some(4),
        mode: Mode::Practice,
        seed: 5,
        forms: Forms::Same,
        asks: Asks::Name,
        confidence: false,
        minutes: None,
        language: "en".to_owned(),
    })
}

const THERE: &str = "return document.querySelector('.symbol') !== null";

/// Opens a screen of the teacher's page as somebody who set this.
async fn teacher(page: &Page, screen: &str, set: &Assignment) -> Result<()> {
    page.open("class.html").await?;
    // Once the page has kept what it begins with.
    page.until::<bool>("the story", THERE, Value::Null).await?;
    let body = "localStorage.setItem('verbatim-class', args); return true";
    page.script::<bool>(body, json!(set.fragment())).await?;
    // Another fragment alone would load nothing.
    page.client.refresh().await?;
    page.until::<bool>("the story", THERE, Value::Null).await?;
    page.script::<bool>("location.hash = args; return true", json!(screen)).await?;
    page.until::<bool>(
        "the screen",
        "return document.querySelector('main')?.className === args",
        json!(screen),
    )
    .await
    .map(drop)
}

/// Presses what is on the page itself, outside the widget.
async fn press(page: &Page, selector: &str) -> Result<()> {
    let found = page.client.find(Locator::Css(selector)).await;
    found
        .with_context(|| format!("no {selector}"))?
        .click()
        .await
        .with_context(|| format!("can't press {selector}"))
}

/// Waits for a text of the page itself, and gives it back.
async fn text(page: &Page, selector: &str) -> Result<String> {
    let body =
        "return (document.querySelector(args)?.value ?? document.querySelector(args)?.textContent)?.trim()";
    page.until(selector, body, json!(selector)).await
}

/// Every screen of the teacher's page, in every way.
async fn looked_at(lab: &Lab, page: &Page) -> Result<()> {
    let set = Assignment { quiz: "whole-story".to_owned(), count: Some(6), ..assignment(lab)? };
    let mut looks = Looks::at(page, lab.pictures(page.engine)).with_ibm();
    for (screen, part) in [("set", ".symbol"), ("present", "button.begin"), ("print", ".sheet .question")] {
        teacher(page, screen, &set).await?;
        page.until_there(part).await?;
        page.script::<bool>(
            "document.querySelectorAll('details').forEach(one => one.open = true); return true",
            Value::Null,
        )
        .await?;
        looks.take(&format!("class {screen}")).await?;
    }
    ensure!(looks.wrong.is_empty(), "{} things:\n{}", looks.wrong.len(), looks.wrong.join("\n"));
    Ok(())
}
