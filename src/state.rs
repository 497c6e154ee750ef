//! What the widget is in the middle of, changed only by [`State::update`]: from a
//! message to the next state, with what is to be done outside given back as data.

use std::rc::Rc;

use verbatim_core::decimal::decimal;
use verbatim_core::model::{QuizIx, Story};
use verbatim_core::pose::Response;
use verbatim_core::session::{Action, Session, Stage, Standing};

use crate::effects::decompose;
use crate::messages::{Arg, Say, Words};

mod clock;
mod failure;
mod hand;
mod msg;
mod opened;
mod request;

pub use clock::{Clock, Moment};
pub use failure::Failure;
pub use hand::{Carry, Hand};
pub use msg::{Effect, Fold, Msg, Opening, Told};
pub use opened::Opened;
pub use request::Request;

/// What the widget is in the middle of.
pub struct State {
    /// The story that it was given.
    pub opened: Rc<Opened>,
    /// What is asked for.
    pub request: Request,
    /// The interface's words.
    pub words: Rc<Words>,
    /// What is on the screen.
    pub screen: Screen,
    /// What the reader holds.
    pub hand: Hand,
    /// What a screen reader is told next.
    pub live: String,
    /// What was folded and is open.
    pub peeked: Vec<Fold>,
    /// Whether the result was copied, for sharing.
    pub copied: bool,
    /// How long each question was on the screen.
    pub clock: Clock,
    /// The time and chance of the message that is being taken in.
    moment: Moment,
}

/// What is on the screen.
pub enum Screen {
    /// There is nothing to play.
    Failed(Failure),
    /// The quizzes to choose from.
    Start(Rc<Story>),
    /// A quiz.
    Quiz(Session),
}

impl State {
    /// The first screen of a story, with what is due once it is shown.
    pub fn new(
        opened: Rc<Opened>,
        request: Request,
        words: Rc<Words>,
        moment: Moment,
    ) -> (Self, Vec<Effect>) {
        let mut state = Self::of(Screen::Failed(Failure::Empty), opened, request, words, moment);
        let effects = state.open();
        (state, effects)
    }

    /// A state with a screen that is on already.
    pub fn of(
        screen: Screen,
        opened: Rc<Opened>,
        request: Request,
        words: Rc<Words>,
        moment: Moment,
    ) -> Self {
        Self {
            opened,
            request,
            words,
            screen,
            hand: Hand::Empty,
            live: String::new(),
            peeked: Vec::new(),
            copied: false,
            clock: Clock::default(),
            moment,
        }
    }

    /// The quiz on the screen.
    pub fn session(&self) -> Option<&Session> {
        match &self.screen {
            Screen::Quiz(session) => Some(session),
            _ => None,
        }
    }

    /// The language of the story on the screen, as a BCP 47 tag.
    pub fn story_language(&self) -> Option<&str> {
        match &self.screen {
            Screen::Start(story) => Some(&story.language),
            Screen::Quiz(session) => Some(&session.story().language),
            Screen::Failed(_) => None,
        }
    }

    /// Changes the state.
    pub fn update(&mut self, msg: Msg, moment: Moment) -> Vec<Effect> {
        self.live.clear();
        self.moment = moment;
        match msg {
            Msg::Ask(request) => {
                let same = self.request.plays_as(&request);
                self.request = request;
                return if same { Vec::new() } else { self.open() };
            }
            Msg::Start => {
                let Screen::Start(story) = &self.screen else { return Vec::new() };
                let first = story.quizzes.iter().find(|quiz| !quiz.ask.is_empty() || !quiz.draw.is_empty());
                let quiz = first.and_then(|quiz| story.quiz(&quiz.id));
                return quiz.map_or_else(Vec::new, |quiz| self.play(quiz));
            }
            Msg::Restart => {
                let quiz = self.session().map(Session::quiz);
                return quiz.map_or_else(Vec::new, |quiz| self.play(quiz));
            }
            Msg::Retry => return vec![Effect::Tell(Told::Retry)],
            Msg::Share => return vec![Effect::Tell(Told::Share)],
            Msg::Copied => {
                self.copied = true;
                self.tell(Say::Copied, &[]);
            }
            Msg::Speak(words) => self.words = words,
            Msg::Mode(mode) => self.request.mode = mode,
            Msg::Play(quiz) => return self.play(quiz),
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
                    return self.play(quiz);
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
                    return vec![Effect::Focus(HEADING.to_owned()), Effect::ScrollUp];
                }
            }
            Msg::Drag(_) | Msg::Rehearse | Msg::Open(_) | Msg::Close => {}
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

    /// Shows the story: the quiz that is asked for, or those there are to choose from.
    fn open(&mut self) -> Vec<Effect> {
        let story = match &self.opened.story {
            Ok(story) => story.clone(),
            Err(failure) => {
                let failure = failure.clone();
                return self.fail(failure);
            }
        };
        let mut playable = story.quizzes.iter().filter(|quiz| !quiz.ask.is_empty() || !quiz.draw.is_empty());
        let (first, more) = (playable.next(), playable.next().is_some());
        let only = first.filter(|_| !more).map(|quiz| quiz.id.as_str());
        let wanted = self.request.quiz.as_deref().or(only);
        let quiz = wanted.map(|id| story.quiz(id).ok_or_else(|| Failure::no_such_quiz(id, &story)));
        self.screen = Screen::Start(story.clone());
        match quiz {
            Some(Err(failure)) => return self.fail(failure),
            Some(Ok(quiz)) => {
                let effects = self.play(quiz);
                if matches!(self.screen, Screen::Failed(_)) {
                    return effects;
                }
            }
            None => {}
        }
        // What comes by itself leaves the focus where the reader has it.
        let mut effects = vec![Effect::Tell(Told::Ready)];
        if self.opened.warnings.is_some() {
            effects.push(Effect::Tell(Told::Error));
        }
        effects
    }

    fn fail(&mut self, failure: Failure) -> Vec<Effect> {
        self.screen = Screen::Failed(failure);
        vec![Effect::Tell(Told::Error)]
    }

    fn play(&mut self, quiz: QuizIx) -> Vec<Effect> {
        let Ok(story) = self.opened.story.clone() else { return Vec::new() };
        let Request { seed, count, mode, .. } = self.request;
        let seed = seed.unwrap_or(self.moment.chance);
        let session = Session::new(story, quiz, seed, mode, decompose);
        let session = session.at_most(count.map_or(usize::MAX, |count| count as usize));
        if session.questions().is_empty() {
            return self.fail(self.opened.warnings.clone().unwrap_or(Failure::Empty));
        }
        self.begin(session)
    }

    fn begin(&mut self, session: Session) -> Vec<Effect> {
        self.hand = Hand::Empty;
        self.peeked.clear();
        self.copied = false;
        self.clock = Clock::start(self.moment);
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
        if let Stage::Asking { at } = before {
            self.clock.leave(at, self.moment);
        }
        self.clock.arrive(self.moment);
        let mut effects = arrival(after);
        if let Stage::Asking { at } = before
            && submits
            && session.standing(at) == Standing::Answered
        {
            effects.push(Effect::Tell(Told::Answer(at)));
        }
        if after == Stage::Finished {
            effects.push(Effect::Tell(Told::Complete));
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
        effects.push(Effect::Focus([".choices input[value=\"", &decimal(at), "\"]"].concat()));
        effects
    }
}

/// The first heading of a screen.
const HEADING: &str = ":is(.headline, .score)";

/// What is due when a stage is reached.
fn arrival(stage: Stage) -> Vec<Effect> {
    let focus = match stage {
        Stage::Asking { .. } => ".prompt",
        Stage::Revealed { .. } => return vec![Effect::Focus(".feedback".to_owned())],
        Stage::Unfinished | Stage::Finished => HEADING,
    };
    vec![Effect::Focus(focus.to_owned()), Effect::ScrollUp]
}

impl State {
    /// Says something to whoever listens to the page.
    fn tell(&mut self, say: Say, args: &[Arg<'_>]) {
        self.live = self.words.fill(say, args);
    }

    /// The sentence on where something stands now.
    fn tell_position(&mut self, to: usize, count: usize) {
        self.tell(Say::Position, &[Arg::Number(to + 1), Arg::Number(count)]);
    }
}
