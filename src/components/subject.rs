//! What is asked: the prompt, the words or the claim that it is about, and what to do.

use verbatim_core::model::{Ask, Evidence, Form, Story};
use verbatim_core::pose::{Posed, Task};

use super::Cx;
use super::question::Shown;
use super::quoted_passage::quotation;
use crate::element::{A, El, of};
use crate::messages::{self, Arg, Say};

/// The head of a question.
pub fn view(shown: &Shown<'_>) -> El {
    let several = matches!(shown.posed.task, Task::Several { .. });
    let heading = of(shown.cx.heading(0), "prompt").set(A::Tabindex, "-1");
    let head = about(shown, prompt(heading, shown.cx, shown.story, shown.posed));
    match messages::instruction(shown.kind(), several) {
        Some(how) if !shown.told => head.tell(shown.cx.state, "p", "instruction", how),
        _ => head,
    }
}

/// What a question is about, below its prompt.
pub fn about(shown: &Shown<'_>, prompt: El) -> El {
    let (story, state) = (shown.story, shown.cx.state);
    let head = of("div", "subject").add(prompt);
    match shown.ask() {
        Ask::WhoSaid { statement, .. } => {
            let statement = &story[*statement];
            let words = messages::quoted(&state.words, story.words(statement.quote), statement.form);
            head.story_some(state, "p", "context", &statement.context).add(quotation(state).text(&words))
        }
        Ask::SaidWhat { statement, .. } => {
            head.story_some(state, "p", "context", &story[story[*statement].speaker].role)
        }
        Ask::Verdict { claim, source, .. } => {
            let title = messages::quoted(&state.words, &story[*source].title, Form::Direct);
            head.story(state, "p", "context", &title).story(state, "p", "claim", claim)
        }
        Ask::Proof { claim, .. } => head.story(state, "p", "claim", claim),
        Ask::Cloze { statement, .. } => head.story_some(state, "p", "context", &story[*statement].context),
        _ => head,
    }
}

/// Adds the question as it is asked.
pub fn prompt(into: El, cx: &Cx<'_>, story: &Story, posed: &Posed) -> El {
    let ask = &posed.question(story).ask;
    let form = match ask {
        Ask::WhoSaid { statement, .. } => story[*statement].form,
        _ => Form::Direct,
    };
    let name = match ask {
        Ask::SaidWhat { statement, .. } => messages::name(&story[story[*statement].speaker]),
        Ask::Verdict { source, .. } => story[*source].publisher.clone(),
        Ask::Choice { prompt, .. } => prompt.clone(),
        _ => String::new(),
    };
    match messages::prompt(ask.kind(), form) {
        Some(prompt) => into.fill(cx.state, prompt, &[Arg::Name(&name)]),
        None => into.story(cx.state, "bdi", "", &name),
    }
}

/// The question in one line, as lists of questions have it.
pub fn line(cx: &Cx<'_>, story: &Story, posed: &Posed) -> El {
    let line = prompt(of("span", "line"), cx, story, posed);
    let words = &cx.state.words;
    let about = match &posed.question(story).ask {
        Ask::WhoSaid { statement, .. } => {
            messages::quoted(words, story.words(story[*statement].quote), story[*statement].form)
        }
        Ask::Cloze { statement, gap, .. } => {
            let [before, after] = around(story[*statement].quote, *gap);
            messages::quoted(words, &[story.words(before), "____", story.words(after)].concat(), Form::Direct)
        }
        Ask::Verdict { claim, .. } | Ask::Proof { claim, .. } => claim.clone(),
        Ask::BeforeAfter { events: [one, other], .. } => {
            [&story[*one].summary, " / ", &story[*other].summary].concat()
        }
        _ => return line,
    };
    line.text(words.text(Say::BetweenSentences)).story(cx.state, "bdi", "", &about)
}

/// The words of a quotation before and after a gap.
pub fn around(quote: Evidence, gap: Evidence) -> [Evidence; 2] {
    [Evidence { end: gap.start, ..quote }, Evidence { start: gap.end, ..quote }]
}
