//! What is told of words that were typed.

use verbatim_core::excerpt::Excerpt;
use verbatim_core::model::Evidence;
use verbatim_core::score::Spelling;

use crate::components::question::Shown;
use crate::components::quoted_passage::excerpts;
use crate::element::El;
use crate::messages as say;

/// The missing words, and where they stand.
pub fn typed(into: El, shown: &Shown<'_>, spelling: Spelling, gap: Evidence, evidence: &[Excerpt]) -> El {
    let into = match spelling {
        Spelling::Near => into.say("p", "near", say::NEAR_MISS),
        _ => into,
    };
    let into = match spelling {
        Spelling::Right => into,
        _ => into.say("p", "answer", &say::the_word_is(shown.story.words(gap))),
    };
    excerpts(into, shown.story, evidence)
}
