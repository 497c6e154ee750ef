//! A mouse or a finger, through WebDriver's pointer actions: what is not to be
//! seen, or lies under something else, can't be reached.

use std::time::Duration;

use anyhow::{Result, ensure};
use fantoccini::actions::{
    Actions, InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction, TouchActions,
};
use serde_json::json;

use crate::engine::Engine;
use crate::page::Page;

/// What points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointer {
    /// A mouse.
    Mouse,
    /// A finger.
    Finger,
}

/// Gives a place back only once it is the same for some frames: a page that is being
/// laid out anew is not aimed at.
const STEADY: &str = "
    const steady = (place, frames) => {
        const now = JSON.stringify([args, place]);
        const seen = window.place?.now === now ? window.place.seen + 1 : 0;
        window.place = seen < frames ? { now, seen } : null;
        return seen < frames ? null : place;
    };";

/// Scrolls an element into view, and gives its middle once nothing moves any more
/// and nothing else is in front of it.
const MIDDLE: &str = "
    const element = find(args);
    if (!element || !isStill()) { return null; }
    element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    const box = element.getClientRects()[0];
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const there = frontmost(x, y);
    if (!there || !(element.contains(there) || there.contains(element))) { return null; }
    return steady([x, y], 1)";

/// Scrolls so that two elements are in view, and gives where to take the one and
/// where to drop it upon the other. A finger goes down on what the browser has drawn, which
/// is some frames behind where it has scrolled; on something else it would scroll the page.
const PATH: &str = "
    if (!isStill()) { return null; }
    const [from, to] = [args.from, args.to].map(find);
    const middle = element => { const box = element.getBoundingClientRect(); return box.top + box.height / 2; };
    scrollBy({ top: (middle(from) + middle(to)) / 2 - innerHeight / 2, behavior: 'instant' });
    const [start, end] = [from, to].map(element => element.getBoundingClientRect());
    return steady([start.left + start.width / 2, start.top + start.height / 2,
        end.left + end.width / 2, end.top + end.height * args.height, innerHeight], 6)";

/// Scrolls words into view, and gives where they begin and end once nothing moves any more.
const ENDS: &str = "
    const root = find(args.within);
    if (!root || !isStill()) { return null; }
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT,
        node => node.parentElement.closest('button') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const nodes = [];
    while (walker.nextNode()) { nodes.push(walker.currentNode); }
    const start = nodes.map(node => node.data).join('').indexOf(args.words);
    if (start < 0) { return null; }
    const place = offset => {
        for (const node of nodes) {
            if (offset <= node.length) { return [node, offset]; }
            offset -= node.length;
        }
    };
    const letter = (at) => {
        const [node, offset] = place(at + 1);
        const range = document.createRange();
        range.setStart(node, offset - 1);
        range.setEnd(node, offset);
        return range;
    };
    letter(start).startContainer.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
    const [first, last] = [letter(start), letter(start + args.words.length - 1)].map(one => one.getBoundingClientRect());
    return steady([first.left + 1, first.top + first.height / 2, last.right - 1, last.top + last.height / 2], 2)";

/// The parts of the way at which a pointer that drags is seen.
const STEPS: [f64; 5] = [0.1, 0.4, 0.7, 0.95, 1.0];

/// How long a finger rests before it lets go. Without a rest it flings, and the
/// browser takes the next tap for the end of that instead of for a click.
const STILL: Duration = Duration::from_millis(80);

impl Pointer {
    /// Clicks or taps.
    pub async fn tap(self, page: &Page, selector: &str) -> Result<()> {
        let [x, y]: [f64; 2] =
            page.until("something to tap on", &[STEADY, MIDDLE].concat(), json!(selector)).await?;
        let tap = vec![at(x, y), down(), up()];
        Ok(page.client.perform_actions(self.actions(tap)).await?)
    }

    /// Drags one element upon another, to a part of its height.
    pub async fn drag(self, page: &Page, from: &str, to: &str, height: f64) -> Result<()> {
        let mut way = way(page, from, to, height).await?;
        way.extend([PointerAction::Pause { duration: STILL }, up()]);
        Ok(page.client.perform_actions(self.actions(way)).await?)
    }

    /// Drags one element upon another and does not let go; [`Pointer::let_go`] does.
    pub async fn lift(self, page: &Page, from: &str, to: &str, height: f64) -> Result<()> {
        let way = way(page, from, to, height).await?;
        Ok(page.client.perform_actions(self.actions(way)).await?)
    }

    /// Lets go of what was lifted.
    pub async fn let_go(self, page: &Page) -> Result<()> {
        let let_go = match page.engine {
            Engine::Chromium | Engine::Firefox => page.client.release_actions().await,
            // To release all actions leaves the button down there.
            Engine::WebKit => page.client.perform_actions(self.actions(vec![up()])).await,
        };
        Ok(let_go?)
    }

    /// Selects words of a text, from their first letter to their last.
    pub async fn select(self, page: &Page, within: &str, words: &str) -> Result<()> {
        let args = json!({ "within": within, "words": words });
        let ends: [f64; 4] = page.until("words to select", &[STEADY, ENDS].concat(), args).await?;
        let [x, y, to_x, to_y] = ends;
        let mut way = vec![at(x, y), down()];
        way.extend(STEPS.map(|part| at(x + (to_x - x) * part, y + (to_y - y) * part)));
        way.push(up());
        Ok(page.client.perform_actions(self.actions(way)).await?)
    }

    fn actions(self, actions: Vec<PointerAction>) -> Actions {
        let id = format!("{self:?}");
        match self {
            Self::Mouse => actions.into_iter().fold(MouseActions::new(id), MouseActions::then).into(),
            Self::Finger => actions.into_iter().fold(TouchActions::new(id), TouchActions::then).into(),
        }
    }
}

/// From the middle of one element onto another, pressed all the way.
async fn way(page: &Page, from: &str, to: &str, height: f64) -> Result<Vec<PointerAction>> {
    let args = json!({ "from": from, "to": to, "height": height });
    let [x, y, to_x, to_y, bottom]: [f64; 5] =
        page.until("a way to drag along", &[STEADY, PATH].concat(), args).await?;
    let is_shown = [y, to_y].iter().all(|y| (0.0..bottom).contains(y));
    ensure!(is_shown, "{from} and {to} are not on the screen at once");
    let mut way = vec![at(x, y), down()];
    way.extend(STEPS.map(|part| at(x + (to_x - x) * part, y + (to_y - y) * part)));
    Ok(way)
}

fn at(x: f64, y: f64) -> PointerAction {
    PointerAction::MoveTo { duration: None, x: x.round(), y: y.round() }
}

fn down() -> PointerAction {
    PointerAction::Down { button: MOUSE_BUTTON_LEFT }
}

fn up() -> PointerAction {
    PointerAction::Up { button: MOUSE_BUTTON_LEFT }
}
