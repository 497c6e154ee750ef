//! Typed words against the words of a quotation.

use super::Decompose;
use crate::letter::is_letter;

/// How typed words compare to those asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spelling {
    /// The same, but for case, accents, punctuation and spacing.
    Right,
    /// So near that only the spelling can be at fault.
    Near,
    /// Other words.
    Wrong,
}

/// Compares typed words with those asked for and others that count as right.
///
/// A near miss is one change (a letter more, less or other, or two swapped:
/// optimal string alignment) in words of five to eight letters, two in longer
/// ones, and never a word that stands elsewhere in the quotation.
pub fn spelling(
    typed: &str,
    asked: &str,
    accept: &[String],
    quotation: &str,
    decompose: Decompose,
) -> Spelling {
    let typed = fold(typed, decompose);
    if typed.is_empty() {
        return Spelling::Wrong;
    }
    let mut wanted = vec![fold(asked, decompose)];
    for text in accept {
        wanted.push(fold(text, decompose));
    }
    if wanted.contains(&typed) {
        return Spelling::Right;
    }
    let stands_elsewhere = quotation.split_whitespace().any(|word| fold(word, decompose) == typed);
    let near = wanted.iter().any(|wanted| {
        let letters = wanted.chars().count();
        let allowed = match letters {
            0..=4 => 0,
            5..=8 => 1,
            _ => 2,
        };
        // A text many times too long is not worth the comparison.
        typed.chars().count() <= letters + allowed && strsim::osa_distance(&typed, wanted) <= allowed
    });
    if near && !stands_elsewhere { Spelling::Near } else { Spelling::Wrong }
}

/// A text as its letters and digits alone: decomposed, without accents,
/// punctuation and spaces.
fn fold(text: &str, decompose: Decompose) -> String {
    let mut folded = String::new();
    for letter in decompose(text).chars() {
        if is_letter(letter) && !is_mark(letter) {
            folded.push(letter);
        }
    }
    folded
}

/// Whether a letter only marks another (the blocks of combining marks, and the
/// vowel signs of Hebrew and Arabic).
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}' | '\u{670}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Enough of a decomposition for these cases.
    fn decompose(text: &str) -> String {
        text.to_lowercase().replace('\u{e9}', "e\u{301}")
    }

    #[test]
    fn tells_spelling_from_other_words() {
        use Spelling::*;
        for (typed, asked, expected) in [
            ("deterrence", "deterrence", Right),
            ("  Deterrence. ", "deterrence", Right),
            ("protege", "prot\u{e9}g\u{e9}", Right),
            ("deterence", "deterrence", Near),
            ("deterrent", "deterrence", Near),
            ("detterrence", "deterrence", Near),
            ("war", "was", Wrong),
            ("peace", "pease", Near),
            ("", "war", Wrong),
            ("...", "war", Wrong),
        ] {
            assert_eq!(spelling(typed, asked, &[], "", decompose), expected, "{typed}");
        }
        assert_eq!(spelling("bored", "board", &["bored".to_owned()], "", decompose), Right);
        assert_eq!(spelling("where", "there", &[], "where is it, there", decompose), Wrong);
    }
}
