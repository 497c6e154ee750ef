//! Answers to choose from, one or several; the sentences of a passage among them.

use verbatim_core::model::{Ask, Evidence, Story};
use verbatim_core::pose::{Offer, Response, Task};
use verbatim_core::session::Action;
use yew::virtual_dom::ListenerKind;

use super::question::Shown;
use super::quoted_passage::caption;
use crate::element::{El, el, of, says};
use crate::messages as say;
use crate::state::Msg;

/// The answers.
pub fn view(shown: &Shown<'_>, offers: &[Offer]) -> El {
    let legend = says("legend", "hidden", super::subject::prompt(shown.story, shown.posed));
    let mut list = Vec::new();
    let mut end = None;
    for (at, offer) in offers.iter().enumerate() {
        // Between the sentences of a passage stands what the passage has there: a space, or a new paragraph.
        if let (Offer::Sentence(sentence), Some(end)) = (offer, end) {
            let between = Evidence { start: end, end: sentence.start, ..*sentence };
            list.push(el("span").text(shown.story.words(between).to_owned()).html());
        }
        end = if let Offer::Sentence(sentence) = offer { Some(sentence.end) } else { None };
        list.push(choice(shown, *offer, at).html());
    }
    let fieldset = of("fieldset", "choices").add(legend);
    match offers.first() {
        Some(Offer::Sentence(sentence)) => {
            let passage = of("div", "in-text").set("lang", shown.story.language.clone()).all(list);
            let figure = of("figure", "passage").add(passage);
            fieldset.add(figure.add(caption(shown.story.source_of(*sentence))))
        }
        _ => fieldset.all(list),
    }
}

/// An answer in words, and what is to be added to it.
pub fn label(offer: Offer, ask: &Ask, story: &Story) -> (String, Option<String>) {
    let text = match (offer, ask) {
        (Offer::Person(person), _) => {
            let person = &story[person];
            return (person.name.clone(), person.role.clone());
        }
        (Offer::Statement(statement), _) => {
            say::quoted(story.words(story[statement].quote), story[statement].form)
        }
        (Offer::Event(event), _) => story[event].summary.clone(),
        (Offer::Undecided, _) => say::UNDECIDED.to_owned(),
        (Offer::Option(at), Ask::Choice { options, .. }) => {
            options.get(at).map(|option| option.text.clone()).unwrap_or_default()
        }
        (Offer::Option(_), _) => String::new(),
        (Offer::Verdict(verdict), _) => say::verdict(verdict).to_owned(),
        (Offer::Sentence(sentence), _) => story.words(sentence).to_owned(),
    };
    (text, None)
}

fn choice(shown: &Shown<'_>, offer: Offer, at: usize) -> El {
    let (text, role) = label(offer, shown.ask(), shown.story);
    let (several, chosen) = match &shown.response {
        Response::Several(chosen) => (true, chosen.get(at).copied().unwrap_or_default()),
        Response::One(chosen) => (false, *chosen == Some(at)),
        _ => (false, false),
    };
    let input = el("input")
        .set("type", if several { "checkbox" } else { "radio" })
        .set("name", ["choice-", &shown.at.to_string()].concat())
        .number("value", at)
        .checked(chosen);
    let input = if shown.told {
        input.set("disabled", "")
    } else {
        input.say(shown.cx.link, ListenerKind::onchange, Msg::Do(Action::Choose(at)))
    };
    let spoken = matches!(offer, Offer::Statement(_));
    let text = says("span", if spoken { "text words-of" } else { "text" }, text);
    let text = text.add_some(role.map(|role| says("span", "sub", role)));
    let label = of("label", "choice").set("data-offer", offer.id(shown.story)).add(input).add(text);
    match state(shown, at, chosen).filter(|_| shown.told) {
        Some((state, words)) => label.set("data-state", state).add(says("span", "state", words)),
        None => label,
    }
}

/// What became of an answer, for the style sheet and in words.
fn state(shown: &Shown<'_>, at: usize, chosen: bool) -> Option<(&'static str, &'static str)> {
    let (right, several) = match &shown.posed.task {
        Task::One { right, .. } => (*right == at, false),
        Task::Several { right, .. } => (right.get(at).copied().unwrap_or_default(), true),
        _ => return None,
    };
    match (right, chosen) {
        (true, true) => Some(("right", say::RIGHT_CHOSEN)),
        (true, false) if several => Some(("missed", say::MISSED_CHOICE)),
        (true, false) => Some(("right", say::RIGHT_ANSWER)),
        (false, true) => Some(("wrong", say::WRONG_CHOSEN)),
        (false, false) => None,
    }
}
