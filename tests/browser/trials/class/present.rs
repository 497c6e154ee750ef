//! The show: every kind of question asked, answered and shown with its words, large enough, by
//! the keys of a remote and by a pointer.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use verbatim_class::assignment::Assignment;
use verbatim_core::feedback::evidence;
use verbatim_core::pose::Task;
use verbatim_core::session::Session;

use super::{assignment, teacher};
use crate::emulate;
use crate::engine::Ability;
use crate::hand::Hand;
use crate::hand::keys::{self, LEFT, RIGHT, SPACE};
use crate::lab::Lab;
use crate::native;
use crate::page::Page;

const PAGE_DOWN: char = '\u{e00f}';
const PAGE_UP: char = '\u{e00e}';

/// The least size of type, as a share of the screen's height: see `class/pages/stage.css`. What fills
/// the screen has the size of the browser's own, which is not the same in all.
const LEAST: f64 = 51.0 / 1080.0;

/// What is on the wall.
const WALL: &str = "
    const wall = document.querySelector('.wall');
    const texts = [...document.querySelectorAll('.wall *, .bar .at')].filter(element =>
        [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim()));
    return { text: wall.textContent, words: wall.querySelectorAll('figure mark.words').length,
        figures: wall.querySelectorAll('figure').length,
        right: wall.querySelectorAll('[data-state=right]').length,
        least: Math.min(...texts.map(element => parseFloat(getComputedStyle(element).fontSize))),
        screen: innerHeight, wide: wall.scrollWidth > wall.clientWidth + 1, high: wall.scrollHeight - wall.clientHeight }";

fn planned(lab: &Lab, set: &Assignment) -> Result<Session> {
    let story = native::story(&lab.story()?)?;
    let session = native::session(&story, &set.quiz, set.seed, set.mode)?;
    Ok(session.at_most(set.count.map_or(usize::MAX, |count| count as usize)))
}

/// What the wall shows once it says which question it is at.
async fn wall(page: &Page, holds: &str) -> Result<Value> {
    page.until::<bool>("the step", holds, Value::Null).await?;
    page.script(WALL, Value::Null).await
}

pub async fn by_keys(lab: &Lab, page: &Page) -> Result<()> {
    let set = Assignment { quiz: "whole-story".to_owned(), count: None, seed: 31, ..assignment(lab)? };
    let session = planned(lab, &set)?;
    let story = session.story();
    teacher(page, "present", &set).await?;
    let large = page.engine.lacks(Ability::Narrow).is_none();
    if large {
        emulate::size(page, [1920, 1080]).await?;
    }
    keys::tab_to(page, "button.begin").await?;
    keys::press(page, &[SPACE]).await?;
    keys::until_focus(page, ".stage").await?;
    let mut kinds = BTreeSet::new();
    for (at, posed) in session.questions().iter().enumerate() {
        let first = kinds.insert(posed.kind(story).name());
        let asked = format!(
            "return document.querySelector('.bar .at').textContent.startsWith('Question {} of')
                && document.querySelector('.wall figure') === null",
            at + 1
        );
        let seen = wall(page, &asked).await?;
        let large_enough = |seen: &Value| {
            let least = seen["least"].as_f64().unwrap_or_default();
            let needed = LEAST * seen["screen"].as_f64().unwrap_or_default();
            ensure!(!large || least >= needed, "question {at}: type of {least} pixels: {seen}");
            ensure!(seen["wide"] == false, "question {at} is wider than the wall");
            let high = seen["high"].as_f64().unwrap_or_default();
            ensure!(!large || high <= 1.0, "question {at} is {high} pixels higher than the wall: {seen}");
            anyhow::Ok(())
        };
        large_enough(&seen)?;
        ensure!(seen["right"] == 0, "question {at} gives its answer away: {seen}");
        if first {
            let name = format!("class-stage-{}.png", posed.kind(story).name());
            page.picture(&lab.pictures(page.engine).join(name)).await?;
        }
        let [on, further] = if at % 2 == 0 { [RIGHT, PAGE_DOWN] } else { [SPACE, RIGHT] };
        keys::press(page, &[on]).await?;
        let told = match &posed.task {
            Task::One { .. } | Task::Several { .. } => "[data-state=right]",
            Task::Match { .. } => ".whose",
            Task::Arrange { .. } => ".place",
            Task::Type { .. } => "mark.words",
        };
        let seen = wall(page, &format!("return document.querySelector('.wall {told}') !== null")).await?;
        large_enough(&seen)?;
        let passages = evidence(story, posed).len();
        for shown in 0..passages {
            keys::press(page, &[further]).await?;
            let seen = wall(
                page,
                "return document.querySelector('.wall figure') !== null && document.querySelector('.wall .answers') === null",
            )
            .await?;
            ensure!(seen["figures"] == 1, "question {at}, passage {shown}: {seen}");
            large_enough(&seen)?;
        }
        let marked: usize = evidence(story, posed).last().map_or(0, |excerpt| excerpt.marks.len());
        ensure!(marked > 0, "question {at} rests on nothing");
        keys::press(page, &[further]).await?;
    }
    ensure!(kinds.len() == 9, "the quiz has only {kinds:?}");
    page.until::<bool>(
        "the end",
        "return document.querySelector('.wall').textContent.includes('last question')",
        Value::Null,
    )
    .await?;
    // Back to the last question's words, and out.
    keys::press(page, &[PAGE_UP]).await?;
    page.until::<bool>("the words", "return document.querySelector('.wall figure') !== null", Value::Null)
        .await?;
    keys::press(page, &[LEFT]).await?;
    keys::end_show(page).await?;
    page.until::<bool>("the end", "return document.querySelector('.stage') === null", Value::Null).await?;
    keys::until_focus(page, "button.begin").await
}

pub async fn by_pointer(lab: &Lab, page: &Page) -> Result<()> {
    let set = assignment(lab)?;
    let session = planned(lab, &set)?;
    let at = session.questions().iter().position(|posed| matches!(posed.task, Task::One { .. }));
    ensure!(at == Some(0), "the first question is no choice");
    teacher(page, "present", &set).await?;
    Hand::Clicks.press(page, "button.begin").await?;
    page.until_there(".stage .hands").await?;
    let counted = async |wanted: [u32; 2]| {
        let body = "const all = findAll('.hands').map(one => Number(one.textContent)); return all[0] === args[0] && all[1] === args[1]";
        page.until::<bool>("the hands", body, json!(wanted)).await
    };
    Hand::Clicks.press(page, ".answers li:nth-child(2) .hands").await?;
    counted([0, 1]).await?;
    // By the digits too, whatever has the focus.
    keys::press(page, &['1', '2', '2']).await?;
    counted([1, 3]).await?;
    Hand::Clicks.press(page, ".bar .on").await?;
    page.until_there("[data-state=right]").await?;
    // The hands stay, beside the answer.
    counted([1, 3]).await?;
    Hand::Clicks.press(page, ".bar .back").await?;
    page.until::<bool>("the question", "return find('[data-state=right]') === null", Value::Null).await?;
    Hand::Clicks.press(page, ".bar .leave").await?;
    page.until::<bool>("the end", "return find('.stage') === null", Value::Null).await?;
    Ok(())
}
