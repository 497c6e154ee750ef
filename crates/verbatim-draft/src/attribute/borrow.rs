//! Gives a quotation that its own sentence gives to nobody the speaker of what stands around it.

use super::is_alone;
use crate::cast::{Cast, Target};
use crate::facts::Rule;
use crate::judge::Case;
use crate::lexicon::*;
use crate::quotation::Quotation;
use crate::speaker::{Attribution, before};
use crate::stream::{ends_sentence, sentence_start};
use crate::token::{Kind, Token};

/// Gives quotations without a speaker that of what stands around them.
pub(super) fn borrow(cases: &mut [Case], quotations: &[Quotation], items: &[Token], cast: &Cast<'_>) {
    // Backward first: a long quotation may be attributed at its end.
    for at in (1..cases.len()).rev() {
        if quotations[at].continues && cases[at].speaks() && cases[at - 1].found.is_none() {
            lend(cases, at, at - 1, Rule::Continued);
        }
    }
    for at in 0..cases.len() {
        if cases[at].found.is_some() {
            continue;
        }
        let previous = at.checked_sub(1).filter(|&previous| cases[previous].speaks());
        if let Some(previous) = previous {
            if quotations[at].continues {
                lend(cases, previous, at, Rule::Continued);
                continue;
            }
            if cases[previous].paragraph == cases[at].paragraph {
                if let Some(found) = sentence_before(items, cases[at].at, cast) {
                    settle(&mut cases[at], found, cast);
                    // Who was quoted without a name may go on, though somebody has come in since.
                    if cases[previous].target == Target::Phrase {
                        cases[at].target = Target::Open;
                    }
                    continue;
                }
                // `Cole said, according to the Post.`: which of the two goes on is not said.
                if items[cases[previous].at..cases[at].at].iter().any(|item| item.is(ACCORDING))
                    && cases[previous].rule != Rule::AccordingAfter
                {
                    continue;
                }
                if somebody_between(items, cases[previous].at, cases[at].at, cast) {
                    continue;
                }
                lend(cases, previous, at, Rule::SameParagraph);
                cases[at].doubtful = !belongs(items, cases[previous].at, cases[at].at);
                continue;
            }
        }
        let next = (at + 1..cases.len().min(at + 4)).find(|&next| cases[next].speaks());
        if let Some(next) = next.filter(|&next| cases[next].paragraph == cases[at].paragraph) {
            lend(cases, next, at, Rule::SameParagraph);
            cases[at].doubtful = !belongs(items, cases[at].at, cases[next].at);
            continue;
        }
        let found = introduced(items, cases[at].at).or_else(|| sentence_before(items, cases[at].at, cast));
        if let Some(found) = found {
            settle(&mut cases[at], found, cast);
            continue;
        }
        if let Some(previous) = previous
            && cases[at].paragraph == cases[previous].paragraph + 1
            && matches!(cases[previous].target, Target::Person(_))
            && !is_part(items, &cases[previous])
            && is_alone(items, cases[at].at)
        {
            lend(cases, previous, at, Rule::NextParagraph);
        }
    }
}

/// Whether the later of two quotations of a paragraph can have the speaker of the
/// other: it stands for itself, or both are in one sentence. In a sentence of
/// somebody else's it is that sentence's.
fn belongs(items: &[Token], earlier: usize, later: usize) -> bool {
    let alone = |at: usize| {
        at.checked_sub(1).is_none_or(|before| {
            let before = &items[before];
            ends_sentence(before)
                || matches!(
                    before.kind,
                    Kind::Quotation(_) | Kind::Colon | Kind::Dash | Kind::OpenParen | Kind::Mark(_)
                )
        })
    };
    alone(earlier) && alone(later) || !items[earlier..later].iter().any(ends_sentence)
}

fn lend(cases: &mut [Case], from: usize, to: usize, rule: Rule) {
    let lent = cases[from].clone();
    cases[to].found = lent.found;
    cases[to].target = lent.target;
    cases[to].rule = rule;
    cases[to].lender_is_sure =
        lent.lender_is_sure || matches!(lent.rule, Rule::VerbAfter | Rule::SubjectAfter | Rule::SubjectApart);
}

fn settle(case: &mut Case, found: Attribution, cast: &Cast<'_>) {
    case.target = cast.target(&found.phrase);
    case.rule = found.rule;
    case.found = Some(found);
}

/// Whom the sentence before a quotation that stands for itself is about, in the same paragraph.
fn sentence_before(items: &[Token], at: usize, cast: &Cast<'_>) -> Option<Attribution> {
    let stop = at.checked_sub(1).filter(|&stop| matches!(items[stop].kind, Kind::Stop | Kind::Exclaim))?;
    let start = sentence_start(items, stop);
    // A quotation whose own sentence goes on is that sentence's.
    let goes_on = items.get(at + 1).is_some_and(|next| next.kind == Kind::Word && !next.is(CAPITAL));
    if !items[at].class.is(CAPITAL)
        || goes_on
        || items[start..stop].iter().any(|item| matches!(item.kind, Kind::Quotation(_)))
    {
        return None;
    }
    let phrase = cast.leader(start..stop)?;
    Some(Attribution { items: phrase.items.clone(), phrase, rule: Rule::SentenceBefore })
}

/// Whether the sentence between two quotations of a paragraph is about somebody without a name,
/// who may be the one who speaks then: `“…,” Cole said. A voter agreed. “…”`
fn somebody_between(items: &[Token], earlier: usize, later: usize, cast: &Cast<'_>) -> bool {
    let Some(stop) = later.checked_sub(1).filter(|&stop| ends_sentence(&items[stop])) else { return false };
    let start = sentence_start(items, stop);
    start > earlier && cast.leads_unnamed(start..stop)
}

/// What a paragraph that ends with a colon says of the quotation with which the next begins.
fn introduced(items: &[Token], at: usize) -> Option<Attribution> {
    let end = at.checked_sub(1).filter(|&before| items[before].kind == Kind::Paragraph)?;
    let colon = end.checked_sub(1).filter(|&before| items[before].kind == Kind::Colon)?;
    let found = before(items, colon + 1)?;
    Some(Attribution { rule: Rule::ColonBefore, ..found })
}

/// Whether a quotation is but a part of a sentence that somebody else wrote: after it the writer goes on.
fn is_part(items: &[Token], case: &Case) -> bool {
    matches!(case.rule, Rule::VerbBefore | Rule::VerbInSentence | Rule::Tail)
        && !items[case.at].class.is(CAPITAL)
}
