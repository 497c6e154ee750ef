//! The way through a quiz: both modes, skipping and going back, hints, playing
//! again, and answers that are not there.

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use verbatim_core::pose::Task;
use verbatim_core::session::{Action, Mode, Stage};

use super::play::{QUIZZES, asking, to_the_end};
use crate::answers::{Aim, actions, answer};
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
        Trial::new("flow::from the start screen and back", Device::Desktop, start),
        Trial::new("flow::skipped and gone back to", Device::Desktop, skipped),
        Trial::new("flow::finished with questions left open", Device::Desktop, left_open),
        Trial::new("flow::a test explains at its end, and answers may change", Device::Desktop, test_mode),
        Trial::new("flow::missed questions again, and the quiz anew", Device::Desktop, again),
        Trial::new("flow::an answer that is not there is not sent", Device::Desktop, nothing_sent),
        Trial::new("flow::a hint costs what it says", Device::Desktop, hint),
        Trial::new("flow::a near miss in spelling earns its point", Device::Desktop, near_miss),
        Trial::new("flow::numbers typed are not choices", Device::Desktop, digits),
    ]
}

async fn start(_: &Lab, page: &Page) -> Result<()> {
    page.open("index.html").await?;
    let screen = Screen::wait(page, "start", None).await?;
    ensure!(screen.quizzes == QUIZZES, "the quizzes to choose from are {:?}", screen.quizzes);
    Hand::Keys.press(page, "button.quiz-card[data-quiz=sequence]").await?;
    Screen::wait(page, "asking", Some(0)).await?;
    keys::until_focus(page, "h2.prompt").await?;
    ensure!(page.script::<String>(SUBMIT, Value::Null).await? == "Check", "the mode is not practice");

    page.open("index.html").await?;
    Screen::wait(page, "start", None).await?;
    Hand::Clicks.press(page, "label:has(> input[name=mode][value=test])").await?;
    Hand::Clicks.press(page, "button.quiz-card[data-quiz=two-reports]").await?;
    Screen::wait(page, "asking", Some(0)).await?;
    ensure!(page.script::<String>(SUBMIT, Value::Null).await? == "Answer", "the mode is not test");
    Ok(())
}

const SUBMIT: &str = "return document.querySelector('button.submit').textContent.trim()";

async fn skipped(lab: &Lab, page: &Page) -> Result<()> {
    let story = native::story(&lab.story()?)?;
    page.open("index.html?quiz=two-reports&seed=21").await?;
    let mut session = native::session(&story, "two-reports", 21, Mode::Practice)?;
    let count = session.questions().len();
    // The second and the last are left for later.
    while let Stage::Asking { at } | Stage::Revealed { at } = session.stage() {
        let is_left = at == 1 || at + 1 == count;
        session = match session.stage() {
            Stage::Revealed { .. } => {
                Screen::wait(page, "revealed", Some(at)).await?;
                Hand::Clicks.press(page, "button.next").await?;
                session.apply(Action::Next)
            }
            _ if is_left => {
                Screen::wait(page, "asking", Some(at)).await?;
                Hand::Clicks.press(page, "button.skip").await?;
                session.apply(Action::Skip)
            }
            _ => asking(page, Hand::Clicks, session, at, Aim::Right).await?,
        };
    }
    ensure!(session.stage() == Stage::Unfinished, "the session is at {:?}", session.stage());
    let screen = Screen::wait(page, "unfinished", None).await?;
    ensure!(screen.open_questions == [1, count - 1], "left open are {:?}", screen.open_questions);
    Hand::Clicks.press(page, "button.open-question[data-at=\"1\"]").await?;
    let end = to_the_end(page, Hand::Clicks, session.apply(Action::Open(1)), Aim::Right).await?;
    ensure!(end.stage() == Stage::Finished && end.summary().points.is_full(), "{:?}", end.summary());
    let screen = Screen::wait(page, "finished", None).await?;
    ensure!(screen.score.as_deref() == Some(&in_words(end.summary().points)), "{:?}", screen.score);
    Ok(())
}

async fn left_open(lab: &Lab, page: &Page) -> Result<()> {
    let story = native::story(&lab.story()?)?;
    page.open("index.html?quiz=sequence&seed=22").await?;
    let mut session = native::session(&story, "sequence", 22, Mode::Practice)?;
    let count = session.questions().len();
    while let Stage::Asking { at } = session.stage() {
        Screen::wait(page, "asking", Some(at)).await?;
        Hand::Keys.press(page, "button.skip").await?;
        session = session.apply(Action::Skip);
    }
    let screen = Screen::wait(page, "unfinished", None).await?;
    ensure!(screen.open_questions.len() == count, "left open are {:?}", screen.open_questions);
    Hand::Keys.press(page, "button.finish").await?;
    session = session.apply(Action::Finish);
    let screen = Screen::wait(page, "finished", None).await?;
    ensure!(screen.score.as_deref() == Some(&in_words(session.summary().points)), "{:?}", screen.score);
    ensure!(screen.results.len() == count, "{} results", screen.results.len());
    for result in &screen.results {
        ensure!(result.text.contains("Not answered"), "{:?} was never answered", result.text);
    }
    ensure!(told(page).await?.iter().all(|told| told.name != "quiz-answer"), "answers were told");
    Ok(())
}

async fn test_mode(lab: &Lab, page: &Page) -> Result<()> {
    let story = native::story(&lab.story()?)?;
    page.open("index.html?quiz=two-reports&seed=23&mode=test").await?;
    let mut session = native::session(&story, "two-reports", 23, Mode::Test)?;
    while let Stage::Asking { at } = session.stage() {
        session = asking(page, Hand::Clicks, session, at, Aim::Right).await?;
        ensure!(!matches!(session.stage(), Stage::Revealed { .. }), "a test told an answer");
    }
    let screen = Screen::wait(page, "unfinished", None).await?;
    ensure!(screen.open_questions.len() == session.questions().len(), "{:?}", screen.open_questions);
    // Back to the first: the answer is still there, and may be another.
    Hand::Clicks.press(page, "button.open-question[data-at=\"0\"]").await?;
    session = session.apply(Action::Open(0));
    Screen::wait(page, "asking", Some(0)).await?;
    let posed = session.questions()[0].clone();
    until_shown(page, &posed, &session, 0).await?;
    for action in actions(&answer(&posed, &story, Aim::Wrong, 0)) {
        session = Hand::Clicks.act(page, &session, 0, action).await?;
    }
    Hand::Clicks.press(page, "button.submit").await?;
    session = session.apply(Action::Submit);
    Screen::wait(page, "unfinished", None).await?;
    Hand::Clicks.press(page, "button.finish").await?;
    session = session.apply(Action::Finish);
    let screen = Screen::wait(page, "finished", None).await?;
    let points = session.summary().points;
    ensure!(points.earned == points.possible - 1, "the session has {points:?}");
    ensure!(screen.score.as_deref() == Some(&in_words(points)), "{:?}", screen.score);
    Ok(())
}

async fn again(lab: &Lab, page: &Page) -> Result<()> {
    let story = native::story(&lab.story()?)?;
    page.open("index.html?quiz=sequence&seed=24").await?;
    let session = native::session(&story, "sequence", 24, Mode::Practice)?;
    let end = to_the_end(page, Hand::Clicks, session, Aim::Wrong).await?;
    Screen::wait(page, "finished", None).await?;
    Hand::Clicks.press(page, "button.missed").await?;
    let missed = end.missed_again().context("nothing was missed")?;
    ensure!(missed.questions().len() == end.questions().len(), "something was right");
    let end = to_the_end(page, Hand::Clicks, missed, Aim::Right).await?;
    let screen = Screen::wait(page, "finished", None).await?;
    ensure!(screen.score.as_deref() == Some(&in_words(end.summary().points)), "{:?}", screen.score);
    ensure!(!page.has("button.missed").await?, "nothing is missed any more");

    Hand::Clicks.press(page, "button.again").await?;
    let screen = Screen::wait(page, "asking", Some(0)).await?;
    ensure!(screen.offers.iter().all(|offer| !offer.chosen), "an old answer is still there");
    page.open("index.html?quiz=sequence").await?;
    // Without a seed each visit draws its own.
    Screen::wait(page, "asking", Some(0)).await?;
    Ok(())
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
        let reason = "const reason = document.querySelector('.reason');
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
        ensure!(screen.hint_text.as_deref() == Some("Look at what is told last."), "{:?}", screen.hint_text);
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
        page.open(&format!("index.html?story={address}")).await?;
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
