//! Sorting of what is short, in little code.

/// Sorts what is short, or in order already but for a few. Stable. Each use of the
/// library's sort would add two kilobytes to the widget.
pub(crate) fn insertion_sort<T>(items: &mut [T], is_before: impl Fn(&T, &T) -> bool) {
    for end in 1..items.len() {
        let mut at = end;
        while at > 0 && is_before(&items[at], &items[at - 1]) {
            items.swap(at, at - 1);
            at -= 1;
        }
    }
}
