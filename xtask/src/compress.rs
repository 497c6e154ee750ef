//! Compresses a file as a web server would send it: brotli for browsers, gzip for what remains.

use std::io::Write;

use anyhow::Result;
use brotli::enc::BrotliEncoderParams;
use brotli::enc::backward_references::BrotliEncoderMode;
use flate2::{Compression, GzBuilder};

/// The bytes in brotli, at its best quality: the shortest of what it makes of them when it is
/// told to expect one thing or another, which nobody can know beforehand.
///
/// # Errors
/// None are expected: it writes to memory.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut shortest = None::<Vec<u8>>;
    for mode in [BrotliEncoderMode::BROTLI_MODE_GENERIC, BrotliEncoderMode::BROTLI_MODE_FONT] {
        for lgblock in [0, 16, 20] {
            let params = BrotliEncoderParams {
                quality: 11,
                // The largest window that every browser reads.
                lgwin: 24,
                size_hint: bytes.len(),
                mode,
                lgblock,
                ..Default::default()
            };
            let mut compressed = Vec::new();
            brotli::BrotliCompress(&mut &*bytes, &mut compressed, &params)?;
            if shortest.as_ref().is_none_or(|shortest| compressed.len() < shortest.len()) {
                shortest = Some(compressed);
            }
        }
    }
    Ok(shortest.unwrap_or_default())
}

/// The bytes in gzip, at its best level, without a name or a time: the same bytes every time.
///
/// # Errors
/// None are expected: it writes to memory.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzBuilder::new().write(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// Whether a file is worth compressing: text of any kind, and wasm.
/// Pictures and fonts are compressed by their own formats.
pub fn pays(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\0asm") || std::str::from_utf8(bytes).is_ok()
}

#[cfg(test)]
mod tests {
    use super::{brotli, gzip, pays};
    use std::io::Read;

    #[test]
    fn what_is_compressed_comes_back_whole() {
        let text = "He said, she said. ".repeat(400);
        let (small, smallest) = (gzip(text.as_bytes()).unwrap(), brotli(text.as_bytes()).unwrap());
        assert!(smallest.len() < small.len() && small.len() < text.len());

        let mut back = String::new();
        flate2::read::GzDecoder::new(&*small).read_to_string(&mut back).unwrap();
        assert_eq!(back, text);

        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut &*smallest, &mut back).unwrap();
        assert_eq!(back, text.as_bytes());
    }

    #[test]
    fn compressing_twice_gives_the_same_bytes() {
        let bytes = include_bytes!("compress.rs");
        assert_eq!(gzip(bytes).unwrap(), gzip(bytes).unwrap());
        assert_eq!(brotli(bytes).unwrap(), brotli(bytes).unwrap());
    }

    #[test]
    fn text_and_wasm_pay() {
        assert!(pays("Zoë".as_bytes()));
        assert!(pays(b"\0asm\x01\0\0\0\xff\xfe"));
        assert!(!pays(b"\x89PNG\r\n\x1a\n\xff"));
    }
}
