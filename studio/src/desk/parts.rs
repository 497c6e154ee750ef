//! What an article's text consists of on the page: words in the colours of who speaks, and before
//! each mark a button that stands for it.

use std::collections::HashMap;
use std::rc::Rc;

use verbatim_studio::{Article, Document, Fact, Key, Mark, Paragraph, Piece, State, key_of, paragraphs};

use super::galley::{Line, Part, Tag};
use crate::messages::{Arg, Say};
use crate::studio::{Studio, chip_id};
use crate::told::short;

/// How many ways there are to set off a speaker's words.
const INKS: usize = 8;

/// The paragraphs of an article in a place that begin before a byte of it.
pub fn lines(studio: &Studio, place: usize, article: &Article, end: usize) -> Rc<[Line]> {
    let document = studio.document();
    let hand = studio.hand.and_then(|key| document.mark(key)).filter(|(at, _)| *at == place);
    let shown = hand.and_then(|(_, mark)| mark.said()?.attribution.as_ref());
    let marks: HashMap<Key, &Mark> = article.marks.iter().map(|mark| (mark.key, mark)).collect();
    let tab = hand.map(|(_, mark)| mark.key).or(article.marks.first().map(|mark| mark.key));
    let title = document.source(place).map_or("", |source| &source.title);
    let line = |paragraph: Paragraph| {
        let parts = paragraph.pieces.iter().flat_map(|piece| {
            let chips = piece.begins.iter().filter_map(|key| marks.get(key));
            let chips = chips.map(|mark| chip(studio, mark, Some(mark.key) == tab));
            chips.chain([words(studio, &article.text, piece, &marks)])
        });
        let parts = parts.collect();
        // The headline stands above the text.
        let line = article.text.get(paragraph.range.clone()).unwrap_or_default().trim();
        let is_plain = paragraph.pieces.iter().all(|piece| piece.marks.is_empty());
        let is_repeated = is_plain && paragraph.range.start == 0 && line == title;
        Line { start: paragraph.range.start, class: if is_repeated { "repeated" } else { "" }, parts }
    };
    let all = paragraphs(article, shown).into_iter();
    all.take_while(|paragraph| paragraph.range.start < end).map(line).collect()
}

fn words(studio: &Studio, text: &str, piece: &Piece, marks: &HashMap<Key, &Mark>) -> Part {
    let mut class = String::new();
    let inside: Vec<&&Mark> = piece.marks.iter().filter_map(|key| marks.get(key)).collect();
    // The innermost speaker's ink is the one to be seen.
    for mark in inside.iter().filter(|mark| mark.state != State::Rejected) {
        match &mark.fact {
            Fact::Said(_) => class = format!("said {}", ink(studio.document(), mark)),
            Fact::Happened(_) => class.push_str(" happened"),
            Fact::Ordered(_) => {}
        }
    }
    let is_nested = inside.iter().filter(|mark| mark.said().is_some()).count() > 1;
    let is_held = studio.hand.is_some_and(|key| piece.marks.contains(&key));
    let more =
        [(is_nested, " nested"), (piece.is_date, " date"), (piece.is_shown, " shown"), (is_held, " held")];
    class.extend(more.into_iter().filter(|(is_so, _)| *is_so).map(|(_, name)| name));
    let start = piece.range.start;
    Part {
        id: (Tag::Span, start),
        attributes: vec![
            ("class", (!class.is_empty()).then(|| class.into())),
            ("data-start", Some(start.to_string().into())),
            ("data-mark", piece.marks.last().map(|key| key.0.to_string().into())),
        ],
        text: text.get(piece.range.clone()).unwrap_or_default().to_owned(),
    }
}

/// How the words of a mark's speaker are set off.
fn ink(document: &Document, mark: &Mark) -> String {
    let speaker = mark.said().and_then(|said| said.speaker.as_deref());
    let place = speaker.and_then(|id| document.person(id)).map(|(place, _)| place);
    place.map_or_else(|| "ink-open".to_owned(), ink_of)
}

/// How the words of the person at a place of the cast are set off.
pub fn ink_of(place: usize) -> String {
    format!("ink-{}", place % INKS)
}

/// The button that stands for a mark.
fn chip(studio: &Studio, mark: &Mark, is_tab: bool) -> Part {
    let (document, key) = (studio.document(), mark.key);
    let (state, sign) = match (&mark.state, mark.is_sure()) {
        (State::Proposed, true) => ("open sure", '•'),
        (State::Proposed, false) => ("open", '?'),
        (State::Accepted(_), _) => ("in", '✓'),
        (State::Rejected, _) => ("out", '✕'),
    };
    let (sort, mut text) = match &mark.fact {
        Fact::Said(said) => {
            let place = said.speaker.as_deref().and_then(|id| document.person(id)).map(|(place, _)| place);
            ("speech", letter(place))
        }
        Fact::Happened(_) => ("event", studio.words.text(Say::EventLetter).to_owned()),
        Fact::Ordered(_) => ("order", "⇢".to_owned()),
    };
    // A hair's breadth between them.
    text.extend(['\u{200a}', sign]);
    let is_hand = studio.hand == Some(key);
    let mut class = format!("chip {sort} {state} {}", ink(document, mark));
    if is_hand {
        class.push_str(" held");
    }
    Part {
        id: (Tag::Button, key.0 as usize),
        attributes: vec![
            ("type", Some("button".into())),
            ("id", Some(chip_id(key).into())),
            ("class", Some(class.into())),
            ("data-mark", Some(key.0.to_string().into())),
            ("tabindex", Some(if is_tab { "0" } else { "-1" }.into())),
            ("aria-current", is_hand.then(|| "true".into())),
            ("aria-label", Some(name(studio, mark).into())),
        ],
        text,
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
