//! What a teacher sets, as the fragment of a link: which story and quiz, drawn how, asked how.
//! A fragment is sent to no server, so the link is all there is. What a pupil hands in is left
//! to `submission`.
//!
//! The fragment is a row of `name=value` with `&` between them, percent-encoded. `v` is the
//! version and comes first, `k` is the check of all before it and comes last: a link that a
//! messenger cut is told from one that is whole. What is as it mostly is, is left out.

use crc::{CRC_24_OPENPGP, Crc};
use verbatim_core::dice::Dice;
use verbatim_core::digest::digest;
use verbatim_core::session::Mode;

use crate::submission::Who;

/// The version that is written, and the newest that is read.
pub const VERSION: u32 = 1;

/// The longest time that can be set, in minutes: a day.
pub const MOST_MINUTES: u16 = 24 * 60;

static CHECK: Crc<u32> = Crc::<u32>::new(&CRC_24_OPENPGP);

/// What a teacher sets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// Where the story is.
    pub story: Place,
    /// The digest of its file ([`digest`]): by it a pupil's page sees whether it is the same.
    pub digest: String,
    /// The quiz, by its id.
    pub quiz: String,
    /// How many questions are asked at most; all of the quiz where that is none.
    pub count: Option<u32>,
    /// When feedback is shown.
    pub mode: Mode,
    /// The class's seed.
    pub seed: u32,
    /// Who gets which questions.
    pub forms: Forms,
    /// What a pupil is asked for.
    pub asks: Asks,
    /// Whether pupils are asked how sure they are.
    pub confidence: bool,
    /// The time in minutes, if there is any limit.
    pub minutes: Option<u16>,
    /// The language of the pupil's page, as a BCP 47 tag.
    pub language: String,
}

/// Where a story is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// At an address, which may be relative to the site.
    Address(String),
    /// In a file of this name, which travels beside the link.
    File(String),
}

/// Who gets which questions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Forms {
    /// All the same, in the same order.
    #[default]
    Same,
    /// All the same, each pupil in an order of their own.
    Shuffled,
    /// Each pupil some of their own, in an order of their own.
    Each,
}

/// What a pupil is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Asks {
    /// A name.
    #[default]
    Name,
    /// A number of the teacher's list.
    Number,
    /// Nothing.
    Nothing,
}

/// Why a fragment is no assignment that can be read here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotRead {
    /// It has nothing of one.
    None,
    /// A part is missing or changed.
    Damaged,
    /// A later release wrote it, in this version.
    Newer(u32),
}

impl Assignment {
    /// The fragment, without `#`.
    pub fn fragment(&self) -> String {
        let mut out = format!("v={VERSION}");
        let mut add = |name: &str, value: &str| {
            out.push('&');
            out.push_str(name);
            out.push('=');
            encode(value, &mut out);
        };
        match &self.story {
            Place::Address(address) => add("s", address),
            Place::File(name) => add("f", name),
        }
        add("h", &self.digest);
        add("q", &self.quiz);
        add("d", &self.seed.to_string());
        for (name, number) in [("n", self.count), ("t", self.minutes.map(u32::from))] {
            if let Some(number) = number {
                add(name, &number.to_string());
            }
        }
        let marks = [
            ("m", "test", self.mode == Mode::Test),
            ("e", "each", self.forms == Forms::Each),
            ("e", "order", self.forms == Forms::Shuffled),
            ("w", "number", self.asks == Asks::Number),
            ("w", "nothing", self.asks == Asks::Nothing),
            ("c", "1", self.confidence),
            ("l", &self.language, self.language != "en"),
        ];
        marks.iter().filter(|(.., is_set)| *is_set).for_each(|(name, value, _)| add(name, value));
        let check = check(&out);
        format!("{out}&k={check}")
    }

    /// Reads a fragment, with or without `#`.
    ///
    /// # Errors
    /// Where it is none that can be read here.
    pub fn read(fragment: &str) -> Result<Self, NotRead> {
        let fragment = fragment.trim().trim_start_matches('#');
        let version = fragment.strip_prefix("v=").ok_or(NotRead::None)?;
        let version = version.split('&').next().unwrap_or_default();
        match version.parse() {
            Ok(VERSION) => {}
            Ok(newer) if newer > VERSION => return Err(NotRead::Newer(newer)),
            _ => return Err(NotRead::Damaged),
        }
        let (text, rest) = fragment.rsplit_once("&k=").ok_or(NotRead::Damaged)?;
        // A full stop or a bracket of the sentence around the link may have come with it.
        if rest.get(..CHECK_DIGITS).is_none_or(|found| found != check(text)) {
            return Err(NotRead::Damaged);
        }
        Self::of_values(text).ok_or(NotRead::Damaged)
    }

    fn of_values(text: &str) -> Option<Self> {
        let pairs: Vec<(&str, String)> = text
            .split('&')
            .map(|pair| pair.split_once('=').and_then(|(name, value)| Some((name, decode(value)?))))
            .collect::<Option<_>>()?;
        let get =
            |wanted: &str| pairs.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value.as_str());
        let story = match (get("s"), get("f")) {
            (Some(address), None) => Place::Address(address.to_owned()),
            (None, Some(name)) => Place::File(name.to_owned()),
            _ => return None,
        };
        let number = |name: &str| get(name).map(str::parse::<u32>).transpose().ok();
        let minutes = number("t")?.map(u16::try_from).transpose().ok()?;
        Some(Self {
            story,
            digest: get("h")?.to_owned(),
            quiz: get("q")?.to_owned(),
            seed: number("d")??,
            count: number("n")?,
            minutes: minutes.filter(|minutes| (1..=MOST_MINUTES).contains(minutes)),
            mode: if get("m") == Some("test") { Mode::Test } else { Mode::Practice },
            forms: match get("e") {
                Some("each") => Forms::Each,
                Some("order") => Forms::Shuffled,
                _ => Forms::Same,
            },
            asks: match get("w") {
                None => Asks::Name,
                Some("number") => Asks::Number,
                Some(_) => Asks::Nothing,
            },
            confidence: get("c") == Some("1"),
            language: get("l").unwrap_or("en").to_owned(),
        })
    }

    /// The seed of a pupil's questions. Who is not asked for anything has their own by chance.
    pub fn seed_of(&self, who: &Who, chance: u32) -> u32 {
        match self.forms {
            Forms::Same | Forms::Shuffled => self.seed,
            Forms::Each => self.own(who, chance),
        }
    }

    /// The number by which a pupil's questions are put in an order of their own, where they are
    /// ([`Written`](crate::shuffle::Written)).
    pub fn order_of(&self, who: &Who, chance: u32) -> Option<u32> {
        (self.forms == Forms::Shuffled).then(|| self.own(who, chance))
    }

    fn own(&self, who: &Who, chance: u32) -> u32 {
        match who {
            Who::Number(number) => form_seed(self.seed, *number),
            Who::Nobody => form_seed(self.seed, chance),
            Who::Name(name) => {
                let name = name.trim().to_lowercase();
                let hash = u64::from_str_radix(&digest(name.as_bytes()), 16).unwrap_or_default();
                form_seed(self.seed, (hash ^ (hash >> 32)) as u32)
            }
        }
    }
}

/// The seed of a form, by the class's and the number of the form: that of a pupil on the
/// teacher's list, or 1 for form A on paper.
pub fn form_seed(class: u32, number: u32) -> u32 {
    Dice::new(class, &format!("form {number}")).below(u32::MAX as usize) as u32
}

const CHECK_DIGITS: usize = 6;

fn check(text: &str) -> String {
    format!("{:06x}", CHECK.checksum(text.as_bytes()))
}

/// Percent-encodes all but what messengers leave alone in an address.
fn encode(text: &str, out: &mut String) {
    for byte in text.bytes() {
        match byte {
            b'-' | b'.' | b'_' | b'/' | b':' => out.push(char::from(byte)),
            _ if byte.is_ascii_alphanumeric() => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
}

fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        if *first != b'%' {
            bytes.push(*first);
            continue;
        }
        let (digits, after) = rest.split_at_checked(2)?;
        bytes.push(u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?);
        rest = after;
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::option;
    use proptest::prelude::*;

    fn example() -> Assignment {
        Assignment {
            story: Place::Address("questions/air-force-one.json".into()),
            digest: "0123456789abcdef".into(),
            quiz: "who-said-what".into(),
            count: Some(10),
            mode: Mode::Test,
            seed: 7,
            forms: Forms::Each,
            asks: Asks::Number,
            confidence: true,
            minutes: Some(20),
            language: "de".into(),
        }
    }

    #[test]
    fn a_fragment_can_be_read_by_people() {
        assert_eq!(
            example().fragment(),
            "v=1&s=questions/air-force-one.json&h=0123456789abcdef&q=who-said-what&d=7&n=10&t=20&m=test\
             &e=each&w=number&c=1&l=de&k=3fbcbb"
        );
    }

    #[test]
    fn what_is_no_assignment_is_told_apart() {
        let whole = example().fragment();
        assert_eq!(Assignment::read(&format!("#{whole}")), Ok(example()));
        assert_eq!(Assignment::read(&format!("{whole}.")), Ok(example()));
        assert_eq!(Assignment::read(&format!("{whole})\n")), Ok(example()));
        for (text, error) in [
            ("", NotRead::None),
            ("#", NotRead::None),
            ("quiz=sequence", NotRead::None),
            ("v=1", NotRead::Damaged),
            ("v=one&k=000000", NotRead::Damaged),
            ("v=0&k=000000", NotRead::Damaged),
            ("v=2&whatever", NotRead::Newer(2)),
            (&whole[..whole.len() - 1], NotRead::Damaged),
            (&whole.replace("d=7", "d=8"), NotRead::Damaged),
        ] {
            assert_eq!(Assignment::read(text), Err(error), "{text}");
        }
    }

    #[test]
    fn forms_are_drawn_by_the_class_and_the_pupil() {
        let each = example();
        let seed = |who: &Who| each.seed_of(who, 3);
        assert_eq!(seed(&Who::Number(3)), form_seed(7, 3));
        assert_eq!(seed(&Who::Nobody), form_seed(7, 3));
        assert_ne!(seed(&Who::Number(3)), seed(&Who::Number(4)));
        assert_ne!(form_seed(7, 3), form_seed(8, 3));
        assert_eq!(seed(&Who::Name("Ada ".into())), seed(&Who::Name("ada".into())));
        assert_ne!(seed(&Who::Name("Ada".into())), seed(&Who::Name("Eve".into())));
        let same = Assignment { forms: Forms::Same, ..each };
        assert_eq!((same.seed_of(&Who::Number(3), 9), same.order_of(&Who::Number(3), 9)), (7, None));
        let shuffled = Assignment { forms: Forms::Shuffled, ..same };
        let order = shuffled.order_of(&Who::Number(3), 9);
        assert_eq!((shuffled.seed_of(&Who::Number(3), 9), order), (7, Some(form_seed(7, 3))));
    }

    fn any_assignment() -> impl Strategy<Value = Assignment> {
        let place =
            prop_oneof![any::<String>().prop_map(Place::Address), any::<String>().prop_map(Place::File)];
        let forms = prop_oneof![Just(Forms::Same), Just(Forms::Shuffled), Just(Forms::Each)];
        let asks = prop_oneof![Just(Asks::Name), Just(Asks::Number), Just(Asks::Nothing)];
        let mode = prop_oneof![Just(Mode::Practice), Just(Mode::Test)];
        let drawn = (any::<String>(), option::of(any::<u32>()), any::<u32>(), forms, mode);
        let asked = (asks, any::<bool>(), option::of(1..=MOST_MINUTES), "[a-z]{2}", "[0-9a-f]{16}");
        (place, drawn, asked).prop_map(|(story, drawn, asked)| {
            let (quiz, count, seed, forms, mode) = drawn;
            let (asks, confidence, minutes, language, digest) = asked;
            Assignment { story, digest, quiz, count, mode, seed, forms, asks, confidence, minutes, language }
        })
    }

    proptest! {
        #[test]
        fn what_is_set_comes_back(assignment in any_assignment()) {
            prop_assert_eq!(Assignment::read(&assignment.fragment()), Ok(assignment));
        }

        #[test]
        fn a_changed_letter_is_noticed(at in 4..90_usize, letter in "[a-z0-9]") {
            let whole = example().fragment();
            let changed = format!("{}{letter}{}", &whole[..at], &whole[at + 1..]);
            prop_assert!(changed == whole || Assignment::read(&changed) == Err(NotRead::Damaged));
        }

        #[test]
        fn no_text_is_too_odd_to_be_read(text in "(v=1&)?[a-z=&%0-9]{0,40}(&k=[0-9a-f]{6})?") {
            let _ = Assignment::read(&text);
        }
    }
}
