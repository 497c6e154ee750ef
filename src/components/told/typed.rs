//! What is told of words that were typed.

use verbatim_core::excerpt::Excerpt;
use verbatim_core::model::{Evidence, Form};
use verbatim_core::score::Spelling;
use verbatim_core::words::cut;

use crate::components::question::Shown;
use crate::components::quoted_passage::excerpts;
use crate::element::{El, of};
use crate::messages::{self, Arg, Say};

/// The missing words, and where they stand.
pub fn typed(into: El, shown: &Shown<'_>, spelling: Spelling, gap: Evidence, evidence: &[Excerpt]) -> El {
    let state = shown.cx.state;
    let into = match spelling {
        Spelling::Near => into.tell(state, "p", "near", Say::NearMiss),
        _ => into,
    };
    let into = match spelling {
        Spelling::Right => into,
        _ => {
            let missing = shown.story.words(gap);
            let say = if cut(missing, b' ').is_some() { Say::WordsAre } else { Say::WordIs };
            let missing = messages::quoted(&state.words, missing, Form::Direct);
            into.add(of("p", "answer").fill(state, say, &[Arg::Name(&missing)]))
        }
    };
    excerpts(into, state, shown.story, evidence)
}
