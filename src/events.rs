//! What the host page is told: the names and details of events, by which
//! `embed/verbatim.js` dispatches them.

use js_sys::Function;
use serde::Serialize;
use verbatim_core::feedback::Rightness;
use verbatim_core::model::Story;
use verbatim_core::pose::{Posed, Response, Task};
use verbatim_core::score::Points;
use verbatim_core::session::Session;
use wasm_bindgen::JsValue;

use crate::messages;
use crate::state::{Failure, Screen, State, Told};

/// What an event carries, as the host page reads it.
#[derive(Serialize)]
#[serde(untagged)]
enum Detail<'a> {
    Ready {
        story: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        quiz: Option<&'a str>,
    },
    Answer(Answer<'a>),
    Complete(Complete<'a>),
    Share {
        text: String,
        quiz: &'a str,
        seed: u32,
    },
    Error {
        code: &'a str,
        message: &'a str,
        findings: Vec<Found<'a>>,
    },
}

#[derive(Serialize)]
struct Complete<'a> {
    story: &'a str,
    /// The digest of the story's file.
    hash: &'a str,
    quiz: &'a str,
    seed: u32,
    score: Earned,
    results: Vec<Answer<'a>>,
}

#[derive(Serialize)]
struct Answer<'a> {
    question: &'a str,
    kind: &'static str,
    /// The ids of what was chosen, in the order of the task; the words typed.
    response: Vec<String>,
    points: Earned,
    /// How long the question was on the screen.
    milliseconds: u32,
}

#[derive(Serialize)]
struct Earned {
    earned: u32,
    possible: u32,
}

#[derive(Serialize)]
struct Found<'a> {
    code: &'static str,
    pointer: &'a str,
    message: String,
}

/// Tells of something.
pub fn tell(to: &Function, state: &State, told: Told) {
    let (name, detail) = match told {
        Told::Ready => ("quiz-ready", ready(state)),
        Told::Answer(at) => ("quiz-answer", answer_to(state, at).map(Detail::Answer)),
        Told::Complete => ("quiz-complete", complete(state).map(Detail::Complete)),
        Told::Error => return error(to, state),
        Told::Retry => ("retry", None),
        Told::Share => ("quiz-share", share(state)),
    };
    send(to, name, detail);
}

/// What came of the quiz so far; nothing where none is on.
pub fn result(state: &State) -> JsValue {
    complete(state).map(|result| value(&result)).unwrap_or_default()
}

fn ready(state: &State) -> Option<Detail<'_>> {
    let story = state.opened.story.as_ref().ok()?;
    Some(Detail::Ready { story: &story.id, quiz: state.session().map(quiz_id) })
}

fn complete(state: &State) -> Option<Complete<'_>> {
    let session = state.session()?;
    Some(Complete {
        story: &session.story().id,
        hash: &state.opened.hash,
        quiz: quiz_id(session),
        seed: session.seed(),
        score: earned(session.summary().points),
        results: (0..session.questions().len()).filter_map(|at| answer_to(state, at)).collect(),
    })
}

/// The result as it is shared: the quiz, a square a question, the score, and nothing
/// that tells anybody an answer.
fn share(state: &State) -> Option<Detail<'_>> {
    let session = state.session()?;
    let quiz = &session.story()[session.quiz()];
    let summary = session.summary();
    let mut text = [&quiz.title, "\n"].concat();
    for outcome in &summary.questions {
        text.push_str(match outcome.rightness {
            Some(Rightness::Right) => "🟩",
            Some(Rightness::Partly) => "🟨",
            Some(Rightness::Wrong) => "🟥",
            None => "⬜",
        });
    }
    text.push('\n');
    text.push_str(&state.words.points(summary.points));
    Some(Detail::Share { text, quiz: &quiz.id, seed: session.seed() })
}

fn error(to: &Function, state: &State) {
    let failure: &Failure = match (&state.screen, &state.opened.warnings) {
        (Screen::Failed(failure), _) | (_, Some(failure)) => failure,
        _ => return,
    };
    let mut found = Vec::new();
    let mut code = failure.code();
    if let Failure::Findings(findings) = failure {
        for finding in findings.iter() {
            let (code, message) = (finding.problem.code(), finding.problem.message());
            found.push(Found { code, pointer: &finding.place.pointer, message });
        }
        // Where nothing can be played, what stops it says more than that something was found.
        if let (Screen::Failed(_), Some(first)) = (&state.screen, found.first()) {
            code = first.code;
        }
    }
    let (wrong, places, _) = messages::failure(failure);
    let message = &state.words.fill(wrong, &places);
    send(to, "quiz-error", Some(Detail::Error { code, message, findings: found }));
}

fn send(to: &Function, name: &str, detail: Option<Detail<'_>>) {
    let detail = detail.map(|detail| value(&detail)).unwrap_or_default();
    // What listens is the page's concern.
    let _ = to.call2(&JsValue::UNDEFINED, &JsValue::from_str(name), &detail);
}

fn value(detail: &impl Serialize) -> JsValue {
    serde_wasm_bindgen::to_value(detail).unwrap_or_default()
}

fn quiz_id(session: &Session) -> &str {
    &session.story()[session.quiz()].id
}

fn earned(points: Points) -> Earned {
    Earned { earned: points.earned, possible: points.possible }
}

fn answer_to(state: &State, at: usize) -> Option<Answer<'_>> {
    let session = state.session()?;
    let story: &Story = session.story();
    let posed = session.questions().get(at)?;
    let question = posed.question(story);
    Some(Answer {
        question: &question.id,
        kind: question.ask.kind().name(),
        response: ids(posed, &session.response(at)?, story),
        points: earned(session.outcome(at).points),
        milliseconds: state.clock.spent(at) as u32,
    })
}

/// A response by the ids of what it names; nothing for what was left open.
fn ids(posed: &Posed, response: &Response, story: &Story) -> Vec<String> {
    let mut ids = Vec::new();
    match (&posed.task, response) {
        (Task::One { offers, .. }, Response::One(chosen)) => {
            ids.extend(chosen.and_then(|at| offers.get(at)).map(|offer| offer.id(story)));
        }
        (Task::Several { offers, .. }, Response::Several(chosen)) => {
            let chosen = offers.iter().zip(chosen).filter(|(_, chosen)| **chosen);
            ids.extend(chosen.map(|(offer, _)| offer.id(story)));
        }
        (Task::Match { people, .. }, Response::Match(given)) => {
            let id = |person: &Option<usize>| {
                person.and_then(|at| people.get(at)).map(|one| story[*one].id.clone())
            };
            ids.extend(given.iter().map(|person| id(person).unwrap_or_default()));
        }
        (Task::Arrange { events }, Response::Arrange { order, .. }) => {
            ids.extend(order.iter().filter_map(|at| events.get(*at)).map(|event| story[*event].id.clone()));
        }
        (Task::Type { .. }, Response::Type(text)) => ids.push(text.clone()),
        _ => {}
    }
    ids
}
