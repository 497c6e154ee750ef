//! What is told of an answer that was chosen: the right one, and what the
//! reader's rests on instead.

use verbatim_core::excerpt::Excerpt;
use verbatim_core::feedback::{Instead, Rests, pair};
use verbatim_core::model::{Ask, Form, StatementIx};
use verbatim_core::order::Relation;
use verbatim_core::pose::Offer;

use super::reasons;
use crate::components::choice_list::label;
use crate::components::question::Shown;
use crate::components::quoted_passage::excerpts;
use crate::element::{El, of};
use crate::messages::{self, Arg, Say};

/// The right answers and the words they rest on, and each wrong choice with its own.
pub fn chosen(
    into: El,
    shown: &Shown<'_>,
    right: &[Offer],
    wrong: &[Instead],
    missed: &[Offer],
    evidence: &[Excerpt],
) -> El {
    let (story, state) = (shown.story, shown.cx.state);
    let answer = of("p", "answer");
    let answer = match shown.ask() {
        Ask::WhoSaid { statement, .. } => Some(said_by(answer, shown, *statement)),
        Ask::SaidWhat { statement, .. } => {
            let statement = &story[*statement];
            let words = messages::quoted(&state.words, story.words(statement.quote), statement.form);
            let said = [Arg::Name(&story[statement.speaker].name), Arg::Name(&words)];
            Some(answer.fill(state, Say::Said, &said))
        }
        // A right answer needs no repeating: it is marked just above.
        Ask::Choice { .. } if !wrong.is_empty() || !missed.is_empty() => {
            let labels = right.iter().map(|offer| label(state, *offer, shown.ask(), story));
            let answers = messages::listed(&state.words, &labels.collect::<Vec<_>>());
            let say = if right.len() == 1 { Say::RightIs } else { Say::RightAre };
            Some(answer.fill(state, say, &[Arg::Name(&answers)]))
        }
        Ask::Verdict { verdict, source, .. } => {
            let publisher = &story[*source].publisher;
            Some(answer.fill(state, messages::verdict_is(*verdict), &[Arg::Name(publisher)]))
        }
        Ask::Proof { .. } => Some(answer.fill(state, Say::ThisSentence, &[])),
        Ask::BeforeAfter { events: [one, other], .. } => match story.order.relation(*one, *other) {
            Relation::Before => return reasons(into, state, story, &pair(*one, *other, story)),
            Relation::After => return reasons(into, state, story, &pair(*other, *one, story)),
            Relation::Undecided => Some(answer.fill(state, Say::UndecidedExplained, &[])),
        },
        _ => None,
    };
    let mut into = excerpts(into.add_some(answer), state, story, evidence);
    let statement = match shown.ask() {
        Ask::WhoSaid { statement, .. } => Some(*statement),
        _ => None,
    };
    for Instead { offer, rests: what } in wrong {
        let answer = label(state, *offer, shown.ask(), story);
        let answer = match offer {
            Offer::Person(person) => messages::name(&story[*person]),
            Offer::Option(_) => messages::quoted(&state.words, &answer, Form::Direct),
            _ => answer,
        };
        let choice = of("p", "").fill(state, Say::YouChose, &[Arg::Name(&answer)]);
        into = into.add_some(rests(shown, choice, *offer, what, statement));
    }
    into
}

/// What a wrong choice rests on, if on anything, after a paragraph that says what
/// was chosen. `statement` is the one that was given to the wrong person.
pub fn rests(
    shown: &Shown<'_>,
    choice: El,
    offer: Offer,
    rests: &Rests,
    statement: Option<StatementIx>,
) -> Option<El> {
    let (story, state) = (shown.story, shown.cx.state);
    let mut speaker = String::new();
    let (say, person, list): (Say, _, &[Excerpt]) = match rests {
        Rests::PassedOn => match (offer, statement) {
            (Offer::Person(person), Some(statement)) => {
                speaker = messages::name(&story[story[statement].speaker]);
                (Say::PassedOn, Some(person), &[])
            }
            _ => return None,
        },
        Rests::Said(other, excerpts) => (Say::SaidInstead, Some(story[*other].speaker), excerpts),
        Rests::SaidBy(person, excerpts) => (Say::SaidThat, Some(*person), excerpts),
        Rests::Words(excerpts) => (Say::ChoiceRests, None, excerpts),
        Rests::Nothing => return None,
    };
    let person = person.map_or("", |person| &story[person].name);
    let choice = choice.text(state.words.text(Say::BetweenSentences));
    let choice = choice.fill(state, say, &[Arg::Name(person), Arg::Name(&speaker)]);
    Some(excerpts(of("div", "instead").add(choice), state, story, list))
}

fn said_by(into: El, shown: &Shown<'_>, statement: StatementIx) -> El {
    let (story, state) = (shown.story, shown.cx.state);
    let statement = &story[statement];
    let speaker = &story[statement.speaker];
    let mut into = match &speaker.role {
        Some(role) => into.fill(state, Say::RoleSaidThis, &[Arg::Name(&speaker.name), Arg::Name(role)]),
        None => into.fill(state, Say::SaidThis, &[Arg::Name(&speaker.name)]),
    };
    for person in &statement.reported_by {
        into = into.text(state.words.text(Say::BetweenSentences));
        into = into.fill(state, Say::PassedWordsOn, &[Arg::Name(&story[*person].name)]);
    }
    into
}
