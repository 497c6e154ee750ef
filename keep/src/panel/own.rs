//! The learner's own hand on the data: whether it stays, out as a file, in from one, erased.

use web_sys::Event;
use yew::html::Scope;
use yew::{Html, html};

use super::data::{Data, Done};
use super::settings::input;
use super::{Erasing, Msg, Panel, part};
use crate::messages::{Arg, Say, Words};

pub fn view(data: &Data, erasing: Erasing, told: Option<Done>, words: &Words, link: &Scope<Panel>) -> Html {
    let button = |class: &'static str, say: Say, msg: fn() -> Msg| {
        html! { <button type="button" {class} onclick={link.callback(move |_| msg())}>{words.text(say)}</button> }
    };
    let promised = data.is_persisted.map(|is_persisted| {
        let (say, ask) = match is_persisted {
            true => (Say::Persisted, None),
            false => (Say::NotPersisted, Some(button("persist", Say::Persist, || Msg::Persist))),
        };
        html! { <><p>{words.text(say)}</p>{ask}</> }
    });
    let asides = (!data.asides.is_empty()).then(|| {
        html! {
            <>
                <p class="asides">{words.fill(Say::Asides, &[Arg::Number(data.asides.len())])}</p>
                {button("download", Say::Download, || Msg::Download)}
            </>
        }
    });
    let import = link.batch_callback(|event: Event| {
        let input = input(&event)?;
        let file = input.files()?.get(0)?;
        // So that the same file may be chosen again.
        input.set_value("");
        Some(Msg::Import(file))
    });
    let erase = match erasing {
        Erasing::No => button("erase", Say::Erase, || Msg::Erasing(Erasing::Sure)),
        Erasing::Sure => html! {
            <div class="sure" role="alert">
                <p>{words.text(Say::EraseSure)}</p>
                {button("erase-no", Say::EraseNo, || Msg::Erasing(Erasing::No))}
                {button("erase-yes", Say::EraseYes, || Msg::Erase)}
            </div>
        },
    };
    let content = html! {
        <>
            <p>{words.text(Say::DataMeans)}</p>
            {promised}
            {asides}
            <div class="buttons">
                {button("export", Say::Export, || Msg::Export)}
                <label class="import">
                    <input type="file" accept="application/json,.json" onchange={import} />
                    <span>{words.text(Say::Import)}</span>
                </label>
                {erase}
            </div>
            <p class="told" role="status">{told.map(|told| said(told, words)).unwrap_or_default()}</p>
        </>
    };
    part(words, "own", Say::Data, content)
}

fn said(told: Done, words: &Words) -> String {
    match told {
        Done::Quietly => String::new(),
        Done::Said(say) => words.text(say).to_owned(),
        Done::Imported(imported) => {
            let numbers = [imported.added, imported.updated, imported.kept, imported.unreadable];
            words.fill(Say::Imported, &numbers.map(Arg::Number))
        }
    }
}
