//! What a class handed in: collected on one screen and seen on another. This holds what both work
//! on and keeps it on the device; what is seen is in the modules below. What codes are worth is
//! `verbatim-class`'s to say.

use std::collections::HashSet;

use verbatim_class::collect::{Change, Class, Collection, Counting, Drawn, Known};
use verbatim_class::export::json;
use verbatim_class::export::table::Separator;
use verbatim_classroom::browser::{decompose, focus, full_screen};
use verbatim_classroom::out;
use yew::{Component, Context, Html, NodeRef, Properties, html};

use crate::desk::Desk;
use crate::messages::Arg;
use crate::messages::collected::Say;
use camera::Camera;
use files::{Content, headings};
use told::told;

pub use msg::{Msg, Out, Sure};
pub use rehearsal::rehearse;

mod again;
mod camera;
mod charts;
mod collect;
mod damage;
mod decode;
mod drops;
mod files;
mod keeping;
mod msg;
mod question;
mod rehearsal;
mod see;
mod told;

/// Which of the screens is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// What comes in.
    Collect,
    /// What comes of it.
    See,
}

/// What the screens are given.
#[derive(Clone, PartialEq, Properties)]
pub struct Given {
    /// What they work on.
    pub desk: Desk,
    /// Which of them it is.
    pub side: Side,
    /// Whether anybody sees it.
    pub stage: Stage,
}

/// Whether a screen is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// It is.
    Page,
    /// Nobody sees it, and what comes in is made up: nothing of it is kept.
    Rehearsal,
}

/// What both screens work on.
pub struct Gathered {
    collection: Collection,
    class: Class,
    counting: Counting,
    drawn: Drawn,
    looked: usize,
    /// The questions whose most chosen answer was looked into.
    unfolded: HashSet<String>,
    typed: String,
    told: Vec<String>,
    kept: bool,
    /// How many changes are on their way to what is kept.
    pending: usize,
    shelf: Vec<Known>,
    separator: Separator,
    asked: bool,
    _listener: Option<keeping::Listener>,
    /// Only where codes come in.
    drops: Option<drops::Drops>,
    camera: Option<Camera>,
    wall: Option<usize>,
    stage: NodeRef,
    sure: NodeRef,
    moved: bool,
}

impl Component for Gathered {
    type Message = Msg;
    type Properties = Given;

    fn create(context: &Context<Self>) -> Self {
        let Given { desk, stage, .. } = context.props();
        let mut listener = None;
        match stage {
            Stage::Page => {
                keeping::load(context.link());
                keeping::shelf(context.link());
                listener = keeping::listen(context.link());
            }
            Stage::Rehearsal => {
                let code = rehearsal::handed_in(desk);
                context.link().send_message_batch(code.map(Msg::Take).into_iter().collect());
            }
        }
        let mut own = Self {
            collection: Collection::default(),
            class: Class::default(),
            counting: Counting::First,
            drawn: Drawn::default(),
            looked: 0,
            unfolded: HashSet::new(),
            typed: String::new(),
            told: Vec::new(),
            kept: true,
            pending: 0,
            shelf: Vec::new(),
            separator: files::separator(),
            asked: false,
            _listener: listener,
            drops: None,
            camera: None,
            wall: None,
            stage: NodeRef::default(),
            sure: NodeRef::default(),
            moved: false,
        };
        own.settle(desk);
        own.look_out(context);
        own
    }

    fn changed(&mut self, context: &Context<Self>, old: &Given) -> bool {
        let given = context.props();
        if given.desk != old.desk {
            self.settle(&given.desk);
        }
        if given.side != old.side {
            (self.camera, self.wall) = (None, None);
            self.look_out(context);
        }
        true
    }

    fn update(&mut self, context: &Context<Self>, msg: Msg) -> bool {
        let desk = context.props().desk.clone();
        match msg {
            Msg::Typed(text) => self.typed = text,
            Msg::TakeTyped => {
                let text = std::mem::take(&mut self.typed);
                self.take(&text, context);
            }
            Msg::Take(text) => {
                self.typed.clear();
                self.take(&text, context);
            }
            Msg::Files(files) => {
                self.told.clear();
                files::read_all(files, context.link());
                return false;
            }
            Msg::Was(name, content) => {
                let words = desk.collected();
                let name = [Arg::Name(&name)];
                match content {
                    Content::Text(text) => {
                        self.told.push(words.fill(Say::FromFile, &name));
                        let more = self.bring(&text, context);
                        self.told.extend(more);
                    }
                    Content::Collection(other) => {
                        let before = self.collection.codes.len();
                        self.change(Change::Join(other), context);
                        let more = self.collection.codes.len() - before;
                        self.told.push(words.fill(Say::Imported, &[name[0], Arg::Number(more)]));
                    }
                    Content::NoSymbol => self.told.push(words.fill(Say::NoSymbol, &name)),
                    Content::Newer => self.told.push(words.fill(Say::ImportNewer, &name)),
                    Content::Foreign => self.told.push(words.fill(Say::ForeignFile, &name)),
                }
            }
            Msg::Roster(text) => self.change(Change::Roster(text), context),
            Msg::Kept(collection) => {
                // While a change is on its way there is more here than there.
                if self.pending > 0 || collection == self.collection {
                    return false;
                }
                self.collection = collection;
                self.settle(&desk);
            }
            Msg::Done(kept) => {
                self.pending -= 1;
                self.kept = kept;
            }
            Msg::Changed => {
                keeping::load(context.link());
                keeping::shelf(context.link());
                return false;
            }
            Msg::Shelf(shelf) => {
                let same = |(one, other): (&Known, &Known)| one.edition == other.edition;
                if shelf.len() == self.shelf.len() && shelf.iter().zip(&self.shelf).all(same) {
                    return false;
                }
                self.shelf = shelf;
                self.settle(&desk);
            }
            Msg::Part(separator) => self.separator = separator,
            Msg::Count(counting) => {
                self.counting = counting;
                self.settle(&desk);
            }
            Msg::Look(at) => self.looked = at,
            // Once written it stays: the browser folds it.
            Msg::Unfold(question) => return self.unfolded.insert(question),
            Msg::Dismiss(text) => self.change(Change::Dismiss(text), context),
            Msg::Give(file) => self.give(file, &desk),
            Msg::Erase(Sure::Ask) => (self.asked, self.moved) = (true, true),
            Msg::Erase(Sure::No) => self.asked = false,
            Msg::Erase(Sure::Yes) => {
                self.asked = false;
                self.told = vec![desk.collected().text(Say::Erased).to_owned()];
                self.change(Change::Erase, context);
            }
            Msg::Camera(told) => self.film(told, context),
            Msg::Wall(at) => {
                if self.wall.is_some() != at.is_some() {
                    full_screen(at.is_some());
                }
                (self.wall, self.moved) = (at, true);
            }
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        match context.props().side {
            Side::Collect => collect::view(self, &context.props().desk, context.link()),
            Side::See => see::view(self, &context.props().desk, context.link()),
        }
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        if let Some(camera) = &self.camera {
            camera.show();
        }
        if std::mem::take(&mut self.moved) {
            focus(if self.wall.is_some() { &self.stage } else { &self.sure });
        }
    }
}

impl Gathered {
    /// Takes what is dropped, on the screen where codes come in.
    fn look_out(&mut self, context: &Context<Self>) {
        let wanted = context.props().side == Side::Collect;
        self.drops = wanted.then(|| drops::Drops::take(context.link()));
    }

    /// Takes up what a text has, and says what that was.
    fn take(&mut self, text: &str, context: &Context<Self>) {
        self.told = self.bring(text, context);
    }

    /// The same, and gives back what there is to say.
    fn bring(&mut self, text: &str, context: &Context<Self>) -> Vec<String> {
        let (more, brought) = self.collection.look(text);
        if more != Collection::default() {
            self.change(Change::Join(more), context);
        }
        told(&brought, context.props().desk.collected())
    }

    /// Makes a change here, and then to what is kept.
    fn change(&mut self, change: Change, context: &Context<Self>) {
        change.clone().make(&mut self.collection);
        if context.props().stage == Stage::Page {
            self.pending += 1;
            keeping::change(change, context.link());
        }
        self.settle(&context.props().desk);
    }

    fn settle(&mut self, desk: &Desk) {
        let open = desk.opened().map(|opened| keeping::known(opened));
        let shelf =
            self.shelf.iter().filter(|one| open.as_ref().is_none_or(|open| open.edition != one.edition));
        let known: Vec<Known> = open.iter().chain(shelf).cloned().collect();
        self.class = Class::of(&self.collection, &known, self.counting, &mut self.drawn, decompose);
        self.looked = self.looked.min(self.class.sets.len().saturating_sub(1));
    }

    fn give(&mut self, file: Out, desk: &Desk) {
        let set = self.class.sets.get(self.looked);
        let (headings, separator) = (headings(desk.collected()), self.separator);
        let csv = "text/csv;charset=utf-8";
        use verbatim_class::export::table::{by_answer, by_pupil};
        let given = match (file, set) {
            (Out::All, _) => {
                out::save(json::write(&self.collection).as_bytes(), "verbatim-class.json", "application/json")
            }
            (Out::Pupils, Some(set)) => {
                out::save(&by_pupil(&self.class, set, &headings, separator), "verbatim-class.csv", csv)
            }
            (Out::Answers, Some(set)) => out::save(
                &by_answer(&self.class, set, &headings, separator),
                "verbatim-class-answers.csv",
                csv,
            ),
            (_, None) => Ok(()),
        };
        if given.is_err() {
            self.told = vec![desk.collected().text(Say::NotSaved).to_owned()];
        }
    }

    fn film(&mut self, told: camera::Told, context: &Context<Self>) {
        let desk = &context.props().desk;
        match told {
            camera::Told::Wanted => camera::begin(context.link()),
            camera::Told::There(camera) => self.camera = Some(camera),
            camera::Told::Off => self.camera = None,
            camera::Told::Denied => {
                self.camera = None;
                self.told = vec![desk.collected().text(Say::NoCamera).to_owned()];
            }
            camera::Told::Read(text) => self.take(&text, context),
        }
    }
}

/// A part of a hundred.
fn percent(share: f64, desk: &Desk) -> String {
    desk.collected().fill(Say::Share, &[Arg::Number((share * 100.0).round() as usize)])
}

/// What parts the places of a figure in the reader's language.
fn point(desk: &Desk) -> char {
    let half = js_sys::Number::from(1.5).to_locale_string(desk.collected().locale());
    String::from(half).chars().nth(1).unwrap_or('.')
}

/// A figure with two places.
fn figure(value: f64, point: char) -> String {
    format!("{value:.2}").replace('.', point.encode_utf8(&mut [0; 4]))
}

/// The words where nothing was handed in yet.
fn nothing(desk: &Desk) -> Html {
    html! { <p class="none"><a href="#collect">{desk.collected().text(Say::NothingHandedIn)}</a></p> }
}
