//! Every word of the widget, and which of them speaks of what in a quiz: pages that show
//! questions in their own way ask with the same words. How they stand on the screen is left to
//! those who say them.

use verbatim_core::feedback::Rightness;
use verbatim_core::model::{Form, Kind, Person, Source, Verdict};
use verbatim_core::score::Points;

use crate::Arg;

pub use self::table::Say;

pub mod dates;
mod table;

/// The widget's words in one language.
pub type Words = crate::Words<Say>;

/// The question as it is asked of each kind; of a choice, its author asks.
pub fn prompt(kind: Kind, form: Form) -> Option<Say> {
    Some(match (kind, form) {
        (Kind::WhoSaid, Form::Direct) => Say::WhoSaid,
        (Kind::WhoSaid, Form::Reported) => Say::WhoSaidReported,
        (Kind::SaidWhat, _) => Say::SaidWhat,
        (Kind::Match, _) => Say::Match,
        (Kind::Sequence, _) => Say::Sequence,
        (Kind::BeforeAfter, _) => Say::BeforeAfter,
        (Kind::Verdict, _) => Say::Verdict,
        (Kind::Cloze, _) => Say::Cloze,
        (Kind::Proof, _) => Say::Proof,
        (Kind::Choice, _) => return None,
    })
}

/// What to do where the prompt does not say it.
pub fn instruction(kind: Kind, several: bool) -> Option<Say> {
    match kind {
        Kind::Match => Some(Say::MatchHow),
        Kind::Sequence => Some(Say::SequenceHow),
        Kind::Choice if several => Some(Say::SeveralHow),
        _ => None,
    }
}

/// Why an answer can't be sent yet.
pub fn missing(kind: Kind) -> Say {
    match kind {
        Kind::Match => Say::MatchMissing,
        Kind::Sequence => Say::SequenceMissing,
        Kind::Cloze => Say::ClozeMissing,
        _ => Say::AnswerMissing,
    }
}

/// A name within a sentence: that of a source who is not named begins small.
pub fn name(person: &Person) -> String {
    let mut name = person.name.clone();
    if let Some(first) = name.get_mut(..1).filter(|_| person.unnamed) {
        first.make_ascii_lowercase();
    }
    name
}

/// How right an answer is, as its icon and in words.
pub fn rightness(rightness: Option<Rightness>) -> (&'static str, Say) {
    match rightness {
        Some(Rightness::Right) => ("✓", Say::Right),
        Some(Rightness::Partly) => ("~", Say::Partly),
        Some(Rightness::Wrong) => ("✕", Say::Wrong),
        None => ("–", Say::NotAnswered),
    }
}

/// What the result deserves to be told.
pub fn encouragement(points: Points) -> Say {
    let tenths = (points.earned * 10).checked_div(points.possible).unwrap_or_default();
    match tenths {
        10 => Say::EarnedAll,
        8..=9 => Say::EarnedMost,
        5..=7 => Say::EarnedHalf,
        _ if points.earned > 0 => Say::EarnedSome,
        _ => Say::EarnedNone,
    }
}

/// A verdict as it is offered.
pub fn verdict(verdict: Verdict) -> Say {
    match verdict {
        Verdict::True => Say::True,
        Verdict::False => Say::False,
        Verdict::NotStated => Say::NotStated,
    }
}

/// The right verdict, as a sentence.
pub fn verdict_is(verdict: Verdict) -> Say {
    match verdict {
        Verdict::True => Say::VerdictTrue,
        Verdict::False => Say::VerdictFalse,
        Verdict::NotStated => Say::VerdictNotStated,
    }
}

/// Words in quotation marks, if they are the speaker's own.
pub fn quoted(words: &Words, quote: &str, form: Form) -> String {
    match form {
        Form::Direct => words.fill(Say::Quoted, &[Arg::Name(quote)]),
        Form::Reported => quote.to_owned(),
    }
}

/// Points, in words.
pub fn points(words: &Words, points: Points) -> String {
    let [earned, possible] = [points.earned, points.possible].map(|count| Arg::Number(count as usize));
    words.fill(Say::Points, &[earned, possible])
}

/// Items of a list within a sentence.
pub fn listed(words: &Words, items: &[String]) -> String {
    items.join(words.text(Say::BetweenItems))
}

/// The sources of a story.
pub fn sources(words: &Words, sources: &[Source]) -> String {
    let mut items = Vec::new();
    for source in sources {
        items.push(words.fill(Say::Source, &[Arg::Name(&source.publisher), Arg::Name(&source.title)]));
    }
    listed(words, &items)
}
