//! The people of a story: the same person under different names in different
//! articles is one.

use verbatim_core::wire;

use super::id::Ids;
use crate::facts::Speaker;

/// Everybody who speaks, each with an id.
#[derive(Debug, Default)]
pub struct Cast {
    people: Vec<wire::Person>,
}

impl Cast {
    /// Those who are known already.
    pub fn of(people: Vec<wire::Person>) -> Self {
        Self { people }
    }

    /// The id of a speaker, who is taken in where nobody known is meant.
    pub fn id(&mut self, speaker: &Speaker, ids: &mut Ids) -> Option<String> {
        let (name, unnamed) = match speaker {
            Speaker::Named(name) => (name, false),
            Speaker::Unnamed(phrase) => (phrase, true),
            Speaker::Open => return None,
        };
        let known = self.people.iter_mut().find(|person| person.unnamed == unnamed && is_same(person, name));
        if let Some(person) = known {
            // The fuller name is shown.
            if !unnamed && name.split(' ').count() > person.name.split(' ').count() {
                person.name = name.clone();
                person.aliases = surname(name).into_iter().collect();
            }
            return Some(person.id.clone());
        }
        let last = surname(name).unwrap_or_else(|| name.clone());
        let id = ids.new_id(if unnamed { name } else { &last }, "person");
        let shown = if unnamed { capital(name) } else { name.clone() };
        let aliases = if unnamed { Vec::new() } else { surname(name).into_iter().collect() };
        self.people.push(wire::Person { id: id.clone(), name: shown, role: None, aliases, unnamed });
        Some(id)
    }

    /// All of them, in the order in which they came in.
    pub fn into_people(self) -> Vec<wire::Person> {
        self.people
    }
}

/// Whether a name means a person who is known: by all of it, or by a surname alone.
fn is_same(person: &wire::Person, name: &str) -> bool {
    let (one, other) = (person.name.to_lowercase(), name.to_lowercase());
    if one == other {
        return true;
    }
    if person.unnamed {
        return false;
    }
    let ((one_given, one_last), (given, last)) = (parts(&one), parts(&other));
    let fits = |one: &str, other: &str| {
        one.is_empty() || other.is_empty() || one.starts_with(other) || other.starts_with(one)
    };
    one_last == last && fits(one_given, given)
}

/// The first and the last word of a name; the first is empty where there is but one.
fn parts(name: &str) -> (&str, &str) {
    let last = name.rsplit(' ').find(|word| !is_suffix(word)).unwrap_or(name);
    let first = name.split(' ').next().unwrap_or_default();
    if first == last { ("", last) } else { (first.trim_end_matches('.'), last) }
}

fn is_suffix(word: &str) -> bool {
    matches!(word.trim_end_matches('.').to_lowercase().as_str(), "jr" | "sr" | "ii" | "iii" | "iv")
}

/// The surname of a name of several words.
fn surname(name: &str) -> Option<String> {
    let last = name.rsplit(' ').find(|word| !is_suffix(word))?;
    (last.len() < name.len()).then(|| last.to_owned())
}

fn capital(phrase: &str) -> String {
    let mut letters = phrase.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::{Cast, Ids};
    use crate::facts::Speaker;

    #[test]
    fn knows_a_person_by_several_names() {
        let (mut cast, mut ids) = (Cast::default(), Ids::default());
        let mut id = |name: &str| cast.id(&Speaker::Named(name.to_owned()), &mut ids).unwrap();
        assert_eq!(id("Brandt"), "brandt");
        assert_eq!(id("Ada Brandt"), "brandt");
        assert_eq!(id("Ada M. Brandt Jr."), "brandt");
        assert_eq!(id("Tom Brandt"), "brandt-2");
        let people = cast.into_people();
        assert_eq!((people.len(), people[0].name.as_str()), (2, "Ada M. Brandt Jr."));
        assert_eq!(people[0].aliases, ["Brandt"]);
    }
}
