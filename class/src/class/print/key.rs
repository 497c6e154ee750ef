//! The key of a form: each right answer, and the words it rests on with their source.

use verbatim_messages::quiz;
use yew::{Html, html};

use super::form_name;
use crate::desk::Desk;
use crate::messages::{Arg, Say};
use crate::question::{Answer, Asked, Body, excerpt, letter};

/// The key of a form.
pub fn view(desk: &Desk, form: Option<u32>) -> Html {
    let Some(session) = desk.session(form) else { return Html::default() };
    let (story, words, says) = (session.story(), desk.words(), &desk.speech.quiz);
    let entries = session.questions().iter().map(|posed| {
        let asked = Asked::new(story, posed, says);
        html! {
            <li class="entry">
                <p class="prompt">{asked.prompt.clone()}<span class="points">{words.fill(Say::PointsOf, &[Arg::Number(asked.points as usize)])}</span></p>
                <div class="right">{right(&asked.body, desk, says)}</div>
                {for asked.evidence.iter().map(|one| excerpt(story, one, says))}
            </li>
        }
    });
    let name = form_name(desk, form).map(|form| html! { <span class="form">{form}</span> });
    html! {
        <article class="sheet key">
            <header>
                <p class="of">{story.title.clone()}{" · "}{story[session.quiz()].title.clone()}</p>
                <h2>{words.text(Say::Key)}{name}</h2>
            </header>
            <ol class="questions">{for entries}</ol>
        </article>
    }
}

/// What is right, in words that stand on paper.
fn right(body: &Body, desk: &Desk, says: &quiz::Words) -> Html {
    let words = desk.words();
    let between = words.text(Say::BetweenItems);
    let line = |text: String| html! { <p>{text}</p> };
    match body {
        Body::One(answers) | Body::Several(answers) | Body::Sentence(answers) => {
            let right = answers.iter().enumerate().filter(|(_, answer)| answer.right);
            let right: Vec<String> =
                right.map(|(at, Answer { text, .. })| format!("{} – {text}", letter(at))).collect();
            line(right.join(between))
        }
        Body::Match { quotations, people } => {
            let pair = |(quotation, person): &(String, usize)| {
                let name = people.get(*person).map(|(name, _)| name.as_str()).unwrap_or_default();
                line(says.fill(quiz::Say::Said, &[Arg::Name(name), Arg::Name(quotation)]))
            };
            html! { <>{for quotations.iter().map(pair)}</> }
        }
        Body::Arrange { events, open } => {
            let numbers: Vec<String> = events.iter().map(|(_, place)| (place + 1).to_string()).collect();
            let mut order: Vec<&(String, usize)> = events.iter().collect();
            order.sort_by_key(|(_, place)| *place);
            let open = (*open > 0).then(|| line(words.fill(Say::OpenPairs, &[Arg::Number(*open)])));
            html! {
                <>
                    <p class="numbers">{numbers.join(" – ")}</p>
                    <ol class="order">{for order.iter().map(|(event, _)| html! { <li>{event.clone()}</li> })}</ol>
                    {open}
                </>
            }
        }
        Body::Type { missing, .. } => line(missing.clone()),
    }
}
