//! Random stories that hold together: a passage for each statement and each
//! event, and an order that follows some hidden one.

use proptest::prelude::*;
use proptest::sample::subsequence;
use verbatim_core::wire::{
    BeforeAfterQuestion, ChoiceOption, ChoiceQuestion, ClozeQuestion, Draw, Event, Form, Kind, MatchQuestion,
    Order, Passage, Person, ProofQuestion, Question, Quiz, SaidWhatQuestion, Selector, SequenceQuestion,
    Source, Statement, Story, Verdict, VerdictQuestion, WhoSaidQuestion,
};

/// What a random story is made from.
#[derive(Clone, Debug)]
pub struct Seeds {
    speakers: Vec<usize>,
    people: usize,
    dated: Vec<bool>,
    edges: Vec<(usize, usize)>,
    draws: Vec<u32>,
}

/// Random stories.
pub fn story() -> impl Strategy<Value = Story> {
    (3..6_usize, 4..12_usize, 3..9_usize)
        .prop_flat_map(|(people, statements, events)| {
            let pairs: Vec<(usize, usize)> =
                (0..events).flat_map(|one| (one + 1..events).map(move |other| (one, other))).collect();
            let most = pairs.len();
            (
                proptest::collection::vec(0..people, statements),
                Just(people),
                proptest::collection::vec(any::<bool>(), events),
                subsequence(pairs, 0..=most),
                proptest::collection::vec(0..4_u32, Kind::ALL.len()),
            )
        })
        .prop_map(|(speakers, people, dated, edges, draws)| {
            build(&Seeds { speakers, people, dated, edges, draws })
        })
}

fn build(seeds: &Seeds) -> Story {
    let events = seeds.dated.len();
    let statement = |index: usize| {
        let words = format!("word{index} of statement{index} is surely spoken{index}");
        let text =
            format!("Before it. \u{201c}{words},\u{201d} said speaker. They met. \u{201c}Yes.\u{201d}");
        (Passage { id: format!("said-{index}"), text }, words)
    };
    let passages = (0..seeds.speakers.len()).map(|index| statement(index).0);
    let happened = (0..events).map(|index| Passage {
        id: format!("happened-{index}"),
        text: format!("It was told. Then thing{index} happened. It ended. It ended."),
    });
    Story {
        schema: None,
        format: 1,
        id: "random".into(),
        language: "en".into(),
        title: "Random".into(),
        summary: None,
        sources: vec![Source {
            id: "paper".into(),
            publisher: "Paper".into(),
            title: "Things".into(),
            published: Some("2021".into()),
            url: Some("https://example.org/a".into()),
            passages: passages.chain(happened).collect(),
        }],
        people: (0..seeds.people).map(person).collect(),
        statements: (0..seeds.speakers.len())
            .map(|index| Statement {
                id: format!("s{index}"),
                speaker: format!("p{}", seeds.speakers[index]),
                to: None,
                reported_by: if index % 3 == 0 { vec![format!("p{}", index % seeds.people)] } else { vec![] },
                form: if index % 2 == 0 { Form::Direct } else { Form::Reported },
                quote: select(&format!("said-{index}"), &statement(index).1),
                attribution: select(&format!("said-{index}"), "said speaker"),
                context: None,
                hint: Some("It was spoken aloud.".into()),
                gaps: vec!["surely".into()],
            })
            .collect(),
        events: (0..events)
            .map(|index| Event {
                id: format!("e{index}"),
                summary: format!("Thing {index} happened"),
                when: seeds.dated[index].then(|| (2000 + index / 2).to_string()),
                evidence: vec![select(&format!("happened-{index}"), &format!("thing{index} happened"))],
            })
            .collect(),
        order: seeds.edges.iter().map(|(before, after)| edge(*before, *after)).collect(),
        questions: questions(seeds),
        quizzes: vec![Quiz {
            id: "all".into(),
            title: "All".into(),
            summary: None,
            ask: vec!["choice".into(), "verdict".into()],
            draw: Draw(Kind::ALL.iter().copied().zip(seeds.draws.iter().copied()).collect()),
        }],
    }
}

fn person(index: usize) -> Person {
    Person {
        id: format!("p{index}"),
        name: format!("Person N{index}"),
        role: None,
        aliases: vec![],
        unnamed: false,
    }
}

fn edge(before: usize, after: usize) -> Order {
    let mut evidence = select(&format!("happened-{after}"), "It ended.");
    evidence.prefix = Some("happened. ".into());
    Order { before: format!("e{before}"), after: format!("e{after}"), evidence: vec![evidence] }
}

fn select(passage: &str, exact: &str) -> Selector {
    Selector { passage: passage.into(), exact: exact.into(), prefix: None, suffix: None }
}

/// A question of each kind by hand, where the random facts allow it.
fn questions(seeds: &Seeds) -> Vec<Question> {
    let (id, hint, note) = (String::from, None, None);
    let evidence = select("said-0", "They met.");
    let option = |text: &str, right| ChoiceOption { text: text.into(), right, evidence: vec![] };
    let options =
        vec![option("One", true), option("Two", false), option("Three", true), option("Four", false)];
    let several = ChoiceQuestion {
        id: id("choice"),
        hint: hint.clone(),
        note: note.clone(),
        prompt: "Which?".into(),
        several: true,
        options,
        evidence: vec![evidence.clone()],
    };
    let verdict = VerdictQuestion {
        id: id("verdict"),
        hint: Some("Look closely.".into()),
        note: Some("So it was.".into()),
        claim: "They met".into(),
        source: "paper".into(),
        verdict: Verdict::True,
        evidence: vec![evidence.clone()],
    };
    let cloze = ClozeQuestion {
        id: id("cloze"),
        hint: hint.clone(),
        note: note.clone(),
        statement: "s1".into(),
        gap: "spoken1".into(),
        accept: vec!["said".into()],
    };
    let proof = ProofQuestion {
        id: id("proof"),
        hint: hint.clone(),
        note: note.clone(),
        claim: "They met".into(),
        evidence,
    };
    let before_after = BeforeAfterQuestion {
        id: id("before-after"),
        hint: hint.clone(),
        note: note.clone(),
        events: vec!["e0".into(), "e1".into()],
        first: None,
    };
    let mut questions = vec![
        Question::Choice(several),
        Question::Verdict(verdict),
        Question::Cloze(cloze),
        Question::Proof(proof),
        Question::BeforeAfter(before_after),
    ];
    if seeds.speakers.iter().any(|speaker| *speaker != seeds.speakers[0]) {
        let (statement, options) = (String::from("s0"), vec![]);
        let said_what = SaidWhatQuestion {
            id: id("said-what"),
            hint: None,
            note: None,
            statement: statement.clone(),
            options,
        };
        questions.push(Question::SaidWhat(said_what));
        let who = WhoSaidQuestion { id: id("who-said"), hint: None, note: None, statement, options: vec![] };
        questions.push(Question::WhoSaid(who));
    }
    if seeds.speakers[0] != seeds.speakers[1] {
        let statements = vec!["s0".into(), "s1".into()];
        questions.push(Question::Match(MatchQuestion {
            id: id("match"),
            hint: None,
            note: None,
            statements,
        }));
    }
    let chain = [(0, 1), (1, 2)];
    if chain.iter().all(|pair| seeds.edges.contains(pair)) {
        let events = vec!["e0".into(), "e1".into(), "e2".into()];
        questions.push(Question::Sequence(SequenceQuestion {
            id: id("sequence"),
            hint: None,
            note: None,
            events,
        }));
    }
    questions
}
