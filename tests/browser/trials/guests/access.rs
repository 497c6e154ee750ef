//! Accessibility beyond one checker: axe-core and IBM's engine look at every kind of screen,
//! in every theme, light and dark, and in every language.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use verbatim_core::session::{Action, Mode, Stage};

use super::super::embedded::host;
use super::super::play::{asking, unfold};
use crate::answers::Aim;
use crate::audit::{self, Violation};
use crate::driver::Device;
use crate::hand::Hand;
use crate::lab::{Lab, Trial};
use crate::native;
use crate::page::Page;
use crate::screen::Screen;
use crate::server::Answer;

/// A theme, a scheme and a language.
type Way = [&'static str; 3];

const THEMES: [Way; 6] = [
    ["plain", "light", "en"],
    ["plain", "dark", "en"],
    ["newspaper", "light", "en"],
    ["newspaper", "dark", "en"],
    ["classroom", "light", "en"],
    ["classroom", "dark", "en"],
];

/// Those beside English, in each theme; light in some and dark in others.
const LANGUAGES: [&str; 7] = ["ar", "de", "es", "fr", "ko", "pt", "zh"];

/// The kinds of question that the themes are looked at with: all; and the languages: one of each task.
const ALL: &[&str] =
    &["who-said", "said-what", "match", "cloze", "sequence", "before-after", "choice", "verdict", "proof"];
const TASKS: &[&str] = &["choice", "match", "cloze", "sequence"];

/// What a checker holds against a screen, and why it stays so: a rule, a part of the element, and the reason.
const KNOWN: [(&str, &str, &str); 0] = [];

/// All of them.
pub fn trials() -> Vec<Trial> {
    let of_scheme = |scheme| THEMES.into_iter().filter(|way| way[1] == scheme).collect::<Vec<Way>>();
    let spoken = |theme, first: usize| {
        let schemes = ["light", "dark"].into_iter().cycle().skip(first);
        LANGUAGES.into_iter().zip(schemes).map(|(lang, scheme)| [theme, scheme, lang]).collect()
    };
    let all: [(&str, Vec<Way>, &[&str]); 5] = [
        ("light themes", of_scheme("light"), ALL),
        ("dark themes", of_scheme("dark"), ALL),
        ("languages, plain", spoken("plain", 0), TASKS),
        ("languages, newspaper", spoken("newspaper", 1), TASKS),
        ("languages, classroom", spoken("classroom", 0), TASKS),
    ];
    all.into_iter()
        .map(|(name, ways, kinds)| {
            let run = async move |lab: &Lab, page: &Page| checked(lab, page, &ways, kinds).await;
            Trial::new(format!("guests::access: {name}"), Device::Desktop, run)
        })
        .collect()
}

async fn checked(lab: &Lab, page: &Page, ways: &[Way], kinds: &[&str]) -> Result<()> {
    let mut story: Value = serde_json::from_slice(&lab.story()?)?;
    let draw: serde_json::Map<String, Value> =
        kinds.iter().map(|kind| ((*kind).to_owned(), json!(1))).collect();
    story["quizzes"] = json!([{ "id": "each", "title": "One of each", "draw": draw }, { "id": "other", "title": "Another", "draw": draw }]);
    let story = serde_json::to_vec(&story)?;
    let src = lab.server.make("each.json", [Answer::json(story.clone())]);
    let body =
        format!("<main><h1>Host</h1><verbatim-quiz id=verbatim src=/{src} seed=6></verbatim-quiz></main>");
    host(lab, page, "<meta name=viewport content='width=device-width'>", &body).await?;
    let mut wrong = BTreeSet::new();
    Screen::wait(page, "start", None).await?;
    look(page, ways, "start", &mut wrong).await?;
    attentive(page).await?;

    page.script::<Value>(
        "Object.assign(host, { theme: 'plain', lang: 'en', quiz: 'each' }); host.restart(); return null",
        Value::Null,
    )
    .await?;
    let mut session = native::session(&native::story(&story)?, "each", 6, Mode::Practice)?;
    while let Stage::Asking { at } = session.stage() {
        Screen::wait(page, "asking", Some(at)).await?;
        let kind = session.questions()[at].kind(session.story()).name();
        look(page, ways, &format!("{kind} asking"), &mut wrong).await?;
        let aim = if at % 3 == 1 { Aim::Right } else { Aim::Wrong };
        session = asking(page, Hand::Clicks, session, at, aim).await?;
        Screen::wait(page, "revealed", Some(at)).await?;
        unfold(page, Hand::Clicks).await?;
        look(page, ways, &format!("{kind} revealed"), &mut wrong).await?;
        Hand::Clicks.press(page, "button.next").await?;
        session = session.apply(Action::Next);
    }
    Screen::wait(page, "finished", None).await?;
    page.script::<Value>(
        "for (const one of findAll('details.result')) { one.open = true; } return null",
        Value::Null,
    )
    .await?;
    look(page, ways, "finished", &mut wrong).await?;
    ensure!(
        wrong.is_empty(),
        "{} things:\n{}",
        wrong.len(),
        wrong.into_iter().collect::<Vec<_>>().join("\n")
    );
    Ok(())
}

/// Fails where a checker would find nothing whatever is in the shadow root.
async fn attentive(page: &Page) -> Result<()> {
    let spoil =
        "const image = new Image(); image.className = 'spoilt'; find('section').append(image); return null";
    page.script::<Value>(spoil, Value::Null).await?;
    for found in [audit::ibm(page).await?, audit::axe(page, ":root").await?] {
        let sees = found.iter().any(|one| one.nodes.iter().any(|node| node.contains("spoilt")));
        ensure!(sees, "a checker does not see an image without a text: {found:?}");
    }
    page.script::<Value>("find('.spoilt').remove(); return null", Value::Null).await.map(drop)
}

/// Looks at the screen in every way, and leaves it as it was.
async fn look(page: &Page, ways: &[Way], screen: &str, wrong: &mut BTreeSet<String>) -> Result<()> {
    for way in ways.iter().chain([&["plain", "auto", "en"]]) {
        let [theme, scheme, lang] = way;
        page.script::<Value>(
            "const [theme, scheme, lang] = args; Object.assign(host, { theme, scheme, lang }); return null",
            json!(way),
        )
        .await?;
        let dressed = "const sheets = host.shadowRoot.adoptedStyleSheets;
            return sheets.length === (args[0] === 'plain' ? 1 : 2) && find('section').lang.startsWith(args[2])
                && (args[0] === 'plain' || [...sheets[1].cssRules].length > 0)";
        page.until::<bool>("the theme and the language", dressed, json!(way)).await?;
        if !ways.contains(way) {
            break;
        }
        let mut found: Vec<(&str, Violation)> = Vec::new();
        found.extend(audit::ibm(page).await?.into_iter().map(|one| ("IBM", one)));
        found.extend(audit::axe(page, ":root").await?.into_iter().map(|one| ("axe-core", one)));
        found.retain(|(_, one)| {
            let is_known = |known: &&(&str, &str, &str)| {
                known.0 == one.id && one.nodes.iter().any(|node| node.contains(known.1))
            };
            !KNOWN.iter().any(|known| is_known(&known))
        });
        wrong.extend(found.iter().map(|(by, one)| format!("{screen}, {theme} {scheme} {lang}: {by}: {one}")));
    }
    Ok(())
}
