//! Tries what may have happened to one or two damaged groups: a character that is another, is
//! missing or is one too many, or two that changed places. The checks of the groups leave few
//! possibilities, and the code's own CRC-32C tells among those: that it lets a wrong one pass has
//! a chance of some thousands in 2³².

use crate::code::{Code, residue};
use crate::group::{Group, SYMBOLS, holds};
use crate::symbol::Symbol;

/// A group that holds, or the symbols that stand in its place, with none for letters that are in
/// no code.
pub(super) type Place = Result<Group, Vec<Option<Symbol>>>;

/// The only code that these groups can have been, if there is one.
pub(super) fn repair(places: &[Place]) -> Option<Code> {
    let broken =
        places.iter().enumerate().filter_map(|(number, place)| Some((number, place.as_ref().err()?)));
    let broken: Vec<(usize, &Vec<Option<Symbol>>)> = broken.collect();
    let mut groups: Vec<Group> = places.iter().map(|place| place.clone().unwrap_or_default()).collect();
    let mut found: Option<Code> = None;
    match broken.as_slice() {
        [(number, symbols)] => {
            for group in candidates(symbols, *number) {
                set(&mut groups, *number, group);
                one(Code::of(&groups).ok(), &mut found)?;
            }
        }
        [(number, symbols), (other, others)] => {
            // The check of a code is linear: what a group does to it does not depend on others.
            let seconds: Vec<(u32, Group)> = candidates(others, *other)
                .into_iter()
                .map(|group| (residue_with(&mut groups, *other, group), group))
                .collect();
            set(&mut groups, *other, Group::default());
            let none = residue(&groups);
            for first in candidates(symbols, *number) {
                let wanted = residue_with(&mut groups, *number, first) ^ none;
                for (_, second) in seconds.iter().filter(|(effect, _)| *effect == wanted) {
                    set(&mut groups, *other, *second);
                    one(Code::of(&groups).ok(), &mut found)?;
                }
                set(&mut groups, *other, Group::default());
            }
        }
        _ => {}
    }
    found
}

fn set(groups: &mut [Group], number: usize, group: Group) {
    if let Some(place) = groups.get_mut(number) {
        *place = group;
    }
}

/// What is left of the code's check with a group in its place; 0 where it holds.
fn residue_with(groups: &mut [Group], number: usize, group: Group) -> u32 {
    set(groups, number, group);
    residue(groups)
}

/// Takes a code for the one; none where there was another.
fn one(code: Option<Code>, found: &mut Option<Code>) -> Option<()> {
    match (code, &found) {
        (Some(code), Some(other)) if code != *other => None,
        (Some(code), _) => {
            *found = Some(code);
            Some(())
        }
        (None, _) => Some(()),
    }
}

/// How many symbols are left of a group that lost one.
const LOST: usize = SYMBOLS - 1;

/// The groups that hold and are one slip away from these symbols.
fn candidates(symbols: &[Option<Symbol>], number: usize) -> Vec<Group> {
    let mut found = Vec::new();
    let mut add = |symbols: &[Option<Symbol>]| {
        let known: Option<Vec<Symbol>> = symbols.iter().copied().collect();
        if let Some(Ok(group)) = known.map(Group::try_from)
            && holds(&group, number)
            && !found.contains(&group)
        {
            found.push(group);
        }
    };
    let edited = |edit: &dyn Fn(&mut Vec<Option<Symbol>>)| {
        let mut symbols = symbols.to_vec();
        edit(&mut symbols);
        symbols
    };
    let places = 0..symbols.len();
    match symbols.len() {
        SYMBOLS => {
            for place in places.clone() {
                (0..32).for_each(|symbol| add(&edited(&|own| own[place] = Some(symbol))));
                (place + 1..SYMBOLS).for_each(|with| add(&edited(&|own| own.swap(place, with))));
                // It may have changed places with the dash before the group, or after it.
                for edge in [0, SYMBOLS - 1] {
                    add(&edited(&|own| {
                        let symbol = own.remove(edge);
                        own.insert(place, symbol);
                    }));
                }
            }
        }
        LOST => (0..=LOST).for_each(|place| {
            (0..32).for_each(|symbol| add(&edited(&|own| own.insert(place, Some(symbol)))));
        }),
        _ => places.for_each(|place| add(&edited(&|own| _ = own.remove(place)))),
    }
    found
}
