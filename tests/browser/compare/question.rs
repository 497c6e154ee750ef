//! A question as it is asked: the page puts the one that the core drew, and
//! offers the same answers in the same order.

use anyhow::{Result, ensure};
use verbatim_core::model::{Ask, Story};
use verbatim_core::pose::{Offer, Posed, Task};
use verbatim_core::session::Session;

use super::tidy;
use crate::screen::Screen;

/// Compares the question on the screen with the session's at a position.
pub fn compare(screen: &Screen, session: &Session, at: usize) -> Result<()> {
    let story = session.story();
    let posed = &session.questions()[at];
    let count = session.questions().len();
    ensure!(screen.kind.as_deref() == Some(posed.kind(story).name()), "the kind is {:?}", screen.kind);
    ensure!(screen.count == Some(count), "{:?} questions, not {count}", screen.count);
    let progress = screen.progress.as_deref().unwrap_or_default();
    ensure!(
        progress.contains(&(at + 1).to_string()) && progress.contains(&count.to_string()),
        "the place in the quiz reads {progress:?}"
    );
    ensure!(screen.prompt.as_ref().is_some_and(|prompt| !prompt.is_empty()), "nothing is asked");
    for words in told(posed, story) {
        // A name may begin small within a sentence.
        let is_told = screen.text.to_lowercase().contains(&tidy(&words).to_lowercase());
        ensure!(is_told, "{words:?} is not on the screen");
    }
    task(screen, posed, story)
}

/// What has to be told for the question to make sense.
fn told(posed: &Posed, story: &Story) -> Vec<String> {
    match &posed.question(story).ask {
        Ask::WhoSaid { statement, .. } => vec![story.words(story[*statement].quote).to_owned()],
        Ask::SaidWhat { statement, .. } => vec![story[story[*statement].speaker].name.clone()],
        Ask::Match { .. } | Ask::Sequence { .. } | Ask::BeforeAfter { .. } => Vec::new(),
        Ask::Choice { prompt, .. } => vec![prompt.clone()],
        Ask::Verdict { claim, source, .. } => vec![claim.clone(), story[*source].publisher.clone()],
        Ask::Cloze { statement, gap, .. } => {
            let quote = story[*statement].quote;
            let all = story.words(quote);
            let (before, after) = (gap.start - quote.start, gap.end - quote.start);
            vec![all[..before as usize].to_owned(), all[after as usize..].to_owned()]
        }
        Ask::Proof { claim, .. } => vec![claim.clone()],
    }
}

fn task(screen: &Screen, posed: &Posed, story: &Story) -> Result<()> {
    let same = |what: &str, shown: Vec<&str>, wanted: Vec<&str>| {
        ensure!(shown == wanted, "the {what} shown are {shown:?}, the core has {wanted:?}");
        Ok(())
    };
    let (task, input) = match &posed.task {
        Task::One { .. } => ("one", Some("radio")),
        Task::Several { .. } => ("several", Some("checkbox")),
        Task::Match { .. } => ("match", None),
        Task::Arrange { .. } => ("arrange", None),
        Task::Type { .. } => ("type", None),
    };
    ensure!(screen.task.as_deref() == Some(task), "the task is {:?}", screen.task);
    match &posed.task {
        Task::One { offers, .. } | Task::Several { offers, .. } => {
            let ids: Vec<String> = offers.iter().map(|offer| offer.id(story)).collect();
            let shown = screen.offers.iter().map(|offer| offer.id.as_str()).collect();
            same("answers", shown, ids.iter().map(String::as_str).collect())?;
            for (offer, shown) in offers.iter().zip(&screen.offers) {
                ensure!(shown.input.as_deref() == input, "an answer's input is {:?}", shown.input);
                let words = tidy(&words(*offer, posed, story));
                ensure!(shown.text.contains(&words), "{:?} is shown for {words:?}", shown.text);
            }
        }
        Task::Match { statements, people } => {
            let shown = screen.slots.iter().map(|slot| slot.statement.as_str()).collect();
            same("quotations", shown, statements.iter().map(|one| story[*one].id.as_str()).collect())?;
            let shown = screen.people.iter().map(String::as_str).collect();
            same("people", shown, people.iter().map(|one| story[*one].id.as_str()).collect())?;
            for (statement, slot) in statements.iter().zip(&screen.slots) {
                let words = tidy(story.words(story[*statement].quote));
                ensure!(slot.text.contains(&words), "{:?} is shown for {words:?}", slot.text);
            }
        }
        Task::Arrange { events } => {
            let shown = screen.events.iter().map(|event| event.id.as_str()).collect();
            same("events", shown, events.iter().map(|one| story[*one].id.as_str()).collect())?;
            for (event, shown) in events.iter().zip(&screen.events) {
                let words = tidy(&story[*event].summary);
                ensure!(shown.text.contains(&words), "{:?} is shown for {words:?}", shown.text);
            }
        }
        Task::Type { statement, .. } => {
            let all = tidy(story.words(story[*statement].quote));
            ensure!(!screen.text.contains(&all), "the missing word is not missing");
            ensure!(screen.gap.as_deref() == Some(""), "the gap holds {:?}", screen.gap);
        }
    }
    Ok(())
}

/// The words by which an answer is offered, where they are the story's.
pub fn words(offer: Offer, posed: &Posed, story: &Story) -> String {
    match offer {
        Offer::Person(person) => story[person].name.clone(),
        Offer::Statement(statement) => story.words(story[statement].quote).to_owned(),
        Offer::Event(event) => story[event].summary.clone(),
        Offer::Option(position) => match &posed.question(story).ask {
            Ask::Choice { options, .. } => options[position].text.clone(),
            _ => String::new(),
        },
        Offer::Sentence(sentence) => story.words(sentence).to_owned(),
        Offer::Undecided | Offer::Verdict(_) => String::new(),
    }
}
