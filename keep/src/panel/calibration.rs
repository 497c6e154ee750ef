//! How often answers were right at each level of confidence.

use verbatim_keep::Levels;
use yew::html::Scope;
use yew::{Html, html};

use super::{Msg, Panel};
use crate::messages::{Arg, Say, Words};

pub fn view(calibration: Option<Levels>, words: &Words, link: &Scope<Panel>) -> Html {
    let levels = calibration.unwrap_or_default();
    let content = if levels.iter().all(|level| level.answers == 0) {
        html! { <p class="sub">{words.text(Say::NoCalibration)}</p> }
    } else {
        table(&levels, words)
    };
    // The log may be long: it is gone through when somebody looks.
    html! {
        <details class="calibration" ontoggle={link.callback(|_| Msg::Calibrate)}>
            <summary><h3>{words.text(Say::Calibration)}</h3></summary>
            {content}
        </details>
    }
}

/// A row for each level.
pub fn table(levels: &Levels, words: &Words) -> Html {
    let rows = levels.iter().zip([Say::Low, Say::Middle, Say::High]).map(|(level, name)| {
        let share = (level.right * 100 + level.answers / 2).checked_div(level.answers);
        let share =
            share.map_or_else(|| "–".to_owned(), |share| words.fill(Say::Percent, &[Arg::Number(share)]));
        html! {
            <tr key={name as usize}>
                <th scope="row">{words.text(name)}</th><td>{words.number(level.answers)}</td><td>{share}</td>
            </tr>
        }
    });
    html! {
        <table class="sure-levels">
            <thead>
                <tr>
                    <th scope="col">{words.text(Say::HowSure)}</th>
                    <th scope="col">{words.text(Say::Answers)}</th>
                    <th scope="col">{words.text(Say::Right)}</th>
                </tr>
            </thead>
            <tbody>{for rows}</tbody>
        </table>
    }
}
