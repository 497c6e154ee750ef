//! Collect: where codes come in, as text, as files or before the camera, and what became of each.

use verbatim_class::code::{Code, Mismatch};
use verbatim_class::collect::Set;
use verbatim_class::export::table::Separator;
use verbatim_class::submission::Who;
use wasm_bindgen::JsCast;
use web_sys::{
    ClipboardEvent, Event, File, FileList, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement,
    MouseEvent,
};
use yew::html::Scope;
use yew::{Html, InputEvent, html};

use super::{Gathered, Msg, Out, Sure, camera, damage};
use crate::desk::Desk;
use crate::messages::Arg;
use crate::messages::collected::Say;

/// What is pasted and longer than this is gone through at once: no field shows it in any use.
const LONG: usize = 2_000;

/// The most damaged codes that are shown at once: nobody mends more, and a page of thousands of
/// them does not move.
const SHOWN: usize = 50;

pub fn view(own: &Gathered, desk: &Desk, link: &Scope<Gathered>) -> Html {
    let words = desk.collected();
    html! {
        <div class="collect">
            <p class="lead">{words.text(Say::CollectLead)}</p>
            <div class="halves">
                <div class="choices">{bring(own, desk, link)}{roster(own, desk, link)}</div>
                <section class="handed" aria-labelledby="handed">
                    <h2 id="handed">{words.text(Say::HandedIn)}</h2>
                    {for own.class.sets.iter().map(|set| counted(set, own, desk))}
                    if own.class.sets.is_empty() { <p class="sub">{words.text(Say::NobodyYet)}</p> }
                    {troubles(own, desk, link)}
                </section>
            </div>
            {data(own, desk, link)}
        </div>
    }
}

/// The fields through which codes come in.
fn bring(own: &Gathered, desk: &Desk, link: &Scope<Gathered>) -> Html {
    let words = desk.collected();
    let typing = link.batch_callback(|event: InputEvent| {
        let area = area(&event)?;
        let text = area.value();
        if text.len() <= LONG {
            return Some(Msg::Typed(text));
        }
        // It may come by other ways than the clipboard, such as being dropped there.
        area.set_value("");
        Some(Msg::Take(text))
    });
    let pasted = link.batch_callback(|event: Event| {
        let event: ClipboardEvent = event.dyn_into().ok()?;
        let text = event.clipboard_data()?.get_data("text").ok()?;
        let is_long = text.len() > LONG;
        if is_long {
            event.prevent_default();
        }
        is_long.then_some(Msg::Take(text))
    });
    let take = link.callback(|_: MouseEvent| Msg::TakeTyped);
    let given = link.batch_callback(|event: Event| {
        let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
        let files = files(input.files()).map(Msg::Files);
        // The same file may be chosen again.
        input.set_value("");
        files
    });
    let filming = own.camera.is_some();
    let film = link.callback(move |_: MouseEvent| {
        Msg::Camera(if filming { camera::Told::Off } else { camera::Told::Wanted })
    });
    html! {
        <fieldset class="bring">
            <legend>{words.text(Say::Bring)}</legend>
            <p class="field">
                <label for="codes">{words.text(Say::PasteCodes)}</label>
                <textarea id="codes" rows="5" value={own.typed.clone()} oninput={typing} onpaste={pasted} spellcheck="false" autocomplete="off" />
            </p>
            <p class="row"><button type="button" class="take primary" onclick={take}>{words.text(Say::TakeUp)}</button></p>
            <div class="told" role="status">
                {for own.told.iter().map(|text| html! { <p>{text.clone()}</p> })}
                if !own.kept { <p>{words.text(Say::NotKept)}</p> }
            </div>
            <p class="field">
                <label for="files">{words.text(Say::BringFiles)}</label>
                <input id="files" type="file" multiple=true onchange={given} />
            </p>
            <p class="row"><button type="button" class="camera" aria-pressed={filming.to_string()} onclick={film}>{words.text(Say::UseCamera)}</button></p>
            if let Some(camera) = &own.camera { {camera.view(words.text(Say::CameraPicture))} }
        </fieldset>
    }
}

fn roster(own: &Gathered, desk: &Desk, link: &Scope<Gathered>) -> Html {
    let words = desk.collected();
    let changed = link.batch_callback(|event: InputEvent| Some(Msg::Roster(area(&event)?.value())));
    let doubles = own.class.roster.doubles.iter().map(|(line, name)| {
        html! { <li>{words.fill(Say::DoubleInList, &[Arg::Number(*line), Arg::Name(name)])}</li> }
    });
    html! {
        <fieldset class="roster">
            <legend>{words.text(Say::Roster)}</legend>
            <p class="field">
                <label for="roster">{words.text(Say::RosterField)}</label>
                <textarea id="roster" rows="6" value={own.collection.roster.clone()} oninput={changed} spellcheck="false" autocomplete="off" />
                <span class="means">{words.text(Say::RosterMeans)}</span>
            </p>
            <ul class="doubles">{for doubles}</ul>
        </fieldset>
    }
}

/// Who handed in a quiz, and who did not.
fn counted(set: &Set, own: &Gathered, desk: &Desk) -> Html {
    let words = desk.collected();
    let pupils = set.handed.iter().filter(|handed| handed.counts).count();
    let listed = own.class.roster.pupils.len();
    let how_many = match listed {
        0 => words.fill(Say::HandedCount, &[Arg::Number(pupils)]),
        _ => words.fill(Say::HandedOf, &[Arg::Number(listed - set.missing.len()), Arg::Number(listed)]),
    };
    let missing: Vec<String> = set
        .missing
        .iter()
        .map(|place| own.class.name(&verbatim_class::collect::Pupil::Listed(*place)))
        .collect();
    let again = set.handed.iter().filter(|handed| handed.attempt > 1).map(|handed| {
        let name = own.class.name(&handed.pupil);
        html! { <li>{words.fill(Say::AgainBy, &[Arg::Name(&name), Arg::Number(handed.attempt)])}</li> }
    });
    let strangers =
        set.handed.iter().filter(|handed| listed > 0 && handed.counts && is_stranger(&handed.pupil));
    let strangers = strangers.map(|handed| {
        let name = own.class.name(&handed.pupil);
        let name = if name.is_empty() { words.text(Say::NoName).to_owned() } else { name };
        html! { <li>{words.fill(Say::NotListed, &[Arg::Name(&name)])}</li> }
    });
    html! {
        <div class="set">
            <h3>{set.story[set.quiz].title.clone()}</h3>
            <p class="how-many">{how_many}</p>
            if !missing.is_empty() {
                <p class="missing"><b>{words.text(Say::Missing)}</b>{" "}{missing.join(", ")}</p>
            }
            <ul class="again">{for again}{for strangers}</ul>
        </div>
    }
}

fn is_stranger(pupil: &verbatim_class::collect::Pupil) -> bool {
    !matches!(pupil, verbatim_class::collect::Pupil::Listed(_))
}

/// What can't be counted, and what to do about each.
fn troubles(own: &Gathered, desk: &Desk, link: &Scope<Gathered>) -> Html {
    let words = desk.collected();
    let unused = own.class.unused.iter().map(|(code, why)| {
        let whose = whose(code, desk);
        let text = words.fill(reason(*why), &[Arg::Name(&whose)]);
        html! { <li>{text}{" "}<code>{code.text().to_owned()}</code></li> }
    });
    let newer = own.class.newer.iter().map(|text| {
        html! { <li>{words.text(Say::CodeNewer)}{" "}<code>{text.clone()}</code></li> }
    });
    let damaged = own.class.damaged.iter().take(SHOWN).map(|one| damage::view(one, desk, link));
    let more = own.class.damaged.len().saturating_sub(SHOWN);
    html! {
        <>
            if !own.class.damaged.is_empty() {
                <h3>{words.text(Say::Damaged)}</h3>
                <ul class="damaged">{for damaged}</ul>
                if more > 0 { <p class="sub">{words.fill(Say::MoreDamaged, &[Arg::Number(more)])}</p> }
            }
            if !own.class.unused.is_empty() || !own.class.newer.is_empty() {
                <h3>{words.text(Say::NotCounted)}</h3>
                <ul class="unused">{for unused}{for newer}</ul>
            }
        </>
    }
}

fn reason(why: Mismatch) -> Say {
    match why {
        Mismatch::OtherStory => Say::OtherStory,
        Mismatch::OtherEdition => Say::OtherEdition,
        Mismatch::NoSuchQuiz => Say::NoSuchQuiz,
        Mismatch::OtherQuestions => Say::OtherQuestions,
    }
}

fn whose(code: &Code, desk: &Desk) -> String {
    match &code.head.who {
        Who::Name(name) if !name.is_empty() => name.clone(),
        Who::Number(number) => number.to_string(),
        _ => desk.collected().text(Say::NoName).to_owned(),
    }
}

/// Files to be given out, and the way to be rid of it all.
fn data(own: &Gathered, desk: &Desk, link: &Scope<Gathered>) -> Html {
    let words = desk.collected();
    let button = |say: Say, class: &'static str, make: fn() -> Msg| {
        html! { <button type="button" {class} onclick={link.callback(move |_: MouseEvent| make())}>{words.text(say)}</button> }
    };
    let semicolon = own.separator == Separator::Semicolon;
    let parted = link.batch_callback(|event: Event| {
        let select: HtmlSelectElement = event.target()?.dyn_into().ok()?;
        Some(Msg::Part(if select.value() == ";" { Separator::Semicolon } else { Separator::Comma }))
    });
    html! {
        <section class="data" aria-labelledby="data">
            <h2 id="data">{words.text(Say::Data)}</h2>
            <p class="sub">{words.text(Say::DataMeans)}</p>
            <p class="field">
                <label for="separator">{words.text(Say::Separator)}</label>
                <select id="separator" onchange={parted}>
                    <option value="," selected={!semicolon}>{words.text(Say::Comma)}</option>
                    <option value=";" selected={semicolon}>{words.text(Say::Semicolon)}</option>
                </select>
            </p>
            <p class="row">
                {button(Say::GivePupils, "give-pupils", || Msg::Give(Out::Pupils))}
                {button(Say::GiveAnswers, "give-answers", || Msg::Give(Out::Answers))}
                {button(Say::GiveAll, "give-all", || Msg::Give(Out::All))}
                if !own.asked { {button(Say::Erase, "erase", || Msg::Erase(Sure::Ask))} }
            </p>
            if own.asked {
                <div class="sure" role="group" aria-labelledby="sure" tabindex="-1" ref={&own.sure}>
                    <p id="sure">{words.text(Say::EraseSure)}</p>
                    <p class="row">
                        {button(Say::EraseYes, "erase-yes", || Msg::Erase(Sure::Yes))}
                        {button(Say::EraseNo, "erase-no", || Msg::Erase(Sure::No))}
                    </p>
                </div>
            }
        </section>
    }
}

fn area(event: &InputEvent) -> Option<HtmlTextAreaElement> {
    event.target()?.dyn_into().ok()
}

/// The files of a list, if there are any: text that is dropped has none.
pub fn files(list: Option<FileList>) -> Option<Vec<File>> {
    let list = list?;
    let files: Vec<File> = (0..list.length()).filter_map(|at| list.get(at)).collect();
    (!files.is_empty()).then_some(files)
}
