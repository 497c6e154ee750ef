//! Codes as QR codes, read by decoders that are not ours.

use std::fs;

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, QrSegmentMode};
use serde::Deserialize;

use super::*;

#[derive(Deserialize)]
struct Read {
    zxing: Vec<String>,
    opencv: String,
}

/// A picture as decoders take it (PGM, from netpbm): four dots a module, and the margin.
fn picture(code: &QrCode) -> Vec<u8> {
    const DOTS: i32 = 4;
    const MARGIN: i32 = 4;
    let side = (code.size() + 2 * MARGIN) * DOTS;
    let mut picture = format!("P5 {side} {side} 255\n").into_bytes();
    let places = (0..side).flat_map(|y| (0..side).map(move |x| (x / DOTS - MARGIN, y / DOTS - MARGIN)));
    picture.extend(places.map(|(x, y)| if code.get_module(x, y) { 0 } else { 255 }));
    picture
}

#[test]
fn three_decoders_read_what_was_written() {
    let known = known();
    let mut names = names(9);
    names.push("Zo\u{eb} Fran\u{e7}ois".to_owned());
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("symbols");
    fs::create_dir_all(&folder).unwrap();
    let codes: Vec<String> = (1..=3).flat_map(|seed| class(&known, seed, &names)).collect();
    let paths: Vec<PathBuf> = codes
        .iter()
        .enumerate()
        .map(|(at, code)| {
            // In the mode that takes five and a half bits a character.
            assert!(QrSegment::make_segments(code)[0].mode() == QrSegmentMode::Alphanumeric, "{code}");
            let symbol = QrCode::encode_text(code, QrCodeEcc::Medium).unwrap();
            let path = folder.join(format!("{at}.pgm"));
            fs::write(&path, picture(&symbol)).unwrap();
            path
        })
        .collect();
    let read: Vec<Read> = serde_json::from_str(&python("decode.py", &paths, "")).unwrap();
    assert_eq!(read.len(), codes.len());
    for (read, code) in read.iter().zip(&codes) {
        assert_eq!((&read.zxing, &read.opencv), (&vec![code.clone()], code));
    }
    let zbar = Command::new("zbarimg")
        .args(["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable"])
        .args(&paths)
        .output();
    let zbar = zbar.expect("zbarimg, of Debian's zbar-tools");
    let lines: Vec<String> = String::from_utf8(zbar.stdout).unwrap().lines().map(str::to_owned).collect();
    assert_eq!(lines, codes);
}
