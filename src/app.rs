//! The one component: it holds the state, shows it, and does outside what the
//! state asks for. What is shown are plain functions in [`crate::components`].

use std::rc::Rc;

use js_sys::{Date, Function};
use wasm_bindgen::JsValue;
use web_sys::Element;
use yew::{Component, Context, Html, NodeRef, Properties};

use crate::components::{self, Cx};
use crate::effects::drag::{Pointer, Step};
use crate::effects::{self, rehearse};
use crate::events;
use crate::messages::Words;
use crate::state::{Carry, Effect, Moment, Msg, Opened, Request, State};

/// The widget.
pub struct App {
    state: State,
    pointer: Pointer,
    due: Vec<Effect>,
    node: NodeRef,
    tell: Function,
}

/// What the widget begins with.
#[derive(Properties)]
pub struct Props {
    /// The story.
    pub opened: Rc<Opened>,
    /// What is asked for.
    pub request: Request,
    /// The interface's words.
    pub words: Rc<Words>,
    /// Whom to tell what happens.
    pub tell: Function,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.opened, &other.opened)
    }
}

impl Component for App {
    type Message = Msg;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let props = ctx.props();
        let (state, due) =
            State::new(props.opened.clone(), props.request.clone(), props.words.clone(), moment());
        Self { state, pointer: Pointer::default(), due, node: NodeRef::default(), tell: props.tell.clone() }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        let msg = match msg {
            Msg::Rehearse => {
                rehearse::rehearse(ctx.link(), &self.state);
                None
            }
            Msg::Drag(step) => self.pointer.step(step, ctx.link()),
            Msg::Carry(Carry::Cancel) if self.pointer.is_dragging() => {
                self.pointer.step(Step::Cancel, ctx.link())
            }
            Msg::Person { by_key: false, .. } if self.pointer.swallows_click() => None,
            msg => Some(msg),
        };
        let Some(msg) = msg else { return false };
        let effects = self.state.update(msg, moment());
        self.due.extend(effects);
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        components::widget(&Cx { link: ctx.link(), state: &self.state }, &self.node)
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        for effect in std::mem::take(&mut self.due) {
            let Some(root) = self.node.cast::<Element>() else { return };
            match effect {
                Effect::Focus(selector) => effects::focus(&root, &selector),
                Effect::ScrollUp => effects::scroll_up(&root),
                Effect::Tell(told) => events::tell(&self.tell, &self.state, told),
            }
        }
    }
}

impl App {
    /// What came of the quiz so far.
    pub fn result(&self) -> JsValue {
        events::result(&self.state)
    }
}

fn moment() -> Moment {
    Moment { chance: effects::chance(), milliseconds: Date::now() }
}
