//! A question found again by its id, in this edition of its story or in a later
//! one: what was saved names questions, never where they stood.

use std::rc::Rc;

use super::deal::Dealer;
use super::{before_after, cloze, drawn, match_up, proof, said_what, task, who_said};
use crate::model::{Ask, EventIx, Kind, PersonIx, Question, QuestionIx, StatementIx, Story};
use crate::pose::{Origin, Task};

/// The question with an id, if the story still gives it. An id of a kind and a fact
/// alone stands for any question of that kind about the fact.
pub(crate) fn recall(id: &str, story: &Story, dealer: &mut Dealer) -> Option<Origin> {
    if let Some(index) = story.questions.iter().position(|question| question.id == id) {
        return Some(Origin::Written(QuestionIx::new(index)));
    }
    let mut parts: Vec<&str> = id.split(':').collect();
    let kind = Kind::from_name(parts.remove(0))?;
    let first = *parts.first()?;
    let ask = match kind {
        Kind::WhoSaid => {
            let statement = statement(first, story).filter(|one| who_said::fits(*one, story))?;
            Ask::WhoSaid { statement, options: Vec::new() }
        }
        Kind::SaidWhat => {
            let statement = statement(first, story).filter(|one| said_what::fits(*one, story))?;
            Ask::SaidWhat { statement, options: Vec::new() }
        }
        Kind::Cloze => {
            let mut found = Vec::new();
            cloze::of(statement(first, story)?, story, &mut found);
            return named(found, id, story);
        }
        Kind::Proof => return named(proof::candidates(story), id, story),
        Kind::Match => {
            let mut statements = Vec::with_capacity(parts.len());
            for id in parts {
                statements.push(statement(id, story)?);
            }
            Ask::Match { statements }
        }
        Kind::Sequence => {
            let mut events = Vec::with_capacity(parts.len());
            for id in parts {
                events.push(event(id, story)?);
            }
            if !story.order.decides_most(&events) {
                return None;
            }
            Ask::Sequence { events }
        }
        Kind::BeforeAfter => {
            let one = event(first, story)?;
            let other = match parts.get(1) {
                Some(id) => event(id, story)?,
                None => before_after::partner(one, story, dealer)?,
            };
            Ask::BeforeAfter { events: [one, other], first: None }
        }
        Kind::Choice | Kind::Verdict => return None,
    };
    Some(Origin::Drawn(Rc::new(drawn(ask, story))))
}

/// Puts a question as it was put before, by the ids of what was shown: what chance
/// added is added again where it is still wrong, and all stands in its order again
/// where nothing is missing.
pub(crate) fn task_again(question: &Question, items: &[&str], story: &Story, dealer: &mut Dealer) -> Task {
    let task = match &question.ask {
        Ask::WhoSaid { statement, options } if options.is_empty() => {
            let mut options = Vec::new();
            for id in items {
                options.extend(person(id, story).filter(|one| who_said::is_wrong(*one, *statement, story)));
            }
            who_said::task(*statement, &options, story, dealer)
        }
        Ask::SaidWhat { statement: right, options } if options.is_empty() => {
            let mut options = Vec::new();
            for id in items {
                options.extend(statement(id, story).filter(|one| said_what::is_wrong(*one, *right, story)));
            }
            said_what::task(*right, &options, story, dealer)
        }
        Ask::Match { statements } => {
            let mut people = Vec::new();
            for id in items.iter().skip(statements.len()) {
                people.extend(person(id, story));
            }
            match_up::task_with(people, statements, story, dealer)
        }
        _ => task(question, story, dealer),
    };
    task.arranged(items, story)
}

/// The one of these that has an id, or whose id begins with it.
fn named(asks: Vec<Ask>, id: &str, story: &Story) -> Option<Origin> {
    for ask in asks {
        let question = drawn(ask, story);
        if question.id.strip_prefix(id).is_some_and(|rest| rest.is_empty() || rest.starts_with(':')) {
            return Some(Origin::Drawn(Rc::new(question)));
        }
    }
    None
}

fn statement(id: &str, story: &Story) -> Option<StatementIx> {
    story.statements.iter().position(|one| one.id == id).map(StatementIx::new)
}

fn person(id: &str, story: &Story) -> Option<PersonIx> {
    story.people.iter().position(|one| one.id == id).map(PersonIx::new)
}

fn event(id: &str, story: &Story) -> Option<EventIx> {
    story.events.iter().position(|one| one.id == id).map(EventIx::new)
}
