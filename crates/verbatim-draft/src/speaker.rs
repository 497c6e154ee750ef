//! Finds the words that say who speaks a quotation: after it, before it, or around it.

use std::ops::Range;

pub(crate) use self::before::before;
pub(crate) use self::turns::tail;
use self::turns::{by_agent, signed};
use self::whose::nobody;
use crate::clause::{inverted_subject, is_passive, is_verb, subject};
use crate::lexicon::*;
use crate::phrase::{Head, Phrase, phrase};
use crate::stream::sentence_end;
use crate::token::{Kind, Token};

mod before;
mod turns;
mod whose;

/// The rule by which a speaker was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rule {
    /// `“…,” said Cole`
    VerbAfter,
    /// `“…,” Cole said`
    SubjectAfter,
    /// `“…,” Cole, a captain of many years, said`
    SubjectApart,
    /// `“…,” Cole shot back`: no verb of speech, but the comma says that it is.
    ActsAfter,
    /// `Cole cracked, “…”`
    ActsBefore,
    /// `“…,” according to Cole`
    AccordingAfter,
    /// `Cole said: “…”`
    VerbBefore,
    /// `Cole called it a “…” day`: the verb stands farther from the words.
    VerbInSentence,
    /// `The “…” plan is dead, Cole said`
    Tail,
    /// `According to Cole, “…”`
    AccordingBefore,
    /// `Cole on the ferry: “…”`
    Colon,
    /// `“…” — Cole`
    Dash,
    /// The paragraph's other quotation has a speaker, this one stands beside it.
    SameParagraph,
    /// The quotation goes on over the end of a paragraph.
    Continued,
    /// The sentence before, in the same paragraph, is about somebody.
    SentenceBefore,
    /// A paragraph of nothing but the quotation, after one with a speaker.
    NextParagraph,
    /// The paragraph before ends with a colon.
    ColonBefore,
    /// Nothing says who speaks.
    Open,
}

impl Rule {
    /// The rule's name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::VerbAfter => "verb-after",
            Self::SubjectAfter => "subject-after",
            Self::SubjectApart => "subject-apart",
            Self::ActsAfter => "acts-after",
            Self::ActsBefore => "acts-before",
            Self::AccordingAfter => "according-after",
            Self::VerbBefore => "verb-before",
            Self::VerbInSentence => "verb-in-sentence",
            Self::Tail => "tail",
            Self::AccordingBefore => "according-before",
            Self::Colon => "colon",
            Self::Dash => "dash",
            Self::SameParagraph => "same-paragraph",
            Self::Continued => "continued",
            Self::SentenceBefore => "sentence-before",
            Self::NextParagraph => "next-paragraph",
            Self::ColonBefore => "colon-before",
            Self::Open => "open",
        }
    }
}

/// Who speaks, as words of the text, and by which rule.
#[derive(Clone, Debug)]
pub(crate) struct Attribution {
    pub(crate) phrase: Phrase,
    pub(crate) rule: Rule,
    /// All that says so, as items: the phrase and the verb.
    pub(crate) items: Range<usize>,
}

/// What is said after the quotation at `at`, in the same sentence.
pub(crate) fn after(items: &[Token], at: usize) -> Option<Attribution> {
    let mut next = at + 1;
    while items
        .get(next)
        .is_some_and(|item| matches!(item.kind, Kind::Comma | Kind::Mark(_)) || item.is(CONJ | ADV))
        && next < at + 4
    {
        next += 1;
    }
    let end = sentence_end(items, next);
    if let Some(signed) = signed(items, at) {
        return Some(signed);
    }
    let first = items.get(next)?;
    let found = |phrase: Phrase, verb: usize, rule| {
        let span = phrase.items.start.min(verb)..phrase.items.end.max(verb + 1);
        Some(Attribution { phrase, rule, items: span })
    };
    if first.is(ACCORDING | PREP | PARTICIPLE) {
        return according(items, next, Rule::AccordingAfter);
    }
    if is_verb(items, next) && first.is(SPEECH) {
        let mut begin = next + 1;
        while items.get(begin).is_some_and(|item| item.is(ADV)) {
            begin += 1;
        }
        let told = inverted_subject(items, begin)?;
        let is_time = items[told.items.clone()].iter().all(|item| item.is(WEEKDAY | MONTH));
        return if is_time { None } else { found(told, next, Rule::VerbAfter) };
    }
    if first.is(COMES) {
        // `“…!” came a voice from the crowd.`
        let source = phrase(items, next + 1).filter(|found| found.head == Head::Noun)?;
        return found(source, next, Rule::VerbAfter);
    }
    if first.kind == Kind::Dash {
        let named = phrase(items, next + 1).filter(|named| matches!(named.head, Head::Name(..)))?;
        let closes = matches!(items.get(named.items.end)?.kind, Kind::Paragraph | Kind::Comma);
        return if closes { found(named, next, Rule::Dash) } else { None };
    }
    let as_ = usize::from(first.is(SUB) && !first.is(PREP) || first.is(SUB) && first.is(PREP));
    let begin = phrase(items, next + as_)?;
    let acts = acts_after(items, at, &begin);
    let mut verb = begin.items.end;
    let mut apart = false;
    while verb < end {
        let item = &items[verb];
        if item.is(STRONG) && is_passive(items, verb) {
            // `“…?” Cole was asked`
            return Some(by_agent(items, verb, end).unwrap_or_else(|| nobody(begin.items.start..verb + 1)));
        }
        if is_verb(items, verb) && item.is(SPEECH) {
            let doer = subject(items, verb, next + as_)?;
            let same = doer.items.start == begin.items.start;
            let rule = if apart { Rule::SubjectApart } else { Rule::SubjectAfter };
            return if same { found(doer, verb, rule) } else { acts };
        }
        if matches!(item.kind, Kind::Quotation(_) | Kind::Semicolon | Kind::Colon) {
            return acts;
        }
        if item.kind == Kind::OpenParen {
            verb = (verb..end).find(|&at| items[at].kind == Kind::CloseParen).unwrap_or(end);
        } else if !item.is(ADV | AUX | WEEKDAY) {
            apart = true;
        }
        verb += 1;
    }
    acts
}

/// Who does something, in any verb, directly after a quotation that ends with a comma.
fn acts_after(items: &[Token], at: usize, begin: &Phrase) -> Option<Attribution> {
    let verb = items.get(begin.items.end)?;
    let somebody =
        begin.head != Head::Noun || items[begin.items.clone()].iter().any(|item| item.is(DET | SOMEBODY));
    let can = items[at].class.is(HANGS) && somebody && verb.is(PAST);
    can.then(|| Attribution {
        items: begin.items.start..begin.items.end + 1,
        phrase: begin.clone(),
        rule: Rule::ActsAfter,
    })
}

/// The subject that follows its verb of speech at `verb`: `said Cole`.
pub(crate) fn inverted(items: &[Token], verb: usize) -> Option<Phrase> {
    let is_verb = items.get(verb)?.is(STRONG) && items[verb].is(SPEECH);
    let found = phrase(items, verb + 1).filter(|_| is_verb)?;
    let after = items.get(found.items.end)?;
    let closes =
        matches!(after.kind, Kind::Comma | Kind::Stop | Kind::Paragraph | Kind::OpenParen | Kind::Semicolon)
            || after.is(PREP | SUB);
    let is_name = matches!(found.head, Head::Name(..))
        && !items[found.items.clone()].iter().all(|item| item.is(WEEKDAY | MONTH));
    (closes && is_name).then_some(found)
}

/// `according to` and the phrase after it, from `at`.
fn according(items: &[Token], at: usize, rule: Rule) -> Option<Attribution> {
    let to = items.get(at + 1)?;
    if !items[at].is(ACCORDING) || !to.is(PREP) {
        return None;
    }
    let phrase = phrase(items, at + 2)?;
    Some(Attribution { items: at..phrase.items.end, phrase, rule })
}
