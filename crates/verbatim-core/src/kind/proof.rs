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
    let asks = story.events.iter().filter_map(|event| {
        let [evidence] = event.evidence.as_slice() else { return None };
        let text = &story[evidence.passage].text;
        let fits =
            sentences(text).len() >= FEWEST_DRAWN && sentence_around(text, &evidence.range()).is_some();
        fits.then(|| Ask::Proof { claim: event.summary.clone(), evidence: *evidence })
    });
    asks.collect()
}

/// The sentences in the order of the passage, which is how one reads them.
pub(super) fn task(evidence: Evidence, story: &Story) -> Task {
    let passage = evidence.passage;
    let sentences = sentences(&story[passage].text);
    let right = sentences
        .iter()
        .position(|one| one.start <= evidence.range().start && evidence.range().end <= one.end);
    let offers = sentences
        .into_iter()
        .map(|range| Offer::Sentence(Evidence { passage, start: range.start as u32, end: range.end as u32 }));
    Task::One { offers: offers.collect(), right: right.unwrap_or_default() }
}

pub(super) fn to_wire(question: &Question, claim: &str, evidence: Evidence, story: &Story) -> ProofQuestion {
    let (id, hint, note) = shared(question);
    ProofQuestion { id, hint, note, claim: claim.to_owned(), evidence: selector(evidence, story) }
}
