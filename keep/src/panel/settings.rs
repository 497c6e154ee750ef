//! What the learner may set.

use verbatim_keep::{RETENTION, Settings};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};
use yew::html::Scope;
use yew::{Html, html};

use super::data::Data;
use super::{Msg, Panel, part};
use crate::messages::{Arg, Say, Words};

pub fn view(data: &Data, words: &Words, link: &Scope<Panel>) -> Html {
    let settings = data.settings;
    let percent = |share: f32| (share * 100.0).round();
    let retention = link.batch_callback(move |event: Event| {
        let value = input(&event)?.value_as_number();
        value.is_finite().then(|| Msg::Set(Settings { retention: value as f32 / 100.0, ..settings }))
    });
    let confidence = link.batch_callback(move |event: Event| {
        let is_on = input(&event)?.checked();
        Some(Msg::Set(Settings { confidence: is_on, ..settings }))
    });
    let means = words.fill(Say::RetentionMeans, &[Arg::Number(percent(settings.retention) as usize)]);
    let content = html! {
        <>
            <p><label for="keep-retention">{words.text(Say::Retention)}</label></p>
            <input id="keep-retention" type="range" step="1" aria-describedby="keep-retention-means"
                min={percent(*RETENTION.start()).to_string()} max={percent(*RETENTION.end()).to_string()}
                value={percent(settings.retention).to_string()} onchange={retention} />
            <p id="keep-retention-means" class="sub">{means}</p>
            <label class="ask">
                <input type="checkbox" checked={settings.confidence} onchange={confidence} />
                {words.text(Say::AskConfidence)}
            </label>
        </>
    };
    part(words, "settings", Say::Settings, content)
}

/// The field that an event comes from.
pub fn input(event: &Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}
