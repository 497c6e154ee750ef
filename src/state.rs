//! What the widget is in the middle of, changed only by [`State::update`]: from a
//! message to the next state, with what is to be done outside given back as data.

use std::rc::Rc;

use verbatim_core::check::Checked;
use verbatim_core::model::{QuizIx, Story};
use verbatim_core::pose::Response;
use verbatim_core::session::{Action, Mode, Session, Stage, Standing};

use crate::effects::decompose;
use crate::messages as say;

mod failure;
mod hand;
mod msg;

pub use failure::Failure;
pub use hand::{Carry, Hand};
pub use msg::{Effect, Fold, Msg};

/// What the address asks for.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// The story's address, absolute, or the reason why it can't be one.
    pub story: Option<String>,
    /// The quiz to begin with.
    pub quiz: Option<String>,
    /// When feedback is shown.
    pub mode: Mode,
    /// The seed to draw with.
    pub seed: Option<u32>,
}

/// What the widget is in the middle of.
pub struct State {
    /// What the address asks for.
    pub request: Request,
    /// What is on the screen.
    pub screen: Screen,
    /// What the reader holds.
    pub hand: Hand,
    /// What a screen reader is told next.
    pub live: String,
    /// What was folded and is open.
    pub peeked: Vec<Fold>,
    /// What an author should know of a story that can be played all the same.
    pub warnings: Option<Failure>,
}

/// What is on the screen.
pub enum Screen {
    /// The story is on its way.
    Loading,
    /// There is nothing to play.
    Failed(Failure),
    /// The quizzes to choose from.
    Start(Rc<Story>),
    /// A quiz.
    Quiz(Session),
}

impl State {
    /// Before the story is there.
    pub fn new(request: Request) -> Self {
        Self {
            request,
            screen: Screen::Loading,
            hand: Hand::Empty,
            live: String::new(),
            peeked: Vec::new(),
            warnings: None,
        }
    }

    /// The quiz on the screen.
    pub fn session(&self) -> Option<&Session> {
        match &self.screen {
            Screen::Quiz(session) => Some(session),
            _ => None,
        }
    }

    /// Changes the state. `chance` is a random number, for a quiz that is drawn anew.
    pub fn update(&mut self, msg: Msg, chance: u32) -> Vec<Effect> {
        self.live.clear();
        match msg {
            Msg::Loaded(outcome) => {
                return Rc::into_inner(outcome).map_or_else(Vec::new, |outcome| self.loaded(outcome, chance));
            }
            Msg::Retry => {
                self.screen = Screen::Loading;
                return vec![Effect::Load];
            }
            Msg::Mode(mode) => self.request.mode = mode,
            Msg::Play(quiz) => return self.play(quiz, chance),
            Msg::Do(action) => return self.act(action),
            Msg::Digit(at) => return self.choose(at),
            Msg::GoOn => {
                if let Some(Stage::Revealed { .. }) = self.session().map(Session::stage) {
                    return self.act(Action::Next);
                }
            }
            Msg::Peek(fold) => {
                if !self.peeked.contains(&fold) {
                    self.peeked.push(fold);
                }
            }
            Msg::Again => {
                if let Some(quiz) = self.session().map(Session::quiz) {
                    // The seed of the address drew the quiz that was just played.
                    self.request.seed = None;
                    return self.play(quiz, chance);
                }
            }
            Msg::Missed => {
                if let Some(again) = self.session().and_then(Session::missed_again) {
                    return self.begin(again);
                }
            }
            Msg::Quizzes => {
                if let Some(story) = self.session().map(|session| session.story().clone()) {
                    self.screen = Screen::Start(story);
                    return vec![Effect::Focus("h2".to_owned()), Effect::ScrollUp];
                }
            }
            Msg::Drag(_) | Msg::Rehearse => {}
            Msg::Person { .. }
            | Msg::Slot(_)
            | Msg::Give { .. }
            | Msg::TakeBack(_)
            | Msg::Handle(_)
            | Msg::Move { .. }
            | Msg::Carry(_) => {
                return self.handle(msg);
            }
        }
        Vec::new()
    }

    fn loaded(&mut self, outcome: Result<Checked, Failure>, chance: u32) -> Vec<Effect> {
        let (story, findings) = match outcome {
            Ok(Checked { story: Some(story), findings }) => (story, findings),
            Ok(Checked { story: None, findings }) => return self.fail(Failure::Findings(findings)),
            Err(failure) => return self.fail(failure),
        };
        self.warnings = (!findings.is_empty()).then_some(Failure::Findings(findings));
        let asks = |quiz: &&verbatim_core::model::Quiz| !quiz.ask.is_empty() || !quiz.draw.is_empty();
        let mut playable = story.quizzes.iter().filter(asks);
        let (first, more) = (playable.next(), playable.next().is_some());
        let Some(first) = first else {
            return self.fail(self.warnings.clone().unwrap_or(Failure::Empty));
        };
        let wanted = self.request.quiz.as_deref().or((!more).then_some(first.id.as_str()));
        let quiz = wanted.map(|id| story.quiz(id).ok_or_else(|| Failure::no_such_quiz(id, &story)));
        self.screen = Screen::Start(Rc::new(story));
        match quiz {
            Some(Err(failure)) => return self.fail(failure),
            Some(Ok(quiz)) => {
                let effects = self.play(quiz, chance);
                if matches!(self.screen, Screen::Failed(_)) {
                    return effects;
                }
            }
            None => {}
        }
        // What comes by itself leaves the focus where the reader has it.
        let mut effects = vec![Effect::TellReady];
        if self.warnings.is_some() {
            effects.push(Effect::TellError);
        }
        effects
    }

    fn fail(&mut self, failure: Failure) -> Vec<Effect> {
        self.screen = Screen::Failed(failure);
        vec![Effect::TellError]
    }

    fn play(&mut self, quiz: QuizIx, chance: u32) -> Vec<Effect> {
        let story = match &self.screen {
            Screen::Start(story) => story.clone(),
            Screen::Quiz(session) => session.story().clone(),
            Screen::Loading | Screen::Failed(_) => return Vec::new(),
        };
        let seed = self.request.seed.unwrap_or(chance);
        let session = Session::new(story, quiz, seed, self.request.mode, decompose);
        if session.questions().is_empty() {
            return self.fail(self.warnings.clone().unwrap_or(Failure::Empty));
        }
        self.begin(session)
    }

    fn begin(&mut self, session: Session) -> Vec<Effect> {
        self.hand = Hand::Empty;
        self.peeked.clear();
        self.screen = Screen::Quiz(session);
        arrival(Stage::Asking { at: 0 })
    }

    fn act(&mut self, action: Action) -> Vec<Effect> {
        let Screen::Quiz(session) = &mut self.screen else { return Vec::new() };
        let (submits, hints) = (action == Action::Submit, action == Action::Hint);
        let before = session.stage();
        let next = session.apply(action);
        let after = next.stage();
        *session = next;
        if before == after {
            // The button for a hint is gone once it is used, and with it the focus.
            return if hints { vec![Effect::Focus(".hint-text".to_owned())] } else { Vec::new() };
        }
        let mut effects = arrival(after);
        if let Stage::Asking { at } = before
            && submits
            && session.standing(at) == Standing::Answered
        {
            effects.push(Effect::TellAnswer(at));
        }
        if after == Stage::Finished {
            effects.push(Effect::TellComplete);
        }
        self.hand = Hand::Empty;
        effects
    }

    fn choose(&mut self, at: usize) -> Vec<Effect> {
        let Some(session) = self.session() else { return Vec::new() };
        let Stage::Asking { at: question } = session.stage() else { return Vec::new() };
        let offers = match session.response(question) {
            Some(Response::Several(chosen)) => chosen.len(),
            Some(Response::One(_)) => match session.questions().get(question).map(|posed| &posed.task) {
                Some(verbatim_core::pose::Task::One { offers, .. }) => offers.len(),
                _ => 0,
            },
            _ => 0,
        };
        if at >= offers {
            return Vec::new();
        }
        let mut effects = self.act(Action::Choose(at));
        effects.push(Effect::Focus([".choices input[value=\"", &at.to_string(), "\"]"].concat()));
        effects
    }
}

/// What is due when a stage is reached.
fn arrival(stage: Stage) -> Vec<Effect> {
    let focus = match stage {
        Stage::Asking { .. } => ".prompt",
        Stage::Revealed { .. } => return vec![Effect::Focus(".feedback".to_owned())],
        Stage::Unfinished | Stage::Finished => "h2",
    };
    vec![Effect::Focus(focus.to_owned()), Effect::ScrollUp]
}

impl State {
    /// Says something to whoever listens to the page.
    fn tell(&mut self, text: String) {
        self.live = text;
    }

    /// The sentence on where something stands now.
    fn tell_position(&mut self, to: usize, count: usize) {
        self.tell(say::position(to + 1, count));
    }
}
