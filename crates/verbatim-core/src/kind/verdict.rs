//! *Verdict*: whether a claim is true, false or not stated, asked of one source.

use std::mem::take;

use super::deal::{selectors, shared};
use crate::check::Checker;
use crate::finding::Problem;
use crate::json::Path;
use crate::model::{Ask, Evidence, Question, SourceIx, Story, Verdict};
use crate::pose::{Offer, Task};
use crate::wire::VerdictQuestion;

pub(super) fn check(
    question: &mut VerdictQuestion,
    story: &Story,
    checker: &mut Checker,
    at: &Path<'_>,
) -> Option<Ask> {
    let filled = checker.filled(&question.claim, "the claim", &at.field("claim"));
    let source = checker.source(&question.source, &at.field("source"));
    let here = at.field("evidence");
    let evidence = checker.some_evidence(&question.evidence, story, &here);
    let (source, evidence) = (source?, evidence?);
    let mut sound = filled;
    for (index, one) in evidence.iter().enumerate() {
        if story[one.passage].source != source {
            let found = story.source_of(*one).id.clone();
            let problem = Problem::EvidenceElsewhere { source: question.source.clone(), found };
            checker.report(&here.item(index).field("passage"), problem);
            sound = false;
        }
    }
    sound.then_some(Ask::Verdict {
        claim: take(&mut question.claim),
        source,
        verdict: question.verdict,
        evidence,
    })
}

/// The three verdicts in the order in which everybody expects them.
pub(super) fn task(verdict: Verdict) -> Task {
    let offers = Verdict::ALL.iter().copied().map(Offer::Verdict).collect();
    let right = Verdict::ALL.iter().position(|one| *one == verdict).unwrap_or_default();
    Task::One { offers, right }
}

pub(super) fn to_wire(
    question: &Question,
    claim: &str,
    source: SourceIx,
    verdict: Verdict,
    evidence: &[Evidence],
    story: &Story,
) -> VerdictQuestion {
    let (id, hint, note) = shared(question);
    let source = story[source].id.clone();
    VerdictQuestion {
        id,
        hint,
        note,
        claim: claim.to_owned(),
        source,
        verdict,
        evidence: selectors(evidence, story),
    }
}
