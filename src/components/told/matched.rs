//! What is told of quotations that were given to people.

use verbatim_core::feedback::Matched;
use verbatim_core::pose::Offer;

use super::rests;
use crate::components::question::Shown;
use crate::components::quoted_passage::{excerpts, folded};
use crate::element::{El, of};
use crate::messages::{self, Arg, Say};

/// Each quotation with its speaker; where the reader gave it to somebody else, with what that rests on.
pub fn matched(into: El, shown: &Shown<'_>, matched: &[Matched]) -> El {
    let (story, state) = (shown.story, shown.cx.state);
    let mut list = of("ul", "matches");
    for one in matched {
        let statement = &story[one.statement];
        let words = messages::quoted(&state.words, story.words(statement.quote), statement.form);
        let said = [Arg::Name(&story[statement.speaker].name), Arg::Name(&words)];
        let item = of("li", "matched").add(of("p", "answer").fill(state, Say::Said, &said));
        list = list.add(match (&one.instead, one.given) {
            (Some(what), Some(person)) => {
                let name = messages::name(&story[person]);
                let choice = of("p", "").fill(state, Say::YouGave, &[Arg::Name(&name)]);
                let rests = rests(shown, choice, Offer::Person(person), what, Some(one.statement));
                excerpts(item, state, story, &one.evidence).add_some(rests)
            }
            _ => item.add(folded(state, story, Say::Evidence, &one.evidence)),
        });
    }
    into.add(list)
}
