//! The mark in hand: what it is, how far it can be trusted, and what a person may say of it.

use verbatim_core::wire::Person;
use verbatim_studio::{
    Action, EventField, Fact, Happened, Key, Mark, Ordered, Said, StatementField, Trust, key_of,
};
use yew::html::Scope;
use yew::{Callback, Html, html};

use crate::desk::field::{Field, choice, field};
use crate::desk::parts::state_of;
use crate::messages::{Arg, Say};
use crate::msg::Msg;
use crate::studio::{Drawn, Studio};
use crate::told::refused;
use crate::told::short;

/// What stands for nobody in a choice of people.
const NOBODY: &str = "";

/// The id of the field for words worth asking for.
const GAPS: &str = "statement-gaps";

/// The card.
pub fn view(studio: &Studio, link: &Scope<Studio>) -> Html {
    let words = &studio.words;
    let found = studio.hand.and_then(|key| studio.document().mark(key));
    let content = match found {
        None => html! { <p class="note">{words.text(Say::NothingInHand)}</p> },
        Some((place, mark)) => {
            let rest = match &mark.fact {
                Fact::Said(of) => said(studio, link, place, mark, of),
                Fact::Happened(told) => happened(studio, link, mark, told),
                Fact::Ordered(order) => ordered(studio, order),
            };
            let put_down = link.callback(|_| Msg::Take(None));
            html! {
                <>
                    <button type="button" class="put-down" onclick={put_down}>{words.text(Say::PutDown)}</button>
                    {head(studio, mark)}{decide(studio, link, mark)}{rest}
                </>
            }
        }
    };
    html! {
        <section class="hand" id="in-hand" tabindex="-1" aria-labelledby="hand-heading">
            <h2 id="hand-heading" class="kicker">{words.text(Say::InHand)}</h2>
            {content}
        </section>
    }
}

fn head(studio: &Studio, mark: &Mark) -> Html {
    let words = &studio.words;
    let sort = words.text(match &mark.fact {
        Fact::Said(_) => Say::SortSaid,
        Fact::Happened(_) => Say::SortHappened,
        Fact::Ordered(_) => Say::SortOrdered,
    });
    let quoted = studio.document().words(mark.key).split_whitespace().collect::<Vec<_>>().join(" ");
    let trust = match &mark.fact {
        Fact::Said(said) => Some(said.trust),
        Fact::Happened(told) => Some(told.trust),
        Fact::Ordered(_) => None,
    };
    // Of a proposal its state says so.
    let trust = trust.filter(|_| !(mark.is_open() && mark.is_sure())).map(|trust| match trust {
        Trust::Given => words.text(Say::TrustGiven),
        Trust::Sure => words.text(Say::TrustSure),
        Trust::Likely => words.text(Say::TrustLikely),
        Trust::Unsure => words.text(Say::TrustUnsure),
    });
    let why = mark
        .said()
        .filter(|said| !said.doubt.is_empty())
        .map(|said| html! { <p class="why">{capital(&said.doubt)}{"."}</p> });
    // It takes a trial of all that accepting does.
    let is_asked = mark.is_open() && studio.drawn == Drawn::Whole;
    let obstacle = is_asked.then(|| studio.document().obstacle(mark.key)).flatten();
    html! {
        <>
            <p class="sort-of"><b>{sort}</b>{" · "}{state_of(studio, mark)}{trust.map(|trust| html! { <>{" · "}{trust}</> })}</p>
            <blockquote lang={studio.document().head().language.clone()}>{short_of(&quoted)}</blockquote>
            {why}
            {obstacle.map(|refusal| html! { <p class="obstacle">{words.text(refused(refusal))}</p> })}
        </>
    }
}

/// As much of long words as a card takes.
fn short_of(words: &str) -> String {
    const LONGEST: usize = 220;
    match words.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", words.get(..end).unwrap_or_default().trim_end()),
        None => words.to_owned(),
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn decide(studio: &Studio, link: &Scope<Studio>, mark: &Mark) -> Html {
    let (words, key) = (&studio.words, mark.key);
    let button = |class: &'static str, say: Say, letter: &'static str, is_done: bool, msg: fn(Key) -> Msg| {
        html! {
            <button type="button" {class} disabled={is_done} onclick={link.callback(move |_| msg(key))}>
                {words.text(say)}{" "}<kbd aria-hidden="true">{letter}</kbd>
            </button>
        }
    };
    let (is_in, is_open) = (mark.accepted().is_some(), mark.is_open());
    html! {
        <div class="decide">
            {button("accept primary", Say::Accept, "A", is_in, |key| Msg::Do(Action::Accept(key)))}
            {button("reject", Say::Reject, "X", !is_in && !is_open, |key| Msg::Do(Action::Reject(key)))}
            {button("reopen", Say::Reopen, "O", is_open, |key| Msg::Do(Action::Reopen(key)))}
            <button type="button" class="next-open" onclick={link.callback(|_| Msg::NextOpen)}>{words.text(Say::NextOpen)}</button>
        </div>
    }
}

fn said(studio: &Studio, link: &Scope<Studio>, place: usize, mark: &Mark, said: &Said) -> Html {
    let (words, document, key) = (&studio.words, studio.document(), mark.key);
    let mut people = vec![(NOBODY.to_owned(), words.text(Say::Nobody).to_owned())];
    // Who is not chosen is not seen before the choice is opened.
    let is_there = |person: &Person| {
        let is_chosen = |chosen: &Option<String>| chosen.as_ref() == Some(&person.id);
        studio.drawn == Drawn::Whole || is_chosen(&said.speaker) || is_chosen(&said.reporter)
    };
    let cast = document.cast().iter().enumerate().filter(|(_, person)| is_there(person));
    people.extend(cast.map(|(at, person)| {
        let letter = key_of(at).map_or_else(String::new, |letter| format!("{} · ", letter.to_uppercase()));
        (person.id.clone(), format!("{letter}{}", person.name))
    }));
    let id = |chosen: String| Some(chosen).filter(|chosen| chosen != NOBODY);
    let speaker = link.callback(move |chosen| Msg::Do(Action::Speaker(key, id(chosen))));
    let reporter = link.callback(move |chosen| Msg::Do(Action::Reporter(key, id(chosen))));
    let text = |range: &std::ops::Range<usize>| {
        document.articles.get(place).and_then(|article| article.text.get(range.clone())).unwrap_or_default()
    };
    let attribution =
        said.attribution.as_ref().map(text).map(|says| words.fill(Say::Quoted, &[Arg::Name(&short(says))]));
    let of = |value: &Option<String>| value.clone().unwrap_or_default();
    html! {
        <>
            {choice("speaker", words.text(Say::Speaker), said.speaker.as_deref().unwrap_or(NOBODY), &people, speaker)}
            {newcomer(studio, link, key)}
            {choice("reporter", words.text(Say::Reporter), said.reporter.as_deref().unwrap_or(NOBODY), &people, reporter)}
            <p class="says-who">
                <span class="label">{words.text(Say::SaysWho)}</span>{" "}
                {attribution.unwrap_or_else(|| words.text(Say::SaysNobody).to_owned())}
                <span class="hint">{words.text(Say::SaysWhoHow)}</span>
            </p>
            {mark.accepted().and_then(|id| document.statement(id)).map(|statement| {
                let write = |of: StatementField| link.callback(move |value| Msg::Do(Action::Statement(key, of, value)));
                let (context, hint) = (of(&statement.context), of(&statement.hint));
                let gaps = studio.list(GAPS, &statement.gaps);
                let write_gaps = link.callback(move |value: String| {
                    let action = Action::Statement(key, StatementField::Gaps, value.clone());
                    Msg::List(GAPS.to_owned(), value, action)
                });
                html! {
                    <details class="more" open=true>
                        <summary>{words.text(Say::More)}</summary>
                        {field(&Field::new("statement-context", words.text(Say::Context), &context), write(StatementField::Context))}
                        {field(&Field::new("statement-hint", words.text(Say::Hint), &hint), write(StatementField::Hint))}
                        {field(&Field::new(GAPS, words.text(Say::Gaps), &gaps).hint(words.text(Say::GapsHint)), write_gaps)}
                    </details>
                }
            })}
        </>
    }
}

/// A field for the name of somebody who is not in the cast; Enter brings them in.
fn newcomer(studio: &Studio, link: &Scope<Studio>, key: Key) -> Html {
    let words = &studio.words;
    let onsubmit = link.callback(move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        Msg::Introduce(Some(key))
    });
    let write: Callback<String> = link.callback(Msg::Newcomer);
    html! {
        <form class="newcomer" {onsubmit}>
            {field(&Field::new("newcomer", words.text(Say::Newcomer), &studio.newcomer), write)}
            <button type="submit">{words.text(Say::Introduce)}</button>
        </form>
    }
}

fn happened(studio: &Studio, link: &Scope<Studio>, mark: &Mark, told: &Happened) -> Html {
    let (words, key) = (&studio.words, mark.key);
    let write = |of: EventField| link.callback(move |value| Msg::Do(Action::Event(key, of, value)));
    let summary = Field::new("event-summary", words.text(Say::Summary), &told.summary)
        .hint(words.text(Say::SummaryHint));
    let when = Field::new("event-when", words.text(Say::When), &told.when)
        .hint(words.text(Say::PublishedHint))
        .short();
    html! { <>{field(&summary, write(EventField::Summary))}{field(&when, write(EventField::When))}</> }
}

fn ordered(studio: &Studio, order: &Ordered) -> Html {
    let summary = |key: Key| match studio.document().mark(key).map(|(_, mark)| &mark.fact) {
        Some(Fact::Happened(told)) => told.summary.clone(),
        _ => String::new(),
    };
    html! {
        <ol class="edge">
            <li>{summary(order.earlier)}</li>
            <li>{summary(order.later)}</li>
        </ol>
    }
}
