//! Texts as words: counting, comparing and finding them regardless of case,
//! punctuation and spacing.

/// The words of a text, as writers count them: what stands between spaces and
/// has a letter or digit in it.
pub fn count_words(text: &str) -> usize {
    let mut count = 0;
    let mut counted = false;
    for letter in text.chars() {
        if letter.is_whitespace() {
            counted = false;
        } else if !counted && letter.is_alphanumeric() {
            counted = true;
            count += 1;
        }
    }
    count
}

/// Whether the words of `part` stand in `text` one after another.
pub fn contains_words(text: &str, part: &str) -> bool {
    let mut wanted = folded(part).skip(1);
    let Some(first) = wanted.next() else { return false };
    // Only where a word begins with the right letter is the rest compared.
    let mut before = ' ';
    text.char_indices().any(|(at, letter)| {
        let begins = !before.is_alphanumeric() && small(letter).next() == Some(first);
        before = letter;
        begins && {
            let mut found = folded(&text[at..]).skip(1);
            folded(part).skip(1).all(|letter| found.next() == Some(letter))
        }
    })
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
