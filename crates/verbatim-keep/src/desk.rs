//! Between a widget that plays a story and what is kept of it. The widget tells what is done by
//! positions, so that it carries next to nothing for it; what is kept is by ids, so that it
//! outlives an edit of the story. The desk has the same sessions before it as the widget.

use std::collections::HashMap;
use std::rc::Rc;

use verbatim_core::check::load;
use verbatim_core::digest::digest;
use verbatim_core::model::Story;
use verbatim_core::score::Decompose;
use verbatim_core::session::{self, Session, Sitting, Staged, Standing, stage};

use crate::answer::{Answer, Begin, Confidence, Detail, Fact, Mode, Points, State};

/// Between the fields of what the widget tells and is told, between turns, and after a sitting.
const FIELD: char = '\u{1f}';
const TURN: char = '\u{1e}';
const SITTING: char = '\u{1d}';

/// The quiz as which a review is played.
const REVIEW: &str = "review";

/// A story that is played, and the sittings of it that are on.
#[derive(Debug)]
pub struct Desk {
    /// As the widget has it.
    story: Rc<Story>,
    hash: String,
    address: String,
    sittings: HashMap<String, Playing>,
}

/// What a widget needs to go on.
#[derive(Debug, Default)]
pub struct Restored {
    /// The story's file with the questions in it that are not drawn from it; `None` where
    /// all are.
    pub file: Option<Vec<u8>>,
    /// The sittings, by positions.
    pub saved: String,
    /// What is to be saved at once: sittings that go on under another name, since the story
    /// was edited.
    pub moved: Vec<Detail>,
    /// Facts that were to be reviewed and that the story no longer gives.
    pub gone: Vec<String>,
}

/// A sitting as the widget has it.
#[derive(Debug)]
struct Playing {
    session: Session,
    /// The id of each question as it is kept, in the session's order.
    ids: Vec<String>,
    /// The id of the quiz as it is kept.
    quiz: String,
    /// Whether it asks again what was missed.
    retry: bool,
    /// Whether it is not known to what keeps it.
    is_new: bool,
}

/// A sitting on its way back to the widget.
struct Returning<'a> {
    saved: Sitting<'a>,
    session: Session,
    changed: usize,
    gone: usize,
    /// Whether the widget can't draw its questions from the story as it is.
    is_staged: bool,
}

impl Desk {
    /// Reads a story's file; `None` where it holds nothing to play.
    pub fn open(file: &[u8], address: &str) -> Option<Self> {
        let story = Rc::new(load(file).story?);
        Some(Self { story, hash: digest(file), address: address.to_owned(), sittings: HashMap::new() })
    }

    /// Takes up the sittings that were kept, as [`crate::sittings`] and [`crate::review`] give
    /// them; a review is called `title`.
    pub fn take_up(&mut self, kept: &[String], title: &str, decompose: Decompose) -> Restored {
        let mut returning: Vec<Returning<'_>> = Vec::new();
        for saved in kept.iter().filter_map(|text| Sitting::parse(text)) {
            // A widget goes on with one sitting of a quiz: the one that was touched last.
            if returning.iter().any(|other| other.saved.quiz == saved.quiz) {
                continue;
            }
            let Some(taken) = saved.take_up(&self.story, decompose) else { continue };
            let is_staged = !is_drawn(&taken.session, &saved, &self.story, decompose);
            let session::TakenUp { session, changed, gone } = taken;
            returning.push(Returning { saved, session, changed, gone, is_staged });
        }
        let gone = kept.iter().flat_map(|text| self.gone(text, decompose)).collect();
        Restored { gone, ..self.restore(returning, title, decompose) }
    }

    /// The facts of a review that no question asks for any more.
    fn gone(&self, text: &str, decompose: Decompose) -> Vec<String> {
        let mut fields: Vec<&str> = text.splitn(8, FIELD).collect();
        let lines = match fields.as_slice() {
            &[_, "", .., "", _, lines] if !lines.contains(TURN) => lines,
            _ => return Vec::new(),
        };
        let mut gone = Vec::new();
        for line in lines.lines() {
            fields.truncate(7);
            fields.push(line);
            let text = fields.join(&FIELD.to_string());
            let taken = Sitting::parse(&text).and_then(|one| one.take_up(&self.story, decompose));
            if taken.is_none() {
                gone.push(match line.split_once(':') {
                    Some(("before-after", id)) => ["event:", id].concat(),
                    Some((_, rest)) => ["statement:", rest.split('|').next().unwrap_or_default()].concat(),
                    None => ["question:", line].concat(),
                });
            }
        }
        gone
    }

    /// The story's id.
    pub fn story(&self) -> &str {
        &self.story.id
    }

    /// The names of the sittings that are on.
    pub fn sittings(&self) -> Vec<String> {
        self.sittings.keys().cloned().collect()
    }

    fn restore(&mut self, returning: Vec<Returning<'_>>, title: &str, decompose: Decompose) -> Restored {
        let quiz = |one: &Returning<'_>| match one.saved.quiz {
            "" => REVIEW.to_owned(),
            quiz => quiz.to_owned(),
        };
        let quizzes: Vec<String> = returning.iter().map(quiz).collect();
        let mut staged = Vec::new();
        for (one, quiz) in returning.iter().zip(&quizzes).filter(|(one, _)| one.is_staged) {
            staged.push(Staged { session: &one.session, quiz, title });
        }
        let mut restored = Restored::default();
        let mut names = Vec::new();
        if !staged.is_empty() {
            let (file, told) = stage(&self.story, &staged);
            names = told;
            if let Some(story) = load(&file).story {
                self.story = Rc::new(story);
                restored.file = Some(file);
            }
        }
        let mut names = names.into_iter();
        for (one, quiz) in returning.iter().zip(&quizzes) {
            let own: Vec<&str> = one
                .session
                .questions()
                .iter()
                .map(|posed| posed.question(one.session.story()).id.as_str())
                .collect();
            let names = if one.is_staged {
                names.next().unwrap_or_default()
            } else {
                own.iter().map(|id| (*id).to_owned()).collect()
            };
            let Some(index) = self.story.quiz(quiz) else { continue };
            let count = one.session.questions().len();
            let mut session =
                Session::new(self.story.clone(), index, one.saved.seed, one.session.mode(), decompose)
                    .at_most(count);
            // Where each question of the session stands among those that were kept.
            let mut places = Vec::new();
            for posed in session.questions() {
                let id = &posed.question(&self.story).id;
                places.push(names.iter().position(|name| name == id));
            }
            let mut changed = one.changed;
            for (at, place) in places.iter().enumerate() {
                let Some(place) = *place else { continue };
                if !session.retake(at, &one.session.saved_turn(place)) {
                    changed += usize::from(one.session.standing(place) == Standing::Answered);
                }
            }
            let place = one.session.place();
            let (sort, at) = place.split_at(1);
            let at = at.parse().ok().and_then(|at: usize| places.iter().position(|one| *one == Some(at)));
            session.take_place(&[sort, &at.map(|at| at.to_string()).unwrap_or_default()].concat());
            let ids = places.iter().map(|at| at.and_then(|at| own.get(at)).copied().unwrap_or_default());
            let playing = Playing {
                ids: ids.map(str::to_owned).collect(),
                quiz: one.saved.quiz.to_owned(),
                retry: false,
                is_new: one.saved.hash.is_empty(),
                session,
            };
            let name = self.go_on(one, playing, &mut restored);
            let Some(playing) = self.sittings.get(&name) else { continue };
            restored.saved.push_str(&told(&name, quiz, playing, one, changed));
        }
        restored
    }

    /// Takes in a sitting under its name, or under another where the story was edited: by
    /// then its questions are others, or stand elsewhere.
    fn go_on(&mut self, one: &Returning<'_>, playing: Playing, restored: &mut Restored) -> String {
        let is_edited = !playing.is_new && one.saved.hash != self.hash;
        let mut name = one.saved.id.to_owned();
        if is_edited {
            let old = self.detail_of(&name, &playing, None, State::Finished);
            name = [&name, "-", &self.hash].concat();
            let mut begin = Some(self.begin(&playing));
            for at in 0..playing.ids.len() {
                if playing.session.saved_turn(at).starts_with('u') {
                    continue;
                }
                let mut detail = self.detail_of(&name, &playing, Some(at), State::Open);
                detail.begin = begin.take();
                restored.moved.push(detail);
            }
            restored.moved.push(old);
        }
        self.sittings.insert(name.clone(), playing);
        name
    }

    /// Whether what a widget tells is an answer that was not there before: then a reader may be
    /// asked how sure they are of it.
    pub fn is_answer(&self, text: &str) -> bool {
        let fields: Vec<&str> = text.split(FIELD).collect();
        let &[name, _, _, at, turn, ..] = fields.as_slice() else { return false };
        let Ok(at) = at.parse::<usize>() else { return false };
        let before = self.sittings.get(name).map(|playing| playing.session.turn(at));
        // As the widget tells it.
        let before = before.map(|turn| turn.replace(char::is_control, " "));
        turn.starts_with('a') && before.as_deref() != Some(turn)
    }

    /// What is to be kept of what a widget tells: the sitting, `open`, `left` or `finished`, the
    /// place; the position of the question at which something was done, the turn, and for how
    /// many milliseconds it was on the screen, all empty where nothing was; and where a sitting
    /// begins, the quiz, the seed, how many questions are asked, `practice` or `test`, and the
    /// sitting whose missed questions it asks again, if it does. `None` where it is not that.
    /// Where it is an answer, `confidence` is how sure the reader was of it.
    pub fn told(&mut self, text: &str, confidence: Confidence, decompose: Decompose) -> Option<Detail> {
        let fields: Vec<&str> = text.split(FIELD).collect();
        let &[name, state, place, at, turn, spent, ref begin @ ..] = fields.as_slice() else { return None };
        if let &[quiz, seed, count, mode, from] = begin {
            let playing = self.begun(quiz, seed, count, mode, from, decompose)?;
            self.sittings.insert(name.to_owned(), playing);
        }
        let state = match state {
            "left" => State::Left,
            "finished" => State::Finished,
            _ => State::Open,
        };
        let at: Option<usize> = if at.is_empty() { None } else { Some(at.parse().ok()?) };
        let playing = self.sittings.get_mut(name)?;
        if let Some(at) = at {
            playing.session.take_turn(at, turn);
        }
        playing.session.take_place(place);
        let is_new = std::mem::take(&mut playing.is_new);
        let playing = self.sittings.get(name)?;
        let mut detail = self.detail_of(name, playing, at, state);
        detail.place = place.to_owned();
        if is_new {
            detail.begin = Some(self.begin(playing));
        }
        let answered = at.filter(|_| turn.starts_with('a'));
        detail.answer =
            answered.and_then(|at| playing.answer(at, spent.parse().unwrap_or_default(), confidence));
        Some(detail)
    }

    fn begun(
        &self,
        quiz: &str,
        seed: &str,
        count: &str,
        mode: &str,
        from: &str,
        decompose: Decompose,
    ) -> Option<Playing> {
        let mode = if mode == "test" { session::Mode::Test } else { session::Mode::Practice };
        let (session, ids) = match self.sittings.get(from) {
            Some(before) => {
                let missed = |at: &usize| !before.session.outcome(*at).points.is_full();
                let missed = (0..before.ids.len()).filter(missed);
                (before.session.missed_again()?, missed.map(|at| before.ids[at].clone()).collect())
            }
            None => {
                let index = self.story.quiz(quiz)?;
                let session = Session::new(self.story.clone(), index, seed.parse().ok()?, mode, decompose)
                    .at_most(count.parse().ok()?);
                let id = |posed: &verbatim_core::pose::Posed| posed.question(&self.story).id.clone();
                let ids = session.questions().iter().map(id).collect();
                (session, ids)
            }
        };
        Some(Playing { session, ids, quiz: quiz.to_owned(), retry: !from.is_empty(), is_new: true })
    }

    fn begin(&self, playing: &Playing) -> Begin {
        let mut questions = Vec::new();
        for (line, id) in playing.session.saved_questions().lines().zip(&playing.ids) {
            questions
                .push([id.as_str(), line.split_once(' ').map_or("", |(own, _)| &line[own.len()..])].concat());
        }
        let is_test = playing.session.mode() == session::Mode::Test;
        Begin {
            hash: self.hash.clone(),
            quiz: playing.quiz.clone(),
            seed: playing.session.seed(),
            mode: if is_test { Mode::Test } else { Mode::Practice },
            address: self.address.clone(),
            title: self.story.title.clone(),
            questions: questions.join("\n"),
        }
    }

    fn detail_of(&self, name: &str, playing: &Playing, at: Option<usize>, state: State) -> Detail {
        Detail {
            sitting: name.to_owned(),
            story: self.story.id.clone(),
            at: at.map_or(-1, |at| at as i32),
            turn: at.map(|at| playing.session.saved_turn(at)).unwrap_or_default(),
            place: playing.session.place(),
            state,
            begin: None,
            answer: None,
        }
    }
}

impl Playing {
    fn answer(&self, at: usize, milliseconds: f64, confidence: Confidence) -> Option<Answer> {
        let session = &self.session;
        let posed = session.questions().get(at)?;
        let own = &posed.question(session.story()).id;
        let points = session.outcome(at).points;
        let facts = session.facts(at).into_iter().map(|fact| Fact {
            // A question that was added for the sitting is known by the id that it is kept by.
            fact: if fact.id == ["question:", own].concat() {
                ["question:", &self.ids[at]].concat()
            } else {
                fact.id
            },
            label: fact.label,
            right: fact.right,
        });
        Some(Answer {
            question: self.ids.get(at)?.clone(),
            kind: posed.kind(session.story()).name().to_owned(),
            response: session.response(at)?.items(&posed.task, session.story()),
            points: Points { earned: points.earned, possible: points.possible },
            milliseconds,
            hinted: session.is_hinted(at),
            retry: self.retry,
            confidence,
            facts: facts.collect(),
        })
    }
}

/// A sitting as the widget reads it.
fn told(name: &str, quiz: &str, playing: &Playing, one: &Returning<'_>, changed: usize) -> String {
    let session = &playing.session;
    let mode = if session.mode() == session::Mode::Test { "test" } else { "practice" };
    let state = if one.saved.left { "left" } else { "open" };
    let numbers = [session.seed() as usize, session.questions().len(), changed, one.gone];
    let [seed, count, changed, gone] = numbers.map(|number| number.to_string());
    let fields = [name, quiz, &seed, &count, mode, state, &session.place(), &changed, &gone];
    let mut text = fields.join(&FIELD.to_string());
    for at in 0..session.questions().len() {
        let turn = session.turn(at);
        if turn.starts_with("u-") {
            continue;
        }
        text.extend([TURN]);
        text.push_str(&at.to_string());
        text.extend([FIELD]);
        text.push_str(&turn);
    }
    text.push(SITTING);
    text
}

/// Whether the quiz, drawn again from the story as it is now, asks the same in the same order.
fn is_drawn(session: &Session, saved: &Sitting<'_>, story: &Rc<Story>, decompose: Decompose) -> bool {
    let Some(quiz) = story.quiz(saved.quiz) else { return false };
    let drawn = Session::new(story.clone(), quiz, saved.seed, saved.mode, decompose);
    let drawn = drawn.at_most(session.questions().len());
    let shown = |session: &Session| {
        let one = |posed: &verbatim_core::pose::Posed| (posed.question(story).id.clone(), posed.task.clone());
        session.questions().iter().map(one).collect::<Vec<_>>()
    };
    shown(&drawn) == shown(session)
}
