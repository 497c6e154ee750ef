//! What an element is asked for: by attributes, properties, methods, and a story as an object.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::{element, error, host, until_screens};
use crate::lab::{Lab, told};
use crate::page::Page;
use crate::server::Answer;

pub async fn properties(lab: &Lab, page: &Page) -> Result<()> {
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

pub async fn nonsense(lab: &Lab, page: &Page) -> Result<()> {
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

pub async fn early(lab: &Lab, page: &Page) -> Result<()> {
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

pub async fn object(lab: &Lab, page: &Page) -> Result<()> {
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
        let text = story.to_string();
        let address = lab.server.make("bad.json", [Answer::json(text.clone())]);
        // As text, since a driver has an order of its own for fields. A string is a story's own
        // text, so that one stays quoted.
        let errors = "window.told = []; const story = JSON.parse(args);
            document.querySelector('verbatim-quiz').story = typeof story === 'string' ? args : story; return null";
        page.script::<Value>(errors, json!(text)).await?;
        of_object.push(error(page).await.with_context(|| format!("object {at}"))?);
        let errors = "window.told = []; const quiz = document.querySelector('verbatim-quiz');
            quiz.story = null; quiz.src = args; return null";
        page.script::<Value>(errors, json!(format!("/{address}"))).await?;
        of_file.push(error(page).await.with_context(|| format!("file {at}"))?);
    }
    ensure!(of_object == of_file, "{of_object:#?} of objects, {of_file:#?} of files");
    // What is undefined is not there, as in a file that is made of the object.
    let gaps = "window.told = []; const request = new XMLHttpRequest();
        request.open('GET', '/questions/air-force-one.json', false); request.send();
        const story = { ...JSON.parse(request.responseText), summary: undefined };
        story.quizzes = story.quizzes.map(quiz => ({ summary: undefined, ...quiz }));
        story.questions = story.questions.map(question => ({ hint: undefined, ...question }));
        document.querySelector('verbatim-quiz').story = story; return null";
    page.script::<Value>(gaps, Value::Null).await?;
    let names =
        "const names = window.told.map(told => told.name); return names.includes('quiz-ready') && names";
    let names: Vec<String> = page.until("a story with gaps", names, Value::Null).await?;
    ensure!(names == ["quiz-ready"], "the page is told {names:?} of a story with undefined fields");
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

pub async fn methods(lab: &Lab, page: &Page) -> Result<()> {
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
