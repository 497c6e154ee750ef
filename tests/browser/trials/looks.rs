//! Every screen of every kind, looked at in every way: axe-core finds nothing to
//! object to, nothing scrolls sideways, and marks are seen.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use verbatim_core::pose::Task;
use verbatim_core::session::{Action, Mode, Session, Stage};

use super::play::{asking, unfold};
use crate::answers::Aim;
use crate::driver::Device;
use crate::emulate;
use crate::engine::Ability;
use crate::hand::Hand;
use crate::lab::{Lab, Trial};
use crate::look::Looks;
use crate::native;
use crate::page::Page;
use crate::screen::Screen;

/// The kinds of question, in shares of about the same work.
const SHARES: [&[&str]; 2] = [
    &["who-said", "said-what", "match", "cloze"],
    &["sequence", "before-after", "choice", "verdict", "proof"],
];

/// All of them.
pub fn trials() -> Vec<Trial> {
    let mut trials = vec![
        Trial::new("looks::screens without a question", Device::Desktop, other_screens),
        Trial::new("looks::nothing moves for whoever does not want it", Device::Desktop, calm)
            .needing(Ability::Preferences),
    ];
    for (aim, how) in [(Aim::Right, "right"), (Aim::Wrong, "wrong")] {
        for kinds in SHARES {
            let name = format!("looks::{}, answered {how}", kinds.join(", "));
            let run = async move |lab: &Lab, page: &Page| questions(lab, page, kinds, aim, how).await;
            trials.push(Trial::new(name, Device::Desktop, run));
        }
    }
    trials
}

/// The first question of each kind and task.
async fn questions(lab: &Lab, page: &Page, kinds: &[&str], aim: Aim, how: &str) -> Result<()> {
    let story = native::story(&lab.story()?)?;
    page.open_anew("index.html?quiz=whole-story&seed=31").await?;
    let mut session = native::session(&story, "whole-story", 31, Mode::Practice)?;
    let mut looks = Looks::at(page, lab.pictures(page.engine));
    let mut seen = BTreeSet::new();
    while let Stage::Asking { at } = session.stage() {
        let screen = Screen::wait(page, "asking", Some(at)).await?;
        let name = [screen.kind, screen.task].map(Option::unwrap_or_default).join(" ");
        let kind = session.questions()[at].kind(&story).name();
        if !kinds.contains(&kind) || !seen.insert(name.clone()) {
            Hand::Clicks.press(page, "button.skip").await?;
            session = session.apply(Action::Skip);
            continue;
        }
        if aim == Aim::Right {
            looks.take(&format!("{name} asking")).await?;
        }
        session = asking(page, Hand::Clicks, session, at, aim).await?;
        Screen::wait(page, "revealed", Some(at)).await?;
        looks.take(&format!("{name} {how}")).await?;
        if unfold(page, Hand::Clicks).await? {
            looks.take(&format!("{name} {how} opened")).await?;
        }
        Hand::Clicks.press(page, "button.next").await?;
        session = session.apply(Action::Next);
    }
    let missing: Vec<_> =
        kinds.iter().filter(|kind| !seen.iter().any(|one| one.starts_with(**kind))).collect();
    ensure!(missing.is_empty(), "the quiz has no question of {missing:?}");
    nothing_wrong(&looks)
}

async fn other_screens(lab: &Lab, page: &Page) -> Result<()> {
    let mut looks = Looks::at(page, lab.pictures(page.engine));
    page.open_anew("codeless/index.html").await?;
    Screen::wait(page, "loading", None).await?;
    looks.take("loading").await?;

    page.open_anew("index.html?story=made/none.json").await?;
    Screen::wait(page, "error", None).await?;
    looks.take("error missing").await?;
    let newer = lab.server.make("newer.json", [crate::server::Answer::json(r#"{ "format": 2 }"#)]);
    page.open_anew(&format!("index.html?story={newer}")).await?;
    Screen::wait(page, "error", None).await?;
    looks.take("error findings").await?;

    page.open_anew("index.html").await?;
    Screen::wait(page, "start", None).await?;
    looks.take("start").await?;

    let story = native::story(&lab.story()?)?;
    page.open_anew("index.html?quiz=whole-story&seed=32").await?;
    let mut session = native::session(&story, "whole-story", 32, Mode::Practice)?;
    let mut answered = 0;
    while let Stage::Asking { at } = session.stage() {
        let posed = &session.questions()[at];
        let is_easy = matches!(posed.task, Task::One { .. } | Task::Type { .. });
        session = if is_easy && answered < 4 {
            answered += 1;
            let aim = if answered % 2 == 0 { Aim::Right } else { Aim::Wrong };
            answer(page, session, at, aim).await?
        } else {
            Screen::wait(page, "asking", Some(at)).await?;
            Hand::Clicks.press(page, "button.skip").await?;
            session.apply(Action::Skip)
        };
    }
    Screen::wait(page, "unfinished", None).await?;
    looks.take("unfinished").await?;
    Hand::Clicks.press(page, "button.finish").await?;
    Screen::wait(page, "finished", None).await?;
    looks.take("finished").await?;
    // A few: with all of them open the page is longer than any picture needs to be.
    for at in (0..session.questions().len()).step_by(5) {
        Hand::Clicks.press(page, &format!("details.result[data-at=\"{at}\"] > summary")).await?;
    }
    looks.take("finished opened").await?;
    let forgive = "window.faults = []; return true";
    page.script::<bool>(forgive, Value::Null).await?;
    nothing_wrong(&looks)
}

async fn answer(page: &Page, session: Session, at: usize, aim: Aim) -> Result<Session> {
    let session = asking(page, Hand::Clicks, session, at, aim).await?;
    Screen::wait(page, "revealed", Some(at)).await?;
    Hand::Clicks.press(page, "button.next").await?;
    Ok(session.apply(Action::Next))
}

/// Notes, once a frame, what moves for longer than a moment.
const WATCH: &str = "
    window.moved = [];
    const look = () => {
        for (const animation of animations()) {
            const { duration, iterations } = animation.effect.getTiming();
            if (animation.playState === 'running' && (duration > 20 || iterations === Infinity)) {
                moved.push(`${animation.constructor.name} of ${animation.effect.target.outerHTML.slice(0, 80)}`);
            }
        }
        requestAnimationFrame(look);
    };
    look(); return true";

async fn calm(lab: &Lab, page: &Page) -> Result<()> {
    let story = native::story(&lab.story()?)?;
    emulate::preferences(page, &[("prefers-reduced-motion", "reduce")]).await?;
    page.open_anew("index.html?quiz=sequence&seed=33").await?;
    let mut session = native::session(&story, "sequence", 33, Mode::Practice)?;
    page.script::<bool>(WATCH, Value::Null).await?;
    while let Stage::Asking { at } = session.stage() {
        session = asking(page, Hand::MouseDrags, session, at, Aim::Wrong).await?;
        Screen::wait(page, "revealed", Some(at)).await?;
        Hand::Clicks.press(page, "button.next").await?;
        session = session.apply(Action::Next);
    }
    Screen::wait(page, "finished", None).await?;
    let moved: BTreeSet<String> = page.script("return moved", Value::Null).await?;
    ensure!(moved.is_empty(), "moved all the same: {moved:#?}");
    Ok(())
}

fn nothing_wrong(looks: &Looks<'_>) -> Result<()> {
    let wrong = looks.wrong.join("\n");
    looks.wrong.is_empty().then_some(()).with_context(|| format!("{} things:\n{wrong}", looks.wrong.len()))
}
