//! Which way a language is written.

/// The direction of a language's script, as HTML's `dir` has it, by its BCP 47 tag.
pub fn direction(language: &str) -> &'static str {
    let mut subtags = language.split('-');
    let language = subtags.next().unwrap_or_default();
    let is_right_to_left =
        matches!(language, "ar" | "ckb" | "dv" | "fa" | "he" | "ps" | "sd" | "ug" | "ur" | "yi");
    // A script that is named decides (RFC 5646, section 2.2.3): it has four letters.
    match subtags.find(|subtag| subtag.len() == 4) {
        Some("Arab" | "Hebr" | "Syrc" | "Thaa") => "rtl",
        Some(_) => "ltr",
        None if is_right_to_left => "rtl",
        None => "ltr",
    }
}
