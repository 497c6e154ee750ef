//! The interface in each language over a story in English: every word on the
//! screen is the language's or the story's, and each stands in its own direction.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use verbatim_core::session::{Action, Mode, Stage};

use super::play::{asking, unfold};
use crate::answers::Aim;
use crate::driver::Device;
use crate::hand::Hand;
use crate::lab::{Lab, Trial};
use crate::look::Looks;
use crate::native;
use crate::page::Page;
use crate::screen::Screen;

/// What is asked for, the file that answers it, its tag and its direction.
const LANGUAGES: [[&str; 4]; 7] = [
    ["ar-EG", "ar", "ar", "rtl"],
    ["de", "de", "de", "ltr"],
    ["es-MX", "es", "es", "ltr"],
    ["FR", "fr", "fr", "ltr"],
    ["ko", "ko", "ko", "ltr"],
    ["pt", "pt", "pt-BR", "ltr"],
    ["zh-CN", "zh", "zh-Hans", "ltr"],
];

/// All of them.
pub fn trials() -> Vec<Trial> {
    let mut trials = Vec::new();
    for language in LANGUAGES {
        let run = async move |lab: &Lab, page: &Page| speaks(lab, page, language).await;
        trials.push(Trial::new(format!("languages::{}", language[1]), Device::Desktop, run));
    }
    trials.push(Trial::new("languages::one that is not there", Device::Desktop, other));
    trials
}

async fn speaks(lab: &Lab, page: &Page, [asked, file, tag, dir]: [&str; 4]) -> Result<()> {
    let path = lab.server.site.join(format!("languages/{file}.json"));
    let read = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let words: Value = serde_json::from_str(&read)?;
    let pieces = pieces(&words);

    let categories = "return new Intl.PluralRules(args).resolvedOptions().pluralCategories";
    let wanted: BTreeSet<String> = page.script(categories, json!(tag)).await?;
    let forms = words["questions"].as_object().context("no plural forms")?;
    let found: BTreeSet<String> = forms.keys().cloned().collect();
    ensure!(found == wanted, "the plural forms are {found:?}, the browser has {wanted:?}");

    page.open_anew(&format!("index.html?lang={asked}")).await?;
    Screen::wait(page, "start", None).await?;
    until_spoken(page, tag, dir).await?;
    own_words(page, &pieces).await.context("on the start screen")?;
    let mut looks = Looks::at(page, lab.pictures(page.engine));
    looks.take(&format!("{file} start")).await?;

    let story = native::story(&lab.story()?)?;
    page.open_anew(&format!("index.html?lang={asked}&quiz=whole-story&seed=31")).await?;
    let mut session = native::session(&story, "whole-story", 31, Mode::Practice)?;
    until_spoken(page, tag, dir).await?;
    // The first question of each kind; the others are skipped.
    let mut seen = BTreeSet::new();
    while let Stage::Asking { at } = session.stage() {
        let kind = session.questions()[at].kind(&story).name();
        let screen = Screen::wait(page, "asking", Some(at)).await?;
        if !seen.insert((kind, screen.task)) {
            Hand::Clicks.press(page, "button.skip").await?;
            session = session.apply(Action::Skip);
            continue;
        }
        own_words(page, &pieces).await.with_context(|| format!("asking, {kind}"))?;
        session = asking(page, Hand::Clicks, session, at, Aim::Wrong).await?;
        Screen::wait(page, "revealed", Some(at)).await?;
        unfold(page, Hand::Clicks).await?;
        own_words(page, &pieces).await.with_context(|| format!("told, {kind}"))?;
        if dir == "rtl" && ["sequence", "match"].contains(&kind) {
            looks.take(&format!("{file} {kind}")).await?;
        }
        Hand::Clicks.press(page, "button.next").await?;
        session = session.apply(Action::Next);
    }
    Screen::wait(page, "unfinished", None).await?;
    own_words(page, &pieces).await.context("with open questions")?;
    Hand::Clicks.press(page, "button.finish").await?;
    Screen::wait(page, "finished", None).await?;
    own_words(page, &pieces).await.context("at the end")?;

    page.open_anew(&format!("index.html?lang={asked}&story=made/none.json")).await?;
    Screen::wait(page, "error", None).await?;
    until_spoken(page, tag, dir).await?;
    own_words(page, &pieces).await.context("with nothing to play")?;
    ensure!(looks.wrong.is_empty(), "{}", looks.wrong.join("\n"));
    Ok(())
}

/// A language that has no file, or is no language, leaves the interface in English.
async fn other(_: &Lab, page: &Page) -> Result<()> {
    for asked in ["xx", "en-US", "../questions/air-force-one", "%00", ""] {
        page.open_anew(&format!("index.html?lang={asked}&quiz=sequence&seed=1")).await?;
        Screen::wait(page, "asking", Some(0)).await?;
        until_spoken(page, "en", "ltr").await.with_context(|| format!("asked for {asked:?}"))?;
        Hand::Clicks.press(page, "button.skip").await?;
        Screen::wait(page, "asking", Some(1)).await?;
        until_spoken(page, "en", "ltr").await.with_context(|| format!("asked for {asked:?}"))?;
    }
    // What the browser reports of a file that is not there is no fault of the page.
    page.script::<bool>("faults.length = 0; return true", Value::Null).await.map(drop)
}

async fn until_spoken(page: &Page, tag: &str, dir: &str) -> Result<()> {
    let body = "const root = find('[data-screen]');
        return root.lang === args[0] && root.dir === args[1] && getComputedStyle(root).direction === args[1]";
    page.until::<bool>("the language", body, json!([tag, dir])).await.map(drop)
}

/// The words of a language between the places of its messages, the longest first.
fn pieces(words: &Value) -> Vec<String> {
    let mut pieces = BTreeSet::new();
    let messages = words.as_object().into_iter().flat_map(|all| all.values());
    for message in messages {
        let forms = message.as_object().into_iter().flat_map(|forms| forms.values());
        for text in forms.chain([message]).filter_map(Value::as_str) {
            let outside = text.split('{').map(|part| part.rsplit('}').next().unwrap_or_default());
            pieces.extend(outside.map(|piece| piece.trim().to_owned()));
        }
    }
    let mut pieces: Vec<String> = pieces.into_iter().filter(|piece| !piece.is_empty()).collect();
    pieces.sort_by_key(|piece| std::cmp::Reverse(piece.len()));
    pieces
}

/// The texts of the interface, and those of the story that stand in no language or direction
/// of their own. Dates are the browser's.
const TEXTS: &str = "
    const root = find('[data-screen]');
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement;
        const isDate = parent.matches('figcaption, .step');
        if (!isDate && parent.closest('[lang], [dir]') === root) { texts.push(walker.currentNode.data); }
    }
    return texts";

/// Fails where the interface shows letters that its language's file does not have.
async fn own_words(page: &Page, pieces: &[String]) -> Result<()> {
    let texts: Vec<String> = page.script(TEXTS, Value::Null).await?;
    ensure!(!texts.is_empty(), "the interface says nothing");
    for text in texts {
        let mut rest = text.clone();
        for piece in pieces {
            rest = rest.replace(piece, "");
        }
        ensure!(!rest.contains(char::is_alphabetic), "{text:?} is not in the language: {rest:?}");
    }
    Ok(())
}
