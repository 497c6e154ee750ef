//! *Who said*: a quotation, and people of whom one uttered it. Whoever only
//! passed the words on is the best wrong answer.

use super::deal::{Dealer, OFFERS, names_speaker, said_too, shared};
use crate::check::{Checker, names};
use crate::finding::{AlsoRight, Problem};
use crate::json::Path;
use crate::model::{Ask, PersonIx, Question, StatementIx, Story};
use crate::pose::{Offer, Task};
use crate::wire::WhoSaidQuestion;

pub(super) fn check(
    question: &mut WhoSaidQuestion,
    story: &Story,
    checker: &mut Checker,
    at: &Path<'_>,
) -> Option<Ask> {
    let statement = checker.statement(&question.statement, &at.field("statement"));
    let options = checker.all(&question.options, &at.field("options"), Checker::person);
    let (statement, mut options) = (statement?, options?);
    let speaker = story[statement].speaker;
    options.retain(|person| *person != speaker);
    if !question.options.is_empty() && options.is_empty() {
        checker.report(&at.field("options"), Problem::NoWrongAnswer);
        return None;
    }
    let mut sound = checker.keeps_secret(
        "the quotation",
        story.words(story[statement].quote),
        &names(&story[speaker]),
        &at.field("statement"),
    );
    if let Some(hint) = &question.hint {
        sound &= checker.keeps_secret("the hint", hint, &names(&story[speaker]), &at.field("hint"));
    }
    for person in &options {
        if let Some(other) = said_too(*person, statement, story) {
            let answer = story[*person].id.clone();
            let because = AlsoRight::SaidTheSame { statement: story[other].id.clone() };
            checker.report(&at.field("options"), Problem::AlsoRight { answer, because });
            sound = false;
        }
    }
    if options.is_empty() && wrong(statement, story, None).is_empty() {
        checker.report(at, Problem::NoWrongAnswer);
        sound = false;
    }
    sound.then_some(Ask::WhoSaid { statement, options })
}

pub(super) fn candidates(story: &Story) -> Vec<Ask> {
    let mut found = Vec::new();
    for statement in story.statement_indices() {
        if fits(statement, story) {
            found.push(Ask::WhoSaid { statement, options: Vec::new() });
        }
    }
    found
}

/// Whether it can be asked who uttered a statement.
pub(super) fn fits(statement: StatementIx, story: &Story) -> bool {
    let said = &story[statement];
    let is_other = |person: &PersonIx| *person != said.speaker;
    let others = said.reported_by.iter().any(is_other)
        || said.to.as_ref().is_some_and(is_other)
        || story.statements.iter().any(|other| is_other(&other.speaker));
    others && !names_speaker(statement, story)
}

pub(super) fn task(statement: StatementIx, options: &[PersonIx], story: &Story, dealer: &mut Dealer) -> Task {
    let wrong = if options.is_empty() { wrong(statement, story, Some(dealer)) } else { options.to_vec() };
    let mut offers = Vec::with_capacity(wrong.len() + 1);
    for person in wrong {
        offers.push(Offer::Person(person));
    }
    dealer.one(Offer::Person(story[statement].speaker), offers)
}

/// People who did not utter the words, the most tempting first: who passed them
/// on, to whom they were said, who else speaks in that source, who else speaks.
fn wrong(statement: StatementIx, story: &Story, dealer: Option<&mut Dealer>) -> Vec<PersonIx> {
    let said = &story[statement];
    let mut others: Vec<StatementIx> = story.statement_indices().collect();
    if let Some(dealer) = dealer {
        dealer.dice.shuffle(&mut others);
    }
    let source = |one: StatementIx| story[story[one].quote.passage].source;
    let mut found = Vec::new();
    let mut offer = |person: PersonIx| {
        if found.len() < OFFERS - 1 && !found.contains(&person) && is_wrong(person, statement, story) {
            found.push(person);
        }
    };
    said.reported_by.iter().for_each(|person| offer(*person));
    if let Some(person) = said.to {
        offer(person);
    }
    for near in [true, false] {
        for other in &others {
            if (source(*other) == source(statement)) == near {
                offer(story[*other].speaker);
            }
        }
    }
    found
}

/// Whether a person did not utter the words of a statement, here or elsewhere.
pub(super) fn is_wrong(person: PersonIx, statement: StatementIx, story: &Story) -> bool {
    person != story[statement].speaker && said_too(person, statement, story).is_none()
}

pub(super) fn to_wire(
    question: &Question,
    statement: StatementIx,
    options: &[PersonIx],
    story: &Story,
) -> WhoSaidQuestion {
    let (id, hint, note) = shared(question);
    let options = super::deal::ids(options, |person| story[person].id.clone());
    WhoSaidQuestion { id, hint, note, statement: story[statement].id.clone(), options }
}
