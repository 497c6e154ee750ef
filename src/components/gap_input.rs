//! A quotation with a gap in it, to be typed into.

use verbatim_core::model::{Evidence, StatementIx};
use yew::virtual_dom::ListenerKind;

use super::question::Shown;
use super::quoted_passage::quotation;
use super::subject::around;
use crate::effects::keys;
use crate::element::{El, el, says};
use crate::messages as say;

/// The quotation.
pub fn view(shown: &Shown<'_>, statement: StatementIx, gap: Evidence, typed: &str) -> El {
    let story = shown.story;
    let statement = &story[statement];
    let [before, after] = around(statement.quote, gap);
    let input = el("input")
        .set("class", "gap")
        .set("type", "text")
        .set("size", "14")
        .set("maxlength", "80")
        .set("autocomplete", "off")
        .set("autocapitalize", "none")
        .set("spellcheck", "false")
        .set("aria-label", say::WORD)
        .value(typed.to_owned());
    let input = if shown.told {
        input.set("disabled", "")
    } else {
        input.on(shown.cx.link, ListenerKind::oninput, 0, keys::typed)
    };
    let [open, close] = say::QUOTES;
    quotation(story)
        .text([open, story.words(before)].concat())
        .add(input)
        .text([story.words(after), close].concat())
        .add(says("footer", "by", ["— ", &say::name_and_role(&story[statement.speaker])].concat()))
}
