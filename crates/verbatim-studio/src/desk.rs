//! A document with those before it, and those that were undone.

use crate::action::{Action, Refusal};
use crate::document::Document;

/// How many steps are remembered.
const STEPS: usize = 200;

/// A document and its history.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Desk {
    document: Document,
    past: Vec<Document>,
    future: Vec<Document>,
    /// The field that the last step wrote into.
    field: Option<String>,
}

impl Desk {
    /// A desk with a document that nothing came before.
    pub fn new(document: Document) -> Self {
        Self { document, ..Self::default() }
    }

    /// A desk with a document, those before it and those that were undone, the nearest last.
    pub(crate) fn between(past: Vec<Document>, document: Document, future: Vec<Document>) -> Self {
        Self { document, past, future, field: None }
    }

    pub(crate) fn past(&self) -> &[Document] {
        &self.past
    }

    pub(crate) fn future(&self) -> &[Document] {
        &self.future
    }

    /// What stands on it.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Does something. What changes nothing is no step.
    ///
    /// # Errors
    /// Why it can't be done; then nothing has changed.
    pub fn act(&mut self, action: &Action) -> Result<(), Refusal> {
        let next = self.document.apply(action)?;
        if next == self.document {
            return Ok(());
        }
        let field = action.field();
        let goes_on = field.is_some() && field == self.field && !self.past.is_empty();
        self.field = field;
        self.step(next, goes_on);
        Ok(())
    }

    /// Puts another document in the place of this one, as a step that can be undone.
    pub fn replace(&mut self, next: Document) {
        self.field = None;
        self.step(next, false);
    }

    fn step(&mut self, next: Document, goes_on: bool) {
        let before = std::mem::replace(&mut self.document, next);
        if !goes_on {
            self.past.push(before);
            if self.past.len() > STEPS {
                self.past.remove(0);
            }
        }
        self.future.clear();
    }

    /// Goes a step back: whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(before) = self.past.pop() else { return false };
        self.future.push(std::mem::replace(&mut self.document, before));
        self.field = None;
        true
    }

    /// Does again what was undone: whether there was anything.
    pub fn redo(&mut self) -> bool {
        let Some(after) = self.future.pop() else { return false };
        self.past.push(std::mem::replace(&mut self.document, after));
        self.field = None;
        true
    }

    /// Whether there is a step to go back.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether anything was undone.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
}
