//! The cast: everybody who speaks or might, each with the key that gives them the words in hand.

use verbatim_core::wire::Person;
use verbatim_studio::{Action, PersonField, key_of};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};
use yew::html::Scope;
use yew::{Html, classes, html};

use crate::desk::field::{Field, choice, field};
use crate::desk::fold::fold;
use crate::desk::parts::ink_of;
use crate::messages::{Arg, Say};
use crate::msg::Msg;
use crate::studio::Studio;

/// The cast.
pub fn view(studio: &Studio, link: &Scope<Studio>) -> Html {
    let (words, document) = (&studio.words, studio.document());
    let hand = studio.hand.and_then(|key| document.mark(key)).filter(|(_, mark)| mark.said().is_some());
    let hand = hand.map(|(_, mark)| mark);
    let member = |(place, person): (usize, &Person)| {
        let spoken = document.statements_of(&person.id);
        let speaks = hand.and_then(|mark| mark.said()?.speaker.as_deref()) == Some(&person.id);
        let id = person.id.clone();
        let key = hand.map(|mark| mark.key);
        let give = link.batch_callback(move |_| Some(Msg::Do(Action::Speaker(key?, Some(id.clone())))));
        let letter = key_of(place).map_or_else(String::new, |letter| letter.to_uppercase().to_string());
        let name = words.fill(Say::GiveTo, &[Arg::Name(&letter), Arg::Name(&person.name)]);
        let summary = html! {
            <summary><span class="person">{&person.name}</span>{" "}<span class="count">{studio.count(Say::Statements, spoken)}</span></summary>
        };
        let row = format!("person-{}", person.id);
        html! {
            <li key={person.id.clone()} id={row.clone()} tabindex="-1">
                <button type="button" class={classes!("give", ink_of(place))} disabled={hand.is_none()} onclick={give}
                    aria-label={name} aria-pressed={hand.map(|_| if speaks { "true" } else { "false" })}>
                    <kbd aria-hidden="true">{letter}</kbd>
                </button>
                {fold(studio, link, row, summary, || fields(studio, link, person))}
            </li>
        }
    };
    html! {
        <section class="cast" aria-labelledby="cast-heading">
            <h2 id="cast-heading" class="kicker">{words.text(Say::Cast)}</h2>
            <p class="note">{words.text(Say::CastHow)}</p>
            <ol>{for document.cast().iter().enumerate().map(member)}</ol>
        </section>
    }
}

fn fields(studio: &Studio, link: &Scope<Studio>, person: &Person) -> Html {
    let words = &studio.words;
    let write = |of: PersonField| {
        let id = person.id.clone();
        link.callback(move |value| Msg::Do(Action::Person(id.clone(), of, value)))
    };
    let id = |name: &str| format!("person-{}-{name}", person.id);
    let unnamed = {
        let write = write(PersonField::Unnamed);
        yew::Callback::from(move |event: Event| {
            if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
            {
                write.emit(if input.checked() { "yes" } else { "no" }.to_owned());
            }
        })
    };
    let mut others = vec![(String::new(), words.text(Say::MergeNobody).to_owned())];
    let cast = studio.document().cast().iter().filter(|other| other.id != person.id);
    others.extend(cast.map(|other| (other.id.clone(), other.name.clone())));
    let merge = {
        let id = person.id.clone();
        link.batch_callback(move |into: String| {
            (!into.is_empty()).then(|| Msg::Do(Action::Merge(id.clone(), into)))
        })
    };
    let (name, role, aliases) =
        (id("name"), person.role.clone().unwrap_or_default(), studio.list(&id("aliases"), &person.aliases));
    let write_aliases = {
        let (person, field) = (person.id.clone(), id("aliases"));
        link.callback(move |value: String| {
            let action = Action::Person(person.clone(), PersonField::Aliases, value.clone());
            Msg::List(field.clone(), value, action)
        })
    };
    html! {
        <div class="fields">
            {field(&Field::new(&name, words.text(Say::Name), &person.name), write(PersonField::Name))}
            {field(&Field::new(&id("role"), words.text(Say::Role), &role), write(PersonField::Role))}
            {field(&Field::new(&id("aliases"), words.text(Say::Aliases), &aliases), write_aliases)}
            <div class="field check">
                <input type="checkbox" id={id("unnamed")} checked={person.unnamed} onchange={unnamed} />
                <label for={id("unnamed")}>{words.text(Say::Unnamed)}</label>
            </div>
            {choice(&id("merge"), words.text(Say::Merge), "", &others, merge)}
        </div>
    }
}
