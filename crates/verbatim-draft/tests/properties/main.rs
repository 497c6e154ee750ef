//! Any text at all: nothing panics, and what is reported stands where it is said to stand.
#![allow(clippy::unwrap_used)]

mod holds;

use proptest::prelude::*;

use holds::{PIECES, holds};

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
