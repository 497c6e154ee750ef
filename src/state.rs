//! What the widget is in the middle of, changed only by [`State::update`]: from a
//! message to the next state, with what is to be done outside noted as data.

use std::rc::Rc;

use verbatim_core::decimal::decimal;
use verbatim_core::model::{QuizIx, Story};
use verbatim_core::session::{Action, Session, Stage};

use crate::effects::decompose;
use crate::messages::{Arg, Say, Words};

mod clock;
mod failure;
mod hand;
mod keeping;
mod msg;
mod opened;
mod rehearse;
mod request;

pub use clock::{Clock, Moment};
pub use failure::Failure;
pub use hand::{Carry, Hand};
pub use keeping::Keeping;
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
    /// What the reader should know of beside the quiz.
    notice: Option<(Say, u32, u32)>,
    /// What is saved of the story's quizzes, where anything is.
    pub keeping: Option<Keeping>,
    /// What was folded and is open.
    pub peeked: Vec<Fold>,
    /// Whether the result was copied, for sharing.
    pub copied: bool,
    /// How long each question was on the screen.
    pub clock: Clock,
    /// What is to be done outside once this is shown.
    pub due: Vec<Effect>,
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
    /// The first screen of a story.
    pub fn new(
        opened: Rc<Opened>,
        request: Request,
        words: Rc<Words>,
        keeping: Option<Keeping>,
        moment: Moment,
    ) -> Self {
        let mut state = Self::of(Screen::Failed(Failure::Empty), opened, request, words, moment);
        state.keeping = keeping;
        state.open();
        state
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
            notice: None,
            keeping: None,
            peeked: Vec::new(),
            copied: false,
            clock: Clock::default(),
            due: Vec::new(),
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
    pub fn update(&mut self, msg: Msg, moment: Moment) {
        self.moment = moment;
        if self.is_saving() && !matches!(msg, Msg::Kept { .. } | Msg::Speak(_) | Msg::Ask(_)) {
            return;
        }
        self.live.clear();
        match msg {
            Msg::Ask(request) => {
                let same = self.request.plays_as(&request);
                self.request = request;
                if !same {
                    self.open();
                }
            }
            Msg::Start => {
                let Screen::Start(story) = &self.screen else { return };
                let first = story.quizzes.iter().find(|quiz| !quiz.ask.is_empty() || !quiz.draw.is_empty());
                let quiz = first.and_then(|quiz| story.quiz(&quiz.id));
                if let Some(quiz) = quiz {
                    self.play(quiz);
                }
            }
            Msg::Restart => {
                if let Some(quiz) = self.session().map(Session::quiz) {
                    self.play(quiz);
                }
            }
            Msg::Retry => self.due.push(Effect::Tell(Told::Retry)),
            Msg::Share => self.due.push(Effect::Tell(Told::Share)),
            Msg::Copied => {
                self.copied = true;
                self.tell(Say::Copied, &[]);
            }
            Msg::Speak(words) => self.words = words,
            Msg::Mode(mode) => self.request.mode = mode,
            Msg::Play(quiz) => {
                if !self.go_on_with(quiz) {
                    self.play(quiz);
                }
            }
            Msg::Anew(quiz) => self.play(quiz),
            Msg::Kept { failed, untold } => self.kept(failed, untold),
            Msg::Do(action) => self.act(action),
            Msg::Digit(at) => self.choose(at),
            Msg::GoOn => {
                if let Some(Stage::Revealed { .. }) = self.session().map(Session::stage) {
                    self.act(Action::Next);
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
                    self.play(quiz);
                }
            }
            Msg::Missed => {
                if let Some(again) = self.session().and_then(Session::missed_again) {
                    self.keep_anew(true);
                    self.show(again);
                }
            }
            Msg::Quizzes => {
                if let Some(story) = self.session().map(|session| session.story().clone()) {
                    self.leave();
                    self.screen = Screen::Start(story);
                    self.arrive_at(HEADING);
                }
            }
            Msg::Drag(_) | Msg::Rehearse | Msg::Open | Msg::Close | Msg::Proceed => {}
            Msg::Person { .. }
            | Msg::Slot(_)
            | Msg::Give { .. }
            | Msg::TakeBack(_)
            | Msg::Handle(_)
            | Msg::Move { .. }
            | Msg::Carry(_) => self.handle(msg),
        }
    }

    /// Shows the story: the quiz that is asked for, or those there are to choose from.
    fn open(&mut self) {
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
        let due_before = self.due.len();
        match quiz {
            Some(Err(failure)) => return self.fail(failure),
            _ if self.go_on() => {}
            Some(Ok(quiz)) => {
                self.play(quiz);
                if matches!(self.screen, Screen::Failed(_)) {
                    return;
                }
            }
            None => {}
        }
        // What comes by itself leaves the focus where the reader has it.
        self.due.truncate(due_before);
        self.due.push(Effect::Tell(Told::Ready));
        if self.opened.warnings.is_some() {
            self.due.push(Effect::Tell(Told::Error));
        }
    }

    fn fail(&mut self, failure: Failure) {
        self.screen = Screen::Failed(failure);
        self.due.push(Effect::Tell(Told::Error));
    }

    fn play(&mut self, quiz: QuizIx) {
        let Ok(story) = self.opened.story.clone() else { return };
        let Request { seed, count, mode, .. } = self.request;
        let seed = seed.unwrap_or(self.moment.chance);
        let session = Session::new(story, quiz, seed, mode, decompose);
        let session = session.at_most(count.map_or(usize::MAX, |count| count as usize));
        if session.questions().is_empty() {
            return self.fail(self.opened.warnings.clone().unwrap_or(Failure::Empty));
        }
        self.keep_anew(false);
        self.show(session)
    }

    fn show(&mut self, session: Session) {
        self.hand = Hand::Empty;
        self.peeked.clear();
        self.copied = false;
        self.notice = None;
        self.clock = Clock::start(self.moment);
        let stage = session.stage();
        self.screen = Screen::Quiz(session);
        self.arrive(stage);
    }

    fn act(&mut self, action: Action) {
        let Screen::Quiz(session) = &self.screen else { return };
        let (submits, hints) = (action == Action::Submit, action == Action::Hint);
        let before = session.stage();
        let next = session.apply(action);
        let after = next.stage();
        let at = if let Stage::Asking { at } = before { Some(at) } else { None };
        if before == after {
            if hints {
                self.keep(&next, at, "open");
                // The button for a hint is gone once it is used, and with it the focus.
                self.focus(&[".hint-text"]);
            }
            self.screen = Screen::Quiz(next);
            return;
        }
        if let Some(at) = at {
            self.clock.leave(at, self.moment);
        }
        let state = if after == Stage::Finished { "finished" } else { "open" };
        self.keep(&next, at, state);
        // What an answer leads to shows once nothing can take the answer away any more.
        if !(submits && self.hold(&next)) {
            self.advance(next, submits);
        }
    }

    /// Shows what an action led to, by which a question was answered or not.
    fn advance(&mut self, next: Session, answers: bool) {
        let Screen::Quiz(session) = &self.screen else { return };
        let (before, after) = (session.stage(), next.stage());
        self.screen = Screen::Quiz(next);
        self.clock.arrive(self.moment);
        self.hand = Hand::Empty;
        self.arrive(after);
        if let Stage::Asking { at } = before
            && answers
        {
            self.due.push(Effect::Tell(Told::Answer(at)));
        }
        if after == Stage::Finished {
            self.due.push(Effect::Tell(Told::Complete));
        }
    }

    fn choose(&mut self, at: usize) {
        let Some(session) = self.session() else { return };
        let Stage::Asking { at: question } = session.stage() else { return };
        if session.questions().get(question).is_some_and(|posed| posed.task.offers(at)) {
            self.act(Action::Choose(at));
            self.focus(&[".choices input[value=\"", &decimal(at), "\"]"]);
        }
    }
}

/// The first heading of a screen.
const HEADING: &str = ":is(.headline, .score)";

impl State {
    /// Notes what is due when a stage is reached.
    fn arrive(&mut self, stage: Stage) {
        match stage {
            Stage::Asking { .. } => self.arrive_at(".prompt"),
            Stage::Revealed { .. } => self.focus(&[".feedback"]),
            Stage::Unfinished | Stage::Finished => self.arrive_at(HEADING),
        }
    }

    fn arrive_at(&mut self, selector: &str) {
        self.focus(&[selector]);
        self.due.push(Effect::ScrollUp);
    }

    /// Notes that the focus goes to the first element that a selector, in parts, finds.
    fn focus(&mut self, selector: &[&str]) {
        self.due.push(Effect::Focus(selector.concat()));
    }

    /// Says something to whoever listens to the page.
    fn tell(&mut self, say: Say, args: &[Arg<'_>]) {
        self.live = self.words.fill(say, args);
    }

    /// The sentence on where something stands now.
    fn tell_position(&mut self, to: usize, count: usize) {
        self.tell(Say::Position, &[Arg::Number(to + 1), Arg::Number(count)]);
    }
}
