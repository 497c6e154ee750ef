//! Keys alone: everything is reached by Tab, and done by keys.

use anyhow::{Result, bail};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use serde_json::{Value, json};

use crate::engine::Engine;
use crate::page::Page;

// As WebDriver names them (WebDriver, section 17.4.2).
pub const TAB: char = '\u{e004}';
pub const SHIFT: char = '\u{e008}';
pub const ENTER: char = '\u{e007}';
pub const ESCAPE: char = '\u{e00c}';
pub const SPACE: char = ' ';
pub const END: char = '\u{e010}';
pub const HOME: char = '\u{e011}';
pub const LEFT: char = '\u{e012}';
pub const UP: char = '\u{e013}';
pub const RIGHT: char = '\u{e014}';
pub const DOWN: char = '\u{e015}';
pub const BACKSPACE: char = '\u{e003}';
pub const DELETE: char = '\u{e017}';

/// More stops than any screen has.
const STOPS: usize = 200;

/// Presses and releases keys, one after another.
pub async fn press(page: &Page, keys: &[char]) -> Result<()> {
    let mut actions = KeyActions::new("keys".to_owned());
    for &value in keys {
        actions = actions.then(KeyAction::Down { value }).then(KeyAction::Up { value });
    }
    Ok(page.client.perform_actions(actions).await?)
}

/// Presses Escape to end what fills the screen. To most browsers the key means the window first, and
/// the page does not hear of it.
pub async fn end_show(page: &Page) -> Result<()> {
    if page.engine != Engine::Chromium {
        let fills = "return document.fullscreenElement !== null";
        page.until::<bool>("the full screen", fills, Value::Null).await?;
        press(page, &[ESCAPE]).await?;
        let window = "return document.fullscreenElement === null";
        page.until::<bool>("the window", window, Value::Null).await?;
    }
    press(page, &[ESCAPE]).await
}

/// Presses Tab until the focus is on an element.
pub async fn tab_to(page: &Page, selector: &str) -> Result<()> {
    // Backwards where that is nearer, as a reader would who knows the page.
    let behind = "const [here, there] = [focused(), find(args)];
        window.lastStop = here;
        return here !== document.body && here !== host && there !== null
            && (here.compareDocumentPosition(there) & Node.DOCUMENT_POSITION_PRECEDING) !== 0";
    let mut behind: bool = page.script(behind, json!(selector)).await?;
    for _ in 0..STOPS {
        if has_focus(page, selector).await? {
            return Ok(());
        }
        if behind {
            let back = [
                KeyAction::Down { value: SHIFT },
                KeyAction::Down { value: TAB },
                KeyAction::Up { value: TAB },
                KeyAction::Up { value: SHIFT },
            ];
            let keys = back.into_iter().fold(KeyActions::new("keys".to_owned()), KeyActions::then);
            page.client.perform_actions(keys).await?;
            // From a button that was clicked WebKit goes back to that button.
            let has_moved =
                "const moved = focused() !== window.lastStop; window.lastStop = focused(); return moved";
            behind = page.script(has_moved, Value::Null).await?;
        } else {
            press(page, &[TAB]).await?;
        }
    }
    bail!("Tab leads to no {selector}: {}", page.outline().await)
}

/// Whether an element has the focus.
pub async fn has_focus(page: &Page, selector: &str) -> Result<bool> {
    page.script("return focused()?.matches(args) ?? false", json!(selector)).await
}

/// Waits until an element has the focus.
pub async fn until_focus(page: &Page, selector: &str) -> Result<()> {
    let body = "return focused()?.matches(args)";
    page.until::<bool>("the focus", body, json!(selector)).await.map(drop)
}

/// Types.
pub async fn write(page: &Page, text: &str) -> Result<()> {
    press(page, &text.chars().collect::<Vec<char>>()).await
}

/// Chooses an answer: by its number at every other question, by Tab and Space and arrows otherwise.
pub async fn choose(page: &Page, label: &str, position: usize, at: usize) -> Result<()> {
    let digit = u32::try_from(position + 1).ok().and_then(|number| char::from_digit(number, 10));
    let is_radio = page.has("label.choice input[type=radio]").await?;
    match digit {
        Some(digit) if at.is_multiple_of(2) => {
            let inside: bool = page.script("return widget.contains(focused())", Value::Null).await?;
            if !inside {
                tab_to(page, "label.choice input").await?;
            }
            press(page, &[digit]).await
        }
        _ if is_radio => {
            tab_to(page, "label.choice input").await?;
            let downs = vec![DOWN; position];
            press(page, if position == 0 { &[SPACE] } else { &downs }).await
        }
        _ => {
            tab_to(page, &format!("{label} input")).await?;
            press(page, &[SPACE]).await
        }
    }
}

/// Lifts a person, moves to a quotation, and drops.
pub async fn give(
    page: &Page,
    chip: &str,
    person: usize,
    statement: usize,
    given: &[Option<usize>],
) -> Result<()> {
    tab_to(page, chip).await?;
    // It begins where the person is, or at the first quotation without one.
    let placed = given.iter().position(|one| *one == Some(person));
    let first = placed.or_else(|| given.iter().position(Option::is_none)).unwrap_or_default();
    let arrow = if statement < first { UP } else { DOWN };
    let mut keys = vec![SPACE];
    keys.extend(std::iter::repeat_n(arrow, statement.abs_diff(first)));
    keys.push(if statement.is_multiple_of(2) { SPACE } else { ENTER });
    press(page, &keys).await
}

/// Lifts an event, moves it, and drops it. Each key waits until the focus is on what moved, as
/// somebody does who looks.
pub async fn shift(page: &Page, handle: impl Fn(usize) -> String, from: usize, to: usize) -> Result<()> {
    tab_to(page, &handle(from)).await?;
    press(page, &[SPACE]).await?;
    if to == 0 {
        press(page, &[HOME]).await?;
        until_focus(page, &handle(0)).await?;
    } else {
        let mut at = from;
        while at != to {
            let arrow = if to < at { UP } else { DOWN };
            press(page, &[arrow]).await?;
            at = if to < at { at - 1 } else { at + 1 };
            until_focus(page, &handle(at)).await?;
        }
    }
    press(page, &[if from.is_multiple_of(2) { SPACE } else { ENTER }]).await
}
