//! A page translator at work: browsers wrap and replace text behind a page's back,
//! and the widget goes on all the same.

use anyhow::Result;
use serde_json::Value;
use verbatim_core::session::{Action, Mode, Stage};

use crate::answers::{Aim, actions, answer};
use crate::driver::Device;
use crate::hand::Hand;
use crate::lab::{Lab, Trial};
use crate::native;
use crate::page::Page;
use crate::screen::Screen;

/// Moves every text into an element of its own, in capitals, now and whenever the page changes.
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
    new MutationObserver(translate).observe(widget, { childList: true, characterData: true, subtree: true });
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
    ]
}

async fn translated(lab: &Lab, page: &Page, quiz: &str, hand: Hand) -> Result<()> {
    let story = native::story(&lab.story()?)?;
    page.open(&format!("index.html?quiz={quiz}&seed=51")).await?;
    let mut session = native::session(&story, quiz, 51, Mode::Practice)?;
    Screen::wait(page, "asking", Some(0)).await?;
    page.script::<bool>(TRANSLATE, Value::Null).await?;
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
