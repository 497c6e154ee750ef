//! Bits in a row: numbers of so many bits, numbers of any size, and texts in as few bits as
//! their letters allow. What they mean is left to `code`.

/// Bits that are written one after another, the highest of each number first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bits(Vec<bool>);

/// Bits that are read from the first on.
#[derive(Clone, Debug)]
pub struct Reader<'a> {
    bits: &'a [bool],
}

/// There are fewer bits than what is read takes, or they are none that were ever written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

impl Bits {
    /// The bits.
    pub fn as_slice(&self) -> &[bool] {
        &self.0
    }

    /// Adds the lowest bits of a number.
    pub fn number(&mut self, value: u64, width: usize) {
        self.0.extend((0..width).rev().map(|place| value >> place & 1 == 1));
    }

    /// Adds one of so many: as many bits as the last of them takes.
    pub fn one_of(&mut self, value: usize, count: usize) {
        self.number(value as u64, width(count));
    }

    /// Adds a number of any size, three bits at a time from the lowest on, each with another
    /// that says whether more follow.
    pub fn open_number(&mut self, mut value: u64) {
        loop {
            let (low, rest) = (value & 7, value >> 3);
            self.number(u64::from(rest > 0), 1);
            self.number(low, 3);
            value = rest;
            if rest == 0 {
                return;
            }
        }
    }

    /// Adds a text, in the shortest of three ways.
    pub fn text(&mut self, text: &str) {
        let ways = [Some(plain(text)), windowed(text), Some(utf8(text))];
        let shortest = ways.into_iter().enumerate().filter_map(|(way, bits)| Some((way, bits?)));
        if let Some((way, bits)) = shortest.min_by_key(|(_, bits)| bits.0.len()) {
            self.number(way as u64, 2);
            self.0.extend(bits.0);
        }
    }
}

impl From<Vec<bool>> for Bits {
    fn from(bits: Vec<bool>) -> Self {
        Self(bits)
    }
}

/// How many bits one of so many takes.
pub fn width(count: usize) -> usize {
    (usize::BITS - count.saturating_sub(1).leading_zeros()) as usize
}

/// The letters that take six bits; another takes as many and its number after them.
const PLAIN: &str = " abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
const OTHER: u64 = 63;

fn plain(text: &str) -> Bits {
    let mut bits = Bits::default();
    bits.open_number(text.chars().count() as u64);
    for letter in text.chars() {
        match PLAIN.find(letter) {
            Some(at) => bits.number(at as u64, 6),
            None => {
                bits.number(OTHER, 6);
                bits.open_number(u64::from(letter));
            }
        }
    }
    bits
}

/// For a script of its own: eight bits a letter, of ASCII or of one stretch of 128 letters.
fn windowed(text: &str) -> Option<Bits> {
    let window = u32::from(text.chars().find(|letter| !letter.is_ascii())?) >> 7;
    let mut bits = Bits::default();
    bits.open_number(text.chars().count() as u64);
    bits.number(u64::from(window), 14);
    for letter in text.chars() {
        let number = u32::from(letter);
        if !letter.is_ascii() && number >> 7 != window {
            return None;
        }
        bits.number(u64::from(!letter.is_ascii()), 1);
        bits.number(u64::from(number & 127), 7);
    }
    Some(bits)
}

fn utf8(text: &str) -> Bits {
    let mut bits = Bits::default();
    bits.open_number(text.len() as u64);
    text.bytes().for_each(|byte| bits.number(u64::from(byte), 8));
    bits
}

impl<'a> Reader<'a> {
    /// Reads these bits.
    pub fn new(bits: &'a [bool]) -> Self {
        Self { bits }
    }

    /// The bits that were not read yet.
    pub fn rest(&self) -> &'a [bool] {
        self.bits
    }

    /// Reads a number of so many bits.
    ///
    /// # Errors
    /// Where there are fewer.
    pub fn number(&mut self, width: usize) -> Result<u64, Unreadable> {
        let (head, rest) = self.bits.split_at_checked(width).ok_or(Unreadable)?;
        self.bits = rest;
        Ok(head.iter().fold(0, |value, bit| value << 1 | u64::from(*bit)))
    }

    /// Reads a bit.
    ///
    /// # Errors
    /// Where there is none.
    pub fn bit(&mut self) -> Result<bool, Unreadable> {
        Ok(self.number(1)? == 1)
    }

    /// Reads one of so many.
    ///
    /// # Errors
    /// Where there are not enough bits, or they say something else.
    pub fn one_of(&mut self, count: usize) -> Result<usize, Unreadable> {
        let value = self.number(width(count))? as usize;
        if value < count { Ok(value) } else { Err(Unreadable) }
    }

    /// Reads a number of any size.
    ///
    /// # Errors
    /// Where there are not enough bits, or more than such a number takes.
    pub fn open_number(&mut self) -> Result<u64, Unreadable> {
        let (mut value, mut place) = (0, 0);
        loop {
            let more = self.bit()?;
            value |= self.number(3)? << place;
            place += 3;
            match more {
                true if place > 60 => return Err(Unreadable),
                true => {}
                false => return Ok(value),
            }
        }
    }

    /// Reads a text.
    ///
    /// # Errors
    /// Where there are not enough bits, or they are no letters.
    pub fn text(&mut self) -> Result<String, Unreadable> {
        let way = self.number(2)?;
        let length = self.open_number()? as usize;
        // A length that is not there is no reason to make room for it.
        if length > self.bits.len() {
            return Err(Unreadable);
        }
        match way {
            0 => (0..length).map(|_| self.plain_letter()).collect(),
            1 => {
                let window = self.number(14)? as u32;
                (0..length).map(|_| self.windowed_letter(window)).collect()
            }
            2 => {
                let bytes: Result<Vec<u8>, _> = (0..length).map(|_| Ok(self.number(8)? as u8)).collect();
                String::from_utf8(bytes?).map_err(|_| Unreadable)
            }
            _ => Err(Unreadable),
        }
    }

    fn plain_letter(&mut self) -> Result<char, Unreadable> {
        match self.number(6)? {
            OTHER => u32::try_from(self.open_number()?).ok().and_then(char::from_u32).ok_or(Unreadable),
            at => PLAIN.chars().nth(at as usize).ok_or(Unreadable),
        }
    }

    fn windowed_letter(&mut self, window: u32) -> Result<char, Unreadable> {
        let beyond = self.bit()?;
        let low = self.number(7)? as u32;
        char::from_u32(if beyond { window << 7 | low } else { low }).ok_or(Unreadable)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn one_of_so_many_takes_what_it_needs() {
        for (count, bits) in [(0, 0), (1, 0), (2, 1), (3, 2), (4, 2), (5, 3), (8, 3), (9, 4)] {
            assert_eq!(width(count), bits, "{count}");
        }
    }

    #[test]
    fn a_text_takes_the_fewest_bits() {
        for (text, bits) in [
            ("", 2 + 4),
            ("Ann Berg", 2 + 8 + 8 * 6),
            ("Zo\u{eb}", 2 + 4 + 2 * 6 + 6 + 3 * 4),
            ("\u{410}\u{43d}\u{43d}\u{430}", 2 + 4 + 14 + 4 * 8),
            ("\u{4e2d}\u{6587}", 2 + 4 + 2 * 24),
        ] {
            let mut written = Bits::default();
            written.text(text);
            assert_eq!(written.as_slice().len(), bits, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(text in any::<String>(), number in 0..1_u64 << 60, of in 1..400_usize) {
            let mut bits = Bits::default();
            bits.text(&text);
            bits.open_number(number);
            bits.one_of(of - 1, of);
            let mut reader = Reader::new(bits.as_slice());
            prop_assert_eq!(reader.text(), Ok(text));
            prop_assert_eq!(reader.open_number(), Ok(number));
            prop_assert_eq!(reader.one_of(of), Ok(of - 1));
            prop_assert!(reader.rest().is_empty());
        }

        #[test]
        fn no_bits_are_too_odd_to_be_read(bits in proptest::collection::vec(any::<bool>(), 0..200)) {
            let mut reader = Reader::new(&bits);
            while reader.text().is_ok() && !reader.rest().is_empty() {}
        }
    }
}
