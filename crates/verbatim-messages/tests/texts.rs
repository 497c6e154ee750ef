//! How texts are read, picked and filled in, and which way they run.
#![allow(missing_docs)]

use verbatim_messages::{Arg, Piece, Texts, Words, direction};

use table::Say;

mod table {
    verbatim_messages::messages! {
        /// A language.
        Language "language": "en",
        /// A tag.
        Locale "locale": "en-GB",
        /// Words that are quoted.
        Quoted "quoted": "“{words}”",
        /// Without places.
        Check "check": "Check",
        /// Two places.
        Progress "progress": "Question {at} of {count}",
        /// Plural forms.
        Points "points": { one: "{earned} of {count} point", other: "{earned} of {count} points" },
        /// A form that tells its number in words.
        Pairs "pairs": { one: "This pair:", other: "These {count} pairs:" },
    }
}

/// A message with what stands in for its arguments: the first is `<0>`.
fn filled(file: &str, say: Say, category: &str) -> String {
    let mut out = String::new();
    Texts::parse(file).pieces(say, category, &mut |piece| match piece {
        Piece::Text(text) => out.push_str(text),
        Piece::Place(at) => out.push_str(&format!("<{at}>")),
    });
    out
}

const KOREAN: &str =
    r#"{ "progress": "{count}문항 중 {at}번", "points": { "other": "{count}점 만점에 {earned}점" } }"#;
const ARABIC: &str = r#"{ "pairs": { "two": "سؤالان", "few": "{count} أسئلة", "other": "{count} سؤال" } }"#;

#[test]
fn arguments_go_where_the_language_has_them() {
    let cases = [
        ("", Say::Progress, "", "Question <0> of <1>"),
        ("", Say::Points, "one", "<0> of <1> point"),
        ("", Say::Points, "other", "<0> of <1> points"),
        ("", Say::Points, "few", "<0> of <1> points"),
        ("", Say::Pairs, "one", "This pair:"),
        (KOREAN, Say::Progress, "", "<1>문항 중 <0>번"),
        (KOREAN, Say::Points, "other", "<1>점 만점에 <0>점"),
        (ARABIC, Say::Pairs, "two", "سؤالان"),
        (ARABIC, Say::Pairs, "few", "<0> أسئلة"),
    ];
    for (file, say, category, wanted) in cases {
        assert_eq!(filled(file, say, category), wanted);
    }
}

#[test]
fn what_cannot_be_read_is_english() {
    for broken in ["", "null", "[]", "{", "<!doctype html>", "\u{feff}", &KOREAN[..KOREAN.len() - 3]] {
        assert_eq!(Texts::parse(broken).text(Say::Check), "Check", "{broken:?}");
        assert_eq!(filled(broken, Say::Points, "one"), "<0> of <1> point", "{broken:?}");
    }
    // One message that is none costs only itself.
    let file = r#"{ "check": 7, "points": "so", "locale": "de", "new": {}, "pairs": {} }"#;
    let texts = Texts::<Say>::parse(file);
    assert_eq!((texts.text(Say::Check), texts.text(Say::Locale)), ("Check", "de"));
    assert_eq!(filled(file, Say::Points, "other"), "<0> of <1> points");
    assert_eq!(filled(file, Say::Pairs, "other"), "These <0> pairs:");
    // A place that is not closed, or unknown, is no place.
    assert_eq!(filled(r#"{ "progress": "{count} {at" }"#, Say::Progress, ""), "<1> {at");
    assert_eq!(filled(r#"{ "progress": "{nobody} {at}" }"#, Say::Progress, ""), " <0>");
}

#[test]
fn words_are_filled_in_as_they_are() {
    let words = Words::parse(r#"{ "quoted": "„{words}“" }"#);
    assert_eq!(words.fill(Say::Quoted, &[Arg::Name("{words}")]), "„{words}“");
    assert_eq!(words.marks(), ("„", "“"));
    // Small numbers in English ask no browser.
    assert_eq!(words.fill(Say::Points, &[Arg::Number(0), Arg::Number(1)]), "0 of 1 point");
}

#[test]
fn a_script_that_is_named_decides_the_direction() {
    let cases = [
        ("fa", "rtl"),
        ("he-IL", "rtl"),
        ("az-Arab", "rtl"),
        ("ur-Latn", "ltr"),
        ("pt-BR", "ltr"),
        ("en", "ltr"),
        ("", "ltr"),
    ];
    for (tag, wanted) in cases {
        assert_eq!(direction(tag), wanted, "{tag}");
    }
}
