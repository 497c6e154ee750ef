//! Giving an answer: what is not there is not sent, hints, spelling, number keys.

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use verbatim_core::pose::Task;
use verbatim_core::session::{Action, Mode, Stage};

use super::play::asking;
use crate::answers::Aim;
use crate::compare::answer::in_words;
use crate::driver::Device;
use crate::hand::{Hand, keys, until_shown};
use crate::lab::{Lab, Trial, told};
use crate::native;
use crate::page::Page;
use crate::screen::Screen;
use crate::server::Answer;

/// All of them.
pub fn trials() -> Vec<Trial> {
    vec![
        Trial::new("answering::an answer that is not there is not sent", Device::Desktop, nothing_sent),
        Trial::new("answering::a hint costs what it says", Device::Desktop, hint),
        Trial::new("answering::a near miss in spelling earns its point", Device::Desktop, near_miss),
        Trial::new("answering::numbers typed are not choices", Device::Desktop, digits),
    ]
}

async fn nothing_sent(lab: &Lab, page: &Page) -> Result<()> {
    let story = native::story(&lab.story()?)?;
    page.open("index.html?quiz=whole-story&seed=25").await?;
    let mut session = native::session(&story, "whole-story", 25, Mode::Practice)?;
    while let Stage::Asking { at } = session.stage() {
        let screen = Screen::wait(page, "asking", Some(at)).await?;
        ensure!(screen.submit_disabled, "question {at} seems to have an answer");
        Hand::Clicks.press(page, "button.submit").await?;
        if matches!(session.questions()[at].task, Task::Type { .. }) {
            keys::tab_to(page, "input.gap").await?;
            keys::press(page, &[keys::SPACE, keys::ENTER]).await?;
        }
        let screen = Screen::read(page).await?;
        let still = screen.name == "asking" && screen.at == Some(at);
        ensure!(still, "question {at} took an answer that was not there");
        let reason = "const reason = find('.reason');
            return reason.checkVisibility() && reason.textContent.trim() !== ''";
        ensure!(page.script::<bool>(reason, Value::Null).await?, "question {at} does not say why");
        Hand::Clicks.press(page, "button.skip").await?;
        session = session.apply(Action::Skip);
    }
    Screen::wait(page, "unfinished", None).await?;
    ensure!(told(page).await?.iter().all(|told| told.name != "quiz-answer"), "answers were told");
    Ok(())
}

/// The story, with a hint on a question of many points and on one of a single point.
async fn hint(lab: &Lab, page: &Page) -> Result<()> {
    let mut story: Value = serde_json::from_slice(&lab.story()?)?;
    let questions = story["questions"].as_array_mut().context("no questions")?;
    for question in questions.iter_mut().filter(|one| one["id"] == "long-way" || one["id"] == "tennis") {
        question["hint"] = json!("Look at what is told last.");
    }
    story["quizzes"] = json!([{ "id": "hints", "title": "Hints", "ask": ["long-way", "tennis"] }]);
    let bytes = serde_json::to_vec(&story)?;
    let address = lab.server.make("hints.json", [Answer::json(bytes.clone())]);
    page.open(&format!("index.html?story={address}&seed=26")).await?;
    let mut session = native::session(&native::story(&bytes)?, "hints", 26, Mode::Practice)?;
    while let Stage::Asking { at } = session.stage() {
        let screen = Screen::wait(page, "asking", Some(at)).await?;
        let cost = verbatim_core::score::hint_cost(session.story(), &session.questions()[at]);
        let told = screen.hint.context("no hint is offered")?;
        ensure!(
            told.contains(if cost > 0 { "costs 1 point" } else { "free" }),
            "{told:?} for a cost of {cost}"
        );
        Hand::Keys.press(page, "button.hint").await?;
        page.until_there(".hint-text").await?;
        let screen = Screen::read(page).await?;
        let shown = screen.hint_text.unwrap_or_default();
        ensure!(shown.ends_with("Look at what is told last."), "{shown:?}");
        session = asking(page, Hand::Keys, session.apply(Action::Hint), at, Aim::Right).await?;
        let screen = Screen::wait(page, "revealed", Some(at)).await?;
        let points = session.feedback(at).context("no feedback")?.points;
        ensure!(points.possible - points.earned == cost, "{points:?} for a cost of {cost}");
        let text = screen.feedback.context("no feedback")?.text;
        ensure!(text.contains(&in_words(points)), "{points:?} told as {text:?}");
        Hand::Keys.press(page, "button.next").await?;
        session = session.apply(Action::Next);
    }
    Screen::wait(page, "finished", None).await.map(drop)
}

async fn near_miss(lab: &Lab, page: &Page) -> Result<()> {
    let mut story: Value = serde_json::from_slice(&lab.story()?)?;
    story["quizzes"] = json!([{ "id": "one", "title": "One", "ask": ["tennis"] }]);
    let address = lab.server.make("near.json", [Answer::json(serde_json::to_vec(&story)?)]);
    // The word is "unforced".
    for (typed, rightness, told) in [
        ("unforsed", "right", "spelling"),
        ("  UNFÓRCED! ", "right", "1 of 1 point"),
        ("enforced by", "wrong", "0 of 1 point"),
    ] {
        page.open_anew(&format!("index.html?story={address}")).await?;
        Screen::wait(page, "asking", Some(0)).await?;
        keys::tab_to(page, "input.gap").await?;
        keys::write(page, typed).await?;
        keys::press(page, &[keys::ENTER]).await?;
        let screen = Screen::wait(page, "revealed", Some(0)).await?;
        let feedback = screen.feedback.context("no feedback")?;
        ensure!(feedback.rightness == rightness, "{typed:?} is {}", feedback.rightness);
        ensure!(feedback.text.contains(told), "{typed:?} is told as {:?}", feedback.text);
    }
    Ok(())
}

async fn digits(lab: &Lab, page: &Page) -> Result<()> {
    let story = native::story(&lab.story()?)?;
    page.open("index.html?quiz=who-said-what&seed=27").await?;
    let mut session = native::session(&story, "who-said-what", 27, Mode::Practice)?;
    while let Stage::Asking { at } = session.stage() {
        Screen::wait(page, "asking", Some(at)).await?;
        match &session.questions()[at].task {
            Task::One { offers, .. } => {
                // There is no ninth answer; the last number that there is counts.
                let last = char::from_digit(offers.len() as u32, 10).context("too many answers")?;
                keys::tab_to(page, "label.choice input").await?;
                keys::press(page, &[last, '9']).await?;
                session = session.apply(Action::Choose(offers.len() - 1));
            }
            Task::Type { .. } => {
                keys::tab_to(page, "input.gap").await?;
                keys::write(page, "12").await?;
                session = session.apply(Action::Write("12".to_owned()));
            }
            Task::Match { .. } => {}
            task => bail!("{task:?} is not of this quiz"),
        }
        until_shown(page, &session.questions()[at], &session, at).await?;
        Hand::Clicks.press(page, "button.skip").await?;
        session = session.apply(Action::Skip);
    }
    Ok(())
}
