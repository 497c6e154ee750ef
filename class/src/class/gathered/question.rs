//! A question and an answer to it in one line, as tables and charts name them.

use verbatim_class::missed::Choice;
use verbatim_class::sheet::subject;
use verbatim_core::model::{Kind, Story};
use verbatim_core::pose::Posed;
use verbatim_messages::quiz;

use crate::desk::Desk;
use crate::messages::Arg;
use crate::messages::collected::Say;
use crate::question::{Asked, Body, Subject, answer};

/// What is asked, in one line.
pub fn line(story: &Story, posed: &Posed, desk: &Desk) -> String {
    let asked = Asked::new(story, posed, &desk.speech.quiz);
    let about = match (asked.subject, asked.body) {
        (Some(Subject::Quotation(text) | Subject::Claim(text)), _) => text,
        (None, Body::Type { before, after, .. }) => format!("{before}____{after}"),
        (None, Body::Arrange { events, .. }) => {
            events.into_iter().map(|(event, _)| event).collect::<Vec<_>>().join(" / ")
        }
        // What came first is asked of two events that are told nowhere else.
        (None, Body::One(_)) if posed.kind(story) == Kind::BeforeAfter => subject(story, posed),
        _ => String::new(),
    };
    format!("{} {about}", asked.prompt).trim().to_owned()
}

/// A wrong answer in words.
pub fn choice(story: &Story, posed: &Posed, choice: &Choice, desk: &Desk) -> String {
    let words = &desk.speech.quiz;
    match choice {
        Choice::Offer(offer) => answer(story, &posed.question(story).ask, *offer, false, words).text,
        Choice::Given(statement, person) => {
            let statement = &story[*statement];
            let said = quiz::quoted(words, story.words(statement.quote), statement.form);
            desk.collected().fill(Say::GivenTo, &[Arg::Name(&said), Arg::Name(&story[*person].name)])
        }
        Choice::Order { before, after } => {
            let [before, after] = [before, after].map(|event| story[*event].summary.as_str());
            desk.collected().fill(Say::FirstThen, &[Arg::Name(after), Arg::Name(before)])
        }
        Choice::Typed(typed) => quiz::quoted(words, typed, verbatim_core::model::Form::Direct),
    }
}
