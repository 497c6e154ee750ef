//! How sure a reader was: kept with the answer, part of its grade, and set against what came of it.

use pollster::block_on;
use verbatim_core::check::load;
use verbatim_core::session::{Action, Session};
use verbatim_keep::{
    Calibration, Confidence, Desk, Detail, Mode, Rating, Volatile, calibration, calibration_of, grade, marks,
    save,
};

use crate::desk::{decompose, real};
use crate::story::{answered, at, begin};

fn sure(detail: Detail, confidence: Confidence) -> Detail {
    let answer = detail.answer.map(|answer| verbatim_keep::Answer { confidence, ..answer });
    Detail { answer, ..detail }
}

fn of(answers: usize, right: usize) -> Calibration {
    Calibration { answers, right }
}

#[test]
fn each_level_counts_the_answers_that_stand() {
    use Confidence::{High, Low, Middle, NotAsked};
    let store = Volatile::default();
    let told = [
        ("one", 0, true, High),
        ("one", 1, false, High),
        ("one", 2, true, Middle),
        ("one", 3, false, Low),
        ("one", 4, true, NotAsked),
        // In practice the first answer stands.
        ("one", 1, true, High),
        ("two", 0, true, Low),
        // In a test the last.
        ("two", 0, false, Middle),
        ("two", 1, true, High),
        ("two", 1, false, NotAsked),
    ];
    for (sitting, mode) in [("one", Mode::Practice), ("two", Mode::Test)] {
        block_on(save(&store, &begin(sitting, "afo", mode), at(0))).unwrap();
    }
    for (second, (sitting, question, right, confidence)) in (1..).zip(told) {
        let detail = answered(sitting, "afo", question, &format!("statement:{question}"), right);
        block_on(save(&store, &sure(detail, confidence), at(second))).unwrap();
    }
    assert_eq!(block_on(calibration_of(&store, "afo", "one")), Ok([of(1, 0), of(1, 1), of(2, 1)]));
    assert_eq!(block_on(calibration_of(&store, "afo", "two")), Ok([of(0, 0), of(1, 0), of(0, 0)]));
    assert_eq!(block_on(calibration(&store)), Ok([of(1, 0), of(2, 1), of(2, 1)]));
    assert_eq!(block_on(calibration_of(&store, "afo", "three")), Ok([of(0, 0); 3]));
}

#[test]
fn marks_are_those_of_certainty_based_marking() {
    assert_eq!(marks(&[of(0, 0); 3]), (0, 0));
    assert_eq!(marks(&[of(2, 2), of(3, 3), of(4, 4)]), (2 + 6 + 12, 27));
    assert_eq!(marks(&[of(2, 0), of(3, 0), of(4, 0)]), (-6 - 24, 27));
    assert_eq!(marks(&[of(1, 0), of(1, 1), of(2, 1)]), (2 + 3 - 6, 12));
}

#[test]
fn what_a_widget_tells_is_asked_about_once_and_graded_by_it() {
    let file = real();
    let story = std::rc::Rc::new(load(&file).story.unwrap());
    let mut desk = Desk::open(&file, "").unwrap();
    let quiz = story.quiz("two-reports").unwrap();
    let mut session =
        Session::new(story, quiz, 7, verbatim_core::session::Mode::Practice, decompose).at_most(3);
    let count = session.questions().len().to_string();
    let told = |session: &Session, at: &str, turn: &str| {
        let head = ["one", "open", &session.place(), at, turn, "1000"].join("\u{1f}");
        [&head, "two-reports", "7", &count, "practice", ""].join("\u{1f}")
    };
    let hinted = told(&session, "0", "uh");
    assert!(!desk.is_answer(&hinted));
    desk.told(&hinted, Confidence::NotAsked, decompose).unwrap();
    session = session.apply(Action::Choose(0)).apply(Action::Submit);
    let answer = told(&session, "0", &session.turn(0));
    assert!(desk.is_answer(&answer));
    let detail = desk.told(&answer, Confidence::High, decompose).unwrap();
    let answer = detail.answer.unwrap();
    assert_eq!(answer.confidence, Confidence::High);
    let is_right = answer.points.earned == answer.points.possible;
    let rating = if is_right { Rating::Easy } else { Rating::Again };
    assert!(answer.facts.iter().all(|fact| grade(&answer, fact) == rating));
    // Told again, as where it could not be saved at first, it is no other answer.
    let again = ["one", "open", &session.place(), "0", &session.turn(0), "1000"].join("\u{1f}");
    assert!(!desk.is_answer(&again));
    for other in
        ["", "one", "one\u{1f}left\u{1f}r0\u{1f}\u{1f}\u{1f}", "one\u{1f}open\u{1f}a1\u{1f}1\u{1f}s-\u{1f}9"]
    {
        assert!(!desk.is_answer(other), "{other:?}");
    }
}
