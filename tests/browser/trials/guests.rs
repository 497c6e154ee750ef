//! The element as a guest in pages of others: what a page does to it, and what it
//! leaves the page, a module for each concern.

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::lab::{Lab, Trial};
use crate::server::Answer;

mod access;
mod framed;
mod hosts;
mod input;
mod pairs;
mod quiet;

/// All of them.
pub fn trials() -> Vec<Trial> {
    [hosts::trials, framed::trials, input::trials, pairs::trials, access::trials, quiet::trials]
        .into_iter()
        .flat_map(|trials| trials())
        .collect()
}

/// The site's story with a short quiz of many kinds, `some`, and one with a sequence, `order`.
fn story(lab: &Lab) -> Result<Vec<u8>> {
    let mut story: Value = serde_json::from_slice(&lab.story()?)?;
    let some = json!({ "id": "some", "title": "Some of all", "draw": {
        "who-said": 1, "match": 1, "sequence": 2, "before-after": 1, "choice": 1, "cloze": 1, "proof": 1
    } });
    let order = json!({ "id": "order", "title": "One sequence", "ask": ["long-way"] });
    story["quizzes"].as_array_mut().context("the story has no quizzes")?.extend([some, order]);
    Ok(serde_json::to_vec(&story)?)
}

/// Serves that story; gives back the address.
fn serve_story(lab: &Lab) -> Result<String> {
    Ok(lab.server.make("guest.json", [Answer::json(story(lab)?)]))
}
