//! What is asked: the prompt, the words or the claim that it is about, and what to do.

use verbatim_core::model::{Ask, Evidence, Form, Story};
use verbatim_core::pose::{Posed, Task};

use super::question::Shown;
use super::quoted_passage::quotation;
use crate::element::{A, El, of, says};
use crate::messages as say;

/// The head of a question.
pub fn view(shown: &Shown<'_>) -> El {
    let several = matches!(shown.posed.task, Task::Several { .. });
    let head = about(shown, says("h2", "prompt", &prompt(shown.story, shown.posed)).set(A::Tabindex, "-1"));
    match say::instruction(shown.kind(), several) {
        Some(text) if !shown.told => head.say("p", "instruction", text),
        _ => head,
    }
}

/// What a question is about, below its prompt.
pub fn about(shown: &Shown<'_>, prompt: El) -> El {
    let story = shown.story;
    let head = of("div", "subject").add(prompt);
    match shown.ask() {
        Ask::WhoSaid { statement, .. } => {
            let statement = &story[*statement];
            let words = say::quoted(story.words(statement.quote), statement.form);
            head.say_some("p", "context", &statement.context).add(quotation(story).text(&words))
        }
        Ask::SaidWhat { statement, .. } => {
            head.say_some("p", "context", &story[story[*statement].speaker].role)
        }
        Ask::Verdict { claim, source, .. } => {
            let title = say::quoted(&story[*source].title, Form::Direct);
            head.say("p", "context", &title).say("p", "claim", claim)
        }
        Ask::Proof { claim, .. } => head.say("p", "claim", claim),
        Ask::Cloze { statement, .. } => head.say_some("p", "context", &story[*statement].context),
        _ => head,
    }
}

/// The question as it is asked.
pub fn prompt(story: &Story, posed: &Posed) -> String {
    let ask = &posed.question(story).ask;
    let form = match ask {
        Ask::WhoSaid { statement, .. } => story[*statement].form,
        _ => Form::Direct,
    };
    let prompt = say::prompt(ask.kind(), form);
    match ask {
        Ask::SaidWhat { statement, .. } => {
            [prompt, &say::name(&story[story[*statement].speaker]), "?"].concat()
        }
        Ask::Choice { prompt, .. } => prompt.clone(),
        Ask::Verdict { source, .. } => say::according_to(&story[*source].publisher),
        _ => prompt.to_owned(),
    }
}

/// The question in one line, as lists of questions have it.
pub fn line(story: &Story, posed: &Posed) -> String {
    let prompt = prompt(story, posed);
    let about = match &posed.question(story).ask {
        Ask::WhoSaid { statement, .. } => {
            say::quoted(story.words(story[*statement].quote), story[*statement].form)
        }
        Ask::Cloze { statement, gap, .. } => {
            let [before, after] = around(story[*statement].quote, *gap);
            ["“", story.words(before), "____", story.words(after), "”"].concat()
        }
        Ask::Verdict { claim, .. } | Ask::Proof { claim, .. } => claim.clone(),
        Ask::BeforeAfter { events: [one, other], .. } => {
            [&story[*one].summary, " / ", &story[*other].summary].concat()
        }
        _ => return prompt,
    };
    [&prompt, " ", &about].concat()
}

/// The words of a quotation before and after a gap.
pub fn around(quote: Evidence, gap: Evidence) -> [Evidence; 2] {
    [Evidence { end: gap.start, ..quote }, Evidence { start: gap.end, ..quote }]
}
