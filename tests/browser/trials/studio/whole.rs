//! The whole way: an article is pasted, accepted and corrected, and the saved story is played to
//! its summary.

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use verbatim_core::session::Mode;
use verbatim_core::wire;

use super::{ARTICLE, laid, mark, saved, take, until_named, until_remarks};
use crate::answers::Aim;
use crate::hand::{Hand, keys};
use crate::lab::Lab;
use crate::native;
use crate::page::Page;
use crate::screen::Screen;
use crate::server::Answer;
use crate::trials::play::to_the_end;

/// What a person says of marks: the words, and who speaks them.
const SPOKEN: &[(&str, &str)] = &[
    ("A sensor is a fine thing", "Jonas Reke"),
    ("We can hold it until morning", "Per Dahl"),
    ("It runs like butter", "Jonas Reke"),
    ("I could name nine", "Elin Storm"),
];

/// What a person accepts as it was found.
const ACCEPTED: &[(&str, &str)] = &[
    ("speech", "The county has no river"),
    ("speech", "Nobody marries at five"),
    ("event", "The river Tessa rose"),
    ("event", "The company put sensors"),
];

const REJECTED: &[&str] = &["eleven pages of fog"];

pub async fn whole(lab: &Lab, page: &Page, hand: Hand) -> Result<()> {
    laid(page, hand, ARTICLE).await?;
    let counts = "return [findAll('.chip.speech').length, findAll('.chip.speech.sure').length, findAll('.cast li').length]";
    let [marks, sure, cast]: [usize; 3] = page.script(counts, Value::Null).await?;
    ensure!(marks >= 25 && sure >= 8 && cast >= 10, "{marks} quotations, {sure} of them sure, {cast} people");

    hand.press(page, ".accept-sure").await?;
    let accepted = "return findAll('.chip.speech.sure').length === 0 && findAll('.chip.in').length >= args";
    page.until::<bool>("what is sure in the story", accepted, json!(sure)).await?;

    for (words, speaker) in SPOKEN {
        let id = mark(page, "speech", words).await?;
        take(page, hand, &id).await?;
        give(page, hand, speaker).await?;
        until_named(page, &id, speaker).await?;
        until_named(page, &id, "in the story").await?;
    }
    for words in REJECTED {
        let id = mark(page, "speech", words).await?;
        take(page, hand, &id).await?;
        decide(page, hand, 'x', "button.reject").await?;
        until_named(page, &id, "rejected").await?;
    }
    for (sort, words) in ACCEPTED {
        let id = mark(page, sort, words).await?;
        take(page, hand, &id).await?;
        decide(page, hand, 'a', "button.accept").await?;
        until_named(page, &id, "in the story").await?;
    }

    until_remarks(page, &[]).await?;
    page.until_there("#preview").await?;
    let drawn = "return find('#preview').shadowRoot.querySelector('[data-screen=asking] h2, [data-screen=asking] h3') !== null";
    page.until::<bool>("the questions as they will be played", drawn, Value::Null).await?;

    let (name, text) = saved(page, hand, "#save").await?;
    ensure!(name == "who-was-to-open-the-gates-at.json", "it is saved as {name}");
    right(&text)?;

    let address = lab.server.make("saved.json", [Answer::json(text.clone())]);
    let story = native::story(text.as_bytes())?;
    page.open(&format!("index.html?story={address}&quiz=all&seed=5")).await?;
    let session = native::session(&story, "all", 5, Mode::Practice)?;
    ensure!(session.questions().len() >= 8, "{} questions are drawn", session.questions().len());
    let end = to_the_end(page, hand, session, Aim::Right).await?;
    let screen = Screen::wait(page, "finished", None).await?;
    ensure!(screen.results.len() == end.questions().len(), "{} results", screen.results.len());
    ensure!(end.summary().points.is_full(), "right answers earned {:?}", end.summary().points);
    Ok(())
}

/// Says who speaks the words in hand: by the key of the cast, or by a click on it.
async fn give(page: &Page, hand: Hand, speaker: &str) -> Result<()> {
    let body = "const button = findAll('.give').find(one => one.getAttribute('aria-label').includes(`: ${args} speaks`));
        button.id = 'give-now';
        return button.textContent.trim().toLowerCase()";
    let key: String = page.script(body, json!(speaker)).await?;
    if hand == Hand::Keys { keys::write(page, &key).await } else { hand.press(page, "#give-now").await }?;
    page.script::<bool>("find('#give-now').removeAttribute('id'); return true", Value::Null).await.map(drop)
}

async fn decide(page: &Page, hand: Hand, key: char, button: &str) -> Result<()> {
    if hand == Hand::Keys { keys::press(page, &[key]).await } else { hand.press(page, button).await }
}

/// The saved story has the words with the speakers that were said, and those that were sure.
fn right(text: &str) -> Result<()> {
    let (story, findings) = verbatim_core::json::read(text.as_bytes(), wire::Story::read_root)
        .map_err(|error| anyhow::anyhow!("the saved story is not read: {error:?}"))?;
    ensure!(findings.is_empty(), "{findings:?}");
    let checked = verbatim_core::check::load(text.as_bytes());
    ensure!(checked.findings.is_empty(), "the check says {:?}", checked.findings);
    let of = |words: &str| {
        let statement = story.statements.iter().find(|one| one.quote.exact.contains(words));
        let speaker = statement.and_then(|one| story.people.iter().find(|person| person.id == one.speaker));
        speaker.map(|person| person.name.as_str())
    };
    for (words, speaker) in SPOKEN.iter().chain(&[("Nobody lied to us", "Elin Storm")]) {
        ensure!(of(words) == Some(*speaker), "{words:?} is said to be by {:?}", of(words));
    }
    for words in REJECTED {
        ensure!(of(words).is_none(), "{words:?} was rejected and is saved");
    }
    ensure!(story.sources[0].publisher == "The Coast Courier", "{:?}", story.sources[0].publisher);
    ensure!(story.sources[0].published.as_deref() == Some("2025-11-13"), "{:?}", story.sources[0].published);
    let speakers: std::collections::BTreeSet<&str> =
        story.statements.iter().map(|one| one.speaker.as_str()).collect();
    ensure!(speakers.len() >= 8, "{speakers:?} speak");
    let nested = story.statements.iter().find(|one| one.quote.exact.starts_with("We can hold it"));
    ensure!(nested.is_some_and(|one| one.reported_by == ["solheim"]), "{nested:?}");
    Ok(())
}
