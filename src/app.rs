//! The one component: it holds the state, shows it, and does outside what the
//! state asks for. What is shown are plain functions in [`crate::components`].

use web_sys::Element;
use yew::html::Scope;
use yew::{Component, Context, Html, NodeRef};

use crate::components::{self, Cx};
use crate::effects::drag::{Pointer, Step};
use crate::effects::{self, load_story, location, rehearse};
use crate::events;
use crate::state::{Carry, Effect, Msg, Request, Screen, State};

/// The widget.
pub struct App {
    state: State,
    pointer: Pointer,
    due: Vec<Effect>,
    node: NodeRef,
    rehearsed: bool,
}

impl Component for App {
    type Message = Msg;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let request = web_sys::window().map_or_else(Request::default, |window| location::request(&window));
        let app = Self {
            state: State::new(request),
            pointer: Pointer::default(),
            due: Vec::new(),
            node: NodeRef::default(),
            rehearsed: false,
        };
        app.load(ctx.link());
        app
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
        let effects = self.state.update(msg, effects::chance());
        self.due.extend(effects);
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        components::widget(&Cx { link: ctx.link(), state: &self.state }, &self.node)
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        if !self.rehearsed && matches!(self.state.screen, Screen::Quiz(_)) {
            self.rehearsed = true;
            rehearse::when_idle(ctx.link().clone());
        }
        for effect in std::mem::take(&mut self.due) {
            let Some(root) = self.node.cast::<Element>() else { return };
            match effect {
                Effect::Focus(selector) => effects::focus(&root, &selector),
                Effect::ScrollUp => effects::scroll_up(&root),
                Effect::Load => self.load(ctx.link()),
                Effect::TellReady => events::ready(&root, &self.state),
                Effect::TellAnswer(at) => events::answer(&root, &self.state, at),
                Effect::TellComplete => events::complete(&root, &self.state),
                Effect::TellError => events::error(&root, &self.state),
            }
        }
    }
}

impl App {
    fn load(&self, link: &Scope<Self>) {
        load_story::load_story(self.state.request.story.clone(), link.clone());
    }
}
