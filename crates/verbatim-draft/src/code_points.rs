//! Offsets in code points, as other tools count them, from offsets in bytes, as
//! everything here does.

/// How many bytes one count stands for.
const STEP: usize = 512;

/// The code points of a text, counted once.
#[derive(Debug)]
pub struct CodePoints<'a> {
    text: &'a str,
    /// How many code points begin before each multiple of `STEP` bytes.
    before: Vec<usize>,
}

impl<'a> CodePoints<'a> {
    /// Counts the code points of a text.
    pub fn new(text: &'a str) -> Self {
        let mut count = 0;
        let steps = text.as_bytes().chunks(STEP).map(|chunk| {
            let before = count;
            count += starts(chunk);
            before
        });
        let mut before: Vec<usize> = steps.collect();
        before.push(count);
        Self { text, before }
    }

    /// How many code points begin before a byte of the text.
    pub fn before(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let step = byte / STEP;
        let counted = self.before.get(step).copied().unwrap_or_default();
        counted + starts(&self.text.as_bytes()[step * STEP..byte])
    }
}

/// How many code points begin in some bytes of UTF-8.
fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::CodePoints;

    #[test]
    fn counts_as_chars_do() {
        let text = "a\u{e9}\u{201c}\u{1f600}".repeat(200);
        let points = CodePoints::new(&text);
        for (count, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(points.before(byte), count);
        }
        assert_eq!(points.before(text.len() + 9), text.chars().count());
    }
}
