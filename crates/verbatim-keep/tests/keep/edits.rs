//! A story that is edited while a quiz of it is half played: a question added, a fact changed. What
//! is removed and reworded stands in `desk`.

use verbatim_core::session::{Mode, Standing};
use verbatim_keep::{Table, Volatile};

use crate::desk::{Widget, answered, edited, kept, real, steps};
use crate::story::is_sound;

fn played(quiz: &str, store: &Volatile) -> Widget {
    let mut widget = Widget::fresh(&real(), quiz, 11, Mode::Practice);
    for second in 0..12 {
        for action in steps(&widget.session) {
            widget.act(store, action, second * 60);
        }
    }
    widget
}

fn count(store: &Volatile, table: Table) -> usize {
    store.records().iter().filter(|((one, _), _)| *one == table).count()
}

#[test]
fn a_question_that_is_added_takes_nothing_away() {
    let store = Volatile::default();
    let widget = played("two-reports", &store);
    let (total, logged) = (answered(&widget.session), count(&store, Table::Answers));
    assert!(total > 3);
    let after = edited(&real(), |story| {
        let questions = story["questions"].as_array_mut().unwrap();
        let mut added = questions[0].clone();
        added["id"] = "added".into();
        added["prompt"] = "Whom does the BBC name for the offer of a lift?".into();
        questions.insert(0, added);
        for quiz in story["quizzes"].as_array_mut().unwrap() {
            if quiz["id"] == "two-reports" {
                quiz["ask"].as_array_mut().unwrap().insert(0, "added".into());
            }
        }
    });
    let (again, changed, gone) = Widget::opened(&store, &after, &kept(&store, "air-force-one"));
    let again = again.unwrap();
    assert_eq!((changed, gone), (0, 0));
    assert_eq!(answered(&again.session), total);
    let points = |widget: &Widget| widget.session.summary().points;
    assert_eq!(points(&again), points(&widget));
    assert_eq!(count(&store, Table::Answers), logged);
    is_sound(&store);
    // Whoever begins anew is asked it.
    let fresh = Widget::fresh(&after, "two-reports", 11, Mode::Practice);
    let asked = |widget: &Widget, id: &str| {
        let session = &widget.session;
        session.questions().iter().any(|posed| posed.question(session.story()).id == id)
    };
    assert!(asked(&fresh, "added") && !asked(&again, "added"));
}

#[test]
fn a_fact_that_changed_is_asked_again_and_no_score_is_wrong() {
    let store = Volatile::default();
    let widget = played("who-said-what", &store);
    let total = answered(&widget.session);
    // Whose words they were is another person from now on: all answers about them are void.
    let whom = ["pottinger", "mcmaster"];
    let after = edited(&real(), |story| {
        for statement in story["statements"].as_array_mut().unwrap() {
            if statement["speaker"] == whom[0] {
                statement["speaker"] = whom[1].into();
            }
        }
    });
    let (again, changed, gone) = Widget::opened(&store, &after, &kept(&store, "air-force-one"));
    let again = again.unwrap();
    assert!(changed > 0 && gone == 0, "{changed} changed, {gone} are gone");
    assert_eq!(answered(&again.session), total - changed);
    // What stays is worth what it was.
    let before = |id: &str| {
        let session = &widget.session;
        let at = session.questions().iter().position(|posed| posed.question(session.story()).id == id);
        session.outcome(at.unwrap())
    };
    let session = &again.session;
    for (at, posed) in session.questions().iter().enumerate() {
        if session.standing(at) == Standing::Answered {
            let id = &posed.question(session.story()).id;
            if let Some(own) = id.strip_prefix("who-said:").map(|_| id) {
                assert_eq!(session.outcome(at), before(own));
            }
        }
    }
    is_sound(&store);
}
