//! Chance that comes in as a value: the same seed gives the same draws on every
//! machine. The generator is PCG32 (O'Neill 2014, XSH-RR), from `oorandom`.

use oorandom::Rand32;

/// A source of numbers that are random but for their seed.
#[derive(Clone, Debug)]
pub struct Dice(Rand32);

impl Dice {
    /// Dice for one purpose: the same seed gives other numbers for other purposes.
    pub fn new(seed: u32, purpose: &str) -> Self {
        Self(Rand32::new_inc(u64::from(seed), hash(purpose)))
    }

    /// A number from 0 up to and without `end`; 0 where `end` is 0.
    pub fn below(&mut self, end: usize) -> usize {
        match u32::try_from(end) {
            Ok(0) | Err(_) => 0,
            Ok(end) => self.0.rand_range(0..end) as usize,
        }
    }

    /// Puts the items in a random order (Fisher and Yates, in Durstenfeld's form).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }

    /// The items in a random order.
    pub fn shuffled<T>(&mut self, items: impl IntoIterator<Item = T>) -> Vec<T> {
        let mut items: Vec<T> = items.into_iter().collect();
        self.shuffle(&mut items);
        items
    }
}

/// FNV-1a with 64 bits (draft-eastlake-fnv, section 2).
pub(crate) fn hash(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
