//! *Match*: quotations to the people who uttered them, with one person too many.

use super::deal::{Dealer, Usage, ids, names_speaker, said_too, shared};
use crate::check::{Checker, names};
use crate::finding::{AlsoRight, Problem};
use crate::json::Path;
use crate::model::{Ask, PersonIx, Question, StatementIx, Story};
use crate::pose::Task;
use crate::wire::MatchQuestion;

/// How many quotations are drawn, where there are as many speakers.
const QUOTATIONS: usize = 4;

pub(super) fn check(
    question: &mut MatchQuestion,
    story: &Story,
    checker: &mut Checker,
    at: &Path<'_>,
) -> Option<Ask> {
    let here = at.field("statements");
    let statements = checker.all(&question.statements, &here, Checker::statement)?;
    let mut sound =
        checker.counted(statements.len() > 1, "statements", "two or more", statements.len(), &here);
    for (index, statement) in statements.iter().enumerate() {
        let speaker = story[*statement].speaker;
        let earlier = &statements[..index];
        if earlier.iter().any(|other| story[*other].speaker == speaker) {
            let because = AlsoRight::SameSpeaker { speaker: story[speaker].id.clone() };
            checker.report(
                &here.item(index),
                Problem::AlsoRight { answer: story[*statement].id.clone(), because },
            );
            sound = false;
        } else if let Some(other) =
            statements.iter().find_map(|one| said_too(story[*one].speaker, *statement, story))
        {
            let because = AlsoRight::SaidTheSame { statement: story[other].id.clone() };
            checker.report(
                &here.item(index),
                Problem::AlsoRight { answer: story[*statement].id.clone(), because },
            );
            sound = false;
        }
        let quote = story.words(story[*statement].quote);
        sound &= checker.keeps_secret("the quotation", quote, &names(&story[speaker]), &here.item(index));
    }
    sound.then_some(Ask::Match { statements })
}

/// One question: a speaker each, from the statements that were used least.
pub(super) fn candidates(story: &Story, usage: &Usage, dealer: &mut Dealer) -> Vec<Ask> {
    let fit = story.statement_indices().filter(|&statement| !names_speaker(statement, story));
    let mut pool = dealer.dice.shuffled(fit);
    let mut statements: Vec<StatementIx> = Vec::new();
    while statements.len() < QUOTATIONS {
        pool.retain(|&statement| {
            let speaker = story[statement].speaker;
            statements.iter().all(|one| {
                story[*one].speaker != speaker
                    && said_too(story[*one].speaker, statement, story).is_none()
                    && said_too(speaker, *one, story).is_none()
            })
        });
        let Some(least) = pool.iter().copied().min_by_key(|statement| usage.statement(*statement)) else {
            break;
        };
        statements.push(least);
    }
    if statements.len() > 2 { vec![Ask::Match { statements }] } else { Vec::new() }
}

pub(super) fn task(statements: &[StatementIx], story: &Story, dealer: &mut Dealer) -> Task {
    let mut others = Vec::new();
    for statement in statements {
        others.extend_from_slice(&story[*statement].reported_by);
    }
    for statement in dealer.dice.shuffled(story.statement_indices()) {
        others.push(story[statement].speaker);
    }
    task_with(others, statements, story, dealer)
}

/// The task with the first of these people who did not say any of the words.
pub(super) fn task_with(
    others: Vec<PersonIx>,
    statements: &[StatementIx],
    story: &Story,
    dealer: &mut Dealer,
) -> Task {
    let mut people: Vec<PersonIx> = Vec::with_capacity(statements.len() + 1);
    for statement in statements {
        people.push(story[*statement].speaker);
    }
    for person in others {
        let said_any = |statement: &StatementIx| said_too(person, *statement, story).is_some();
        if !people.contains(&person) && !statements.iter().any(said_any) {
            people.push(person);
            break;
        }
    }
    dealer.dice.shuffle(&mut people);
    Task::Match { statements: dealer.dice.shuffled(statements.iter().copied()), people }
}

pub(super) fn to_wire(question: &Question, statements: &[StatementIx], story: &Story) -> MatchQuestion {
    let (id, hint, note) = shared(question);
    MatchQuestion { id, hint, note, statements: ids(statements, |statement| story[statement].id.clone()) }
}
