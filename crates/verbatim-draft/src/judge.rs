//! Makes a fact of a quotation and what was decided about it: its words, who
//! speaks by name, and how far that can be trusted.

use std::ops::Range;

use crate::cast::Target;
use crate::clause::is_verb;
use crate::facts::{Quote, Rule, Speaker, Tier};
use crate::lexicon::*;
use crate::people::People;
use crate::phrase::Head;
use crate::quotation::{Ending, Quotation};
use crate::role::Roles;
use crate::speaker::Attribution;
use crate::stream::{ends_sentence, sentence_start};
use crate::token::{Kind, Token};

/// What is decided about one quotation.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    /// Its place among the items.
    pub(crate) at: usize,
    /// The number of its paragraph.
    pub(crate) paragraph: u32,
    pub(crate) found: Option<Attribution>,
    pub(crate) rule: Rule,
    pub(crate) target: Target,
    /// Whether the quotation beside it, whose speaker this one has, names that speaker by itself.
    pub(crate) lender_is_sure: bool,
    /// Whether it stands in a sentence that may be somebody else's.
    pub(crate) doubtful: bool,
}

impl Case {
    /// Whether something says who speaks, and does not only say that nobody is named.
    pub(crate) fn speaks(&self) -> bool {
        self.found.as_ref().is_some_and(|found| found.phrase.head != Head::Nobody)
    }
}

/// A text in the forms in which it is read.
#[derive(Clone, Copy)]
pub(crate) struct Reading<'a> {
    pub(crate) text: &'a str,
    pub(crate) tokens: &'a [Token],
    /// What stands outside the quotations, each of them as one piece.
    pub(crate) items: &'a [Token],
    pub(crate) people: &'a People,
    pub(crate) roles: &'a Roles,
}

impl Reading<'_> {
    /// The quotation as a fact; `None` where it has no words.
    pub(crate) fn quote(&self, quotation: &Quotation, case: &Case) -> Option<Quote> {
        let words = words(self.tokens, quotation)?;
        let items = self.items;
        let bytes =
            |range: &Range<usize>| items[range.start].start as usize..items[range.end - 1].end as usize;
        let found = case.found.as_ref().filter(|found| found.phrase.head != Head::Nobody);
        let phrase = found.map(|found| &found.phrase);
        let mention = phrase.map(|phrase| bytes(&phrase.items));
        let speaker = match &case.target {
            Target::Person(id) => Speaker::Named(self.people.get(*id).name.clone()),
            Target::Name(name) => Speaker::Named(name.clone()),
            Target::Phrase => match &mention {
                Some(mention) => Speaker::Unnamed(self.text[mention.clone()].to_owned()),
                None => Speaker::Open,
            },
            Target::Open => Speaker::Open,
        };
        let means = phrase.and_then(|phrase| self.roles.find(self.text, items, phrase));
        let by_pronoun = phrase.is_some_and(|phrase| phrase.head == Head::Pronoun);
        Some(Quote {
            words,
            ending: quotation.ending,
            tier: tier(self.tokens, quotation, case, items, &speaker, by_pronoun),
            speaker,
            mention,
            attribution: found.map(|found| bytes(&found.items)),
            means: means.map(|id| self.people.get(id).name.clone()),
            by_pronoun,
            rule: case.rule,
            inside: Vec::new(),
        })
    }
}

/// The bytes of a quotation's words, marks left out.
fn words(tokens: &[Token], quotation: &Quotation) -> Option<Range<usize>> {
    let mut range = quotation.tokens.clone();
    if matches!(tokens[range.start].kind, Kind::Mark(_)) {
        range.start += 1;
    }
    if quotation.ending == Ending::Closed && range.end > range.start {
        range.end -= 1;
    }
    (range.start < range.end).then(|| tokens[range.start].start as usize..tokens[range.end - 1].end as usize)
}

fn tier(
    tokens: &[Token],
    quotation: &Quotation,
    case: &Case,
    items: &[Token],
    speaker: &Speaker,
    by_pronoun: bool,
) -> Tier {
    let named = matches!(case.target, Target::Person(_)) && !by_pronoun && !is_hearsay(items, case);
    match case.rule {
        _ if *speaker == Speaker::Open || case.doubtful => Tier::Unsure,
        Rule::VerbAfter | Rule::SubjectAfter | Rule::SubjectApart | Rule::AccordingAfter | Rule::Dash
            if named =>
        {
            Tier::Sure
        }
        Rule::VerbBefore if named && is_introduced(tokens, quotation, items, case.at) => Tier::Sure,
        Rule::Continued if named && case.lender_is_sure => Tier::Sure,
        Rule::SameParagraph if named && case.lender_is_sure && follows_at_once(items, case.at) => Tier::Sure,
        Rule::NextParagraph | Rule::SentenceBefore | Rule::VerbInSentence | Rule::Colon | Rule::Tail => {
            Tier::Unsure
        }
        _ => Tier::Likely,
    }
}

/// Whether somebody else is said to tell that the speaker said it: `A lawsuit says Cole told them, “…”`,
/// `“…,” Cole said, according to an aide`.
fn is_hearsay(items: &[Token], case: &Case) -> bool {
    let Some(found) = &case.found else { return false };
    let start = sentence_start(items, found.items.start);
    let before = start..found.items.start;
    let told = before.clone().any(|at| items[at].is(ACCORDING) || items[at].is(STRONG) && is_verb(items, at));
    let after = items[found.items.end..].iter().take(CLAUSE).take_while(|item| !ends_sentence(item));
    let quoted = items[before].iter().any(|item| matches!(item.kind, Kind::Quotation(_)));
    told && !quoted
        || !matches!(case.rule, Rule::AccordingAfter) && after.into_iter().any(|item| item.is(ACCORDING))
}

/// How far behind the words that name the speaker it may be said who tells so, in items.
const CLAUSE: usize = 16;

/// Whether a comma or colon leads to a quotation that begins as a sentence does.
fn is_introduced(tokens: &[Token], quotation: &Quotation, items: &[Token], at: usize) -> bool {
    let mark =
        at.checked_sub(1).is_some_and(|before| matches!(items[before].kind, Kind::Comma | Kind::Colon));
    let first = tokens[quotation.tokens.clone()].iter().find(|token| token.kind == Kind::Word);
    mark && first.is_some_and(|first| first.is(CAPITAL))
}

/// Whether nothing but the sentence that names the speaker stands between a quotation and the one before it.
fn follows_at_once(items: &[Token], at: usize) -> bool {
    let between = items[..at]
        .iter()
        .rev()
        .take(60)
        .take_while(|item| !matches!(item.kind, Kind::Quotation(_) | Kind::Paragraph));
    let stops = between.filter(|item| matches!(item.kind, Kind::Stop | Kind::Exclaim)).count();
    let starts = at.checked_sub(1).is_some_and(|before| matches!(items[before].kind, Kind::Stop));
    stops == 1 && starts
}
