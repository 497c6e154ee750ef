//! The form of short texts: ids, names, languages, addresses.

use super::Checker;
use crate::finding::Problem;
use crate::json::Path;
use crate::words::{find, parts};

impl Checker {
    /// Whether an id has the form that addresses and saved progress rely on.
    pub(super) fn id_form(&mut self, id: &str, at: &Path<'_>) -> bool {
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        let sound = !id.is_empty() && id.len() <= 64 && !id.starts_with('-') && id.bytes().all(plain);
        self.formed(sound, "an id of small letters, digits and hyphens, 64 at the most", id, at)
    }

    /// Whether a text has anything in it.
    pub(crate) fn filled(&mut self, text: &str, what: &'static str, at: &Path<'_>) -> bool {
        let filled = !text.trim().is_empty();
        if !filled {
            self.report(at, Problem::Empty { what });
        }
        filled
    }

    /// Whether a text has the form of a language tag (BCP 47, RFC 5646, section 2.1).
    pub(super) fn language(&mut self, tag: &str, at: &Path<'_>) -> bool {
        let mut subtags = parts(tag, b'-');
        let primary = subtags.next().unwrap_or_default();
        let sound = (2..=8).contains(&primary.len())
            && primary.bytes().all(|byte| byte.is_ascii_alphabetic())
            && subtags.all(|tag| {
                (1..=8).contains(&tag.len()) && tag.bytes().all(|byte| byte.is_ascii_alphanumeric())
            });
        self.formed(sound, "a language tag as in en or pt-BR", tag, at)
    }

    /// Whether an address is one that may be linked to: a scheme that runs code
    /// in the page (`javascript:`, `data:`) is none.
    pub(super) fn address(&mut self, url: &str, at: &Path<'_>) -> bool {
        let lower = url.get(..8).unwrap_or(url).to_ascii_lowercase();
        let sound = (lower.starts_with("https://") || lower.starts_with("http://"))
            && find(url, "//", 0)
                .is_some_and(|at| !matches!(&url.as_bytes()[at + 2..], [] | [b'/', b'/', ..]))
            && !url.contains(|letter: char| letter.is_whitespace() || letter.is_control());
        self.formed(sound, "an address that begins with https:// or http://", url, at)
    }

    pub(super) fn formed(&mut self, sound: bool, expected: &'static str, found: &str, at: &Path<'_>) -> bool {
        if !sound {
            self.report(at, Problem::Malformed { expected, found: found.to_owned() });
        }
        sound
    }
}

/// The known name that comes closest to one that is not known, if any comes close:
/// within a third of its letters.
#[cfg(feature = "author")]
pub(crate) fn closest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (name.chars().count() / 3).max(1);
    known
        .map(|one| (strsim::osa_distance(name, one), one))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, one)| one)
}
