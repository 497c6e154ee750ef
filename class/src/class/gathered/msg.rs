//! What happens on the screens of what was handed in.

use verbatim_class::collect::{Collection, Counting, Known};
use verbatim_class::export::table::Separator;
use web_sys::File;

use super::camera;
use super::files::Content;

/// A file that is given out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Out {
    /// A table with a pupil a row.
    Pupils,
    /// A table with an answer a row.
    Answers,
    /// Everything, to be taken up again.
    All,
}

/// What happens.
pub enum Msg {
    /// A text was typed or pasted, which may hold codes.
    Typed(String),
    /// What was typed is to be gone through.
    TakeTyped,
    /// A text is to be gone through.
    Take(String),
    /// Files were given.
    Files(Vec<File>),
    /// A file was read, of this name.
    Was(String, Content),
    /// The class list is another.
    Roster(String),
    /// What is kept is this, whoever made it so.
    Kept(Collection),
    /// A change could be kept, or not.
    Done(bool),
    /// Another tab changed what is kept.
    Changed,
    /// The stories that were opened here before.
    Shelf(Vec<Known>),
    /// Tables have other separators.
    Part(Separator),
    /// Another attempt counts.
    Count(Counting),
    /// Another quiz is looked at.
    Look(usize),
    /// What a question's most chosen answer rests on is looked at, or not any more.
    Unfold(String),
    /// A damaged code is no longer of interest.
    Dismiss(String),
    /// A file is wanted.
    Give(Out),
    /// All is to be erased: asked, or said.
    Erase(Sure),
    /// The camera: on, off, or why there is none.
    Camera(camera::Told),
    /// What is read again is put on the wall, from a passage on; or taken off.
    Wall(Option<usize>),
}

/// Whether something that can't be undone is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sure {
    /// It is to be asked.
    Ask,
    /// It is.
    Yes,
    /// It is not.
    No,
}
