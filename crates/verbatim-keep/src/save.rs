//! Saves a detail of a sitting: the turn, the place, the answer and what it means for each of
//! its facts, all of it or nothing.

use crate::answer::{Answer, Begin, Detail, Mode};
use crate::grade::grade;
use crate::keys;
use crate::moment::Moment;
use crate::record::{Found, found, write};
use crate::records::{Card, Logged, Place, Sitting, Story, Turn};
use crate::schedule;
use crate::settings::{self, Settings};
use crate::store::{Fault, Put, Slot, Store, Table};

/// What a save did besides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Saved {
    /// How many records it came across that could not be read, and put aside.
    pub aside: usize,
}

impl Saved {
    pub(crate) fn of(puts: &[Put]) -> Self {
        Self { aside: puts.iter().filter(|put| put.table == Table::Aside).count() }
    }
}

/// Saves a detail, in one transaction.
///
/// Two tabs may play the same sitting. In practice an answer that is there stays: its feedback
/// was seen, so a second answer to the question goes to the log, and changes no card. In a test
/// the later answer stands, and cards are graded by it as if the earlier had not been.
///
/// # Errors
/// Where the store fails; then nothing of the detail is saved.
pub async fn save<S: Store>(store: &S, detail: &Detail, now: Moment) -> Result<Saved, Fault> {
    let writing = Writing { detail, now };
    let mut saved = Saved::default();
    let work = |texts: Vec<Option<String>>| {
        let puts = writing.puts(texts);
        saved = Saved::of(&puts);
        puts
    };
    store.change(&writing.slots(), work).await?;
    Ok(saved)
}

/// A detail on its way into a store.
pub(crate) struct Writing<'a> {
    pub detail: &'a Detail,
    pub now: Moment,
}

impl Writing<'_> {
    /// The records that count: settings, place and turn, then one for each fact.
    pub fn slots(&self) -> Vec<Slot> {
        let mut slots = vec![
            (Table::Settings, settings::KEY.to_owned()),
            (Table::Places, self.sitting()),
            (Table::Turns, self.turn()),
        ];
        slots.extend(self.facts().map(|(fact, _)| (Table::Cards, self.card(fact))));
        slots
    }

    /// What is to be written, by the texts of these records.
    pub fn puts(&self, texts: Vec<Option<String>>) -> Vec<Put> {
        let mut puts = Vec::new();
        let mut texts = texts.into_iter();
        let mut next = || texts.next().flatten();
        let settings = match found(Table::Settings, settings::KEY, next(), &mut puts) {
            Found::Record(settings) => settings,
            Found::Nothing | Found::Newer => Settings::default(),
        };
        if let Some(begin) = &self.detail.begin {
            self.begin(begin, &mut puts);
        }
        let mode = self.place(next(), &mut puts);
        let standing = self.done(mode, next(), &mut puts);
        if let Some(answer) = &self.detail.answer {
            let counts = !(mode == Mode::Practice && standing == Standing::Answered);
            self.log(answer, counts, &mut puts);
            let cards = self.facts().map(|(fact, _)| (fact, next()));
            for (fact, text) in cards.collect::<Vec<_>>() {
                let found = found(Table::Cards, &self.card(fact), text, &mut puts);
                if counts {
                    self.review(answer, fact, found, standing, settings, &mut puts);
                }
            }
        }
        puts
    }

    fn begin(&self, begin: &Begin, puts: &mut Vec<Put>) {
        let story = Story { title: begin.title.clone(), address: begin.address.clone() };
        let sitting = Sitting {
            hash: begin.hash.clone(),
            quiz: begin.quiz.clone(),
            seed: begin.seed,
            mode: begin.mode,
            questions: begin.questions.clone(),
            begun: self.now.milliseconds,
        };
        puts.push(Put::set(Table::Stories, self.detail.story.clone(), write(&story)));
        puts.push(Put::set(Table::Sittings, self.sitting(), write(&sitting)));
    }

    /// Writes the place, and tells the mode.
    fn place(&self, text: Option<String>, puts: &mut Vec<Put>) -> Mode {
        let found = found::<Place>(Table::Places, &self.sitting(), text, puts);
        let begun = self.detail.begin.as_ref().map(|begin| begin.mode);
        let mode = match (&found, begun) {
            (_, Some(mode)) => mode,
            (Found::Record(place), None) => place.mode,
            (Found::Nothing | Found::Newer, None) => Mode::default(),
        };
        if !matches!(found, Found::Newer) {
            let Detail { place, state, .. } = self.detail;
            let place = Place { place: place.clone(), state: *state, mode, touched: self.now.milliseconds };
            puts.push(Put::set(Table::Places, self.sitting(), write(&place)));
        }
        mode
    }

    /// Writes what was done at the question, and tells how that stood before.
    fn done(&self, mode: Mode, text: Option<String>, puts: &mut Vec<Put>) -> Standing {
        if self.detail.at < 0 {
            return Standing::Open;
        }
        let found = found::<Turn>(Table::Turns, &self.turn(), text, puts);
        let standing = match &found {
            Found::Record(turn) if turn.is_answered() => Standing::Answered,
            _ => Standing::Open,
        };
        let stays =
            matches!(found, Found::Newer) || (mode == Mode::Practice && standing == Standing::Answered);
        if !stays && !self.detail.turn.is_empty() {
            let turn = Turn { turn: self.detail.turn.clone(), saved: self.now.milliseconds };
            puts.push(Put::set(Table::Turns, self.turn(), write(&turn)));
        }
        standing
    }

    fn log(&self, answer: &Answer, counts: bool, puts: &mut Vec<Put>) {
        let Detail { sitting, story, at, .. } = self.detail;
        let Moment { milliseconds, chance, .. } = self.now;
        let logged = Logged {
            given: milliseconds,
            story: story.clone(),
            sitting: sitting.clone(),
            at: *at,
            counts,
            answer: answer.clone(),
        };
        let key = [&keys::time(milliseconds), sitting, &at.to_string(), &format!("{chance:016x}")];
        puts.push(Put::set(Table::Answers, keys::key(&key.map(String::as_str)), write(&logged)));
    }

    fn review(
        &self,
        answer: &Answer,
        fact: &str,
        card: Found<Card>,
        standing: Standing,
        settings: Settings,
        puts: &mut Vec<Put>,
    ) {
        let by = self.turn();
        let card = match card {
            Found::Record(card) => Some(card),
            Found::Nothing => None,
            Found::Newer => return,
        };
        let before = match (&card, standing) {
            (Some(card), _) if card.by == by => card.before.clone(),
            // Something else was reviewed after the answer that this one replaces.
            (Some(_), Standing::Answered) => return,
            (Some(card), Standing::Open) => Some(card.memory.clone()),
            (None, _) => None,
        };
        let told = self.facts().find(|(other, _)| *other == fact);
        let Some((_, told)) = told else { return };
        let memory = schedule::review(before.as_ref(), grade(answer, &told), self.now, settings.retention);
        let story = &self.detail.story;
        if let Some(card) = card {
            puts.push(Put::remove(Table::Due, keys::due(card.memory.due, story, fact)));
        }
        puts.push(Put::set(Table::Due, keys::due(memory.due, story, fact), ""));
        let card = Card { label: told.label, kind: answer.kind.clone(), memory, by, before };
        puts.push(Put::set(Table::Cards, self.card(fact), write(&card)));
    }

    /// Each fact of the answer once, right only if it is right wherever it stands.
    fn facts(&self) -> impl Iterator<Item = (&str, crate::answer::Fact)> {
        let facts = self.detail.answer.as_ref().map_or(&[][..], |answer| &answer.facts);
        facts.iter().enumerate().filter_map(move |(at, told)| {
            let is_first = facts.iter().position(|other| other.fact == told.fact) == Some(at);
            let right = facts.iter().all(|other| other.fact != told.fact || other.right);
            is_first.then(|| (told.fact.as_str(), crate::answer::Fact { right, ..told.clone() }))
        })
    }

    /// The key of the sitting.
    pub fn sitting(&self) -> String {
        keys::key(&[&self.detail.story, &self.detail.sitting])
    }

    fn turn(&self) -> String {
        let at = u32::try_from(self.detail.at).map_or("-".to_owned(), keys::position);
        keys::key(&[&self.detail.sitting, &at])
    }

    fn card(&self, fact: &str) -> String {
        keys::key(&[&self.detail.story, fact])
    }
}

/// Whether a question had been answered before.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    Open,
    Answered,
}
