//! Names for things within a story: small letters, digits and hyphens, each once.

use std::collections::HashSet;

/// The longest id that is made.
const LONGEST: usize = 32;

/// The ids that are taken.
#[derive(Debug, Default)]
pub struct Ids {
    taken: HashSet<String>,
}

impl Ids {
    /// Ids beside those that are taken already.
    pub fn beside(taken: impl IntoIterator<Item = String>) -> Self {
        Self { taken: taken.into_iter().collect() }
    }

    /// An id that is not taken, from the words of a text; `otherwise` where it has no plain letters.
    pub fn new_id(&mut self, text: &str, otherwise: &str) -> String {
        let plain = slug(text, otherwise);
        let mut id = plain.clone();
        let mut count = 1;
        while !self.taken.insert(id.clone()) {
            count += 1;
            id = format!("{plain}-{count}");
        }
        id
    }
}

/// The words of a text as an id, cut at a word where it is long.
pub fn slug(text: &str, otherwise: &str) -> String {
    let mut slug = String::new();
    for word in text.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        if slug.len() + word.len() >= LONGEST {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.extend(word.chars().map(|letter| letter.to_ascii_lowercase()));
    }
    if slug.is_empty() { otherwise.to_owned() } else { slug }
}

#[cfg(test)]
mod tests {
    use super::{Ids, slug};

    #[test]
    fn makes_each_id_once() {
        let mut ids = Ids::default();
        assert_eq!(ids.new_id("The Harbour Post", "source"), "the-harbour-post");
        assert_eq!(ids.new_id("The Harbour Post!", "source"), "the-harbour-post-2");
        assert_eq!(ids.new_id("\u{5831}", "source"), "source");
        assert!(slug(&"word ".repeat(40), "x").len() <= 32);
    }
}
