//! The drafting engine on any bytes: as text, and as numbers of pieces that make trouble.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../crates/verbatim-draft/tests/properties/holds.rs"]
mod holds;

use holds::{PIECES, holds};

fuzz_target!(|bytes: &[u8]| {
    match bytes.split_first() {
        Some((0, numbers)) => {
            let piece = |number: &u8| PIECES[usize::from(*number) % PIECES.len()];
            holds(&numbers.iter().map(piece).collect::<String>());
        }
        Some((1, numbers)) => {
            let piece = |number: &u8| PIECES[usize::from(*number) % PIECES.len()];
            holds(&numbers.iter().map(piece).collect::<Vec<&str>>().join(" "));
        }
        _ => holds(&String::from_utf8_lossy(bytes)),
    }
});
