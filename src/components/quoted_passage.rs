//! Words of others: quotations, and excerpts with the words marked that an
//! answer rests on, each with where it is taken from.

use verbatim_core::excerpt::{Excerpt, Mark};
use verbatim_core::model::{Source, Story};

use crate::effects::dates;
use crate::element::{A, El, of, says};
use crate::messages as say;

/// An element for quoted words.
pub fn quotation(story: &Story) -> El {
    of("blockquote", "quotation").set(A::Lang, &story.language)
}

/// Adds excerpts, one after another.
pub fn excerpts(mut into: El, story: &Story, list: &[Excerpt]) -> El {
    for excerpt in list {
        into = into.add(view(story, excerpt));
    }
    into
}

/// Excerpts that a reader may open.
pub fn folded(story: &Story, title: &str, list: &[Excerpt]) -> El {
    excerpts(of("details", "fold").say("summary", "", title), story, list)
}

fn view(story: &Story, excerpt: &Excerpt) -> El {
    let mut words = of("blockquote", "").set(A::Lang, &story.language);
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
        says("a", "source-link", say::READ_ORIGINAL)
            .set(A::Href, &address)
            .set(A::Target, "_blank")
            .set(A::Rel, "noopener noreferrer")
            .say("span", "hidden", say::NEW_WINDOW)
    });
    of("figure", "excerpt").add(words).add(caption(excerpt.source(story)).add_some(link))
}

/// Where words are taken from.
pub fn caption(source: &Source) -> El {
    let caption = of("figcaption", "").say("b", "publisher", &source.publisher).text(", ").say(
        "cite",
        "",
        &source.title,
    );
    match &source.published {
        Some(date) => caption.text(", ").text(&dates::written(date)),
        None => caption,
    }
}
