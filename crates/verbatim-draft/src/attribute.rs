//! Gives each quotation its speaker: by what its own sentence says, or by what
//! stands around it; and leaves out what is in marks and no speech.

use self::borrow::borrow;
use self::speech::keep;
use crate::cast::{Cast, Target};
use crate::facts::{Quote, Rule};
use crate::judge::{Case, Reading};
use crate::lexicon::*;
use crate::nested::inside;
use crate::phrase::Head;
use crate::quotation::Quotation;
use crate::speaker::{Attribution, after, before, tail};
use crate::stream::last_inside;
use crate::token::{Kind, Token, is_wrapped};
use crate::window::windows;

mod borrow;
mod speech;

/// The quotations of a text that are speech, with their speakers.
pub(crate) fn quotes(reading: &Reading<'_>, quotations: &[Quotation]) -> Vec<Quote> {
    let (tokens, items) = (reading.tokens, reading.items);
    let cast = Cast::read(reading);
    let mut cases = direct(tokens, quotations, items, &cast);
    borrow(&mut cases, quotations, items, &cast);
    let made = cases.iter().zip(quotations).filter_map(|(case, quotation)| {
        let mut quote = reading.quote(quotation, case).filter(|_| keep(tokens, items, quotation, case))?;
        quote.inside = inside(reading, quotation, &quote);
        Some(quote)
    });
    made.collect()
}

/// The quotations of a text in a language whose verbs and names are not known: by
/// their marks, with nobody to speak them.
pub(crate) fn unattributed(text: &str) -> Vec<Quote> {
    let people = crate::people::People::default();
    let roles = crate::role::Roles::default();
    let open = Case {
        at: 0,
        paragraph: 0,
        found: None,
        rule: Rule::Open,
        target: Target::Open,
        lender_is_sure: false,
        doubtful: false,
    };
    let wrapped = is_wrapped(text);
    let mut quotes = Vec::new();
    for window in windows(text, wrapped) {
        let tokens = crate::token::tokens(text, window, wrapped);
        let quotations = crate::quotation::quotations(text, &tokens);
        let reading = Reading { text, tokens: &tokens, items: &[], people: &people, roles: &roles };
        quotes.extend(quotations.iter().filter_map(|quotation| reading.quote(quotation, &open)));
    }
    quotes
}

/// What the sentence of each quotation says.
fn direct(tokens: &[Token], quotations: &[Quotation], items: &[Token], cast: &Cast<'_>) -> Vec<Case> {
    let mut cases = Vec::with_capacity(quotations.len());
    let mut paragraph = 0;
    for (at, item) in items.iter().enumerate() {
        match item.kind {
            Kind::Paragraph => paragraph += 1,
            Kind::Quotation(number) => {
                let Some(quotation) = quotations.get(number as usize) else { continue };
                let found = match cases.last().and_then(|last| also_named(items, last, at)) {
                    Some(named) => Some(named),
                    None => choose(tokens, quotation, items, at),
                };
                let mut target = found.as_ref().map_or(Target::Open, |found| cast.target(&found.phrase));
                // A colon alone introduces lists and titles as well.
                let by_colon = found.as_ref().is_some_and(|found| found.rule == Rule::Colon);
                if by_colon && !matches!(target, Target::Person(_)) {
                    target = Target::Open;
                }
                let rule = found.as_ref().map_or(Rule::Open, |found| found.rule);
                cases.push(Case {
                    at,
                    paragraph,
                    found,
                    rule,
                    target,
                    lender_is_sure: false,
                    doubtful: false,
                });
            }
            _ => {}
        }
    }
    cases
}

/// That nobody says a quotation which `and` or `or` joins to one that nobody does: `known as “…” or “…”`.
fn also_named(items: &[Token], last: &Case, at: usize) -> Option<Attribution> {
    let joined = last.at + 2 == at && items[at - 1].is(CONJ);
    last.found.clone().filter(|found| joined && found.phrase.head == Head::Nobody)
}

/// Chooses between what is said after a quotation and what is said before it.
pub(crate) fn choose(
    tokens: &[Token],
    quotation: &Quotation,
    items: &[Token],
    at: usize,
) -> Option<Attribution> {
    let last = last_inside(tokens, quotation.tokens.end).map(|last| tokens[last].kind);
    let before = before(items, at);
    let introduced =
        at.checked_sub(1).is_some_and(|before| matches!(items[before].kind, Kind::Comma | Kind::Colon));
    if last == Some(Kind::Stop) {
        let small = items.get(at + 1).is_some_and(|next| next.kind == Kind::Word && !next.is(CAPITAL));
        let after =
            || after(items, at).filter(|found| small || found.rule == Rule::Dash || is_all(items, found));
        return before.or_else(after);
    }
    let before = before.or_else(|| tail(items, at));
    let comma = last == Some(Kind::Comma) || items.get(at + 1).is_some_and(|next| next.kind == Kind::Comma);
    if introduced && !comma && before.is_some() {
        return before;
    }
    let after = after(items, at);
    match (&after, &before) {
        // `in a box labelled “…,” a doctor wrote`, `when Cole shouted, “…,” Weir laughed`
        (Some(_), Some(found))
            if found.phrase.head == Head::Nobody && !introduced || is_inner(items, found, at) =>
        {
            before
        }
        // `what Cole called “…,” the union, a rival, said`
        (Some(found), Some(known))
            if found.rule == Rule::SubjectApart && (!comma || known.items.end == at) =>
        {
            before
        }
        (Some(_), _) => after,
        _ => before,
    }
}

/// Whether the words before a quotation give it in a clause of their own, within the sentence of whoever
/// does what is said after it.
fn is_inner(items: &[Token], found: &Attribution, at: usize) -> bool {
    let begins = |item: &Token| item.is(SUB) && !item.is(TO);
    found.rule == Rule::VerbBefore
        && found.items.start.checked_sub(1).is_some_and(|before| begins(&items[before]))
        && at.checked_sub(1).is_some_and(|before| items[before].kind == Kind::Comma)
}

/// Whether a sentence is nothing but an attribution: `Cole said.`
fn is_all(items: &[Token], found: &Attribution) -> bool {
    items.get(found.items.end).is_some_and(|next| matches!(next.kind, Kind::Stop | Kind::Paragraph))
}

/// Whether a paragraph has nothing but quotations.
fn is_alone(items: &[Token], at: usize) -> bool {
    let stops = |item: &Token| item.kind == Kind::Paragraph;
    let words = |item: &Token| item.kind == Kind::Word;
    let behind = items[..at].iter().rev().take(40).take_while(|item| !stops(item)).any(words);
    let ahead = items[at..].iter().take(40).take_while(|item| !stops(item)).any(words);
    !behind && !ahead
}
