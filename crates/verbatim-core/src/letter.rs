//! Letters: what counts as one, and which of two forms it has. The library's
//! tables know every script's, and would be the largest ones in the widget; here
//! stand the rules that hold for whole blocks of Unicode.

/// Whether this is a letter or a digit: of the scripts of Europe as Unicode has
/// it (Alphabetic or Number), of all others whatever is no mark, sign or picture.
pub fn is_letter(letter: char) -> bool {
    match letter {
        '\0'..='\u{7f}' => letter.is_ascii_alphanumeric(),
        // Latin-1's signs; the combining marks; those of Greek and Cyrillic.
        '\u{80}'..='\u{a9}' | '\u{ab}'..='\u{b1}' | '\u{b4}' | '\u{b6}'..='\u{b8}' | '\u{bb}' | '\u{bf}' => {
            false
        }
        '\u{d7}' | '\u{f7}' | '\u{2c2}'..='\u{2c5}' | '\u{2d2}'..='\u{2df}' | '\u{2e5}'..='\u{2eb}' => false,
        '\u{2ed}' | '\u{2ef}'..='\u{344}' | '\u{346}'..='\u{362}' | '\u{375}' | '\u{37e}' => false,
        '\u{384}' | '\u{385}' | '\u{387}' => false,
        '\u{3f6}' | '\u{482}'..='\u{489}' | '\u{55a}'..='\u{55f}' | '\u{589}'..='\u{5cf}' => false,
        // Punctuation, currencies, arrows, operators, boxes, pictures.
        '\u{2000}'..='\u{206f}' | '\u{207a}'..='\u{207e}' | '\u{208a}'..='\u{208f}' => false,
        '\u{20a0}'..='\u{2101}' | '\u{2190}'..='\u{245f}' | '\u{2500}'..='\u{2775}' => false,
        '\u{2794}'..='\u{2bff}' | '\u{2e00}'..='\u{2fff}' => false,
        // The same for East Asia, and in its wide forms.
        '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '\u{302a}'..='\u{3030}' => false,
        '\u{3099}'..='\u{309c}' | '\u{30a0}' | '\u{30fb}' | '\u{fe10}'..='\u{fe6f}' | '\u{feff}' => false,
        '\u{ff00}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff40}' => false,
        '\u{ff5b}'..='\u{ff65}' | '\u{ffe0}'..='\u{ffff}' | '\u{e000}'..='\u{f8ff}' => false,
        '\u{1f000}'..='\u{1faff}' | '\u{e0000}'.. => false,
        _ => true,
    }
}

/// A letter in its small form, of the scripts of Europe that have two forms;
/// any other letter as it is.
pub fn small(letter: char) -> char {
    let add = match letter {
        'A'..='Z'
        | '\u{c0}'..='\u{d6}'
        | '\u{d8}'..='\u{de}'
        | '\u{391}'..='\u{3a1}'
        | '\u{3a3}'..='\u{3ab}'
        | '\u{410}'..='\u{42f}' => 32,
        '\u{400}'..='\u{40f}' => 80,
        // Here the two forms stand side by side, the capital first.
        '\u{100}'..='\u{12f}'
        | '\u{132}'..='\u{137}'
        | '\u{14a}'..='\u{177}'
        | '\u{460}'..='\u{481}'
        | '\u{48a}'..='\u{4bf}'
        | '\u{4d0}'..='\u{52f}'
        | '\u{1e00}'..='\u{1e95}'
        | '\u{1ea0}'..='\u{1eff}' => 1 - (letter as u32 & 1),
        '\u{139}'..='\u{148}' | '\u{179}'..='\u{17e}' => letter as u32 & 1,
        _ => 0,
    };
    char::from_u32(letter as u32 + add).unwrap_or(letter)
}

/// Whether a letter is a capital, of the scripts of [`small`].
pub fn is_capital(letter: char) -> bool {
    small(letter) != letter
}

/// Whether a letter is small, of the scripts of [`small`].
pub fn is_small(letter: char) -> bool {
    let has_forms = matches!(letter, 'a'..='z' | '\u{df}'..='\u{f6}' | '\u{f8}'..='\u{12f}' | '\u{131}'..='\u{177}' | '\u{17a}'..='\u{17f}'
        | '\u{3ac}'..='\u{3ce}' | '\u{430}'..='\u{481}' | '\u{48b}'..='\u{4bf}' | '\u{4d1}'..='\u{52f}'
        | '\u{1e01}'..='\u{1e9d}' | '\u{1ea1}'..='\u{1eff}');
    has_forms && !is_capital(letter)
}

#[cfg(test)]
mod tests {
    use super::{is_capital, is_letter, is_small, small};

    /// Latin, Greek, Cyrillic, and what stands between their words.
    fn europe() -> impl Iterator<Item = char> {
        ('\0'..='\u{377}')
            .chain('\u{37a}'..='\u{52f}')
            .chain('\u{1e00}'..='\u{1eff}')
            .chain('\u{2000}'..='\u{209f}')
    }

    #[test]
    fn agrees_with_unicode_on_what_a_letter_is_in_europe() {
        let unassigned = |letter: char| matches!(letter, '\u{380}'..='\u{3a2}' | '\u{2072}'..='\u{209f}');
        let differs = |letter: &char| is_letter(*letter) != letter.is_alphanumeric() && !unassigned(*letter);
        let differing: Vec<char> = europe().filter(differs).collect();
        assert!(differing.is_empty(), "{differing:?}");
    }

    #[test]
    fn knows_the_words_of_other_scripts_from_what_stands_between() {
        for letter in
            "\u{5e9}\u{641}\u{915}\u{e01}\u{10d0}\u{3042}\u{30a2}\u{6f22}\u{ac00}\u{ff21}\u{20000}".chars()
        {
            assert!(is_letter(letter), "{letter:?}");
        }
        for sign in "\u{2014}\u{2019}\u{20ac}\u{2192}\u{3001}\u{300c}\u{ff01}\u{1f600}\u{e000}".chars() {
            assert!(!is_letter(sign), "{sign:?}");
        }
    }

    #[test]
    fn agrees_with_unicode_on_capitals() {
        let one_by_one = |letter: char| letter.to_lowercase().count() == 1;
        // The rest of two forms are letters that no rule of a block covers.
        for letter in europe().filter(|letter| is_capital(*letter) && one_by_one(*letter)) {
            assert_eq!(letter.to_lowercase().next(), Some(small(letter)), "{letter:?}");
        }
        for letter in europe() {
            assert!(!is_capital(letter) || letter.is_uppercase(), "{letter:?}");
            assert!(!is_small(letter) || letter.is_lowercase(), "{letter:?}");
        }
        for text in
            ["\u{c9}LYS\u{c9}E", "\u{141}\u{d3}D\u{179}", "\u{419}\u{401}", "\u{3a9}\u{391}", "\u{1ec6}"]
        {
            assert!(text.chars().all(is_capital), "{text}");
            assert!(text.to_lowercase().chars().all(is_small), "{text}");
        }
    }
}
