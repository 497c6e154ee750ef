//! Finds what somebody says who is quoted in a quotation: who passes the words on
//! is the outer speaker, who uttered them is read from the words around them.

use crate::attribute::choose;
use crate::cast::{Target, named};
use crate::facts::{Quote, Rule, Speaker};
use crate::judge::{Case, Reading};
use crate::lexicon::*;
use crate::phrase::Head;
use crate::quotation::{Ending, Quotation, singles};
use crate::stream::outside;
use crate::token::{Kind, Token};

/// The quotations in single marks within a quotation that somebody is said to have uttered.
pub(crate) fn inside(reading: &Reading<'_>, quotation: &Quotation, outer: &Quote) -> Vec<Quote> {
    let range = quotation.tokens.start + 1..quotation.tokens.end;
    let found = singles(reading.text, reading.tokens, range.clone());
    if found.is_empty() {
        return Vec::new();
    }
    let base = range.start;
    let shifted = found.iter().map(|nested| Quotation {
        tokens: nested.start - base..nested.end - base,
        ending: Ending::Closed,
        continues: false,
    });
    let nested: Vec<Quotation> = shifted.collect();
    let tokens = &reading.tokens[range];
    let items = outside(tokens, &nested);
    let within = Reading { tokens, items: &items, ..*reading };
    nested.iter().enumerate().filter_map(|(number, nested)| one(&within, nested, number, outer)).collect()
}

fn one(reading: &Reading<'_>, nested: &Quotation, number: usize, outer: &Quote) -> Option<Quote> {
    let at = reading.items.iter().position(|item| item.kind == Kind::Quotation(number as u32))?;
    let found = choose(reading.tokens, nested, reading.items, at)?;
    let is_me =
        found.phrase.head == Head::Pronoun && is_first_person(&reading.items[found.phrase.items.start]);
    let target = match &found.phrase.head {
        // Whom a pronoun means that a quoted person uses is not to be seen from here.
        Head::Pronoun | Head::Nobody => Target::Open,
        _ => named(reading.text, reading.items, reading.people, &found.phrase),
    };
    if found.rule == Rule::Colon {
        return None;
    }
    let rule = found.rule;
    let case =
        Case { at, paragraph: 0, found: Some(found), rule, target, lender_is_sure: false, doubtful: false };
    let mut quote = reading.quote(nested, &case)?;
    if is_me && outer.speaker != Speaker::Open {
        quote.speaker = outer.speaker.clone();
        quote.tier = outer.tier;
    }
    Some(quote)
}

fn is_first_person(item: &Token) -> bool {
    item.end - item.start == 1 && item.is(SUBJECT_PRONOUN)
}
