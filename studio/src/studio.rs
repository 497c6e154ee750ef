//! The one component: holds the desk and what of it is in hand, and carries out what is asked.

use std::collections::BTreeSet;
use std::ops::Range;
use std::rc::Rc;

use verbatim_studio::{Action, Desk, Document, Key, NewArticle, NotOpened, Proof, Remark, listed};
use yew::{AttrValue, Component, Context, Html, Properties, html};

use crate::effects::files;
use crate::effects::focus;
use crate::effects::frame::after_frame;
use crate::effects::later::Later;
use crate::effects::selection::{self, Selected};
use crate::effects::store::{self, Kept};
use crate::messages::{Arg, Say, Words};
use crate::msg::Msg;
use crate::told::Told;
use crate::{desk, keys, margin, masthead};

mod steps;

/// How long the desk is still before it is checked, kept and played, in milliseconds.
const STILL: i32 = 120;

/// How much of the desk is drawn: of an article just laid on it first what a screen holds, so that
/// it is there at once, and the rest after the next frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawn {
    /// Of the article in this place the top alone.
    Top(usize),
    /// All of it.
    Whole,
}

/// What the studio is given.
#[derive(Clone, PartialEq, Properties)]
pub struct Given {
    /// The address of an article to try it with.
    pub example: AttrValue,
    /// What the studio is for.
    pub stage: Stage,
}

/// What a studio is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// For whoever works at it.
    Desk,
    /// For nobody: an article is laid on it out of sight, so that the browser has compiled what
    /// the first article of a visit needs. It listens to nothing and keeps nothing.
    Rehearsal,
}

/// The studio's state.
pub struct Studio {
    /// The desk.
    pub desk: Desk,
    /// The words of the interface.
    pub words: Words,
    /// The mark in hand.
    pub hand: Option<Key>,
    /// The words that are selected in an article.
    pub selected: Option<Selected>,
    /// Words that are to say which of two events came first, until it is said which.
    pub ordering: Option<(Selected, Key, Key)>,
    /// What is written into the form for a new article.
    pub laying: NewArticle,
    /// What the check said when it was last asked.
    pub proof: Option<Rc<Proof>>,
    /// What there is to tell.
    pub told: Option<Told>,
    /// Whether the desk outlasts a reload.
    pub kept: Kept,
    /// What the questions of the preview are drawn by.
    pub seed: u32,
    /// What is typed into a field for a list, by its id: a comma at the end names nothing yet.
    pub typed: Option<(String, String)>,
    /// The name of somebody who is not in the cast yet.
    pub newcomer: String,
    /// The ids of what is unfolded: of people in the cast, of questions.
    pub unfolded: BTreeSet<String>,
    /// What of a file that was not opened the check said.
    pub not_opened: Option<NotOpened>,
    /// How much of the desk is drawn.
    pub drawn: Drawn,
    later: Later,
    focus: Option<String>,
    preview: margin::preview::Shown,
}

impl Component for Studio {
    type Message = Msg;
    type Properties = Given;

    fn create(context: &Context<Self>) -> Self {
        let link = context.link();
        let mut later = Later::new(link.callback(|()| Msg::Still));
        let mut told = None;
        let desk = match context.props().stage {
            Stage::Desk => {
                selection::listen(link.callback(Msg::Select));
                keys::listen(link);
                later.put_off(0);
                restored(&mut told)
            }
            Stage::Rehearsal => Desk::default(),
        };
        Self {
            desk,
            words: Words::english(),
            hand: None,
            selected: None,
            ordering: None,
            laying: NewArticle::default(),
            proof: None,
            told,
            kept: Kept::Safe,
            seed: 1,
            typed: None,
            newcomer: String::new(),
            unfolded: BTreeSet::new(),
            not_opened: None,
            drawn: Drawn::Whole,
            later,
            focus: None,
            preview: margin::preview::Shown::default(),
        }
    }

    fn update(&mut self, context: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Do(action) => self.act(&action),
            Msg::List(id, typed, action) => {
                self.typed = Some((id, typed));
                self.act(&action);
            }
            Msg::NextOpen => self.take_next(),
            Msg::Newcomer(name) => self.newcomer = name,
            Msg::Introduce(key) => {
                let name = std::mem::take(&mut self.newcomer);
                self.act(&Action::Introduce(key, name));
                if let Some(key) = key {
                    self.take(key);
                }
            }
            Msg::Unfold(id, is_open) => {
                return if is_open { self.unfolded.insert(id) } else { self.unfolded.remove(&id) };
            }
            Msg::Undo => {
                if self.desk.undo() {
                    self.changed();
                }
            }
            Msg::Redo => {
                if self.desk.redo() {
                    self.changed();
                }
            }
            Msg::Take(key) => {
                let is_same = self.hand == key;
                self.hand = key;
                return !is_same;
            }
            Msg::Focus(id) => self.focus = Some(id),
            Msg::Select(selected) => {
                let is_same = self.selected == selected;
                self.selected = selected;
                return !is_same;
            }
            Msg::OnMark(key, event) => keys::on_mark(self, key, &event),
            Msg::OnText(place, event) => keys::on_text(self, place, &event),
            Msg::Write(article) => self.laying = article,
            Msg::Lay => self.lay(context.props().stage),
            Msg::Files(list) => files::read(list, context.link().callback(Msg::File)),
            Msg::File(Ok((name, text))) => self.open(&name, text),
            Msg::File(Err(name)) => self.told = Some(Told::NotRead(name)),
            Msg::Example => steps::fetch(context),
            Msg::Order(ordering) => self.order(ordering),
            Msg::Use(of) => desk::tools::apply(self, of),
            Msg::Unrolled => self.drawn = Drawn::Whole,
            // First comes what is seen.
            Msg::Still if self.drawn != Drawn::Whole => {
                self.later.put_off(STILL);
                return false;
            }
            Msg::Still => self.still(context.props().stage),
            Msg::Save(saving) => self.save(saving),
            Msg::Clear => {
                self.desk.replace(Document::default());
                store::forget();
                self.hand = None;
                self.changed();
                self.told = Some(Told::Say(Say::Cleared));
                self.focus = Some("article-text".to_owned());
            }
            Msg::Reseed => self.seed = self.seed.wrapping_add(1),
            Msg::Tell(told) => self.told = Some(told),
            Msg::Overtaken => self.kept = Kept::Overtaken,
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let link = context.link();
        let is_empty = self.desk.document().is_empty();
        let body = if is_empty {
            desk::lay::first(self, link)
        } else {
            html! {
                <div class="spread">
                    <div class="sheets">{desk::view(self, link)}</div>
                    <div class="margin">{margin::view(self, link)}</div>
                </div>
            }
        };
        html! {
            <>
                {masthead::view(self, link)}
                <main id="desk" ondragover={desk::lay::over()} ondrop={desk::lay::dropped(link)}>
                    {body}
                    {desk::tools::view(self, link)}
                </main>
            </>
        }
    }

    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        if context.props().stage == Stage::Rehearsal {
            return;
        }
        if self.drawn != Drawn::Whole {
            let link = context.link().clone();
            after_frame(move || link.send_message(Msg::Unrolled));
        }
        self.preview.show(self.proof.as_deref());
        if let Some(id) = self.focus.take() {
            focus::put(&id);
        }
    }
}

/// The desk as it was left.
fn restored(told: &mut Option<Told>) -> Desk {
    let Some(text) = store::load() else { return Desk::default() };
    match Document::restore(&text) {
        Some(document) => Desk::with_steps(document, &text, &store::load_steps().unwrap_or_default()),
        None => {
            store::put_aside(&text);
            *told = Some(Told::Say(Say::Unreadable));
            Desk::default()
        }
    }
}

impl Studio {
    /// The document on the desk.
    pub fn document(&self) -> &Document {
        self.desk.document()
    }

    /// Does something at the desk, and tells where it can't be done.
    pub fn act(&mut self, action: &Action) {
        match self.desk.act(action) {
            Ok(()) => {
                self.told = None;
                self.changed();
                let makes = matches!(action, Action::Said(..) | Action::Happened(..) | Action::Ordered(..));
                if makes {
                    self.selected = None;
                    self.take(self.document().latest());
                }
            }
            Err(refusal) => self.told = Some(Told::Refused(refusal)),
        }
    }

    /// Takes a mark in hand, with the focus.
    pub fn take(&mut self, key: Key) {
        self.hand = Some(key);
        self.focus = Some(chip_id(key));
    }

    /// Puts the focus on an element.
    pub fn focus(&mut self, id: String) {
        self.focus = Some(id);
    }

    /// The keys of all marks that are shown, in the order of the text.
    pub fn order_of_marks(&self) -> Vec<Key> {
        let all = self.document().articles.iter().flat_map(|article| &article.marks);
        all.map(|mark| mark.key).collect()
    }

    fn take_next(&mut self) {
        let all: Vec<(Key, bool)> = self
            .document()
            .articles
            .iter()
            .flat_map(|article| &article.marks)
            .map(|mark| (mark.key, mark.waits()))
            .collect();
        let here = all.iter().position(|(key, _)| Some(*key) == self.hand).map_or(0, |at| at + 1);
        let next = all.iter().skip(here).find(|(_, is_open)| *is_open);
        match next.or(all.iter().find(|(_, is_open)| *is_open)) {
            Some((key, _)) => self.take(*key),
            None => self.told = Some(Told::Say(Say::AllDecided)),
        }
    }

    fn changed(&mut self) {
        if self.hand.is_some_and(|key| self.document().mark(key).is_none()) {
            self.hand = None;
        }
        self.later.put_off(STILL);
    }

    /// The words selected in an article, shortened.
    pub fn selected_words(&self) -> Option<&str> {
        let (place, words) = self.selected.as_ref()?;
        self.document().articles.get(*place)?.text.get(Range::clone(words))
    }

    /// What the check says of the mark in hand.
    pub fn remarks(&self) -> &[Remark] {
        self.proof.as_deref().map_or(&[], |proof| &proof.remarks)
    }

    /// A list as it is shown in a field: as it was typed there, if it was.
    pub fn list(&self, id: &str, list: &[String]) -> String {
        let typed = self.typed.as_ref().filter(|(of, typed)| of == id && listed(typed) == list);
        typed.map_or_else(|| list.join(", "), |(_, typed)| typed.clone())
    }

    /// A list as it is shown in a field, where it is given as it would be shown.
    pub fn typed_or(&self, id: &str, list: &str) -> String {
        self.list(id, &listed(list))
    }

    /// Words of the interface with a number in them.
    pub fn count(&self, say: Say, number: usize) -> String {
        self.words.fill(say, &[Arg::Number(number)])
    }
}

/// The id of the button that stands for a mark in its article.
pub fn chip_id(key: Key) -> String {
    format!("mark-{}", key.0)
}
