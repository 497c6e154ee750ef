//! Texts as words: counting, comparing and finding them regardless of case,
//! punctuation and spacing.

/// The words of a text, as writers count them: what stands between spaces and
/// has a letter or digit in it.
pub fn count_words(text: &str) -> usize {
    let mut count = 0;
    let mut counted = false;
    let mut see = |is_space: bool, is_letter: bool| {
        if !is_space && is_letter && !counted {
            count += 1;
        }
        counted = !is_space && (counted || is_letter);
    };
    if text.is_ascii() {
        // Most passages are, and a story may have ten thousand.
        text.bytes().for_each(|byte| see(byte.is_ascii_whitespace(), byte.is_ascii_alphanumeric()));
    } else {
        text.chars().for_each(|letter| see(letter.is_whitespace(), letter.is_alphanumeric()));
    }
    count
}

/// Whether the words of `part` stand in `text` one after another.
pub fn contains_words(text: &str, part: &str) -> bool {
    let Some(first) = folded(part).nth(1) else { return false };
    let begins = |at: usize| !text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
    let stands = |at: usize| {
        let mut found = folded(&text[at..]).skip(1);
        begins(at) && folded(part).skip(1).all(|letter| found.next() == Some(letter))
    };
    // Only where the first letter is the right one is the rest compared.
    if first.is_ascii() {
        let first = first as u8;
        text.bytes().enumerate().any(|(at, byte)| byte.to_ascii_lowercase() == first && stands(at))
    } else {
        text.char_indices().any(|(at, letter)| !letter.is_ascii() && stands(at))
    }
}

/// Whether two texts have the same words.
pub fn same_words(one: &str, other: &str) -> bool {
    folded(one).eq(folded(other))
}

/// The words of a text in small letters, each with a space before and one after
/// the last. A possessive names its owner as well as the bare name does, so it
/// loses its ending.
pub fn folded(text: &str) -> impl Iterator<Item = char> + '_ {
    text.split(|letter: char| !letter.is_alphanumeric() && !is_apostrophe(letter))
        .map(|word| word.trim_matches(is_apostrophe))
        .map(|word| word.strip_suffix("'s").or(word.strip_suffix("\u{2019}s")).unwrap_or(word))
        .filter(|word| !word.is_empty())
        .flat_map(|word| std::iter::once(' ').chain(word.chars().flat_map(small)))
        .chain(std::iter::once(' '))
}

/// A letter in its small form, with one form of apostrophe.
fn small(letter: char) -> impl Iterator<Item = char> {
    let letter = if is_apostrophe(letter) { '\'' } else { letter };
    let (ascii, other) =
        if letter.is_ascii() { (Some(letter.to_ascii_lowercase()), None) } else { (None, Some(letter)) };
    ascii.into_iter().chain(other.into_iter().flat_map(char::to_lowercase))
}

fn is_apostrophe(letter: char) -> bool {
    letter == '\'' || letter == '\u{2019}'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_as_writers_do() {
        assert_eq!(count_words("Kim declined."), 2);
        assert_eq!(count_words("surprise - not least\u{2026} \u{201c}yes\u{201d}"), 4);
        assert_eq!(count_words("  "), 0);
    }

    #[test]
    fn finds_words_not_letters() {
        assert!(contains_words("\u{201c}Trump\u{2019}s legacy\u{201d}", "trump"));
        assert!(contains_words("said Jeff  Feltman.", "JEFF FELTMAN"));
        assert!(!contains_words("trumpet", "trump"));
        assert!(!contains_words("anything", "..."));
        assert!(!contains_words("", ""));
    }

    #[test]
    fn compares_words_not_marks() {
        assert!(same_words("\u{201c}Yes,\u{201d} he said", "yes he SAID."));
        assert!(same_words("don\u{2019}t", "don't"));
        assert!(!same_words("every one", "everyone"));
    }
}
