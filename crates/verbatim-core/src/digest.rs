//! A digest of a story's file, by which one edition of it is told from another.

/// The 64-bit FNV-1a hash of a JSON text without the white space between its tokens, as 16
/// hexadecimal digits: the same for a file, for the same one minified, and for what a page
/// writes from an object. It tells editions apart and is no protection against anybody.
/// (The FNV Non-Cryptographic Hash Algorithm, RFC 9923.)
pub fn digest(json: &[u8]) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let (mut in_string, mut is_escaped) = (false, false);
    for byte in json {
        match byte {
            b' ' | b'\t' | b'\n' | b'\r' if !in_string => continue,
            b'"' if !is_escaped => in_string = !in_string,
            _ => {}
        }
        is_escaped = in_string && *byte == b'\\' && !is_escaped;
        hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    }
    let digit = |place: u32| char::from_digit((hash >> (place * 4)) as u32 & 15, 16);
    (0..16).rev().filter_map(digit).collect()
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
