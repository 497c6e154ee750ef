//! Sittings to save: details as the widget tells them.

use verbatim_keep::{
    Answer, Begin, Card, Confidence, DAY, Detail, Fact, Logged, Mode, Moment, Points, State, Store, Table,
    Volatile, read,
};

/// Noon of a day.
pub const NOON: u64 = 20_000 * DAY + DAY / 2;

/// So many seconds after noon; every moment has another chance.
pub fn at(seconds: u64) -> Moment {
    Moment {
        milliseconds: NOON + seconds * 1_000,
        zone: 0,
        chance: seconds.wrapping_mul(0x9e37_79b9_7f4a_7c15),
    }
}

/// The first detail of a sitting: nothing is done yet.
pub fn begin(sitting: &str, story: &str, mode: Mode) -> Detail {
    let begin = Begin {
        hash: "abc".into(),
        quiz: "who-said-what".into(),
        seed: 7,
        mode,
        address: format!("https://example.org/{story}.json"),
        title: format!("The story of {story}"),
        questions: "who-said:a 1f\nwho-said:b 2e b c\ncloze:c 3d".into(),
    };
    Detail {
        sitting: sitting.into(),
        story: story.into(),
        at: -1,
        turn: String::new(),
        place: "a0".into(),
        state: State::Open,
        begin: Some(begin),
        answer: None,
    }
}

/// The place changed.
pub fn moved(sitting: &str, story: &str, place: &str, state: State) -> Detail {
    Detail { place: place.into(), state, begin: None, ..begin(sitting, story, Mode::Practice) }
}

/// A question answered, which is about one fact.
pub fn answered(sitting: &str, story: &str, at: i32, fact: &str, right: bool) -> Detail {
    let told = Fact { fact: fact.into(), label: format!("“{fact}”"), right };
    let answer = Answer {
        question: format!("who-said:{fact}"),
        kind: "who-said".into(),
        response: vec!["somebody".into()],
        points: Points { earned: u32::from(right), possible: 1 },
        milliseconds: 20_000.0,
        hinted: false,
        retry: false,
        confidence: Confidence::NotAsked,
        facts: vec![told],
    };
    let turn = format!("a- {}", if right { "right" } else { "wrong" });
    Detail { at, turn, answer: Some(answer), ..moved(sitting, story, &format!("r{at}"), State::Open) }
}

/// The card of a fact.
pub fn card(store: &Volatile, story: &str, fact: &str) -> Option<Card> {
    let texts = pollster::block_on(store.read(Table::Cards, &[format!("{story}\u{1f}{fact}")])).unwrap();
    texts.into_iter().flatten().next().map(|text| read(&text).unwrap())
}

/// The log.
pub fn logged(store: &Volatile) -> Vec<Logged> {
    texts(store, Table::Answers).iter().map(|(_, text)| read(text).unwrap()).collect()
}

/// The keys and texts of a table.
pub fn texts(store: &Volatile, table: Table) -> Vec<(String, String)> {
    let of = |((one, key), text): ((Table, String), String)| (one == table).then_some((key, text));
    store.records().into_iter().filter_map(of).collect()
}

/// Fails where what is due is not what the cards say.
pub fn is_sound(store: &Volatile) {
    let mut due: Vec<String> = Vec::new();
    for (key, text) in texts(store, Table::Cards) {
        let card: Card = read(&text).unwrap();
        due.push(format!("{:016}\u{1f}{key}", card.memory.due));
    }
    due.sort();
    let found: Vec<String> = texts(store, Table::Due).into_iter().map(|(key, _)| key).collect();
    assert_eq!(found, due);
}
