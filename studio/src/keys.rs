//! What keys do: on a mark, on an article's text, and everywhere.

use std::ops::Range;

use verbatim_studio::{Action, Fact, Key, place_of};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, KeyboardEvent, StorageEvent};
use yew::html::Scope;

use crate::desk::tools;
use crate::effects::selection;
use crate::effects::store;
use crate::msg::Msg;
use crate::studio::Studio;

/// Listens for the keys that work everywhere, and for what another tab keeps.
pub fn listen(link: &Scope<Studio>) {
    let Some(window) = web_sys::window() else { return };
    let keys = link.clone();
    let pressed = Closure::<dyn FnMut(KeyboardEvent)>::new(move |event: KeyboardEvent| {
        if !(event.ctrl_key() || event.meta_key()) || event.alt_key() || is_typing(&event) {
            return;
        }
        let msg = match (event.key().as_str(), event.shift_key()) {
            ("z", false) => Msg::Undo,
            ("y", false) | ("z" | "Z", true) => Msg::Redo,
            _ => return,
        };
        event.prevent_default();
        keys.send_message(msg);
    });
    let link = link.clone();
    let stored = Closure::<dyn FnMut(StorageEvent)>::new(move |event: StorageEvent| {
        if event.key().as_deref() == Some(store::NAME) {
            link.send_message(Msg::Overtaken);
        }
    });
    // A window takes listeners as long as it is there.
    let _ = window.add_event_listener_with_callback("keydown", pressed.as_ref().unchecked_ref());
    let _ = window.add_event_listener_with_callback("storage", stored.as_ref().unchecked_ref());
    pressed.forget();
    stored.forget();
}

/// Whether a field has a history of letters of its own that the browser takes back.
fn is_typing(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.id() == "article-text" || target.local_name() == "verbatim-quiz")
}

/// A key on the button of a mark.
pub fn on_mark(studio: &mut Studio, key: Key, event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    studio.hand = Some(key);
    let pressed = event.key();
    match pressed.as_str() {
        "ArrowDown" | "ArrowRight" => step(studio, key, Step::Next),
        "ArrowUp" | "ArrowLeft" => step(studio, key, Step::Before),
        "Home" => step(studio, key, Step::First),
        "End" => step(studio, key, Step::Last),
        "a" => studio.act(&Action::Accept(key)),
        "x" => studio.act(&Action::Reject(key)),
        "o" => studio.act(&Action::Reopen(key)),
        "e" => studio.focus("in-hand".to_owned()),
        other => {
            let mut letters = other.chars();
            let (Some(letter), None) = (letters.next(), letters.next()) else { return };
            let Some(place) = place_of(letter) else { return };
            let said =
                studio.document().mark(key).is_some_and(|(_, mark)| matches!(mark.fact, Fact::Said(_)));
            let person = studio.document().cast().get(place).map(|person| person.id.clone());
            if let (true, Some(person)) = (said, person) {
                studio.act(&Action::Speaker(key, Some(person)));
            }
        }
    }
}

enum Step {
    First,
    Before,
    Next,
    Last,
}

fn step(studio: &mut Studio, from: Key, step: Step) {
    let all = studio.order_of_marks();
    let here = all.iter().position(|key| *key == from).unwrap_or_default();
    let to = match step {
        Step::First => 0,
        Step::Before => here.saturating_sub(1),
        Step::Next => here + 1,
        Step::Last => all.len().saturating_sub(1),
    };
    if let Some(key) = all.get(to) {
        studio.take(*key);
    }
}

/// Whether a key on a mark does something there, so that the page does nothing with it.
pub fn is_taken(key: &str) -> bool {
    let mut letters = key.chars();
    let is_letter = matches!((letters.next(), letters.next()), (Some(letter), None) if letter != ' ');
    is_letter || matches!(key, "ArrowDown" | "ArrowUp" | "ArrowLeft" | "ArrowRight" | "Home" | "End")
}

/// A key on an article's text: arrows select words, letters say what they are.
pub fn on_text(studio: &mut Studio, place: usize, event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let here = studio.selected.clone().filter(|(article, _)| *article == place).map(|(_, words)| words);
    let Some(article) = studio.document().articles.get(place) else { return };
    let words = words(&article.text);
    let first = here.as_ref().map(|here| words.partition_point(|word| word.end <= here.start));
    let last =
        here.as_ref().map(|here| words.partition_point(|word| word.start < here.end).saturating_sub(1));
    let (first, last) = match (event.key().as_str(), event.shift_key(), first, last) {
        ("ArrowRight", false, _, last) => (last.map_or(0, |last| last + 1), last.map_or(0, |last| last + 1)),
        ("ArrowLeft", false, first, _) => {
            let before = first.unwrap_or_default().saturating_sub(1);
            (before, before)
        }
        ("ArrowDown", false, _, last) => {
            let next = last.map_or(0, |last| line_from(&article.text, &words, last));
            (next, next)
        }
        ("ArrowUp", false, first, _) => {
            let before = line_before(&article.text, &words, first.unwrap_or_default());
            (before, before)
        }
        ("ArrowRight", true, Some(first), Some(last)) => (first, last + 1),
        ("ArrowLeft", true, Some(first), Some(last)) => (first, last.saturating_sub(1).max(first)),
        ("ArrowDown", true, Some(first), Some(last)) => {
            (first, (last + 8).min(words.len().saturating_sub(1)))
        }
        ("ArrowUp", true, Some(first), Some(last)) => (first, last.saturating_sub(8).max(first)),
        (letter, false, Some(_), Some(_)) => {
            if let Some(use_of) = tools::Use::of(letter) {
                tools::apply(studio, use_of);
            }
            return;
        }
        _ => return,
    };
    let (Some(from), Some(to)) = (words.get(first), words.get(last)) else { return };
    let range = from.start..to.end;
    studio.selected = Some((place, range.clone()));
    // The page shows it selected, as with a pointer; where it can't, the words are told all the same.
    let _ = selection::select(place, &range);
}

/// The words of a text, without the marks around them.
fn words(text: &str) -> Vec<Range<usize>> {
    let start = |part: &str| part.as_ptr() as usize - text.as_ptr() as usize;
    let outside = |letter: char| !letter.is_alphanumeric();
    let parts = text.split_whitespace().map(|part| part.trim_matches(outside));
    parts.filter(|part| !part.is_empty()).map(|part| start(part)..start(part) + part.len()).collect()
}

/// The first word of the next paragraph.
fn line_from(text: &str, words: &[Range<usize>], from: usize) -> usize {
    let at = words.get(from).map_or(0, |word| word.end);
    let line = text.get(at..).and_then(|rest| rest.find('\n')).map_or(text.len(), |end| at + end);
    words.partition_point(|word| word.start < line).min(words.len().saturating_sub(1))
}

/// The first word of this paragraph, or of the one before where it is the first.
fn line_before(text: &str, words: &[Range<usize>], from: usize) -> usize {
    let at = words.get(from).map_or(0, |word| word.start);
    let line = |at: usize| text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
    let first = |line: usize| words.partition_point(|word| word.start < line);
    let own = first(line(at));
    if own < from { own } else { first(line(words.get(from.saturating_sub(1)).map_or(0, |word| word.start))) }
}
