//! What holds for every sitting that is saved and taken up again.

use std::rc::Rc;

use proptest::prelude::*;
use verbatim_core::check::load;
use verbatim_core::model::{Kind, Story};
use verbatim_core::pose::Task;
use verbatim_core::session::{Action, Mode, Session, Sitting, Stage, Standing, TakenUp};

use super::{action, checked, decompose, stories};

/// The text that a store would hand back after every turn was saved.
fn saved(session: &Session, quiz: &str) -> String {
    let mode = if session.mode() == Mode::Test { "test" } else { "practice" };
    let seed = session.seed().to_string();
    let head = ["one", quiz, &seed, mode, "open", "0", &session.place(), &session.saved_questions()];
    let mut text = head.join("\u{1f}");
    for at in 0..session.questions().len() {
        text.push_str(&format!("\u{1e}{at}\u{1f}{}", session.saved_turn(at)));
    }
    text
}

fn taken_up(session: &Session, story: &Rc<Story>) -> Option<TakenUp> {
    Sitting::parse(&saved(session, "all")).unwrap().take_up(story, decompose)
}

/// Everything that was sent; what was only begun is not saved.
fn standings(session: &Session) -> Vec<(Standing, bool, Option<verbatim_core::session::Outcome>)> {
    let one = |at| {
        let answered = session.standing(at) == Standing::Answered;
        (session.standing(at), session.is_hinted(at), answered.then(|| session.outcome(at)))
    };
    (0..session.questions().len()).map(one).collect()
}

/// What is asked, by id, with all that is shown in its place.
fn shown(session: &Session) -> Vec<(&str, &Task)> {
    session
        .questions()
        .iter()
        .map(|posed| (posed.question(session.story()).id.as_str(), &posed.task))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn a_sitting_goes_on_where_it_was(
        story in stories::story(),
        seed in any::<u32>(),
        test in any::<bool>(),
        actions in proptest::collection::vec(action(), 0..80),
    ) {
        let story = checked(story);
        let quiz = story.quiz("all").unwrap();
        let mode = if test { Mode::Test } else { Mode::Practice };
        let mut session = Session::new(story.clone(), quiz, seed, mode, decompose);
        for action in actions {
            session = session.apply(action);
            if session.stage() == Stage::Finished {
                break;
            }
            let again = taken_up(&session, &story).unwrap();
            prop_assert_eq!((again.gone, again.changed), (0, 0));
            prop_assert_eq!(shown(&again.session), shown(&session));
            prop_assert_eq!(standings(&again.session), standings(&session));
            prop_assert_eq!(again.session.stage(), session.stage());
            let mut by_place = Session::new(story.clone(), quiz, seed, mode, decompose);
            for at in 0..session.questions().len() {
                prop_assert!(by_place.take_turn(at, &session.turn(at)));
            }
            by_place.take_place(&session.place());
            prop_assert_eq!(standings(&by_place), standings(&session));
            prop_assert_eq!(by_place.stage(), session.stage());
        }
    }

    #[test]
    fn facts_are_right_as_the_points_are(
        story in stories::story(),
        seed in any::<u32>(),
        actions in proptest::collection::vec(action(), 0..60),
    ) {
        let story = checked(story);
        let mut session = Session::new(story.clone(), story.quiz("all").unwrap(), seed, Mode::Practice, decompose);
        for action in actions {
            session = session.apply(action);
        }
        for at in 0..session.questions().len() {
            let facts = session.facts(at);
            match session.outcome(at).rightness {
                None => prop_assert!(facts.is_empty()),
                Some(rightness) => {
                    let all = facts.iter().all(|fact| fact.right);
                    prop_assert_eq!(all, rightness == verbatim_core::feedback::Rightness::Right);
                    prop_assert!(facts.iter().all(|fact| !fact.label.is_empty()));
                }
            }
        }
    }

    #[test]
    fn no_text_panics(text in "[ -~\u{1e}\u{1f}\n]{0,200}", story in stories::story()) {
        let story = checked(story);
        if let Some(sitting) = Sitting::parse(&text) {
            let _ = sitting.take_up(&story, decompose);
        }
        let head = format!("one\u{1f}all\u{1f}7\u{1f}test\u{1f}open\u{1f}\u{1f}a0\u{1f}{text}");
        let sitting = Sitting::parse(&head).unwrap();
        prop_assert!(sitting.progress().1 <= text.len());
        let _ = sitting.take_up(&story, decompose);
    }
}

/// Answers every question of a quiz of the real story with the first thing at hand.
fn played(story: &Rc<Story>, quiz: &str) -> Session {
    let quiz = story.quiz(quiz).unwrap();
    let new = |seed| Session::new(story.clone(), quiz, seed, Mode::Practice, decompose);
    let has = |session: &Session, wanted| session.questions().iter().any(|posed| posed.kind(story) == wanted);
    let both = |session: &Session| has(session, Kind::Choice) && has(session, Kind::Verdict);
    let mut session = (0..100).map(new).find(both).unwrap();
    while let Stage::Asking { at } = session.stage() {
        for slot in 0..5 {
            let give = Action::Give { statement: slot, person: Some(slot) };
            session = session.apply(give);
        }
        session = session.apply(Action::Choose(0)).apply(Action::Shift { from: 0, to: 1 });
        session = session.apply(Action::Write("surely".into())).apply(Action::Submit);
        assert_eq!(session.standing(at), Standing::Answered);
        if at + 1 < session.questions().len() {
            session = session.apply(Action::Next);
        }
    }
    session
}

fn real() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../questions/air-force-one.json");
    std::fs::read_to_string(path).unwrap()
}

fn story(text: &str) -> Rc<Story> {
    let checked = load(text.as_bytes());
    Rc::new(checked.story.unwrap_or_else(|| panic!("{:#?}", checked.findings)))
}

#[test]
fn an_edited_story_keeps_what_is_unaffected() {
    let text = real();
    let before = story(&text);
    let session = played(&before, "whole-story");
    let count = session.questions().len();
    let changed = |edit: &dyn Fn(&mut serde_json::Value)| {
        let mut value: serde_json::Value = serde_json::from_str(&text).unwrap();
        edit(&mut value);
        story(&value.to_string())
    };
    // A statement more, by somebody who says nothing else: nothing is affected.
    let more = changed(&|value| {
        let statements = value["statements"].as_array_mut().unwrap();
        let mut one = statements[0].clone();
        one["id"] = "one-more".into();
        statements.insert(0, one);
    });
    let taken = taken_up(&session, &more).unwrap();
    assert_eq!((taken.gone, taken.changed, taken.session.questions().len()), (0, 0, count));
    assert_eq!(standings(&taken.session), standings(&session));

    // A question by hand that is asked in other words is asked again; one taken out is gone.
    let by_hand = |wanted| {
        let found = session.questions().iter().find(|posed| posed.kind(&before) == wanted);
        found.unwrap().question(&before).id.clone()
    };
    let (reworded, removed) = (by_hand(Kind::Choice), by_hand(Kind::Verdict));
    let edited = changed(&|value| {
        let questions = value["questions"].as_array_mut().unwrap();
        questions.retain(|question| question["id"] != removed.as_str());
        for question in questions {
            if question["id"] == reworded.as_str() {
                question["prompt"] = "Asked in quite other words?".into();
            }
        }
        for quiz in value["quizzes"].as_array_mut().unwrap() {
            if let Some(ask) = quiz.get_mut("ask").and_then(|ask| ask.as_array_mut()) {
                ask.retain(|id| *id != removed.as_str());
            }
        }
    });
    let taken = taken_up(&session, &edited).unwrap();
    assert_eq!((taken.gone, taken.changed), (1, 1));
    let open: Vec<usize> =
        (0..count - 1).filter(|at| taken.session.standing(*at) == Standing::Unseen).collect();
    assert_eq!(open.len(), 1);
    assert_eq!(taken.session.questions()[open[0]].question(&edited).id, reworded);
    let kept = taken.session.summary().points;
    assert!(kept.earned <= session.summary().points.earned);
}

#[test]
fn facts_are_reviewed_by_another_kind_of_question() {
    let story = story(&real());
    let statement = story.statements[0].id.clone();
    let event = story.events[0].id.clone();
    let written = story.questions[0].id.clone();
    let questions = format!(
        "nothing:here|cloze:{statement}|who-said:{statement}\nbefore-after:{event}\n{written}\nsaid-what:gone"
    );
    let text = ["one", "", "3", "practice", "open", "", "a0", &questions].join("\u{1f}");
    let taken = Sitting::parse(&text).unwrap().take_up(&story, decompose).unwrap();
    assert_eq!((taken.gone, taken.changed), (1, 0));
    let kinds: Vec<&str> = taken.session.questions().iter().map(|posed| posed.kind(&story).name()).collect();
    assert!(["cloze", "who-said"].contains(&kinds[0]), "{kinds:?}");
    assert_eq!(kinds[1], "before-after");
    assert_eq!(taken.session.questions()[2].question(&story).id, written);
}
