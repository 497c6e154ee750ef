//! The element in pages of others: many of them, moved and removed, beside what a page
//! may do to it, and what it tells and takes.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::driver::Device;
use crate::lab::{Lab, Trial, told};
use crate::page::Page;
use crate::server::Answer;

/// All of them.
pub fn trials() -> Vec<Trial> {
    vec![
        Trial::new("embedded::twenty share one module", Device::Desktop, twenty),
        Trial::new("embedded::only what comes near is loaded", Device::Desktop, lazy),
        Trial::new("embedded::moved, it keeps its place", Device::Desktop, moved),
        Trial::new("embedded::properties are attributes", Device::Desktop, properties),
        Trial::new("embedded::attributes that mean nothing are told", Device::Desktop, nonsense),
        Trial::new(
            "embedded::created before its script, and with a story as an object",
            Device::Desktop,
            early,
        ),
        Trial::new("embedded::a story as an object has the errors of a file", Device::Desktop, object),
        Trial::new("embedded::methods", Device::Desktop, methods),
        Trial::new("embedded::registered twice", Device::Desktop, twice),
        Trial::new("embedded::without its code the fallback stays", Device::Desktop, codeless),
        Trial::new("embedded::what stopped starts again", Device::Desktop, stopped),
        Trial::new("embedded::nothing is left behind", Device::Desktop, nothing_left),
        Trial::new("embedded::a strict content security policy", Device::Desktop, strict),
        Trial::new("embedded::from another origin", Device::Desktop, elsewhere),
    ]
}

/// Opens a page of somebody else's, made of a body and, at its end, the element's script.
pub async fn host(lab: &Lab, page: &Page, head: &str, body: &str) -> Result<()> {
    let html = format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>Host</title>{head}</head><body>{body}\
         <script type=module src=/verbatim.js></script></body></html>"
    );
    let answer = Answer { status: 200, media_type: "text/html; charset=utf-8", body: html.into_bytes() };
    let address = lab.server.make("host.html", [answer]);
    page.open(&address).await
}

/// An element that plays the story of the site.
fn element(attributes: &str) -> String {
    format!("<verbatim-quiz src=/questions/air-force-one.json {attributes}>fallback</verbatim-quiz>")
}

/// Waits until so many elements show a screen.
async fn until_screens(page: &Page, screen: &str, count: usize) -> Result<()> {
    let body = "return [...document.querySelectorAll('verbatim-quiz')].filter(quiz =>
        quiz.shadowRoot?.querySelector(`[data-screen=${args.screen}]`)).length === args.count";
    page.until::<bool>("screens", body, json!({ "screen": screen, "count": count })).await.map(drop)
}

async fn requests(page: &Page, part: &str) -> Result<usize> {
    let body =
        "return performance.getEntriesByType('resource').filter(entry => entry.name.includes(args)).length";
    page.script(body, json!(part)).await
}

async fn twenty(lab: &Lab, page: &Page) -> Result<()> {
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

async fn lazy(lab: &Lab, page: &Page) -> Result<()> {
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

async fn moved(lab: &Lab, page: &Page) -> Result<()> {
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

async fn properties(lab: &Lab, page: &Page) -> Result<()> {
    host(lab, page, "", &element("quiz=sequence loading=eager")).await?;
    until_screens(page, "asking", 1).await?;
    let held: Value = page
        .script(
            "const quiz = document.querySelector('verbatim-quiz');
            quiz.seed = 7; quiz.count = 3; quiz.mode = 'test'; quiz.headingLevel = 4; quiz.scheme = 'dark';
            quiz.quiz = 'two-reports'; quiz.theme = 'newspaper';
            const before = [quiz.getAttribute('seed'), quiz.getAttribute('heading-level'), quiz.seed, quiz.count,
                quiz.mode, quiz.theme, quiz.scheme, quiz.headingLevel, quiz.src, quiz.loading];
            return before",
            Value::Null,
        )
        .await?;
    let wanted =
        json!(["7", "4", 7, 3, "test", "newspaper", "dark", 4, "/questions/air-force-one.json", "eager"]);
    ensure!(held == wanted, "{held} instead of {wanted}");
    let asked = "const root = document.querySelector('verbatim-quiz').shadowRoot;
        return root.querySelector('[data-count=\"3\"]') && root.querySelector('h4.prompt') !== null
            && root.adoptedStyleSheets.length === 2";
    page.until::<bool>("three questions of another quiz under an h4", asked, Value::Null).await.map(drop)
}

async fn nonsense(lab: &Lab, page: &Page) -> Result<()> {
    let attributes =
        "quiz=sequence seed=-1 count=0 mode=exam theme=pink scheme=dim loading=now heading-level=9";
    host(lab, page, "", &element(attributes)).await?;
    until_screens(page, "asking", 1).await?;
    let notices: Vec<String> = page
        .script(
            "return [...document.querySelector('verbatim-quiz').shadowRoot.querySelectorAll('.notice')]
                .map(notice => notice.textContent)",
            Value::Null,
        )
        .await?;
    for name in ["seed", "count", "mode", "theme", "scheme", "loading", "heading-level"] {
        let is_told = notices.iter().any(|notice| notice.starts_with(&format!("{name}=")));
        ensure!(is_told, "nothing is said of {name}: {notices:?}");
    }
    let errors = told(page).await?;
    let count = errors.iter().filter(|told| told.detail["code"] == "attribute").count();
    ensure!(count >= 7, "{count} of 7 are told to the page");
    Ok(())
}

async fn early(lab: &Lab, page: &Page) -> Result<()> {
    // A classic script runs before the module.
    let body = "<div id=place></div><script>
        const quiz = document.createElement('verbatim-quiz');
        const request = new XMLHttpRequest();
        request.open('GET', '/questions/air-force-one.json', false);
        request.send();
        quiz.story = JSON.parse(request.responseText);
        quiz.quiz = 'sequence';
        place.append(quiz);
    </script>";
    host(lab, page, "", body).await?;
    until_screens(page, "asking", 1).await?;
    let held: Value = page
        .script(
            "const quiz = document.querySelector('verbatim-quiz');
            return [quiz.story.id, quiz.getAttribute('quiz'), Object.keys(quiz).length]",
            Value::Null,
        )
        .await?;
    ensure!(held == json!(["air-force-one", "sequence", 0]), "{held}");
    Ok(())
}

async fn object(lab: &Lab, page: &Page) -> Result<()> {
    host(lab, page, "", "<verbatim-quiz loading=eager src=/questions/air-force-one.json></verbatim-quiz>")
        .await?;
    until_screens(page, "start", 1).await?;
    let mut of_object = Vec::new();
    let mut of_file = Vec::new();
    let stories = [
        json!({ "format": 2 }),
        json!({ "format": 1, "id": "a", "title": 3, "nonsense": true }),
        json!([1, 2]),
        json!("text"),
    ];
    for (at, story) in stories.iter().enumerate() {
        let address = lab.server.make("bad.json", [Answer::json(story.to_string())]);
        let errors = "window.told = []; document.querySelector('verbatim-quiz').story = args; return null";
        // A string is a story's own text, so that one is quoted twice.
        let given = if story.is_string() { json!(story.to_string()) } else { story.clone() };
        page.script::<Value>(errors, given).await?;
        of_object.push(error(page).await.with_context(|| format!("object {at}"))?);
        let errors = "window.told = []; const quiz = document.querySelector('verbatim-quiz');
            quiz.story = null; quiz.src = args; return null";
        page.script::<Value>(errors, json!(format!("/{address}"))).await?;
        of_file.push(error(page).await.with_context(|| format!("file {at}"))?);
    }
    ensure!(of_object == of_file, "{of_object:#?} of objects, {of_file:#?} of files");
    // What can't be written as JSON is told as well.
    page.script::<Value>(
        "window.told = []; const round = {}; round.round = round;
        document.querySelector('verbatim-quiz').story = round; return null",
        Value::Null,
    )
    .await?;
    ensure!(error(page).await?["code"] == "story-object", "a story that goes round is not told as such");
    Ok(())
}

/// What the page is told of as wrong.
async fn error(page: &Page) -> Result<Value> {
    let body = "return window.told.find(told => told.name === 'quiz-error')?.detail";
    page.until("an error", body, Value::Null).await
}

async fn methods(lab: &Lab, page: &Page) -> Result<()> {
    host(lab, page, "", &["<div style='height: 5000px'></div>", &element("seed=5")].concat()).await?;
    page.until::<bool>("the definition", "return Boolean(customElements.get('verbatim-quiz'))", Value::Null)
        .await?;
    let result: Value =
        page.script("return document.querySelector('verbatim-quiz').result()", Value::Null).await?;
    ensure!(result.is_null(), "{result} before anything is there");
    page.script::<Value>("document.querySelector('verbatim-quiz').start(); return null", Value::Null).await?;
    until_screens(page, "start", 1).await?;
    page.script::<Value>("document.querySelector('verbatim-quiz').start(); return null", Value::Null).await?;
    until_screens(page, "asking", 1).await?;
    let first =
        "return document.querySelector('verbatim-quiz').shadowRoot.querySelector('[data-screen]').dataset.at";
    page.script::<Value>(
        "document.querySelector('verbatim-quiz').shadowRoot.querySelector('.skip').click(); return null",
        Value::Null,
    )
    .await?;
    page.until::<bool>(
        "the second question",
        &first.replace("dataset.at", "dataset.at === '1'"),
        Value::Null,
    )
    .await?;
    let result: Value =
        page.script("return document.querySelector('verbatim-quiz').result()", Value::Null).await?;
    let whole = result["story"] == "air-force-one"
        && result["seed"] == 5
        && result["hash"].as_str().is_some_and(|hash| hash.len() == 16)
        && result["results"].as_array().is_some_and(|results| !results.is_empty());
    ensure!(whole, "{result}");
    page.script::<Value>("document.querySelector('verbatim-quiz').restart(); return null", Value::Null)
        .await?;
    page.until::<bool>("the first question", &first.replace("dataset.at", "dataset.at === '0'"), Value::Null)
        .await
        .map(drop)
}

async fn twice(lab: &Lab, page: &Page) -> Result<()> {
    let again = "<script type=module src='/verbatim.js?again'></script>";
    host(lab, page, again, &element("quiz=sequence")).await?;
    until_screens(page, "asking", 1).await?;
    let count = requests(page, "wasm").await?;
    ensure!(count == 1, "the wasm was asked for {count} times");
    Ok(())
}

async fn codeless(lab: &Lab, page: &Page) -> Result<()> {
    let html = "<!doctype html><title>Host</title><verbatim-quiz src=/questions/air-force-one.json loading=eager>\
         <p id=fallback>Play it on our site.</p></verbatim-quiz><script type=module src=/refused/verbatim.js></script>";
    let answer = Answer { status: 200, media_type: "text/html", body: html.into() };
    let address = lab.server.make("host.html", [answer]);
    page.open(&address).await?;
    let code = error(page).await?["code"].clone();
    ensure!(code == "widget-unreachable", "the page is told of {code}");
    let is_shown = "return document.querySelector('#fallback').checkVisibility()
        && document.querySelector('verbatim-quiz').shadowRoot.querySelector('button.retry') !== null";
    ensure!(page.script::<bool>(is_shown, Value::Null).await?, "the fallback is gone");
    // The browser's own line on the answer 404.
    page.script::<Value>("window.faults = []; return null", Value::Null).await.map(drop)
}

async fn stopped(lab: &Lab, page: &Page) -> Result<()> {
    let two = element("quiz=sequence loading=eager seed=1").repeat(2);
    host(lab, page, "", &["<p id=own>own</p>", &two].concat()).await?;
    until_screens(page, "asking", 2).await?;
    // Yew takes an insertion that fails for the end of the world.
    page.script::<Value>(
        "const insert = Node.prototype.insertBefore;
        Node.prototype.insertBefore = () => { throw new DOMException('no', 'NotFoundError') };
        document.querySelector('verbatim-quiz').shadowRoot.querySelector('.skip').click();
        setTimeout(() => Node.prototype.insertBefore = insert);
        return null",
        Value::Null,
    )
    .await?;
    until_screens(page, "error", 2).await?;
    let errors = "const all = window.told.filter(told => told.name === 'quiz-error');
        return all.length === 2 && all.every(told => told.detail.code === 'widget-stopped')";
    page.until::<bool>("both to say so", errors, Value::Null).await?;
    page.script::<Value>(
        "for (const quiz of document.querySelectorAll('verbatim-quiz')) {
            quiz.shadowRoot.querySelector('button.retry').click();
        }
        return null",
        Value::Null,
    )
    .await?;
    until_screens(page, "asking", 2).await?;
    page.script::<Value>(
        "document.querySelector('verbatim-quiz').shadowRoot.querySelector('.skip').click();
        window.faults = []; return null",
        Value::Null,
    )
    .await?;
    let on =
        "return document.querySelector('verbatim-quiz').shadowRoot.querySelector('[data-at=\"1\"]') !== null";
    page.until::<bool>("the second question", on, Value::Null).await.map(drop)
}

/// The elements of the page, the kinds of events that it listens to, and the bytes of the wasm's memory.
const LEFT: &str = "
    const script = performance.getEntriesByType('resource').find(entry => entry.name.includes('verbatim-widget.js'));
    return import(script.name).then(module => module.default()).then(({ memory }) => [
        document.querySelectorAll('*').length,
        [...window.listening].filter(([, count]) => count > 0).map(([type]) => type),
        memory.buffer.byteLength,
    ])";

async fn nothing_left(lab: &Lab, page: &Page) -> Result<()> {
    let globals = "<script>window.before = new Set(Object.getOwnPropertyNames(window));
        const counts = window.listening = new Map();
        for (const [name, by] of [['addEventListener', 1], ['removeEventListener', -1]]) {
            for (const target of [window, document]) {
                const own = target[name].bind(target);
                target[name] = (type, ...rest) => { counts.set(type, (counts.get(type) ?? 0) + by); own(type, ...rest) };
            }
        }</script>";
    host(lab, page, globals, "<div id=place></div>").await?;
    page.until::<bool>("the definition", "return Boolean(customElements.get('verbatim-quiz'))", Value::Null)
        .await?;
    let mut memory = Vec::new();
    for round in 0..200 {
        page.script::<Value>(
            "const quiz = document.createElement('verbatim-quiz');
            quiz.src = '/questions/air-force-one.json'; quiz.quiz = 'who-said-what'; quiz.seed = 5; quiz.loading = 'eager';
            place.append(quiz); return null",
            Value::Null,
        )
        .await?;
        until_screens(page, "asking", 1).await?;
        page.script::<Value>("place.replaceChildren(); return null", Value::Null).await?;
        if round == 0 || round == 199 {
            memory.push(page.script::<Value>(LEFT, Value::Null).await?);
        }
    }
    ensure!(
        memory[0] == memory[1],
        "elements, listeners and memory after the first: {}, and the last: {}",
        memory[0],
        memory[1]
    );
    let added: Vec<String> = page
        .script(
            "return Object.getOwnPropertyNames(window).filter(name => !window.before.has(name)
                && !['told', 'faults', 'listening', 'before', 'addEventListener', 'removeEventListener', 'ret_nodes' /* the driver's */].includes(name))",
            Value::Null,
        )
        .await?;
    ensure!(added.is_empty(), "left on the window: {added:?}");
    Ok(())
}

async fn strict(lab: &Lab, page: &Page) -> Result<()> {
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

async fn elsewhere(lab: &Lab, page: &Page) -> Result<()> {
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
