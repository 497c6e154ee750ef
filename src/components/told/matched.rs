//! What is told of quotations that were given to people.

use verbatim_core::feedback::Matched;
use verbatim_core::pose::Offer;
use yew::Html;

use super::rests;
use crate::components::question::Shown;
use crate::components::quoted_passage::{excerpts, folded};
use crate::element::{el, of, says};
use crate::messages as say;

/// Each quotation with its speaker; where the reader gave it to somebody else, with what that rests on.
pub fn matched(shown: &Shown<'_>, matched: &[Matched]) -> Vec<Html> {
    let story = shown.story;
    let each = matched.iter().map(|one| {
        let statement = &story[one.statement];
        let speaker = &story[statement.speaker];
        let words = say::quoted(story.words(statement.quote), statement.form);
        let item = of("li", "matched").add(says("p", "answer", say::said(speaker, &words)));
        match (&one.instead, one.given) {
            (Some(what), Some(person)) => {
                let choice = say::you_gave(&story[person]);
                let rests = rests(shown, choice, Offer::Person(person), what, Some(one.statement));
                item.push(excerpts(story, &one.evidence)).push(rests)
            }
            _ => item.add(folded(story, say::EVIDENCE, &one.evidence)),
        }
        .html()
    });
    vec![el("ul").set("class", "matches").all(each.collect()).html()]
}
