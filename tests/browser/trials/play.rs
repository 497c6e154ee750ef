//! Every quiz is played to its end, by every hand, right and wrong: the page asks,
//! scores and explains as the core does in this process.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use verbatim_core::session::{Action, Mode, Session, Stage};

use crate::answers::{Aim, actions, answer};
use crate::compare;
use crate::hand::Hand;
use crate::hand::keys::until_focus;
use crate::lab::{Lab, Told, Trial, told};
use crate::native;
use crate::page::Page;
use crate::screen::Screen;

/// The quizzes of the story; a trial of its own sees to it that none is left out.
pub const QUIZZES: [&str; 4] = ["who-said-what", "sequence", "two-reports", "whole-story"];

/// Those with something to drag.
const DRAGGED: [&str; 2] = ["who-said-what", "sequence"];

const HANDS: [(&str, Hand, &[&str]); 5] = [
    ("by keys", Hand::Keys, &QUIZZES),
    ("by clicks", Hand::Clicks, &QUIZZES),
    ("by taps", Hand::Taps, &QUIZZES),
    ("by dragging with a mouse", Hand::MouseDrags, &DRAGGED),
    ("by dragging with a finger", Hand::FingerDrags, &DRAGGED),
];

/// Every quiz with every hand.
pub fn trials() -> Vec<Trial> {
    let mut trials = Vec::new();
    for (way, hand, quizzes) in HANDS {
        for (aim, how) in [(Aim::Right, "right"), (Aim::Wrong, "wrong")] {
            for quiz in quizzes {
                // Each trial plays another drawing.
                let seed = 1 + trials.len() as u32;
                let name = format!("play::{quiz} {way}, {how}");
                let run = async move |lab: &Lab, page: &Page| play(lab, page, hand, quiz, seed, aim).await;
                trials.push(Trial::new(name, hand.device(), run));
            }
        }
    }
    trials
}

async fn play(lab: &Lab, page: &Page, hand: Hand, quiz: &str, seed: u32, aim: Aim) -> Result<()> {
    let story = native::story(&lab.story()?)?;
    let ids: Vec<&str> = story.quizzes.iter().map(|quiz| quiz.id.as_str()).collect();
    ensure!(ids == QUIZZES, "the story's quizzes are {ids:?}");
    page.open(&format!("index.html?quiz={quiz}&seed={seed}")).await?;
    let session = native::session(&story, quiz, seed, Mode::Practice)?;
    let end = to_the_end(page, hand, session, aim).await?;
    finished(page, hand, &end, aim).await
}

/// Answers every question, comparing each screen with the session.
pub async fn to_the_end(page: &Page, hand: Hand, session: Session, aim: Aim) -> Result<Session> {
    let mut session = session;
    loop {
        session = match session.stage() {
            Stage::Asking { at } => asking(page, hand, session, at, aim).await?,
            Stage::Revealed { at } => revealed(page, hand, session, at).await?,
            Stage::Unfinished | Stage::Finished => return Ok(session),
        }
    }
}

/// Answers a question and sends the answer.
pub async fn asking(page: &Page, hand: Hand, session: Session, at: usize, aim: Aim) -> Result<Session> {
    let mut session = session;
    let screen = Screen::wait(page, "asking", Some(at)).await?;
    let posed = session.questions()[at].clone();
    let name = posed.question(session.story()).id.clone();
    let outcome = async {
        compare::question::compare(&screen, &session, at)?;
        // At first the focus stays where the reader has it, and a hint takes it.
        if at > 0 && !session.is_hinted(at) {
            until_focus(page, "h2.prompt").await?;
        }
        for action in actions(&answer(&posed, session.story(), aim, at)) {
            session = hand.act(page, &session, at, action).await?;
        }
        hand.press(page, "button.submit").await?;
        anyhow::Ok(session.apply(Action::Submit))
    };
    outcome.await.with_context(|| format!("at question {at}, {name}"))
}

/// Opens the reasons of lost pairs that wait to be asked for, and says whether there were any.
pub async fn unfold(page: &Page, hand: Hand) -> Result<bool> {
    let closed = "li.lost-pair details:not([open]) > summary";
    let count = "return findAll(args).length";
    let folded: usize = page.script(count, json!(closed)).await?;
    for left in (0..folded).rev() {
        hand.press(page, closed).await?;
        let opened = "return findAll(args[0]).length === args[1]
            && findAll('li.lost-pair details[open]').every(one => one.querySelector('figure'))";
        page.until::<bool>("reasons", opened, json!([closed, left])).await?;
    }
    Ok(folded > 0)
}

async fn revealed(page: &Page, hand: Hand, session: Session, at: usize) -> Result<Session> {
    let screen = Screen::wait(page, "revealed", Some(at)).await?;
    let posed = &session.questions()[at];
    let name = &posed.question(session.story()).id;
    let outcome = async {
        until_focus(page, ".feedback").await?;
        let screen = if unfold(page, hand).await? { Screen::read(page).await? } else { screen };
        let feedback = session.feedback(at).context("there is no feedback")?;
        compare::answer::compare(&screen, &feedback, posed, session.story())?;
        hand.press(page, "button.next").await
    };
    outcome.await.with_context(|| format!("at the feedback on question {at}, {name}"))?;
    Ok(session.apply(Action::Next))
}

/// Compares the summary, and what the host page was told on the way.
async fn finished(page: &Page, hand: Hand, session: &Session, aim: Aim) -> Result<()> {
    let summary = session.summary();
    if aim == Aim::Right {
        ensure!(summary.points.is_full(), "right answers earned {:?}", summary.points);
    }
    let screen = Screen::wait(page, "finished", None).await?;
    let score = screen.score.unwrap_or_default();
    let wanted = compare::answer::in_words(summary.points);
    ensure!(score.contains(&wanted), "the score is {score:?}, not {wanted:?}");
    ensure!(screen.results.len() == summary.questions.len(), "{} results", screen.results.len());
    for at in 0..summary.questions.len() {
        result(page, hand, session, at).await.with_context(|| format!("in the result of question {at}"))?;
    }
    let has_missed = page.has("button.missed").await?;
    ensure!(has_missed != summary.points.is_full(), "the missed ones can be played: {has_missed}");
    let told = told(page).await?;
    let ready: Vec<&Told> = told.iter().filter(|told| told.name == "quiz-ready").collect();
    ensure!(ready.len() == 1, "it was ready {} times", ready.len());
    ensure!(ready[0].detail["story"] == session.story().id.as_str(), "ready is told as {}", ready[0].detail);
    let answers: Vec<&Told> = told.iter().filter(|told| told.name == "quiz-answer").collect();
    ensure!(answers.len() == summary.questions.len(), "{} answers told", answers.len());
    for (at, (outcome, told)) in summary.questions.iter().zip(answers).enumerate() {
        let posed = &session.questions()[at];
        let question = posed.question(session.story());
        ensure!(told.detail["question"] == question.id.as_str(), "{} told as {}", question.id, told.detail);
        ensure!(
            told.detail["kind"] == posed.kind(session.story()).name(),
            "the kind is told as {}",
            told.detail
        );
        ensure!(same(&told.detail["points"], outcome.points), "{:?} told as {}", outcome.points, told.detail);
    }
    let complete = told.iter().find(|told| told.name == "quiz-complete").context("the end is not told")?;
    ensure!(same(&complete.detail["score"], summary.points), "the end is told as {}", complete.detail);
    ensure!(complete.detail["seed"] == session.seed(), "the seed is told as {}", complete.detail["seed"]);
    Ok(())
}

/// Opens a question of the summary: its answer is explained as it was, or would have been, at once.
async fn result(page: &Page, hand: Hand, session: &Session, at: usize) -> Result<()> {
    let details = format!("details.result[data-at=\"{at}\"]");
    hand.press(page, &format!("{details} > summary")).await?;
    page.until_there(&format!("{details}[open] .feedback")).await?;
    let screen = Screen::read(page).await?;
    let shown = screen.results.iter().find(|result| result.at == at).context("it is not there")?;
    let posed = &session.questions()[at];
    let feedback = session.feedback(at).context("there is no feedback")?;
    let points = compare::answer::in_words(feedback.points);
    ensure!(shown.text.contains(&points), "{points:?} is not in {:?}", shown.text);
    let evidence = compare::answer::evidence(&feedback, posed, session.story());
    compare::answer::holds(&shown.excerpts, &evidence, session.story())?;
    // Closed again, so that the next one is not far below.
    hand.press(page, &format!("{details} > summary")).await
}

fn same(told: &Value, points: verbatim_core::score::Points) -> bool {
    told["earned"] == points.earned && told["possible"] == points.possible
}
