//! Codes that were damaged on the way: each is told, and none is taken for another. What a single
//! slip does is in `slips`.

use verbatim_class::code;
use verbatim_class::find::{FaultKind, What, find};
use verbatim_class::submission::Who;
use verbatim_core::dice::Dice;

use super::*;

const SYMBOLS: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// What becomes of a text made from a code: whether it is still that code, for all that was done;
/// else what is told has to be damage, repaired to that code or not at all.
#[derive(Debug, PartialEq)]
enum Outcome {
    Same,
    Repaired(Vec<(usize, FaultKind)>),
    Told(Vec<(usize, FaultKind)>),
}

fn outcome(text: &str, code: &str) -> Outcome {
    let found = find(text);
    assert_eq!(found.len(), 1, "{text} of {code}: {found:?}");
    match &found[0].what {
        What::Whole(found) => {
            assert_eq!(found.text(), code, "{text} is taken for another code");
            Outcome::Same
        }
        What::Damaged(damage) => {
            let faults = damage.faults.iter().map(|fault| (fault.group, fault.kind)).collect();
            match &damage.repaired {
                Some(repaired) => {
                    assert_eq!(repaired.text(), code, "{text} is repaired to another code");
                    Outcome::Repaired(faults)
                }
                None => Outcome::Told(faults),
            }
        }
        What::Newer { .. } => panic!("{text} is taken for a newer one"),
    }
}

/// The group of a position in a code's text, from 1 on; 0 in the prefix.
fn group_of(at: usize) -> usize {
    (at + 5) / 9
}

fn codes() -> Vec<String> {
    let (story, _) = story();
    let quizzes = quizzes(&story);
    let mut dice = Dice::new(5, "damaged");
    let mut codes = vec![code::write(&ten(&story, Who::Name("Ann Berg".to_owned())).0, &story).unwrap()];
    codes.extend((0..3).map(|round| {
        code::write(&chance(&story, quizzes[round as usize], round, &mut dice), &story).unwrap()
    }));
    codes
}

#[test]
fn without_dashes_too() {
    for code in codes() {
        let bare = code.replace('-', "");
        for at in 3..bare.len() {
            let mut lost = bare.clone();
            lost.remove(at);
            let mut changed = bare.clone();
            let other = if bare.as_bytes()[at] == b'7' { "8" } else { "7" };
            changed.replace_range(at..=at, other);
            for text in [lost, changed] {
                assert_ne!(outcome(&text, &code), Outcome::Same, "{text}");
            }
        }
    }
}

#[test]
fn what_is_cut_off_is_told() {
    let code = codes().remove(0);
    let groups = code.split('-').count() - 1;
    for kept in 1..groups {
        let cut: Vec<&str> = code.split('-').take(kept + 1).collect();
        assert_eq!(outcome(&cut.join("-"), &code), Outcome::Told(vec![(kept + 1, FaultKind::Missing)]));
        let headless: Vec<&str> = code.split('-').skip(kept + 1).collect();
        if headless.len() > 1 && headless.concat().contains(|letter: char| letter.is_ascii_digit()) {
            let Outcome::Told(faults) = outcome(&headless.join("-"), &code) else { panic!() };
            assert_eq!(faults.len(), kept, "{faults:?}");
        }
        let without: Vec<&str> =
            code.split('-').enumerate().filter(|(at, _)| *at != kept).map(|(_, one)| one).collect();
        assert_eq!(
            outcome(&without.join("-"), &code),
            Outcome::Told(vec![(kept, FaultKind::Missing)]),
            "{without:?}"
        );
    }
}

#[test]
fn two_damaged_groups_are_told_and_repaired() {
    let code = codes().remove(0);
    let mut dice = Dice::new(9, "two");
    for _ in 0..500 {
        let mut bytes = code.clone().into_bytes();
        let (one, other) = (4 + 9 * dice.below(5), 49 + 9 * dice.below(6));
        for at in [one, other] {
            let at = at + dice.below(8);
            bytes[at] =
                SYMBOLS.as_bytes()[(SYMBOLS.find(bytes[at] as char).unwrap() + 1 + dice.below(31)) % 32];
        }
        let text = String::from_utf8(bytes).unwrap();
        let faults = vec![(group_of(one), FaultKind::Changed), (group_of(other), FaultKind::Changed)];
        assert_eq!(outcome(&text, &code), Outcome::Repaired(faults));
    }
}

#[test]
fn groups_of_two_codes_are_no_code() {
    let codes = codes();
    let (one, other): (Vec<&str>, Vec<&str>) = (codes[0].split('-').collect(), codes[1].split('-').collect());
    let mut mixed = one.clone();
    mixed[3] = other[3];
    assert_eq!(outcome(&mixed.join("-"), &codes[0]), Outcome::Told(vec![]));
    let mut swapped = one;
    swapped.swap(3, 6);
    let Outcome::Told(faults) = outcome(&swapped.join("-"), &codes[0]) else { panic!() };
    assert_eq!(faults, [(3, FaultKind::Changed), (6, FaultKind::Changed)]);
}
