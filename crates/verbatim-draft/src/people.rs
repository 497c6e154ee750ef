//! Who is named in a text, and whom a surname, a given name or a title with one
//! of them means; pronouns are `pronoun`'s.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::lexicon::*;
use crate::phrase::bare;
use crate::stream::dateline;
use crate::token::{Kind, Token};

/// What the words say of somebody's sex; it decides only whom a pronoun can mean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Gender {
    #[default]
    Open,
    Male,
    Female,
}

impl Gender {
    /// Whether two mentions can be of one person.
    pub(crate) fn fits(self, other: Self) -> bool {
        self == Self::Open || other == Self::Open || self == other
    }
}

/// Somebody who is named.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    /// The fullest form of the name, titles left out.
    pub(crate) name: String,
    pub(crate) gender: Gender,
    /// Whether more than two words with capitals says that this is a person.
    pub(crate) sure: bool,
    /// How often the full name stands in the text.
    pub(crate) count: u32,
    words: u32,
}

/// Everybody who is named, found by parts of the name.
#[derive(Debug, Default)]
pub(crate) struct People {
    all: Vec<Person>,
    by_key: FxHashMap<String, u32>,
    by_last: FxHashMap<String, Vec<u32>>,
    by_given: FxHashMap<String, Vec<u32>>,
}

/// How many people with one surname, or one given name, are looked through for whom it means.
const MOST: usize = 64;

impl People {
    /// Reads the names of a part of a text, beside those of the parts before it.
    pub(crate) fn read(&mut self, text: &str, tokens: &[Token]) {
        let mut single = Vec::new();
        let mut at = 0;
        let mut heading = Heading::default();
        while at < tokens.len() {
            if at >= heading.end {
                heading = Heading::read(tokens, at);
                // Where a report comes from is nobody's name.
                at = dateline(tokens, at).unwrap_or(at);
            }
            if !tokens[at].is(CAPITAL) {
                at += 1;
                continue;
            }
            let end = run_end(tokens, at);
            if !heading.is {
                self.see(text, tokens, at..end, &mut single);
            }
            at = end;
        }
        for (word, gender) in single {
            self.see_single(word, gender);
        }
    }

    fn see<'a>(
        &mut self,
        text: &'a str,
        tokens: &[Token],
        run: Range<usize>,
        single: &mut Vec<(&'a str, Gender)>,
    ) {
        let (Some(name), titled) = bare(tokens, run.clone()) else { return };
        let words = &tokens[name.clone()];
        let before = name.start.checked_sub(1).map(|at| &tokens[at]);
        let title =
            before.filter(|before| before.kind == Kind::Word && before.class.is(MALE_TITLE | FEMALE_TITLE));
        let mut gender =
            title.map_or(Gender::Open, |title| sex(title.class.is(MALE_TITLE), title.class.is(FEMALE_TITLE)));
        let role = before.is_some_and(|before| before.is(ROLE));
        if words.len() == 1 {
            if titled || title.is_some() {
                single.push((&text[words[0].range()], gender));
            }
            return;
        }
        let given = words[0].is(GIVEN);
        // `the company, Nordic Ferries`: that is what the company is called.
        let set = before.is_some_and(|before| before.kind == Kind::Comma);
        let group = name.start.checked_sub(2).is_some_and(|at| tokens[at].is(GROUP) && !tokens[at].is(ROLE));
        if set && group && !given && !titled {
            return;
        }
        let last = words.iter().rev().find(|word| !word.is(SUFFIX)).copied().unwrap_or(words[0]);
        let odd = |word: &Token| {
            word.is(ORGANISATION | PLACE | DEMONYM | MONTH | WEEKDAY | DIGITS | ABSTRACT | TITLE)
                && !word.is(GIVEN)
        };
        if last.is(ORGANISATION) && !titled || words.len() > 5 || last.start == words[0].start {
            return;
        }
        if !given && !titled && (words.len() > 3 || words.iter().any(odd)) {
            return;
        }
        if gender == Gender::Open {
            gender = sex(words[0].is(MALE_NAME), words[0].is(FEMALE_NAME));
        }
        let first = &text[words[0].range()];
        let last = &text[last.range()];
        let key = key(first, last);
        let full = full(text, words);
        let count = words.len() as u32;
        let id = match self.by_key.get(&key) {
            Some(&id) => id,
            None => {
                let id = self.all.len() as u32;
                self.all.push(Person { name: full.clone(), gender, sure: false, count: 0, words: count });
                add(self.by_last.entry(last.to_lowercase()).or_default(), id);
                add(self.by_given.entry(first.to_lowercase()).or_default(), id);
                self.by_key.insert(key, id);
                id
            }
        };
        let person = &mut self.all[id as usize];
        person.count += 1;
        person.sure |= given || titled || role;
        if person.gender == Gender::Open {
            person.gender = gender;
        }
        if count > person.words {
            person.words = count;
            person.name = full;
        }
    }

    /// A surname with a title: it says a sex, and names somebody even where no full name does.
    fn see_single(&mut self, word: &str, gender: Gender) {
        let key = word.to_lowercase();
        let known = self.by_last.get(&key);
        if let Some(known) = known.filter(|known| !known.is_empty()) {
            if let [only] = known[..] {
                let person = &mut self.all[only as usize];
                person.sure = true;
                if person.gender == Gender::Open {
                    person.gender = gender;
                }
            }
            return;
        }
        if self.by_given.contains_key(&key) {
            return;
        }
        let id = self.all.len() as u32;
        self.all.push(Person { name: word.to_owned(), gender, sure: true, count: 1, words: 1 });
        self.by_last.insert(key, vec![id]);
    }

    pub(crate) fn get(&self, id: u32) -> &Person {
        &self.all[id as usize]
    }

    /// Whom a name means; `None` where the text names nobody by it in full, or with a title.
    pub(crate) fn find(&self, text: &str, words: &[Token], title: Gender) -> Option<u32> {
        let first = &text[words.first()?.range()];
        let last_token = words.iter().rev().find(|word| !word.is(SUFFIX))?;
        let last = &text[last_token.range()];
        if words.len() > 1 {
            let exact = self.by_key.get(&key(first, last)).copied();
            if exact.is_some_and(|id| self.get(id).sure || words[0].is(GIVEN)) {
                return exact;
            }
            let known =
                self.best(self.by_last.get(&last.to_lowercase()), title).filter(|&id| self.get(id).sure);
            // `Candidate Cole` is Cole; but a given name tells one Cole from another.
            return if words[0].is(GIVEN) { exact } else { known.or(exact) };
        }
        let by_last = self.best(self.by_last.get(&last.to_lowercase()), title);
        by_last.or_else(|| {
            let given = self.by_given.get(&last.to_lowercase())?;
            let sure: Vec<u32> = given.iter().copied().filter(|&id| self.get(id).sure).collect();
            match sure[..] {
                [only] if words[0].is(GIVEN) => Some(only),
                _ => None,
            }
        })
    }

    /// Of several with one surname, the one named most often, or first.
    fn best(&self, known: Option<&Vec<u32>>, title: Gender) -> Option<u32> {
        let fits = known?.iter().copied().filter(|&id| self.get(id).gender.fits(title));
        fits.max_by_key(|&id| (self.get(id).sure, self.get(id).count, std::cmp::Reverse(id)))
    }
}

/// Adds somebody to those with one name, as far as they can be told from each other at all.
fn add(known: &mut Vec<u32>, id: u32) {
    if known.len() < MOST {
        known.push(id);
    }
}

pub(crate) fn sex(male: bool, female: bool) -> Gender {
    match (male, female) {
        (true, false) => Gender::Male,
        (false, true) => Gender::Female,
        _ => Gender::Open,
    }
}

fn key(first: &str, last: &str) -> String {
    format!("{} {}", first.to_lowercase(), last.to_lowercase())
}

/// The words of a name with single spaces.
pub(crate) fn full(text: &str, words: &[Token]) -> String {
    let mut name = String::new();
    for word in words {
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(&text[word.range()]);
    }
    name
}

/// Where the words with capitals that begin at `at` end; small particles may join them.
fn run_end(tokens: &[Token], at: usize) -> usize {
    let mut end = at + 1;
    while let Some(token) = tokens.get(end) {
        let joins = token.is(PARTICLE) && tokens.get(end + 1).is_some_and(|next| next.is(CAPITAL | PARTICLE));
        if !token.is(CAPITAL) && !joins || end - at > 12 {
            break;
        }
        end += 1;
    }
    end
}

/// Whether a paragraph is a heading, in which every word has a capital.
#[derive(Default)]
struct Heading {
    is: bool,
    end: usize,
}

impl Heading {
    fn read(tokens: &[Token], at: usize) -> Self {
        const LONGEST: usize = 30;
        let ahead = tokens[at..].iter().take(LONGEST);
        let length = ahead.clone().take_while(|token| token.kind != Kind::Paragraph).count();
        let words = || tokens[at..at + length].iter().filter(|token| token.kind == Kind::Word);
        let capitals = words().filter(|token| token.is(CAPITAL | DIGITS)).count();
        let stops = tokens[at..at + length.saturating_sub(1)].iter().any(|token| token.kind == Kind::Stop);
        let is = length < LONGEST && !stops && words().count() >= 4 && capitals * 3 > words().count() * 2;
        let end = match length < LONGEST {
            true => at + length + 1,
            // A long paragraph is none; where it ends is found as the names are.
            false => tokens[at..]
                .iter()
                .position(|token| token.kind == Kind::Paragraph)
                .map_or(tokens.len(), |ends| at + ends + 1),
        };
        Self { is, end }
    }
}
