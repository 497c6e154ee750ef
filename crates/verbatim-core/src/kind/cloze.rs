//! *Cloze*: a quotation with a word missing, to be typed.

use std::mem::take;

use super::deal::shared;
use crate::check::Checker;
use crate::finding::Problem;
use crate::json::Path;
use crate::model::{Ask, Evidence, Question, StatementIx, Story};
use crate::wire::ClozeQuestion;
use crate::words::contains_words;

pub(super) fn check(
    question: &mut ClozeQuestion,
    story: &Story,
    checker: &mut Checker,
    at: &Path<'_>,
) -> Option<Ask> {
    let statement = checker.statement(&question.statement, &at.field("statement"))?;
    let here = at.field("gap");
    let gap = checker.gap(&question.gap, story[statement].quote, story, &here)?;
    let mut sound = true;
    if stands_elsewhere(statement, gap, story) {
        let problem =
            Problem::GivesAnswerAway { shown: "the rest of the quotation", answer: question.gap.clone() };
        checker.report(&here, problem);
        sound = false;
    }
    if let Some(hint) = &question.hint {
        sound &= checker.keeps_secret("the hint", hint, &[&question.gap], &at.field("hint"));
    }
    sound.then_some(Ask::Cloze { statement, gap, accept: take(&mut question.accept) })
}

pub(super) fn candidates(story: &Story) -> Vec<Ask> {
    let mut found = Vec::new();
    for statement in story.statement_indices() {
        of(statement, story, &mut found);
    }
    found
}

/// Those of one statement.
pub(super) fn of(statement: StatementIx, story: &Story, found: &mut Vec<Ask>) {
    for &gap in &story[statement].gaps {
        if !stands_elsewhere(statement, gap, story) {
            found.push(Ask::Cloze { statement, gap, accept: Vec::new() });
        }
    }
}

/// Whether the quotation has the missing words in another form or case as well.
fn stands_elsewhere(statement: StatementIx, gap: Evidence, story: &Story) -> bool {
    let quote = story[statement].quote;
    let part = |start, end| story.words(Evidence { passage: quote.passage, start, end });
    let missing = story.words(gap);
    contains_words(part(quote.start, gap.start), missing) || contains_words(part(gap.end, quote.end), missing)
}

pub(super) fn to_wire(
    question: &Question,
    statement: StatementIx,
    gap: Evidence,
    accept: &[String],
    story: &Story,
) -> ClozeQuestion {
    let (id, hint, note) = shared(question);
    ClozeQuestion {
        id,
        hint,
        note,
        statement: story[statement].id.clone(),
        gap: story.words(gap).to_owned(),
        accept: accept.to_vec(),
    }
}
