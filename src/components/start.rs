//! The first screen: the story, where it is drawn from, and its quizzes.

use verbatim_core::model::{Quiz, Story};
use verbatim_core::session::Mode;

use super::Cx;
use crate::element::{A, El, button, of, says};
use crate::messages as say;
use crate::state::Msg;

/// The screen.
pub fn view(cx: &Cx<'_>, story: &Story) -> El {
    let mut cards = of("ul", "quizzes-list");
    for quiz in &story.quizzes {
        cards = cards.add_some(card(cx, story, quiz));
    }
    let title = says("h2", "headline", &story.title).set(A::Tabindex, "-1").set(A::Lang, &story.language);
    let modes = of("fieldset", "modes")
        .say("legend", "kicker", say::MODE)
        .add(mode(cx, Mode::Practice, "practice", say::PRACTICE, say::PRACTICE_MEANS))
        .add(mode(cx, Mode::Test, "test", say::TEST, say::TEST_MEANS));
    of("div", "start")
        .key("start")
        .add(title)
        .say_some("p", "lead", &story.summary)
        .say("p", "sources", &say::drawn_from(&story.sources))
        .say("h3", "kicker", say::QUIZZES)
        .add(cards)
        .add(modes)
}

fn card(cx: &Cx<'_>, story: &Story, quiz: &Quiz) -> Option<El> {
    let mut count = quiz.ask.len() as u32;
    for (_, drawn) in &quiz.draw {
        count += drawn;
    }
    let card = button("quiz-card", "")
        .set(A::DataQuiz, &quiz.id)
        .click(cx.link, Msg::Play(story.quiz(&quiz.id)?))
        .say("span", "title", &quiz.title)
        .say_some("span", "summary", &quiz.summary)
        .say("span", "count", &say::questions(count));
    (count > 0).then(|| of("li", "").add(card))
}

fn mode(cx: &Cx<'_>, mode: Mode, id: &str, name: &str, means: &str) -> El {
    let input = of("input", "")
        .set(A::Type, "radio")
        .set(A::Name, "mode")
        .set(A::Value, id)
        .checked(cx.state.request.mode == mode)
        .change(cx.link, Msg::Mode(mode));
    of("label", "choice").add(input).add(says("span", "text", name).say("span", "sub", means))
}
