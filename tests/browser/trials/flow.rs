//! The way through a quiz: from its start to its end in both modes, skipping,
//! going back, and playing again.

use anyhow::{Context, Result, ensure};
use serde_json::Value;
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

/// All of them.
pub fn trials() -> Vec<Trial> {
    vec![
        Trial::new("flow::from the start screen and back", Device::Desktop, start),
        Trial::new("flow::skipped and gone back to", Device::Desktop, skipped),
        Trial::new("flow::finished with questions left open", Device::Desktop, left_open),
        Trial::new("flow::a test explains at its end, and answers may change", Device::Desktop, test_mode),
        Trial::new("flow::missed questions again, and the quiz anew", Device::Desktop, again),
    ]
}

async fn start(_: &Lab, page: &Page) -> Result<()> {
    page.open_anew("index.html").await?;
    let screen = Screen::wait(page, "start", None).await?;
    ensure!(screen.quizzes == QUIZZES, "the quizzes to choose from are {:?}", screen.quizzes);
    Hand::Keys.press(page, "button.quiz-card[data-quiz=sequence]").await?;
    Screen::wait(page, "asking", Some(0)).await?;
    keys::until_focus(page, "h2.prompt").await?;
    ensure!(page.script::<String>(SUBMIT, Value::Null).await? == "Check", "the mode is not practice");

    page.open_anew("index.html").await?;
    Screen::wait(page, "start", None).await?;
    Hand::Clicks.press(page, "label:has(> input[name=mode][value=test])").await?;
    Hand::Clicks.press(page, "button.quiz-card[data-quiz=two-reports]").await?;
    Screen::wait(page, "asking", Some(0)).await?;
    ensure!(page.script::<String>(SUBMIT, Value::Null).await? == "Answer", "the mode is not test");
    Ok(())
}

const SUBMIT: &str = "return find('button.submit').textContent.trim()";

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
