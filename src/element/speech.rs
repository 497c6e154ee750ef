//! Words on the screen, each in its language: the interface's messages, and in
//! them and beside them the story's own words.

use super::{A, El, button, says};
use crate::messages::{Arg, Say, direction};
use crate::state::State;

/// An element of a class with a message in it.
#[inline(never)]
pub fn tells(state: &State, tag: &'static str, class: &'static str, say: Say) -> El {
    says(tag, class, state.words.text(say))
}

/// A button with a message on it that is not a form's.
#[inline(never)]
pub fn presses(state: &State, class: &'static str, say: Say) -> El {
    button(class, state.words.text(say))
}

impl El {
    /// Adds an element of a class with a message in it.
    #[inline(never)]
    pub fn tell(self, state: &State, tag: &'static str, class: &'static str, say: Say) -> Self {
        self.add(tells(state, tag, class, say))
    }

    /// Adds a message with its arguments. What is not the interface's stands apart,
    /// so that neither changes the direction of the other.
    #[inline(never)]
    pub fn fill(self, state: &State, say: Say, args: &[Arg<'_>]) -> Self {
        let mut el = self;
        state.words.pieces(say, args, &mut |text, arg| {
            let tag = match arg {
                None => return el.push(text),
                Some(Arg::Event(_)) => "q",
                Some(_) => "bdi",
            };
            el.0.children.push(says(tag, "", text).foreign(state).html());
        });
        el
    }

    /// Adds an element of a class with words of the story in it.
    #[inline(never)]
    pub fn story(self, state: &State, tag: &'static str, class: &'static str, text: &str) -> Self {
        self.add(says(tag, class, text).foreign(state))
    }

    /// Adds an element of a class with words of the story in it, where there are any.
    #[inline(never)]
    pub fn story_some(
        self,
        state: &State,
        tag: &'static str,
        class: &'static str,
        text: &Option<String>,
    ) -> Self {
        match text {
            Some(text) => self.story(state, tag, class, text),
            None => self,
        }
    }

    /// Makes the element one whose words are the story's, not the interface's.
    #[inline(never)]
    pub fn foreign(self, state: &State) -> Self {
        match state.story_language() {
            Some(language) => self.set(A::Lang, language).set(A::Dir, direction(language)),
            None => self.set(A::Dir, "auto"),
        }
    }

    /// Names the element, for screen readers, by a message with its arguments.
    #[inline(never)]
    pub fn label(self, state: &State, say: Say, args: &[Arg<'_>]) -> Self {
        self.set(A::AriaLabel, &state.words.fill(say, args))
    }
}
