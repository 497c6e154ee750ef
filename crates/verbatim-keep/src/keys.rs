//! The keys of records: parts with U+001F between them, numbers with zeros before them, so that
//! the order of the keys is that of the parts.

use crate::store::Range;

const BETWEEN: char = '\u{1f}';

/// A key of parts.
pub fn key(parts: &[&str]) -> String {
    parts.join("\u{1f}")
}

/// The keys that begin with these parts and have more.
pub fn within(parts: &[&str]) -> Range {
    let mut from = key(parts);
    let mut to = from.clone();
    from.push(BETWEEN);
    // The next after what stands between parts.
    to.push(' ');
    Range::between(from, to)
}

/// A time in milliseconds, as it stands in a key.
pub fn time(milliseconds: u64) -> String {
    format!("{milliseconds:016}")
}

/// A position, as it stands in a key.
pub fn position(at: u32) -> String {
    format!("{at:06}")
}

/// The key of a card in the order of what is due.
pub fn due(milliseconds: u64, story: &str, fact: &str) -> String {
    key(&[&time(milliseconds), story, fact])
}

/// The parts of such a key: when, story and fact.
pub fn due_parts(key: &str) -> Option<(u64, &str, &str)> {
    let mut parts = key.splitn(3, BETWEEN);
    Some((parts.next()?.parse().ok()?, parts.next()?, parts.next()?))
}

/// The parts of a key that has two.
pub fn two(key: &str) -> Option<(&str, &str)> {
    key.split_once(BETWEEN)
}

#[cfg(test)]
mod tests {
    use super::{due, due_parts, key, two, within};

    #[test]
    fn keys_come_apart_again() {
        assert_eq!(due_parts(&due(17, "a", "statement:b")), Some((17, "a", "statement:b")));
        assert_eq!(due_parts("soon"), None);
        assert_eq!(two(&key(&["a", "b"])), Some(("a", "b")));
    }

    #[test]
    fn one_story_is_not_within_another() {
        let range = within(&["story"]);
        assert!(range.holds(&key(&["story", ""])) && range.holds(&key(&["story", "\u{10ffff}"])));
        for other in ["story", "story one", "stor", "story-2\u{1f}a", "story\u{1e}"] {
            assert!(!range.holds(other), "{other:?}");
        }
    }
}
