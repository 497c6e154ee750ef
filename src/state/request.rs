//! What whoever embeds the widget asks for.

use verbatim_core::session::Mode;
use wasm_bindgen::prelude::wasm_bindgen;

/// What is asked for.
#[wasm_bindgen]
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The quiz to begin with.
    pub(crate) quiz: Option<String>,
    /// When feedback is shown.
    pub(crate) mode: Mode,
    /// The seed to draw with.
    pub(crate) seed: Option<u32>,
    /// How many questions to ask at most.
    pub(crate) count: Option<u32>,
    /// The level of the first heading, 1 to 5.
    pub(crate) heading: u8,
}

impl Request {
    /// Whether another request is for the same questions, told in the same way.
    pub fn plays_as(&self, other: &Self) -> bool {
        self.quiz == other.quiz
            && self.mode == other.mode
            && self.seed == other.seed
            && self.count == other.count
    }
}
