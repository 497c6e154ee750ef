//! Finds what happened: verbs in the past with the date that is theirs, and pairs
//! of them of which the text says in words which came first.

use std::ops::Range;

use crate::clause::subject;
use crate::facts::Tier;
use crate::lexicon::*;
use crate::phrase::{Head, Phrase, phrase};
use crate::stream::ends_sentence;
use crate::timex::{Found, TimexType};
use crate::token::{Kind, Token};

/// Something that happened.
#[derive(Clone, Debug)]
pub struct Event {
    /// The verb, as bytes of the text.
    pub verb: Range<usize>,
    /// The clause from its subject on, as bytes of the text; where the subject is a
    /// pronoun or not found there is none.
    pub clause: Option<Range<usize>>,
    /// The sentence, as bytes of the text.
    pub sentence: Range<usize>,
    /// When: a year, a month or a day, as in 2021-02, where the text dates it.
    pub when: Option<String>,
    /// The words of the date with the preposition before them, as bytes of the text.
    pub date: Option<Range<usize>>,
    /// How far it can be trusted: whose a date is that stands beside its verb is likely, all
    /// else for a person to look at; none is sure, since nobody has measured it.
    pub tier: Tier,
}

/// That one event came before another, in words of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Before {
    /// The earlier event, by its place among the events.
    pub earlier: usize,
    /// The later event.
    pub later: usize,
    /// The words that say so: both clauses and what joins them.
    pub words: Range<usize>,
}

impl Before {
    /// The same where so many events stand before these.
    pub(crate) fn after(self, events: usize) -> Self {
        Self { earlier: self.earlier + events, later: self.later + events, ..self }
    }
}

/// The longest sentence that is read, in items.
const LONGEST: usize = 90;

/// The events of a text, in its order, and the order that its words state.
pub(crate) fn events(items: &[Token], tokens: &[Token], times: &[Found]) -> (Vec<Event>, Vec<Before>) {
    let mut found = (Vec::new(), Vec::new());
    let mut times = times.iter().peekable();
    let mut start = 0;
    for at in 0..items.len() {
        if !ends_sentence(&items[at]) {
            continue;
        }
        let end = items[at].start;
        let mut dates = Vec::new();
        while let Some(time) = times.next_if(|time| tokens[time.tokens.start].start < end) {
            if time.kind == TimexType::Date && is_placed(&time.value) {
                let place = |token: usize| {
                    items[start..at].partition_point(|item| item.start < tokens[token].start) + start
                };
                let range = place(time.tokens.start)..place(time.tokens.end - 1) + 1;
                // What stands in a quotation dates nothing outside it.
                if items.get(range.start).is_some_and(|item| item.start == tokens[time.tokens.start].start) {
                    dates.push((range, time.value.as_str()));
                }
            }
        }
        if at - start <= LONGEST {
            sentence(items, start..at, &dates, &mut found);
        }
        start = at + 1;
    }
    found
}

/// Whether a value names a year, a month or a day.
fn is_placed(value: &str) -> bool {
    value.split('-').all(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
        && matches!(value.len(), 4 | 7 | 10)
}

fn sentence(
    items: &[Token],
    range: Range<usize>,
    dates: &[(Range<usize>, &str)],
    found: &mut (Vec<Event>, Vec<Before>),
) {
    let verbs: Vec<usize> = range.clone().filter(|&at| is_past(items, at)).collect();
    let mut mine: Vec<(usize, usize)> = Vec::new();
    for (date, value) in dates {
        let Some(verb) = dated(items, &range, &verbs, date) else { continue };
        if mine.iter().any(|(known, _)| *known == verb) {
            continue;
        }
        mine.push((verb, found.0.len()));
        let lead = date.start - usize::from(date.start > range.start && items[date.start - 1].is(ON));
        let event = Event {
            when: Some((*value).to_owned()),
            date: Some(bytes(items, &(lead..date.end))),
            tier: if verb < date.start { Tier::Likely } else { Tier::Unsure },
            ..event(items, &range, verb)
        };
        found.0.push(event);
    }
    for joint in range.clone().filter(|&at| items[at].is(AFTER | BEFORE)) {
        let Some((main, other, span)) = joined(items, &range, &verbs, joint) else { continue };
        let mut place = |verb: usize| match mine.iter().find(|(known, _)| *known == verb) {
            Some((_, place)) => *place,
            None => {
                found.0.push(event(items, &range, verb));
                mine.push((verb, found.0.len() - 1));
                found.0.len() - 1
            }
        };
        let (main, other) = (place(main), place(other));
        let (earlier, later) = if items[joint].is(BEFORE) { (main, other) } else { (other, main) };
        found.1.push(Before { earlier, later, words: bytes(items, &span) });
    }
}

fn bytes(items: &[Token], range: &Range<usize>) -> Range<usize> {
    items[range.start].start as usize..items[range.end - 1].end as usize
}

fn event(items: &[Token], sentence: &Range<usize>, verb: usize) -> Event {
    let clause = subject(items, verb, sentence.start).filter(names_somebody).map(|found| {
        let end = clause_end(items, verb, sentence.end);
        bytes(items, &(found.items.start..end))
    });
    Event {
        verb: bytes(items, &(verb..verb + 1)),
        clause,
        sentence: bytes(items, sentence),
        when: None,
        date: None,
        tier: Tier::Unsure,
    }
}

fn names_somebody(found: &Phrase) -> bool {
    found.head != Head::Pronoun
}

/// Where the clause of a verb ends: before a comma, or before another clause.
fn clause_end(items: &[Token], verb: usize, end: usize) -> usize {
    let ends = |at: usize| {
        matches!(
            items[at].kind,
            Kind::Comma | Kind::Semicolon | Kind::Colon | Kind::Dash | Kind::OpenParen | Kind::Quotation(_)
        ) || items[at].is(WHO | AFTER | BEFORE)
            || items[at].is(SUB) && !items[at].is(PREP)
            || items[at].is(CONJ)
                && (at + 1..(at + 4).min(end)).any(|at| is_past(items, at) || items[at].is(AUX | SPEECH))
    };
    (verb + 1..end).find(|&at| ends(at)).unwrap_or(end)
}

/// Whether a word is a verb in the past that tells what happened, and not what somebody said.
fn is_past(items: &[Token], at: usize) -> bool {
    let item = &items[at];
    let before = at.checked_sub(1).map(|before| &items[before]);
    if !item.is(PAST) || item.is(STRONG | CAPITAL) {
        return false;
    }
    before.is_none_or(|before| {
        let noun = before.is(DET) && !before.is(PRONOUN)
            || before.kind == Kind::Possessive
            || before.is(MODAL)
            || before.is(PREP);
        !noun && matches!(before.kind, Kind::Word | Kind::Comma | Kind::CloseParen)
    })
}

/// The verb to which a date belongs.
fn dated(items: &[Token], sentence: &Range<usize>, verbs: &[usize], date: &Range<usize>) -> Option<usize> {
    let mut start = date.start;
    let before = start.checked_sub(1).filter(|before| *before >= sentence.start).map(|before| &items[before]);
    match before {
        // `since 1995`, `by Friday`: a bound, not the day itself.
        Some(before) if before.is(PREP) && !before.is(ON) => return None,
        Some(before) if before.is(ON) => start -= 1,
        Some(before) if before.is(DET | OF) || before.kind == Kind::Possessive => return None,
        _ => {}
    }
    let after = items.get(date.end)?;
    // `Friday's vote`, `the 1995 budget`: the date is the noun's.
    let of_noun = after.kind == Kind::Possessive
        || after.kind == Kind::Word && !after.is(FUNCTION | ADV | SPEECH | VERB | CAPITAL | PAST);
    if of_noun {
        return None;
    }
    let opens = start == sentence.start
        || matches!(items[start - 1].kind, Kind::Comma | Kind::Quotation(_))
        || items[start - 1].is(CONJ);
    if opens && start <= sentence.start + 1 {
        let limit = sentence.end.min(date.end + 18);
        let verb = verbs.iter().copied().find(|&verb| verb >= date.end && verb < limit)?;
        let said = (date.end..verb).any(|at| items[at].is(SPEECH | SUB | WHO) && !items[at].is(PREP));
        return (!said).then_some(verb);
    }
    let stops = |item: &Token| {
        matches!(
            item.kind,
            Kind::Comma | Kind::Semicolon | Kind::Colon | Kind::Dash | Kind::Quotation(_) | Kind::OpenParen
        ) || item.is(WHO | STRONG | CONJ | AFTER | BEFORE)
            || item.is(SUB) && !item.is(PREP)
    };
    let mut at = start;
    while at > sentence.start {
        at -= 1;
        if verbs.contains(&at) {
            return Some(at);
        }
        if stops(&items[at]) || items[at].is(MODAL) {
            return None;
        }
    }
    None
}

/// The verbs that `after` or `before` joins, main clause first, and all their words.
fn joined(
    items: &[Token],
    sentence: &Range<usize>,
    verbs: &[usize],
    joint: usize,
) -> Option<(usize, usize, Range<usize>)> {
    let told = phrase(items, joint + 1)?;
    let mut other = told.items.end;
    while items.get(other).is_some_and(|item| item.is(ADV | AUX)) && other < sentence.end {
        other += 1;
    }
    let other = verbs.iter().copied().find(|&verb| verb == other)?;
    let main = if joint == sentence.start {
        let comma = (other..sentence.end).find(|&at| items[at].kind == Kind::Comma)?;
        let main = phrase(items, comma + 1)?.items.end;
        verbs.iter().copied().find(|&verb| verb >= main && verb <= main + 2)?
    } else {
        let main = verbs.iter().copied().rev().find(|&verb| verb < joint)?;
        let apart = (main + 1..joint)
            .any(|at| items[at].is(WHO | SPEECH | CONJ | MODAL) || items[at].is(SUB) && !items[at].is(PREP));
        if apart {
            return None;
        }
        main
    };
    let from = main.min(joint);
    let to = clause_end(items, other.max(main), sentence.end);
    Some((main, other, from..to))
}

/// Whether one date ends before another begins: `2019-02` before `2021`, but not `2019` before `2019-02`.
pub fn is_before(one: &str, other: &str) -> bool {
    let length = one.len().min(other.len());
    one.as_bytes()[..length] < other.as_bytes()[..length]
}
