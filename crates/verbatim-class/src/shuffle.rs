//! The same questions in another order, for a pupil or a form of their own. What a session asks is
//! written out as an author would write it, so that whoever plays the file by another seed gets
//! these questions with these answers, and none but their order is left to chance. What is told
//! is told by ids, and handed in as if the order had been the class's.

use std::rc::Rc;

use verbatim_core::check;
use verbatim_core::dice::Dice;
use verbatim_core::model::QuizIx;
use verbatim_core::pose::{Offer, Posed, Task};
use verbatim_core::score::Decompose;
use verbatim_core::session::{Mode, Session};
use verbatim_core::wire;

use crate::assignment::form_seed;
use crate::submission::Told;

/// A story that asks the questions of a session and no others.
#[derive(Debug)]
pub struct Written {
    /// Its file.
    pub file: String,
    story: Rc<verbatim_core::model::Story>,
    quiz: QuizIx,
    /// What is asked, and what is offered with each, in an order that means nothing.
    asked: Vec<(String, Vec<String>)>,
}

/// Of people to match one more than the speakers is left to chance, so it takes some tries to
/// have the same one; there are not so many people that it takes nearly as many.
const TRIES: u32 = 2_000;

impl Written {
    /// Writes out what a session asks, in an order of its own; `None` where that can't be written
    /// as it is asked, which no story is known to bring about.
    pub fn of(session: &Session, order: u32) -> Option<Self> {
        let story = session.story();
        let mut wire = story.to_wire();
        let mut posed: Vec<&Posed> = session.questions().iter().collect();
        Dice::new(order, "order").shuffle(&mut posed);
        let mut ids = Vec::with_capacity(posed.len());
        for posed in &posed {
            let question = with_options(posed.question(story).to_wire(story), &posed.task, session);
            let id = posed.question(story).id.clone();
            wire.questions.retain(|other| other.id() != id);
            wire.questions.push(question);
            ids.push(id);
        }
        let own = story[session.quiz()].id.clone();
        wire.quizzes.retain(|quiz| quiz.id == own);
        let quiz = wire.quizzes.first_mut()?;
        (quiz.ask, quiz.draw) = (ids, wire::Draw::default());
        let file = wire.to_json();
        let story = Rc::new(check::load(file.as_bytes()).story?);
        let quiz = story.quiz(&own)?;
        Some(Self { file, story, quiz, asked: asked(session) })
    }

    /// The questions in an order of their own, which the same number gives again. Whoever plays
    /// the file by the session's seed gets it so.
    pub fn session(&self, order: u32, mode: Mode, decompose: Decompose) -> Option<Session> {
        let seeds = (0..TRIES).map(|attempt| form_seed(order, attempt));
        seeds
            .map(|seed| Session::new(self.story.clone(), self.quiz, seed, mode, decompose))
            .find(|session| asked(session) == self.asked)
    }
}

/// What was told of a question in an order of one's own, as it would have been told in the class's:
/// of quotations to match, people are told in the order of the quotations.
pub fn as_the_class(own: &Session, class: &Session, told: Told) -> Told {
    let quotations = |session: &Session| -> Option<Vec<String>> {
        let story = session.story();
        let asked = session.questions().iter().find(|posed| posed.question(story).id == told.question)?;
        let Task::Match { statements, .. } = &asked.task else { return None };
        Some(statements.iter().map(|one| story[*one].id.clone()).collect())
    };
    let (Some(mine), Some(theirs)) = (quotations(own), quotations(class)) else { return told };
    let response = told.response.as_ref().and_then(|people| {
        let person = |quotation: &String| people.get(mine.iter().position(|one| one == quotation)?).cloned();
        theirs.iter().map(person).collect()
    });
    Told { response, ..told }
}

/// What is asked and offered, whatever the order.
fn asked(session: &Session) -> Vec<(String, Vec<String>)> {
    let story = session.story();
    let mut asked: Vec<(String, Vec<String>)> = session
        .questions()
        .iter()
        .map(|posed| {
            let mut items = posed.task.items(story);
            items.sort_unstable();
            (posed.question(story).id.clone(), items)
        })
        .collect();
    asked.sort_unstable();
    asked
}

/// A question that offers what was drawn for it.
fn with_options(question: wire::Question, task: &Task, session: &Session) -> wire::Question {
    let Task::One { offers, right } = task else { return question };
    let wrong = offers.iter().enumerate().filter(|(at, _)| at != right);
    let wrong: Vec<String> = wrong.map(|(_, offer): (usize, &Offer)| offer.id(session.story())).collect();
    match question {
        wire::Question::WhoSaid(one) => {
            wire::Question::WhoSaid(wire::WhoSaidQuestion { options: wrong, ..one })
        }
        wire::Question::SaidWhat(one) => {
            wire::Question::SaidWhat(wire::SaidWhatQuestion { options: wrong, ..one })
        }
        other => other,
    }
}
