//! Read again together: the passages behind the questions that were missed most, as a list and on
//! the wall, by keys or buttons.

use verbatim_class::collect::Set;
use verbatim_class::missed::Missed;
use verbatim_class::sheet::Sheet;
use web_sys::{KeyboardEvent, MouseEvent};
use yew::html::Scope;
use yew::{Html, html};

use super::{Gathered, Msg, percent, question};
use crate::desk::Desk;
use crate::messages::collected::Say;
use crate::messages::{Arg, Say as Page};
use crate::question::excerpt;

pub fn view(
    own: &Gathered,
    set: &Set,
    sheet: &Sheet<'_>,
    missed: &[&Missed],
    desk: &Desk,
    link: &Scope<Gathered>,
) -> Html {
    let words = desk.collected();
    if missed.is_empty() {
        return html! { <section><h2>{words.text(Say::ReadAgain)}</h2><p>{words.text(Say::NothingMissed)}</p></section> };
    }
    let entry = |one: &&Missed| {
        html! { <li><p><b>{percent(one.share, desk)}</b>{" "}{line(one, set, sheet, desk)}</p>{passages(one, set, desk)}</li> }
    };
    let wall = own.wall.and_then(|at| missed.get(at).map(|one| (at, *one)));
    let begin = link.callback(|_: MouseEvent| Msg::Wall(Some(0)));
    html! {
        <section class="again" aria-labelledby="again">
            <h2 id="again">{words.text(Say::ReadAgain)}</h2>
            <p class="row"><button type="button" class="wall-begin primary" onclick={begin}>{words.text(Say::OnTheWall)}</button></p>
            <ol>{for missed.iter().map(entry)}</ol>
            {wall.map(|(at, one)| stage(at, missed.len(), one, own, set, sheet, desk, link))}
        </section>
    }
}

fn line(one: &Missed, set: &Set, sheet: &Sheet<'_>, desk: &Desk) -> String {
    sheet
        .columns
        .get(one.column)
        .map(|column| question::line(&set.story, column.posed, desk))
        .unwrap_or_default()
}

fn passages(one: &Missed, set: &Set, desk: &Desk) -> Html {
    one.excerpts.iter().take(1).map(|found| excerpt(&set.story, found, &desk.speech.quiz)).collect()
}

#[allow(clippy::too_many_arguments, reason = "each is one thing that is shown")]
fn stage(
    at: usize,
    count: usize,
    one: &Missed,
    own: &Gathered,
    set: &Set,
    sheet: &Sheet<'_>,
    desk: &Desk,
    link: &Scope<Gathered>,
) -> Html {
    let words = desk.collected();
    let (back, on) = (at.saturating_sub(1), (at + 1).min(count - 1));
    let keys = link.batch_callback(move |event: KeyboardEvent| {
        let to = match event.key().as_str() {
            "ArrowRight" | "PageDown" => Some(on),
            "ArrowLeft" | "PageUp" => Some(back),
            "Escape" => None,
            _ => return None,
        };
        event.prevent_default();
        Some(Msg::Wall(to))
    });
    let button = |say: Page, class: &'static str, to: Option<usize>| {
        html! { <button type="button" {class} onclick={link.callback(move |_: MouseEvent| Msg::Wall(to))}>{desk.words().text(say)}</button> }
    };
    html! {
        <div class="stage" data-size="middle" ref={&own.stage} tabindex="-1" role="region" aria-label={words.text(Say::ReadAgain).to_owned()} onkeydown={keys}>
            <div class="wall" aria-live="polite"><p class="context">{line(one, set, sheet, desk)}</p>{passages(one, set, desk)}</div>
            <div class="bar">
                <span class="at">{desk.words().fill(Page::QuestionAt, &[Arg::Number(at + 1), Arg::Number(count)])}</span>
                {button(Page::Back, "back", Some(back))}{button(Page::On, "on", Some(on))}{button(Page::Leave, "leave", None)}
            </div>
        </div>
    }
}
