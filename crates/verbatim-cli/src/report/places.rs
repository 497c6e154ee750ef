//! Where in a story's file the value of a pointer stands.

use std::cell::OnceCell;
use std::ops::Range;

use verbatim_core::json::{Target, items, locate};

/// The lists that nearly all of a story is in.
const LISTS: [&str; 7] = ["sources", "people", "statements", "events", "order", "questions", "quizzes"];

/// A file with the places of the items of its lists: in a story of thousands of
/// questions each with something wrong, each is found without a walk through all.
pub(super) struct Places<'a> {
    bytes: &'a [u8],
    /// Filled when the first place is looked up: a file that is no JSON has none.
    lists: OnceCell<Vec<List>>,
}

/// The name of a list and the places of its items.
type List = (&'static str, Vec<Range<usize>>);

impl<'a> Places<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, lists: OnceCell::new() }
    }

    /// The bytes that a pointer names, or `None` where it names nothing.
    pub(super) fn locate(&self, pointer: &str, target: &Target) -> Option<Range<usize>> {
        self.within_item(pointer, target).or_else(|| locate(self.bytes, pointer, target))
    }

    fn within_item(&self, pointer: &str, target: &Target) -> Option<Range<usize>> {
        let (name, rest) = pointer.strip_prefix('/')?.split_once('/')?;
        let (index, rest) = rest.split_once('/')?;
        let of = |name: &'static str| (name, items(self.bytes, &["/", name].concat()));
        let lists = self.lists.get_or_init(|| LISTS.into_iter().map(of).collect());
        let (_, items) = lists.iter().find(|(list, _)| *list == name)?;
        let item = items.get(index.parse::<usize>().ok()?)?;
        let found = locate(&self.bytes[item.clone()], &["/", rest].concat(), target)?;
        Some(item.start + found.start..item.start + found.end)
    }
}
