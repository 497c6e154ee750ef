//! *Proof*: the sentence of a passage that shows something.

use std::mem::take;

use super::deal::{selector, shared};
use crate::check::Checker;
use crate::finding::Problem;
use crate::json::Path;
use crate::model::{Ask, Evidence, Question, Story};
use crate::pose::{Offer, Task};
use crate::sentence::{sentence_around, sentences};
use crate::wire::ProofQuestion;

/// The fewest sentences to choose from, in a question written by hand and in one that is drawn.
const FEWEST: usize = 2;
const FEWEST_DRAWN: usize = 3;

pub(super) fn check(
    question: &mut ProofQuestion,
    story: &Story,
    checker: &mut Checker,
    at: &Path<'_>,
) -> Option<Ask> {
    let filled = checker.filled(&question.claim, "what the sentence shows", &at.field("claim"));
    let here = at.field("evidence");
    let evidence = checker.evidence(&question.evidence, story, &here)?;
    let text = &story[evidence.passage].text;
    let found = sentences(text).len();
    let problem = if found < FEWEST {
        Problem::TooFewSentences { found }
    } else if sentence_around(text, &evidence.range()).is_none() {
        Problem::EvidenceAcrossSentences
    } else {
        return filled.then_some(Ask::Proof { claim: take(&mut question.claim), evidence });
    };
    checker.report(&here, problem);
    None
}

/// An event each whose evidence stands in one sentence of several.
pub(super) fn candidates(story: &Story) -> Vec<Ask> {
    let mut found = Vec::new();
    for event in &story.events {
        let &[evidence] = event.evidence.as_slice() else { continue };
        let text = &story[evidence.passage].text;
        if sentences(text).len() >= FEWEST_DRAWN && sentence_around(text, &evidence.range()).is_some() {
            found.push(Ask::Proof { claim: event.summary.clone(), evidence });
        }
    }
    found
}

/// The sentences in the order of the passage, which is how one reads them.
pub(super) fn task(evidence: Evidence, story: &Story) -> Task {
    let passage = evidence.passage;
    let mut offers = Vec::new();
    let mut right = None;
    for range in sentences(&story[passage].text) {
        if range.start <= evidence.range().start && evidence.range().end <= range.end {
            right = right.or(Some(offers.len()));
        }
        let (start, end) = (range.start as u32, range.end as u32);
        offers.push(Offer::Sentence(Evidence { passage, start, end }));
    }
    Task::One { offers, right: right.unwrap_or_default() }
}

pub(super) fn to_wire(question: &Question, claim: &str, evidence: Evidence, story: &Story) -> ProofQuestion {
    let (id, hint, note) = shared(question);
    ProofQuestion { id, hint, note, claim: claim.to_owned(), evidence: selector(evidence, story) }
}
