//! A question as it is put to a reader: its options drawn and in their places.
//! What a reader may do with it, and what a response to it looks like, follow
//! from its task.

use std::rc::Rc;

use crate::decimal::decimal;
use crate::letter::is_letter;
use crate::model::{EventIx, Evidence, Kind, PersonIx, Question, QuestionIx, StatementIx, Story, Verdict};

mod items;

/// A question in a quiz.
#[derive(Clone, Debug, PartialEq)]
pub struct Posed {
    /// The question.
    pub origin: Origin,
    /// What the reader is to do.
    pub task: Task,
}

/// Where a question comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum Origin {
    /// From the author's hand.
    Written(QuestionIx),
    /// Drawn from the facts.
    Drawn(Rc<Question>),
}

impl Posed {
    /// The question.
    pub fn question<'a>(&'a self, story: &'a Story) -> &'a Question {
        match &self.origin {
            Origin::Written(index) => &story[*index],
            Origin::Drawn(question) => question,
        }
    }

    /// The question's kind.
    pub fn kind(&self, story: &Story) -> Kind {
        self.question(story).ask.kind()
    }
}

/// What a reader is to do with a question.
#[derive(Clone, Debug, PartialEq)]
pub enum Task {
    /// Choose one answer.
    One {
        /// The answers, in the order shown.
        offers: Vec<Offer>,
        /// Which of them is right.
        right: usize,
    },
    /// Choose all answers that are right.
    Several {
        /// The answers, in the order shown.
        offers: Vec<Offer>,
        /// Whether each is right.
        right: Vec<bool>,
    },
    /// Give each quotation its speaker.
    Match {
        /// The quotations, in the order shown.
        statements: Vec<StatementIx>,
        /// The people, in the order shown: every speaker, and some others.
        people: Vec<PersonIx>,
    },
    /// Put events in order.
    Arrange {
        /// The events, in the order shown at first, which is not fully right.
        events: Vec<EventIx>,
    },
    /// Type the words that are missing from a quotation.
    Type {
        /// The statement.
        statement: StatementIx,
        /// The words left out.
        gap: Evidence,
    },
}

/// An answer that is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// A person.
    Person(PersonIx),
    /// The words of a statement.
    Statement(StatementIx),
    /// An event.
    Event(EventIx),
    /// That the reports don't say.
    Undecided,
    /// The option of a choice, by its position in the story file.
    Option(usize),
    /// What a source says of a claim.
    Verdict(Verdict),
    /// A sentence.
    Sentence(Evidence),
}

impl Offer {
    /// The name under which the answer is saved and told to the host page.
    pub fn id(self, story: &Story) -> String {
        match self {
            Self::Person(person) => story[person].id.clone(),
            Self::Statement(statement) => story[statement].id.clone(),
            Self::Event(event) => story[event].id.clone(),
            Self::Undecided => "undecided".to_owned(),
            Self::Option(position) => decimal(position),
            Self::Verdict(verdict) => verdict.name().to_owned(),
            Self::Sentence(sentence) => decimal(sentence.start as usize),
        }
    }
}

/// A reader's answer, or as much of it as there is.
#[derive(Clone, Debug, PartialEq)]
pub enum Response {
    /// The position of the one answer chosen.
    One(Option<usize>),
    /// Whether each answer is chosen.
    Several(Vec<bool>),
    /// For each quotation the position of the person it was given to.
    Match(Vec<Option<usize>>),
    /// The positions of the events shown, in the reader's order.
    Arrange {
        /// The order.
        order: Vec<usize>,
        /// Whether the reader has made it their own.
        moved: bool,
    },
    /// The words typed.
    Type(String),
}

impl Task {
    /// The response of somebody who has not done anything yet.
    pub fn blank(&self) -> Response {
        match self {
            Self::One { .. } => Response::One(None),
            Self::Several { offers, .. } => Response::Several(vec![false; offers.len()]),
            Self::Match { statements, .. } => Response::Match(vec![None; statements.len()]),
            Self::Arrange { events } => {
                Response::Arrange { order: (0..events.len()).collect(), moved: false }
            }
            Self::Type { .. } => Response::Type(String::new()),
        }
    }

    /// Whether there is something to choose at a position.
    pub fn offers(&self, position: usize) -> bool {
        match self {
            Self::One { offers, .. } | Self::Several { offers, .. } => position < offers.len(),
            _ => false,
        }
    }

    /// Whether a response is one to this task and says enough to be scored.
    pub fn is_answered(&self, response: &Response) -> bool {
        match (self, response) {
            (Self::One { offers, .. }, Response::One(Some(chosen))) => *chosen < offers.len(),
            (Self::Several { offers, .. }, Response::Several(chosen)) => {
                chosen.len() == offers.len() && chosen.contains(&true)
            }
            (Self::Match { statements, people }, Response::Match(given)) => {
                given.len() == statements.len()
                    && given.iter().all(|person| person.is_some_and(|at| at < people.len()))
            }
            (Self::Arrange { events }, Response::Arrange { order, moved }) => {
                let once = |at: usize| order.iter().filter(|one| **one == at).count() == 1;
                *moved && order.len() == events.len() && (0..events.len()).all(once)
            }
            (Self::Type { .. }, Response::Type(text)) => text.chars().any(is_letter),
            _ => false,
        }
    }
}

impl Response {
    /// Chooses one answer, or turns one of several on or off.
    pub fn choose(&mut self, position: usize) {
        match self {
            Self::One(chosen) => *chosen = Some(position),
            Self::Several(chosen) => {
                if let Some(chosen) = chosen.get_mut(position) {
                    *chosen = !*chosen;
                }
            }
            _ => {}
        }
    }

    /// Gives a quotation to a person, or to nobody; a person has one quotation at a time.
    pub fn give(&mut self, statement: usize, person: Option<usize>) {
        if let Self::Match(given) = self {
            for other in given.iter_mut().filter(|other| person.is_some() && **other == person) {
                *other = None;
            }
            if let Some(place) = given.get_mut(statement) {
                *place = person;
            }
        }
    }

    /// Moves the event at one position to another, those between making room.
    pub fn shift(&mut self, from: usize, to: usize) {
        if let Self::Arrange { order, moved } = self
            && from < order.len()
            && to < order.len()
        {
            let event = order.remove(from);
            order.insert(to, event);
            *moved |= from != to;
        }
    }

    /// Replaces the words typed.
    pub fn write(&mut self, text: String) {
        if let Self::Type(typed) = self {
            *typed = text;
        }
    }
}
