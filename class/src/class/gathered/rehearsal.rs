//! A rehearsal: what comes of a class, on a screen that nobody sees. Browsers compile a function of
//! the wasm when it is first called, and the first code calls nearly all that there are; so a made-up
//! one comes in while the page has nothing else to do.

use verbatim_class::code;
use verbatim_class::submission::{Confidence, Sitting, Submission, Who};
use verbatim_classroom::browser::{now, when_idle, window};
use verbatim_core::session::{Action, Session, guess};
use yew::Renderer;

use super::{Gathered, Given, Side, Stage};
use crate::desk::Desk;

/// Has screens that nobody sees make what they make of a class, and clears them away.
pub fn rehearse(desk: Desk) {
    let document = window().and_then(|window| window.document());
    let Some(Ok(place)) = document.map(|document| document.create_element("div")) else { return };
    let given = Given { desk, side: Side::See, stage: Stage::Rehearsal };
    let spare = Renderer::<Gathered>::with_root_and_props(place, given).render();
    when_idle(move || spare.destroy());
}

/// The code of somebody who answered at random, in a text as long as a thread is: the story's own
/// file. Nothing where there is no story to answer.
pub fn handed_in(desk: &Desk) -> Option<String> {
    let (opened, quiz) = desk.quiz()?;
    let session = answered(desk.session(None)?);
    let sure = vec![(Some(Confidence::Middle), 1000.0); session.questions().len()];
    let sitting = Sitting {
        digest: &opened.digest,
        quiz,
        seed: session.seed(),
        count: Some(session.questions().len()),
        mode: session.mode(),
        confidence: true,
        begun: now(),
        who: Who::Name("A".to_owned()),
        told: Submission::told(&session, &sure),
    };
    let code = code::write(&Submission::new(&opened.story, sitting), &opened.story).ok()?;
    Some([code.as_str(), &String::from_utf8_lossy(&opened.file)].join("\n"))
}

fn answered(mut session: Session) -> Session {
    for at in 0..session.questions().len() {
        session = session.apply(Action::Open(at));
        for action in guess() {
            session = session.apply(action);
        }
        session = session.apply(Action::Submit);
    }
    session.apply(Action::Finish)
}
