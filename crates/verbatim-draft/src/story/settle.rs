//! Has the check read a drafted story, takes out what does not pass, and draws as
//! many questions as the facts support.

use verbatim_core::check::{Checked, check};
use verbatim_core::draw::draw;
use verbatim_core::finding::{Finding, Severity};
use verbatim_core::wire::{Draw, Kind, Quiz, Story};

use super::{Fate, Noted};

/// The id of the one quiz that is drawn.
const QUIZ: &str = "all";

/// How many questions of each kind a quiz asks for at the most.
const WANTED: &[(Kind, u32)] =
    &[(Kind::WhoSaid, 6), (Kind::SaidWhat, 2), (Kind::Match, 1), (Kind::Sequence, 1), (Kind::BeforeAfter, 3)];

/// The story as it passes the check; `None` where nothing of it can be asked.
pub(super) fn settle(mut story: Story, noted: &mut Vec<Noted>) -> Option<Story> {
    story.quizzes = vec![Quiz {
        id: QUIZ.to_owned(),
        title: story.title.clone(),
        draw: Draw(WANTED.to_vec()),
        ..Quiz::default()
    }];
    // Each round takes something out, so this comes to an end.
    loop {
        prune(&mut story);
        let kinds = drawable(&story);
        if kinds.is_empty() {
            return None;
        }
        story.quizzes[0].draw = Draw(kinds);
        let checked = check(story.clone());
        let worst = checked.findings.iter().find(|finding| finding.severity() == Severity::Error);
        let Some(finding) = worst else { return Some(story) };
        let reason = format!("the check does not pass it: {}", finding.problem.message());
        let words = take_out(&mut story, finding)?;
        noted.push(Noted { article: 0, words, fate: Fate::LeftOut, reason });
    }
}

/// Takes out passages and people that nothing needs any more.
pub fn prune(story: &mut Story) {
    let statements = story.statements.iter().flat_map(|statement| [&statement.quote, &statement.attribution]);
    let events = story.events.iter().flat_map(|event| &event.evidence);
    let order = story.order.iter().flat_map(|order| &order.evidence);
    let used: Vec<String> =
        statements.chain(events).chain(order).map(|selector| selector.passage.clone()).collect();
    for source in &mut story.sources {
        source.passages.retain(|passage| used.contains(&passage.id));
    }
    story.sources.retain(|source| !source.passages.is_empty());
    let statements = &story.statements;
    story.people.retain(|person| {
        statements
            .iter()
            .any(|statement| statement.speaker == person.id || statement.reported_by.contains(&person.id))
    });
}

/// A quiz of as many questions as the facts of a story support, up to what one sitting takes;
/// `None` where there is nothing to ask.
pub fn drawn(story: &Story) -> Option<Quiz> {
    let mut story = story.clone();
    story.quizzes = vec![Quiz { id: QUIZ.to_owned(), title: story.title.clone(), ..Quiz::default() }];
    let kinds = drawable(&story);
    let mut quiz = story.quizzes.pop().filter(|_| !kinds.is_empty())?;
    quiz.draw = Draw(kinds);
    Some(quiz)
}

/// How many questions of each kind can be drawn.
fn drawable(story: &Story) -> Vec<(Kind, u32)> {
    let mut kinds = Vec::new();
    for (kind, wanted) in WANTED {
        let mut alone = story.clone();
        alone.quizzes[0].draw = Draw(vec![(*kind, *wanted)]);
        let Checked { story: Some(checked), .. } = check(alone) else { continue };
        let Some(quiz) = checked.quiz(QUIZ) else { continue };
        let drawn = draw(&checked, quiz, 0).len() as u32;
        if drawn > 0 {
            kinds.push((*kind, drawn.min(*wanted)));
        }
    }
    // Together they may leave less to each other, and fewer of one something else to the others.
    while !kinds.is_empty() {
        let mut together = story.clone();
        together.quizzes[0].draw = Draw(kinds.clone());
        let Checked { story: Some(checked), .. } = check(together) else { break };
        let Some(quiz) = checked.quiz(QUIZ) else { break };
        let drawn = draw(&checked, quiz, 0);
        let count = |kind: Kind| drawn.iter().filter(|one| one.kind(&checked) == kind).count() as u32;
        let left = kinds.iter().map(|(kind, _)| (*kind, count(*kind))).filter(|(_, count)| *count > 0);
        let left: Vec<(Kind, u32)> = left.collect();
        if left == kinds {
            break;
        }
        kinds = left;
    }
    kinds
}

/// Takes out the fact that a finding is on, or the whole order where that contradicts itself;
/// gives its words, or `None` where there was nothing to take out.
pub fn take_out(story: &mut Story, finding: &Finding) -> Option<String> {
    let mut parts = finding.place.pointer.split('/').skip(1);
    let (list, index) =
        (parts.next().unwrap_or_default(), parts.next().and_then(|index| index.parse::<usize>().ok()));
    match (list, index) {
        ("statements", Some(index)) if index < story.statements.len() => {
            Some(story.statements.remove(index).quote.exact)
        }
        ("order", Some(index)) if index < story.order.len() => {
            let edge = story.order.remove(index);
            Some(format!("{} before {}", edge.before, edge.after))
        }
        ("events", Some(index)) if index < story.events.len() => {
            let event = story.events.remove(index);
            story.order.retain(|edge| edge.before != event.id && edge.after != event.id);
            Some(event.summary)
        }
        ("events" | "order", None) if !story.order.is_empty() => {
            story.order.clear();
            Some("the order that the words state".to_owned())
        }
        _ => None,
    }
}
