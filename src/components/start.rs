//! The first screen: the story, where it is drawn from, and its quizzes.

use verbatim_core::model::Story;
use verbatim_core::session::Mode;
use yew::virtual_dom::ListenerKind;

use super::Cx;
use crate::element::{El, button, el, of, says};
use crate::messages as say;
use crate::state::Msg;

/// The screen.
pub fn view(cx: &Cx<'_>, story: &Story) -> El {
    let cards = story.quizzes.iter().filter_map(|quiz| {
        let count = quiz.ask.len() as u32 + quiz.draw.iter().map(|(_, count)| count).sum::<u32>();
        let summary = quiz.summary.as_ref().map(|text| says("span", "summary", text.clone()));
        let card = button("quiz-card", "")
            .set("data-quiz", quiz.id.clone())
            .click(cx.link, Msg::Play(story.quiz(&quiz.id)?))
            .add(says("span", "title", quiz.title.clone()))
            .add_some(summary)
            .add(says("span", "count", say::questions(count)));
        (count > 0).then(|| el("li").add(card).html())
    });
    let summary = story.summary.as_ref().map(|text| says("p", "lead", text.clone()));
    of("div", "start")
        .add(says("h1", "headline", story.title.clone()).set("tabindex", "-1").set("lang", story.language.clone()))
        .add_some(summary)
        .add(says("p", "sources", say::drawn_from(&story.sources)))
        .add(says("h2", "kicker", say::QUIZZES))
        .add(of("ul", "quizzes-list").all(cards.collect()))
        .add(modes(cx))
}

fn modes(cx: &Cx<'_>) -> El {
    let mode = |mode: Mode, value: &'static str, name: &'static str, means: &'static str| {
        let input = el("input")
            .set("type", "radio")
            .set("name", "mode")
            .set("value", value)
            .checked(cx.state.request.mode == mode)
            .say(cx.link, ListenerKind::onchange, Msg::Mode(mode));
        let text = of("span", "text").text(name).add(says("span", "sub", means));
        of("label", "choice").add(input).add(text)
    };
    of("fieldset", "modes")
        .add(says("legend", "kicker", say::MODE))
        .add(mode(Mode::Practice, "practice", say::PRACTICE, say::PRACTICE_MEANS))
        .add(mode(Mode::Test, "test", say::TEST, say::TEST_MEANS))
}
