//! The page around its screens: the navigation, and the one state that they share. What a screen
//! shows and does is its own.

use std::rc::Rc;

use verbatim_class::assignment::{Assignment, Place};
use verbatim_classroom::browser::{keep, kept, when_idle, window};
use verbatim_classroom::opened::{Failure, Opened, fetch, read};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::spawn_local;
use web_sys::{File, HtmlElement};
use yew::{Component, Context, Html, NodeRef, Properties, html};

use crate::desk::{Desk, Speech, Story, fresh};
use crate::gathered::{Gathered, Side, Stage, rehearse};
use crate::messages::Say;
use crate::screen::Screen;
use crate::{present, print, set, shelf};

/// Where the last assignment is kept, so that a reload loses nothing.
const KEPT: &str = "verbatim-class";

/// What the page is given.
#[derive(Clone, Properties)]
pub struct Given {
    /// Its words.
    pub speech: Rc<Speech>,
    /// The addresses of the site's stories.
    pub stories: Rc<[String]>,
}

impl PartialEq for Given {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.speech, &other.speech)
    }
}

/// What happens on the page.
pub enum Msg {
    /// The address has another fragment.
    Go(Screen),
    /// A story is wanted from an address.
    Fetch(String),
    /// A story is in a file.
    Read(File),
    /// The story of the plan was in a file of this name.
    Again(String),
    /// It is there, or not; asked for as the how-manieth.
    Opened(u32, String, Result<Opened, Failure>),
    /// Another plan.
    Plan(Assignment),
}

/// The page's state.
pub struct App {
    screen: Screen,
    desk: Desk,
    asked: u32,
    title: NodeRef,
    moved: bool,
    rehearsed: bool,
    _listener: Option<Closure<dyn Fn()>>,
}

impl Component for App {
    type Message = Msg;
    type Properties = Given;

    fn create(context: &Context<Self>) -> Self {
        let Given { speech, stories } = context.props().clone();
        let last = kept(KEPT).and_then(|text| Assignment::read(&text).ok());
        let begin = match last.as_ref().map(|last| last.story.clone()) {
            Some(Place::Address(address)) => Some(Msg::Fetch(address)),
            Some(Place::File(name)) => Some(Msg::Again(name)),
            None => stories.first().cloned().map(Msg::Fetch),
        };
        let plan = last.unwrap_or_else(fresh);
        context.link().send_message_batch(begin.into_iter().collect());
        let link = context.link().clone();
        let listener = Closure::<dyn Fn()>::new(move || link.send_message(Msg::Go(current())));
        if let Some(window) = window() {
            // The page is there as long as its listener.
            let _ = window.add_event_listener_with_callback("hashchange", listener.as_ref().unchecked_ref());
        }
        let desk =
            Desk { speech, stories, story: Story::Loading, plan, tell: context.link().callback(|msg| msg) };
        let screen = current();
        Self {
            screen,
            desk,
            asked: 0,
            title: NodeRef::default(),
            moved: false,
            rehearsed: false,
            _listener: Some(listener),
        }
    }

    fn update(&mut self, context: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Go(screen) => {
                self.moved = screen != self.screen;
                self.screen = screen;
            }
            Msg::Plan(plan) => {
                self.desk.plan = plan;
                self.keep();
            }
            Msg::Fetch(address) => self.open(context, address.clone(), async move { fetch(&address).await }),
            Msg::Again(name) => {
                let digest = self.desk.plan.digest.clone();
                self.open(context, name, async move { shelf::get(&digest).await.ok_or(Failure::Gone) });
            }
            Msg::Read(file) => self.open(context, file.name(), async move { read(&file).await }),
            // What was asked for before something else was is not wanted any more.
            Msg::Opened(asked, ..) if asked != self.asked => return false,
            Msg::Opened(_, from, outcome) => {
                self.desk.story = match outcome {
                    Ok(opened) => {
                        shelf::keep(&opened);
                        Story::Open(Rc::new(opened))
                    }
                    Err(failure) => Story::Failed(from, failure),
                };
                self.keep();
                if !self.rehearsed && self.desk.opened().is_some() {
                    self.rehearsed = true;
                    let desk = self.desk.clone();
                    when_idle(move || rehearse(desk));
                }
            }
        }
        true
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let words = self.desk.words();
        let entry = |screen: Screen| {
            let current = (screen == self.screen).then_some("page");
            html! {
                <a href={format!("#{}", screen.fragment())} aria-current={current}>{words.text(screen.title())}</a>
            }
        };
        let content = match self.screen {
            Screen::Set => html! { <set::Set desk={self.desk.clone()} /> },
            Screen::Collect => {
                html! { <Gathered desk={self.desk.clone()} side={Side::Collect} stage={Stage::Page} /> }
            }
            Screen::See => {
                html! { <Gathered desk={self.desk.clone()} side={Side::See} stage={Stage::Page} /> }
            }
            Screen::Present => html! { <present::Present desk={self.desk.clone()} /> },
            Screen::Print => html! { <print::Print desk={self.desk.clone()} /> },
        };
        html! {
            <>
                <header class="masthead">
                    <p class="name"><a href="./">{"Verbatim"}</a></p>
                    <nav aria-label={words.text(Say::Screens).to_owned()}>{for Screen::ALL.into_iter().map(entry)}</nav>
                </header>
                <main class={self.screen.fragment()}>
                    <h1 tabindex="-1" ref={&self.title}>{words.text(self.screen.title())}</h1>
                    {content}
                </main>
            </>
        }
    }

    fn rendered(&mut self, _: &Context<Self>, first: bool) {
        let words = self.desk.words();
        if let Some(document) = window().and_then(|window| window.document()) {
            let root = document.document_element();
            let root = root.and_then(|root| root.dyn_into::<HtmlElement>().ok());
            if let Some(root) = root.filter(|_| first) {
                root.set_lang(words.text(Say::Language));
                root.set_dir(words.direction());
            }
            document.set_title(
                &words.fill(Say::PageTitle, &[crate::messages::Arg::Name(words.text(self.screen.title()))]),
            );
        }
        // Whoever goes to another screen begins at its head, and hears which it is.
        if std::mem::take(&mut self.moved) {
            verbatim_classroom::browser::focus(&self.title);
        }
    }
}

impl App {
    fn open(
        &mut self,
        context: &Context<Self>,
        from: String,
        opening: impl Future<Output = Result<Opened, Failure>> + 'static,
    ) {
        self.asked += 1;
        self.desk.story = Story::Loading;
        let (asked, link) = (self.asked, context.link().clone());
        spawn_local(async move { link.send_message(Msg::Opened(asked, from, opening.await)) });
    }

    fn keep(&self) {
        if let Some(assignment) = self.desk.assignment() {
            // Where nothing can be kept the plan is made anew after a reload, and that is all.
            keep(KEPT, &assignment.fragment());
        }
    }
}

/// The screen that the address asks for.
fn current() -> Screen {
    let fragment = window().and_then(|window| window.location().hash().ok());
    Screen::of(&fragment.unwrap_or_default())
}
