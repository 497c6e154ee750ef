//! Numbers in words and digits, as far as time expressions use them.

const WORDS: [&str; 21] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];
const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// A whole number up to 99,999 in words or digits.
pub(super) fn number(word: &str) -> Option<u32> {
    if word.bytes().next().is_some_and(|byte| byte.is_ascii_digit()) {
        let digits: String = word.chars().filter(|letter| *letter != ',').collect();
        return digits.parse().ok().filter(|number| *number < 100_000);
    }
    if let Some(at) = WORDS.iter().position(|known| *known == word) {
        return Some(at as u32);
    }
    let (tens, ones) = word.split_once('-').unwrap_or((word, "zero"));
    let tens = TENS.iter().position(|known| *known == tens)?;
    let ones = WORDS.iter().position(|known| *known == ones).filter(|ones| *ones < 10)?;
    Some((tens as u32 + 2) * 10 + ones as u32)
}

/// A number as `first`, `2nd` or `third`, up to four.
pub(super) fn ordinal(word: &str) -> Option<u32> {
    match word {
        "first" | "1st" => Some(1),
        "second" | "2nd" => Some(2),
        "third" | "3rd" => Some(3),
        "fourth" | "4th" | "final" => Some(4),
        _ => None,
    }
}

/// The day of a month: `5`, `5th`.
pub(super) fn day(word: &str) -> Option<i8> {
    let digits = word.trim_end_matches(|letter: char| letter.is_ascii_lowercase());
    let suffix = &word[digits.len()..];
    let fits = digits.len() <= 2 && matches!(suffix, "" | "st" | "nd" | "rd" | "th");
    digits.parse().ok().filter(|day| fits && (1..=31).contains(day))
}

/// A year in four digits.
pub(super) fn year(word: &str) -> Option<i16> {
    let digits = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    word.parse().ok().filter(|year| digits && (1500..=2100).contains(year))
}

#[cfg(test)]
mod tests {
    use super::{day, number, year};

    #[test]
    fn reads_numbers() {
        assert_eq!(number("twelve"), Some(12));
        assert_eq!(number("thirty-five"), Some(35));
        assert_eq!(number("1,200"), Some(1200));
        assert_eq!(number("several"), None);
        assert_eq!((day("3rd"), day("32"), day("5x")), (Some(3), None, None));
        assert_eq!((year("1998"), year("12000"), year("998")), (Some(1998), None, None));
    }
}
