//! Charts as pictures that are read at a glance. Each has a table beside it with the same figures,
//! so the picture is hidden from those who read by ear, but for its name.

use yew::{Html, html};

/// A bar of a chart.
pub struct Bar {
    /// What it is called below it.
    pub label: String,
    /// How high it is, from 0 to 1.
    pub share: f64,
    /// What stands on it.
    pub figure: String,
}

/// How wide a bar and its space are, and how high the highest is, in the picture's units.
const STEP: f64 = 64.0;
const HEIGHT: f64 = 160.0;
const ABOVE: f64 = 24.0;
const BELOW: f64 = 28.0;

/// Bars side by side, from nothing to all.
pub fn bars(name: &str, bars: &[Bar]) -> Html {
    let width = STEP * bars.len().max(1) as f64;
    let bar = |(at, bar): (usize, &Bar)| {
        let height = HEIGHT * bar.share.clamp(0.0, 1.0);
        let (left, top) = (STEP * at as f64 + 9.0, ABOVE + HEIGHT - height);
        let middle = left + (STEP - 18.0) / 2.0;
        html! {
            <>
                <rect class="bar" x={left.to_string()} y={top.to_string()} width={(STEP - 18.0).to_string()} height={height.to_string()} />
                <text class="figure" x={middle.to_string()} y={(top - 6.0).to_string()} text-anchor="middle">{bar.figure.clone()}</text>
                <text class="label" x={middle.to_string()} y={(ABOVE + HEIGHT + 20.0).to_string()} text-anchor="middle">{bar.label.clone()}</text>
            </>
        }
    };
    let line = |share: f64| {
        let y = (ABOVE + HEIGHT * (1.0 - share)).to_string();
        html! { <line class="line" x1="0" x2={width.to_string()} y1={y.clone()} y2={y} /> }
    };
    html! {
        <figure class="chart">
            <svg viewBox={format!("0 0 {width} {}", ABOVE + HEIGHT + BELOW)} width={width.to_string()} role="img" aria-label={name.to_owned()}>
                {for [0.0, 0.5, 1.0].map(line)}
                {for bars.iter().enumerate().map(bar)}
            </svg>
        </figure>
    }
}
