//! The first screen: the story, where it is drawn from, and its quizzes.

use verbatim_core::model::{Quiz, Story};
use verbatim_core::session::Mode;

use super::Cx;
use crate::element::{A, El, button, of, presses, says, tells};
use crate::messages::{self, Arg, Say};
use crate::state::Msg;

/// The screen.
pub fn view(cx: &Cx<'_>, story: &Story) -> El {
    let mut cards = of("ul", "quizzes-list");
    for quiz in &story.quizzes {
        cards = cards.add_some(card(cx, story, quiz));
    }
    let title = says(cx.heading(0), "headline", &story.title).set(A::Tabindex, "-1").foreign(cx.state);
    let modes = of("fieldset", "modes")
        .tell(cx.state, "legend", "kicker", Say::Mode)
        .add(mode(cx, Mode::Practice, "practice", Say::Practice, Say::PracticeMeans))
        .add(mode(cx, Mode::Test, "test", Say::Test, Say::TestMeans));
    let sources = messages::sources(&cx.state.words, &story.sources);
    of("div", "start")
        .key("start")
        .add(title)
        .story_some(cx.state, "p", "lead", &story.summary)
        .add(of("p", "sources").fill(cx.state, Say::DrawnFrom, &[Arg::Name(&sources)]))
        .tell(cx.state, cx.heading(1), "kicker", Say::Quizzes)
        .add(cards)
        .add(modes)
}

fn card(cx: &Cx<'_>, story: &Story, quiz: &Quiz) -> Option<El> {
    let mut count = quiz.ask.len();
    for (_, drawn) in &quiz.draw {
        count += *drawn as usize;
    }
    let index = story.quiz(&quiz.id)?;
    let card = button("quiz-card", "")
        .set(A::DataQuiz, &quiz.id)
        .click(cx.link, Msg::Play(index))
        .story(cx.state, "span", "title", &quiz.title)
        .story_some(cx.state, "span", "summary", &quiz.summary)
        .add(of("span", "count").fill(cx.state, Say::Questions, &[Arg::Number(count)]));
    let mut item = of("li", "");
    match cx.state.saved_progress(&quiz.id) {
        Some((answered, questions)) => {
            let begun = [Arg::Number(answered), Arg::Number(questions)];
            let anew = presses(cx.state, "anew", Say::Anew).click(cx.link, Msg::Anew(index));
            item = item.add(card.add(of("span", "begun").fill(cx.state, Say::Answered, &begun))).add(anew);
        }
        None => item = item.add(card),
    }
    (count > 0).then_some(item)
}

fn mode(cx: &Cx<'_>, mode: Mode, id: &str, name: Say, means: Say) -> El {
    let input = of("input", "")
        .set(A::Type, "radio")
        .set(A::Name, "mode")
        .set(A::Value, id)
        .checked(cx.state.request.mode == mode)
        .change(cx.link, Msg::Mode(mode));
    of("label", "choice")
        .add(input)
        .add(tells(cx.state, "span", "text", name).tell(cx.state, "span", "sub", means))
}
