//! What the host page is told: the names and details of events, by which
//! `embed/verbatim.js` dispatches them.

use js_sys::Function;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use verbatim_core::feedback::Rightness;
use verbatim_core::model::Story;
use verbatim_core::score::Points;
use verbatim_core::session::Session;
use wasm_bindgen::JsValue;

use crate::later;
use crate::messages;
use crate::state::{Failure, Screen, State, Told};

/// What an event carries, as the host page reads it. One type for every event: a
/// struct each would bring a serializer each.
enum Value {
    Text(String),
    Number(u32),
    List(Vec<Value>),
    Record(Vec<(&'static str, Value)>),
}

impl Serialize for Value {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(number) => serializer.serialize_u32(*number),
            Self::List(items) => serializer.collect_seq(items),
            Self::Record(fields) => serializer.collect_map(fields.iter().map(|(name, value)| (name, value))),
        }
    }
}

/// Tells of something, or not yet: where it can only be told by what comes later.
pub fn tell(to: &Function, state: &State, told: Told) -> bool {
    if told != Told::Ready {
        return later::tell(to, state, told);
    }
    call(to, "quiz-ready", ready(state));
    true
}

/// Tells of what is not a question that can be answered.
pub fn tell_further(to: &Function, state: &State, told: Told) {
    let (name, detail) = match told {
        Told::Ready => return,
        Told::Answer(at) => {
            ("quiz-answer", state.session().and_then(|session| answer_to(state, session, at)))
        }
        Told::Complete => ("quiz-complete", state.session().map(|session| complete(state, session))),
        Told::Error => {
            let Some(error) = error(state) else { return };
            ("quiz-error", Some(error))
        }
        Told::Retry => ("retry", None),
        Told::Share => ("quiz-share", state.session().map(|session| share(state, session))),
    };
    call(to, name, detail);
}

fn call(to: &Function, name: &str, detail: Option<Value>) {
    let detail = detail.map(|detail| plain(&detail)).unwrap_or_default();
    // What listens is the page's concern.
    let _ = to.call2(&JsValue::UNDEFINED, &JsValue::from_str(name), &detail);
}

/// Hands over what is to be saved of a quiz.
pub fn keep(to: &Function, saving: String) {
    call(to, "keep", Some(Value::Text(saving)));
}

/// What came of the quiz so far; nothing where none is on.
pub fn result(state: &State) -> JsValue {
    state.session().map(|session| plain(&complete(state, session))).unwrap_or_default()
}

fn ready(state: &State) -> Option<Value> {
    let story = state.opened.story.as_ref().ok()?;
    let mut fields = vec![("story", text(&story.id))];
    if let Some(session) = state.session() {
        fields.push(("quiz", text(quiz_id(session))));
    }
    Some(Value::Record(fields))
}

fn complete(state: &State, session: &Session) -> Value {
    let mut results = Vec::new();
    for at in 0..session.questions().len() {
        results.extend(answer_to(state, session, at));
    }
    Value::Record(vec![
        ("story", text(&session.story().id)),
        // The digest of the story's file.
        ("hash", text(state.opened.hash())),
        ("quiz", text(quiz_id(session))),
        ("seed", Value::Number(session.seed())),
        ("score", earned(session.summary().points)),
        ("results", Value::List(results)),
    ])
}

/// The result as it is shared: the quiz, a square a question, the score, and nothing
/// that tells anybody an answer.
fn share(state: &State, session: &Session) -> Value {
    let quiz = &session.story()[session.quiz()];
    let summary = session.summary();
    let mut result = [&quiz.title, "\n"].concat();
    for outcome in &summary.questions {
        result.push_str(match outcome.rightness {
            Some(Rightness::Right) => "🟩",
            Some(Rightness::Partly) => "🟨",
            Some(Rightness::Wrong) => "🟥",
            None => "⬜",
        });
    }
    result.push('\n');
    result.push_str(&messages::points(&state.words, summary.points));
    let seed = Value::Number(session.seed());
    Value::Record(vec![("text", Value::Text(result)), ("quiz", text(&quiz.id)), ("seed", seed)])
}

fn error(state: &State) -> Option<Value> {
    let failure: &Failure = match (&state.screen, &state.opened.warnings) {
        (Screen::Failed(failure), _) | (_, Some(failure)) => failure,
        _ => return None,
    };
    let mut found = Vec::new();
    let mut code = failure.code();
    if let Failure::Findings(findings) = failure {
        // Where nothing can be played, what stops it says more than that something was found.
        if let (Screen::Failed(_), Some(first)) = (&state.screen, findings.first()) {
            code = first.problem.code();
        }
        for finding in findings.iter() {
            found.push(Value::Record(vec![
                ("code", text(finding.problem.code())),
                ("pointer", text(&finding.place.pointer)),
                ("message", Value::Text(finding.problem.message())),
            ]));
        }
    }
    let (wrong, places, _) = messages::failure(failure);
    let message = Value::Text(state.words.fill(wrong, &places));
    Some(Value::Record(vec![("code", text(code)), ("message", message), ("findings", Value::List(found))]))
}

/// Plain data of the page's.
fn plain(detail: &Value) -> JsValue {
    let records_as_objects = Serializer::new().serialize_maps_as_objects(true);
    detail.serialize(&records_as_objects).unwrap_or_default()
}

#[inline(never)]
fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn quiz_id(session: &Session) -> &str {
    &session.story()[session.quiz()].id
}

fn earned(points: Points) -> Value {
    Value::Record(vec![
        ("earned", Value::Number(points.earned)),
        ("possible", Value::Number(points.possible)),
    ])
}

fn answer_to(state: &State, session: &Session, at: usize) -> Option<Value> {
    let story: &Story = session.story();
    let posed = session.questions().get(at)?;
    let (question, response) = (posed.question(story), session.response(at)?);
    Some(Value::Record(vec![
        ("question", text(&question.id)),
        ("kind", text(question.ask.kind().name())),
        // The ids of what was chosen, in the order of the task; the words typed.
        ("response", Value::List(response.items(&posed.task, story).into_iter().map(Value::Text).collect())),
        ("points", earned(session.outcome(at).points)),
        // How long the question was on the screen.
        ("milliseconds", Value::Number(state.clock.spent(at) as u32)),
    ]))
}
