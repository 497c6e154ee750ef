//! A quotation with a gap in it, to be typed into.

use verbatim_core::model::{Evidence, StatementIx};

use super::question::Shown;
use super::quoted_passage::quotation;
use super::subject::around;
use crate::effects::keys;
use crate::element::{A, El, On, of};
use crate::messages::{Arg, Say};

/// The quotation.
pub fn view(shown: &Shown<'_>, statement: StatementIx, gap: Evidence, typed: &str) -> El {
    let story = shown.story;
    let statement = &story[statement];
    let [before, after] = around(statement.quote, gap);
    let input = of("input", "gap")
        .set(A::Type, "text")
        .set(A::Maxlength, "80")
        .set(A::Autocomplete, "off")
        .set(A::Autocapitalize, "none")
        .set(A::Spellcheck, "false")
        .label(shown.cx.state, Say::Word, &[])
        .value(typed);
    let input = if shown.told {
        input.set(A::Disabled, "")
    } else {
        input.on(shown.cx.link, On::Input, 0, keys::typed)
    };
    let state = shown.cx.state;
    let (open, close) = state.words.marks();
    let quote = quotation(state).text(open).text(story.words(before)).add(input);
    let by = of("footer", "by").set(A::Lang, state.words.text(Say::Language));
    let by = by.set(A::Dir, state.words.direction());
    let speaker = &story[statement.speaker];
    let by = match &speaker.role {
        Some(role) => by.fill(state, Say::ByRole, &[Arg::Name(&speaker.name), Arg::Name(role)]),
        None => by.fill(state, Say::By, &[Arg::Name(&speaker.name)]),
    };
    quote.text(story.words(after)).text(close).add(by)
}
