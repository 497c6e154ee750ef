//! What is asked of the studio beside the desk: articles laid and fetched, files opened and saved,
//! and what follows once the desk is still.

use std::rc::Rc;

use verbatim_studio::{Action, Key, NewArticle, open};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Response;
use yew::Context;

use super::{Drawn, Stage, Studio};
use crate::effects::files::save_file;
use crate::effects::focus;
use crate::effects::selection::Selected;
use crate::effects::store::{self, Kept};
use crate::messages::Say;
use crate::msg::{Msg, Saving};
use crate::told::Told;

/// How many bytes of steps are kept for a reload: some dozen of an article of 2,000 words, in a
/// store that holds a few million letters.
const STEPS: usize = 500_000;

impl Studio {
    pub(super) fn lay(&mut self, stage: Stage) {
        let article = std::mem::take(&mut self.laying);
        let before = self.document().articles.len();
        if let Err(refusal) = self.desk.act(&Action::Add(article.clone())) {
            (self.laying, self.told) = (article, Some(Told::Refused(refusal)));
            return;
        }
        if stage == Stage::Desk {
            // The form goes, and would take the focus with it.
            focus::give_up();
        }
        self.changed();
        self.tell_found(before);
    }

    /// Tells what was found in an article, and leads to its first mark.
    fn tell_found(&mut self, place: usize) {
        self.drawn = Drawn::Top(place);
        let Some(article) = self.document().articles.get(place) else { return };
        let said = article.marks.iter().filter(|mark| mark.said().is_some()).count();
        let sure = article.marks.iter().filter(|mark| mark.is_sure()).count();
        let first = article.marks.first().map(|mark| mark.key);
        self.told = Some(Told::Found { said, other: article.marks.len() - said, sure });
        match first {
            Some(key) => self.take(key),
            None => self.focus = Some(format!("sheet-{place}")),
        }
    }

    pub(super) fn open(&mut self, name: &str, text: String) {
        let is_story = name.ends_with(".json") || text.trim_start().starts_with('{');
        if !is_story {
            self.laying = NewArticle { text, ..NewArticle::default() };
            return self.lay(Stage::Desk);
        }
        match open(&text) {
            Ok(document) => {
                self.desk.replace(document);
                (self.hand, self.not_opened) = (None, None);
                self.changed();
                self.told = Some(Told::Opened(name.to_owned()));
                self.focus = Some("story-title".to_owned());
            }
            Err(refused) => {
                self.told = Some(Told::NotOpened(name.to_owned()));
                self.not_opened = Some(refused);
            }
        }
    }

    /// Asks which of two events came first, or no more.
    pub fn order(&mut self, ordering: Option<(Selected, Key, Key)>) {
        self.ordering = ordering;
        if self.ordering.is_some() {
            self.focus = Some("ordering-earlier".to_owned());
        }
    }

    /// Checks the desk, keeps it and has its questions shown.
    pub(super) fn still(&mut self, stage: Stage) {
        let document = self.document();
        let (proof, text) = (Rc::new(document.proof()), document.kept());
        if stage == Stage::Desk && self.kept != Kept::Overtaken && !document.is_empty() {
            self.kept = store::keep(&text);
            store::keep_steps(&self.desk.steps(&text, STEPS));
        }
        self.proof = Some(proof);
    }

    pub(super) fn save(&mut self, saving: Saving) {
        let document = self.document();
        let name = format!("{}.json", document.story().id);
        let (text, left_out) = match saving {
            Saving::All => (document.file(), Vec::new()),
            Saving::Sound => match document.sound() {
                Some(sound) => (sound.text, sound.left_out),
                None => {
                    self.told = Some(Told::Say(Say::NothingSound));
                    return;
                }
            },
        };
        self.told = Some(match save_file(&text, &name) {
            Ok(()) if saving == Saving::All => Told::SavedAll(name),
            Ok(()) if left_out.is_empty() => Told::Saved(name),
            Ok(()) => Told::SavedWithout(name, left_out),
            Err(_) => Told::Say(Say::NotSaved),
        });
    }
}

/// Fetches the example from beside the page, and lays it on the desk.
pub(super) fn fetch(context: &Context<Studio>) {
    let (address, link) = (context.props().example.clone(), context.link().clone());
    spawn_local(async move {
        let text = async {
            let response = JsFuture::from(web_sys::window()?.fetch_with_str(&address)).await.ok()?;
            let response: Response = response.dyn_into().ok()?;
            let text = JsFuture::from(response.text().ok()?).await.ok()?;
            text.as_string().filter(|_| response.ok())
        };
        let article = text.await.map(|text| NewArticle {
            text,
            publisher: "The Coast Courier".to_owned(),
            title: String::new(),
            published: "2025-11-13".to_owned(),
        });
        match article {
            Some(article) => link.send_message_batch(vec![Msg::Write(article), Msg::Lay]),
            None => link.send_message(Msg::Tell(Told::Say(Say::NoExample))),
        }
    });
}
