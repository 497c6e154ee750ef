//! A class list as a teacher pastes it: a pupil a line, with a number or without, in columns or
//! not. Who of it handed in what is left to `collect`.

use std::collections::HashMap;

use verbatim_core::score::Decompose;

use crate::submission::Who;

/// A class list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roster {
    /// The pupils, in the order of the list.
    pub pupils: Vec<Pupil>,
    /// The lines that name somebody again, from 1 on, with what they name.
    pub doubles: Vec<(usize, String)>,
    places: HashMap<String, usize>,
    numbers: HashMap<u32, usize>,
}

/// A pupil of a class list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pupil {
    /// The number: the line's own, or where no line has one, which of the pupils it is, from 1 on.
    pub number: Option<u32>,
    /// The name; nothing where the line is a number alone.
    pub name: String,
}

impl Roster {
    /// Reads a list. Columns end with a tab, a comma, a semicolon or a bar; one that is a number
    /// is the pupil's, and the others are the name.
    pub fn read(text: &str, decompose: Decompose) -> Self {
        let mut roster = Self::default();
        let lines = text.lines().enumerate().filter_map(|(at, line)| Some((at + 1, pupil(line)?)));
        let lines: Vec<(usize, Pupil)> = lines.collect();
        let is_numbered = lines.iter().any(|(_, pupil)| pupil.number.is_some());
        for (line, mut pupil) in lines {
            let place = roster.pupils.len();
            if !is_numbered {
                pupil.number = u32::try_from(place + 1).ok();
            }
            let key = name_key(&pupil.name, decompose);
            let has_name = !key.is_empty() && roster.places.contains_key(&key);
            let has_number = pupil.number.is_some_and(|number| roster.numbers.contains_key(&number));
            if has_name || has_number {
                let number = pupil.number.filter(|_| has_number).map(|number| number.to_string());
                roster
                    .doubles
                    .push((line, [number.unwrap_or_default(), pupil.name].join(" ").trim().to_owned()));
                continue;
            }
            if !key.is_empty() {
                roster.places.insert(key, place);
            }
            if let Some(number) = pupil.number {
                roster.numbers.insert(number, place);
            }
            roster.pupils.push(pupil);
        }
        roster
    }

    /// The place in the list of who handed something in. A name may have its parts in any order,
    /// and leave some out where only one pupil has those that are there.
    pub fn place(&self, who: &Who, decompose: Decompose) -> Option<usize> {
        match who {
            Who::Nobody => None,
            Who::Number(number) => self.numbers.get(number).copied(),
            Who::Name(name) => {
                let key = name_key(name, decompose);
                if let Some(place) = self.places.get(&key) {
                    return Some(*place);
                }
                let parts: Vec<&str> = key.split_whitespace().collect();
                let has_all =
                    |of: &str| parts.iter().all(|part| of.split_whitespace().any(|one| one == *part));
                // A number alone is part of too much to say whose it is.
                let is_name = parts.iter().any(|part| part.chars().all(char::is_alphabetic));
                let mut found = self.places.iter().filter(|(of, _)| is_name && has_all(of));
                match (found.next(), found.next()) {
                    (Some((_, place)), None) => Some(*place),
                    _ => None,
                }
            }
        }
    }
}

fn pupil(line: &str) -> Option<Pupil> {
    let columns = line.split(['\t', ',', ';', '|']).map(|column| column.trim().trim_matches('"').trim());
    let mut number = None;
    let mut name = Vec::new();
    for column in columns.filter(|column| !column.is_empty()) {
        let digits = column.trim_end_matches(['.', ')']);
        match digits.parse() {
            Ok(value) if number.is_none() => number = Some(value),
            _ => name.push(column),
        }
    }
    let mut name = name.join(" ");
    // "12. Ann" or "12 Ann" has the number before the name.
    if number.is_none()
        && let Some((first, rest)) = name.split_once(char::is_whitespace)
        && let Ok(value) = first.trim_end_matches(['.', ')', ':']).parse()
    {
        (number, name) = (Some(value), rest.trim().to_owned());
    }
    (number.is_some() || name.chars().any(char::is_alphanumeric)).then_some(Pupil { number, name })
}

/// A name by which the same one is found: without case, accents, marks and the order of its parts.
pub fn name_key(name: &str, decompose: Decompose) -> String {
    let letters = decompose(name);
    let parts = letters.split(|letter: char| letter.is_whitespace() || ",;.-_".contains(letter));
    let bare = |part: &str| part.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
    let mut parts: Vec<String> = parts.map(bare).filter(|part| !part.is_empty()).collect();
    parts.sort_unstable();
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::UnicodeNormalization;

    fn decompose(text: &str) -> String {
        text.nfkd().collect::<String>().to_lowercase()
    }

    fn named(pupils: &[Pupil]) -> Vec<(Option<u32>, &str)> {
        pupils.iter().map(|pupil| (pupil.number, pupil.name.as_str())).collect()
    }

    #[test]
    fn lists_as_they_are_pasted() {
        for (text, expected) in [
            ("Ann Berg\nBob Cole\n", vec![(Some(1), "Ann Berg"), (Some(2), "Bob Cole")]),
            ("3\tBerg\tAnn\r\n7\tCole\tBob", vec![(Some(3), "Berg Ann"), (Some(7), "Cole Bob")]),
            ("Berg, Ann;12\n\n  \nCole, Bob", vec![(Some(12), "Berg Ann"), (None, "Cole Bob")]),
            ("1. Ann\n2) Bob\n-\n", vec![(Some(1), "Ann"), (Some(2), "Bob")]),
            ("4\n5", vec![(Some(4), ""), (Some(5), "")]),
            ("=1+1\n\"Cole, Bob\"", vec![(Some(1), "=1+1"), (Some(2), "Cole Bob")]),
        ] {
            assert_eq!(named(&Roster::read(text, decompose).pupils), expected, "{text:?}");
        }
    }

    #[test]
    fn doubles_are_told_and_names_found() {
        let roster = Roster::read("Ann Berg\nBob Cole\nBERG, Ann\nZo\u{eb} Cole", decompose);
        assert_eq!(roster.doubles, [(3, "BERG Ann".to_owned())]);
        for (name, place) in [
            ("ann berg", Some(0)),
            ("Berg Ann", Some(0)),
            ("Ann", Some(0)),
            ("Zoe", Some(2)),
            ("Cole", None),
            ("zo\u{65}\u{308} cole", Some(2)),
            ("Dora", None),
            ("", None),
        ] {
            assert_eq!(roster.place(&Who::Name(name.to_owned()), decompose), place, "{name}");
        }
        assert_eq!(roster.place(&Who::Number(2), decompose), Some(1));
        assert_eq!(roster.place(&Who::Number(9), decompose), None);
    }
}
