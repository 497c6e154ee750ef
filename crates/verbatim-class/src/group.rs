//! Groups of eight symbols, the last of which checks the seven before it and where the group
//! stands. How groups make a code is left to `code`.
//!
//! The check is one parity equation over GF(32): the sum of aᵏ·xₖ over the symbols x₀ to x₇ is
//! the group's number, where a is a primitive element (a root of x⁵ + x² + 1). It is the
//! Reed–Solomon code with one check symbol (Reed and Solomon 1960), as ISO/IEC 7064 has it over
//! a ring. Its weights are all different and none is zero. So a changed symbol changes the sum
//! (aᵏ·d ≠ 0), and so do two different symbols that change places ((aⁱ − aʲ)·d ≠ 0), next to
//! each other or not. Two symbols that change places between two groups change both sums.

use crate::symbol::Symbol;

/// How many symbols a group has, the check among them.
pub const SYMBOLS: usize = 8;
/// How many of them are not the check.
pub const DATA: usize = SYMBOLS - 1;

/// A group as it is written.
pub type Group = [Symbol; SYMBOLS];

/// Closes seven symbols with their check, as the group of a number from 0 on.
pub fn close(data: [Symbol; DATA], number: usize) -> Group {
    let mut group = [0; SYMBOLS];
    group[..DATA].copy_from_slice(&data);
    group[DATA] = (0..32)
        .find(|check| {
            group[DATA] = *check;
            holds(&group, number)
        })
        .unwrap_or_default();
    group
}

/// Whether the check of a group holds where it stands.
pub fn holds(group: &Group, number: usize) -> bool {
    usize::from(sum(group)) == number % 32
}

/// The weighted sum of a group's symbols; in one that is whole, its number modulo 32.
pub fn sum(group: &Group) -> Symbol {
    group.iter().zip(&PRODUCTS).fold(0, |sum, (symbol, times)| sum ^ times[usize::from(symbol & 31)])
}

/// The product of the k-th weight and each symbol.
const PRODUCTS: [[Symbol; 32]; SYMBOLS] = {
    let mut products = [[0; 32]; SYMBOLS];
    let (mut place, mut weight) = (0, 1);
    while place < SYMBOLS {
        let mut symbol = 0;
        while symbol < 32 {
            products[place][symbol as usize] = product(weight, symbol);
            symbol += 1;
        }
        weight = product(weight, 2);
        place += 1;
    }
    products
};

/// The product in GF(32).
const fn product(one: Symbol, other: Symbol) -> Symbol {
    let (mut sum, mut one, mut other) = (0, one, other);
    while other > 0 {
        if other & 1 == 1 {
            sum ^= one;
        }
        one <<= 1;
        if one & 32 != 0 {
            one ^= 0b10_0101;
        }
        other >>= 1;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weights_are_different_and_none_is_zero() {
        let mut weights: Vec<Symbol> = PRODUCTS.iter().map(|times| times[1]).collect();
        assert!(!weights.contains(&0));
        weights.sort_unstable();
        weights.dedup();
        assert_eq!(weights.len(), SYMBOLS);
        // A field: no two products with a weight are the same.
        for times in PRODUCTS {
            let mut all = times.to_vec();
            all.sort_unstable();
            assert_eq!(all, (0..32).collect::<Vec<_>>());
        }
    }

    #[test]
    fn every_change_and_every_swap_in_a_group_is_noticed() {
        for number in 0..64 {
            let group = close([number as Symbol % 32, 31, 0, 7, 7, 19, 1], number);
            assert!(holds(&group, number) && !holds(&group, number + 1));
            for place in 0..SYMBOLS {
                for other in (0..32).filter(|other| *other != group[place]) {
                    let mut changed = group;
                    changed[place] = other;
                    assert!(!holds(&changed, number));
                }
                for with in place + 1..SYMBOLS {
                    let mut swapped = group;
                    swapped.swap(place, with);
                    assert_eq!(holds(&swapped, number), swapped == group);
                }
            }
        }
    }
}
