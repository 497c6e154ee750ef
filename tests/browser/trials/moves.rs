//! Ordering and matching: lifted, moved, dropped, cancelled, by keys and by
//! pointers; the focus stays on what moved, and each move is announced once.

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use verbatim_core::pose::{Posed, Task};
use verbatim_core::session::{Action, Mode, Session, Stage};

use crate::driver::Device;
use crate::hand::keys::{self, BACKSPACE, DELETE, DOWN, END, ENTER, ESCAPE, HOME, SPACE, UP};
use crate::hand::pointer::Pointer;
use crate::hand::{Hand, until_shown};
use crate::lab::{Lab, Trial};
use crate::native;
use crate::page::Page;
use crate::screen::Screen;

/// What is done with the second of five events, and where it is then.
const ORDERED_BY_KEYS: [(&str, &[char], usize); 11] = [
    ("up", &[SPACE, UP, SPACE], 0),
    ("down", &[SPACE, DOWN, ENTER], 2),
    ("twice down", &[ENTER, DOWN, DOWN, ENTER], 3),
    ("to the end", &[SPACE, END, SPACE], 4),
    ("to the top", &[SPACE, HOME, SPACE], 0),
    ("down and up", &[SPACE, DOWN, UP, SPACE], 1),
    ("not above the top", &[SPACE, UP, UP, UP, SPACE], 0),
    ("not below the end", &[SPACE, DOWN, DOWN, DOWN, DOWN, DOWN, SPACE], 4),
    ("down, cancelled", &[SPACE, DOWN, DOWN, ESCAPE], 1),
    ("to the top, cancelled", &[SPACE, HOME, ESCAPE], 1),
    ("arrows without lifting", &[DOWN, DOWN], 1),
];

/// All of them.
pub fn trials() -> Vec<Trial> {
    vec![
        Trial::new("moves::events by keys", Device::Desktop, order_by_keys),
        Trial::new("moves::events by buttons", Device::Desktop, order_by_buttons),
        Trial::new("moves::events dragged and cancelled with a mouse", Device::Desktop, async |lab, page| {
            drag_cancelled(lab, page, Pointer::Mouse).await
        }),
        Trial::new("moves::events dragged and cancelled with a finger", Device::Phone, async |lab, page| {
            drag_cancelled(lab, page, Pointer::Finger).await
        }),
        Trial::new("moves::people by keys", Device::Desktop, people_by_keys),
        Trial::new("moves::people dragged in and out", Device::Desktop, people_dragged),
        Trial::new("moves::announced once", Device::Desktop, announced_once),
    ]
}

async fn order_by_keys(lab: &Lab, page: &Page) -> Result<()> {
    let (start, at, _) = go_to(lab, page, "arrange").await?;
    let mut session = start;
    for (what, pressed, to) in ORDERED_BY_KEYS {
        let moved = events(page).await?[1].clone();
        let handle = format!("li.event[data-event=\"{moved}\"] button.handle");
        keys::tab_to(page, &handle).await?;
        for key in pressed {
            keys::press(page, &[*key]).await?;
            // What moves in the document is focused again once it is there.
            keys::until_focus(page, &handle).await.with_context(|| what.to_owned())?;
        }
        let next = session.apply(Action::Shift { from: 1, to });
        shown(page, &next, at).await.with_context(|| what.to_owned())?;
        keys::until_focus(page, &handle).await.with_context(|| what.to_owned())?;
        let down = "return !find('[data-lifted], .handle[aria-pressed=true]')";
        page.until::<bool>("what was lifted is put down", down, Value::Null)
            .await
            .with_context(|| what.to_owned())?;
        session = next;
    }
    Ok(())
}

async fn order_by_buttons(lab: &Lab, page: &Page) -> Result<()> {
    let (mut session, at, _) = go_to(lab, page, "arrange").await?;
    for (from, to, button) in [(1, 0, "up"), (2, 3, "down"), (0, 1, "down"), (4, 3, "up")] {
        let moved = events(page).await?[from].clone();
        let button = format!("li.event[data-event=\"{moved}\"] button.{button}");
        Pointer::Mouse.tap(page, &button).await?;
        session = session.apply(Action::Shift { from, to });
        shown(page, &session, at).await?;
        keys::until_focus(page, &button).await?;
    }
    // At the ends there is nowhere to go.
    for (from, button) in [(0, "up"), (4, "down")] {
        let button = format!("li.event:nth-child({}) button.{button}", from + 1);
        ensure!(
            page.has(&format!("{button}[aria-disabled=true]")).await?,
            "{button} seems to lead somewhere"
        );
        Pointer::Mouse.tap(page, &button).await?;
        shown(page, &session, at).await?;
    }
    Ok(())
}

async fn drag_cancelled(lab: &Lab, page: &Page, pointer: Pointer) -> Result<()> {
    let (session, at, _) = go_to(lab, page, "arrange").await?;
    let (handle, target) = ("li.event:nth-child(1) button.handle", "li.event:nth-child(3)");
    pointer.lift(page, handle, target, 0.9).await?;
    page.until_there("[data-dragged]").await?;
    keys::press(page, &[ESCAPE]).await?;
    page.until::<bool>("the end of the drag", "return !find('[data-dragged]')", Value::Null).await?;
    pointer.let_go(page).await?;
    shown(page, &session, at).await?;
    let places = "return findAll('li.event').every(one => !one.style.transform)";
    ensure!(page.script::<bool>(places, Value::Null).await?, "an event is not back in its place");
    // The same way, and let go of.
    pointer.drag(page, handle, target, 0.9).await?;
    shown(page, &session.apply(Action::Shift { from: 0, to: 2 }), at).await
}

async fn people_by_keys(lab: &Lab, page: &Page) -> Result<()> {
    let (mut session, at, posed) = go_to(lab, page, "match").await?;
    let Task::Match { people, .. } = &posed.task else { bail!("no match") };
    let chips = [0, 1].map(|at| format!("[data-person=\"{}\"]", session.story()[people[at]].id));
    let cases: [(&str, usize, &[char], Action); 7] = [
        ("to the first", 0, &[SPACE, SPACE], Action::Give { statement: 0, person: Some(0) }),
        ("the next free one", 1, &[ENTER, ENTER], Action::Give { statement: 1, person: Some(1) }),
        ("cancelled", 1, &[SPACE, DOWN, ESCAPE], Action::Give { statement: 1, person: Some(1) }),
        ("lifted again", 1, &[SPACE, DOWN, SPACE], Action::Give { statement: 2, person: Some(1) }),
        ("upon somebody", 1, &[SPACE, UP, UP, SPACE], Action::Give { statement: 0, person: Some(1) }),
        ("removed", 1, &[DELETE], Action::Give { statement: 0, person: None }),
        ("to the last", 0, &[SPACE, END, SPACE], Action::Give { statement: 3, person: Some(0) }),
    ];
    for (what, person, pressed, action) in cases {
        keys::tab_to(page, &chips[person]).await?;
        keys::press(page, pressed).await?;
        session = session.apply(action);
        shown(page, &session, at).await.with_context(|| what.to_owned())?;
        keys::until_focus(page, &chips[person]).await.with_context(|| what.to_owned())?;
    }
    keys::press(page, &[BACKSPACE]).await?;
    shown(page, &session.apply(Action::Give { statement: 3, person: None }), at).await
}

async fn people_dragged(lab: &Lab, page: &Page) -> Result<()> {
    let (mut session, at, posed) = go_to(lab, page, "match").await?;
    for (statement, person) in [(0, 0), (1, 1), (2, 0)] {
        let give = Action::Give { statement, person: Some(person) };
        session = Hand::MouseDrags.act(page, &session, at, give).await?;
    }
    // Dragged out of its place, a person is free again.
    let Task::Match { people, .. } = &posed.task else { bail!("no match") };
    let chip = format!("[data-person=\"{}\"]", session.story()[people[1]].id);
    Pointer::Mouse.drag(page, &chip, "h2.prompt", 0.5).await?;
    session = session.apply(Action::Give { statement: 1, person: None });
    shown(page, &session, at).await?;
    // The button beside somebody takes them back.
    Pointer::Mouse.tap(page, "li.match-slot:nth-child(3) button.slot").await?;
    shown(page, &session.apply(Action::Give { statement: 2, person: None }), at).await
}

/// Collects what the live region says from now on.
const LISTEN: &str = "
    window.announced = [];
    const live = find('.live');
    new MutationObserver(() => { const text = live.textContent.trim(); if (text) { announced.push(text); } })
        .observe(live, { childList: true, characterData: true, subtree: true });
    return live.getAttribute('aria-live')";

async fn announced_once(lab: &Lab, page: &Page) -> Result<()> {
    let (session, at, _) = go_to(lab, page, "arrange").await?;
    let manner: String = page.script(LISTEN, Value::Null).await?;
    ensure!(manner == "polite", "the live region is {manner}");
    Pointer::Mouse.tap(page, "li.event:nth-child(1) button.down").await?;
    let session = session.apply(Action::Shift { from: 0, to: 1 });
    shown(page, &session, at).await?;
    Pointer::Mouse.drag(page, "li.event:nth-child(2) button.handle", "li.event:nth-child(3)", 0.9).await?;
    let session = session.apply(Action::Shift { from: 1, to: 2 });
    shown(page, &session, at).await?;
    keys::tab_to(page, "li.event:nth-child(3) button.handle").await?;
    keys::press(page, &[SPACE, DOWN]).await?;
    shown(page, &session.apply(Action::Shift { from: 2, to: 3 }), at).await?;
    let announced: Vec<String> = page.script("return announced", Value::Null).await?;
    let lifted = announced.get(2).cloned().unwrap_or_default();
    ensure!(announced.len() == 4, "three moves and lifting are announced as {announced:?}");
    ensure!(lifted.contains('3') && lifted.contains("Escape"), "lifting is announced as {lifted:?}");
    for (said, position) in [(&announced[0], '2'), (&announced[1], '3'), (&announced[3], '4')] {
        ensure!(said.contains(position) && said.contains('5'), "{said:?} does not tell {position} of 5");
    }
    Ok(())
}

/// Skips to the first question of a task.
async fn go_to(lab: &Lab, page: &Page, task: &str) -> Result<(Session, usize, Posed)> {
    let story = native::story(&lab.story()?)?;
    let quiz = if task == "match" { "who-said-what" } else { "sequence" };
    page.open(&format!("index.html?quiz={quiz}&seed=11")).await?;
    let mut session = native::session(&story, quiz, 11, Mode::Practice)?;
    loop {
        let Stage::Asking { at } = session.stage() else { bail!("no question of the task {task}") };
        let screen = Screen::wait(page, "asking", Some(at)).await?;
        if screen.task.as_deref() == Some(task) {
            let posed = session.questions()[at].clone();
            return Ok((session, at, posed));
        }
        Hand::Clicks.press(page, "button.skip").await?;
        session = session.apply(Action::Skip);
    }
}

async fn shown(page: &Page, session: &Session, at: usize) -> Result<()> {
    until_shown(page, &session.questions()[at], session, at).await
}

async fn events(page: &Page) -> Result<Vec<String>> {
    let body = "return findAll(args).map(event => event.dataset.event)";
    page.script(body, json!("li.event")).await
}
