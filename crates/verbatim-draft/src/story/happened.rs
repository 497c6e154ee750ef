//! The events of a story and their order, from what an article dates or orders in words.

use std::ops::Range;

use verbatim_core::date::Period;
use verbatim_core::wire::{Event, Order, Selector};
use verbatim_core::words::{count_words, same_words};

use super::passage::Excerpts;
use super::{Drafting, Fate, Read};
use crate::event;
use crate::lexicon::{ADV, FUNCTION, class};

/// The fewest and the most words that tell an event.
const FEWEST: usize = 3;
const MOST: usize = 22;

/// The length of a date that names a day.
const DAY: usize = "2021-02-24".len();

/// Adds what happened, where the text says what it came before, or one of the articles' `dates`
/// differs from its own.
pub(super) fn add(
    drafting: &mut Drafting,
    excerpts: &mut Excerpts<'_>,
    article: &Read<'_>,
    number: usize,
    dates: &[&str],
) {
    let facts = article.facts;
    let ordered = facts.ordered();
    let mut ids = vec![None; facts.events.len()];
    for (place, happened) in facts.events.iter().enumerate() {
        let by_date = happened.when.as_deref().is_some_and(|when| {
            dates.iter().any(|other| event::is_before(when, other) || event::is_before(other, when))
        });
        if by_date || ordered.iter().any(|&(one, other)| one == place || other == place) {
            ids[place] = one(drafting, excerpts, article, number, happened);
        }
    }
    for edge in &facts.order {
        let ends = (ids.get(edge.earlier).cloned().flatten(), ids.get(edge.later).cloned().flatten());
        let (Some(before), Some(after)) = ends else { continue };
        if before == after || !ordered.contains(&(edge.earlier, edge.later)) {
            continue;
        }
        let evidence = excerpts.cut(&edge.words).and_then(|passage| excerpts.select(passage, &edge.words));
        match evidence {
            Ok(selector) => drafting.order.push(Order { before, after, evidence: vec![selector] }),
            Err(refused) => {
                drafting.note(number, &article.text[edge.words.clone()], Fate::LeftOut, refused.reason())
            }
        }
    }
}

/// Takes an event in, or finds it among those that are known.
fn one(
    drafting: &mut Drafting,
    excerpts: &mut Excerpts<'_>,
    article: &Read<'_>,
    number: usize,
    happened: &event::Event,
) -> Option<String> {
    let words = &article.text[happened.sentence.clone()];
    let Some(clause) = happened.clause.clone() else {
        drafting.note(number, words, Fate::LeftOut, "a pronoun says who did it");
        return None;
    };
    let summary = summary(article.text, &clause, happened.date.as_ref());
    if !(FEWEST..=MOST).contains(&count_words(&summary)) {
        drafting.note(number, words, Fate::LeftOut, "it takes too few or too many words to tell");
        return None;
    }
    let when = happened.when.clone().filter(|when| Period::parse(when).is_some());
    let evidence = match excerpts.cut(&clause).and_then(|passage| excerpts.select(passage, &clause)) {
        Ok(evidence) => evidence,
        Err(refused) => {
            drafting.note(number, words, Fate::LeftOut, refused.reason());
            return None;
        }
    };
    let verb = &article.text[happened.verb.clone()];
    let known = drafting.events.iter_mut().find(|known| {
        known.when == when
            && (same_words(&known.summary, &summary)
                || when.as_ref().is_some_and(|when| when.len() == DAY)
                    && tells(&known.summary, &summary, verb))
    });
    if let Some(known) = known {
        if !known.evidence.contains(&evidence) {
            known.evidence.push(evidence);
        }
        let (id, reason) = (known.id.clone(), format!("the event {} tells the same", known.id));
        drafting.note(number, &summary, Fate::Merged, reason);
        return Some(id);
    }
    let id = drafting.ids.new_id(&summary, "event");
    drafting.events.push(Event { id: id.clone(), summary, when, evidence: vec![evidence] as Vec<Selector> });
    Some(id)
}

/// Whether two summaries of one day tell the same: by one verb and another word of weight.
fn tells(known: &str, summary: &str, verb: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|letter: char| !letter.is_alphanumeric()).map(str::to_lowercase);
        words.filter(|word| word.len() > 3 && !class(word).is(FUNCTION | ADV)).collect()
    };
    let (verb, known) = (verb.to_lowercase(), words(known));
    known.contains(&verb) && words(summary).iter().any(|word| *word != verb && known.contains(word))
}

/// A clause without its date, with a capital and without a stop.
pub fn summary(text: &str, clause: &Range<usize>, date: Option<&Range<usize>>) -> String {
    let words = match date.filter(|date| clause.start <= date.start && date.end <= clause.end) {
        Some(date) => [&text[clause.start..date.start], &text[date.end..clause.end]].concat(),
        None => text[clause.clone()].to_owned(),
    };
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = words.trim_end_matches([',', '.', ';', ' ']);
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
