//! What the host page is told, as events of the element that the widget fills.

use serde::Serialize;
use verbatim_core::model::Story;
use verbatim_core::pose::{Posed, Response, Task};
use verbatim_core::score::Points;
use verbatim_core::session::Session;
use web_sys::{CustomEvent, CustomEventInit, Element};

use crate::messages as say;
use crate::state::{Failure, Screen, State};

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
    Complete {
        story: &'a str,
        quiz: &'a str,
        seed: u32,
        points: Earned,
        questions: Vec<Answer<'a>>,
    },
    Error {
        code: &'a str,
        message: &'a str,
        findings: Vec<Found<'a>>,
    },
}

#[derive(Serialize)]
struct Answer<'a> {
    question: &'a str,
    kind: &'static str,
    /// The ids of what was chosen, in the order of the task; the words typed.
    response: Vec<String>,
    points: Earned,
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

/// There is something to play.
pub fn ready(root: &Element, state: &State) {
    let (story, quiz) = match &state.screen {
        Screen::Start(story) => (&**story, None),
        Screen::Quiz(session) => (&**session.story(), Some(quiz_id(session))),
        Screen::Loading | Screen::Failed(_) => return,
    };
    send(root, "quiz-ready", &Detail::Ready { story: &story.id, quiz });
}

/// A question was answered.
pub fn answer(root: &Element, state: &State, at: usize) {
    if let Some(answer) = state.session().and_then(|session| answer_to(session, at)) {
        send(root, "quiz-answer", &Detail::Answer(answer));
    }
}

/// The quiz is over.
pub fn complete(root: &Element, state: &State) {
    let Some(session) = state.session() else { return };
    let questions = (0..session.questions().len()).filter_map(|at| answer_to(session, at)).collect();
    let detail = Detail::Complete {
        story: &session.story().id,
        quiz: quiz_id(session),
        seed: session.seed(),
        points: earned(session.summary().points),
        questions,
    };
    send(root, "quiz-complete", &detail);
}

/// Something keeps the story, or part of it, from being played.
pub fn error(root: &Element, state: &State) {
    let failure: &Failure = match (&state.screen, &state.warnings) {
        (Screen::Failed(failure), _) | (_, Some(failure)) => failure,
        _ => return,
    };
    let mut found = Vec::new();
    let mut code = failure.code();
    if let Failure::Findings(findings) = failure {
        for finding in findings {
            let (code, message) = (finding.problem.code(), finding.problem.message());
            found.push(Found { code, pointer: &finding.place.pointer, message });
        }
        // Where nothing can be played, what stops it says more than that something was found.
        if let (Screen::Failed(_), Some(first)) = (&state.screen, found.first()) {
            code = first.code;
        }
    }
    let message = &say::failure(failure).0;
    let detail = Detail::Error { code, message, findings: found };
    send(root, "quiz-error", &detail);
}

fn send(root: &Element, name: &str, detail: &Detail<'_>) {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    if let Ok(detail) = serde_wasm_bindgen::to_value(detail) {
        init.set_detail(&detail);
    }
    // A listener that throws is the host page's concern.
    if let (Some(host), Ok(event)) =
        (root.parent_element(), CustomEvent::new_with_event_init_dict(name, &init))
    {
        let _ = host.dispatch_event(&event);
    }
}

fn quiz_id(session: &Session) -> &str {
    &session.story()[session.quiz()].id
}

fn earned(points: Points) -> Earned {
    Earned { earned: points.earned, possible: points.possible }
}

fn answer_to(session: &Session, at: usize) -> Option<Answer<'_>> {
    let story: &Story = session.story();
    let posed = session.questions().get(at)?;
    let question = posed.question(story);
    Some(Answer {
        question: &question.id,
        kind: question.ask.kind().name(),
        response: ids(posed, &session.response(at)?, story),
        points: earned(session.outcome(at).points),
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
