//! An article's text with what is marked in it. Each mark begins with a button, by which it is
//! taken in hand; its words are coloured and lined by who speaks.

use std::collections::HashMap;

use verbatim_studio::{Document, Fact, Key, Mark, Paragraph, Piece, State, key_of, paragraphs};
use web_sys::{KeyboardEvent, MouseEvent};
use yew::html::Scope;
use yew::{Classes, Html, classes, html};

use crate::effects::selection::TEXT;
use crate::keys::is_taken;
use crate::messages::{Arg, Say};
use crate::msg::Msg;
use crate::studio::{Drawn, Studio, chip_id};
use crate::told::short;

/// How many ways there are to set off a speaker's words.
const INKS: usize = 8;

/// How much of an article fills a screen, in bytes.
const SCREEN: usize = 2000;

/// The text of the article in a place.
pub fn view(studio: &Studio, link: &Scope<Studio>, place: usize) -> Html {
    let document = studio.document();
    let Some(article) = document.articles.get(place) else { return Html::default() };
    let hand = studio.hand.and_then(|key| document.mark(key)).filter(|(at, _)| *at == place);
    let shown = hand.and_then(|(_, mark)| mark.said()?.attribution.as_ref());
    let marks: HashMap<Key, &Mark> = article.marks.iter().map(|mark| (mark.key, mark)).collect();
    let tab = hand.map(|(_, mark)| mark.key).or(article.marks.first().map(|mark| mark.key));
    let pieces = |piece: &Piece| {
        let chips = piece.begins.iter().filter_map(|key| marks.get(key));
        let chips = chips.map(|mark| chip(studio, link, mark, Some(mark.key) == tab));
        let words = words(studio, link, &article.text, piece, &marks);
        chips.chain([words]).collect::<Html>()
    };
    let title = document.source(place).map_or("", |source| &source.title);
    let paragraph = |paragraph: Paragraph| {
        // The headline stands above the text.
        let line = article.text.get(paragraph.range.clone()).unwrap_or_default().trim();
        let is_plain = paragraph.pieces.iter().all(|piece| piece.marks.is_empty());
        let class = (is_plain && paragraph.range.start == 0 && line == title).then_some("repeated");
        html! { <p key={paragraph.range.start} {class}>{for paragraph.pieces.iter().map(pieces)}</p> }
    };
    let end = if studio.drawn == Drawn::Top(place) { SCREEN } else { article.text.len() };
    let onkeydown = link.callback(move |event: KeyboardEvent| {
        let plain = !(event.ctrl_key() || event.meta_key() || event.alt_key());
        if plain && event.key().starts_with("Arrow") {
            event.prevent_default();
        }
        Msg::OnText(place, event)
    });
    html! {
        <div id={format!("sheet-{place}")} class={TEXT} data-article={place.to_string()} role="group" tabindex="0"
            lang={document.head().language.clone()} aria-label={studio.words.text(Say::TextLabel).to_owned()} {onkeydown}>
            {for paragraphs(article, shown).into_iter().take_while(|paragraph| paragraph.range.start < end).map(paragraph)}
        </div>
    }
}

fn words(
    studio: &Studio,
    link: &Scope<Studio>,
    text: &str,
    piece: &Piece,
    marks: &HashMap<Key, &Mark>,
) -> Html {
    let mut class = Classes::new();
    let inside: Vec<&&Mark> = piece.marks.iter().filter_map(|key| marks.get(key)).collect();
    // The innermost speaker's ink is the one to be seen.
    for mark in inside.iter().filter(|mark| mark.state != State::Rejected) {
        match &mark.fact {
            Fact::Said(_) => class = classes!("said", ink(studio.document(), mark)),
            Fact::Happened(_) => class.push("happened"),
            Fact::Ordered(_) => {}
        }
    }
    if inside.iter().filter(|mark| mark.said().is_some()).count() > 1 {
        class.push("nested");
    }
    if piece.is_date {
        class.push("date");
    }
    if piece.is_shown {
        class.push("shown");
    }
    if studio.hand.is_some_and(|key| piece.marks.contains(&key)) {
        class.push("held");
    }
    let onclick = piece.marks.last().copied().map(|key| {
        link.batch_callback(move |_: MouseEvent| {
            // Whoever has selected words wants these, and not the mark around them.
            let selection = web_sys::window().and_then(|window| window.get_selection().ok()?);
            selection.is_none_or(|selection| selection.is_collapsed()).then_some(Msg::Take(Some(key)))
        })
    });
    let start = piece.range.start;
    let text = text.get(piece.range.clone()).unwrap_or_default().to_owned();
    html! { <span key={format!("words-{start}")} {class} data-start={start.to_string()} {onclick}>{text}</span> }
}

/// How the words of a mark's speaker are set off.
pub fn ink(document: &Document, mark: &Mark) -> String {
    let speaker = mark.said().and_then(|said| said.speaker.as_deref());
    let place = speaker.and_then(|id| document.person(id)).map(|(place, _)| place);
    place.map_or_else(|| "ink-open".to_owned(), ink_of)
}

/// How the words of the person at a place of the cast are set off.
pub fn ink_of(place: usize) -> String {
    format!("ink-{}", place % INKS)
}

/// The button that stands for a mark.
fn chip(studio: &Studio, link: &Scope<Studio>, mark: &Mark, is_tab: bool) -> Html {
    let (document, key) = (studio.document(), mark.key);
    let (state, sign) = match (&mark.state, mark.is_sure()) {
        (State::Proposed, true) => ("open sure", "•"),
        (State::Proposed, false) => ("open", "?"),
        (State::Accepted(_), _) => ("in", "✓"),
        (State::Rejected, _) => ("out", "✕"),
    };
    let (sort, label) = match &mark.fact {
        Fact::Said(said) => {
            let place = said.speaker.as_deref().and_then(|id| document.person(id)).map(|(place, _)| place);
            ("speech", letter(place))
        }
        Fact::Happened(_) => ("event", studio.words.text(Say::EventLetter).to_owned()),
        Fact::Ordered(_) => ("order", "⇢".to_owned()),
    };
    let is_hand = studio.hand == Some(key);
    let onkeydown = link.callback(move |event: KeyboardEvent| {
        let plain = !(event.ctrl_key() || event.meta_key() || event.alt_key());
        if plain && is_taken(&event.key()) {
            event.prevent_default();
        }
        event.stop_propagation();
        Msg::OnMark(key, event)
    });
    let class = classes!("chip", sort, state, ink(document, mark), is_hand.then_some("held"));
    let take = move |link: &Scope<Studio>| link.callback(move |_: MouseEvent| Msg::Take(Some(key)));
    html! {
        <button key={format!("chip-{}", key.0)} type="button" id={chip_id(key)} {class} {onkeydown}
            tabindex={if is_tab { "0" } else { "-1" }} aria-current={is_hand.then_some("true")}
            aria-label={name(studio, mark)} onclick={take(link)}
            onfocus={link.callback(move |_| Msg::Take(Some(key)))}>
            <span class="sort" aria-hidden="true">{label}</span><span class="sign" aria-hidden="true">{sign}</span>
        </button>
    }
}

/// What a mark is, in words: for those who hear it.
fn name(studio: &Studio, mark: &Mark) -> String {
    let (words, document) = (&studio.words, studio.document());
    let state = state_of(studio, mark);
    let quoted = short(document.words(mark.key));
    match &mark.fact {
        Fact::Said(said) => {
            let speaker = said.speaker.as_deref().and_then(|id| document.person(id));
            let letter = letter(speaker.map(|(place, _)| place));
            let speaker = speaker.map_or(words.text(Say::Nobody), |(_, person)| &person.name);
            let places = [&letter, speaker, &quoted, state];
            words.fill(Say::SaidName, &places.map(Arg::Name))
        }
        Fact::Happened(told) => words.fill(Say::HappenedName, &[Arg::Name(&told.summary), Arg::Name(state)]),
        Fact::Ordered(order) => {
            let event = |key: Key| short(document.words(key));
            let (earlier, later) = (event(order.earlier), event(order.later));
            words.fill(Say::OrderedName, &[Arg::Name(&earlier), Arg::Name(&later), Arg::Name(state)])
        }
    }
}

/// The key of somebody in the cast, as it is shown; a dash for nobody.
fn letter(place: Option<usize>) -> String {
    place.and_then(key_of).map_or_else(|| "–".to_owned(), |key| key.to_uppercase().to_string())
}

/// What was decided about a mark, in words.
pub fn state_of<'a>(studio: &'a Studio, mark: &Mark) -> &'a str {
    studio.words.text(match (&mark.state, mark.is_sure()) {
        (State::Proposed, true) => Say::StateSure,
        (State::Proposed, false) => Say::StateOpen,
        (State::Accepted(_), _) => Say::StateIn,
        (State::Rejected, _) => Say::StateOut,
    })
}
