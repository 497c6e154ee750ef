//! What elements load, when, and how often; and where they may stand.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::{element, error, host, requests, until_screens};
use crate::lab::{Lab, told};
use crate::page::Page;
use crate::server::Answer;

pub async fn twenty(lab: &Lab, page: &Page) -> Result<()> {
    let all = element("quiz=sequence loading=eager").repeat(20);
    host(lab, page, "", &all).await?;
    until_screens(page, "asking", 20).await?;
    for file in ["verbatim-widget_bg.wasm", "verbatim-widget.js", "verbatim.css", "air-force-one.json"] {
        let count = requests(page, file).await?;
        ensure!(count == 1, "{file} was asked for {count} times");
    }
    let ready = told(page).await?.iter().filter(|told| told.name == "quiz-ready").count();
    ensure!(ready == 20, "{ready} are ready");
    // A choice in one is none in another.
    let chosen: usize = page
        .script(
            "const quizzes = [...document.querySelectorAll('verbatim-quiz')];
            quizzes[3].shadowRoot.querySelector('.skip').click();
            return quizzes.filter(quiz => quiz.shadowRoot.querySelector('[data-at=\"0\"]')).length",
            Value::Null,
        )
        .await?;
    ensure!(chosen >= 19, "only {chosen} are at their first question");
    Ok(())
}

pub async fn lazy(lab: &Lab, page: &Page) -> Result<()> {
    let far = "<div style='height: 5000px'>far</div>";
    host(lab, page, "", &[far, &element("quiz=sequence")].concat()).await?;
    // The element is defined and watched once this holds, two frames later.
    let settled = "return customElements.get('verbatim-quiz') && await_frames() > 2";
    let counted = settled.replace("await_frames()", "(window.frames_seen = (window.frames_seen ?? 0) + 1)");
    page.until::<bool>("the definition", &counted, Value::Null).await?;
    ensure!(requests(page, "wasm").await? == 0, "the wasm is loaded far from the viewport");
    ensure!(requests(page, "air-force-one").await? == 0, "the story is loaded far from the viewport");
    page.script::<Value>(
        "document.querySelector('verbatim-quiz').scrollIntoView(); return null",
        Value::Null,
    )
    .await?;
    until_screens(page, "asking", 1).await
}

pub async fn moved(lab: &Lab, page: &Page) -> Result<()> {
    let body = ["<div id=a>", &element("quiz=two-reports seed=3"), "</div><div id=b></div>"].concat();
    host(lab, page, "", &body).await?;
    until_screens(page, "asking", 1).await?;
    page.script::<Value>(
        "document.querySelector('verbatim-quiz').shadowRoot.querySelector('.skip').click(); return null",
        Value::Null,
    )
    .await?;
    let at_second =
        "return document.querySelector('verbatim-quiz').shadowRoot.querySelector('[data-at=\"1\"]') !== null";
    page.until::<bool>("the second question", at_second, Value::Null).await?;
    for place in ["#b", "#a", "body"] {
        let body =
            "document.querySelector(args).append(document.querySelector('verbatim-quiz')); return null";
        page.script::<Value>(body, json!(place)).await?;
        page.until::<bool>("the second question", at_second, Value::Null).await?;
    }
    let ready = told(page).await?.iter().filter(|told| told.name == "quiz-ready").count();
    ensure!(ready == 1, "it began {ready} times");
    Ok(())
}

pub async fn twice(lab: &Lab, page: &Page) -> Result<()> {
    let again = "<script type=module src='/verbatim.js?again'></script>";
    host(lab, page, again, &element("quiz=sequence")).await?;
    until_screens(page, "asking", 1).await?;
    let count = requests(page, "_bg.wasm").await?;
    ensure!(count == 1, "the wasm was asked for {count} times");
    Ok(())
}

/// Of two releases on a page the first is the one, and the other says that it is not used.
pub async fn versions(lab: &Lab, page: &Page) -> Result<()> {
    let script = std::fs::read_to_string(lab.server.site.join("verbatim.js"))?;
    let version = env!("CARGO_PKG_VERSION");
    ensure!(script.contains(version), "the element's script does not name its version");
    let answer =
        |body: String| Answer { status: 200, media_type: "text/javascript", body: body.into_bytes() };
    let other = lab.server.make("verbatim.js", [answer(script.replace(version, "9.8.7"))]);
    let ours = "<script type=module src=/verbatim.js></script>";
    let theirs = format!("<script type=module src=/{other}></script>");
    // A release finds its files beside itself; what is made up for this trial has none there.
    let told = "<script>window.warned = []; console.warn = (...told) => warned.push(told.join(' '));
        window.marks = () => customElements.get('verbatim-quiz').version</script>";
    let all = element("quiz=sequence loading=eager seed=1").repeat(2);
    host(lab, page, &[told, ours, &theirs].concat(), &all).await?;
    until_screens(page, "asking", 2).await?;
    let warned = "return window.warned.length === 1 && [window.warned[0], window.marks()]";
    let (warned, first): (String, String) = page.until("a warning", warned, Value::Null).await?;
    ensure!(warned.contains("9.8.7") && warned.contains(version), "it says {warned:?}");
    ensure!(first == version, "{first} is the one");
    ensure!(requests(page, "_bg.wasm").await? == 1, "the other loads its own");
    // Both go on as if there were one.
    let skip = "for (const quiz of document.querySelectorAll('verbatim-quiz')) quiz.shadowRoot.querySelector('.skip').click(); return null";
    page.script::<Value>(skip, Value::Null).await?;
    let on = "return [...document.querySelectorAll('verbatim-quiz')].every(quiz => quiz.shadowRoot.querySelector('[data-at=\"1\"]'))";
    page.until::<bool>("the second question of both", on, Value::Null).await.map(drop)
}

pub async fn codeless(lab: &Lab, page: &Page) -> Result<()> {
    let html = "<!doctype html><title>Host</title><verbatim-quiz src=/questions/air-force-one.json loading=eager>\
         <p id=fallback>Play it on our site.</p></verbatim-quiz><script type=module src=/refused/verbatim.js></script>";
    let answer = Answer { status: 200, media_type: "text/html", body: html.into() };
    let address = lab.server.make("host.html", [answer]);
    page.open(&address).await?;
    let code = error(page).await?["code"].clone();
    ensure!(code == "widget-unreachable", "the page is told of {code}");
    let is_shown = "return document.querySelector('#fallback').checkVisibility()";
    ensure!(page.script::<bool>(is_shown, Value::Null).await?, "the fallback is gone");
    // What offers it comes in a file of its own.
    let again =
        "return document.querySelector('verbatim-quiz').shadowRoot.querySelector('button.retry') !== null";
    page.until::<bool>("a way to try again", again, Value::Null).await?;
    ensure!(page.script::<bool>(is_shown, Value::Null).await?, "the fallback went later");
    // The browser's own line on the answer 404.
    page.script::<Value>("window.faults = []; return null", Value::Null).await.map(drop)
}

pub async fn strict(lab: &Lab, page: &Page) -> Result<()> {
    let policy = "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; \
        script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; \
        require-trusted-types-for 'script'\">";
    host(lab, page, policy, &element("quiz=sequence theme=classroom lang=fr")).await?;
    until_screens(page, "asking", 1).await?;
    let dressed =
        "const section = document.querySelector('verbatim-quiz').shadowRoot.querySelector('section');
        return section.lang === 'fr' && getComputedStyle(section).fontFamily.includes('sans')";
    ensure!(page.script::<bool>(dressed, Value::Null).await?, "its style or its language is missing");
    Ok(())
}

pub async fn elsewhere(lab: &Lab, page: &Page) -> Result<()> {
    // Another port is another origin.
    let others = [&lab.server.origin, &lab.server.listening_origin];
    let other =
        others.into_iter().find(|other| **other != page.origin).context("there is one origin only")?;
    let html = format!(
        "<!doctype html><title>Host</title>\
         <verbatim-quiz src={other}/questions/air-force-one.json quiz=sequence></verbatim-quiz>\
         <script type=module src={other}/verbatim.js></script>"
    );
    let answer = Answer { status: 200, media_type: "text/html", body: html.into_bytes() };
    let address = lab.server.make("host.html", [answer]);
    page.open(&address).await?;
    until_screens(page, "asking", 1).await
}
