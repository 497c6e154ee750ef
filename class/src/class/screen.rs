//! The screens of the teacher's page, and the fragments of the address by which each is opened.

use crate::messages::Say;

/// A screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    /// What is to be played, and the link to it.
    #[default]
    Set,
    /// What came back.
    Collect,
    /// What comes of it.
    See,
    /// Questions on the wall.
    Present,
    /// Questions on paper.
    Print,
}

impl Screen {
    /// All of them, in the order of the navigation.
    pub const ALL: [Self; 5] = [Self::Set, Self::Collect, Self::See, Self::Present, Self::Print];

    /// The fragment of its address, without `#`.
    pub fn fragment(self) -> &'static str {
        match self {
            Self::Set => "set",
            Self::Collect => "collect",
            Self::See => "see",
            Self::Present => "present",
            Self::Print => "print",
        }
    }

    /// The screen of a fragment; the first where that means none.
    pub fn of(fragment: &str) -> Self {
        let fragment = fragment.trim_start_matches('#');
        Self::ALL.into_iter().find(|screen| screen.fragment() == fragment).unwrap_or_default()
    }

    /// What it is called.
    pub fn title(self) -> Say {
        match self {
            Self::Set => Say::Set,
            Self::Collect => Say::Collect,
            Self::See => Say::See,
            Self::Present => Say::Present,
            Self::Print => Say::Print,
        }
    }
}
