//! A quotation with a gap in it, to be typed into.

use verbatim_core::model::{Evidence, StatementIx};

use super::question::Shown;
use super::quoted_passage::quotation;
use super::subject::around;
use crate::effects::keys;
use crate::element::{A, El, On, of};
use crate::messages as say;

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
        .set(A::AriaLabel, say::WORD)
        .value(typed);
    let input = if shown.told {
        input.set(A::Disabled, "")
    } else {
        input.on(shown.cx.link, On::Input, 0, keys::typed)
    };
    let [open, close] = say::QUOTES;
    quotation(story).text(open).text(story.words(before)).add(input).text(story.words(after)).text(close).say(
        "footer",
        "by",
        &["— ", &say::name_and_role(&story[statement.speaker])].concat(),
    )
}
