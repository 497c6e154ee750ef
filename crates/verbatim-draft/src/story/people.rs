//! The people of a story: the same person under different names in different
//! articles is one.

use verbatim_core::wire;

use super::id::Ids;
use crate::facts::Speaker;

/// Everybody who speaks, each with an id.
#[derive(Debug, Default)]
pub struct Cast {
    people: Vec<wire::Person>,
    /// Those whom a phrase like `a man` brought in, with the byte at which it stands in the
    /// article that is read: where it stands again it means somebody else.
    brought_in: Vec<(String, Option<usize>)>,
}

impl Cast {
    /// Those who are known already; of those whom only a phrase names, `elsewhere` are in
    /// other articles, where nothing says who they are.
    pub fn of(people: Vec<wire::Person>, elsewhere: impl IntoIterator<Item = String>) -> Self {
        Self { people, brought_in: elsewhere.into_iter().map(|id| (id, None)).collect() }
    }

    /// Begins another article: places are its own.
    pub fn turn_page(&mut self) {
        self.brought_in.iter_mut().for_each(|(_, place)| *place = None);
    }

    /// The id of a speaker, who is taken in where nobody known is meant; `place` is the byte
    /// of the article at which the words for them begin.
    pub fn id(&mut self, speaker: &Speaker, place: Option<usize>, ids: &mut Ids) -> Option<String> {
        match speaker {
            Speaker::Named(name) => Some(self.named(name, ids)),
            Speaker::Unnamed(phrase) => Some(self.unnamed(phrase, place, ids)),
            Speaker::Open => None,
        }
    }

    fn named(&mut self, name: &str, ids: &mut Ids) -> String {
        let known = self.people.iter_mut().find(|person| !person.unnamed && is_same(&person.name, name));
        if let Some(person) = known {
            // The fuller name is shown.
            if name.split(' ').count() > person.name.split(' ').count() {
                person.name = name.to_owned();
                person.aliases = surname(name).into_iter().collect();
            }
            return person.id.clone();
        }
        let last = surname(name).unwrap_or_else(|| name.to_owned());
        let id = ids.new_id(&last, "person");
        let aliases = surname(name).into_iter().collect();
        let name = name.to_owned();
        self.people.push(wire::Person { id: id.clone(), name, role: None, aliases, unnamed: false });
        id
    }

    fn unnamed(&mut self, phrase: &str, place: Option<usize>, ids: &mut Ids) -> String {
        let shown = capital(phrase);
        let alike = |person: &&wire::Person| person.unnamed && without_number(&person.name) == shown;
        if !brings_in(phrase) {
            // `the official` is the one who came in as `a senior official`.
            let before = definite(phrase).and_then(|noun| {
                let here = self.brought_in.iter().rev().filter(|(_, place)| place.is_some());
                let mut named = here.filter_map(|(id, _)| self.people.iter().find(|person| person.id == *id));
                named.find(|person| last_word(without_number(&person.name)).eq_ignore_ascii_case(noun))
            });
            if let Some(person) = before.or_else(|| self.people.iter().find(alike)) {
                return person.id.clone();
            }
        } else {
            if let Some((id, _)) =
                self.brought_in.iter().find(|(_, known)| known.is_some() && *known == place)
            {
                return id.clone();
            }
            let is_free = |person: &&wire::Person| !self.brought_in.iter().any(|(id, _)| *id == person.id);
            if let Some(person) = self.people.iter().filter(alike).find(is_free) {
                self.brought_in.push((person.id.clone(), place));
                return person.id.clone();
            }
        }
        let id = ids.new_id(phrase, "person");
        let name = match self.people.iter().filter(alike).count() {
            0 => shown,
            others => format!("{shown} ({})", others + 1),
        };
        if brings_in(phrase) {
            self.brought_in.push((id.clone(), place));
        }
        self.people.push(wire::Person {
            id: id.clone(),
            name,
            role: None,
            aliases: Vec::new(),
            unnamed: true,
        });
        id
    }

    /// Whether only a phrase names somebody.
    pub fn is_unnamed(&self, id: &str) -> bool {
        self.people.iter().any(|person| person.id == id && person.unnamed)
    }

    /// All of them, in the order in which they came in.
    pub fn into_people(self) -> Vec<wire::Person> {
        self.people
    }
}

/// Whether a phrase brings somebody in: `a man`, `one resident`, not `the man` or `police`.
fn brings_in(phrase: &str) -> bool {
    let first = phrase.split(' ').next().unwrap_or_default().to_lowercase();
    matches!(first.as_str(), "a" | "an" | "one" | "another" | "someone" | "somebody")
}

/// The noun of a phrase with `the`.
fn definite(phrase: &str) -> Option<&str> {
    let (first, rest) = phrase.split_once(' ')?;
    first.eq_ignore_ascii_case("the").then(|| last_word(rest))
}

fn last_word(phrase: &str) -> &str {
    phrase.rsplit(' ').next().unwrap_or_default()
}

/// A phrase without the number that tells several of the same from each other: `A man (2)`.
fn without_number(name: &str) -> &str {
    let number = name.rsplit_once(" (").filter(|(_, number)| {
        number.strip_suffix(')').is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
    });
    number.map_or(name, |(name, _)| name)
}

/// Whether a name means a person who is known: by all of it, or by a surname alone.
fn is_same(person: &str, name: &str) -> bool {
    let (one, other) = (person.to_lowercase(), name.to_lowercase());
    if one == other {
        return true;
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
        let mut id = |name: &str| cast.id(&Speaker::Named(name.to_owned()), None, &mut ids).unwrap();
        assert_eq!(id("Brandt"), "brandt");
        assert_eq!(id("Ada Brandt"), "brandt");
        assert_eq!(id("Ada M. Brandt Jr."), "brandt");
        assert_eq!(id("Tom Brandt"), "brandt-2");
        let people = cast.into_people();
        assert_eq!((people.len(), people[0].name.as_str()), (2, "Ada M. Brandt Jr."));
        assert_eq!(people[0].aliases, ["Brandt"]);
    }

    #[test]
    fn tells_those_without_a_name_by_where_they_come_in() {
        let (mut cast, mut ids) = (Cast::default(), Ids::default());
        let mut id = |phrase: &str, place| {
            cast.id(&Speaker::Unnamed(phrase.to_owned()), Some(place), &mut ids).unwrap()
        };
        assert_eq!(id("a man", 10), "a-man");
        assert_eq!(id("A man", 90), "a-man-2");
        assert_eq!(id("a man", 10), "a-man");
        assert_eq!(id("a senior official", 200), "a-senior-official");
        assert_eq!(id("the official", 300), "a-senior-official");
        assert_eq!(id("police", 400), id("police", 500));
        assert_eq!(id("the company", 600), "the-company");
        let names: Vec<String> = cast.people.iter().map(|person| person.name.clone()).collect();
        assert_eq!(names, ["A man", "A man (2)", "A senior official", "Police", "The company"]);
        // Read anew, everybody is the same again.
        let mut again = Cast::of(cast.into_people(), []);
        let mut id = |place| again.id(&Speaker::Unnamed("a man".to_owned()), Some(place), &mut ids).unwrap();
        assert_eq!((id(12), id(95)), ("a-man".to_owned(), "a-man-2".to_owned()));
    }
}
