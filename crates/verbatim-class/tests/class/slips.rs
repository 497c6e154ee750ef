//! Every slip of one character in a code is noticed, told with its part and made good: at every
//! place of hundreds of codes, and in every way at every place of some.

use std::fmt::Write as _;

use verbatim_class::code;
use verbatim_class::find::{What, find};
use verbatim_core::dice::Dice;

use super::*;

const SYMBOLS: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Letters that a slip may bring and that are in no code, or are read as what they look like.
const OTHERS: &str = "\u{e9}\u{df}\u{416}\u{5d0}\u{4e2d}\u{3b1}";

/// Codes of sittings by chance.
fn codes(count: usize, purpose: &str) -> Vec<String> {
    let (story, _) = story();
    let quizzes = quizzes(&story);
    let mut dice = Dice::new(17, purpose);
    let one = |at: usize| {
        let submission = chance(&story, quizzes[dice.below(quizzes.len())], at as u32 % 24, &mut dice);
        code::write(&submission, &story).unwrap()
    };
    (0..count).map(one).collect()
}

/// The part of a position in a code's text, from 1 on; 0 in the prefix, and with the dash after it.
fn part_of(at: usize) -> usize {
    (at + 5) / 9
}

/// What is wrong with what is found in a text that a slip made of a code, in these parts.
fn unnoticed(text: &str, code: &str, parts: &[usize]) -> Option<String> {
    let found = find(text);
    let [one] = found.as_slice() else { return Some(format!("{} found", found.len())) };
    let faults = match &one.what {
        What::Whole(whole) if whole.text() != code => return Some("taken for another code".to_owned()),
        What::Whole(_) => &one.slips,
        What::Damaged(damage) if damage.repaired.as_ref().is_none_or(|repaired| repaired.text() != code) => {
            return Some(format!("not made good: {damage:?}"));
        }
        What::Damaged(damage) => &damage.faults,
        What::Newer { .. } => return Some("taken for a newer one".to_owned()),
    };
    if faults.is_empty() {
        return Some("not noticed".to_owned());
    }
    // At the edge of two groups a character may be either's.
    let is_told = |part: &usize| faults.iter().any(|fault| fault.group.abs_diff(*part) <= 1);
    (!parts.iter().all(is_told)).then(|| format!("told of other parts: {faults:?}"))
}

/// Collects what is not noticed.
#[derive(Default)]
struct Unnoticed {
    tried: usize,
    wrong: usize,
    told: String,
}

impl Unnoticed {
    fn look(&mut self, text: &str, code: &str, parts: &[usize]) {
        if text == code || meant(text) == meant(code) {
            return;
        }
        self.tried += 1;
        if let Some(why) = unnoticed(text, code, parts) {
            self.wrong += 1;
            if self.wrong <= 20 {
                let _ = writeln!(self.told, "{text}\n{code} {parts:?}: {why}");
            }
        }
    }

    fn none(self, least: usize) {
        assert!(self.wrong == 0, "{} of {}:\n{}", self.wrong, self.tried, self.told);
        assert!(self.tried >= least, "only {} tried", self.tried);
    }

    fn changed(&mut self, code: &str, at: usize, other: char) {
        let mut text = code.to_owned();
        text.replace_range(at..=at, other.encode_utf8(&mut [0; 4]));
        self.look(&text, code, &[part_of(at)]);
    }

    fn added(&mut self, code: &str, at: usize, other: char) {
        let mut text = code.to_owned();
        text.insert(at, other);
        self.look(&text, code, &[part_of(at)]);
    }

    fn lost(&mut self, code: &str, at: usize) {
        let mut text = code.to_owned();
        text.remove(at);
        self.look(&text, code, &[part_of(at)]);
    }

    fn swapped(&mut self, code: &str, at: usize, with: usize) {
        let mut bytes = code.as_bytes().to_vec();
        bytes.swap(at, with);
        let text = String::from_utf8(bytes).unwrap();
        self.look(&text, code, &[part_of(at), part_of(with)]);
    }
}

/// A code as it is meant: where dashes stand between groups, or don't, means nothing.
fn meant(text: &str) -> String {
    let mut meant = String::new();
    let mut at = 0;
    // A dash counts where it parts a group.
    for letter in text.chars() {
        if letter != '-' {
            at += 1;
            meant.push(letter);
        } else if at >= 3 && (at - 3) % 8 != 0 || (at > 0 && at < 3) {
            meant.push('-');
        }
    }
    meant
}

#[test]
fn at_every_place_of_hundreds_of_codes() {
    let mut dice = Dice::new(3, "slips");
    let mut unnoticed = Unnoticed::default();
    let symbols: Vec<char> = SYMBOLS.chars().chain(OTHERS.chars()).collect();
    for code in codes(300, "hundreds") {
        for at in 0..code.len() {
            unnoticed.changed(&code, at, symbols[dice.below(symbols.len())]);
            unnoticed.lost(&code, at);
            // What stands before a code is not it.
            if at > 0 {
                unnoticed.added(&code, at, symbols[dice.below(symbols.len())]);
            }
            if at + 1 < code.len() {
                unnoticed.swapped(&code, at, at + 1);
            }
            unnoticed.swapped(&code, at, dice.below(code.len()));
        }
        unnoticed.added(&code, code.len(), SYMBOLS.chars().nth(dice.below(32)).unwrap());
    }
    unnoticed.none(100_000);
}

#[test]
fn in_every_way_at_every_place_of_some() {
    let mut unnoticed = Unnoticed::default();
    for code in codes(3, "some") {
        for at in 0..code.len() {
            for other in SYMBOLS.chars().chain(OTHERS.chars()) {
                unnoticed.changed(&code, at, other);
                if at > 0 {
                    unnoticed.added(&code, at, other);
                }
            }
            (at + 1..code.len()).for_each(|with| unnoticed.swapped(&code, at, with));
        }
    }
    unnoticed.none(30_000);
}
