//! What happens to the widget, and what is to be done outside because of it.

use std::rc::Rc;

use js_sys::Function;
use verbatim_core::model::QuizIx;
use verbatim_core::session::{Action, Mode};

use super::{Carry, Opened, Request};
use crate::effects::drag::Step;
use crate::messages::Words;

/// What happens to the widget.
#[derive(Clone)]
pub enum Msg {
    /// Whoever embeds the widget has a story to show: what is next.
    Open,
    /// Whoever embeds the widget has done with it.
    Close,
    /// Whoever embeds the widget asks for something else.
    Ask(Request),
    /// Whoever embeds the widget begins a quiz.
    Start,
    /// Whoever embeds the widget begins the quiz again.
    Restart,
    /// The interface speaks another language from now on.
    Speak(Rc<Words>),
    /// All of the code is there: what waited for it happens now.
    Proceed,
    /// The first answer is given, where nobody sees it.
    Rehearse,
    /// What was to be saved is saved, or could not be.
    Kept {
        /// Whether it will be gone with the page.
        failed: bool,
        /// What has to be told again, since nothing was there to take it.
        untold: String,
    },
    /// The reader wants the story to be loaded again.
    Retry,
    /// The reader wants feedback at another time.
    Mode(Mode),
    /// The reader begins a quiz, or goes on with it.
    Play(QuizIx),
    /// The reader begins a quiz anew that was not over.
    Anew(QuizIx),
    /// The reader does something in the quiz.
    Do(Action),
    /// The reader chooses by a number key, from 0.
    Digit(usize),
    /// The reader goes on by a key.
    GoOn,
    /// The reader lifts a person in a match, or puts one into the place they chose.
    Person {
        /// The person's position.
        at: usize,
        /// Whether a key did it: then the arrow keys choose the place.
        by_key: bool,
    },
    /// The reader chooses the place beside a quotation.
    Slot(usize),
    /// The reader gives a quotation to a person.
    Give {
        /// The quotation.
        slot: usize,
        /// The person.
        person: usize,
    },
    /// The reader takes a person back from a quotation.
    TakeBack(usize),
    /// The reader lifts or drops the event at a position.
    Handle(usize),
    /// The reader moves an event to a position, by a button of this class or by dragging.
    Move {
        /// Where it stands.
        from: usize,
        /// Where it goes.
        to: usize,
        /// What has the focus afterwards.
        by: &'static str,
    },
    /// The reader moves what they carry.
    Carry(Carry),
    /// The reader drags something: for whoever follows pointers, no change of state.
    Drag(Step),
    /// The reader opens something that is folded.
    Peek(Fold),
    /// The same quiz, drawn anew.
    Again,
    /// The questions missed.
    Missed,
    /// The reader wants to share the result.
    Share,
    /// The result was copied, for sharing.
    Copied,
    /// Back to the choice of quizzes.
    Quizzes,
}

impl Msg {
    /// Whether it can only happen once all of the code is there, since it leads past the question,
    /// looks back at one, or is to be saved.
    pub fn leads_on(&self) -> bool {
        matches!(
            self,
            Self::Do(
                Action::Submit
                    | Action::Skip
                    | Action::Hint
                    | Action::Next
                    | Action::Open(_)
                    | Action::Finish
            ) | Self::GoOn
                | Self::Quizzes
                | Self::Rehearse
                | Self::Peek(_)
                | Self::Missed
        )
    }
}

/// What a story is shown with.
pub struct Opening {
    /// The story.
    pub opened: Rc<Opened>,
    /// What is asked for.
    pub request: Request,
    /// The interface's words.
    pub words: Rc<Words>,
    /// The sittings that were saved and are not over, where what is answered is saved.
    pub saved: Option<String>,
    /// Whom to tell what happens.
    pub tell: Function,
}

/// Something that is rendered only once it is opened: there can be a lot of it.
#[derive(Clone, Copy, PartialEq)]
pub enum Fold {
    /// A question of the summary.
    Question(usize),
    /// The reasons of a lost pair of a question, by its position.
    Reasons(usize, usize),
}

/// What is to be done outside after a change.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Focus the first element that a selector finds.
    Focus(String),
    /// Bring the top of the widget into view.
    ScrollUp,
    /// Have something of the quiz saved, as `embed/keep.js` takes it.
    Keep(String),
    /// Tell whoever embeds the widget.
    Tell(Told),
}

/// What the embedding page is told.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Told {
    /// There is something to play.
    Ready,
    /// A question was answered.
    Answer(usize),
    /// The quiz is over.
    Complete,
    /// Something keeps the story, or part of it, from being played.
    Error,
    /// The reader wants the story to be loaded again.
    Retry,
    /// The reader wants to share the result.
    Share,
}
