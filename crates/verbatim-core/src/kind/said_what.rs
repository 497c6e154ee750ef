//! *Said what*: a person, and words of which one piece is theirs. What the
//! person passed on of somebody else's is the best wrong answer.

use super::deal::{Dealer, OFFERS, names_speaker, shared};
use crate::check::{Checker, names};
use crate::finding::{AlsoRight, Problem};
use crate::json::Path;
use crate::model::{Ask, Question, StatementIx, Story};
use crate::pose::{Offer, Task};
use crate::wire::SaidWhatQuestion;
use crate::words::same_words;

pub(super) fn check(
    question: &mut SaidWhatQuestion,
    story: &Story,
    checker: &mut Checker,
    at: &Path<'_>,
) -> Option<Ask> {
    let statement = checker.statement(&question.statement, &at.field("statement"));
    let options = checker.all(&question.options, &at.field("options"), Checker::statement);
    let (statement, mut options) = (statement?, options?);
    options.retain(|other| *other != statement);
    let right = story.words(story[statement].quote);
    let speaker = names(&story[story[statement].speaker]);
    let mut sound = checker.keeps_secret("the quotation", right, &speaker, &at.field("statement"));
    for (index, other) in options.iter().enumerate() {
        let here = at.field("options");
        let answer = story[*other].id.clone();
        let problem = if story[*other].speaker == story[statement].speaker {
            let speaker = story[story[statement].speaker].id.clone();
            Problem::AlsoRight { answer, because: AlsoRight::SameSpeaker { speaker } }
        } else if same_words(story.words(story[*other].quote), right) {
            let because = AlsoRight::SaidTheSame { statement: question.statement.clone() };
            Problem::AlsoRight { answer, because }
        } else {
            continue;
        };
        checker.report(&here.item(index), problem);
        sound = false;
    }
    if (!question.options.is_empty() && options.is_empty())
        || (options.is_empty() && wrong(statement, story, None).is_empty())
    {
        checker.report(at, Problem::NoWrongAnswer);
        sound = false;
    }
    sound.then_some(Ask::SaidWhat { statement, options })
}

pub(super) fn candidates(story: &Story) -> Vec<Ask> {
    let mut found = Vec::new();
    for statement in story.statement_indices() {
        if fits(statement, story) {
            found.push(Ask::SaidWhat { statement, options: Vec::new() });
        }
    }
    found
}

/// Whether it can be asked which words are the speaker's of a statement.
pub(super) fn fits(statement: StatementIx, story: &Story) -> bool {
    let speaker = story[statement].speaker;
    let others = story.statements.iter().any(|other| other.speaker != speaker);
    others && !names_speaker(statement, story)
}

pub(super) fn task(
    statement: StatementIx,
    options: &[StatementIx],
    story: &Story,
    dealer: &mut Dealer,
) -> Task {
    let wrong = if options.is_empty() { wrong(statement, story, Some(dealer)) } else { options.to_vec() };
    let mut offers = Vec::with_capacity(wrong.len() + 1);
    for other in wrong {
        offers.push(Offer::Statement(other));
    }
    dealer.one(Offer::Statement(statement), offers)
}

/// Words that are not the speaker's, the most tempting first: what the speaker
/// passed on, what was said in the same source, what else was said.
fn wrong(statement: StatementIx, story: &Story, dealer: Option<&mut Dealer>) -> Vec<StatementIx> {
    let speaker = story[statement].speaker;
    let mut others: Vec<StatementIx> = story.statement_indices().collect();
    if let Some(dealer) = dealer {
        dealer.dice.shuffle(&mut others);
    }
    let source = |one: StatementIx| story[story[one].quote.passage].source;
    let rank = |other: StatementIx| match story[other].reported_by.contains(&speaker) {
        true => 0,
        false if source(other) == source(statement) => 1,
        false => 2,
    };
    let mut found: Vec<StatementIx> = Vec::new();
    for wanted in 0..3 {
        for &other in
            others.iter().filter(|other| rank(**other) == wanted && is_wrong(**other, statement, story))
        {
            // Two answers by one person would be recognised as a pair.
            let other_voice = found.iter().all(|one| story[*one].speaker != story[other].speaker);
            if other_voice && found.len() < OFFERS - 1 {
                found.push(other);
            }
        }
    }
    found
}

/// Whether the words of a statement are not the speaker's of another one.
pub(super) fn is_wrong(other: StatementIx, statement: StatementIx, story: &Story) -> bool {
    let words = |one: StatementIx| story.words(story[one].quote);
    story[other].speaker != story[statement].speaker && !same_words(words(other), words(statement))
}

pub(super) fn to_wire(
    question: &Question,
    statement: StatementIx,
    options: &[StatementIx],
    story: &Story,
) -> SaidWhatQuestion {
    let (id, hint, note) = shared(question);
    let options = super::deal::ids(options, |other| story[other].id.clone());
    SaidWhatQuestion { id, hint, note, statement: story[statement].id.clone(), options }
}
