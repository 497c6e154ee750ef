//! What is due, and a review of it as a sitting that the widget can take up.

use std::collections::BTreeMap;

use crate::answer::{Mode, State};
use crate::keys;
use crate::moment::Moment;
use crate::record::{Found, Unreadable, aside, found};
use crate::records::{Card, Sitting, Story};
use crate::sittings::{all, head, put_aside};
use crate::store::{Fault, Put, Range, Store, Table};

/// How many cards are looked through at a time.
const PAGE: usize = 1_000;

/// How many more cards than wanted are read, for those that turn out to be due at another time.
const SPARE: usize = 20;

/// The kinds of question that ask for a statement.
const STATEMENT: [&str; 3] = ["who-said", "said-what", "cloze"];

/// A fact that is to be reviewed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reviewable {
    /// When it is due, in milliseconds since 1970.
    pub due: u64,
    /// The story's id.
    pub story: String,
    /// The fact.
    pub fact: String,
}

/// How much of a story is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryDue {
    /// The story's id.
    pub story: String,
    /// Its title; its id where that is not known.
    pub title: String,
    /// Where it is; empty where it has no address.
    pub address: String,
    /// How many of its facts are due today.
    pub due: usize,
}

/// How many facts of all stories are due before the reader's day is over.
///
/// # Errors
/// Where the store fails.
pub async fn due_today<S: Store>(store: &S, now: Moment) -> Result<usize, Fault> {
    store.count(Table::Due, &today(now)).await
}

/// The facts of all stories that are due before the reader's day is over, so many at most, that
/// which has waited longest first.
///
/// # Errors
/// Where the store fails.
pub async fn due<S: Store>(store: &S, now: Moment, limit: usize) -> Result<Vec<Reviewable>, Fault> {
    let rows = store.list(Table::Due, &today(now), limit).await?;
    Ok(reviewable(store, rows).await)
}

/// What is due today, by story; the story with what has waited longest first.
///
/// # Errors
/// Where the store fails.
pub async fn due_by_story<S: Store>(store: &S, now: Moment) -> Result<Vec<StoryDue>, Fault> {
    let rows = all(store, Table::Due, &today(now)).await?;
    let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for (place, fact) in reviewable(store, rows).await.into_iter().enumerate() {
        counts.entry(fact.story).or_insert((place, 0)).1 += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, (place, _))| *place);
    let ids: Vec<String> = counts.iter().map(|(story, _)| story.clone()).collect();
    let texts = store.read(Table::Stories, &ids).await?;
    let mut stories = Vec::new();
    for ((story, (_, due)), text) in counts.into_iter().zip(texts) {
        let known = text.and_then(|text| crate::record::read::<Story>(&text).ok());
        let Story { title, address } =
            known.unwrap_or_else(|| Story { title: story.clone(), address: String::new() });
        stories.push(StoryDue { story, title, address, due });
    }
    Ok(stories)
}

/// The cards that come due next, whenever that is, so many at most, with story and fact.
///
/// # Errors
/// Where the store fails.
pub async fn coming<S: Store>(store: &S, limit: usize) -> Result<Vec<(Reviewable, Card)>, Fault> {
    let rows = store.list(Table::Due, &Range::all(), limit).await?;
    let mut cards = Vec::new();
    let mut aside = Vec::new();
    for (fact, key, text) in with_cards(store, reviewable(store, rows).await).await? {
        if let Found::Record(card) = found(Table::Cards, &key, text, &mut aside) {
            cards.push((fact, card));
        }
    }
    put_aside(store, aside).await;
    Ok(cards)
}

/// A review of what is due today of a story, so many facts at most, as a text like those of
/// [`crate::sittings`]: a new sitting without a quiz, with a line for each fact; in it are the
/// questions that ask for the fact, with `|` between them, to be tried in turn. What is reviewed
/// is the fact and not the wording, so the kind of question that asked last comes last.
/// `None` where nothing of the story is due.
///
/// # Errors
/// Where the store fails.
pub async fn review<S: Store>(
    store: &S,
    story: &str,
    now: Moment,
    limit: usize,
) -> Result<Option<String>, Fault> {
    let mut lines = Vec::new();
    let mut heal = Vec::new();
    let mut range = today(now);
    'pages: loop {
        let rows = store.list(Table::Due, &range, PAGE).await?;
        let next = rows.last().filter(|_| rows.len() == PAGE).map(|(key, _)| range.after(key));
        let mut facts = reviewable(store, rows).await;
        facts.retain(|fact| fact.story == story);
        facts.truncate(limit + SPARE);
        for (fact, key, text) in with_cards(store, facts).await? {
            if lines.len() == limit {
                break 'pages;
            }
            let card = match found::<Card>(Table::Cards, &key, text, &mut heal) {
                Found::Record(card) => Some(card),
                Found::Nothing | Found::Newer => None,
            };
            if card.as_ref().is_some_and(|card| card.memory.due != fact.due) {
                // Left over from a card that could not be read, and was begun anew.
                heal.push(Put::remove(Table::Due, keys::due(fact.due, story, &fact.fact)));
                continue;
            }
            lines.extend(questions(&fact.fact, card.as_ref().map_or("", |card| &card.kind)));
        }
        match next {
            Some(next) => range = next,
            None => break,
        }
    }
    put_aside(store, heal).await;
    if lines.is_empty() {
        return Ok(None);
    }
    let id = format!("{:x}-{:x}", now.milliseconds, now.chance);
    let sitting = Sitting {
        hash: String::new(),
        quiz: String::new(),
        seed: now.chance as u32,
        mode: Mode::Practice,
        questions: lines.join("\n"),
        begun: now.milliseconds,
    };
    Ok(Some(head(&id, &sitting, State::Open, "")))
}

/// Facts with the keys and texts of their cards.
async fn with_cards<S: Store>(
    store: &S,
    facts: Vec<Reviewable>,
) -> Result<Vec<(Reviewable, String, Option<String>)>, Fault> {
    let keys: Vec<String> = facts.iter().map(|fact| keys::key(&[&fact.story, &fact.fact])).collect();
    let texts = store.read(Table::Cards, &keys).await?;
    Ok(facts.into_iter().zip(keys).zip(texts).map(|((fact, key), text)| (fact, key, text)).collect())
}

/// The questions that ask for a fact, the kind that asked last at the end.
fn questions(fact: &str, last: &str) -> Option<String> {
    let (sort, id) = fact.split_once(':')?;
    match sort {
        "statement" => {
            let after = STATEMENT.iter().position(|kind| *kind == last).map_or(0, |at| at + 1);
            let kinds = STATEMENT.iter().cycle().skip(after).take(STATEMENT.len());
            Some(kinds.map(|kind| [kind, ":", id].concat()).collect::<Vec<_>>().join("|"))
        }
        "event" => Some(["before-after:", id].concat()),
        "question" => Some(id.to_owned()),
        _ => None,
    }
}

fn today(now: Moment) -> Range {
    Range::before(keys::time(now.start_of(1)))
}

/// What rows of the table of what is due stand for; one that stands for nothing is put aside.
async fn reviewable<S: Store>(store: &S, rows: Vec<(String, String)>) -> Vec<Reviewable> {
    let mut aside_puts = Vec::new();
    let mut facts = Vec::new();
    for (key, text) in rows {
        match keys::due_parts(&key) {
            Some((due, story, fact)) => {
                facts.push(Reviewable { due, story: story.to_owned(), fact: fact.to_owned() });
            }
            None => {
                aside_puts.push(aside(Table::Due, &key, text, Unreadable::Foreign));
                aside_puts.push(Put::remove(Table::Due, key));
            }
        }
    }
    put_aside(store, aside_puts).await;
    facts
}

#[cfg(test)]
mod tests {
    use super::questions;

    #[test]
    fn a_fact_comes_back_as_another_kind_of_question() {
        let asked = |fact, last| questions(fact, last).unwrap();
        assert_eq!(asked("statement:a", "who-said"), "said-what:a|cloze:a|who-said:a");
        assert_eq!(asked("statement:a", "said-what"), "cloze:a|who-said:a|said-what:a");
        assert_eq!(asked("statement:a", "cloze"), "who-said:a|said-what:a|cloze:a");
        assert_eq!(asked("statement:a", "match"), "who-said:a|said-what:a|cloze:a");
        assert_eq!(asked("event:b", "sequence"), "before-after:b");
        assert_eq!(asked("question:why", "choice"), "why");
        assert_eq!(questions("rumour:c", ""), None);
    }
}
