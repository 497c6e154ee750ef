//! The code that a pupil hands in: as a text, as a symbol, and what to do with it.

use verbatim_classroom::{out, symbol};
use yew::html::Scope;
use yew::{Html, html};

use super::bar::button;
use super::entrance::count;
use super::{App, Msg};
use crate::messages::{Arg, Say, Words};

pub fn view(app: &App, words: &Words, link: &Scope<App>) -> Html {
    let (Some(code), Some(assignment), Some(opened)) = (&app.code, &app.assignment, &app.opened) else {
        return Html::default();
    };
    let Ok(code) = code else {
        return html! { <section class="card code" role="alert"><p>{words.text(Say::TooLong)}</p></section> };
    };
    let held = [Arg::Number(app.record.answered()), Arg::Number(count(assignment, opened))];
    let share = out::can_share().then(|| button(words, link, Say::Share, "share", || Msg::Share));
    let told = app.told.map(|told| words.text(told));
    html! {
        <section class="card code" aria-labelledby="code-title">
            <h2 id="code-title" tabindex="-1" ref={&app.focus}>{words.text(Say::YourCode)}</h2>
            <div class="beside">
                {symbol::view(code, words.text(Say::SymbolName))}
                <div>
                    <p>{words.text(Say::CodeMeans)}</p>
                    <p class="sub">{words.fill(Say::CodeHolds, &held)}</p>
                    <p><label for="code">{words.text(Say::CodeText)}</label></p>
                    <textarea id="code" readonly=true rows="4" spellcheck="false" dir="ltr" value={code.clone()} />
                    <p class="row">
                        {button(words, link, Say::Copy, "copy primary", || Msg::Copy)}
                        {share}
                        {button(words, link, Say::Save, "save", || Msg::Save)}
                    </p>
                    <p class="told" role="status">{told}</p>
                </div>
            </div>
            <p class="honest">{words.text(Say::PracticeNotExam)}</p>
        </section>
    }
}
