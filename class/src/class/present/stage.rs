//! What a room sees of a show: one thing at a time, as large as fits. How large that is at the
//! least, and why, stands in `class/pages/stage.css`.

use verbatim_core::model::Story;
use web_sys::{Element, MouseEvent};
use yew::html::Scope;
use yew::{Html, html};

use super::show::{Show, Step};
use super::{Msg, Present};
use crate::desk::Desk;
use crate::messages::{Arg, Say, Words};
use crate::question::{Answer, Asked, Body, Subject, excerpt, letter};

/// What is seen.
pub fn view(desk: &Desk, show: &Show, counts: bool, link: &Scope<Present>) -> Html {
    let words = desk.words();
    let story = show.session().story();
    let count = show.session().questions().len();
    let content = match (show.session().questions().get(show.at()), show.step()) {
        (None, _) => html! { <p class="prompt">{words.text(Say::TheEnd)}</p> },
        (Some(posed), Step::Words(at)) => {
            let asked = Asked::new(story, posed, &desk.speech.quiz);
            let shown = asked.evidence.get(at).map(|one| excerpt(story, one, &desk.speech.quiz));
            html! { <>{shown}</> }
        }
        (Some(posed), step) => {
            let asked = Asked::new(story, posed, &desk.speech.quiz);
            let tell = Tell { story, words, show, told: step == Step::Answer, counts, link };
            html! { <>{tell.head(&asked)}{tell.body(&asked.body)}</> }
        }
    };
    let at = (show.at() < count)
        .then(|| words.fill(Say::QuestionAt, &[Arg::Number(show.at() + 1), Arg::Number(count)]));
    let button = |say: Say, class: &'static str, msg: Msg| {
        html! { <button type="button" {class} onclick={link.callback(move |_: MouseEvent| msg)}>{words.text(say)}</button> }
    };
    html! {
        <>
            <div class="wall" aria-live="polite">{content}</div>
            <div class="bar">
                <span class="at">{at}</span>
                {button(Say::Back, "back", Msg::Back)}
                {button(Say::On, "on", Msg::On)}
                {button(Say::Leave, "leave", Msg::Leave)}
            </div>
        </>
    }
}

/// Makes the words smaller, down to the least that can be read, until all of them fit.
pub fn fit(stage: &Element) {
    let Ok(Some(wall)) = stage.query_selector(".wall") else { return };
    for size in ["large", "middle", "small", "least"] {
        // A name without spaces is always taken.
        let _ = stage.set_attribute("data-size", size);
        if wall.scroll_height() <= wall.client_height() {
            return;
        }
    }
}

/// What a question is told by.
struct Tell<'a> {
    story: &'a Story,
    words: &'a Words,
    show: &'a Show,
    /// Whether what is right is marked.
    told: bool,
    counts: bool,
    link: &'a Scope<Present>,
}

impl Tell<'_> {
    fn head(&self, asked: &Asked) -> Html {
        let lang = self.story.language.clone();
        let context = asked
            .context
            .as_ref()
            .map(|text| html! { <p class="context" lang={lang.clone()}>{text.clone()}</p> });
        let subject = asked.subject.as_ref().map(|subject| match subject {
            Subject::Quotation(text) => {
                html! { <blockquote class="subject" {lang}>{text.clone()}</blockquote> }
            }
            Subject::Claim(text) => html! { <p class="subject" {lang}>{text.clone()}</p> },
        });
        html! { <><p class="prompt">{asked.prompt.clone()}</p>{context}{subject}</> }
    }

    fn body(&self, body: &Body) -> Html {
        let lang = self.story.language.clone();
        match body {
            Body::One(answers) | Body::Several(answers) | Body::Sentence(answers) => {
                let class = if matches!(body, Body::Sentence(_)) { "answers sentences" } else { "answers" };
                html! { <ol {class} {lang}>{for answers.iter().enumerate().map(|(at, answer)| self.answer(at, answer))}</ol> }
            }
            Body::Match { quotations, people } => {
                let quotation = |(at, (text, person)): (usize, &(String, usize))| {
                    let answer = self.told.then(|| people.get(*person)).flatten();
                    let answer = answer
                        .map(|(name, _)| html! { <b class="whose">{letter(*person)}{" "}{name.clone()}</b> });
                    html! { <li><span class="digit">{at + 1}</span><span>{text.clone()}{answer}</span></li> }
                };
                let people = people.iter().enumerate().map(|(at, (name, _))| {
                    html! { <li><span class="digit">{letter(at)}</span>{name.clone()}</li> }
                });
                html! {
                    <div class="pairs" {lang}>
                        <ol class="answers">{for quotations.iter().enumerate().map(quotation)}</ol>
                        if !self.told { <ol class="people">{for people}</ol> }
                    </div>
                }
            }
            Body::Arrange { events, .. } => {
                let mut order: Vec<(usize, &(String, usize))> = events.iter().enumerate().collect();
                if self.told {
                    order.sort_by_key(|(_, (_, place))| *place);
                }
                let event = |(at, (event, place)): (usize, &(String, usize))| {
                    let place = self.told.then(|| html! { <b class="place">{place + 1}{"."}</b> });
                    html! { <li><span class="digit">{letter(at)}</span><span>{place}{event.clone()}</span></li> }
                };
                html! { <ol class={if self.told { "answers told" } else { "answers" }} {lang}>{for order.into_iter().map(event)}</ol> }
            }
            Body::Type { before, missing, after } => {
                let gap = if self.told {
                    html! { <mark class="words">{missing.clone()}</mark> }
                } else {
                    html! { <span class="gap"></span> }
                };
                html! { <blockquote class="subject" {lang}>{before.clone()}{gap}{after.clone()}</blockquote> }
            }
        }
    }

    fn answer(&self, at: usize, answer: &Answer) -> Html {
        let state = match (self.told, answer.right) {
            (false, _) => "open",
            (true, true) => "right",
            (true, false) => "wrong",
        };
        let right = (self.told && answer.right)
            .then(|| html! { <b class="mark">{"✓ "}{self.words.text(Say::RightAnswer)}</b> });
        html! {
            <li data-state={state}>
                <span class="digit">{at + 1}</span>
                <span class="text">{answer.text.clone()}{right}</span>
                {self.counts.then(|| self.hands(at, answer))}
            </li>
        }
    }

    /// The hands raised, and a button for one more: digits do the same.
    fn hands(&self, at: usize, answer: &Answer) -> Html {
        let hands = self.show.hands(at);
        let name = self.words.fill(Say::HandMore, &[Arg::Name(&answer.text)]);
        let told = self.words.fill(Say::Hands, &[Arg::Number(hands as usize)]);
        let more = self.link.callback(move |_: MouseEvent| Msg::Hand(at, 1));
        html! {
            <button type="button" class="hands" aria-label={format!("{name} ({told})")} onclick={more}>{hands}</button>
        }
    }
}
