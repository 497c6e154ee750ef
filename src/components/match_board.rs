//! Quotations to be given to people: by dragging, by clicks, by keys.

use verbatim_core::decimal::decimal;
use verbatim_core::model::{PersonIx, StatementIx};

use super::draggable;
use super::question::Shown;
use super::quoted_passage::quotation;
use crate::effects::keys;
use crate::element::{A, El, On, button, of, presses, tells};
use crate::messages::{self, Arg, Say};
use crate::state::{Hand, Msg};

/// The quotations, each with a place for a person, and the people who have none.
pub fn view(
    shown: &Shown<'_>,
    statements: &[StatementIx],
    people: &[PersonIx],
    given: &[Option<usize>],
) -> El {
    let mut slots = of("ul", "slots");
    for (at, statement) in statements.iter().enumerate() {
        let person = given.get(at).copied().flatten();
        let person = person.and_then(|position| people.get(position).map(|person| (position, *person)));
        slots = slots.add(slot(shown, at, *statement, person));
    }
    let board = of("div", "match").add(slots);
    if shown.told {
        return board;
    }
    let mut pool = of("ul", "pool").label(shown.cx.state, Say::People, &[]);
    for (at, person) in people.iter().enumerate() {
        if !given.contains(&Some(at)) {
            pool = pool.add(of("li", "").key(&decimal(at)).add(chip(shown, at, *person)));
        }
    }
    board.add(pool)
}

fn slot(shown: &Shown<'_>, at: usize, statement: StatementIx, person: Option<(usize, PersonIx)>) -> El {
    let story = shown.story;
    let state = shown.cx.state;
    let words = messages::quoted(&state.words, story.words(story[statement].quote), story[statement].form);
    let item = of("li", "match-slot").set(A::DataStatement, &story[statement].id);
    let item = item.add(quotation(state).text(&words));
    if shown.told {
        let right = person.is_some_and(|(_, person)| person == story[statement].speaker);
        let given = match person {
            Some((_, person)) => of("p", "given").story(state, "bdi", "", &story[person].name),
            None => tells(state, "p", "given", Say::LeftOpen),
        };
        let (name, say) = if right { ("right", Say::RightChosen) } else { ("wrong", Say::WrongChosen) };
        return item.set(A::DataState, name).add(given.tell(state, "span", "state", say));
    }
    let hand = state.hand;
    let holds = matches!(hand, Hand::Person { .. });
    let aimed = match hand {
        Hand::Person { aim, .. } => aim == Some(at),
        Hand::Slot(slot) => slot == at,
        _ => false,
    };
    let place = match person {
        Some((_, person)) if !holds => {
            button("slot", "✕").label(state, Say::TakeBack, &[Arg::Name(&story[person].name)])
        }
        _ => {
            let place = presses(state, "slot", if holds { Say::PutHere } else { Say::Nobody });
            let which = of("span", "hidden").fill(state, Say::AtQuotation, &[Arg::Number(at + 1)]);
            place.flag(A::AriaPressed, aimed).text(" ").add(which)
        }
    };
    let place = place.click(shown.cx.link, Msg::Slot(at)).key("slot");
    let chip = person.map(|(position, person)| {
        let chip = chip(shown, position, person).key(&shown.story[person].id);
        chip.on(shown.cx.link, On::Key, at, keys::placed)
    });
    item.flag(A::DataAimed, aimed).add(of("div", "place").add_some(chip).add(place))
}

fn chip(shown: &Shown<'_>, at: usize, person: PersonIx) -> El {
    let (person, cx) = (&shown.story[person], shown.cx);
    let lifted = matches!(cx.state.hand, Hand::Person { at: held, .. } if held == at);
    let chip = button("person", "")
        .story(cx.state, "span", "name", &person.name)
        .set(A::DataPerson, &person.id)
        .set(A::AriaPressed, if lifted { "true" } else { "false" })
        .story_some(cx.state, "span", "sub", &person.role)
        .on(cx.link, On::Click, at, keys::person);
    let chip = draggable(chip, cx, at);
    if lifted { chip.on(cx.link, On::Key, at, keys::carrying) } else { chip }
}
