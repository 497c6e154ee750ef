//! The widget in the page: put there with what the assignment asks for, and listened to. Of what
//! it tells, this takes what goes into a code. It stands outside what yew shows of the page: both
//! are made by yew, and one would take the other's elements for its own.

use std::cell::Cell;

use js_sys::{Array, Function, Reflect};
use verbatim_class::assignment::{Assignment, Place};
use verbatim_classroom::browser::window;
use verbatim_classroom::opened::Opened;
use verbatim_core::session::Mode;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, Element, EventTarget};

use crate::record::Record;

/// What the quiz tells.
pub enum Event {
    /// The hint of a question was asked for.
    Hint {
        /// Its id.
        question: String,
    },
    /// The pupil said how sure they are of the answer that comes next, from 1 to 3.
    Sure(u8),
    /// A question was answered.
    Answer {
        /// Its id.
        question: String,
        /// The response, by ids.
        response: Vec<String>,
        /// How long it was on the screen.
        milliseconds: f64,
    },
    /// The quiz was played to its end.
    Complete,
}

/// What is played: a story, and the seed that draws its questions.
pub struct Played {
    story: Source,
    seed: u32,
}

enum Source {
    Address(String),
    File(String),
}

impl Played {
    /// What an assignment is to somebody.
    pub fn of(record: &Record, assignment: &Assignment, opened: &Opened) -> Self {
        if let Some((file, seed)) = record.shuffled(assignment, opened) {
            return Self { story: Source::File(file), seed };
        }
        let story = match &assignment.story {
            Place::Address(address) => Source::Address(address.clone()),
            Place::File(_) => Source::File(String::from_utf8_lossy(&opened.file).into_owned()),
        };
        Self { story, seed: record.seed(assignment) }
    }
}

type Listener = Closure<dyn Fn(web_sys::Event)>;

/// The id of the element that the widget is put into.
const PLACE: &str = "quiz";

/// The widget in the page. It leaves when this is dropped.
pub struct Player {
    element: Element,
    listeners: Vec<Listener>,
}

impl Player {
    /// Puts the widget into its place. `begins` says that what was saved of the same quiz on this
    /// device is somebody else's.
    pub fn put(
        assignment: &Assignment,
        played: Played,
        begins: bool,
        tell: impl Fn(Event) + Clone + 'static,
    ) -> Option<Self> {
        let Played { story, seed } = played;
        let element = window()?.document()?.create_element("verbatim-quiz").ok()?;
        let mut attributes = vec![
            ("id", "verbatim".to_owned()),
            ("quiz", assignment.quiz.clone()),
            ("seed", seed.to_string()),
            ("keep", "answers".to_owned()),
            ("loading", "eager".to_owned()),
            ("heading-level", "2".to_owned()),
        ];
        attributes.extend(assignment.count.map(|count| ("count", count.to_string())));
        attributes.extend((assignment.mode == Mode::Test).then(|| ("mode", "test".to_owned())));
        attributes.extend(assignment.confidence.then(|| ("confidence", String::new())));
        match story {
            Source::Address(address) => attributes.push(("src", address)),
            // Before the element's script is there it is a field like any other, and taken up.
            Source::File(text) => drop(Reflect::set(&element, &"story".into(), &text.into()).ok()?),
        }
        for (name, value) in &attributes {
            element.set_attribute(name, value).ok()?;
        }
        let mut player = Self { element, listeners: Vec::new() };
        player.listen(assignment, seed, begins, tell);
        window()?.document()?.get_element_by_id(PLACE)?.append_child(&player.element).ok()?;
        Some(player)
    }

    fn listen(
        &mut self,
        assignment: &Assignment,
        seed: u32,
        begins: bool,
        tell: impl Fn(Event) + Clone + 'static,
    ) {
        let element = self.element.clone();
        let told = tell.clone();
        self.on(&element, "quiz-confidence", move |event| {
            let level = field(&detail(&event), "level").as_f64().unwrap_or_default();
            told(Event::Sure(level as u8));
        });
        let told = tell.clone();
        self.on(&element, "quiz-answer", move |event| {
            let detail = detail(&event);
            let response: Array = field(&detail, "response").dyn_into().unwrap_or_default();
            told(Event::Answer {
                question: text(&detail, "question"),
                response: response.iter().filter_map(|item| item.as_string()).collect(),
                milliseconds: field(&detail, "milliseconds").as_f64().unwrap_or_default(),
            });
        });
        let (quiz, told) = (assignment.quiz.clone(), tell.clone());
        self.on(&element, "quiz-complete", move |event| {
            let detail = detail(&event);
            // The widget offers the story's other quizzes too.
            let same_seed = field(&detail, "seed").as_f64() == Some(f64::from(seed));
            if same_seed && text(&detail, "quiz") == quiz {
                told(Event::Complete);
            }
        });
        let (begun, quiz) = (Cell::new(!begins), element.clone());
        self.on(&element, "quiz-ready", move |_| {
            let restart = Reflect::get(&quiz, &"restart".into());
            let restart = restart.and_then(|restart| restart.dyn_into::<Function>());
            if let (false, Ok(restart)) = (begun.replace(true), restart) {
                // What goes wrong in it is told by the widget itself.
                let _ = restart.call0(&quiz);
            }
        });
        let Some(root) = element.shadow_root() else { return };
        self.on(&root, "click", move |event| {
            let target: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
            let hint = target.and_then(|target| target.closest("button.hint").ok().flatten());
            if hint.is_some()
                && let Some(question) = question_at(&element, place_of(&element))
            {
                tell(Event::Hint { question });
            }
        });
    }

    fn on(&mut self, target: &EventTarget, name: &str, then: impl Fn(web_sys::Event) + 'static) {
        let listener = Listener::new(then);
        // It is there as long as the element; and it hears of a click before the widget does.
        let callback = listener.as_ref().unchecked_ref();
        let _ = target.add_event_listener_with_callback_and_bool(name, callback, true);
        self.listeners.push(listener);
    }
}

impl Drop for Player {
    fn drop(&mut self) {
        self.element.remove();
        // What the widget tells on its way out still finds its listeners.
        std::mem::take(&mut self.listeners).into_iter().for_each(Closure::forget);
    }
}

/// The position of the question on the screen.
fn place_of(element: &Element) -> Option<u32> {
    let shown = element.shadow_root()?.query_selector("[data-screen]").ok().flatten()?;
    shown.get_attribute("data-at")?.parse().ok()
}

/// The id of the question at a position, as the element tells what came of the quiz so far.
fn question_at(element: &Element, at: Option<u32>) -> Option<String> {
    let result: Function = Reflect::get(element, &"result".into()).ok()?.dyn_into().ok()?;
    let results: Array = field(&result.call0(element).ok()?, "results").dyn_into().ok()?;
    Some(text(&results.get(at?), "question"))
}

fn detail(event: &web_sys::Event) -> JsValue {
    event.dyn_ref::<CustomEvent>().map(CustomEvent::detail).unwrap_or_default()
}

fn field(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or_default()
}

fn text(of: &JsValue, name: &str) -> String {
    field(of, name).as_string().unwrap_or_default()
}
