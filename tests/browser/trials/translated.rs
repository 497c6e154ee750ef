//! A page translator at work: browsers wrap and replace text behind a page's back,
//! and the widget goes on all the same.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use verbatim_core::session::{Action, Mode, Session, Stage};

use crate::answers::{Aim, actions, answer};
use crate::driver::Device;
use crate::hand::Hand;
use crate::lab::{Lab, Trial};
use crate::native;
use crate::page::Page;
use crate::screen::Screen;

/// Moves every text into an element of its own, in capitals: now, and where `args` says so whenever
/// the page changes.
const TRANSLATE: &str = "
    const translate = () => {
        const texts = document.createTreeWalker(widget, NodeFilter.SHOW_TEXT);
        const found = [];
        while (texts.nextNode()) { found.push(texts.currentNode); }
        for (const text of found) {
            if (!text.data.trim() || text.parentElement?.closest('font, style')) { continue; }
            const outer = document.createElement('font');
            const inner = document.createElement('font');
            text.replaceWith(outer);
            outer.append(inner);
            inner.append(document.createTextNode(text.data.toUpperCase()));
        }
    };
    translate();
    if (args) { new MutationObserver(translate).observe(widget, { childList: true, characterData: true, subtree: true }); }
    return true";

/// All of them.
pub fn trials() -> Vec<Trial> {
    vec![
        Trial::new("translated::the whole story", Device::Desktop, async |lab, page| {
            translated(lab, page, "whole-story", Hand::Clicks).await
        }),
        Trial::new("translated::the sequence of events, dragged", Device::Desktop, async |lab, page| {
            translated(lab, page, "sequence", Hand::MouseDrags).await
        }),
        Trial::new("translated::once, at any moment", Device::Desktop, any_moment),
    ]
}

async fn translated(lab: &Lab, page: &Page, quiz: &str, hand: Hand) -> Result<()> {
    let story = native::story(&lab.story()?)?;
    page.open(&format!("index.html?quiz={quiz}&seed=51")).await?;
    let mut session = native::session(&story, quiz, 51, Mode::Practice)?;
    Screen::wait(page, "asking", Some(0)).await?;
    page.script::<bool>(TRANSLATE, json!(true)).await?;
    loop {
        session = match session.stage() {
            Stage::Asking { at } => {
                Screen::wait(page, "asking", Some(at)).await?;
                let aim = if at.is_multiple_of(2) { Aim::Right } else { Aim::Wrong };
                for action in actions(&answer(&session.questions()[at], &story, aim, at)) {
                    session = hand.act(page, &session, at, action).await?;
                }
                hand.press(page, "button.submit").await?;
                session.apply(Action::Submit)
            }
            Stage::Revealed { at } => {
                Screen::wait(page, "revealed", Some(at)).await?;
                hand.press(page, "button.next").await?;
                session.apply(Action::Next)
            }
            Stage::Unfinished | Stage::Finished => break,
        };
    }
    Screen::wait(page, "finished", None).await?;
    hand.press(page, "details.result[data-at=\"0\"] > summary").await?;
    page.until_there("details.result[data-at=\"0\"][open] .feedback").await?;
    hand.press(page, "button.quizzes").await?;
    Screen::wait(page, "start", None).await.map(drop)
}

/// Before each thing that a reader does, in turn: the quiz goes on from there to its end, and
/// comes to the same.
async fn any_moment(lab: &Lab, page: &Page) -> Result<()> {
    let story = native::story(&lab.story()?)?;
    let plan = plan(native::session(&story, QUIZ, 51, Mode::Practice)?);
    for moment in 0..plan.len() {
        page.open_anew(&format!("index.html?quiz={QUIZ}&seed=51&count={COUNT}")).await?;
        let mut session = native::session(&story, QUIZ, 51, Mode::Practice)?.at_most(COUNT);
        for (at, action) in plan.iter().enumerate() {
            let outcome = async {
                if at == moment {
                    Screen::wait(page, screen(&session), None).await?;
                    page.script::<bool>(TRANSLATE, json!(false)).await?;
                }
                does(page, &session, action).await
            };
            session =
                outcome.await.with_context(|| format!("translated at {moment}, doing {action:?} at {at}"))?;
        }
        Screen::wait(page, "finished", None).await.with_context(|| format!("translated at {moment}"))?;
        let result: Value = page.script("return host.result().score", Value::Null).await?;
        let points = session.summary().points;
        ensure!(
            result == json!({ "earned": points.earned, "possible": points.possible }),
            "translated at {moment} it comes to {result}, not {points:?}"
        );
    }
    Ok(())
}

/// A quiz that has most kinds of task, and how many of its questions are asked.
const QUIZ: &str = "whole-story";
const COUNT: usize = 5;

/// All that a reader does in the quiz, who answers every other question wrong.
fn plan(session: Session) -> Vec<Action> {
    let mut session = session.at_most(COUNT);
    let mut plan = Vec::new();
    loop {
        let now = match session.stage() {
            Stage::Asking { at } => {
                let aim = if at.is_multiple_of(2) { Aim::Right } else { Aim::Wrong };
                let mut now = actions(&answer(&session.questions()[at], session.story(), aim, at));
                now.push(Action::Submit);
                now
            }
            Stage::Revealed { .. } => vec![Action::Next],
            Stage::Unfinished | Stage::Finished => return plan,
        };
        session = now.iter().fold(session, |session, action| session.apply(action.clone()));
        plan.extend(now);
    }
}

fn screen(session: &Session) -> &'static str {
    if let Stage::Revealed { .. } = session.stage() { "revealed" } else { "asking" }
}

async fn does(page: &Page, session: &Session, action: &Action) -> Result<Session> {
    let hand = Hand::Clicks;
    match (action, session.stage()) {
        (Action::Submit, _) => hand.press(page, "button.submit").await?,
        (Action::Next, Stage::Revealed { at }) => {
            Screen::wait(page, "revealed", Some(at)).await?;
            hand.press(page, "button.next").await?;
        }
        (action, Stage::Asking { at }) => {
            Screen::wait(page, "asking", Some(at)).await?;
            return hand.act(page, session, at, action.clone()).await;
        }
        (action, stage) => anyhow::bail!("{action:?} at {stage:?}"),
    }
    Ok(session.apply(action.clone()))
}
