//! The page around the quiz: who plays, how much time is left, and the code at the end. The quiz
//! itself is the widget, put into the page by `player`; what was done is kept by [`crate::record`].

use std::rc::Rc;

use verbatim_class::assignment::{Asks, Assignment, Forms, NotRead, Place};
use verbatim_class::submission::Who;
use verbatim_classroom::browser::{self, now};
use verbatim_classroom::opened::{Failure, Opened, fetch, of_bytes, read};
use verbatim_classroom::out;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::{Component, Context, Html, NodeRef, Properties};

use crate::messages::{Say, Words};
use crate::record::{Record, file_name};
use player::{Event, Played, Player};
use ticking::Ticking;

mod bar;
mod code;
mod entrance;
mod player;
mod ticking;
mod view;

/// What the page is given.
#[derive(Clone, Properties)]
pub struct Given {
    /// Its words.
    pub words: Rc<Words>,
}

impl PartialEq for Given {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.words, &other.words)
    }
}

/// What happens on the page.
pub enum Msg {
    /// The story is got, or got again.
    Get,
    /// The pupil gives a file.
    File(File),
    /// The story is there, or not.
    Opened(Result<Opened, Failure>),
    /// What is typed by whoever plays.
    Typed(String),
    /// It begins.
    Start,
    /// Somebody else plays on this device.
    Else,
    /// The quiz tells something.
    Quiz(Event),
    /// Minutes pass.
    Tick,
    /// Some minutes more.
    More(u32),
    /// No time runs any more.
    Untimed,
    /// The code is wanted, whatever is answered.
    HandIn,
    /// The code shall be on the clipboard.
    Copy,
    /// The code shall go to another app.
    Share,
    /// The code shall be a file.
    Save,
    /// What came of something.
    Told(Option<Say>),
}

/// How far the pupil is.
pub enum Stage {
    /// There is nothing to play.
    Unread(NotRead),
    /// The story is on its way.
    Getting,
    /// The story is not to be had.
    Failed(Failure),
    /// The story is a file that the pupil has; whether they gave another one.
    WantsFile(bool),
    /// The story lacks the quiz.
    NoSuchQuiz,
    /// Who plays?
    Entrance,
    /// The quiz is on.
    Playing,
}

/// The page's state.
pub struct App {
    assignment: Option<Assignment>,
    opened: Option<Rc<Opened>>,
    stage: Stage,
    record: Record,
    is_kept: bool,
    player: Option<Player>,
    ticking: Option<Ticking>,
    /// How sure the pupil said they are of the answer that comes next.
    sure: u8,
    code: Option<Result<String, verbatim_class::code::TooLong>>,
    told: Option<Say>,
    missing: Option<Say>,
    focus: NodeRef,
    moved: bool,
}

impl Component for App {
    type Message = Msg;
    type Properties = Given;

    fn create(context: &Context<Self>) -> Self {
        let fragment = browser::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
        let read = Assignment::read(&fragment);
        let stage = match &read {
            Ok(_) => Stage::Getting,
            Err(error) => Stage::Unread(*error),
        };
        let assignment = read.ok();
        if assignment.is_some() {
            context.link().send_message(Msg::Get);
        }
        let record = assignment.as_ref().map(Record::kept).unwrap_or_default();
        Self {
            assignment,
            opened: None,
            stage,
            record,
            is_kept: true,
            player: None,
            ticking: None,
            sure: 0,
            code: None,
            told: None,
            missing: None,
            focus: NodeRef::default(),
            moved: false,
        }
    }

    fn update(&mut self, context: &Context<Self>, msg: Msg) -> bool {
        let Some(assignment) = self.assignment.clone() else { return false };
        match msg {
            Msg::Get => self.get(context, &assignment),
            Msg::File(file) => {
                let link = context.link().clone();
                spawn_local(async move { link.send_message(Msg::Opened(read(&file).await)) });
            }
            Msg::Opened(outcome) => self.take_in(&assignment, outcome),
            Msg::Typed(typed) => (self.record.who, self.missing) = (typed, None),
            Msg::Start => self.start(&assignment),
            Msg::Else => {
                self.record = Record { chance: browser::chance(u32::MAX), ..Record::default() };
                (self.player, self.ticking, self.code, self.told, self.sure) = (None, None, None, None, 0);
                self.stage = Stage::Entrance;
                self.moved = true;
                self.keep(&assignment);
            }
            Msg::Quiz(event) => return self.take(&assignment, event),
            Msg::Tick => {}
            Msg::More(minutes) => {
                // From now on, where the time was up already.
                let late = self.record.minutes_left(&assignment, now()).map_or(0.0, |left| (-left).max(0.0));
                self.record.added += minutes + late.ceil() as u32;
                self.keep(&assignment);
            }
            Msg::Untimed => {
                self.record.untimed = true;
                self.keep(&assignment);
            }
            Msg::HandIn => self.hand_in(&assignment),
            Msg::Copy => {
                let (Some(Ok(code)), link) = (self.code.clone(), context.link().clone()) else {
                    return false;
                };
                spawn_local(async move {
                    let told = if out::copy(code).await { Say::Copied } else { Say::CopyByHand };
                    link.send_message(Msg::Told(Some(told)));
                });
            }
            Msg::Share => {
                if let Some(Ok(code)) = &self.code {
                    out::share(code);
                }
            }
            Msg::Save => {
                if let Some(Ok(code)) = &self.code {
                    let saved = out::save(code.as_bytes(), "verbatim-code.txt", "text/plain");
                    self.told = saved.is_err().then_some(Say::NotSaved);
                }
            }
            Msg::Told(told) => self.told = told,
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        view::view(self, &context.props().words, context.link())
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        if let (Stage::Playing, None, Some(assignment), Some(opened)) =
            (&self.stage, &self.player, &self.assignment, &self.opened)
        {
            let link = context.link().clone();
            let begins = self.record.told.is_empty();
            let tell = move |event| link.send_message(Msg::Quiz(event));
            let played = Played::of(&self.record, assignment, opened);
            self.player = Player::put(assignment, played, begins, tell);
            let link = context.link().clone();
            self.ticking =
                assignment.minutes.and_then(|_| Ticking::start(move || link.send_message(Msg::Tick)));
        }
        if std::mem::take(&mut self.moved) {
            browser::focus(&self.focus);
        }
    }
}

impl App {
    fn get(&mut self, context: &Context<Self>, assignment: &Assignment) {
        self.stage = Stage::Getting;
        let link = context.link().clone();
        match assignment.story.clone() {
            Place::Address(address) => {
                // What the widget does not get from the address itself is kept by this page.
                let kept = browser::kept(&file_name(assignment));
                spawn_local(async move {
                    let opened = match (fetch(&address).await, kept) {
                        (Err(Failure::Unreachable), Some(text)) => {
                            of_bytes(text.into_bytes(), Place::Address(address))
                        }
                        (opened, _) => opened,
                    };
                    link.send_message(Msg::Opened(opened));
                });
            }
            Place::File(name) => match browser::kept(&file_name(assignment)) {
                Some(text) => {
                    link.send_message(Msg::Opened(of_bytes(text.into_bytes(), Place::File(name))));
                }
                None => self.stage = Stage::WantsFile(false),
            },
        }
    }

    fn take_in(&mut self, assignment: &Assignment, outcome: Result<Opened, Failure>) {
        let is_file = matches!(assignment.story, Place::File(_));
        self.stage = match outcome {
            Err(_) if is_file => Stage::WantsFile(true),
            Err(failure) => Stage::Failed(failure),
            Ok(opened) if is_file && opened.digest != assignment.digest => Stage::WantsFile(true),
            Ok(opened) if opened.story.quiz(&assignment.quiz).is_none() => Stage::NoSuchQuiz,
            Ok(opened) => {
                let keeps = is_file || assignment.forms == Forms::Shuffled;
                if let Some(text) = keeps.then(|| String::from_utf8(opened.file.clone()).ok()).flatten() {
                    self.is_kept &= browser::keep(&file_name(assignment), &text);
                }
                self.opened = Some(Rc::new(opened));
                if self.record.complete {
                    self.hand_in(assignment);
                }
                if self.record.begun > 0.0 { Stage::Playing } else { Stage::Entrance }
            }
        };
        self.moved = true;
    }

    fn start(&mut self, assignment: &Assignment) {
        self.missing = match (assignment.asks, self.record.who(assignment.asks)) {
            (Asks::Name, Who::Nobody) => Some(Say::NameMissing),
            (Asks::Number, Who::Nobody) => Some(Say::NumberMissing),
            _ => None,
        };
        self.moved = true;
        if self.missing.is_none() {
            self.record.begun = now();
            self.stage = Stage::Playing;
            self.keep(assignment);
        }
    }

    /// Takes in what the quiz tells; whether anything is to be shown of it.
    fn take(&mut self, assignment: &Assignment, event: Event) -> bool {
        match event {
            // What is played after the end is for oneself.
            _ if self.record.complete => return false,
            Event::Hint { question } => self.record.entry(&question).hinted = true,
            Event::Answer { question, response, milliseconds } => {
                let sure = std::mem::take(&mut self.sure);
                let entry = self.record.entry(&question);
                entry.response = Some(response);
                entry.sure = sure;
                // After a reload the widget counts from there.
                entry.milliseconds = entry.milliseconds.max(milliseconds);
                // It would be older than what it holds.
                self.code = None;
            }
            Event::Sure(level) => self.sure = level,
            Event::Complete => {
                self.record.complete = true;
                self.hand_in(assignment);
            }
        }
        self.keep(assignment);
        true
    }

    fn hand_in(&mut self, assignment: &Assignment) {
        self.code = self.opened.as_ref().and_then(|opened| self.record.code(assignment, opened));
        self.told = None;
        self.moved = true;
    }

    fn keep(&mut self, assignment: &Assignment) {
        self.is_kept &= self.record.keep(assignment);
    }
}
