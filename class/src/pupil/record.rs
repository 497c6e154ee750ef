//! What a pupil has done so far with an assignment, kept on the device so that a reload loses
//! nothing, and the code that is made of it. Nothing of it is sent.

use std::rc::Rc;

use serde::{Deserialize, Serialize};
use verbatim_class::assignment::{Asks, Assignment};
use verbatim_class::code::{TooLong, write};
use verbatim_class::shuffle::{Written, as_the_class};
use verbatim_class::submission::{Confidence, Sitting, Submission, Told, Who};
use verbatim_classroom::browser::{self, decompose};
use verbatim_classroom::opened::Opened;
use verbatim_core::digest::digest;
use verbatim_core::session::Session;

/// What a pupil has done so far.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Record {
    /// What the pupil typed when asked who they are.
    pub who: String,
    /// A number for questions of their own, where nobody is asked who they are.
    pub chance: u32,
    /// When they began, in milliseconds since 1970; 0 before.
    pub begun: f64,
    /// How many minutes were added.
    pub added: u32,
    /// Whether no time runs any more.
    pub untimed: bool,
    /// Whether the quiz was played to its end: what is played after that is for oneself.
    pub complete: bool,
    /// What was answered, the latest answer of each question.
    pub told: Vec<Entry>,
}

/// What was done at a question.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Entry {
    /// The question's id.
    pub question: String,
    /// The response, as the widget tells it; none where only the hint was asked for.
    pub response: Option<Vec<String>>,
    /// Whether the hint was asked for.
    pub hinted: bool,
    /// How sure they were, from 1 to 3; 0 where they were not asked.
    pub sure: u8,
    /// How long the question was on the screen.
    pub milliseconds: f64,
}

/// The class's questions, and the same in a pupil's own order.
struct Orders {
    written: Written,
    own: Session,
    class: Session,
}

impl Record {
    /// What is kept of an assignment, if anything.
    pub fn kept(assignment: &Assignment) -> Self {
        let kept = browser::kept(&name(assignment));
        kept.and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or_else(|| Self { chance: browser::chance(u32::MAX), ..Self::default() })
    }

    /// Keeps it; whether that is possible.
    pub fn keep(&self, assignment: &Assignment) -> bool {
        serde_json::to_string(self).is_ok_and(|text| browser::keep(&name(assignment), &text))
    }

    /// Who plays.
    pub fn who(&self, asks: Asks) -> Who {
        let typed = self.who.trim();
        match asks {
            Asks::Name if !typed.is_empty() => Who::Name(typed.to_owned()),
            Asks::Number => typed.parse().map_or(Who::Nobody, Who::Number),
            Asks::Name | Asks::Nothing => Who::Nobody,
        }
    }

    /// The seed of their questions.
    pub fn seed(&self, assignment: &Assignment) -> u32 {
        assignment.seed_of(&self.who(assignment.asks), self.chance)
    }

    /// The questions in the pupil's own order: the file that asks them so, and the seed to play it
    /// by. None where the order is the class's.
    pub fn shuffled(&self, assignment: &Assignment, opened: &Opened) -> Option<(String, u32)> {
        let Orders { written, own, .. } = self.orders(assignment, opened)?;
        Some((written.file, own.seed()))
    }

    fn orders(&self, assignment: &Assignment, opened: &Opened) -> Option<Orders> {
        let order = assignment.order_of(&self.who(assignment.asks), self.chance)?;
        let quiz = opened.story.quiz(&assignment.quiz)?;
        let class = Session::new(opened.story.clone(), quiz, assignment.seed, assignment.mode, decompose);
        let class = class.at_most(assignment.count.map_or(usize::MAX, |count| count as usize));
        let written = Written::of(&class, order)?;
        let own = written.session(order, assignment.mode, decompose)?;
        Some(Orders { written, own, class })
    }

    /// Minutes that are left, negative once there are none; none where no time runs.
    pub fn minutes_left(&self, assignment: &Assignment, now: f64) -> Option<f64> {
        let limit = f64::from(assignment.minutes?) + f64::from(self.added);
        // A clock that was set back gives no time that there never was.
        let spent = ((now - self.begun) / 60_000.0).max(0.0);
        (!self.untimed).then_some(limit - spent)
    }

    /// The entry of a question, made where there is none.
    pub fn entry(&mut self, question: &str) -> &mut Entry {
        let at = self.told.iter().position(|entry| entry.question == question).unwrap_or_else(|| {
            self.told.push(Entry { question: question.to_owned(), ..Entry::default() });
            self.told.len() - 1
        });
        &mut self.told[at]
    }

    /// How many questions are answered.
    pub fn answered(&self) -> usize {
        self.told.iter().filter(|entry| entry.response.is_some()).count()
    }

    /// The code to hand in.
    ///
    /// # Errors
    /// Where a code can't hold so much.
    pub fn code(&self, assignment: &Assignment, opened: &Opened) -> Option<Result<String, TooLong>> {
        let story: &Rc<_> = &opened.story;
        let told = self.told.iter().map(|entry| Told {
            question: entry.question.clone(),
            response: entry.response.clone(),
            hinted: entry.hinted,
            confidence: entry
                .sure
                .checked_sub(1)
                .and_then(|at| Confidence::ALL.get(usize::from(at)))
                .copied(),
            milliseconds: entry.milliseconds,
        });
        let orders = self.orders(assignment, opened);
        let told = told.map(|told| match &orders {
            Some(Orders { own, class, .. }) => as_the_class(own, class, told),
            None => told,
        });
        let sitting = Sitting {
            digest: &opened.digest,
            quiz: story.quiz(&assignment.quiz)?,
            seed: self.seed(assignment),
            count: assignment.count.map(|count| count as usize),
            mode: assignment.mode,
            confidence: assignment.confidence,
            begun: self.begun,
            who: self.who(assignment.asks),
            told: told.collect(),
        };
        Some(write(&Submission::new(story, sitting), story))
    }
}

/// Under what it is kept: another link is another assignment.
fn name(assignment: &Assignment) -> String {
    format!("verbatim-pupil {}", digest(assignment.fragment().as_bytes()))
}

/// Under what a story's file is kept that came beside the link.
pub fn file_name(assignment: &Assignment) -> String {
    format!("verbatim-story {}", assignment.digest)
}
