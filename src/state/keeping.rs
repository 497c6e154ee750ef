//! What is saved of a quiz while it is played, and how one that was saved goes on.
//! The saving itself is done outside, by a module that is loaded later and knows how
//! to keep it for long: this tells it what was done, by positions, and holds back
//! what an answer leads to until that is done.

use std::rc::Rc;

use verbatim_core::decimal::{decimal, parse};
use verbatim_core::model::{QuizIx, Story};
use verbatim_core::session::{Mode, Session, Stage};

use super::{Effect, Moment, Request, Screen, State};
use crate::effects::decompose;
use crate::later;
use crate::messages::{Arg, Say};

/// What is kept of a story's quizzes, where anything is.
#[derive(Debug, Default)]
pub struct Keeping {
    /// The sittings that were saved and are not over, the latest first.
    saved: Vec<Saved>,
    /// Whether what was saved last could not be kept.
    failed: bool,
    /// The name of the sitting on the screen.
    sitting: String,
    /// The name of the sitting that this one asks again what was missed of, if it does.
    from: String,
    /// Whether the sitting is known to what saves it.
    begun: bool,
    /// What has to be told again, before what comes next.
    untold: Vec<String>,
    /// What the last answer leads to, once it is saved.
    next: Option<Session>,
}

/// A sitting that was saved and is not over.
#[derive(Debug)]
struct Saved {
    fields: Vec<String>,
    turns: Vec<(usize, String)>,
}

/// The fields of a sitting, in their order.
const ID: usize = 0;
const QUIZ: usize = 1;
const SEED: usize = 2;
const COUNT: usize = 3;
const MODE: usize = 4;
const STATE: usize = 5;
const PLACE: usize = 6;
const CHANGED: usize = 7;
const GONE: usize = 8;

const SITTING: char = '\u{1d}';
const RECORD: char = '\u{1e}';
const FIELD: char = '\u{1f}';

impl Saved {
    fn field(&self, at: usize) -> &str {
        self.fields.get(at).map(String::as_str).unwrap_or_default()
    }

    fn number(&self, at: usize) -> Option<u32> {
        parse(self.field(at))
    }

    fn mode(&self) -> Mode {
        if self.field(MODE) == "test" { Mode::Test } else { Mode::Practice }
    }

    fn is_asked_for(&self, request: &Request) -> bool {
        self.field(STATE) == "open"
            && request.quiz.as_ref().is_none_or(|quiz| {
                quiz == self.field(QUIZ)
                    && request.mode == self.mode()
                    && request.seed.is_none_or(|seed| self.number(SEED) == Some(seed))
                    && request.count.is_none_or(|most| self.number(COUNT).is_some_and(|count| count <= most))
            })
    }

    fn session(&self, story: &Rc<Story>) -> Option<Session> {
        let (quiz, seed) = (story.quiz(self.field(QUIZ))?, self.number(SEED)?);
        let mut session = Session::new(story.clone(), quiz, seed, self.mode(), decompose);
        session = session.at_most(self.number(COUNT)? as usize);
        for (at, turn) in &self.turns {
            session.take_turn(*at, turn);
        }
        session.take_place(self.field(PLACE));
        Some(session)
    }
}

#[inline(never)]
fn parts(text: &str, between: char) -> Vec<String> {
    let mut parts = vec![String::new()];
    for letter in text.chars() {
        if letter == between {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(letter);
        }
    }
    parts
}

impl Keeping {
    /// Reads the sittings that were saved, each closed by U+001D: its fields (its name,
    /// the quiz, the seed, the number of questions, `practice` or `test`, `open` or `left`,
    /// the place, how many questions changed since, how many are gone) with U+001F between
    /// them; then for each turn U+001E, the question's position, U+001F and the turn.
    pub fn new(text: &str) -> Self {
        let mut saved = Vec::new();
        for sitting in parts(text, SITTING) {
            let mut records = parts(&sitting, RECORD).into_iter();
            let fields = parts(&records.next().unwrap_or_default(), FIELD);
            let mut turns = Vec::new();
            for record in records {
                let turn = parts(&record, FIELD);
                if let (Some(at), Some(turn)) = (turn.first().and_then(|at| parse(at)), turn.get(1)) {
                    turns.push((at as usize, turn.clone()));
                }
            }
            saved.push(Saved { fields, turns });
        }
        Self { saved, ..Self::default() }
    }
}

impl State {
    /// Whether an answer is being saved, and nothing else happens until it is.
    pub fn is_saving(&self) -> bool {
        self.keeping.as_ref().is_some_and(|keeping| keeping.next.is_some())
    }

    /// How many questions of a quiz are answered that was begun and is not over, and how many it has.
    pub fn saved_progress(&self, quiz: &str) -> Option<(usize, usize)> {
        let saved = self.keeping.as_ref()?.saved.iter().find(|saved| saved.field(QUIZ) == quiz)?;
        let answered = saved.turns.iter().filter(|(_, turn)| turn.starts_with('a')).count();
        Some((answered, saved.number(COUNT)? as usize))
    }

    /// Takes up the sitting that the reader was in the middle of, where it is of what is asked for.
    pub(super) fn go_on(&mut self) -> bool {
        let saved = self.keeping.as_ref().map(|keeping| &keeping.saved);
        let at = saved.and_then(|saved| saved.iter().position(|saved| saved.is_asked_for(&self.request)));
        at.is_some_and(|at| later::take_up(self, at))
    }

    /// Takes up the sitting of a quiz.
    pub(super) fn go_on_with(&mut self, quiz: QuizIx) -> bool {
        let at = self.keeping.as_ref().zip(self.opened.story.as_ref().ok()).and_then(|(keeping, story)| {
            keeping.saved.iter().position(|saved| saved.field(QUIZ) == story[quiz].id)
        });
        at.is_some_and(|at| later::take_up(self, at))
    }

    /// Takes up the saved sitting at a position; whether that was possible.
    pub fn take_up(&mut self, at: usize) -> bool {
        let (Some(keeping), Ok(story)) = (&mut self.keeping, &self.opened.story) else { return false };
        let saved = keeping.saved.remove(at);
        let Some(session) = saved.session(story) else { return false };
        keeping.sitting = saved.field(ID).to_owned();
        keeping.from.clear();
        keeping.begun = true;
        keeping.next = None;
        self.show(session);
        let (changed, gone) = (saved.number(CHANGED).unwrap_or(0), saved.number(GONE).unwrap_or(0));
        if changed + gone > 0 {
            self.notice = Some((Say::Edited, changed, gone));
        }
        true
    }

    /// Another sitting begins; one that asks again what was missed of the last, or not.
    pub(super) fn keep_anew(&mut self, again: bool) {
        if let Some(keeping) = &mut self.keeping {
            let name = name_of(self.moment);
            let before = std::mem::replace(&mut keeping.sitting, name);
            keeping.from = if again { before } else { String::new() };
            (keeping.begun, keeping.next) = (false, None);
        }
    }

    /// Notes what is to be saved: that something was done at a question, or that the quiz
    /// stands elsewhere now. Who only looks leaves nothing behind.
    pub(super) fn keep(&mut self, session: &Session, at: Option<usize>, state: &'static str) {
        if self.keeping.as_ref().is_some_and(|keeping| at.is_some() || keeping.begun) {
            later::keep(self, session, at, state);
        }
    }

    /// Puts in words what is to be saved; where the quiz is left, it is to be found again.
    pub fn note(&mut self, session: &Session, at: Option<usize>, state: &'static str) {
        let Some(keeping) = &mut self.keeping else { return };
        if state == "left" {
            let mut fields = vec![keeping.sitting.clone()];
            fields.extend(drawn(session));
            fields.extend([state.to_owned(), session.place()]);
            let turns = (0..session.questions().len()).map(|at| (at, session.turn(at))).collect();
            keeping.saved.insert(0, Saved { fields, turns });
        }
        let mut fields = vec![keeping.sitting.clone(), state.to_owned(), session.place()];
        match at {
            Some(at) => {
                // Typed words may hold anything.
                let turn = session.turn(at).replace(char::is_control, " ");
                fields.extend([decimal(at), turn, decimal(self.clock.spent(at) as usize)]);
            }
            None => fields.resize(6, String::new()),
        }
        if !std::mem::replace(&mut keeping.begun, true) {
            fields.extend(drawn(session));
            fields.push(keeping.from.clone());
        }
        let mut told = std::mem::take(&mut keeping.untold);
        told.push(fields.join("\u{1f}"));
        self.due.push(Effect::Keep(told.join("\u{1d}")));
    }

    /// Holds back what an answer leads to until it is saved; whether anything is saved here.
    pub(super) fn hold(&mut self, next: &Session) -> bool {
        if let Some(keeping) = &mut self.keeping {
            keeping.next = Some(next.clone());
        }
        self.keeping.is_some()
    }

    /// What was to be saved is, or can't be.
    pub(super) fn kept(&mut self, failed: bool, untold: String) {
        let Some(keeping) = &mut self.keeping else { return };
        if !untold.is_empty() {
            keeping.untold.push(untold);
        }
        let next = keeping.next.take();
        if failed != std::mem::replace(&mut keeping.failed, failed) {
            self.notice = failed.then_some((Say::NotKept, 0, 0));
        }
        if let Some(next) = next {
            self.advance(next, true);
        }
    }

    /// The reader goes back to the choice of quizzes: this one waits there.
    pub(super) fn leave(&mut self) {
        let Screen::Quiz(session) = &self.screen else { return };
        let session = session.clone();
        if session.stage() != Stage::Finished {
            self.keep(&session, None, "left");
        }
    }

    /// What the reader should know of beside the quiz.
    pub fn notice(&self) -> Option<String> {
        let (say, changed, gone) = self.notice?;
        Some(self.words.fill(say, &[Arg::Number(changed as usize), Arg::Number(gone as usize)]))
    }
}

/// What the questions of a session are drawn from: the fields from the quiz to the mode.
fn drawn(session: &Session) -> [String; 4] {
    let mode = if session.mode() == Mode::Test { "test" } else { "practice" };
    let quiz = session.story()[session.quiz()].id.clone();
    [quiz, decimal(session.seed() as usize), decimal(session.questions().len()), mode.to_owned()]
}

/// A name for a sitting that no other one has.
fn name_of(moment: Moment) -> String {
    let seconds = (moment.milliseconds / 1000.0) as usize;
    let rest = (moment.milliseconds - seconds as f64 * 1000.0) as usize;
    [decimal(seconds), decimal(rest), decimal(moment.chance as usize)].join("-")
}
