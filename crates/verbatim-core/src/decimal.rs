//! Numbers in decimal digits. The library writes them by its formatter, which
//! knows widths, signs and alignment, and would be in the widget for these alone.

/// A number in digits.
#[inline(never)]
pub fn decimal(number: usize) -> String {
    let mut digits = if number < 10 { String::new() } else { decimal(number / 10) };
    digits.push(char::from(b'0' + (number % 10) as u8));
    digits
}

/// The number that a text of digits alone stands for, if there are that many bits for it.
pub fn parse(digits: &str) -> Option<u32> {
    let mut number: u32 = 0;
    for digit in digits.chars() {
        number = number.checked_mul(10)?.checked_add(digit.to_digit(10)?)?;
    }
    (!digits.is_empty()).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::{decimal, parse};

    #[test]
    fn writes_what_the_library_writes() {
        for number in [0, 7, 10, 99, 100, 4_294_967_295] {
            assert_eq!(decimal(number), number.to_string());
        }
    }

    #[test]
    fn reads_digits_and_nothing_else() {
        assert_eq!(parse("0"), Some(0));
        assert_eq!(parse("007"), Some(7));
        assert_eq!(parse("4294967295"), Some(u32::MAX));
        for text in ["", "-1", "+1", "1.0", "1e2", "4294967296", "99999999999"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
