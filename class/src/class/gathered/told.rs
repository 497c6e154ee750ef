//! What a text brought, in words.

use verbatim_class::collect::Brought;
use verbatim_class::find::{Fault, FaultKind};

use crate::messages::collected::Say;
use crate::messages::{Arg, Collected};

/// The most slips that are told one by one.
const SLIPS: usize = 5;

/// What a text brought, a sentence each.
pub fn told(brought: &Brought, words: &Collected) -> Vec<String> {
    let mut told = Vec::new();
    let mut tell = |say: Say, count: usize| {
        if count > 0 {
            told.push(words.fill(say, &[Arg::Number(count)]));
        }
    };
    tell(Say::BroughtNew, brought.new);
    tell(Say::BroughtDoubles, brought.doubles.len());
    tell(Say::BroughtNewer, brought.newer);
    tell(Say::BroughtDamaged, brought.damaged.len());
    for (line, faults) in brought.slips.iter().take(SLIPS) {
        let what: Vec<String> = faults.iter().map(|one| fault(one, words)).collect();
        told.push(words.fill(Say::BroughtSlips, &[Arg::Number(*line), Arg::Name(&what.join(" "))]));
    }
    if let Some(more) = brought.slips.len().checked_sub(SLIPS).filter(|more| *more > 0) {
        told.push(words.fill(Say::MoreSlips, &[Arg::Number(more)]));
    }
    if told.is_empty() {
        told.push(words.text(Say::BroughtNothing).to_owned());
    }
    told
}

/// A part of a code that is not as it was written.
pub fn fault(fault: &Fault, words: &Collected) -> String {
    let (group, name) = (Arg::Number(fault.group), Arg::Name(&fault.text));
    match (fault.group, fault.kind) {
        (0, FaultKind::Missing) => words.text(Say::PrefixMissing).to_owned(),
        (0, _) => words.fill(Say::PrefixChanged, &[name]),
        (_, FaultKind::Changed) => words.fill(Say::GroupChanged, &[group, name]),
        (_, FaultKind::Short) => words.fill(Say::GroupShort, &[group, name]),
        (_, FaultKind::Long) => words.fill(Say::GroupLong, &[group, name]),
        (_, FaultKind::Parted) => words.fill(Say::GroupParted, &[group, name]),
        (_, FaultKind::Missing) => words.fill(Say::GroupMissing, &[group]),
    }
}
