//! What happens in the studio, as it is told to its one component.

use verbatim_studio::{Action, Key, NewArticle};
use web_sys::{FileList, KeyboardEvent};

use crate::desk::tools::Use;
use crate::effects::files::Read;
use crate::effects::selection::Selected;
use crate::told::Told;

/// What happens.
pub enum Msg {
    /// Something is done at the desk.
    Do(Action),
    /// A field for a list is written into, with what that does at the desk.
    List(String, String, Action),
    /// The next mark that waits is taken in hand.
    NextOpen,
    /// The name of somebody new is written.
    Newcomer(String),
    /// Whoever was written comes into the cast, as the speaker of a mark.
    Introduce(Option<Key>),
    /// What has this id is unfolded, or folded again.
    Unfold(String, bool),
    /// A step back.
    Undo,
    /// A step forth.
    Redo,
    /// A mark is taken in hand.
    Take(Option<Key>),
    /// The focus is to go to an element with this id.
    Focus(String),
    /// Words are selected.
    Select(Option<Selected>),
    /// A key is pressed on a mark.
    OnMark(Key, KeyboardEvent),
    /// A key is pressed on an article.
    OnText(usize, KeyboardEvent),
    /// The form for a new article is written into.
    Write(NewArticle),
    /// What is in the form is laid on the desk.
    Lay,
    /// Files are opened: articles or stories.
    Files(Option<FileList>),
    /// One of them is there, or could not be read.
    File(Result<Read, String>),
    /// The example is asked for.
    Example,
    /// Words are to say the order of two events.
    Order(Option<(Selected, Key, Key)>),
    /// Selected words are used.
    Use(Use),
    /// The top of a new article is on the screen.
    Unrolled,
    /// The desk was still for a while.
    Still,
    /// The story is saved: what passes the check, or all of it.
    Save(Saving),
    /// Everything is put away.
    Clear,
    /// Other questions are to be shown.
    Reseed,
    /// Something is to be told.
    Tell(Told),
    /// Another tab has kept another desk.
    Overtaken,
}

/// What of a story is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saving {
    /// What passes the check.
    Sound,
    /// All of it, with its faults.
    All,
}
