//! What else is wrong with a story that does not have the right shape, as far
//! as that can be told: an author who misspelt a field should not learn only
//! after mending it that some evidence is not found either.

use super::check;
use crate::finding::{Finding, Problem};
use crate::wire::{FORMAT, Story};

/// The findings on the shape, and those on the rest of the story that don't follow from them.
pub(super) fn also_beyond(mut story: Story, misshapen: Vec<Finding>) -> Vec<Finding> {
    if misshapen.iter().any(hides_ids) {
        return misshapen;
    }
    story.format = FORMAT;
    let spoilt: Vec<String> = misshapen.iter().filter_map(spoilt).collect();
    let follows = |finding: &Finding| {
        // What nothing uses may be used by what is misshapen.
        if is_on_use(&finding.problem) {
            return true;
        }
        let pointer = finding.place.pointer.as_str();
        spoilt.iter().any(|spoilt| {
            pointer.strip_prefix(spoilt.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
    };
    let mut findings = misshapen;
    findings.extend(check(story).findings.into_iter().filter(|finding| !follows(finding)));
    findings
}

/// Whether other things may seem unknown because of this.
fn hides_ids(finding: &Finding) -> bool {
    let ends = |names: &[&str]| names.iter().any(|name| finding.place.pointer.ends_with(name));
    match &finding.problem {
        Problem::UnsupportedFormat { .. } => true,
        Problem::MissingField { name } => ["id", "kind"].contains(name),
        Problem::WrongType { expected, .. } => ["a list", "an object"].contains(expected) || ends(&["/id"]),
        Problem::UnknownName { .. } => ends(&["/kind"]),
        _ => false,
    }
}

fn is_on_use(problem: &Problem) -> bool {
    matches!(
        problem,
        Problem::UnusedPassage
            | Problem::UnusedPerson
            | Problem::UnaskedQuestion
            | Problem::TooFewToDraw { .. }
            | Problem::EmptyQuiz
    )
}

/// The pointer to the smallest part of the story of which nothing more can be told.
fn spoilt(finding: &Finding) -> Option<String> {
    let pointer = finding.place.pointer.as_str();
    let above = |pointer: &str| pointer.rsplit_once('/').map(|(above, _)| above.to_owned());
    match &finding.problem {
        // Nothing is lost by a field too many.
        Problem::UnknownField { .. } | Problem::DuplicateField { .. } => None,
        Problem::MissingField { name } => Some([pointer, "/", name].concat()),
        // Which answers are right and how many may be, the other answers depend on.
        _ if pointer.ends_with("/right") => above(pointer).and_then(|option| above(&option)),
        _ if pointer.ends_with("/several") => above(pointer).map(|question| question + "/options"),
        _ => Some(pointer.to_owned()),
    }
}
