//! What holds for every story, every quiz and everything a reader may do.
#![allow(clippy::unwrap_used, missing_docs)]

mod kept;
mod stories;

use std::rc::Rc;

use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use verbatim_core::check::{check, load};
use verbatim_core::draw::draw;
use verbatim_core::finding::Severity;
use verbatim_core::model::{Ask, EventIx, Kind, Story};
use verbatim_core::order::{Relation, pairs};
use verbatim_core::pose::{Origin, Posed, Response, Task};
use verbatim_core::score::points;
use verbatim_core::session::{Action, Mode, Session, Stage};

fn decompose(text: &str) -> String {
    text.to_lowercase()
}

fn checked(wire: verbatim_core::wire::Story) -> Rc<Story> {
    let checked = check(wire);
    // What authors' tools also look for: that all is used, and that there is enough to draw.
    let mut errors = checked.findings.iter().filter(|finding| finding.severity() == Severity::Error);
    assert!(errors.all(|finding| finding.problem.code() == "too-few-to-draw"), "{:#?}", checked.findings);
    Rc::new(checked.story.unwrap())
}

fn action() -> impl Strategy<Value = Action> {
    let small = 0..7_usize;
    prop_oneof![
        small.clone().prop_map(Action::Choose),
        (small.clone(), proptest::option::of(small.clone()))
            .prop_map(|(statement, person)| Action::Give { statement, person }),
        (small.clone(), small.clone()).prop_map(|(from, to)| Action::Shift { from, to }),
        prop_oneof![Just("surely"), Just("SURELY!"), Just("shurely"), Just(""), Just("\u{301}")]
            .prop_map(|text| Action::Write(text.to_owned())),
        Just(Action::Hint),
        Just(Action::Submit),
        Just(Action::Submit),
        Just(Action::Next),
        Just(Action::Skip),
        small.prop_map(Action::Open),
        Just(Action::Finish),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn no_sequence_of_actions_panics_or_scores_over_the_possible(
        story in stories::story(),
        seed in any::<u32>(),
        test in any::<bool>(),
        actions in proptest::collection::vec(action(), 0..120),
    ) {
        let story = checked(story);
        let quiz = story.quiz("all").unwrap();
        let mode = if test { Mode::Test } else { Mode::Practice };
        let mut session = Session::new(story.clone(), quiz, seed, mode, decompose);
        let possible = session.summary().points.possible;
        for action in actions {
            session = session.apply(action);
            let summary = session.summary();
            prop_assert!(summary.points.earned <= summary.points.possible);
            prop_assert_eq!(summary.points.possible, possible);
            for (at, outcome) in summary.questions.iter().enumerate() {
                prop_assert!(outcome.points.earned <= outcome.points.possible);
                let feedback = session.feedback(at).unwrap();
                prop_assert!(!feedback.evidence.is_empty() || feedback.points.possible == 0);
                for excerpt in &feedback.evidence {
                    let pieces: String = excerpt.pieces(&story).iter().map(|piece| piece.text).collect();
                    prop_assert_eq!(&pieces, &story[excerpt.passage].text);
                }
            }
            if let Some(again) = session.missed_again() {
                prop_assert!(again.questions().len() <= session.questions().len());
            }
        }
    }

    #[test]
    fn a_story_survives_its_way_through_the_model(story in stories::story()) {
        let first = checked(story).to_wire();
        let text = first.to_json();
        let read = load(text.as_bytes());
        let second = read.story.unwrap().to_wire();
        prop_assert_eq!(&second, &first);
        prop_assert_eq!(second.to_json(), text);
    }

    #[test]
    fn a_pair_the_wrong_way_round_costs_its_point_and_nothing_else_does(
        story in stories::story(),
        seed in any::<u32>(),
    ) {
        let story = checked(story);
        let events: Vec<EventIx> = story.event_indices().collect();
        let posed = Posed {
            origin: Origin::Drawn(std::rc::Rc::new(verbatim_core::model::Question {
                id: "sequence".into(), hint: None, note: None, ask: Ask::Sequence { events: events.clone() },
            })),
            task: Task::Arrange { events: events.clone() },
        };
        let mut order: Vec<usize> = (0..events.len()).collect();
        verbatim_core::dice::Dice::new(seed, "order").shuffle(&mut order);
        let score = |order: &[usize]| {
            points(&story, &posed, &Response::Arrange { order: order.to_vec(), moved: true }, false, decompose)
        };
        // The random stories' events are listed in their hidden order, which the facts never contradict.
        let listed: Vec<usize> = (0..events.len()).collect();
        prop_assert!(score(&listed).is_full());
        let mut wrong = 0;
        for (place, one) in order.iter().enumerate() {
            for other in &order[place + 1..] {
                wrong += u32::from(story.order.relation(events[*one], events[*other]) == Relation::After);
            }
        }
        let scored = score(&order);
        prop_assert_eq!(scored.possible - scored.earned, wrong);
    }

    #[test]
    fn the_order_is_the_transitive_closure_of_edges_and_dates(story in stories::story()) {
        let edges: Vec<(String, String)> =
            story.order.iter().map(|order| (order.before.clone(), order.after.clone())).collect();
        let years: Vec<Option<String>> = story.events.iter().map(|event| event.when.clone()).collect();
        let story = checked(story);
        let count = story.events.len();
        let mut before = vec![vec![false; count]; count];
        for one in 0..count {
            for other in 0..count {
                let stated = edges.contains(&(format!("e{one}"), format!("e{other}")));
                let dated = matches!((&years[one], &years[other]), (Some(one), Some(other)) if one < other);
                before[one][other] = stated || dated;
            }
        }
        for _ in 0..count {
            for one in 0..count {
                for other in 0..count {
                    before[one][other] |= (0..count).any(|between| before[one][between] && before[between][other]);
                }
            }
        }
        let events: Vec<EventIx> = story.event_indices().collect();
        for one in 0..count {
            for other in 0..count {
                let relation = story.order.relation(events[one], events[other]);
                prop_assert_eq!(relation == Relation::Before, before[one][other]);
                let reason = story.order.reason(events[one], events[other]);
                prop_assert_eq!(reason.is_empty(), !before[one][other]);
            }
        }
    }

    #[test]
    fn drawing_repeats_itself_and_keeps_its_promises(story in stories::story(), seed in any::<u32>()) {
        let story = checked(story);
        let quiz = story.quiz("all").unwrap();
        let drawn = draw(&story, quiz, seed);
        prop_assert_eq!(&drawn, &draw(&story, quiz, seed));
        let mut ids: Vec<&str> = drawn.iter().map(|posed| posed.question(&story).id.as_str()).collect();
        ids.sort_unstable();
        let unique = ids.windows(2).all(|pair| pair[0] != pair[1]);
        prop_assert!(unique, "{:?}", ids);
        for posed in &drawn {
            match &posed.task {
                Task::One { offers, right } => {
                    prop_assert!(*right < offers.len());
                    prop_assert!(offers.iter().enumerate().all(|(at, offer)| !offers[..at].contains(offer)));
                }
                Task::Several { right, .. } => prop_assert!(right.contains(&true) && right.contains(&false)),
                Task::Match { statements, people } => {
                    prop_assert!(statements.iter().all(|one| people.contains(&story[*one].speaker)));
                }
                Task::Arrange { events } => {
                    let order: Vec<usize> = (0..events.len()).collect();
                    prop_assert!(story.order.decided(events).len() * 2 > pairs(events.len()));
                    let shown = Response::Arrange { order, moved: true };
                    prop_assert!(!points(&story, posed, &shown, false, decompose).is_full());
                }
                Task::Type { .. } => {}
            }
        }
    }

    #[test]
    fn who_said_asks_no_statement_twice_while_others_wait(story in stories::story(), seed in any::<u32>()) {
        let mut story = story;
        story.quizzes[0].ask.clear();
        story.quizzes[0].draw.0 = vec![(Kind::WhoSaid, 3), (Kind::SaidWhat, 3), (Kind::Cloze, 2)];
        let story = checked(story);
        let drawn = draw(&story, story.quiz("all").unwrap(), seed);
        let mut asked = vec![0; story.statements.len()];
        for posed in &drawn {
            match &posed.question(&story).ask {
                Ask::WhoSaid { statement, .. } | Ask::SaidWhat { statement, .. } | Ask::Cloze { statement, .. } => {
                    asked[statement.index()] += 1;
                }
                _ => {}
            }
        }
        let least = asked.iter().min().unwrap();
        let most = asked.iter().max().unwrap();
        prop_assert!(most - least <= 1, "{:?}", asked);
    }

    #[test]
    fn no_text_makes_the_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let checked = load(&bytes);
        prop_assert!(checked.story.is_none());
        prop_assert!(!checked.findings.is_empty());
    }

    #[test]
    fn a_damaged_story_never_panics(story in stories::story(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        // What ends the file is no part of the story.
        let mut bytes = story.to_json().trim_end().as_bytes().to_vec();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let checked = load(&bytes);
        if let Some(story) = checked.story {
            let story = Rc::new(story);
            for quiz in &story.quizzes {
                let session = Session::new(story.clone(), story.quiz(&quiz.id).unwrap(), 1, Mode::Practice, decompose);
                prop_assert!(session.stage() == Stage::Finished || session.feedback(0).is_some());
            }
        }
        let cut = load(&bytes[..at]);
        prop_assert!(cut.story.is_none());
    }
}

#[test]
fn right_answers_stand_in_every_place_alike() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut story = stories::story().new_tree(&mut runner).unwrap().current();
    story.quizzes[0].ask.clear();
    story.quizzes[0].draw.0 = vec![(Kind::WhoSaid, 4), (Kind::SaidWhat, 4)];
    let story = checked(story);
    let quiz = story.quiz("all").unwrap();
    let mut counts = std::collections::BTreeMap::<(usize, usize), usize>::new();
    for seed in 0..200 {
        for posed in draw(&story, quiz, seed) {
            if let Task::One { offers, right } = posed.task {
                *counts.entry((offers.len(), right)).or_default() += 1;
            }
        }
    }
    let sizes: std::collections::BTreeSet<usize> = counts.keys().map(|(size, _)| *size).collect();
    for size in sizes {
        let places: Vec<usize> =
            (0..size).map(|at| counts.get(&(size, at)).copied().unwrap_or_default()).collect();
        let (least, most) = (places.iter().min().unwrap(), places.iter().max().unwrap());
        assert!(most * 3 <= least * 4, "{size} answers: {places:?}");
    }
}
