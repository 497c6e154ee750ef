//! Words of others: quotations, and excerpts with the words marked that an
//! answer rests on, each with where it is taken from.

use verbatim_core::excerpt::{Excerpt, Mark};
use verbatim_core::model::{Source, Story};

use crate::element::{A, El, of, tells};
use crate::messages::Say;
use crate::messages::dates;
use crate::state::State;

/// An element for quoted words.
pub fn quotation(state: &State) -> El {
    of("blockquote", "quotation").foreign(state)
}

/// Adds excerpts, one after another.
pub fn excerpts(mut into: El, state: &State, story: &Story, list: &[Excerpt]) -> El {
    for excerpt in list {
        into = into.add(view(state, story, excerpt));
    }
    into
}

/// Excerpts that a reader may open.
pub fn folded(state: &State, story: &Story, title: Say, list: &[Excerpt]) -> El {
    excerpts(of("details", "fold").tell(state, "summary", "", title), state, story, list)
}

fn view(state: &State, story: &Story, excerpt: &Excerpt) -> El {
    let mut words = of("blockquote", "").foreign(state);
    for piece in excerpt.pieces(story) {
        let (tag, class) = match piece.mark {
            Some(Mark::Words) => ("mark", "words"),
            Some(Mark::Attribution) => ("span", "attribution"),
            None if piece.near => ("span", ""),
            None => ("span", "far"),
        };
        words = words.say(tag, class, piece.text);
    }
    let link = excerpt.link(story).map(|address| {
        tells(state, "a", "source-link", Say::ReadOriginal)
            .set(A::Href, &address)
            .set(A::Target, "_blank")
            .set(A::Rel, "noopener noreferrer")
            .text(" ")
            .tell(state, "span", "hidden", Say::NewWindow)
    });
    of("figure", "excerpt").add(words).add(caption(state, excerpt.source(story)).add_some(link))
}

/// Where words are taken from.
pub fn caption(state: &State, source: &Source) -> El {
    let between = state.words.text(Say::BetweenDetails);
    let caption = of("figcaption", "").story(state, "b", "publisher", &source.publisher).text(between);
    let caption = caption.story(state, "cite", "", &source.title);
    match &source.published {
        Some(date) => caption.text(between).text(&dates::written(date, &state.words)),
        None => caption,
    }
}
