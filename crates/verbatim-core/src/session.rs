//! One reader's way through a quiz: a state that only [`Session::apply`] changes,
//! from an action to the next state, with nothing else read or written.

use std::rc::Rc;

use crate::dice::Dice;
use crate::draw::draw;
use crate::feedback::{Feedback, Rightness, feedback};
use crate::model::{QuizIx, Story};
use crate::pose::{Posed, Response};
use crate::score::{Decompose, Points, points};

mod action;
mod guess;
mod kept;
mod resume;
mod staged;

pub use action::Action;
pub use guess::guess;
pub use kept::{Fact, Sitting, TakenUp};
pub use staged::{Staged, stage};

/// When feedback is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// After each answer.
    #[default]
    Practice,
    /// At the end.
    Test,
}

/// What is on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// A question waits for its answer.
    Asking {
        /// The question's position.
        at: usize,
    },
    /// An answer is explained.
    Revealed {
        /// The question's position.
        at: usize,
    },
    /// Every question was seen; what was skipped waits, and in a test answers may still change.
    Unfinished,
    /// The quiz is over.
    Finished,
}

/// What became of a question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// Not seen yet.
    #[default]
    Unseen,
    /// Left for later.
    Skipped,
    /// Answered.
    Answered,
}

/// A reader's doings at one question.
#[derive(Clone, Debug, PartialEq)]
struct Turn {
    response: Response,
    hinted: bool,
    standing: Standing,
}

/// One reader's way through a quiz.
#[derive(Clone, Debug)]
pub struct Session {
    story: Rc<Story>,
    quiz: QuizIx,
    seed: u32,
    mode: Mode,
    questions: Rc<[Posed]>,
    /// What was done at each question; nothing yet where nothing was done.
    turns: Vec<Option<Rc<Turn>>>,
    stage: Stage,
    decompose: Decompose,
}

impl PartialEq for Session {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.story, &other.story)
            && Rc::ptr_eq(&self.questions, &other.questions)
            && self.turns == other.turns
            && self.stage == other.stage
    }
}

/// What a finished quiz comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// The points of all questions, skipped ones earning none.
    pub points: Points,
    /// The points and the standing of each question.
    pub questions: Vec<Outcome>,
}

/// What became of a question in the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The points.
    pub points: Points,
    /// How right the answer is; `None` where there is none.
    pub rightness: Option<Rightness>,
    /// Whether the hint was asked for.
    pub hinted: bool,
}

impl Session {
    /// A new session of a quiz, at its first question.
    pub fn new(story: Rc<Story>, quiz: QuizIx, seed: u32, mode: Mode, decompose: Decompose) -> Self {
        let questions = draw(&story, quiz, seed).into();
        Self::with_questions(story, quiz, seed, mode, questions, decompose)
    }

    /// A new session of so many of the questions at most, chosen by the same seed.
    #[must_use]
    pub fn at_most(self, count: usize) -> Self {
        let all = self.questions.len();
        if count >= all {
            return self;
        }
        let mut places: Vec<usize> = (0..all).collect();
        Dice::new(self.seed, "count").shuffle(&mut places);
        places.truncate(count);
        // In their order: it keeps one question from answering another.
        let mut questions = Vec::with_capacity(count);
        for (at, posed) in self.questions.iter().enumerate() {
            if places.contains(&at) {
                questions.push(posed.clone());
            }
        }
        let questions = questions.into();
        Self::with_questions(self.story, self.quiz, self.seed, self.mode, questions, self.decompose)
    }

    fn with_questions(
        story: Rc<Story>,
        quiz: QuizIx,
        seed: u32,
        mode: Mode,
        questions: Rc<[Posed]>,
        decompose: Decompose,
    ) -> Self {
        let turns = vec![None; questions.len()];
        let stage = if questions.is_empty() { Stage::Finished } else { Stage::Asking { at: 0 } };
        Self { story, quiz, seed, mode, questions, turns, stage, decompose }
    }

    /// A new session of the questions that this one did not get fully right; `None` where there are none.
    pub fn missed_again(&self) -> Option<Self> {
        let mut missed = Vec::new();
        for (at, posed) in self.questions.iter().enumerate() {
            if !self.outcome(at).points.is_full() {
                missed.push(posed.clone());
            }
        }
        if missed.is_empty() {
            return None;
        }
        let (story, missed) = (self.story.clone(), missed.into());
        Some(Self::with_questions(story, self.quiz, self.seed, Mode::Practice, missed, self.decompose))
    }

    /// The story.
    pub fn story(&self) -> &Rc<Story> {
        &self.story
    }

    /// The quiz.
    pub fn quiz(&self) -> QuizIx {
        self.quiz
    }

    /// The seed that the quiz was drawn with.
    pub fn seed(&self) -> u32 {
        self.seed
    }

    /// When feedback is shown.
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// The questions, in the order in which they are asked.
    pub fn questions(&self) -> &[Posed] {
        &self.questions
    }

    /// What is on the screen.
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// What became of a question so far.
    pub fn standing(&self, at: usize) -> Standing {
        self.done(at).map(|turn| turn.standing).unwrap_or_default()
    }

    /// Whether the hint of a question was asked for.
    pub fn is_hinted(&self, at: usize) -> bool {
        self.done(at).is_some_and(|turn| turn.hinted)
    }

    /// The response to a question as far as there is one; `None` where there is no such question.
    pub fn response(&self, at: usize) -> Option<Response> {
        let posed = self.questions.get(at)?;
        Some(self.done(at).map_or_else(|| posed.task.blank(), |turn| turn.response.clone()))
    }

    /// Whether the response to a question says enough to be sent.
    pub fn can_submit(&self, at: usize) -> bool {
        let posed = self.questions.get(at);
        posed.zip(self.done(at)).is_some_and(|(posed, turn)| posed.task.is_answered(&turn.response))
    }

    /// What there is to say of the answer to a question; of one that was skipped,
    /// what the right answer is. `None` where there is no such question.
    pub fn feedback(&self, at: usize) -> Option<Feedback> {
        let posed = self.questions.get(at)?;
        let response = self.response(at)?;
        Some(feedback(&self.story, posed, &response, self.is_hinted(at), self.decompose))
    }

    /// What the quiz comes to as it stands.
    pub fn summary(&self) -> Summary {
        let mut points = Points::default();
        let mut questions = Vec::with_capacity(self.questions.len());
        for at in 0..self.questions.len() {
            let outcome = self.outcome(at);
            points.earned += outcome.points.earned;
            points.possible += outcome.points.possible;
            questions.push(outcome);
        }
        Summary { points, questions }
    }

    /// What became of a question, in points.
    pub fn outcome(&self, at: usize) -> Outcome {
        let Some(posed) = self.questions.get(at) else {
            return Outcome { points: Points::default(), rightness: None, hinted: false };
        };
        let hinted = self.is_hinted(at);
        let answered = self.done(at).filter(|turn| turn.standing == Standing::Answered);
        match answered {
            Some(turn) => {
                let of = |hinted| points(&self.story, posed, &turn.response, hinted, self.decompose);
                let rightness = match of(false) {
                    full if full.is_full() => Rightness::Right,
                    Points { earned: 0, .. } => Rightness::Wrong,
                    _ => Rightness::Partly,
                };
                Outcome { points: of(hinted), rightness: Some(rightness), hinted }
            }
            None => {
                let points = points(&self.story, posed, &posed.task.blank(), hinted, self.decompose);
                Outcome { points, rightness: None, hinted }
            }
        }
    }

    /// The positions of the questions that were skipped.
    pub fn skipped(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.questions.len()).filter(|at| self.standing(*at) == Standing::Skipped)
    }

    /// The session after an action. An action that means nothing on this screen changes nothing.
    #[must_use]
    pub fn apply(&self, action: Action) -> Self {
        let mut next = self.clone();
        match (self.stage, action) {
            (
                Stage::Asking { at },
                action @ (Action::Choose(_) | Action::Give { .. } | Action::Shift { .. } | Action::Write(_)),
            ) => next.respond(at, action),
            (Stage::Asking { at }, Action::Hint) => next.hint(at),
            (Stage::Asking { at }, Action::Submit) if self.can_submit(at) => {
                next.stand(at, Standing::Answered);
                match self.mode {
                    Mode::Practice => next.stage = Stage::Revealed { at },
                    Mode::Test => next.go_on(at),
                }
            }
            (Stage::Asking { at }, Action::Skip) => {
                // An answer that a test has already is not lost by passing over it.
                if self.standing(at) != Standing::Answered {
                    next.stand(at, Standing::Skipped);
                }
                next.go_on(at);
            }
            (Stage::Revealed { at }, Action::Next) => next.go_on(at),
            (Stage::Asking { .. } | Stage::Revealed { .. } | Stage::Unfinished, Action::Open(at)) => {
                next.open(at)
            }
            (stage, Action::Finish) if stage != Stage::Finished => next.stage = Stage::Finished,
            _ => {}
        }
        next
    }

    fn done(&self, at: usize) -> Option<&Turn> {
        self.turns.get(at)?.as_deref()
    }

    /// What was done at a question, to be changed.
    #[inline(never)]
    fn turn_mut(&mut self, at: usize) -> Option<&mut Turn> {
        let (posed, turn) = (self.questions.get(at)?, self.turns.get_mut(at)?);
        let blank =
            || Rc::new(Turn { response: posed.task.blank(), hinted: false, standing: Standing::Unseen });
        Some(Rc::make_mut(turn.get_or_insert_with(blank)))
    }

    fn respond(&mut self, at: usize, action: Action) {
        let offers = |position| self.questions.get(at).is_some_and(|posed| posed.task.offers(position));
        let is_offered = matches!(action, Action::Choose(position) if offers(position));
        let Some(Turn { response, .. }) = self.turn_mut(at) else { return };
        match action {
            Action::Choose(position) if is_offered => response.choose(position),
            Action::Give { statement, person } => response.give(statement, person),
            Action::Shift { from, to } => response.shift(from, to),
            Action::Write(text) => response.write(text),
            _ => {}
        }
    }

    fn stand(&mut self, at: usize, standing: Standing) {
        if let Some(turn) = self.turn_mut(at) {
            turn.standing = standing;
        }
    }

    fn hint(&mut self, at: usize) {
        let has_hint = self.questions.get(at).is_some_and(|posed| posed.question(&self.story).hint.is_some());
        if has_hint && let Some(turn) = self.turn_mut(at) {
            turn.hinted = true;
        }
    }

    fn open(&mut self, at: usize) {
        match (self.mode, self.standing(at)) {
            _ if at >= self.questions.len() => {}
            (Mode::Practice, Standing::Answered) => self.stage = Stage::Revealed { at },
            _ => self.stage = Stage::Asking { at },
        }
    }

    /// To the next question not seen yet; when all were seen, to the next one
    /// skipped after this; when there is none, to the end.
    fn go_on(&mut self, at: usize) {
        let (mut unseen, mut skipped) = (None, None);
        let count = self.questions.len();
        for further in 1..count {
            let one = (at + further) % count;
            match self.standing(one) {
                Standing::Unseen => unseen = unseen.or(Some(one)),
                Standing::Skipped => skipped = skipped.or(Some(one)),
                Standing::Answered => {}
            }
        }
        let was_going_back = unseen.is_none() && self.standing(at) == Standing::Answered;
        self.stage = match (unseen, skipped) {
            (Some(at), _) => Stage::Asking { at },
            (None, Some(next)) if was_going_back && next > at => Stage::Asking { at: next },
            (None, None) if self.mode == Mode::Practice && self.standing(at) != Standing::Skipped => {
                Stage::Finished
            }
            (None, _) => Stage::Unfinished,
        };
    }
}
