//! The questions and quizzes that a file has written by hand: their words and answers can be changed.

use verbatim_core::wire::Verdict;
use verbatim_studio::{Action, Asked, AskedField, QuizField};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};
use yew::html::Scope;
use yew::{Callback, Html, html};

use crate::desk::field::{Field, choice, field};
use crate::desk::fold::fold;
use crate::messages::{Arg, Say};
use crate::msg::Msg;
use crate::studio::Studio;

/// All of them; nothing where there are none.
pub fn view(studio: &Studio, link: &Scope<Studio>) -> Html {
    let (words, document) = (&studio.words, studio.document());
    let (asked, quizzes) = (document.asked(), document.written_quizzes());
    if asked.is_empty() && quizzes.is_empty() {
        return Html::default();
    }
    let quiz = |(at, (title, summary)): (usize, &(&str, &str))| {
        let write = |of| link.callback(move |value| Msg::Do(Action::Quiz(at, of, value)));
        let (title_id, summary_id) = (quiz_id(at), format!("quiz-{at}-summary"));
        html! {
            <li key={format!("quiz-{at}")} class="fields">
                {field(&Field::new(&title_id, words.text(Say::QuizTitle), title), write(QuizField::Title))}
                {field(&Field::new(&summary_id, words.text(Say::QuizSummary), summary), write(QuizField::Summary))}
            </li>
        }
    };
    html! {
        <section class="asked" aria-labelledby="asked-heading">
            <h2 id="asked-heading" class="kicker">{words.text(Say::AskedHeading)}</h2>
            <ol>
                {for quizzes.iter().enumerate().map(quiz)}
                {for asked.iter().enumerate().map(|(at, asked)| question(studio, link, at, asked))}
            </ol>
        </section>
    }
}

/// The id of what leads to the question in a place.
pub fn question_id(at: usize) -> String {
    format!("asked-{at}")
}

/// The id of what leads to the quiz in a place.
pub fn quiz_id(at: usize) -> String {
    format!("quiz-{at}-title")
}

fn question(studio: &Studio, link: &Scope<Studio>, at: usize, asked: &Asked) -> Html {
    let summary = html! {
        <summary id={question_id(at)}><span class="person">{&asked.id}</span>{" "}<code>{asked.kind.name()}</code></summary>
    };
    let fields = || {
        let fields = asked.fields.iter().map(|(of, value)| one(studio, link, at, *of, value));
        html! { <div class="fields">{for fields}</div> }
    };
    html! { <li key={format!("asked-{at}")}>{fold(studio, link, question_id(at), summary, fields)}</li> }
}

fn one(studio: &Studio, link: &Scope<Studio>, at: usize, of: AskedField, value: &str) -> Html {
    let words = &studio.words;
    let write: Callback<String> = link.callback(move |value| Msg::Do(Action::Asked(at, of, value)));
    let plain = |name: &str, label: Say| {
        let id = format!("asked-{at}-{name}");
        field(&Field::new(&id, words.text(label), value), write.clone())
    };
    let number = |answer: usize| [Arg::Number(answer + 1)];
    match of {
        AskedField::Prompt => plain("prompt", Say::Prompt),
        AskedField::Gap => plain("gap", Say::Gap),
        AskedField::Hint => plain("hint", Say::AskedHint),
        AskedField::Note => plain("note", Say::Note),
        AskedField::Answer(answer) => {
            let id = format!("asked-{at}-answer-{answer}");
            field(&Field::new(&id, &words.fill(Say::Answer, &number(answer)), value), write)
        }
        AskedField::Right(answer) => {
            let id = format!("asked-{at}-right-{answer}");
            let label = words.fill(Say::IsRight, &number(answer));
            let onchange = Callback::from(move |event: Event| {
                let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
                if let Some(input) = input {
                    write.emit(if input.checked() { "yes" } else { "no" }.to_owned());
                }
            });
            html! {
                <div class="field check">
                    <input type="checkbox" id={id.clone()} checked={value == "yes"} {onchange} />
                    <label for={id}>{label}</label>
                </div>
            }
        }
        AskedField::Verdict => {
            let name = |verdict: Verdict, say: Say| (verdict.name().to_owned(), words.text(say).to_owned());
            let options = [
                name(Verdict::True, Say::VerdictTrue),
                name(Verdict::False, Say::VerdictFalse),
                name(Verdict::NotStated, Say::VerdictNotStated),
            ];
            choice(&format!("asked-{at}-verdict"), words.text(Say::VerdictLabel), value, &options, write)
        }
        AskedField::Accept => {
            let id = format!("asked-{at}-accept");
            let shown = studio.typed_or(&id, value);
            let typed = id.clone();
            let write = link.callback(move |value: String| {
                let action = Action::Asked(at, of, value.clone());
                Msg::List(typed.clone(), value, action)
            });
            field(
                &Field::new(&id, words.text(Say::AlsoAccepted), &shown).hint(words.text(Say::GapsHint)),
                write,
            )
        }
    }
}
