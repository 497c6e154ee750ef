//! What is told of quotations that were given to people.

use verbatim_core::feedback::Matched;
use verbatim_core::pose::Offer;

use super::rests;
use crate::components::question::Shown;
use crate::components::quoted_passage::{excerpts, folded};
use crate::element::{El, of};
use crate::messages as say;

/// Each quotation with its speaker; where the reader gave it to somebody else, with what that rests on.
pub fn matched(into: El, shown: &Shown<'_>, matched: &[Matched]) -> El {
    let story = shown.story;
    let mut list = of("ul", "matches");
    for one in matched {
        let statement = &story[one.statement];
        let words = say::quoted(story.words(statement.quote), statement.form);
        let item = of("li", "matched").say("p", "answer", &say::said(&story[statement.speaker], &words));
        list = list.add(match (&one.instead, one.given) {
            (Some(what), Some(person)) => {
                let choice = say::you_gave(&story[person]);
                let rests = rests(shown, &choice, Offer::Person(person), what, Some(one.statement));
                excerpts(item, story, &one.evidence).add_some(rests)
            }
            _ => item.add(folded(story, say::EVIDENCE, &one.evidence)),
        });
    }
    into.add(list)
}
