//! The ids of one sort of thing, and what they lead to.

use super::Checker;
use crate::finding::Problem;
use crate::json::Path;
use crate::model::{EventIx, PassageIx, PersonIx, QuestionIx, SourceIx, StatementIx};

/// Ids with the index of what they name, or nothing for what is named but broken.
///
/// A hash table that is open and never shrinks: half the code of a map for
/// everybody, and a story of ten thousand questions looks up thirty thousand ids.
#[derive(Debug, Default)]
pub(super) struct Ids {
    entries: Vec<Entry>,
    /// The ids, one behind the other: a text each would be a piece of memory each.
    texts: String,
    /// For each place of the table the entry that stands there, counted from one.
    table: Vec<u32>,
    /// The number of things that are kept, which is the next one's index.
    kept: usize,
}

/// An id, and what it leads to.
#[derive(Debug)]
struct Entry {
    /// Where the id ends among the texts. It begins where the one before it ends.
    end: usize,
    index: Option<usize>,
}

impl Ids {
    /// Takes in the ids of a list; the first of doubled ids wins.
    ///
    /// Declared before the things themselves are checked, so that what is named
    /// too early or is broken is not taken for unknown.
    pub fn declare<'a>(
        checker: &mut Checker,
        what: &'static str,
        ids: impl ExactSizeIterator<Item = &'a str>,
        at: &Path<'_>,
    ) -> Self {
        let mut all = Self::with_room(ids.len());
        for (index, id) in ids.enumerate() {
            all.add(checker, what, id, &at.item(index));
        }
        all
    }

    /// No ids yet, and room for so many.
    pub fn with_room(count: usize) -> Self {
        let table = vec![0; (count * 2).next_power_of_two()];
        Self { entries: Vec::with_capacity(count), texts: String::new(), table, kept: 0 }
    }

    /// Takes in the id of the thing at a path, of those that there is room for.
    pub fn add(&mut self, checker: &mut Checker, what: &'static str, id: &str, at: &Path<'_>) {
        checker.id_form(id, &at.field("id"));
        let place = self.place(id);
        match self.table.get_mut(place) {
            Some(entry @ 0) => {
                self.texts.push_str(id);
                self.entries.push(Entry { end: self.texts.len(), index: None });
                *entry = self.entries.len() as u32;
            }
            _ => checker.report(&at.field("id"), Problem::DuplicateId { what, id: id.to_owned() }),
        }
    }

    /// Notes that the thing with this id is kept, as the next of its list.
    /// False for the second of doubled ids, which is not kept.
    pub fn keep(&mut self, id: &str) -> bool {
        let entry = self.table.get(self.place(id)).and_then(|entry| (*entry as usize).checked_sub(1));
        match entry.and_then(|entry| self.entries.get_mut(entry)) {
            Some(Entry { index: index @ None, .. }) => {
                *index = Some(self.kept);
                self.kept += 1;
                true
            }
            _ => false,
        }
    }

    /// Notes that a thing is in the list whose id leads nowhere.
    pub fn pass_over(&mut self) {
        self.kept += 1;
    }

    /// Notes that none of the things is kept after all.
    pub fn break_all(&mut self) {
        self.kept = 0;
        self.entries.iter_mut().for_each(|entry| entry.index = None);
    }

    /// Whether there is such an id, and what it leads to.
    fn find(&self, id: &str) -> Option<Option<usize>> {
        let entry = (*self.table.get(self.place(id))? as usize).checked_sub(1)?;
        self.entries.get(entry).map(|entry| entry.index)
    }

    /// The place in the table where an id stands, or would.
    fn place(&self, id: &str) -> usize {
        let mask = self.table.len().wrapping_sub(1);
        let mut place = crate::dice::hash(id) as usize & mask;
        while let Some(entry) = self.table.get(place)
            && let Some(other) = self.text((*entry as usize).wrapping_sub(1))
            && other != id
        {
            place = (place + 1) & mask;
        }
        place
    }

    /// The id of an entry.
    fn text(&self, entry: usize) -> Option<&str> {
        let start = entry.checked_sub(1).map_or(Some(0), |before| Some(self.entries.get(before)?.end));
        self.texts.get(start?..self.entries.get(entry)?.end)
    }

    #[cfg(feature = "author")]
    fn closest(&self, id: &str) -> Option<String> {
        let known = (0..self.entries.len()).filter_map(|entry| self.text(entry));
        super::text::closest(id, known).map(str::to_owned)
    }

    #[cfg(not(feature = "author"))]
    fn closest(&self, _: &str) -> Option<String> {
        None
    }
}

/// Defines how each sort of thing is found by its id: `None` with a finding where
/// there is no such id, and without one where what it names is broken itself.
macro_rules! lookups {
    ($($name:ident, $list:ident, $index:ident, $what:literal;)*) => {
        impl Checker {
            $(
                #[doc = concat!("The index of ", $what, " with this id.")]
                pub(crate) fn $name(&mut self, id: &str, at: &Path<'_>) -> Option<$index> {
                    match self.$list.find(id) {
                        Some(index) => index.map($index::new),
                        None => {
                            let closest = self.$list.closest(id);
                            self.report(at, Problem::UnknownId { what: $what, id: id.to_owned(), closest });
                            None
                        }
                    }
                }
            )*
        }
    };
}

lookups! {
    source, sources, SourceIx, "a source";
    passage, passages, PassageIx, "a passage";
    person, people, PersonIx, "a person";
    statement, statements, StatementIx, "a statement";
    event, events, EventIx, "an event";
    question, questions, QuestionIx, "a question";
}

impl Checker {
    /// The indices of a list of ids, each of which may stand there once.
    /// `None` where any of them leads nowhere.
    pub(crate) fn all<I: Copy + PartialEq>(
        &mut self,
        ids: &[String],
        at: &Path<'_>,
        find: fn(&mut Self, &str, &Path<'_>) -> Option<I>,
    ) -> Option<Vec<I>> {
        let mut found = Vec::with_capacity(ids.len());
        let mut whole = true;
        for (position, id) in ids.iter().enumerate() {
            let here = at.item(position);
            match find(self, id, &here) {
                Some(index) if found.contains(&index) => {
                    self.report(&here, Problem::Repeated { id: id.clone() });
                    whole = false;
                }
                Some(index) => found.push(index),
                None => whole = false,
            }
        }
        whole.then_some(found)
    }
}
