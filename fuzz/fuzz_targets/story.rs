//! The loader of stories on any bytes: what there is to say stands in the file, and what
//! is a story survives its way through the model and can be played to the end.
#![no_main]

use std::rc::Rc;

use libfuzzer_sys::fuzz_target;
use verbatim_core::check::load;
use verbatim_core::json::Target;
use verbatim_core::model::Story;
use verbatim_core::session::{Action, Mode, Session};

fuzz_target!(|bytes: &[u8]| {
    let checked = load(bytes);
    for finding in &checked.findings {
        let problem = &finding.problem;
        assert!(!problem.code().is_empty() && !problem.message().is_empty());
        let _ = (problem.expected(), problem.help());
        if let Target::Within(range) = &finding.place.target {
            assert!(range.start <= range.end);
        }
    }
    let Some(story) = checked.story.map(Rc::new) else { return };
    let first = story.to_wire();
    let again = load(first.to_json().as_bytes());
    if checked.findings.is_empty() {
        assert_eq!(again.story.map(|story| story.to_wire()), Some(first));
    }
    play(&story);
});

fn play(story: &Rc<Story>) {
    for quiz in story.quizzes.iter().filter_map(|quiz| story.quiz(&quiz.id)).take(4) {
        let mut session = Session::new(story.clone(), quiz, 7, Mode::Practice, str::to_lowercase);
        for at in 0..session.questions().len().min(20) {
            for action in [Action::Hint, Action::Choose(at % 3), Action::Submit, Action::Skip, Action::Next] {
                session = session.apply(action);
            }
            let points = session.outcome(at).points;
            assert!(points.earned <= points.possible);
            for excerpt in session.feedback(at).iter().flat_map(|feedback| &feedback.evidence) {
                let pieces: String = excerpt.pieces(story).iter().map(|piece| piece.text).collect();
                assert_eq!(pieces, story[excerpt.passage].text);
            }
        }
    }
}
