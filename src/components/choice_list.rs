//! Answers to choose from, one or several; the sentences of a passage among them.

use verbatim_core::model::{Ask, Evidence, Story};
use verbatim_core::pose::{Offer, Response, Task};
use verbatim_core::session::Action;

use super::question::Shown;
use super::quoted_passage::caption;
use crate::element::{A, El, of, says};
use crate::messages::{self, Say};
use crate::state::{Msg, State};

/// The answers.
pub fn view(shown: &Shown<'_>, offers: &[Offer]) -> El {
    let legend = super::subject::prompt(of("legend", "hidden"), shown.cx, shown.story, shown.posed);
    let fieldset = of("fieldset", "choices").add(legend);
    if let Some(Offer::Sentence(sentence)) = offers.first() {
        let passage = of("div", "in-text").foreign(shown.cx.state);
        let figure = of("figure", "passage").add(all(passage, shown, offers));
        fieldset.add(figure.add(caption(shown.cx.state, shown.story.source_of(*sentence))))
    } else {
        all(fieldset, shown, offers)
    }
}

fn all(mut list: El, shown: &Shown<'_>, offers: &[Offer]) -> El {
    let mut last = None;
    for (at, offer) in offers.iter().enumerate() {
        if let Offer::Sentence(sentence) = offer {
            // Between sentences stands what the passage has there: a space, or a new paragraph.
            if let Some(start) = last {
                let between = Evidence { start, end: sentence.start, ..*sentence };
                list = list.say("span", "", shown.story.words(between));
            }
            last = Some(sentence.end);
        }
        list = list.add(choice(shown, *offer, at));
    }
    list
}

/// An answer in words.
pub fn label(state: &State, offer: Offer, ask: &Ask, story: &Story) -> String {
    let text: &str = match (offer, ask) {
        (Offer::Person(person), _) => &story[person].name,
        (Offer::Statement(statement), _) => {
            return messages::quoted(
                &state.words,
                story.words(story[statement].quote),
                story[statement].form,
            );
        }
        (Offer::Event(event), _) => &story[event].summary,
        (Offer::Undecided, _) => state.words.text(Say::Undecided),
        (Offer::Option(at), Ask::Choice { options, .. }) => options.get(at).map_or("", |option| &option.text),
        (Offer::Option(_), _) => "",
        (Offer::Verdict(verdict), _) => state.words.text(messages::verdict(verdict)),
        (Offer::Sentence(sentence), _) => story.words(sentence),
    };
    text.to_owned()
}

fn choice(shown: &Shown<'_>, offer: Offer, at: usize) -> El {
    let (several, chosen) = match &shown.response {
        Response::Several(chosen) => (true, chosen.get(at).copied().unwrap_or_default()),
        Response::One(chosen) => (false, *chosen == Some(at)),
        _ => (false, false),
    };
    let input = of("input", "")
        .set(A::Type, if several { "checkbox" } else { "radio" })
        .number(A::Name, shown.at)
        .number(A::Value, at)
        .checked(chosen);
    let input = if shown.told {
        input.set(A::Disabled, "")
    } else {
        input.change(shown.cx.link, Msg::Do(Action::Choose(at)))
    };
    let class = if matches!(offer, Offer::Statement(_)) { "text words-of" } else { "text" };
    let state = shown.cx.state;
    let text = says("span", class, &label(state, offer, shown.ask(), shown.story));
    let text = match offer {
        Offer::Person(person) => {
            text.foreign(state).story_some(state, "span", "sub", &shown.story[person].role)
        }
        Offer::Undecided | Offer::Verdict(_) => text,
        _ => text.foreign(state),
    };
    let label = of("label", "choice").set(A::DataOffer, &offer.id(shown.story)).add(input).add(text);
    match became(shown, at, chosen) {
        Some((name, say)) if shown.told => label.set(A::DataState, name).tell(state, "span", "state", say),
        _ => label,
    }
}

/// What became of an answer, for the style sheet and in words.
fn became(shown: &Shown<'_>, at: usize, chosen: bool) -> Option<(&'static str, Say)> {
    let (right, several) = match &shown.posed.task {
        Task::One { right, .. } => (*right == at, false),
        Task::Several { right, .. } => (right.get(at).copied().unwrap_or_default(), true),
        _ => return None,
    };
    match (right, chosen) {
        (true, true) => Some(("right", Say::RightChosen)),
        (true, false) if several => Some(("missed", Say::MissedChoice)),
        (true, false) => Some(("right", Say::RightAnswer)),
        (false, true) => Some(("wrong", Say::WrongChosen)),
        (false, false) => None,
    }
}
