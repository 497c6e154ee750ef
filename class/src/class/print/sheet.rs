//! A worksheet: its head, the passages to read, and the questions to be answered by pencil.

use std::collections::BTreeSet;

use verbatim_classroom::symbol;
use verbatim_core::model::{PassageIx, Story};
use verbatim_core::session::Session;
use verbatim_messages::quiz;
use yew::{Html, html};

use super::form_name;
use crate::desk::Desk;
use crate::messages::{Arg, Say, Words};
use crate::question::{Answer, Asked, Body, Subject, caption, letter};

/// Answers up to this many letters stand two in a row, whatever is told of them below.
const SHORT: usize = 34;

/// A worksheet of a form.
pub fn view(desk: &Desk, form: Option<u32>, with_passages: bool, with_symbol: bool) -> Html {
    let Some(session) = desk.session(form) else { return Html::default() };
    let (story, words, says) = (session.story(), desk.words(), &desk.speech.quiz);
    let asked: Vec<Asked> = session.questions().iter().map(|posed| Asked::new(story, posed, says)).collect();
    let total: u32 = asked.iter().map(|asked| asked.points).sum();
    let passages = if with_passages { passages(&session, &asked, words, says) } else { Html::default() };
    html! {
        <article class="sheet">
            {head(desk, &session, form, total, with_symbol)}
            {passages}
            <ol class="questions">{for asked.iter().map(|asked| question(asked, story, words))}</ol>
        </article>
    }
}

fn head(desk: &Desk, session: &Session, form: Option<u32>, total: u32, with_symbol: bool) -> Html {
    let words = desk.words();
    let quiz = &session.story()[session.quiz()];
    let line = |say: Say, class: &'static str| html! { <span class={format!("line {class}")}>{words.text(say)}</span> };
    let link = desk.link().filter(|_| with_symbol);
    let symbol = link.and_then(|link| symbol::view(&link, words.text(Say::SymbolName)));
    let symbol =
        symbol.map(|symbol| html! { <figure class="link">{symbol}<figcaption>{words.text(Say::OnPhone)}</figcaption></figure> });
    html! {
        <header>
            {symbol}
            <p class="of">{session.story().title.clone()}</p>
            <h2>{quiz.title.clone()}{form_name(desk, form).map(|form| html! { <span class="form">{form}</span> })}</h2>
            <p class="lines">
                {line(Say::NameLine, "name-line")}
                {line(Say::DateLine, "date-line")}
                <span class="line points-line"><span class="blank"></span>{words.fill(Say::PointsLine, &[Arg::Number(total as usize)])}</span>
            </p>
        </header>
    }
}

/// The passages that the questions rest on, in the story's order, so that it gives none away.
fn passages(session: &Session, asked: &[Asked], words: &Words, says: &quiz::Words) -> Html {
    let story = session.story();
    let all = asked.iter().flat_map(|asked| asked.evidence.iter().map(|excerpt| excerpt.passage));
    let all: BTreeSet<PassageIx> = all.collect();
    let passage = |passage: PassageIx| {
        html! {
            <li>
                <div lang={story.language.clone()}>
                    {for paragraphs(&story[passage].text).map(|text| html! { <p class="passage">{text.to_owned()}</p> })}
                </div>
                <p class="caption">{caption(&story[story[passage].source], says)}</p>
            </li>
        }
    };
    html! {
        <section class="passages">
            <h3>{words.text(Say::Passages)}</h3>
            <ol>{for all.into_iter().map(passage)}</ol>
        </section>
    }
}

/// The paragraphs of a passage.
fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').map(str::trim).filter(|paragraph| !paragraph.is_empty())
}

fn question(asked: &Asked, story: &Story, words: &Words) -> Html {
    let lang = story.language.clone();
    let subject = asked.subject.as_ref().map(|subject| match subject {
        Subject::Quotation(text) | Subject::Claim(text) => {
            html! { <blockquote class="subject" lang={lang.clone()}>{text.clone()}</blockquote> }
        }
    });
    let context =
        asked.context.as_ref().map(|context| html! { <p class="context" {lang}>{context.clone()}</p> });
    let how = match &asked.body {
        Body::One(_) | Body::Sentence(_) => words.text(Say::TickOne).to_owned(),
        Body::Several(_) => words.text(Say::TickAll).to_owned(),
        Body::Match { .. } => words.text(Say::DrawLines).to_owned(),
        Body::Arrange { events, .. } => words.fill(Say::NumberEvents, &[Arg::Number(events.len())]),
        Body::Type { .. } => words.text(Say::FillGap).to_owned(),
    };
    html! {
        <li class="question">
            <p class="prompt">{asked.prompt.clone()}<span class="points">{words.fill(Say::PointsOf, &[Arg::Number(asked.points as usize)])}</span></p>
            {context}
            {subject}
            <p class="how">{how}</p>
            {body(&asked.body, story)}
        </li>
    }
}

fn body(body: &Body, story: &Story) -> Html {
    let lang = story.language.clone();
    match body {
        Body::One(answers) | Body::Several(answers) => {
            let short = answers.iter().all(|answer| answer.text.chars().count() <= SHORT);
            html! { <ul class={if short { "answers short" } else { "answers" }} {lang}>{for answers.iter().enumerate().map(answer)}</ul> }
        }
        Body::Sentence(answers) => {
            let sentence = |(at, answer): (usize, &Answer)| {
                html! { <><span class="box">{letter(at)}</span>{answer.text.clone()}{" "}</> }
            };
            html! { <p class="sentences" {lang}>{for answers.iter().enumerate().map(sentence)}</p> }
        }
        Body::Match { quotations, people } => {
            let person = |(name, role): &(String, Option<String>)| {
                html! { <li><span class="dot"></span><span>{name.clone()}{sub(role.as_ref())}</span></li> }
            };
            html! {
                <div class="match" {lang}>
                    <ul class="quotations">
                        {for quotations.iter().map(|(words, _)| html! { <li><span>{words.clone()}</span><span class="dot"></span></li> })}
                    </ul>
                    <ul class="people">{for people.iter().map(person)}</ul>
                </div>
            }
        }
        Body::Arrange { events, .. } => html! {
            <ul class="events" {lang}>
                {for events.iter().map(|(event, _)| html! { <li><span class="number"></span><span>{event.clone()}</span></li> })}
            </ul>
        },
        Body::Type { before, after, .. } => {
            html! { <p class="cloze" {lang}>{before.clone()}<span class="gap"></span>{after.clone()}</p> }
        }
    }
}

fn answer((at, answer): (usize, &Answer)) -> Html {
    html! {
        <li><span class="box">{letter(at)}</span><span>{answer.text.clone()}{sub(answer.sub.as_ref())}</span></li>
    }
}

fn sub(text: Option<&String>) -> Option<Html> {
    text.map(|text| html! { <span class="sub">{text.clone()}</span> })
}
