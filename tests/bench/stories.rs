//! Stories of any size, made up: each question a choice among four, with a
//! passage and words of evidence of its own. The same size gives the same bytes.

use serde::Serialize;

/// A quiz that asks every question.
pub const ALL: &str = "all";
/// A quiz that draws ten questions.
pub const TEN: &str = "ten";

/// How many passages one source holds.
const PASSAGES_OF_A_SOURCE: usize = 100;

/// The text of a story file with so many questions, without white space between its tokens.
///
/// # Errors
/// None are expected: it writes to memory.
pub fn story(questions: usize) -> serde_json::Result<Vec<u8>> {
    let made: Vec<Made> = (0..questions).map(Made::new).collect();
    let sources = made.chunks(PASSAGES_OF_A_SOURCE).enumerate().map(|(at, of_source)| Source {
        id: format!("ledger-{at}"),
        publisher: "The Harbour Ledger",
        title: format!("Ledger of the harbours, volume {}", at + 1),
        published: format!("{}", 1700 + at),
        passages: of_source.iter().map(Made::passage).collect(),
    });
    let story = Story {
        format: 1,
        id: "harbours",
        language: "en",
        title: "The ledger of the harbours",
        sources: sources.collect(),
        questions: made.iter().map(Made::question).collect(),
        quizzes: vec![
            Quiz {
                id: ALL,
                title: "Every question",
                ask: made.iter().map(Made::question_id).collect(),
                draw: None,
            },
            Quiz { id: TEN, title: "Ten questions", ask: Vec::new(), draw: Some(Draw { choice: 10 }) },
        ],
    };
    serde_json::to_vec(&story)
}

/// What one question is about.
struct Made {
    at: usize,
    harbour: String,
    keeper: String,
    cargo: &'static str,
    count: usize,
}

const BEGINNINGS: [&str; 10] = ["Al", "Bren", "Cor", "Dun", "Esk", "Fal", "Gar", "Hol", "Inver", "Kel"];
const MIDDLES: [&str; 10] = ["a", "der", "en", "i", "mar", "o", "ster", "ting", "u", "wen"];
const ENDS: [&str; 10] = ["by", "don", "fleet", "ham", "haven", "mouth", "ness", "stow", "wick", "worth"];
const GIVEN: [&str; 7] = ["Ada", "Bruno", "Clara", "Edwin", "Frieda", "Hugo", "Zoë"];
const FAMILY: [&str; 11] =
    ["Amsel", "Brandt", "Cole", "Dorn", "Ekman", "Frost", "Grau", "Hale", "Ivens", "Jørgensen", "Weir"];
const CARGOES: [&str; 8] = [
    "barrels of herring",
    "bales of wool",
    "sacks of barley",
    "casks of cider",
    "crates of lemons",
    "coils of rope",
    "stacks of slate",
    "tons of coal",
];

impl Made {
    fn new(at: usize) -> Self {
        let pick = |words: &[&'static str], step: usize| words[(at / step) % words.len()];
        Self {
            at,
            harbour: [pick(&BEGINNINGS, 1), pick(&MIDDLES, 10), pick(&ENDS, 100)].concat(),
            keeper: format!("{} {}", pick(&GIVEN, 1), pick(&FAMILY, 3)),
            cargo: pick(&CARGOES, 1),
            // A step that shares no factor with the modulus, so that neighbours differ.
            count: 1_000 + (at * 7_919) % 8_000,
        }
    }

    fn passage_id(&self) -> String {
        format!("p{}", self.at)
    }

    fn question_id(&self) -> String {
        format!("q{}", self.at)
    }

    fn passage(&self) -> Passage {
        let Self { at, harbour, keeper, cargo, count } = self;
        let text = format!(
            "The winter came early to {harbour} that year. {keeper} counted {count} {cargo} on the quay \
             before the ice closed in, and \"not one of them was wet\", as entry {at} has it."
        );
        Passage { id: self.passage_id(), text }
    }

    fn question(&self) -> Question {
        let Self { at, harbour, keeper, cargo, count } = self;
        let options = [0, 1, 2, 3].map(|step| Choice {
            text: format!("{} {cargo}", count + step * 37),
            right: (step == 0).then_some(true),
        });
        Question {
            kind: "choice",
            id: self.question_id(),
            prompt: format!("Entry {at}: what did {keeper} count at {harbour} before the ice?"),
            options,
            evidence: [Selector { passage: self.passage_id(), exact: format!("counted {count} {cargo}") }],
        }
    }
}

#[derive(Serialize)]
struct Story {
    format: u32,
    id: &'static str,
    language: &'static str,
    title: &'static str,
    sources: Vec<Source>,
    questions: Vec<Question>,
    quizzes: Vec<Quiz>,
}

#[derive(Serialize)]
struct Source {
    id: String,
    publisher: &'static str,
    title: String,
    published: String,
    passages: Vec<Passage>,
}

#[derive(Serialize)]
struct Passage {
    id: String,
    text: String,
}

#[derive(Serialize)]
struct Question {
    kind: &'static str,
    id: String,
    prompt: String,
    options: [Choice; 4],
    evidence: [Selector; 1],
}

#[derive(Serialize)]
struct Choice {
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    right: Option<bool>,
}

#[derive(Serialize)]
struct Selector {
    passage: String,
    exact: String,
}

#[derive(Serialize)]
struct Quiz {
    id: &'static str,
    title: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    ask: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    draw: Option<Draw>,
}

#[derive(Serialize)]
struct Draw {
    choice: u32,
}
