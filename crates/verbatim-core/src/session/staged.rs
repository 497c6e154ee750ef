//! A story in which given questions, whatever they were drawn from, are a quiz of
//! their own: by this a player that only knows how to draw from a story goes on with
//! a sitting that an edit of its story has changed, or with a review of facts.

use super::Session;
use crate::decimal::decimal;
use crate::kind;
use crate::model::{Ask, Question, Story};
use crate::pose::{Offer, Posed, Task};
use crate::wire::{self, Draw};

/// Questions to be asked as a quiz.
#[derive(Clone, Copy, Debug)]
pub struct Staged<'a> {
    /// The session that asks them, of the story that they are added to.
    pub session: &'a Session,
    /// The id of the quiz, which takes the place of one that has it.
    pub quiz: &'a str,
    /// What it is called, if there is none of that id.
    pub title: &'a str,
}

/// The story's file with these quizzes in it. Their questions have ids of their own:
/// for each quiz the ids are told, in the order of its session's questions.
pub fn stage(story: &Story, quizzes: &[Staged<'_>]) -> (Vec<u8>, Vec<Vec<String>>) {
    let mut file = story.to_wire();
    let mut told = Vec::with_capacity(quizzes.len());
    let mut number = 0;
    for staged in quizzes {
        let mut ids = Vec::new();
        for posed in staged.session.questions() {
            number += 1;
            let mut id = ["kept-", &decimal(number)].concat();
            while story.questions.iter().any(|question| question.id == id) {
                id.push('-');
            }
            let mut question = pinned(posed, story);
            question.id.clone_from(&id);
            file.questions.push(kind::to_wire(&question, story));
            ids.push(id);
        }
        let place = file.quizzes.iter().position(|quiz| quiz.id == staged.quiz);
        let quiz = match place.and_then(|at| file.quizzes.get_mut(at)) {
            Some(quiz) => quiz,
            None => {
                let (id, title) = (staged.quiz.to_owned(), staged.title.to_owned());
                file.quizzes.insert(0, wire::Quiz { id, title, ..wire::Quiz::default() });
                &mut file.quizzes[0]
            }
        };
        (quiz.ask, quiz.draw) = (ids.clone(), Draw::default());
        told.push(ids);
    }
    (file.to_json().into_bytes(), told)
}

/// The question with the answers that it was put with, where chance had added them.
fn pinned(posed: &Posed, story: &Story) -> Question {
    let mut question = posed.question(story).clone();
    let Task::One { offers, .. } = &posed.task else { return question };
    match &mut question.ask {
        Ask::WhoSaid { statement, options } if options.is_empty() => {
            for offer in offers {
                if let Offer::Person(person) = offer
                    && *person != story[*statement].speaker
                {
                    options.push(*person);
                }
            }
        }
        Ask::SaidWhat { statement, options } if options.is_empty() => {
            for offer in offers {
                if let Offer::Statement(other) = offer
                    && other != statement
                {
                    options.push(*other);
                }
            }
        }
        _ => {}
    }
    question
}
