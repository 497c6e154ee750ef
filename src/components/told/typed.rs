//! What is told of words that were typed.

use verbatim_core::excerpt::Excerpt;
use verbatim_core::model::Evidence;
use verbatim_core::score::Spelling;
use yew::Html;

use crate::components::question::Shown;
use crate::components::quoted_passage::excerpts;
use crate::element::says;
use crate::messages as say;

/// The missing words, and where they stand.
pub fn typed(shown: &Shown<'_>, spelling: Spelling, gap: Evidence, evidence: &[Excerpt]) -> Vec<Html> {
    let mut told = Vec::new();
    if spelling == Spelling::Near {
        told.push(says("p", "near", say::NEAR_MISS).html());
    }
    if spelling != Spelling::Right {
        told.push(says("p", "answer", say::the_word_is(shown.story.words(gap))).html());
    }
    told.push(excerpts(shown.story, evidence));
    told
}
