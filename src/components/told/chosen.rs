//! What is told of an answer that was chosen: the right one, and what the
//! reader's rests on instead.

use verbatim_core::excerpt::Excerpt;
use verbatim_core::feedback::{Instead, Rests, pair};
use verbatim_core::model::{Ask, StatementIx};
use verbatim_core::order::Relation;
use verbatim_core::pose::Offer;
use yew::Html;

use super::reasons;
use crate::components::choice_list::label;
use crate::components::question::Shown;
use crate::components::quoted_passage::excerpts;
use crate::element::{el, of, row, says};
use crate::messages as say;

/// The right answers and the words they rest on, and each wrong choice with its own.
pub fn chosen(
    shown: &Shown<'_>,
    right: &[Offer],
    wrong: &[Instead],
    missed: &[Offer],
    evidence: &[Excerpt],
) -> Vec<Html> {
    let story = shown.story;
    let mut told = Vec::new();
    let answer = match shown.ask() {
        Ask::WhoSaid { statement, .. } => Some(said_by(shown, *statement)),
        Ask::SaidWhat { statement, .. } => {
            let statement = &story[*statement];
            let words = say::quoted(story.words(statement.quote), statement.form);
            Some(say::said(&story[statement.speaker], &words))
        }
        // A right answer needs no repeating: it is marked just above.
        Ask::Choice { .. } if !wrong.is_empty() || !missed.is_empty() => {
            let texts: Vec<String> = right.iter().map(|offer| label(*offer, shown.ask(), story).0).collect();
            Some(say::right_answers(&texts))
        }
        Ask::Verdict { verdict, source, .. } => Some(say::verdict_is(*verdict, &story[*source].publisher)),
        Ask::Proof { .. } => Some(say::THIS_SENTENCE.to_owned()),
        _ => None,
    };
    told.extend(answer.map(|text| says("p", "answer", text).html()));
    told.push(match shown.ask() {
        Ask::BeforeAfter { events: [one, other], .. } => match story.order.relation(*one, *other) {
            Relation::Before => reasons(story, &pair(*one, *other, story), true),
            Relation::After => reasons(story, &pair(*other, *one, story), true),
            Relation::Undecided => {
                row(vec![says("p", "answer", say::UNDECIDED_EXPLAINED).html(), excerpts(story, evidence)])
            }
        },
        _ => excerpts(story, evidence),
    });
    let statement = match shown.ask() {
        Ask::WhoSaid { statement, .. } => Some(*statement),
        _ => None,
    };
    for Instead { offer, rests: what } in wrong {
        let answer = label(*offer, shown.ask(), story).0;
        let answer = match offer {
            Offer::Person(person) => say::name(&story[*person]),
            Offer::Option(_) | Offer::Event(_) => ["“", &answer, "”"].concat(),
            Offer::Sentence(_) | Offer::Verdict(_) | Offer::Undecided => continue,
            Offer::Statement(_) => answer,
        };
        told.push(rests(shown, say::you_chose(&answer), *offer, what, statement));
    }
    told
}

/// What a wrong choice rests on. `statement` is the one that was given to the wrong person.
pub fn rests(
    shown: &Shown<'_>,
    choice: String,
    offer: Offer,
    rests: &Rests,
    statement: Option<StatementIx>,
) -> Html {
    let story = shown.story;
    let (words, list): (String, &[Excerpt]) = match rests {
        Rests::PassedOn => match (offer, statement) {
            (Offer::Person(person), Some(statement)) => {
                (say::passed_on(&story[person], &story[story[statement].speaker]), &[])
            }
            _ => (String::new(), &[]),
        },
        Rests::Said(other, excerpts) => (say::said_instead(&story[story[*other].speaker]), excerpts),
        Rests::SaidBy(person, excerpts) => (say::said_that(&story[*person]), excerpts),
        Rests::Words(excerpts) => (say::CHOICE_RESTS.to_owned(), excerpts),
        Rests::Nothing => (String::new(), &[]),
    };
    let head = el("p").text(choice).text(" ").text(words);
    of("div", "instead").add(head).push(excerpts(story, list)).html()
}

fn said_by(shown: &Shown<'_>, statement: StatementIx) -> String {
    let story = shown.story;
    let passed_on: Vec<_> = story[statement].reported_by.iter().map(|person| &story[*person]).collect();
    say::said_by(&story[story[statement].speaker], &passed_on)
}
