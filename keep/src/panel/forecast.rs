//! How much comes back on each of the coming days: a picture, and its table.

use verbatim_keep::DAYS;
use yew::{Html, html};

use super::data::Data;
use super::part;
use crate::dates::date;
use crate::messages::{Say, Words};

/// The picture's size, in its own units: a column is 20 wide, with 4 between them.
const HEIGHT: usize = 80;
const STEP: usize = 24;

pub fn view(data: &Data, words: &Words) -> Html {
    let most = data.forecast.iter().copied().max().unwrap_or_default().max(1);
    let columns = data.forecast.iter().enumerate().map(|(at, count)| {
        // Even a little is seen.
        let height = if *count == 0 { 1 } else { (count * HEIGHT / most).max(3) };
        html! {
            <rect key={at} x={(at * STEP).to_string()} y={(HEIGHT - height).to_string()} width="20" height={height.to_string()} />
        }
    });
    let rows =
        data.forecast.iter().enumerate().filter(|(at, count)| *at == 0 || **count > 0).map(|(at, count)| {
            let day = match at {
                0 => words.text(Say::Today).to_owned(),
                _ => date(data.now.start_of(at as u64), words.locale()),
            };
            html! { <tr key={at}><th scope="row">{day}</th><td>{words.number(*count)}</td></tr> }
        });
    let content = html! {
        <>
            <svg role="img" aria-label={words.text(Say::ForecastPicture).to_owned()} viewBox={format!("0 0 {} {HEIGHT}", DAYS * STEP - 4)}>
                {for columns}
            </svg>
            <table>
                <thead><tr><th scope="col">{words.text(Say::Day)}</th><th scope="col">{words.text(Say::ComingBack)}</th></tr></thead>
                <tbody>{for rows}</tbody>
            </table>
        </>
    };
    part(words, "forecast", Say::Forecast, content)
}
