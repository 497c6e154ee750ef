//! A session told and taken up by positions alone: what the widget and what saves for it
//! say to each other, each with the same questions before it. What is saved for longer
//! is by id; that is [`super::Sitting`]'s.

use std::rc::Rc;

use super::{Mode, Session, Stage, Standing, Turn};
use crate::decimal::{decimal, parse};
use crate::pose::{Response, Task};

impl Session {
    /// What was done at a question: `a` answered, `s` skipped or `u` unseen, `h` where the
    /// hint was asked for, else `-`; then the positions of what was chosen, or the words typed.
    pub fn turn(&self, at: usize) -> String {
        let mut text = self.turn_head(at);
        let mut add = |item: &str| {
            text.push(' ');
            text.push_str(item);
        };
        match self.response(at) {
            Some(Response::One(chosen)) => chosen.iter().for_each(|at| add(&decimal(*at))),
            Some(Response::Several(chosen)) => {
                for (at, chosen) in chosen.iter().enumerate() {
                    if *chosen {
                        add(&decimal(at));
                    }
                }
            }
            Some(Response::Match(given)) => {
                for person in given {
                    add(&person.map(decimal).unwrap_or_default());
                }
            }
            Some(Response::Arrange { order, .. }) => order.iter().for_each(|at| add(&decimal(*at))),
            Some(Response::Type(typed)) => add(&typed),
            None => {}
        }
        text
    }

    /// Where the quiz stands: `a` asking or `r` revealed, and the question's position;
    /// `u` unfinished, `f` finished.
    pub fn place(&self) -> String {
        let (stage, at) = match self.stage {
            Stage::Asking { at } => ("a", Some(at)),
            Stage::Revealed { at } => ("r", Some(at)),
            Stage::Unfinished => ("u", None),
            Stage::Finished => ("f", None),
        };
        [stage, &at.map(decimal).unwrap_or_default()].concat()
    }

    /// Does again what [`Session::turn`] told of a question; whether that was possible.
    pub fn take_turn(&mut self, at: usize, turn: &str) -> bool {
        let Some(posed) = self.questions.get(at) else { return false };
        let (head, rest) = turn.split_at_checked(2).unwrap_or(("u-", ""));
        let rest = rest.get(1..).unwrap_or_default();
        let mut response = posed.task.blank();
        if let (Task::Arrange { .. }, Response::Arrange { order, moved }) = (&posed.task, &mut response) {
            order.clear();
            *moved = true;
        }
        for (slot, item) in rest.split(' ').enumerate() {
            let Some(at) = parse(item).map(|at| at as usize) else { continue };
            match &mut response {
                Response::Match(_) => response.give(slot, Some(at)),
                Response::Arrange { order, .. } => order.push(at),
                _ => response.choose(at),
            }
        }
        response.write(rest.to_owned());
        let response = posed.task.is_answered(&response).then_some(response);
        self.turn_to(at, head, response)
    }

    /// Goes to where [`Session::place`] said that the quiz stands.
    pub fn take_place(&mut self, place: &str) {
        let (stage, at) = place.split_at_checked(1).unwrap_or_default();
        self.stand_at(stage, parse(at).map(|at| at as usize));
    }

    pub(super) fn turn_head(&self, at: usize) -> String {
        let standing = match self.standing(at) {
            Standing::Answered => "a",
            Standing::Skipped => "s",
            Standing::Unseen => "u",
        };
        [standing, if self.is_hinted(at) { "h" } else { "-" }].concat()
    }

    /// Does again what was done at a question; whether there is the response that it takes.
    pub(super) fn turn_to(&mut self, at: usize, head: &str, response: Option<Response>) -> bool {
        let (Some(posed), Some(turn)) = (self.questions.get(at), self.turns.get_mut(at)) else {
            return false;
        };
        let standing = match head.as_bytes().first() {
            Some(b'a') if response.is_none() => return false,
            Some(b'a') => Standing::Answered,
            Some(b's') => Standing::Skipped,
            _ => Standing::Unseen,
        };
        let response = response.unwrap_or_else(|| posed.task.blank());
        *turn = Some(Rc::new(Turn { response, hinted: head.ends_with('h'), standing }));
        true
    }

    /// Goes to a stage of a question; where that can't be, to the first question that
    /// nothing was done at yet.
    pub(super) fn stand_at(&mut self, stage: &str, at: Option<usize>) {
        let is_answered = |at: usize| self.standing(at) == Standing::Answered;
        let at = at.filter(|at| *at < self.questions.len());
        self.stage = match (stage, at) {
            ("r", Some(at)) if is_answered(at) && self.mode == Mode::Practice => Stage::Revealed { at },
            ("a", Some(at)) if !is_answered(at) || self.mode == Mode::Test => Stage::Asking { at },
            _ => match (0..self.questions.len()).find(|at| self.standing(*at) == Standing::Unseen) {
                Some(at) => Stage::Asking { at },
                None => Stage::Unfinished,
            },
        };
    }
}
