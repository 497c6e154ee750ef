//! Which way a language is written.

use verbatim_core::words::parts;

/// The languages and scripts that are written from right to left.
const RIGHT_TO_LEFT: &str = "ar ckb dv fa he ps sd ug ur yi Arab Hebr Syrc Thaa";

/// The direction of a language's script, as HTML's `dir` has it, by its BCP 47 tag.
pub fn direction(language: &str) -> &'static str {
    let mut decides = "";
    for subtag in parts(language, b'-') {
        // A script that is named decides over the language (RFC 5646, section 2.2.3): it has four letters.
        if decides.is_empty() || subtag.len() == 4 {
            decides = subtag;
        }
    }
    if parts(RIGHT_TO_LEFT, b' ').any(|one| one == decides) { "rtl" } else { "ltr" }
}
