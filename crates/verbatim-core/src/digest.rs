//! A digest of a story's file, by which one edition of it is told from another.

/// The 64-bit FNV-1a hash of a JSON text without the white space between its tokens, as 16
/// hexadecimal digits: the same for a file, for the same one minified, and for what a page
/// writes from an object. It tells editions apart and is no protection against anybody.
/// (The FNV Non-Cryptographic Hash Algorithm, RFC 9923.)
pub fn digest(json: &[u8]) -> String {
    let mut text = Text { hash: 0xcbf2_9ce4_8422_2325, in_string: false, is_escaped: false };
    for piece in json.chunks(PIECE) {
        text.take_in(piece);
    }
    let digit = |place: u32| char::from_digit((text.hash >> (place * 4)) as u32 & 15, 16);
    (0..16).rev().filter_map(digit).collect()
}

/// A browser compiles a function well only once it has run for a while, and then for its next
/// call: of one call with all of a large file nothing would be fast.
const PIECE: usize = 1 << 14;

/// What is known of a text so far.
struct Text {
    hash: u64,
    in_string: bool,
    is_escaped: bool,
}

impl Text {
    #[inline(never)]
    fn take_in(&mut self, piece: &[u8]) {
        for byte in piece {
            match byte {
                b' ' | b'\t' | b'\n' | b'\r' if !self.in_string => continue,
                b'"' if !self.is_escaped => self.in_string = !self.in_string,
                _ => {}
            }
            self.is_escaped = self.in_string && *byte == b'\\' && !self.is_escaped;
            self.hash = (self.hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::digest;

    #[test]
    fn known_digests() {
        assert_eq!(digest(b""), "cbf29ce484222325");
        assert_eq!(digest(b"a"), "af63dc4c8601ec8c");
        assert_eq!(digest(b"foobar"), "85944171f73967e8");
    }

    #[test]
    fn only_space_between_tokens_does_not_count() {
        let minified = br#"{"a b":"c \" d\\","e":[1,2]}"#;
        let written = b"{\n  \"a b\": \"c \\\" d\\\\\",\r\n\t\"e\": [1, 2]\n}\n";
        assert_eq!(digest(minified), digest(written));
        assert_ne!(digest(br#"{"a":"b c"}"#), digest(br#"{"a":"bc"}"#));
    }
}
