//! The same questions in another order: the same for all that are asked and offered, and what is
//! handed in is the same whichever order it was answered in.

use verbatim_class::assignment::form_seed;
use verbatim_class::code;
use verbatim_class::collect::whole;
use verbatim_class::shuffle::{Written, as_the_class};

use super::*;

/// The ids of what is asked, and of what is offered with each, in the order shown.
fn shown(session: &Session) -> Vec<(String, Vec<String>)> {
    let story = session.story();
    let of = |posed: &verbatim_core::pose::Posed| (posed.question(story).id.clone(), posed.task.items(story));
    session.questions().iter().map(of).collect()
}

fn sorted(mut shown: Vec<(String, Vec<String>)>) -> Vec<(String, Vec<String>)> {
    shown.iter_mut().for_each(|(_, items)| items.sort_unstable());
    shown.sort_unstable();
    shown
}

/// What an answer means, whatever the order in which things were shown.
fn meant(session: &Session, told: &Told) -> Vec<String> {
    let story = session.story();
    let asked = session.questions().iter().find(|posed| posed.question(story).id == told.question).unwrap();
    let items = told.response.clone().unwrap();
    let mut meant: Vec<String> = match &asked.task {
        Task::Match { statements, .. } => {
            let pairs = statements.iter().zip(&items);
            pairs.map(|(statement, person)| format!("{} {person}", story[*statement].id)).collect()
        }
        // Space makes no difference to what is typed.
        _ => items.iter().map(|item| item.split_whitespace().collect::<Vec<_>>().join(" ")).collect(),
    };
    if !matches!(asked.task, Task::Arrange { .. }) {
        meant.sort_unstable();
    }
    meant
}

#[test]
fn all_quizzes_in_many_orders() {
    let (story, edition) = story();
    let (mut orders, mut places, mut dice) = (0, 0, Dice::new(5, "shuffled"));
    for quiz in quizzes(&story) {
        for seed in 0..12 {
            let session = Session::new(story.clone(), quiz, seed, Mode::Practice, decompose).at_most(10);
            let order = form_seed(seed, 3);
            let written = Written::of(&session, order).unwrap();
            let other = written.session(order, Mode::Practice, decompose).unwrap();
            assert_eq!(sorted(shown(&other)), sorted(shown(&session)), "seed {seed}");
            // By the session's seed alone, as the widget has it.
            let file = verbatim_core::check::load(written.file.as_bytes()).story.unwrap();
            let own = file.quiz(&story[quiz].id).unwrap();
            let again = Session::new(Rc::new(file), own, other.seed(), Mode::Practice, decompose);
            assert_eq!(shown(&again), shown(&other));
            let ids = |session: &Session| shown(session).into_iter().map(|(id, _)| id).collect::<Vec<_>>();
            orders += usize::from(ids(&other) != ids(&session));
            places += usize::from(shown(&other) != shown(&session));
            // Answered there, handed in as answers to the class's questions.
            let told: Vec<Told> = other
                .questions()
                .iter()
                .map(|posed| Told {
                    question: posed.question(other.story()).id.clone(),
                    response: Some(response(&posed.task, &mut dice).items(&posed.task, other.story())),
                    ..Told::default()
                })
                .collect();
            let mine = told.clone();
            let told = told.into_iter().map(|one| as_the_class(&other, &session, one)).collect();
            let digest = digest(FILE);
            let sitting = Sitting {
                digest: &digest,
                quiz,
                seed,
                count: Some(10),
                mode: Mode::Practice,
                confidence: false,
                begun: 1_796_000_000_000.0,
                who: Who::Number(3),
                told,
            };
            let submission = Submission::new(&story, sitting);
            assert_eq!(answered(&submission.answers), session.questions().len());
            let code = code::write(&submission, &story).unwrap();
            assert_eq!(whole(&code).unwrap().open(&story, edition), Ok(submission.clone()));
            let played = submission.play(&story, decompose).unwrap();
            for told in Submission::told(&played, &[]) {
                let own = mine.iter().find(|own| own.question == told.question).unwrap();
                assert_eq!(meant(&played, &told), meant(&other, own));
            }
        }
    }
    assert!(orders > 20 && places > 40, "{orders} other orders of questions, {places} of anything");
}
