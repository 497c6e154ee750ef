//! Any text at all: nothing panics, and what is reported stands where it is said to stand.
#![allow(clippy::unwrap_used)]

mod holds;

use proptest::prelude::*;

use holds::{PIECES, holds};
use verbatim_draft::{Article, facts};

fn pieces() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat())
}

fn spaced() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #[test]
    fn any_text(text in "\\PC*") {
        holds(&text);
    }

    #[test]
    fn any_pieces(text in pieces()) {
        holds(&text);
    }

    #[test]
    fn any_sentences(text in spaced()) {
        holds(&text);
    }
}

/// Articles, and what fuzzing found to break what holds.
#[test]
fn every_kept_text() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        println!("{}", path.display());
        holds(&String::from_utf8_lossy(&std::fs::read(path).unwrap()));
    }
}

/// Long texts of the kinds whose time could grow with the square of their length; how fast
/// they are is measured by the bench.
#[test]
fn long_texts_are_read_to_the_end() {
    let repeated = |piece: &str, bytes: usize| piece.repeat(bytes / piece.len());
    let article =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/ferry.txt")).unwrap();
    let paragraph = repeated(&article.replace('\n', " "), 200_000);
    for text in [
        repeated("\"", 60_000),
        repeated("\u{201c}", 60_000),
        repeated("\u{201c}They said so. ", 60_000),
        repeated("said ", 60_000),
        repeated("Ada Brandt, ", 60_000),
        repeated("\u{201c}No, \u{201c}never,\u{201d} ever,\u{201d} she said. ", 60_000),
        repeated("'", 60_000),
        repeated("\u{200f}\u{5d0}\u{5d1} \u{1f600}\u{200d}e\u{301} \"\u{5d2}\" ", 60_000),
        paragraph.clone(),
    ] {
        let found = facts(Article { text: &text, published: Some("2020-05-13"), language: "en" });
        assert!(found.quotes.iter().all(|quote| text.get(quote.words.clone()).is_some()));
    }
    let found = facts(Article { text: &paragraph, published: None, language: "en" });
    let one = facts(Article { text: &article, published: None, language: "en" });
    assert_eq!(found.quotes.len() / one.quotes.len(), 200_000 / article.len(), "as many as in each part");
}
