//! Dragging with a pointer: events to another position, people to a quotation.
//! What is under way is shown by transforms alone, outside of what yew renders;
//! the session hears of it once it ends.

use verbatim_core::decimal::decimal;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, Event, HtmlElement, PointerEvent, Window};
use yew::html::Scope;

use crate::app::App;
use crate::state::Msg;

/// How far a pointer moves before it drags, in CSS pixels; a tap wavers by less.
const SLACK: i32 = 5;

/// How near to an edge of the window dragging scrolls, and how far a frame, in CSS pixels.
const EDGE: i32 = 64;
const SCROLL: i32 = 10;

/// A step of a drag.
#[derive(Clone)]
pub enum Step {
    /// A pointer goes down on the thing at a position.
    Grab(usize, PointerEvent),
    /// It moves.
    Move(PointerEvent),
    /// A frame passes in which the page may scroll.
    Frame,
    /// It goes up.
    Drop,
    /// The drag is off.
    Cancel,
}

/// What a pointer drags, if anything.
#[derive(Default)]
pub struct Pointer {
    drag: Option<Drag>,
    /// Whether the click to come is the end of a drag.
    swallows_click: bool,
}

struct Drag {
    at: usize,
    held: HtmlElement,
    board: Element,
    /// What it can be dragged among: events, or the places of a match.
    others: Vec<Other>,
    sorts: bool,
    start: (i32, i32),
    /// How large one of its own pixels is in the window, where the page zooms or scales it.
    scale: f64,
    pointer: (i32, i32),
    over: Option<usize>,
    moved: bool,
    frame: bool,
}

struct Other {
    element: HtmlElement,
    top: i32,
    left: i32,
    width: i32,
    height: i32,
}

/// Reads a pointer going down.
pub fn grab(at: usize, event: &Event) -> Option<Msg> {
    let event: &PointerEvent = event.dyn_ref()?;
    let is_main = event.button() == 0 && event.is_primary();
    is_main.then(|| Msg::Drag(Step::Grab(at, event.clone())))
}

/// Reads a pointer's way.
pub fn moving(_: usize, event: &Event) -> Option<Msg> {
    event.dyn_ref::<PointerEvent>().map(|event| Msg::Drag(Step::Move(event.clone())))
}

/// Reads a pointer going up.
pub fn dropped(_: usize, _: &Event) -> Option<Msg> {
    Some(Msg::Drag(Step::Drop))
}

/// Reads that the browser took the pointer for something else.
pub fn cancelled(_: usize, _: &Event) -> Option<Msg> {
    Some(Msg::Drag(Step::Cancel))
}

impl Pointer {
    /// Whether a click is only the end of a drag; true once a drag.
    pub fn swallows_click(&mut self) -> bool {
        std::mem::take(&mut self.swallows_click)
    }

    /// Whether something is being dragged.
    pub fn is_dragging(&self) -> bool {
        self.drag.is_some()
    }

    /// Follows the pointer, and says what came of it in the end.
    pub fn step(&mut self, step: Step, link: &Scope<App>) -> Option<Msg> {
        let window = web_sys::window()?;
        match step {
            Step::Grab(at, event) => {
                self.swallows_click = false;
                self.drag = Drag::new(at, &event, &window);
                None
            }
            Step::Move(event) => {
                let drag = self.drag.as_mut()?;
                drag.pointer = (event.client_x(), event.client_y());
                drag.follow(&window);
                drag.keep_scrolling(&window, link);
                None
            }
            Step::Frame => {
                let drag = self.drag.as_mut()?;
                drag.frame = false;
                window.scroll_by_with_x_and_y(0.0, f64::from(drag.pull(&window)));
                drag.follow(&window);
                drag.keep_scrolling(&window, link);
                None
            }
            Step::Drop => {
                let drag = self.drag.take()?;
                drag.clear();
                self.swallows_click = drag.moved;
                drag.outcome()
            }
            Step::Cancel => {
                let drag = self.drag.take()?;
                drag.clear();
                self.swallows_click = drag.moved;
                None
            }
        }
    }
}

impl Drag {
    fn new(at: usize, event: &PointerEvent, window: &Window) -> Option<Self> {
        let target: Element = event.target()?.dyn_into().ok()?;
        let button = target.closest(".handle, .person").ok()??;
        let sorts = button.class_list().contains("handle");
        let (board, held, others) = match sorts {
            true => (".arrange", button.closest(".event").ok()??, ".event"),
            false => (".match", button.clone(), ".match-slot"),
        };
        let board = button.closest(board).ok()??;
        let found = board.query_selector_all(others).ok()?;
        let scroll = scrolled(window);
        let others = (0..found.length()).filter_map(|at| {
            let element: HtmlElement = found.item(at)?.dyn_into().ok()?;
            let rect = element.get_bounding_client_rect();
            let (top, left) = (rect.top() as i32 + scroll, rect.left() as i32);
            Some(Other { element, top, left, width: rect.width() as i32, height: rect.height() as i32 })
        });
        let others = others.collect();
        // Without the capture a fast pointer would leave the button behind; then the drag just ends sooner.
        let _ = button.set_pointer_capture(event.pointer_id());
        let pointer = (event.client_x(), event.client_y());
        let start = (pointer.0, pointer.1 + scroll);
        let held: HtmlElement = held.dyn_into().ok()?;
        let scale = held.get_bounding_client_rect().width() / f64::from(held.offset_width());
        let (over, moved, frame) = (None, false, false);
        Some(Self { at, held, board, others, sorts, start, scale, pointer, over, moved, frame })
    }

    /// Puts everything where it belongs while the pointer is where it is.
    fn follow(&mut self, window: &Window) {
        let (x, y) = (self.pointer.0, self.pointer.1 + scrolled(window));
        let (by_x, by_y) = (x - self.start.0, y - self.start.1);
        if !self.moved {
            if by_x.abs().max(by_y.abs()) < SLACK {
                return;
            }
            self.moved = true;
            mark(&self.board, "data-dragging", true);
            mark(&self.held, "data-dragged", true);
        }
        if self.sorts {
            self.make_room(by_y);
        } else {
            self.shift(&self.held, by_x, by_y);
            let over = self.others.iter().position(|other| {
                (other.top..other.top + other.height).contains(&y)
                    && (other.left..other.left + other.width).contains(&x)
            });
            for (at, other) in self.others.iter().enumerate() {
                mark(&other.element, "data-over", over == Some(at));
            }
            self.over = over;
        }
    }

    fn make_room(&mut self, by: i32) {
        let Some(own) = self.others.get(self.at) else { return };
        let gap = match self.others.get(..2) {
            Some([one, next]) => next.top - one.top - one.height,
            _ => 0,
        };
        let (room, from) = (own.height + gap, self.at);
        let (top, end) = (own.top + by, own.top + own.height + by);
        // Others make room once the dragged one covers half of them.
        let mut to = from;
        for (at, other) in self.others.iter().enumerate() {
            let middle = other.top + other.height / 2;
            to += usize::from(at > from && middle < end);
            to -= usize::from(at < from && middle > top);
        }
        for (at, other) in self.others.iter().enumerate() {
            let by = match at {
                _ if at == from => by,
                _ if from < at && at <= to => -room,
                _ if to <= at && at < from => room,
                _ => 0,
            };
            self.shift(&other.element, 0, by);
        }
        self.over = Some(to);
    }

    /// How far the page is to scroll in a frame.
    fn pull(&self, window: &Window) -> i32 {
        let height = window.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default() as i32;
        // What is dragged makes the page longer, so it is the board that says where to stop.
        let board = self.board.get_bounding_client_rect();
        let (top, end) = (board.top() as i32, (board.top() + board.height()) as i32);
        match self.pointer.1 {
            _ if !self.moved => 0,
            y if y < EDGE && top < EDGE => -SCROLL,
            y if y > height - EDGE && end > height - EDGE => SCROLL,
            _ => 0,
        }
    }

    fn keep_scrolling(&mut self, window: &Window, link: &Scope<App>) {
        if self.frame || self.pull(window) == 0 {
            return;
        }
        let link = link.clone();
        let next = Closure::once_into_js(move || link.send_message(Msg::Drag(Step::Frame)));
        self.frame = window.request_animation_frame(next.unchecked_ref()).is_ok();
    }

    fn outcome(&self) -> Option<Msg> {
        match self.over {
            _ if !self.moved => None,
            Some(to) if self.sorts => Some(Msg::Move { from: self.at, to, by: ".handle" }),
            Some(slot) => Some(Msg::Give { slot, person: self.at }),
            // Dragged out of its place, a person is free again.
            None => {
                let place = self.held.closest(".match-slot").ok().flatten()?;
                let is_place = |other: &Other| AsRef::<Element>::as_ref(&other.element) == &place;
                self.others.iter().position(is_place).map(Msg::TakeBack)
            }
        }
    }

    fn clear(&self) {
        mark(&self.board, "data-dragging", false);
        mark(&self.held, "data-dragged", false);
        self.shift(&self.held, 0, 0);
        for other in &self.others {
            mark(&other.element, "data-over", false);
            self.shift(&other.element, 0, 0);
        }
    }

    /// Moves an element by pixels of the window.
    fn shift(&self, element: &HtmlElement, by_x: i32, by_y: i32) {
        let own = |by: i32| signed((f64::from(by) / self.scale) as i32);
        let transform = match (by_x, by_y) {
            (0, 0) => String::new(),
            _ => ["translate(", &own(by_x), "px,", &own(by_y), "px)"].concat(),
        };
        let _ = element.style().set_property("transform", &transform);
    }
}

fn scrolled(window: &Window) -> i32 {
    window.scroll_y().unwrap_or_default() as i32
}

/// Sets a marker for the style sheet; a browser that refuses shows less.
fn mark(element: &Element, name: &str, on: bool) {
    let _ = if on { element.set_attribute(name, "") } else { element.remove_attribute(name) };
}

fn signed(number: i32) -> String {
    [if number < 0 { "-" } else { "" }, &decimal(number.unsigned_abs() as usize)].concat()
}
