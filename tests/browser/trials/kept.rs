//! What is answered is kept: the browser killed at every step, the same quiz in two tabs, a story
//! edited between visits, and a store that is denied.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use verbatim_core::session::{Action, Mode, Session, Stage, Standing};

use super::offline::host::Host;
use super::offline::reader::{Reader, settled};
use crate::answers::{Aim, actions, answer};
use crate::driver::Device;
use crate::engine::{Ability, Engine};
use crate::hand::Hand;
use crate::lab::{Lab, Trial};
use crate::native;
use crate::page::Page;
use crate::screen::Screen;

mod leaving;
mod marks;
mod promised;
mod sure;

/// All of them.
pub fn trials() -> Vec<Trial> {
    let killed_in = |mode| async move |lab: &Lab, engine| killed(lab, engine, mode).await;
    let trials = vec![
        Trial::with_own_browsers("kept::killed at every step", killed_in(Mode::Practice)),
        Trial::with_own_browsers("kept::killed at every step of a test", killed_in(Mode::Test)),
        Trial::with_own_browsers("kept::a story edited between visits", edited),
        Trial::with_own_browsers("kept::two tabs", two_tabs),
        Trial::with_own_browsers("kept::a store that is denied", denied),
        Trial::with_own_browsers("kept::left for another quiz", left),
    ];
    let mut trials: Vec<Trial> = trials.into_iter().map(|trial| trial.needing(Ability::Profile)).collect();
    trials.extend([
        Trial::with_own_browsers("kept::left at once", leaving::at_once),
        Trial::with_own_browsers("kept::nothing to go on with", leaving::nothing_waits),
        Trial::with_own_browsers("kept::old marks", marks::go),
        Trial::with_own_browsers("kept::the browser's promise", promised::promised),
    ]);
    trials.push(Trial::new("kept::asked how sure", Device::Desktop, sure::asked));
    trials
}

const QUIZ: &str = "sequence";

/// A script for [`settled`] that does something in `store`, where answers are kept; `done` settles
/// with what a request comes to.
fn in_store(what: &str) -> String {
    format!(
        "{{ const done = (request) => new Promise((settle) => {{ request.onsuccess = () => settle(request.result); }});
        const store = await done(indexedDB.open('verbatim'));
        try {{ {what} }} finally {{ store.close(); }} }}"
    )
}

/// What the track of the quiz says of each question.
async fn track(page: &Page) -> Result<Vec<String>> {
    page.script("return findAll('.track > span').map(one => one.dataset.state)", Value::Null).await
}

fn standings(session: &Session) -> Vec<bool> {
    (0..session.questions().len()).map(|at| session.standing(at) == Standing::Answered).collect()
}

/// That the page stands where the session does, with every answer.
async fn stands(page: &Page, session: &Session) -> Result<()> {
    match session.stage() {
        Stage::Asking { at } => Screen::wait(page, "asking", Some(at)).await?,
        Stage::Revealed { at } => Screen::wait(page, "revealed", Some(at)).await?,
        Stage::Unfinished => Screen::wait(page, "unfinished", None).await?,
        Stage::Finished => Screen::wait(page, "finished", None).await?,
    };
    if let Stage::Asking { .. } | Stage::Revealed { .. } = session.stage() {
        let shown: Vec<bool> =
            track(page).await?.iter().map(|state| !["unseen", "skipped"].contains(&state.as_str())).collect();
        ensure!(shown == standings(session), "{shown:?} are answered, not {:?}", standings(session));
    }
    Ok(())
}

/// Answers the question at a position, wherever the focus is, and waits until that is told.
async fn answers(page: &Page, session: Session, at: usize, aim: Aim) -> Result<Session> {
    Screen::wait(page, "asking", Some(at)).await?;
    let (mut session, posed) = (session.clone(), session.questions()[at].clone());
    for action in actions(&answer(&posed, session.story(), aim, at)) {
        session = Hand::Clicks.act(page, &session, at, action).await?;
    }
    Hand::Clicks.press(page, "button.submit").await?;
    let session = session.apply(Action::Submit);
    stands(page, &session).await?;
    Ok(session)
}

async fn killed(lab: &Lab, engine: Engine, mode: Mode) -> Result<()> {
    let mut host = Host::start(lab)?;
    let reader = Reader::new(engine)?;
    let name = if mode == Mode::Test { "test" } else { "practice" };
    let at = format!("index.html?quiz={QUIZ}&seed=5&mode={name}");
    let story = native::story(&lab.story()?)?;
    let mut session = native::session(&story, QUIZ, 5, mode)?;
    let count = session.questions().len();
    for step in 0..count {
        let aim = if step % 2 == 0 { Aim::Wrong } else { Aim::Right };
        let visit = async |page: &Page, _: &mut Host| {
            page.open(&at).await?;
            stands(page, &session).await?;
            let mut session = session.clone();
            // Feedback that was read before the browser ended is gone on from.
            if let Stage::Revealed { .. } = session.stage() {
                Hand::Clicks.press(page, "button.next").await?;
                session = session.apply(Action::Next);
            }
            let Stage::Asking { at } = session.stage() else { anyhow::bail!("nothing is asked") };
            answers(page, session, at, aim).await
        };
        let visited = reader.visits_until_killed(&mut host, visit).await;
        session = visited.with_context(|| format!("at step {step}"))?;
    }
    let last = async |page: &Page, _: &mut Host| {
        page.open(&at).await?;
        stands(page, &session).await
    };
    reader.visits(&mut host, last).await.context("after the last step")
}

async fn edited(lab: &Lab, engine: Engine) -> Result<()> {
    let mut host = Host::start(lab)?;
    let reader = Reader::new(engine)?;
    let at = "index.html?quiz=two-reports&seed=5";
    let story = native::story(&lab.story()?)?;
    let session = native::session(&story, "two-reports", 5, Mode::Practice)?;
    let first = async |page: &Page, _: &mut Host| {
        page.open(at).await?;
        let mut session = session.clone();
        for at in 0..3 {
            session = answers(page, session, at, Aim::Right).await?;
            Hand::Clicks.press(page, "button.next").await?;
            session = session.apply(Action::Next);
        }
        Screen::wait(page, "asking", Some(3)).await?;
        Ok(session)
    };
    let before = reader.visits(&mut host, first).await?;

    // The first question asks something else from now on, the second is no longer there.
    let of = |at: usize| before.questions()[at].question(&story).id.clone();
    let path = host.site.join("questions/air-force-one.json");
    let mut file: Value = serde_json::from_slice(&std::fs::read(&path)?)?;
    let questions = file["questions"].as_array_mut().context("there are no questions")?;
    questions.retain(|question| question["id"] != of(1).as_str());
    for question in questions.iter_mut().filter(|question| question["id"] == of(0).as_str()) {
        let asked = if question.get("prompt").is_some() { "prompt" } else { "claim" };
        question[asked] = json!("Put in quite other words");
    }
    for quiz in file["quizzes"].as_array_mut().context("there are no quizzes")? {
        if let Some(ask) = quiz.get_mut("ask").and_then(Value::as_array_mut) {
            ask.retain(|id| *id != of(1).as_str());
        }
    }
    std::fs::write(&path, file.to_string())?;
    for compressed in ["json.br", "json.gz"] {
        let _ = std::fs::remove_file(path.with_extension(compressed));
    }

    let second = async |page: &Page, _: &mut Host| {
        page.open(at).await?;
        page.until_there(".notice").await?;
        let notice: String = page.script("return find('.notice').textContent", Value::Null).await?;
        ensure!(notice.contains("Asked again: 1. No longer asked: 1."), "it says {notice:?}");
        let answered = track(page).await?.iter().filter(|state| *state == "right").count();
        ensure!(answered == 1, "{answered} answers are left of the one that nothing changed");
        Ok(())
    };
    reader.visits(&mut host, second).await.context("after the edit")?;
    let third = async |page: &Page, _: &mut Host| {
        page.open(at).await?;
        page.until_there("[data-screen=asking]").await?;
        ensure!(!page.has(".notice").await?, "the edit is told twice");
        let answered = track(page).await?.iter().filter(|state| *state == "right").count();
        ensure!(answered == 1, "{answered} answers are left at the third visit");
        Ok(())
    };
    reader.visits(&mut host, third).await
}

/// How many answers the browser's store holds.
async fn logged(page: &Page) -> Result<u64> {
    let count = "const name = [...store.objectStoreNames].find((name) => /answers/i.test(name));
        return await done(store.transaction(name).objectStore(name).count())";
    let count = settled(page, &in_store(count)).await?;
    count.as_u64().context("the answers can't be counted")
}

async fn two_tabs(lab: &Lab, engine: Engine) -> Result<()> {
    let mut host = Host::start(lab)?;
    let reader = Reader::new(engine)?;
    let at = format!("index.html?quiz={QUIZ}&seed=6");
    let story = native::story(&lab.story()?)?;
    let visit = async |page: &Page, _: &mut Host| {
        page.open(&at).await?;
        let answer = async |at: usize, aim| {
            let shown = native::session(&story, QUIZ, 6, Mode::Practice)?.apply(Action::Open(at));
            Screen::wait(page, "asking", Some(at)).await?;
            let (mut shown, posed) = (shown.clone(), shown.questions()[at].clone());
            for action in actions(&self::answer(&posed, &story, aim, at)) {
                shown = Hand::Clicks.act(page, &shown, at, action).await?;
            }
            Hand::Clicks.press(page, "button.submit").await?;
            Screen::wait(page, "revealed", Some(at)).await.map(drop)
        };
        answer(0, Aim::Right).await?;
        Hand::Clicks.press(page, "button.next").await?;
        Screen::wait(page, "asking", Some(1)).await?;
        let first = page.client.window().await?;
        let second = page.client.new_window(true).await?.handle;
        page.client.switch_to_window(second.clone()).await?;
        super::offline::reader::listen(page).await?;
        page.open(&at).await?;
        // It goes on where the other tab is.
        Screen::wait(page, "asking", Some(1)).await?;
        answer(1, Aim::Right).await?;
        Hand::Clicks.press(page, "button.next").await?;
        Screen::wait(page, "asking", Some(2)).await?;
        answer(2, Aim::Wrong).await?;
        page.client.switch_to_window(first).await?;
        answer(1, Aim::Wrong).await?;
        let count = logged(page).await?;
        ensure!(count == 4, "{count} of four answers are kept");
        page.open(&at).await?;
        page.until_there("[data-screen=asking], [data-screen=revealed]").await?;
        let track = track(page).await?;
        // The answer that was there first stays.
        ensure!(track[0] == "right" && track[1] == "right", "the answers came back as {track:?}");
        ensure!(["wrong", "partly"].contains(&track[2].as_str()), "the third came back as {track:?}");
        Ok(())
    };
    reader.visits(&mut host, visit).await
}

async fn denied(lab: &Lab, engine: Engine) -> Result<()> {
    let mut host = Host::start(lab)?;
    // As in a frame without an origin of its own, or where a reader forbids it.
    let page = std::fs::read_to_string(host.site.join("index.html"))?;
    let denies = "<script>Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('not here', 'SecurityError'); } });</script>";
    ensure!(page.contains("<meta"), "the page has no head");
    std::fs::write(host.site.join("denied.html"), page.replacen("<meta", &[denies, "<meta"].concat(), 1))?;
    let reader = Reader::new(engine)?;
    let story = native::story(&lab.story()?)?;
    let session = native::session(&story, QUIZ, 5, Mode::Practice)?;
    let visit = async |page: &Page, _: &mut Host| {
        page.open(&format!("denied.html?quiz={QUIZ}&seed=5")).await?;
        answers(page, session, 0, Aim::Right).await?;
        let notice: String = page.script("return find('.notice')?.textContent ?? ''", Value::Null).await?;
        ensure!(notice.contains("can’t be kept"), "it says {notice:?}");
        Hand::Clicks.press(page, "button.next").await?;
        Screen::wait(page, "asking", Some(1)).await.map(drop)
    };
    reader.visits(&mut host, visit).await
}

async fn left(lab: &Lab, engine: Engine) -> Result<()> {
    let mut host = Host::start(lab)?;
    let reader = Reader::new(engine)?;
    let story = native::story(&lab.story()?)?;
    let session = native::session(&story, QUIZ, 5, Mode::Practice)?;
    let card = format!("button.quiz-card[data-quiz=\"{QUIZ}\"]");
    let visit = async |page: &Page, _: &mut Host| {
        page.open(&format!("index.html?quiz={QUIZ}&seed=5")).await?;
        let session = answers(page, session, 0, Aim::Right).await?;
        Hand::Clicks.press(page, "button.quizzes").await?;
        Screen::wait(page, "start", None).await?;
        let says = "return find(args).textContent";
        let text: String = page.script(says, json!(card)).await?;
        ensure!(text.contains("1 of 8 answered"), "the quiz says {text:?}");
        // Who left is not sent back, and finds it where it was.
        page.open("index.html").await?;
        Screen::wait(page, "start", None).await?;
        let text: String = page.script(says, json!(card)).await?;
        ensure!(text.contains("1 of 8 answered"), "after a reload the quiz says {text:?}");
        Hand::Clicks.press(page, &card).await?;
        stands(page, &session).await?;
        // Who is in the middle of it is.
        Hand::Clicks.press(page, "button.next").await?;
        Screen::wait(page, "asking", Some(1)).await.map(drop)
    };
    reader.visits(&mut host, visit).await
}
