//! The head of the page: its name, what is done with the whole desk, and what there is to tell.

use verbatim_studio::NotOpened;
use yew::html::Scope;
use yew::{Html, html};

use crate::desk::lay;
use crate::effects::store::Kept;
use crate::margin::findings;
use crate::messages::Say;
use crate::msg::{Msg, Saving};
use crate::studio::Studio;
use crate::told;

/// The head.
pub fn view(studio: &Studio, link: &Scope<Studio>) -> Html {
    let words = &studio.words;
    let button = |id: &'static str, say: Say, is_idle: bool, msg: fn() -> Msg| {
        html! {
            <button type="button" {id} disabled={is_idle} onclick={link.callback(move |_| msg())}>{words.text(say)}</button>
        }
    };
    let is_empty = studio.document().is_empty();
    let errors = studio.remarks().iter().filter(|remark| remark.is_error).count();
    let rest = (!is_empty).then(|| {
        html! {
            <>
            {lay::opener(studio, link)}
            {button("clear", Say::Clear, false, || Msg::Clear)}
            <div class="saving">
                <button type="button" id="save" class="primary" onclick={link.callback(|_| Msg::Save(Saving::Sound))}>
                    {words.text(if errors == 0 { Say::Save } else { Say::SaveSound })}
                </button>
                {(errors > 0).then(|| button("save-all", Say::SaveAll, false, || Msg::Save(Saving::All)))}
            </div>
            </>
        }
    });
    html! {
        <header class="masthead">
            <p class="name"><a href="./">{"Verbatim"}</a></p>
            <h1>{words.text(Say::Title)}</h1>
            <div class="actions">
                {button("undo", Say::Undo, !studio.desk.can_undo(), || Msg::Undo)}
                {button("redo", Say::Redo, !studio.desk.can_redo(), || Msg::Redo)}
                {rest.unwrap_or_default()}
            </div>
            <div class="telling">
                <p class="told" role="status">{studio.told.as_ref().map(|one| told::text(one, words)).unwrap_or_default()}</p>
                <p class="kept" role="status">{kept(studio)}</p>
                {studio.not_opened.as_ref().map(|refused| not_opened(studio, link, refused))}
            </div>
        </header>
    }
}

fn kept(studio: &Studio) -> &str {
    match studio.kept {
        Kept::Safe => "",
        Kept::Not => studio.words.text(Say::NotKept),
        Kept::Overtaken => studio.words.text(Say::Overtaken),
    }
}

/// What is wrong with a file that was not opened.
fn not_opened(studio: &Studio, link: &Scope<Studio>, refused: &NotOpened) -> Html {
    html! { <ul class="findings refused">{for refused.remarks.iter().map(|remark| findings::one(studio, link, remark))}</ul> }
}
