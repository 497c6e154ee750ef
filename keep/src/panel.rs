//! The panel: what is due, when each fact comes back and why, the settings, and the learner's
//! own hand on the data. What is looked up and done stands in `data`, each part in its module.

use std::rc::Rc;

use js_sys::Function;
use verbatim_keep::{Keeper, Levels, Settings};
use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::{Component, Context, Html, Properties, html};

use crate::indexed::Indexed;
use crate::messages::{Say, Words};
use data::{Data, Done};

pub mod calibration;
mod coming;
mod data;
mod due;
mod files;
mod forecast;
mod own;
mod settings;

/// What the panel is given.
#[derive(Clone, Properties)]
pub struct Given {
    /// What it shows.
    pub keeper: Rc<Keeper<Indexed>>,
    /// In which words.
    pub words: Rc<Words>,
    /// Tells which stories can be played without a connection, where that is known.
    pub offline: Option<Function>,
}

impl PartialEq for Given {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.keeper, &other.keeper)
            && Rc::ptr_eq(&self.words, &other.words)
            && self.offline == other.offline
    }
}

/// The panel's state.
#[derive(Default)]
pub struct Panel {
    data: Option<Data>,
    calibration: Option<Levels>,
    erasing: Erasing,
    told: Option<Done>,
}

/// How far the learner is with erasing everything.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Erasing {
    /// Not at it.
    #[default]
    No,
    /// Asked whether that is meant.
    Sure,
}

/// What happens to the panel.
pub enum Msg {
    /// Something was saved.
    Refresh,
    /// Everything was looked up.
    Loaded(Box<Data>),
    /// Confidence is looked at.
    Calibrate,
    /// It was looked up.
    Calibrated(Levels),
    /// Other settings are wanted.
    Set(Settings),
    /// The browser shall promise to keep the data.
    Persist,
    /// All shall be a file.
    Export,
    /// A file shall be added.
    Import(File),
    /// What could not be read shall be a file.
    Download,
    /// Erasing is asked for, or not any more.
    Erasing(Erasing),
    /// Everything shall be erased.
    Erase,
    /// Something was done.
    Done(Done),
}

impl Component for Panel {
    type Message = Msg;
    type Properties = Given;

    fn create(context: &Context<Self>) -> Self {
        context.link().send_message(Msg::Refresh);
        Self::default()
    }

    fn update(&mut self, context: &Context<Self>, msg: Msg) -> bool {
        let keeper = context.props().keeper.clone();
        match msg {
            Msg::Refresh => {
                let offline = context.props().offline.clone();
                then(context, async move { vec![Msg::Loaded(data::load(&keeper, offline).await)] });
            }
            Msg::Calibrate => {
                then(context, async move { vec![Msg::Calibrated(data::calibrate(&keeper).await)] })
            }
            Msg::Set(settings) => done(context, async move { data::set(&keeper, settings).await }),
            Msg::Persist => done(context, data::persist()),
            Msg::Export => done(context, async move { data::export(&keeper).await }),
            Msg::Import(file) => done(context, async move { data::import(&keeper, file).await }),
            Msg::Download => done(context, async move { data::download(&keeper).await }),
            Msg::Erase => {
                self.erasing = Erasing::No;
                done(context, async move { data::erase(&keeper).await });
            }
            Msg::Loaded(data) => self.data = Some(*data),
            Msg::Calibrated(calibration) => self.calibration = Some(calibration),
            Msg::Erasing(erasing) => (self.erasing, self.told) = (erasing, None),
            Msg::Done(done) => self.told = Some(done),
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let words = &*context.props().words;
        let Some(data) = &self.data else { return Html::default() };
        let link = context.link();
        let fault = data.fault.map(|fault| html! { <p class="fault">{words.text(fault)}</p> });
        html! {
            <section class="verbatim keep" lang={words.text(Say::Language).to_owned()} dir={words.direction()}
                aria-labelledby="keep-title">
                <h2 id="keep-title" class="headline">{words.text(Say::Title)}</h2>
                <div role="status">{fault}</div>
                {due::view(data, words)}
                {coming::view(data, words)}
                {forecast::view(data, words)}
                {calibration::view(self.calibration, words, link)}
                {settings::view(data, words, link)}
                {own::view(data, self.erasing, self.told, words, link)}
            </section>
        }
    }
}

/// Says what comes of some work once it is done.
fn then(context: &Context<Panel>, work: impl Future<Output = Vec<Msg>> + 'static) {
    let link = context.link().clone();
    spawn_local(async move { link.send_message_batch(work.await) });
}

/// Tells what came of some work, and looks everything up again.
fn done(context: &Context<Panel>, work: impl Future<Output = Done> + 'static) {
    then(context, async move { vec![Msg::Done(work.await), Msg::Refresh] });
}

/// A part that opens, with its headline.
fn part(words: &Words, name: &'static str, title: Say, content: Html) -> Html {
    html! { <details class={name}><summary><h3>{words.text(title)}</h3></summary>{content}</details> }
}
