//! *Choice*: one right answer among several, or several of them, as an author
//! wrote them.

use std::mem::take;

use super::deal::{Dealer, selectors, shared};
use crate::check::Checker;
use crate::finding::Problem;
use crate::json::Path;
use crate::model::{Ask, ChoiceOption, Evidence, Question, Story};
use crate::pose::{Offer, Task};
use crate::wire::{self, ChoiceQuestion};
use crate::words::same_words;

pub(super) fn check(
    question: &mut ChoiceQuestion,
    story: &Story,
    checker: &mut Checker,
    at: &Path<'_>,
) -> Option<Ask> {
    let mut sound = checker.filled(&question.prompt, "the prompt", &at.field("prompt"));
    let evidence = checker.some_evidence(&question.evidence, story, &at.field("evidence"));
    let here = at.field("options");
    let right = question.options.iter().filter(|option| option.right).count();
    let problem = match right {
        0 => Some(Problem::NoRightAnswer),
        _ if right == question.options.len() => Some(Problem::NoWrongAnswer),
        2.. if !question.several => Some(Problem::SeveralRightAnswers { right }),
        _ => None,
    };
    if let Some(problem) = problem {
        checker.report(&here, problem);
        sound = false;
    }
    sound &= keeps_answers_apart(question, checker, at);
    let mut options = Vec::with_capacity(question.options.len());
    for (index, option) in question.options.iter_mut().enumerate() {
        let place = here.item(index);
        sound &= checker.filled(&option.text, "the answer", &place.field("text"));
        match checker.evidences(&option.evidence, story, &place.field("evidence")) {
            Some(evidence) => {
                options.push(ChoiceOption { text: take(&mut option.text), right: option.right, evidence })
            }
            None => sound = false,
        }
    }
    let evidence = evidence?;
    sound.then_some(Ask::Choice {
        prompt: take(&mut question.prompt),
        several: question.several,
        options,
        evidence,
    })
}

/// No answer twice, and no right answer in what is shown with the question.
fn keeps_answers_apart(question: &ChoiceQuestion, checker: &mut Checker, at: &Path<'_>) -> bool {
    let here = at.field("options");
    let mut sound = true;
    for (index, option) in question.options.iter().enumerate() {
        let earlier = &question.options[..index];
        if earlier.iter().any(|other| same_words(&other.text, &option.text)) {
            let place = here.item(index);
            let place = place.field("text");
            checker.report(&place, Problem::SameAnswerTwice { text: option.text.clone() });
            sound = false;
        }
    }
    // An answer of which the prompt names all is no secret: "Singapore or Hanoi?"
    let open =
        question.options.iter().all(|option| crate::words::contains_words(&question.prompt, &option.text));
    let mut right = Vec::new();
    for option in &question.options {
        if option.right {
            right.push(option.text.as_str());
        }
    }
    if !open {
        sound &= checker.keeps_secret("the prompt", &question.prompt, &right, &at.field("prompt"));
    }
    if let Some(hint) = &question.hint {
        sound &= checker.keeps_secret("the hint", hint, &right, &at.field("hint"));
    }
    sound
}

pub(super) fn task(options: &[ChoiceOption], several: bool, dealer: &mut Dealer) -> Task {
    let first_right = options.iter().position(|option| option.right);
    if let (false, Some(first_right)) = (several, first_right) {
        let mut wrong = Vec::with_capacity(options.len());
        for (position, option) in options.iter().enumerate() {
            if !option.right {
                wrong.push(Offer::Option(position));
            }
        }
        return dealer.one(Offer::Option(first_right), wrong);
    }
    let (mut offers, mut right) = (Vec::new(), Vec::new());
    for position in dealer.dice.shuffled(0..options.len()) {
        offers.push(Offer::Option(position));
        right.push(options[position].right);
    }
    Task::Several { offers, right }
}

pub(super) fn to_wire(
    question: &Question,
    prompt: &str,
    several: bool,
    options: &[ChoiceOption],
    evidence: &[Evidence],
    story: &Story,
) -> ChoiceQuestion {
    let (id, hint, note) = shared(question);
    let options = options.iter().map(|option| wire::ChoiceOption {
        text: option.text.clone(),
        right: option.right,
        evidence: selectors(&option.evidence, story),
    });
    let evidence = selectors(evidence, story);
    ChoiceQuestion {
        id,
        hint,
        note,
        prompt: prompt.to_owned(),
        several,
        options: options.collect(),
        evidence,
    }
}
