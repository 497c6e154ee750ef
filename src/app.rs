//! The one component: it holds the state, shows it, and does outside what the
//! state asks for. What is shown are plain functions in [`crate::components`].

use std::cell::Cell;
use std::mem::take;
use std::rc::Rc;

use js_sys::{Date, Function};
use wasm_bindgen::JsValue;
use web_sys::Element;
use yew::{Component, Context, Html, NodeRef, Properties};

use crate::components::{self, Cx};
use crate::effects;
use crate::effects::drag::{Pointer, Step};
use crate::events;
use crate::later;
use crate::state::{Carry, Effect, Moment, Msg, Opening, State};

/// What is to be opened next. A widget that is only being made shows it at once: where yew made an
/// empty one first and was told of a story then, it would let the browser show the empty one.
#[derive(Clone, Default)]
pub struct Next(Rc<Cell<Option<Opening>>>);

impl Next {
    /// Has something opened.
    pub fn set(&self, opening: Opening) {
        self.0.set(Some(opening));
    }
}

impl PartialEq for Next {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Properties for Next {
    type Builder = ();

    fn builder() {}
}

/// The widget.
#[derive(Default)]
pub struct App {
    open: Option<Open>,
    pointer: Pointer,
    node: NodeRef,
    /// What was said before all of the code was there to answer it.
    waiting: Vec<Msg>,
}

/// What is there while a story is shown.
struct Open {
    state: State,
    tell: Function,
}

impl Component for App {
    type Message = Msg;
    type Properties = Next;

    fn create(ctx: &Context<Self>) -> Self {
        let mut app = Self::default();
        app.open(ctx.props());
        app
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        if !later::is_here() && msg.leads_on() {
            self.waiting.push(msg);
            return false;
        }
        let msg = match msg {
            Msg::Open => return self.open(ctx.props()),
            Msg::Close => {
                ctx.props().0.take();
                self.open = None;
                return true;
            }
            Msg::Proceed => {
                self.open(ctx.props());
                for msg in take(&mut self.waiting) {
                    ctx.link().send_message(msg);
                }
                return true;
            }
            Msg::Drag(step) => self.pointer.step(step, ctx.link()),
            Msg::Carry(Carry::Cancel) if self.pointer.is_dragging() => {
                self.pointer.step(Step::Cancel, ctx.link())
            }
            Msg::Person { by_key: false, .. } if self.pointer.swallows_click() => None,
            msg => Some(msg),
        };
        let Some(Open { state, .. }) = &mut self.open else { return false };
        let Some(msg) = msg else { return false };
        if let Msg::Rehearse = msg {
            later::rehearse(state, moment());
            return true;
        }
        state.update(msg, moment());
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        match &self.open {
            Some(Open { state, .. }) => components::widget(&Cx { link: ctx.link(), state }, &self.node),
            None => Html::default(),
        }
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        let (Some(Open { state, tell }), Some(root)) = (&mut self.open, self.node.cast::<Element>()) else {
            return;
        };
        let mut untold = Vec::new();
        for effect in take(&mut state.due) {
            match effect {
                Effect::Focus(selector) => effects::focus(&root, &selector),
                Effect::ScrollUp => effects::scroll_up(&root),
                Effect::Keep(saving) => events::keep(tell, saving),
                Effect::Tell(told) => {
                    if !events::tell(tell, state, told) {
                        untold.push(effect);
                    }
                }
            }
        }
        state.due = untold;
    }
}

impl App {
    /// Opens what is next, where there is anything. What was saved is only read by code that comes
    /// later, so it waits for that.
    fn open(&mut self, next: &Next) -> bool {
        let Some(opening) = next.0.take() else { return false };
        let is_saved = opening.saved.as_ref().is_some_and(|saved| !saved.is_empty());
        if is_saved && !later::is_here() {
            next.set(opening);
            return false;
        }
        let Opening { opened, request, words, saved, tell } = opening;
        let keeping = saved.map(|saved| later::keeping(&saved));
        let state = State::new(opened, request, words, keeping, moment());
        self.pointer = Pointer::default();
        self.waiting.clear();
        self.open = Some(Open { state, tell });
        true
    }

    /// What came of the quiz so far.
    pub fn result(&self) -> JsValue {
        self.open.as_ref().map(|open| events::result(&open.state)).unwrap_or_default()
    }
}

fn moment() -> Moment {
    Moment { chance: effects::chance(), milliseconds: Date::now() }
}
