//! What is saved of a sitting, as short texts, and a session taken up from them:
//! in the same edition of the story exactly where it was, in an edited one with
//! what is unaffected.
//!
//! All is by id. A question that the story no longer gives is gone; one that asks
//! something else by now, which its fingerprint tells, is asked again.

use std::rc::Rc;

use super::{Mode, Session, Standing};
use crate::decimal::{decimal, parse};
use crate::dice::{Dice, hash};
use crate::kind::deal::Dealer;
use crate::kind::{self, is_askable, recall, task_again};
use crate::model::{Ask, Evidence, Story};
use crate::pose::{Posed, Response, Task};
use crate::score::{Decompose, lost_pairs};

/// What an answer says of one fact.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// The fact: `statement:ID`, `event:ID`, or `question:ID` where only an author knows.
    pub id: String,
    /// What a person knows it by: the words of the statement, what happened, what is asked.
    pub label: String,
    /// Whether the answer has it right.
    pub right: bool,
}

/// A sitting as it was saved.
#[derive(Clone, Debug, PartialEq)]
pub struct Sitting<'a> {
    /// Its name.
    pub id: &'a str,
    /// The id of its quiz; empty for a review of facts.
    pub quiz: &'a str,
    /// The seed that its quiz was drawn with.
    pub seed: u32,
    /// When feedback is shown.
    pub mode: Mode,
    /// Whether the reader went back to the choice of quizzes.
    pub left: bool,
    /// The digest of the story's file at the time.
    pub hash: &'a str,
    place: &'a str,
    questions: &'a str,
    turns: &'a str,
}

/// A session taken up again.
#[derive(Clone, Debug)]
pub struct TakenUp {
    /// The session.
    pub session: Session,
    /// How many questions were answered once and ask something else by now.
    pub changed: usize,
    /// How many questions the story no longer gives.
    pub gone: usize,
}

const RECORD: char = '\u{1e}';
const FIELD: char = '\u{1f}';

impl<'a> Sitting<'a> {
    /// Reads the text of a sitting: its name, the quiz, the seed, `practice` or `test`,
    /// `open` or `left`, the digest, the place and the questions, with U+001F between
    /// them; then for each turn U+001E, the question's position, U+001F and the turn.
    /// `None` where it is not that.
    pub fn parse(text: &'a str) -> Option<Self> {
        let (head, turns) = text.split_once(RECORD).unwrap_or((text, ""));
        let mut fields = head.splitn(8, FIELD);
        let mut next = || fields.next();
        Some(Self {
            id: next()?,
            quiz: next()?,
            seed: parse(next()?)?,
            mode: if next()? == "test" { Mode::Test } else { Mode::Practice },
            left: next()? == "left",
            hash: next()?,
            place: next()?,
            questions: next()?,
            turns,
        })
    }

    /// How many questions it has, and how many of them are answered.
    pub fn progress(&self) -> (usize, usize) {
        let answered = |turn: &&str| turn.split_once(FIELD).is_some_and(|(_, turn)| turn.starts_with('a'));
        (self.questions.lines().count(), self.turns.split(RECORD).filter(answered).count())
    }

    /// Takes up the session; `None` where nothing of it can be asked any more.
    pub fn take_up(&self, story: &Rc<Story>, decompose: Decompose) -> Option<TakenUp> {
        let mut dealer = Dealer::new(Dice::new(self.seed, self.id));
        let (mut gone, mut changed) = (0, 0);
        let mut questions = Vec::new();
        // For each question that was saved, where it stands now, and whether it asks the same.
        let mut places = Vec::new();
        for saved in self.questions.lines() {
            match posed(saved, story, &mut dealer) {
                Some((posed, is_same)) => {
                    places.push(Some((questions.len(), is_same)));
                    questions.push(posed);
                }
                None => {
                    gone += 1;
                    places.push(None);
                }
            }
        }
        if questions.is_empty() {
            return None;
        }
        // A review is of no quiz; its questions are what counts.
        let quiz = story.quiz(self.quiz).or_else(|| story.quiz(&story.quizzes.first()?.id))?;
        let mut session =
            Session::with_questions(story.clone(), quiz, self.seed, self.mode, questions.into(), decompose);
        for turn in self.turns.split(RECORD) {
            let Some((at, turn)) = turn.split_once(FIELD) else { continue };
            let place = parse(at).and_then(|at| *places.get(at as usize)?);
            let Some((at, is_same)) = place else { continue };
            if !(is_same && session.retake(at, turn)) {
                changed += usize::from(turn.starts_with('a'));
            }
        }
        let place = self.place.get(1..).and_then(parse).and_then(|at| *places.get(at as usize)?);
        session.stand_at(self.place.get(..1).unwrap_or_default(), place.map(|(at, _)| at));
        Some(TakenUp { session, changed, gone })
    }
}

/// A question as it was put, and whether it still asks the same.
fn posed(saved: &str, story: &Story, dealer: &mut Dealer) -> Option<(Posed, bool)> {
    for saved in saved.split('|') {
        let mut words = saved.split(' ');
        let (id, print) = (words.next().unwrap_or_default(), words.next());
        let items: Vec<&str> = words.collect();
        let Some(origin) = recall(id, story, dealer) else { continue };
        let mut posed = Posed { origin, task: Task::Arrange { events: Vec::new() } };
        posed.task = task_again(posed.question(story), &items, story, dealer);
        if is_askable(&posed.task) {
            let is_same = print.is_none_or(|print| print == fingerprint(&posed, story));
            return Some((posed, is_same));
        }
    }
    None
}

impl Session {
    /// All that was done so far: for each question at which something was, U+001E, its
    /// position, U+001F and the turn.
    pub fn saved_turns(&self) -> String {
        let mut text = String::new();
        for at in 0..self.questions.len() {
            if self.done(at).is_some() {
                text.push(RECORD);
                text.push_str(&decimal(at));
                text.push(FIELD);
                text.push_str(&self.saved_turn(at));
            }
        }
        text
    }

    /// The questions as they were put, to be saved: a line each.
    pub fn saved_questions(&self) -> String {
        let story = &self.story;
        let mut text = String::new();
        for posed in self.questions.iter() {
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(&posed.question(story).id);
            text.push(' ');
            text.push_str(&fingerprint(posed, story));
            for item in posed.task.items(story) {
                text.push(' ');
                text.push_str(&item);
            }
        }
        text
    }

    /// What was done at a question, to be saved: `a` answered, `s` skipped, `u` unseen,
    /// then `h` where the hint was asked for, then the response where it is one.
    pub fn saved_turn(&self, at: usize) -> String {
        let mut text = self.turn_head(at);
        if let (Some(posed), Some(turn)) = (self.questions.get(at), self.done(at)) {
            for item in turn.response.items(&posed.task, &self.story) {
                text.push(' ');
                // Typed words may hold anything.
                text.extend(item.chars().map(|letter| if letter.is_control() { ' ' } else { letter }));
            }
        }
        text
    }

    /// What the answer to a question says of each of its facts; nothing of one that
    /// was not answered.
    pub fn facts(&self, at: usize) -> Vec<Fact> {
        let story: &Story = &self.story;
        let mut facts = Vec::new();
        let (Some(posed), Some(turn)) = (self.questions.get(at), self.done(at)) else { return facts };
        if turn.standing != Standing::Answered {
            return facts;
        }
        let rightness = self.outcome(at).rightness;
        let all = rightness == Some(crate::feedback::Rightness::Right);
        let mut add = |sort: &str, id: &str, label: &str, right: bool| {
            facts.push(Fact { id: [sort, id].concat(), label: label.to_owned(), right });
        };
        let question = posed.question(story);
        match (&question.ask, &posed.task, &turn.response) {
            (
                Ask::WhoSaid { statement, .. }
                | Ask::SaidWhat { statement, .. }
                | Ask::Cloze { statement, .. },
                ..,
            ) => {
                add("statement:", &story[*statement].id, story.words(story[*statement].quote), all);
            }
            (Ask::Match { .. }, Task::Match { statements, people }, Response::Match(given)) => {
                for (statement, given) in statements.iter().zip(given) {
                    let said = &story[*statement];
                    let right = given.and_then(|at| people.get(at)) == Some(&said.speaker);
                    add("statement:", &said.id, story.words(said.quote), right);
                }
            }
            (Ask::Sequence { .. }, Task::Arrange { events }, Response::Arrange { order, .. }) => {
                let lost = lost_pairs(story, events, order);
                for event in events {
                    let right = !lost.iter().any(|(one, other)| one == event || other == event);
                    add("event:", &story[*event].id, &story[*event].summary, right);
                }
            }
            (Ask::BeforeAfter { events, .. }, ..) => {
                for event in events {
                    add("event:", &story[*event].id, &story[*event].summary, all);
                }
            }
            (
                Ask::Choice { prompt: label, .. }
                | Ask::Verdict { claim: label, .. }
                | Ask::Proof { claim: label, .. },
                ..,
            ) => {
                add("question:", &question.id, label, all);
            }
            _ => {}
        }
        facts
    }

    /// Does again what [`Session::saved_turn`] told of a question; whether that was possible.
    pub fn retake(&mut self, at: usize, saved: &str) -> bool {
        let Some(posed) = self.questions.get(at) else { return false };
        let (head, rest) = saved.split_once(' ').unwrap_or((saved, ""));
        let items: Vec<&str> =
            if let Task::Type { .. } = posed.task { vec![rest] } else { rest.split(' ').collect() };
        let response = Response::of_items(&items, &posed.task, &self.story);
        self.turn_to(at, head, response)
    }
}

/// A short text that is another one when a question asks something else: over what is
/// asked, what is right and the words that it rests on, not over what else is offered.
fn fingerprint(posed: &Posed, story: &Story) -> String {
    let mut text = String::new();
    let mut add = |part: &str| {
        text.push_str(part);
        text.push(FIELD);
    };
    let question = posed.question(story);
    let words = |evidence: &Evidence| story.words(*evidence).to_owned();
    add(question.ask.kind().name());
    for statement in kind::deal::statements(&question.ask) {
        let said = &story[*statement];
        add(&words(&said.quote));
        add(&story[said.speaker].name);
    }
    let events = kind::deal::events(&question.ask);
    for event in events {
        add(&story[*event].summary);
        story[*event].evidence.iter().for_each(|evidence| add(&words(evidence)));
    }
    for (before, after) in story.order.decided(events) {
        add(&story[before].id);
        add(&story[after].id);
    }
    match &question.ask {
        Ask::Choice { prompt, options, .. } => {
            add(prompt);
            for option in options {
                add(if option.right { "+" } else { "-" });
                add(&option.text);
            }
        }
        Ask::Verdict { claim, verdict, source, .. } => {
            add(claim);
            add(verdict.name());
            add(&story[*source].id);
        }
        Ask::Cloze { gap, .. } => add(&words(gap)),
        Ask::Proof { claim, .. } => add(claim),
        _ => {}
    }
    question.ask.evidence().iter().for_each(|evidence| add(&words(evidence)));
    let number = hash(&text) as u32;
    let digit = |place: u32| char::from_digit((number >> (place * 4)) & 15, 16);
    (0..8).rev().filter_map(digit).collect()
}
