//! What kinds a word may be of, from the lists in `words/`; what a word is in
//! its sentence is decided by whoever reads the sentence.

use std::ops::BitOr;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// A set of kinds of word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Class(u64);

impl Class {
    pub(crate) const NONE: Self = Self(0);

    /// Whether the word may be of any of these kinds.
    pub(crate) const fn is(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }

    const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOr for Class {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        self.with(other)
    }
}

macro_rules! classes {
    ($($name:ident = $bit:literal,)*) => { $(pub(crate) const $name: Class = Class(1 << $bit);)* };
}

classes! {
    SPEECH = 0, PARTICIPLE = 1, STRONG = 2, TITLE = 3, MALE_TITLE = 4, FEMALE_TITLE = 5, ROLE = 6, GROUP = 7,
    ORGANISATION = 8, PLACE = 9, DEMONYM = 10, MODIFIER = 11, DET = 12, OWN = 13, PREP = 14, CONJ = 15, SUB = 16,
    AUX = 17, MALE_PRONOUN = 18, FEMALE_PRONOUN = 19, SUBJECT_PRONOUN = 20, PRONOUN = 21, WHO = 22, ADV = 23,
    SUFFIX = 24, NUMBER = 25, PARTICLE = 26, VERB = 27, MALE_NAME = 28, FEMALE_NAME = 29, ABBREVIATION = 30,
    MONTH = 31, WEEKDAY = 32, ABSTRACT = 33, CAPITAL = 34, DIGITS = 35, ACCORDING = 36, ENDS = 37, PUT = 38, NOUN = 39, BE = 40, OF = 41, ANCHOR = 42, NOT = 43, ON = 44, AFTER = 45, BEFORE = 46, MODAL = 47, PAST = 48, HANGS = 49, FOR = 50, PLURAL = 51, ARTICLE = 52, TO = 53,
    UTTERANCE = 54, SOMEBODY = 55, BY = 56, DEFINITE = 57, WITH = 58, NAMING = 59, SAYING = 60, RECEIVES = 61, COMES = 62, FROM = 63,
}

/// What a word with a capital may be and the same word without can't.
const WITH_CAPITAL: Class = Class(
    TITLE.0
        | ORGANISATION.0
        | PLACE.0
        | DEMONYM.0
        | MALE_NAME.0
        | FEMALE_NAME.0
        | MONTH.0
        | WEEKDAY.0
        | ABSTRACT.0,
);

/// What can't be part of a phrase for somebody.
pub(crate) const FUNCTION: Class =
    Class(PREP.0 | CONJ.0 | SUB.0 | AUX.0 | SUBJECT_PRONOUN.0 | PRONOUN.0 | WHO.0 | DET.0);

/// A given name.
pub(crate) const GIVEN: Class = Class(MALE_NAME.0 | FEMALE_NAME.0);

/// The longest word that any list holds, in bytes.
const LONGEST: usize = 24;

static WORDS: LazyLock<FxHashMap<Box<[u8]>, Class>> = LazyLock::new(read);

fn read() -> FxHashMap<Box<[u8]>, Class> {
    let lists = [
        (include_str!("../words/speech.txt"), SPEECH),
        (include_str!("../words/speech-participle.txt"), PARTICIPLE),
        (include_str!("../words/speech-strong.txt"), STRONG),
        (include_str!("../words/title.txt"), TITLE),
        (include_str!("../words/title-male.txt"), MALE_TITLE),
        (include_str!("../words/title-female.txt"), FEMALE_TITLE),
        (include_str!("../words/role.txt"), ROLE),
        (include_str!("../words/group.txt"), GROUP),
        (include_str!("../words/organisation.txt"), ORGANISATION),
        (include_str!("../words/place.txt"), PLACE),
        (include_str!("../words/demonym.txt"), DEMONYM),
        (include_str!("../words/modifier.txt"), MODIFIER),
        (include_str!("../words/function.txt"), Class::NONE),
        (include_str!("../words/time.txt"), Class::NONE),
        (include_str!("../words/verb.txt"), VERB),
        (include_str!("../words/given-male.txt"), MALE_NAME),
        (include_str!("../words/given-female.txt"), FEMALE_NAME),
        (include_str!("../words/abbreviation.txt"), ABBREVIATION),
        (include_str!("../words/month.txt"), MONTH),
        (include_str!("../words/weekday.txt"), WEEKDAY),
        (include_str!("../words/abstract.txt"), ABSTRACT),
        (include_str!("../words/utterance.txt"), UTTERANCE),
    ];
    let mut words: FxHashMap<Box<[u8]>, Class> = FxHashMap::default();
    for (list, class) in lists {
        for line in list.lines().filter(|line| !line.starts_with('#')) {
            let mut class = class;
            for word in line.split_whitespace() {
                if let Some(name) = word.strip_prefix('@') {
                    class = named(name);
                    continue;
                }
                let plural = class.is(ROLE) && word.ends_with('s') && !word.ends_with("ss");
                let class = if plural { class.with(PLURAL) } else { class };
                let entry = words.entry(word.to_lowercase().into_bytes().into()).or_default();
                *entry = entry.with(class);
            }
        }
    }
    words
}

/// The kinds that `words/function.txt` names in its lines.
fn named(name: &str) -> Class {
    match name {
        "det" => DET,
        "own" => OWN,
        "prep" => PREP,
        "conj" => CONJ,
        "sub" => SUB,
        "aux" => AUX,
        "male" => MALE_PRONOUN,
        "female" => FEMALE_PRONOUN,
        "subject" => SUBJECT_PRONOUN,
        "pronoun" => PRONOUN,
        "who" => WHO,
        "adv" => ADV,
        "suffix" => SUFFIX,
        "number" => NUMBER,
        "particle" => PARTICLE,
        "according" => ACCORDING,
        "put" => PUT,
        "noun" => NOUN,
        "be" => BE,
        "of" => OF,
        "for" => FOR,
        "to" => TO,
        "by" => BY,
        "negation" => NOT,
        "somebody" => SOMEBODY,
        "article" => ARTICLE,
        "definite" => DEFINITE,
        "with" => WITH,
        "naming" => NAMING,
        "saying" => SAYING,
        "receives" => RECEIVES,
        "comes" => COMES,
        "from" => FROM,
        "anchor" => ANCHOR,
        "on" => ON,
        "after" => AFTER,
        "earlier" => BEFORE,
        "modal" => MODAL,
        _ => Class::NONE,
    }
}

/// What a word may be, by its letters and its capital.
pub(crate) fn class(word: &str) -> Class {
    let bytes = word.as_bytes();
    let Some(&first) = bytes.first() else { return Class::NONE };
    if first.is_ascii_digit() {
        return DIGITS;
    }
    let capital = if first.is_ascii() {
        first.is_ascii_uppercase()
    } else {
        word.chars().next().is_some_and(char::is_uppercase)
    };
    let listed = if bytes.len() <= LONGEST {
        let mut small = [0; LONGEST];
        let mut length = 0;
        let mut at = 0;
        while at < bytes.len() {
            // The typographic apostrophe stands for the plain one.
            if bytes[at..].starts_with("\u{2019}".as_bytes()) {
                small[length] = b'\'';
                at += 3;
            } else {
                small[length] = bytes[at].to_ascii_lowercase();
                at += 1;
            }
            length += 1;
        }
        WORDS.get(&small[..length]).copied().unwrap_or_default()
    } else {
        Class::NONE
    };
    if capital {
        return listed.with(CAPITAL);
    }
    let listed = listed.without(WITH_CAPITAL);
    if listed == Class::NONE && word.len() > 4 && word.ends_with("ly") {
        return ADV;
    }
    // What is no other word and ends so is a verb in the past, as are the irregular ones of the list.
    let regular = word.len() > 4 && word.ends_with("ed") && !listed.is(ROLE | MODIFIER | ADV);
    let irregular = listed.is(VERB) && !word.ends_with('s') && !word.ends_with("ed");
    if regular || irregular { listed.with(PAST) } else { listed }
}

#[cfg(test)]
mod tests {
    use super::{AUX, CAPITAL, Class, LONGEST, MALE_NAME, SPEECH, TITLE, WORDS, class};

    #[test]
    fn tells_words_by_their_capital() {
        assert!(class("will").is(AUX) && !class("will").is(MALE_NAME));
        assert!(class("Will").is(MALE_NAME) && class("Will").is(CAPITAL));
        assert!(class("isn\u{2019}t").is(AUX));
        assert!(class("Gov.").is(TITLE) && class("said").is(SPEECH));
        assert_eq!(class("zyzzyva"), Class::NONE);
    }

    #[test]
    fn no_listed_word_is_too_long_to_be_found() {
        assert!(WORDS.keys().all(|word| word.len() <= LONGEST));
    }
}
