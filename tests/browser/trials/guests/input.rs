//! Stories that no server should send: each is told in the element's own frame and by an
//! event, and the page around it stays as it was, node for node.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::super::embedded::host;
use super::story;
use crate::driver::Device;
use crate::engine::Ability;
use crate::lab::{Lab, Trial, told};
use crate::page::Page;
use crate::screen::Screen;
use crate::server::Answer;

/// All of them.
pub fn trials() -> Vec<Trial> {
    vec![
        Trial::new("guests::input: answers that are no story", Device::Desktop, refused),
        Trial::new("guests::input: a story by another name", Device::Desktop, renamed),
        Trial::new("guests::input: addresses that would be code", Device::Desktop, addresses),
    ]
}

/// Where it comes from, and the code that the page is told.
const REFUSED: [(&str, &str); 6] = [
    ("half/story.json", "story-incomplete"),
    ("moved/story.json", "story-not-json"),
    ("endless/spaces", "story-too-large"),
    ("endless/numbers", "story-too-large"),
    ("index.html", "story-not-json"),
    ("verbatim-widget_bg.wasm", "not-utf8"),
];

/// What a page is, apart from its quiz, and what its window has.
const KEPT: &str = "
    const page = document.documentElement.cloneNode(true);
    return [page.outerHTML, Object.getOwnPropertyNames(window).sort().join(), document.title, location.href,
        document.adoptedStyleSheets.length, document.styleSheets.length, getComputedStyle(document.body).cssText].join('\\n')";

async fn refused(lab: &Lab, page: &Page) -> Result<()> {
    for (src, code) in REFUSED {
        // It waits until the page has been looked at as it was.
        let body = format!(
            "<main><p id=own>Mine</p></main><div style='height: 5000px'></div>\
            <verbatim-quiz id=verbatim src=/{src}><p>fallback</p></verbatim-quiz>"
        );
        host(lab, page, "", &body).await?;
        page.until::<bool>(
            "the definition",
            "return Boolean(customElements.get('verbatim-quiz'))",
            Value::Null,
        )
        .await?;
        let before: String = page.script(KEPT, Value::Null).await?;
        page.script::<Value>("host.start(); return null", Value::Null).await?;
        page.until_there(".error[role=alert]").await.with_context(|| src.to_owned())?;
        let screen = Screen::read(page).await?;
        let text = screen.error.context("no error is shown")?;
        ensure!(text.split_whitespace().count() > 6, "{src}: {text:?} does not say what is wrong");
        let told = told(page).await?;
        let codes: Vec<&Value> = told.iter().map(|told| &told.detail["code"]).collect();
        let is_cut = code == "story-incomplete" && page.engine.lacks(Ability::BreakOff).is_some();
        let code = if is_cut { "truncated" } else { code };
        ensure!(codes == [code], "{src}: the page is told {codes:?}");
        let after: String = page.script(KEPT, Value::Null).await?;
        ensure!(before == after, "{src}: the page was\n{before}\nand is\n{after}");
    }
    // The browser's own lines on an answer that breaks off.
    page.script::<Value>("window.faults = []; return null", Value::Null).await.map(drop)
}

async fn renamed(lab: &Lab, page: &Page) -> Result<()> {
    for media_type in ["text/plain", "application/octet-stream", "text/html", "nonsense"] {
        let answer = Answer { status: 200, media_type, body: story(lab)? };
        let address = lab.server.make("story", [answer]);
        host(lab, page, "", &format!("<verbatim-quiz id=verbatim src=/{address} quiz=some></verbatim-quiz>"))
            .await?;
        Screen::wait(page, "asking", Some(0)).await.with_context(|| media_type.to_owned())?;
    }
    Ok(())
}

/// Sources' addresses that a link would run, or open as something else than a page.
const ADDRESSES: [&str; 8] = [
    "javascript:intrude()",
    "JaVaScRiPt:intrude()",
    " javascript:intrude()",
    "java\nscript:intrude()",
    "\u{1}javascript:intrude()",
    "data:text/html,<script>opener.intrude()</script>",
    "vbscript:intrude()",
    "blob:https://example.org/1",
];

async fn addresses(lab: &Lab, page: &Page) -> Result<()> {
    for given_as in ["src", "story"] {
        for bad in ADDRESSES {
            let mut story: Value = serde_json::from_slice(&story(lab)?)?;
            for source in story["sources"].as_array_mut().context("no sources")? {
                source["url"] = json!(bad);
            }
            let outcome = async {
                host(
                    lab,
                    page,
                    "",
                    "<verbatim-quiz id=verbatim loading=eager quiz=two-reports seed=3></verbatim-quiz>",
                )
                .await?;
                page.until_there(".error").await?;
                let give = match given_as {
                    "src" => {
                        json!({ "src": format!("/{}", lab.server.make("code.json", [Answer::json(story.to_string())])) })
                    }
                    _ => json!({ "story": story }),
                };
                page.script::<Value>("window.told = []; Object.assign(host, args); return null", give)
                    .await?;
                let told = "return window.told.find(told => told.name === 'quiz-error')?.detail.findings";
                let findings: Vec<Value> = page.until("findings", told, Value::Null).await?;
                let named =
                    |finding: &Value| finding["pointer"].as_str().is_some_and(|at| at.ends_with("/url"));
                ensure!(findings.iter().any(named), "no finding says where: {findings:?}");
                // What can be asked all the same has no link to there.
                if page.has("[data-screen=asking]").await? {
                    page.script::<Value>("find('label.choice input').click(); return null", Value::Null)
                        .await?;
                    page.until_there("button.submit:not([aria-disabled])").await?;
                    page.script::<Value>("find('button.submit').click(); return null", Value::Null).await?;
                    page.until_there("[data-screen=revealed] .excerpt").await?;
                }
                let links: Vec<String> =
                    page.script("return findAll('a').map(link => link.outerHTML)", Value::Null).await?;
                ensure!(links.is_empty(), "there are links: {links:?}");
                anyhow::Ok(())
            };
            outcome.await.with_context(|| format!("{bad:?} as {given_as}"))?;
        }
    }
    Ok(())
}
