//! Quotations to be given to people: by dragging, by clicks, by keys.

use verbatim_core::model::{PersonIx, StatementIx};
use yew::Html;
use yew::virtual_dom::ListenerKind;

use super::draggable;
use super::question::Shown;
use super::quoted_passage::quotation;
use crate::effects::keys;
use crate::element::{El, button, el, of, says};
use crate::messages as say;
use crate::state::{Hand, Msg};

/// The quotations, each with a place for a person, and the people who have none.
pub fn view(
    shown: &Shown<'_>,
    statements: &[StatementIx],
    people: &[PersonIx],
    given: &[Option<usize>],
) -> El {
    let slots = statements.iter().enumerate().map(|(at, statement)| {
        let person = given.get(at).copied().flatten();
        let person = person.and_then(|position| people.get(position).map(|person| (position, *person)));
        slot(shown, at, *statement, person)
    });
    let board = of("div", "match").add(of("ul", "slots").all(slots.collect()));
    if shown.told {
        return board;
    }
    let free = people.iter().enumerate().filter(|(at, _)| !given.contains(&Some(*at)));
    let pool = free.map(|(at, person)| el("li").key(&at.to_string()).add(chip(shown, at, *person)).html());
    board.add(of("ul", "pool").set("aria-label", say::PEOPLE).all(pool.collect()))
}

fn slot(shown: &Shown<'_>, at: usize, statement: StatementIx, person: Option<(usize, PersonIx)>) -> Html {
    let story = shown.story;
    let words = say::quoted(story.words(story[statement].quote), story[statement].form);
    let item = of("li", "match-slot").set("data-statement", story[statement].id.clone());
    let item = item.add(quotation(story).text(words));
    if shown.told {
        let right = person.is_some_and(|(_, person)| person == story[statement].speaker);
        let name = person.map_or(say::LEFT_OPEN.to_owned(), |(_, person)| story[person].name.clone());
        let (state, words) =
            if right { ("right", say::RIGHT_CHOSEN) } else { ("wrong", say::WRONG_CHOSEN) };
        let given = says("p", "given", name).add(says("span", "state", words));
        return item.set("data-state", state).add(given).html();
    }
    let hand = shown.cx.state.hand;
    let aimed = match hand {
        Hand::Person { aim, .. } => aim == Some(at),
        Hand::Slot(slot) => slot == at,
        _ => false,
    };
    let holds = matches!(hand, Hand::Person { .. });
    let place = button("slot", "").click(shown.cx.link, Msg::Slot(at));
    let place = match person {
        Some((_, person)) if !holds => {
            place.set("aria-label", say::take_back(&story[person].name)).text("✕")
        }
        _ => {
            let name = if holds { say::PUT_HERE } else { say::NOBODY };
            place.flag("aria-pressed", aimed).text(name).add(says("span", "hidden", say::place(at)))
        }
    };
    let chip = person.map(|(position, person)| {
        chip(shown, position, person).on(shown.cx.link, ListenerKind::onkeydown, at, keys::placed)
    });
    item.flag("data-aimed", aimed).add(of("div", "place").add_some(chip).add(place)).html()
}

fn chip(shown: &Shown<'_>, at: usize, person: PersonIx) -> El {
    let (person, cx) = (&shown.story[person], shown.cx);
    let lifted = matches!(cx.state.hand, Hand::Person { at: held, .. } if held == at);
    let chip = button("person", person.name.clone())
        .set("data-person", person.id.clone())
        .set("aria-pressed", if lifted { "true" } else { "false" })
        .add_some(person.role.as_ref().map(|role| says("span", "sub", role.clone())))
        .on(cx.link, ListenerKind::onclick, at, keys::person);
    let chip = draggable(chip, cx, at);
    if lifted { chip.on(cx.link, ListenerKind::onkeydown, at, keys::carrying) } else { chip }
}
