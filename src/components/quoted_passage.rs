//! Words of others: quotations, and excerpts with the words marked that an
//! answer rests on, each with where it is taken from.

use verbatim_core::excerpt::{Excerpt, Mark};
use verbatim_core::model::{Source, Story};
use yew::Html;

use crate::effects::dates;
use crate::element::{El, el, of, says};
use crate::messages as say;

/// An element for quoted words.
pub fn quotation(story: &Story) -> El {
    of("blockquote", "quotation").set("lang", story.language.clone())
}

/// Excerpts, one after another.
pub fn excerpts(story: &Story, excerpts: &[Excerpt]) -> Html {
    crate::element::row(excerpts.iter().map(|excerpt| view(story, excerpt)).collect())
}

/// Excerpts that a reader may open.
pub fn folded(story: &Story, title: &'static str, list: &[Excerpt]) -> El {
    of("details", "fold").add(says("summary", "", title)).push(excerpts(story, list))
}

fn view(story: &Story, excerpt: &Excerpt) -> Html {
    let pieces = excerpt.pieces(story).into_iter().map(|piece| {
        let text = piece.text.to_owned();
        let piece = match piece.mark {
            Some(Mark::Words) => says("mark", "words", text),
            Some(Mark::Attribution) => says("span", "attribution", text),
            None if piece.near => el("span").text(text),
            None => says("span", "far", text),
        };
        piece.html()
    });
    let source = excerpt.source(story);
    let link = excerpt.link(story).map(|address| {
        says("a", "source-link", say::READ_ORIGINAL)
            .set("href", address)
            .set("target", "_blank")
            .set("rel", "noopener noreferrer")
            .add(says("span", "hidden", say::NEW_WINDOW))
    });
    of("figure", "excerpt")
        .add(el("blockquote").set("lang", story.language.clone()).all(pieces.collect()))
        .add(caption(source).add_some(link))
        .html()
}

/// Where words are taken from.
pub fn caption(source: &Source) -> El {
    let date = source.published.as_ref().map(|date| el("span").text([", ", &dates::written(date)].concat()));
    el("figcaption")
        .add(says("b", "publisher", source.publisher.clone()))
        .text(", ")
        .add(says("cite", "", source.title.clone()))
        .add_some(date)
}
