//! What may be made of selected words: a bar of buttons while any are selected, and the same by keys.

use verbatim_studio::{Action, Fact, Key};
use yew::html::Scope;
use yew::{Html, html};

use super::field::choice;
use crate::effects::selection::Selected;
use crate::messages::{Arg, Say};
use crate::msg::Msg;
use crate::studio::Studio;
use crate::told::{Told, short};

/// What selected words are used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// Somebody's words.
    Said,
    /// What happened.
    Happened,
    /// That one event came before another.
    Ordered,
    /// Who speaks the words in hand.
    Attribution,
    /// They are the words of the mark in hand.
    Words,
}

const USES: [(Use, &str, Say); 5] = [
    (Use::Said, "q", Say::UseSaid),
    (Use::Happened, "v", Say::UseHappened),
    (Use::Ordered, "b", Say::UseOrdered),
    (Use::Attribution, "s", Say::UseAttribution),
    (Use::Words, "w", Say::UseWords),
];

impl Use {
    /// What a key uses the words for.
    pub fn of(key: &str) -> Option<Self> {
        USES.iter().find(|(_, letter, _)| *letter == key).map(|(of, _, _)| *of)
    }
}

/// Uses the selected words.
pub fn apply(studio: &mut Studio, of: Use) {
    let Some((place, words)) = studio.selected.clone() else { return };
    match (of, studio.hand) {
        (Use::Said, _) => studio.act(&Action::Said(place, words)),
        (Use::Happened, _) => studio.act(&Action::Happened(place, words)),
        (Use::Ordered, _) => match ends(studio, place) {
            Some((earlier, later)) => studio.order(Some(((place, words), earlier, later))),
            None => studio.told = Some(Told::Say(Say::TwoEvents)),
        },
        (Use::Attribution, Some(key)) => {
            studio.act(&Action::Attribution(key, words));
            studio.take(key);
        }
        (Use::Words, Some(key)) => {
            studio.act(&Action::Words(key, words));
            studio.take(key);
        }
        (Use::Attribution | Use::Words, None) => studio.told = Some(Told::Say(Say::NothingInHand)),
    }
}

/// The two events that are most likely meant: those in the selected words, else the first.
fn ends(studio: &Studio, place: usize) -> Option<(Key, Key)> {
    let (_, words) = studio.selected.as_ref()?;
    let article = studio.document().articles.get(place)?;
    let own = article.marks.iter().filter(|mark| matches!(mark.fact, Fact::Happened(_)));
    let within = own.filter(|mark| mark.words.start < words.end && words.start < mark.words.end);
    let all = events(studio);
    let mut keys = within.map(|mark| mark.key).chain(all.iter().map(|(key, _)| *key));
    let earlier = keys.next()?;
    Some((earlier, keys.find(|key| *key != earlier)?))
}

/// Every event on the desk with what happened.
pub fn events(studio: &Studio) -> Vec<(Key, String)> {
    let all = studio.document().articles.iter().flat_map(|article| &article.marks);
    let events = all.filter_map(|mark| match &mark.fact {
        Fact::Happened(told) => Some((mark.key, told.summary.clone())),
        Fact::Said(_) | Fact::Ordered(_) => None,
    });
    events.collect()
}

/// The bar.
pub fn view(studio: &Studio, link: &Scope<Studio>) -> Html {
    if let Some(ordering) = &studio.ordering {
        return order(studio, link, ordering);
    }
    let words = &studio.words;
    let Some(selected) = studio.selected_words() else {
        return html! { <div class="tools-place" role="status" /> };
    };
    let hand = studio.hand.and_then(|key| studio.document().mark(key)).map(|(_, mark)| mark);
    let button = |(of, letter, say): &(Use, &'static str, Say)| {
        let of = *of;
        let fits = match of {
            Use::Said | Use::Happened | Use::Ordered => true,
            Use::Attribution => hand.is_some_and(|mark| mark.said().is_some()),
            Use::Words => hand.is_some(),
        };
        let onclick = link.callback(move |_| Msg::Use(of));
        fits.then(|| {
            html! {
                <button type="button" class={format!("use use-{letter}")} {onclick}>
                    {words.text(*say)}{" "}<kbd aria-hidden="true">{letter.to_uppercase()}</kbd>
                </button>
            }
        })
    };
    html! {
        <div class="tools-place">
            <div class="tools" role="group" aria-label={words.text(Say::Tools).to_owned()}>
                <p class="selected" role="status">{words.fill(Say::Quoted, &[Arg::Name(&short(selected))])}</p>
                {for USES.iter().filter_map(button)}
            </div>
        </div>
    }
}

/// Which of two events came first, where words say so.
fn order(studio: &Studio, link: &Scope<Studio>, (selected, earlier, later): &(Selected, Key, Key)) -> Html {
    let (words, earlier, later) = (&studio.words, *earlier, *later);
    let options: Vec<(String, String)> =
        events(studio).into_iter().map(|(key, summary)| (key.0.to_string(), short(&summary))).collect();
    let change = |ends: fn(Key, (Key, Key)) -> (Key, Key)| {
        let selected = selected.clone();
        link.callback(move |value: String| {
            let chosen = value.parse().map_or(earlier, Key);
            let (earlier, later) = ends(chosen, (earlier, later));
            Msg::Order(Some((selected.clone(), earlier, later)))
        })
    };
    let first = change(|chosen, (_, later)| (chosen, later));
    let second = change(|chosen, (earlier, _)| (earlier, chosen));
    let action = Action::Ordered(selected.0, selected.1.clone(), earlier, later);
    let add = link.batch_callback(move |_| vec![Msg::Order(None), Msg::Do(action.clone())]);
    html! {
        <div class="tools-place">
            <div class="tools ordering" role="group" aria-label={words.text(Say::UseOrdered).to_owned()}>
                {choice("ordering-earlier", words.text(Say::Earlier), &earlier.0.to_string(), &options, first)}
                {choice("ordering-later", words.text(Say::Later), &later.0.to_string(), &options, second)}
                <button type="button" class="primary add-order" onclick={add}>{words.text(Say::AddOrder)}</button>
                <button type="button" class="cancel" onclick={link.callback(|_| Msg::Order(None))}>{words.text(Say::Cancel)}</button>
            </div>
        </div>
    }
}
