//! The words that are selected in an article: where they stand in its text, and back.
//!
//! Each piece of text stands in an element of its own, which says at which byte it begins
//! (`data-start`); the browser counts UTF-16 within it.

use std::ops::Range;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, Node, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::Callback;

/// The class of an article's text, which has its place in `data-article`.
pub const TEXT: &str = "sheet-text";

/// Selected words: the article's place, and bytes of its text.
pub type Selected = (usize, Range<usize>);

/// Tells of every change of what is selected in an article, as long as the page lives.
pub fn listen(told: Callback<Option<Selected>>) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let call = Closure::<dyn FnMut()>::new(move || {
        if let Some(change) = current() {
            told.emit(change);
        }
    });
    // A document takes listeners as long as it is there.
    let _ = document.add_event_listener_with_callback("selectionchange", call.as_ref().unchecked_ref());
    call.forget();
}

/// What is selected within an article; `Some(None)` where the caret stands there alone, `None`
/// where the selection is none of an article's.
fn current() -> Option<Option<Selected>> {
    let selection = web_sys::window()?.get_selection().ok()??;
    if selection.range_count() == 0 {
        return None;
    }
    let range = selection.get_range_at(0).ok()?;
    let sheet = element(&range.common_ancestor_container().ok()?)?.closest(&format!(".{TEXT}")).ok()??;
    let sheet: HtmlElement = sheet.dyn_into().ok()?;
    let place = sheet.dataset().get("article")?.parse().ok()?;
    if range.collapsed() {
        return Some(None);
    }
    let start = byte(&sheet, &range.start_container().ok()?, range.start_offset().ok()?, &range)?;
    let end = byte(&sheet, &range.end_container().ok()?, range.end_offset().ok()?, &range)?;
    Some((start < end).then_some((place, start..end)))
}

fn element(node: &Node) -> Option<Element> {
    node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())
}

/// The byte at a place in the page. Between two pieces it is the end of the one before.
fn byte(sheet: &HtmlElement, node: &Node, offset: u32, range: &web_sys::Range) -> Option<usize> {
    let start = |element: &Element| -> Option<usize> { element.get_attribute("data-start")?.parse().ok() };
    if node.node_type() == Node::TEXT_NODE
        && let Some(from) = element(node).as_ref().and_then(start)
    {
        let text = node.text_content()?;
        let mut units = 0;
        let inside = text.char_indices().find(|(_, letter)| {
            let here = units >= offset as usize;
            units += letter.len_utf16();
            here
        });
        return Some(from + inside.map_or(text.len(), |(at, _)| at));
    }
    let is_start =
        range.start_container().ok().as_ref() == Some(node) && range.start_offset().ok() == Some(offset);
    let pieces = sheet.query_selector_all("[data-start]").ok()?;
    let pieces = (0..pieces.length()).filter_map(|at| pieces.get(at));
    let touched = pieces.filter(|piece| range.intersects_node(piece).unwrap_or_default());
    let touched: Vec<Element> = touched.filter_map(|piece| piece.dyn_into().ok()).collect();
    if is_start {
        touched.first().and_then(start)
    } else {
        let last = touched.last()?;
        Some(start(last)? + last.text_content().unwrap_or_default().len())
    }
}

/// Selects words of an article in the page.
pub fn select(place: usize, words: &Range<usize>) -> Option<()> {
    let window = web_sys::window()?;
    let sheet = window.document()?.query_selector(&format!(".{TEXT}[data-article=\"{place}\"]")).ok()??;
    let pieces = sheet.query_selector_all("[data-start]").ok()?;
    let (mut from, mut to) = (None, None);
    for piece in (0..pieces.length()).filter_map(|at| pieces.get(at)) {
        let element: Element = piece.dyn_into().ok()?;
        let start: usize = element.get_attribute("data-start")?.parse().ok()?;
        let node = element.first_child()?;
        let text = node.text_content()?;
        let units = |byte: usize| text.get(..byte).map(|before| before.encode_utf16().count() as u32);
        let range = start..start + text.len();
        if from.is_none() && words.start < range.end {
            from = units(words.start.saturating_sub(start)).map(|at| (node.clone(), at));
        }
        if words.end <= range.end {
            to = units(words.end.saturating_sub(start)).map(|at| (node, at));
            break;
        }
    }
    let ((from, first), (to, last)) = (from?, to?);
    let selection = window.get_selection().ok()??;
    selection.set_base_and_extent(&from, first, &to, last).ok()?;
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element(&to)?.scroll_into_view_with_scroll_into_view_options(&options);
    Some(())
}
