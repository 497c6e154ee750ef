//! The steps of a desk as a text that is kept beside its document, so that a reload can be gone
//! back behind; the oldest are left out where the text would be too long.

use std::hash::{DefaultHasher, Hash, Hasher};

use serde::{Deserialize, Serialize};

use crate::desk::Desk;
use crate::document::Document;

#[derive(Serialize, Deserialize)]
struct Steps {
    /// Of which document these are the steps: a digest of its text.
    of: u64,
    /// The documents before it, the last first.
    past: Vec<String>,
    /// Those that were undone, the last first.
    future: Vec<String>,
}

impl Desk {
    /// The steps before and after `document`, the text of the one that stands here, in `most`
    /// bytes at the most.
    pub fn steps(&self, document: &str, most: usize) -> String {
        let mut left = most;
        let mut take = |documents: &[Document]| -> Vec<String> {
            let kept = documents.iter().rev().map(Document::kept);
            let fits = kept.take_while(|kept| {
                let fits = kept.len() <= left;
                left = left.saturating_sub(kept.len());
                fits
            });
            fits.collect()
        };
        let (past, future) = (take(self.past()), take(self.future()));
        // Of numbers, texts and lists alone, this never fails.
        serde_json::to_string(&Steps { of: digest(document), past, future }).unwrap_or_default()
    }

    /// A desk with a document and the steps that were kept of it; without any where they are
    /// another document's, or can't be read.
    pub fn with_steps(document: Document, text: &str, steps: &str) -> Self {
        let read = |kept: Vec<String>| -> Option<Vec<Document>> {
            kept.iter().rev().map(|kept| Document::restore(kept)).collect()
        };
        let steps = serde_json::from_str(steps).ok().filter(|steps: &Steps| steps.of == digest(text));
        let steps = steps.and_then(|steps| Some((read(steps.past)?, read(steps.future)?)));
        let (past, future) = steps.unwrap_or_default();
        Self::between(past, document, future)
    }
}

fn digest(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use crate::{Action, Desk, Document, HeadField};

    #[test]
    fn a_reload_can_be_gone_back_behind() {
        let mut desk = Desk::default();
        for (field, value) in
            [(HeadField::Title, "One"), (HeadField::Summary, "Two"), (HeadField::Id, "three")]
        {
            desk.act(&Action::Head(field, value.to_owned())).unwrap();
        }
        assert!(desk.undo());
        let text = desk.document().kept();
        let steps = desk.steps(&text, 1 << 20);
        let mut again = Desk::with_steps(Document::restore(&text).unwrap(), &text, &steps);
        assert!(again.redo() && again.document().head().id == "three");
        while again.undo() {}
        assert_eq!(again.document(), &Document::default());

        // As many as there is room for, the nearest first.
        let some = desk.steps(&text, Document::default().kept().len() + 20);
        let mut again = Desk::with_steps(Document::restore(&text).unwrap(), &text, &some);
        assert!(again.undo() && !again.undo() && !again.can_undo());

        // Not those of another document, nor what is no steps.
        for (text, steps) in [("another", steps.as_str()), (text.as_str(), "{"), (text.as_str(), "")] {
            assert!(!Desk::with_steps(Document::default(), text, steps).can_undo());
        }
    }
}
