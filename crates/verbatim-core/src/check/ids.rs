//! The ids of one sort of thing, and what they lead to.

use super::Checker;
use crate::finding::Problem;
use crate::json::Path;
use crate::model::{EventIx, PassageIx, PersonIx, QuestionIx, SourceIx, StatementIx};

/// Ids with the index of what they name, or nothing for what is named but broken.
#[derive(Debug, Default)]
pub(super) struct Ids {
    sorted: Vec<(String, Option<usize>)>,
    /// The number of things that are kept, which is the next one's index.
    kept: usize,
}

impl Ids {
    /// Makes room for the ids of a list; the first of doubled ids wins.
    ///
    /// Declared before the things themselves are checked, so that what is named
    /// too early or is broken is not taken for unknown.
    pub fn declare<'a>(
        checker: &mut Checker,
        what: &'static str,
        ids: impl Iterator<Item = &'a str>,
        at: &Path<'_>,
    ) -> Self {
        let mut sorted: Vec<(usize, &str)> = ids.enumerate().collect();
        for &(index, id) in &sorted {
            checker.id_form(id, &at.item(index).field("id"));
        }
        sorted.sort_by(|one, other| one.1.cmp(other.1).then(one.0.cmp(&other.0)));
        for pair in sorted.windows(2) {
            if let [(_, first), (index, second)] = pair
                && first == second
            {
                let problem = Problem::DuplicateId { what, id: (*second).to_owned() };
                checker.report(&at.item(*index).field("id"), problem);
            }
        }
        Self::of_sorted(sorted.iter().map(|(_, id)| *id))
    }

    /// Ids that are sorted already and may be doubled.
    pub fn of_sorted<'a>(ids: impl Iterator<Item = &'a str>) -> Self {
        let mut sorted: Vec<_> = ids.map(|id| (id.to_owned(), None)).collect();
        sorted.dedup();
        Self { sorted, kept: 0 }
    }

    /// Notes that the thing with this id is kept, as the next of its list.
    /// False for the second of doubled ids, which is not kept.
    pub fn keep(&mut self, id: &str) -> bool {
        match self.sorted.binary_search_by(|(one, _)| one.as_str().cmp(id)) {
            Ok(found) if self.sorted[found].1.is_none() => {
                self.sorted[found].1 = Some(self.kept);
                self.kept += 1;
                true
            }
            _ => false,
        }
    }

    /// Notes that none of the things is kept after all.
    pub fn break_all(&mut self) {
        self.kept = 0;
        self.sorted.iter_mut().for_each(|(_, index)| *index = None);
    }

    /// Whether there is such an id, and what it leads to.
    fn find(&self, id: &str) -> Option<Option<usize>> {
        let found = self.sorted.binary_search_by(|(one, _)| one.as_str().cmp(id)).ok()?;
        Some(self.sorted[found].1)
    }

    #[cfg(feature = "author")]
    fn closest(&self, id: &str) -> Option<String> {
        super::text::closest(id, self.sorted.iter().map(|(one, _)| one.as_str())).map(str::to_owned)
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
