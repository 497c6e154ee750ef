//! An answer in as few bits as its question allows, and back.

use verbatim_core::model::Story;
use verbatim_core::pose::{Posed, Response, Task};

use crate::bits::{Bits, Reader, Unreadable};
use crate::submission::{Answer, Confidence, Done, Spent};

pub(super) fn write(answer: &Answer, posed: &Posed, story: &Story, confidence: bool, bits: &mut Bits) {
    let (is_answered, is_seen) = match answer.done {
        Done::Answered(_) => (true, true),
        Done::Skipped => (false, true),
        Done::Unseen => (false, false),
    };
    bits.number(is_answered.into(), 1);
    if !is_answered {
        bits.number(is_seen.into(), 1);
    }
    if !is_seen {
        return;
    }
    bits.number(answer.spent.bits(), Spent::BITS);
    if posed.question(story).hint.is_some() {
        bits.number(answer.hinted.into(), 1);
    }
    let Done::Answered(response) = &answer.done else { return };
    if confidence {
        let levels = Confidence::ALL.iter();
        let level = answer.confidence.and_then(|one| levels.zip(1..).find(|(level, _)| **level == one));
        bits.number(level.map_or(0, |(_, number)| number), 2);
    }
    write_response(response, &posed.task, bits);
}

fn write_response(response: &Response, task: &Task, bits: &mut Bits) {
    match (task, response) {
        (Task::One { offers, .. }, Response::One(Some(chosen))) => bits.one_of(*chosen, offers.len()),
        (_, Response::Several(chosen)) => chosen.iter().for_each(|one| bits.number((*one).into(), 1)),
        (Task::Match { people, .. }, Response::Match(given)) => {
            let given: Vec<usize> = given.iter().filter_map(|at| *at).collect();
            write_order(&given, people.len(), bits);
        }
        (Task::Arrange { events }, Response::Arrange { order, .. }) => {
            write_order(order, events.len(), bits);
        }
        (_, Response::Type(typed)) => bits.text(typed),
        _ => {}
    }
}

/// Some of so many things, each once: of each its place among those that are left.
fn write_order(order: &[usize], count: usize, bits: &mut Bits) {
    let mut left: Vec<usize> = (0..count).collect();
    for one in order {
        if let Some(place) = left.iter().position(|other| other == one) {
            bits.one_of(place, left.len());
            left.remove(place);
        }
    }
}

pub(super) fn read(
    posed: &Posed,
    story: &Story,
    confidence: bool,
    reader: &mut Reader<'_>,
) -> Result<Answer, Unreadable> {
    let is_answered = reader.bit()?;
    let is_seen = is_answered || reader.bit()?;
    if !is_seen {
        return Ok(Answer { done: Done::Unseen, hinted: false, confidence: None, spent: Spent::default() });
    }
    let spent = Spent::from_bits(reader.number(Spent::BITS)?);
    let hinted = posed.question(story).hint.is_some() && reader.bit()?;
    if !is_answered {
        return Ok(Answer { done: Done::Skipped, hinted, confidence: None, spent });
    }
    let confidence = match confidence {
        true => (reader.number(2)? as usize).checked_sub(1).and_then(|at| Confidence::ALL.get(at).copied()),
        false => None,
    };
    let response = read_response(&posed.task, reader)?;
    match posed.task.is_answered(&response) {
        true => Ok(Answer { done: Done::Answered(response), hinted, confidence, spent }),
        false => Err(Unreadable),
    }
}

fn read_response(task: &Task, reader: &mut Reader<'_>) -> Result<Response, Unreadable> {
    Ok(match task {
        Task::One { offers, .. } => Response::One(Some(reader.one_of(offers.len())?)),
        Task::Several { offers, .. } => {
            Response::Several(offers.iter().map(|_| reader.bit()).collect::<Result<_, _>>()?)
        }
        Task::Match { statements, people } => {
            let given = read_order(statements.len(), people.len(), reader)?;
            Response::Match(given.into_iter().map(Some).collect())
        }
        Task::Arrange { events } => {
            Response::Arrange { order: read_order(events.len(), events.len(), reader)?, moved: true }
        }
        Task::Type { .. } => Response::Type(reader.text()?),
    })
}

fn read_order(length: usize, count: usize, reader: &mut Reader<'_>) -> Result<Vec<usize>, Unreadable> {
    let mut left: Vec<usize> = (0..count).collect();
    (0..length)
        .map(|_| {
            let place = reader.one_of(left.len())?;
            // Nothing is left of fewer things than places.
            if place < left.len() { Ok(left.remove(place)) } else { Err(Unreadable) }
        })
        .collect()
}
