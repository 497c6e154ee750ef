//! What the widget's words ask of the browser.

#[path = "../../src/effects/numbers.rs"]
pub mod numbers;
