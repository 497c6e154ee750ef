//! The 32 symbols that codes are written in, and how any character is taken for one of them.
//! What symbols mean in a row is left to `group` and `code`.
//!
//! They are Crockford's Base 32 (<https://www.crockford.com/base32.html>): digits and capitals
//! without I, L, O and U, which are read as the 1, 1, 0 and V that they look like. All of them
//! are in the alphanumeric mode of QR codes (ISO/IEC 18004, 7.4.4).

/// Five bits, as a number from 0 to 31.
pub type Symbol = u8;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// What a character is to a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// A symbol.
    Symbol(Symbol),
    /// A dash of any sort, as it stands between groups.
    Dash,
    /// Anything that may come between symbols on the way: a space, the end of a line, the mark
    /// of a reply, a quotation mark, a character without width.
    Space,
    /// A letter that is in no code.
    Foreign,
}

/// The character of a symbol.
pub fn written(symbol: Symbol) -> char {
    char::from(ALPHABET[usize::from(symbol & 31)])
}

/// Takes a character for what it is to a code, whatever its case, width or script of digits.
pub fn taken(letter: char) -> Taken {
    match letter {
        '0'..='9' => Taken::Symbol(letter as u8 - b'0'),
        'a'..='z' | 'A'..='Z' => Taken::Symbol(letter_symbol(letter as u8)),
        '-' => Taken::Dash,
        _ if letter.is_ascii() => Taken::Space,
        // Full-width forms stand as ASCII does, 0xFEE0 further on.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(letter as u32 - 0xfee0).map_or(Taken::Foreign, taken),
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' => Taken::Dash,
        _ => match digit(letter) {
            Some(digit) => Taken::Symbol(digit),
            None if letter.is_alphanumeric() => Taken::Foreign,
            None => Taken::Space,
        },
    }
}

fn letter_symbol(letter: u8) -> Symbol {
    let letter = match letter.to_ascii_uppercase() {
        b'I' | b'L' => b'1',
        b'O' => b'0',
        b'U' => b'V',
        other => other,
    };
    ALPHABET.iter().position(|one| *one == letter).unwrap_or_default() as Symbol
}

/// The value of a decimal digit of another script.
fn digit(letter: char) -> Option<Symbol> {
    let at = ZEROS.partition_point(|zero| *zero <= letter as u32).checked_sub(1)?;
    let value = letter as u32 - ZEROS.get(at)?;
    (value < 10).then_some(value as Symbol)
}

/// The zeros of all decimal digits beyond ASCII, each followed by its 1 to 9 (Unicode 14.0,
/// `DerivedNumericType.txt`, Decimal; full-width ones are told above).
#[rustfmt::skip]
const ZEROS: &[u32] = &[
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6,
    0xe50, 0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50,
    0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0x104a0,
    0x10d30, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650, 0x116c0,
    0x11730, 0x118e0, 0x11950, 0x11c50, 0x11d50, 0x11da0, 0x16a60, 0x16ac0, 0x16b50, 0x1d7ce,
    0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e950, 0x1fbf0,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_symbol_comes_back_in_both_cases_and_widths() {
        for symbol in 0..32 {
            let letter = written(symbol);
            let wide = char::from_u32(letter as u32 + 0xfee0).unwrap();
            for letter in [letter, letter.to_ascii_lowercase(), wide] {
                assert_eq!(taken(letter), Taken::Symbol(symbol), "{letter}");
            }
        }
    }

    #[test]
    fn look_alikes_are_what_they_look_like() {
        for (letter, like) in [('I', '1'), ('l', '1'), ('O', '0'), ('o', '0'), ('u', 'v')] {
            assert_eq!(taken(letter), taken(like));
        }
    }

    #[test]
    fn digits_of_other_scripts_and_what_stands_between() {
        for (zero, nine) in [('\u{660}', '\u{669}'), ('\u{6f0}', '\u{6f9}'), ('\u{966}', '\u{96f}')] {
            assert_eq!((taken(zero), taken(nine)), (Taken::Symbol(0), Taken::Symbol(9)));
        }
        for zero in ZEROS {
            assert!((*zero..zero + 10).all(|one| char::from_u32(one).unwrap().is_numeric()), "{zero:x}");
        }
        for dash in "-\u{2010}\u{2011}\u{2013}\u{2014}\u{2212}\u{ff0d}".chars() {
            assert_eq!(taken(dash), Taken::Dash, "{dash:?}");
        }
        for space in
            " \n\t>|*_\u{201c}\u{2019}\u{ab}\u{200b}\u{feff}\u{ad}\u{202e}\u{3000}\u{ff1e}\u{b7}".chars()
        {
            assert_eq!(taken(space), Taken::Space, "{space:?}");
        }
        for foreign in "\u{e9}\u{df}\u{416}\u{5d0}\u{4e2d}\u{b2}".chars() {
            assert_eq!(taken(foreign), Taken::Foreign, "{foreign:?}");
        }
    }
}
