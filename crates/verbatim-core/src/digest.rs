//! A digest of a story's file, by which one edition of it is told from another.

/// The 64-bit FNV-1a hash of some bytes, as 16 hexadecimal digits. It tells
/// editions apart and is no protection against anybody.
/// (The FNV Non-Cryptographic Hash Algorithm, RFC 9923.)
pub fn digest(bytes: &[u8]) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in bytes {
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
}
