//! What is told of an answer that was chosen: the right one, and what the
//! reader's rests on instead.

use verbatim_core::excerpt::Excerpt;
use verbatim_core::feedback::{Instead, Rests, pair};
use verbatim_core::model::{Ask, StatementIx};
use verbatim_core::order::Relation;
use verbatim_core::pose::Offer;

use super::reasons;
use crate::components::choice_list::label;
use crate::components::question::Shown;
use crate::components::quoted_passage::excerpts;
use crate::element::{El, of, says};
use crate::messages as say;

/// The right answers and the words they rest on, and each wrong choice with its own.
pub fn chosen(
    into: El,
    shown: &Shown<'_>,
    right: &[Offer],
    wrong: &[Instead],
    missed: &[Offer],
    evidence: &[Excerpt],
) -> El {
    let story = shown.story;
    let answer = match shown.ask() {
        Ask::WhoSaid { statement, .. } => said_by(shown, *statement),
        Ask::SaidWhat { statement, .. } => {
            let statement = &story[*statement];
            let words = say::quoted(story.words(statement.quote), statement.form);
            say::said(&story[statement.speaker], &words)
        }
        // A right answer needs no repeating: it is marked just above.
        Ask::Choice { .. } if !wrong.is_empty() || !missed.is_empty() => {
            let mut text = say::right_answers(right.len()).to_owned();
            for (at, offer) in right.iter().enumerate() {
                text.push_str(if at == 0 { "" } else { "; " });
                text.push_str(&label(*offer, shown.ask(), story));
            }
            text
        }
        Ask::Verdict { verdict, source, .. } => say::verdict_is(*verdict, &story[*source].publisher),
        Ask::Proof { .. } => say::THIS_SENTENCE.to_owned(),
        Ask::BeforeAfter { events: [one, other], .. } => match story.order.relation(*one, *other) {
            Relation::Before => return reasons(into, story, &pair(*one, *other, story)),
            Relation::After => return reasons(into, story, &pair(*other, *one, story)),
            Relation::Undecided => say::UNDECIDED_EXPLAINED.to_owned(),
        },
        _ => String::new(),
    };
    let into = if answer.is_empty() { into } else { into.say("p", "answer", &answer) };
    let mut into = excerpts(into, story, evidence);
    let statement = match shown.ask() {
        Ask::WhoSaid { statement, .. } => Some(*statement),
        _ => None,
    };
    for Instead { offer, rests: what } in wrong {
        let answer = label(*offer, shown.ask(), story);
        let answer = match offer {
            Offer::Person(person) => say::name(&story[*person]),
            Offer::Option(_) => ["“", &answer, "”"].concat(),
            _ => answer,
        };
        into = into.add_some(rests(shown, &say::you_chose(&answer), *offer, what, statement));
    }
    into
}

/// What a wrong choice rests on, if on anything. `statement` is the one that was
/// given to the wrong person.
pub fn rests(
    shown: &Shown<'_>,
    choice: &str,
    offer: Offer,
    rests: &Rests,
    statement: Option<StatementIx>,
) -> Option<El> {
    let story = shown.story;
    let (words, list): (String, &[Excerpt]) = match rests {
        Rests::PassedOn => match (offer, statement) {
            (Offer::Person(person), Some(statement)) => {
                (say::passed_on(&story[person], &story[story[statement].speaker]), &[])
            }
            _ => return None,
        },
        Rests::Said(other, excerpts) => (say::said_instead(&story[story[*other].speaker]), excerpts),
        Rests::SaidBy(person, excerpts) => (say::said_that(&story[*person]), excerpts),
        Rests::Words(excerpts) => (say::CHOICE_RESTS.to_owned(), excerpts),
        Rests::Nothing => return None,
    };
    Some(excerpts(of("div", "instead").add(says("p", "", choice).text(&words)), story, list))
}

fn said_by(shown: &Shown<'_>, statement: StatementIx) -> String {
    let story = shown.story;
    let passed_on: Vec<_> = story[statement].reported_by.iter().map(|person| &story[*person]).collect();
    say::said_by(&story[story[statement].speaker], &passed_on)
}
