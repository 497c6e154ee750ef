//! The pupil's page: what was answered in the widget is what the code says, through a reload too.

use std::rc::Rc;

use anyhow::{Context, Result, bail, ensure};
use fantoccini::Locator;
use serde_json::{Value, json};
use verbatim_class::assignment::{Asks, Assignment, Forms, Place};
use verbatim_class::code::Code;
use verbatim_class::find::{What, find};
use verbatim_class::shuffle::Written;
use verbatim_class::submission::{Confidence, Done, Edition, Submission, Who};
use verbatim_core::model::Story;
use verbatim_core::session::{Action, Session, Stage};

use super::{assignment, press, text};
use crate::answers::Aim;
use crate::hand::Hand;
use crate::hand::keys::{self, ENTER};
use crate::lab::Lab;
use crate::look::Looks;
use crate::native;
use crate::page::Page;
use crate::screen::Screen;
use crate::trials::play::asking;

/// Opens the page of an assignment, as somebody who was never there.
async fn open(page: &Page, set: &Assignment) -> Result<()> {
    page.open_anew(&format!("pupil.html#{}", set.fragment())).await
}

/// The session that the page plays.
fn session(lab: &Lab, set: &Assignment, who: &Who) -> Result<Session> {
    let story = native::story(&lab.story()?)?;
    let session = native::session(&story, &set.quiz, set.seed_of(who, 0), set.mode)?;
    Ok(session.at_most(set.count.map_or(usize::MAX, |count| count as usize)))
}

/// What the code on the page says.
async fn handed_in(lab: &Lab, page: &Page, story: &Rc<Story>) -> Result<(Code, Submission)> {
    let shown = text(page, "#code").await?;
    let found = find(&shown);
    let [found] = found.as_slice() else { bail!("{found:?}") };
    let What::Whole(code) = &found.what else { bail!("{found:?}") };
    ensure!(code.text() == shown, "{shown}");
    let edition = Edition::new(story, &verbatim_core::digest::digest(&lab.story()?));
    let submission = code.open(story, edition).map_err(|error| anyhow::anyhow!("{error:?}"))?;
    Ok((code.clone(), submission))
}

pub async fn unread(lab: &Lab, page: &Page) -> Result<()> {
    let whole = assignment(lab)?.fragment();
    for (fragment, said) in [
        ("", "The address has no quiz in it."),
        ("quiz=sequence", "The address has no quiz in it."),
        (&whole[..whole.len() - 3], "The link is cut off or changed"),
        ("v=9&s=x&k=000000", "A newer version of this page"),
    ] {
        page.open("index.html").await?;
        page.open(&format!("pupil.html#{fragment}")).await?;
        let told = text(page, ".card").await?;
        ensure!(told.contains(said), "{fragment}: {told}");
    }
    let gone = Assignment { quiz: "no-such-quiz".to_owned(), ..assignment(lab)? };
    page.open("index.html").await?;
    page.open(&format!("pupil.html#{}", gone.fragment())).await?;
    let told = text(page, ".card").await?;
    ensure!(told.contains("no quiz “no-such-quiz”"), "{told}");
    Ok(())
}

/// With confidence, a form of one's own, and a reload half-way.
pub async fn by_clicks(lab: &Lab, page: &Page) -> Result<()> {
    let set = Assignment { forms: Forms::Each, confidence: true, ..assignment(lab)? };
    let who = Who::Name("Ada Berg".to_owned());
    open(page, &set).await?;
    text(page, "h1").await?;
    press(page, "button.start").await?;
    ensure!(text(page, "#who-missing").await? == "Type your name first.", "no name");
    page.client.find(Locator::Css("#who")).await?.send_keys("Ada Berg").await?;
    press(page, "button.start").await?;
    let mut session = session(lab, &set, &who)?;
    let mut levels = Vec::new();
    while let Stage::Asking { at } = session.stage() {
        let aim = if at % 2 == 0 { Aim::Right } else { Aim::Wrong };
        session = asking(page, Hand::Clicks, session, at, aim).await?;
        // Held back until the pupil says how sure they are.
        page.until_there("[data-sure=asks]").await?;
        let level = at % 3;
        levels.push(Confidence::ALL[level]);
        keys::write(page, &(level + 1).to_string()).await?;
        Screen::wait(page, "revealed", Some(at)).await?;
        if at == 1 {
            page.client.refresh().await?;
            Screen::wait(page, "revealed", Some(at)).await?;
        }
        Hand::Clicks.press(page, "button.next").await?;
        session = session.apply(Action::Next);
    }
    let (_, handed) = handed_in(lab, page, session.story()).await?;
    ensure!(handed.head.who == who && handed.head.seed == session.seed(), "{:?}", handed.head);
    let told: Vec<Option<Confidence>> = handed.answers.iter().map(|answer| answer.confidence).collect();
    ensure!(told == levels.into_iter().map(Some).collect::<Vec<_>>(), "{told:?}");
    let played = handed.play(session.story(), native::decompose).context("no such quiz")?;
    ensure!(played.summary() == session.summary(), "{:?}", played.summary());
    // Whoever comes back finds the code.
    let code = text(page, "#code").await?;
    page.client.refresh().await?;
    ensure!(text(page, "#code").await? == code, "another code after a reload");
    // And the next pupil on this device begins anew.
    press(page, "button.else").await?;
    text(page, "h1").await?;
    ensure!(
        text(page, "#who").await.is_err() || !page.has("[data-screen]").await?,
        "the quiz is still there"
    );
    Ok(())
}

/// The class's questions in an order of one's own, and a reload half-way.
pub async fn shuffled(lab: &Lab, page: &Page) -> Result<()> {
    let set = Assignment {
        forms: Forms::Shuffled,
        asks: Asks::Number,
        quiz: "whole-story".to_owned(),
        count: Some(5),
        ..assignment(lab)?
    };
    let who = Who::Number(7);
    let own = session(lab, &set, &who)?;
    let order = set.order_of(&who, 0).context("no order of one's own")?;
    let written = Written::of(&own, order).context("the questions can't be written")?;
    let mut session =
        written.session(order, set.mode, native::decompose).context("there is no such order")?;
    open(page, &set).await?;
    text(page, "h1").await?;
    page.client.find(Locator::Css("#who")).await?.send_keys("7").await?;
    press(page, "button.start").await?;
    while let Stage::Asking { at } = session.stage() {
        let aim = if at % 2 == 0 { Aim::Right } else { Aim::Wrong };
        session = asking(page, Hand::Clicks, session, at, aim).await?;
        Screen::wait(page, "revealed", Some(at)).await?;
        if at == 2 {
            page.client.refresh().await?;
            Screen::wait(page, "revealed", Some(at)).await?;
        }
        Hand::Clicks.press(page, "button.next").await?;
        session = session.apply(Action::Next);
    }
    let (_, handed) = handed_in(lab, page, own.story()).await?;
    ensure!(handed.head.who == who && handed.head.seed == set.seed, "{:?}", handed.head);
    let played = handed.play(own.story(), native::decompose).context("no such quiz")?;
    let ids = |session: &Session| -> Vec<String> {
        session.questions().iter().map(|posed| posed.question(session.story()).id.clone()).collect()
    };
    ensure!(ids(&played) == ids(&own) && ids(&session) != ids(&own), "{:?}", ids(&session));
    ensure!(played.summary().points == session.summary().points, "{:?}", played.summary());
    Ok(())
}

pub async fn by_keys(lab: &Lab, page: &Page) -> Result<()> {
    let set = Assignment {
        asks: Asks::Number,
        quiz: "whole-story".to_owned(),
        count: Some(3),
        seed: 9,
        ..assignment(lab)?
    };
    open(page, &set).await?;
    text(page, "h1").await?;
    let tab = "const field = document.querySelector('#who'); return document.activeElement === field";
    for _ in 0..9 {
        if page.script::<bool>(tab, Value::Null).await? {
            break;
        }
        keys::press(page, &[keys::TAB]).await?;
    }
    keys::write(page, "17").await?;
    keys::press(page, &[ENTER]).await?;
    let who = Who::Number(17);
    let mut session = session(lab, &set, &who)?;
    while let Stage::Asking { at } = session.stage() {
        session = asking(page, Hand::Keys, session, at, Aim::Wrong).await?;
        Screen::wait(page, "revealed", Some(at)).await?;
        Hand::Keys.press(page, "button.next").await?;
        session = session.apply(Action::Next);
    }
    let (_, handed) = handed_in(lab, page, session.story()).await?;
    ensure!(handed.head.who == who, "{:?}", handed.head);
    ensure!(
        handed.answers.iter().all(|answer| matches!(answer.done, Done::Answered(_))),
        "{:?}",
        handed.answers
    );
    let played = handed.play(session.story(), native::decompose).context("no such quiz")?;
    ensure!(played.summary() == session.summary(), "{:?}", played.summary());
    let focus = "return document.activeElement.id === 'code-title'";
    page.until::<bool>("the focus on the code", focus, Value::Null).await.map(drop)
}

/// Time that is up stops nobody: there is more of it, or none runs.
pub async fn time(lab: &Lab, page: &Page) -> Result<()> {
    let set = Assignment { asks: Asks::Nothing, minutes: Some(20), ..assignment(lab)? };
    open(page, &set).await?;
    text(page, "h1").await?;
    press(page, "button.start").await?;
    ensure!(text(page, ".time [role=timer]").await? == "About 20 minutes left", "at the start");
    Screen::wait(page, "asking", Some(0)).await?;
    let pass = "const name = Object.keys(localStorage).find(name => name.startsWith('verbatim-pupil '));
        const record = JSON.parse(localStorage[name]); record.begun -= args * 60000;
        localStorage[name] = JSON.stringify(record); return true";
    for (minutes, said) in
        [(12.5, "About 8 minutes left"), (7.0, "Less than a minute left"), (60.0, "The time is up.")]
    {
        page.script::<bool>(pass, json!(minutes)).await?;
        page.client.refresh().await?;
        let told = text(page, ".time [role=timer]").await?;
        ensure!(told.starts_with(said), "{told}");
        Screen::wait(page, "asking", Some(0)).await?;
    }
    press(page, "button.more").await?;
    let left = "return document.querySelector('.time [role=timer]').textContent === 'About 5 minutes left'
        || document.querySelector('.time [role=timer]').textContent === 'About 6 minutes left'";
    page.until::<bool>("more time", left, Value::Null).await?;
    press(page, "button.untimed").await?;
    page.until::<bool>(
        "no limit",
        "return document.querySelector('.time').textContent === 'No time limit'",
        Value::Null,
    )
    .await?;
    page.client.refresh().await?;
    ensure!(text(page, ".time").await? == "No time limit", "after a reload");
    Ok(())
}

/// The file is asked for, another one is not taken, and it is there after a reload.
pub async fn file(lab: &Lab, page: &Page) -> Result<()> {
    let set =
        Assignment { asks: Asks::Nothing, story: Place::File("afo.json".to_owned()), ..assignment(lab)? };
    open(page, &set).await?;
    ensure!(text(page, "label[for=story-file]").await?.ends_with("afo.json"), "the file's name");
    let give = "const files = new DataTransfer(); files.items.add(new File([args], 'afo.json'));
        const field = document.querySelector('#story-file'); field.files = files.files;
        field.dispatchEvent(new Event('change', { bubbles: true })); return true";
    let story = String::from_utf8(lab.story()?)?;
    page.script::<bool>(give, json!(story.replace("Air Force One", "Air Force Two"))).await?;
    ensure!(text(page, ".card [role=alert]").await?.starts_with("That is another story"), "another story");
    page.script::<bool>(give, json!(story)).await?;
    page.until::<bool>("the entrance", "return document.querySelector('button.start') !== null", Value::Null)
        .await?;
    press(page, "button.start").await?;
    let session = session(lab, &set, &Who::Nobody)?;
    asking(page, Hand::Clicks, session.clone(), 0, Aim::Right).await?;
    Screen::wait(page, "revealed", Some(0)).await?;
    page.client.refresh().await?;
    Screen::wait(page, "revealed", Some(0)).await?;
    press(page, "button.hand-in").await?;
    let (_, handed) = handed_in(lab, page, session.story()).await?;
    let done: Vec<bool> =
        handed.answers.iter().map(|answer| matches!(answer.done, Done::Answered(_))).collect();
    ensure!(done == [true, false, false, false], "{done:?}");
    Ok(())
}

/// Every screen of it, in every way.
pub async fn looked_at(lab: &Lab, page: &Page) -> Result<()> {
    let set = Assignment { minutes: Some(20), confidence: true, count: Some(1), ..assignment(lab)? };
    let mut looks = Looks::at(page, lab.pictures(page.engine)).with_ibm();
    page.open("pupil.html").await?;
    text(page, "h1").await?;
    looks.take("pupil nothing").await?;
    open(page, &set).await?;
    text(page, "h1").await?;
    looks.take("pupil entrance").await?;
    page.client.find(Locator::Css("#who")).await?.send_keys("Ada Berg").await?;
    press(page, "button.start").await?;
    let session = session(lab, &set, &Who::Name("Ada Berg".to_owned()))?;
    asking(page, Hand::Clicks, session, 0, Aim::Wrong).await?;
    page.until_there("[data-sure=asks]").await?;
    looks.take("pupil unsure").await?;
    keys::write(page, "3").await?;
    Screen::wait(page, "revealed", Some(0)).await?;
    Hand::Clicks.press(page, "button.next").await?;
    text(page, "#code").await?;
    looks.take("pupil code").await?;
    ensure!(looks.wrong.is_empty(), "{} things:\n{}", looks.wrong.len(), looks.wrong.join("\n"));
    Ok(())
}
