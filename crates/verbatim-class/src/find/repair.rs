//! Tries what may have happened to one or two damaged groups: a character that is another, is
//! missing or is one too many, or two that changed places. The checks of the groups leave few
//! possibilities, and the code's own CRC-32C tells among those: that it lets a wrong one pass has
//! a chance of some thousands in 2³².

use crate::code::Code;
use crate::group::{Group, SYMBOLS, holds};
use crate::symbol::Symbol;

/// A group that holds, or the symbols that stand in its place where all of them are symbols.
pub(super) type Place = Result<Group, Option<Vec<Symbol>>>;

/// The only code that these groups can have been, if there is one.
pub(super) fn repair(places: &[Place]) -> Option<Code> {
    let broken: Vec<(usize, &Vec<Symbol>)> = places
        .iter()
        .enumerate()
        .filter_map(|(number, place)| Some((number, place.as_ref().err()?.as_ref()?)))
        .collect();
    let count = places.iter().filter(|place| place.is_err()).count();
    if broken.len() != count {
        return None;
    }
    let groups: Vec<Group> = places.iter().map(|place| place.clone().unwrap_or_default()).collect();
    let mut found = Vec::new();
    match broken.as_slice() {
        [(number, symbols)] => {
            for group in candidates(symbols, *number) {
                attempt(&groups, &[(*number, group)], &mut found);
            }
        }
        [(number, symbols), (other, others)] => {
            for group in candidates(symbols, *number) {
                for second in candidates(others, *other) {
                    attempt(&groups, &[(*number, group), (*other, second)], &mut found);
                }
            }
        }
        _ => {}
    }
    let first = found.pop()?;
    found.iter().all(|other| *other == first).then_some(first)
}

fn attempt(groups: &[Group], changes: &[(usize, Group)], found: &mut Vec<Code>) {
    let mut groups = groups.to_vec();
    for (number, group) in changes {
        if let Some(place) = groups.get_mut(*number) {
            *place = *group;
        }
    }
    found.extend(Code::of(&groups).ok());
}

/// The groups that hold and are one slip away from these symbols.
fn candidates(symbols: &[Symbol], number: usize) -> Vec<Group> {
    let mut found = Vec::new();
    let mut add = |symbols: &[Symbol]| {
        if let Ok(group) = Group::try_from(symbols)
            && holds(&group, number)
            && !found.contains(&group)
        {
            found.push(group);
        }
    };
    for place in 0..=symbols.len() {
        for symbol in 0..32 {
            let mut more = symbols.to_vec();
            more.insert(place, symbol);
            add(&more);
            if let Some(_there) = symbols.get(place) {
                more.remove(place + 1);
                add(&more);
            }
        }
        if place < symbols.len() {
            let mut less = symbols.to_vec();
            less.remove(place);
            add(&less);
            for with in place + 1..symbols.len().min(SYMBOLS) {
                let mut swapped = symbols.to_vec();
                swapped.swap(place, with);
                add(&swapped);
            }
        }
    }
    found
}
