//! What drawing shares among the kinds: chance, how often each fact was used,
//! and where right answers stand.

use crate::check::names;
use crate::dice::Dice;
use crate::model::{Ask, EventIx, Evidence, PersonIx, Question, StatementIx, Story};
use crate::pose::{Offer, Task};
use crate::wire;
use crate::words::{contains_words, same_words};

/// How many answers a drawn question offers, where there are as many.
pub(super) const OFFERS: usize = 4;

/// Chance, and the places of right answers so far.
#[derive(Debug)]
pub(crate) struct Dealer {
    pub(crate) dice: Dice,
    /// For each number of answers the places that are still to be used.
    decks: Vec<Vec<usize>>,
}

impl Dealer {
    pub(crate) fn new(dice: Dice) -> Self {
        Self { dice, decks: Vec::new() }
    }

    /// A place for the right one of so many answers. Over a quiz every place
    /// comes up as often as every other, give or take one.
    pub(super) fn place(&mut self, count: usize) -> usize {
        if self.decks.len() <= count {
            self.decks.resize(count + 1, Vec::new());
        }
        if self.decks[count].is_empty() {
            self.decks[count] = self.dice.shuffled(0..count);
        }
        self.decks[count].pop().unwrap_or_default()
    }

    /// One right answer among wrong ones, in a balanced place.
    pub(super) fn one(&mut self, right: Offer, wrong: Vec<Offer>) -> Task {
        let mut offers = wrong;
        self.dice.shuffle(&mut offers);
        let place = self.place(offers.len() + 1);
        offers.insert(place, right);
        Task::One { offers, right: place }
    }
}

/// How often each statement and each event is asked about in a quiz.
#[derive(Clone, Debug)]
pub(crate) struct Usage {
    statements: Vec<u32>,
    events: Vec<u32>,
}

impl Usage {
    pub(crate) fn new(story: &Story) -> Self {
        Self { statements: vec![0; story.statements.len()], events: vec![0; story.events.len()] }
    }

    /// How often what a question asks about is used already.
    pub(crate) fn of(&self, ask: &Ask) -> u32 {
        let statements: u32 = statements(ask).iter().map(|one| self.statement(*one)).sum();
        let events: u32 = events(ask).iter().map(|one| self.event(*one)).sum();
        statements + events
    }

    /// Notes that a question is asked.
    pub(crate) fn add(&mut self, ask: &Ask) {
        for statement in statements(ask) {
            self.statements[statement.index()] += 1;
        }
        for event in events(ask) {
            self.events[event.index()] += 1;
        }
    }

    pub(super) fn statement(&self, statement: StatementIx) -> u32 {
        self.statements[statement.index()]
    }

    pub(super) fn event(&self, event: EventIx) -> u32 {
        self.events[event.index()]
    }
}

/// The statements that a question asks about.
pub(crate) fn statements(ask: &Ask) -> &[StatementIx] {
    match ask {
        Ask::WhoSaid { statement, .. } | Ask::SaidWhat { statement, .. } | Ask::Cloze { statement, .. } => {
            std::slice::from_ref(statement)
        }
        Ask::Match { statements } => statements,
        _ => &[],
    }
}

/// The events that a question asks about.
pub(crate) fn events(ask: &Ask) -> &[EventIx] {
    match ask {
        Ask::Sequence { events } => events,
        Ask::BeforeAfter { events, .. } => events,
        _ => &[],
    }
}

/// Whether a statement's words name their speaker.
pub(super) fn names_speaker(statement: StatementIx, story: &Story) -> bool {
    let quote = story.words(story[statement].quote);
    names(&story[story[statement].speaker]).iter().any(|name| contains_words(quote, name))
}

/// The statement in which a person says the words of another statement, too.
pub(super) fn said_too(person: PersonIx, statement: StatementIx, story: &Story) -> Option<StatementIx> {
    let quote = story.words(story[statement].quote);
    story.statement_indices().find(|&other| {
        other != statement && story[other].speaker == person && {
            let words = story.words(story[other].quote);
            // The cheap comparison keeps the thorough one for few.
            words.len().abs_diff(quote.len()) <= quote.len() / 4 && same_words(words, quote)
        }
    })
}

/// Whether two lists hold the same things, each list none twice.
pub(crate) fn same_set<T: PartialEq>(one: &[T], other: &[T]) -> bool {
    one.len() == other.len() && one.iter().all(|item| other.contains(item))
}

/// Evidence as a file names it: with as much context as tells it from other
/// places where the same words stand.
pub(crate) fn selector(evidence: Evidence, story: &Story) -> wire::Selector {
    let passage = &story[evidence.passage];
    let exact = story.words(evidence).to_owned();
    let text = passage.text.as_str();
    let (before, after) = (&text[..evidence.range().start], &text[evidence.range().end..]);
    let occurs = |words: &str| {
        (0..text.len()).filter(|&at| text.is_char_boundary(at) && text[at..].starts_with(words)).count()
    };
    let (mut prefix, mut suffix) = (None::<String>, None::<String>);
    let starts = before.char_indices().rev().map(|(at, _)| at);
    for start in starts {
        if occurs(&[prefix.as_deref().unwrap_or_default(), exact.as_str()].concat()) < 2 {
            break;
        }
        prefix = Some(before[start..].to_owned());
    }
    for (at, letter) in after.char_indices() {
        let whole =
            [prefix.as_deref().unwrap_or_default(), exact.as_str(), suffix.as_deref().unwrap_or_default()]
                .concat();
        if occurs(&whole) < 2 {
            break;
        }
        suffix = Some(after[..at + letter.len_utf8()].to_owned());
    }
    wire::Selector { passage: passage.id.clone(), exact, prefix, suffix }
}

/// A list of evidence as a file names it.
pub(crate) fn selectors(evidence: &[Evidence], story: &Story) -> Vec<wire::Selector> {
    evidence.iter().map(|one| selector(*one, story)).collect()
}

/// The ids of statements, people or events, as a file names them.
pub(super) fn ids<I: Copy>(indices: &[I], id: impl Fn(I) -> String) -> Vec<String> {
    indices.iter().map(|index| id(*index)).collect()
}

/// What all records of questions share, for writing them back.
pub(super) fn shared(question: &Question) -> (String, Option<String>, Option<String>) {
    (question.id.clone(), question.hint.clone(), question.note.clone())
}
