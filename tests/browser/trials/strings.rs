//! Texts that would be code anywhere else: they are shown letter by letter, and
//! nothing of them runs, loads, or becomes an element.

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use verbatim_core::session::{Mode, Stage};

use super::play::to_the_end;
use crate::answers::Aim;
use crate::compare::tidy;
use crate::driver::Device;
use crate::hand::Hand;
use crate::lab::{Lab, Trial};
use crate::native;
use crate::page::Page;
use crate::screen::Screen;
use crate::server::Answer;

/// Each calls `intrude`, loads something, or changes the page around it, if anything takes it for code.
const STRINGS: [&str; 24] = [
    "<script>intrude()</script>",
    "</script><script>intrude()</script>",
    "<img src=x onerror=intrude()>",
    "\"><img src=x onerror=intrude()>",
    "'><svg onload=intrude()>",
    "<svg><script>intrude()</script></svg>",
    "<iframe srcdoc=\"<script>parent.intrude()</script>\"></iframe>",
    "<iframe src=javascript:parent.intrude()></iframe>",
    "<a href=\"javascript:intrude()\">here</a>",
    "<input autofocus onfocus=intrude()>",
    "<details open ontoggle=intrude()>",
    "<style>* { display: none }</style>",
    "<base href=\"https://example.org/\">",
    "<link rel=stylesheet href=//example.org/a.css>",
    "<meta http-equiv=refresh content=0>",
    "<math><mtext></form><img src onerror=intrude()></math>",
    "<noscript><p title=\"</noscript><img src=x onerror=intrude()>\">",
    "<template><script>intrude()</script></template>",
    "</section></div></body><b>out</b>",
    "<!-- gone",
    "]]> <![CDATA[",
    "&lt;b&gt;&amp;&quot;&#x3c;",
    "{{intrude()}} ${intrude()} #{intrude()}",
    "\" onmouseover=\"intrude()\" autofocus x=\"",
];

/// How many different ones a story holds at once.
const AT_ONCE: usize = 12;

/// What the widget itself never makes, within it or around it.
const INTRUDED: &str = "
    // A style sheet beside its screen is the widget's own.
    const within = findAll('*').filter(element => element.parentNode !== host?.shadowRoot);
    const foreign = within.filter(element => element.matches('script, img, iframe, object, embed, style, link, '
        + 'base, meta, math, template, noscript, svg script')
        || [...element.attributes].some(({ name, value }) => /^on/.test(name) || /^\\s*javascript:/i.test(value)));
    return foreign.map(element => element.outerHTML)
        .concat(window.intruded ? ['something ran'] : [])
        .concat(document.querySelectorAll('#verbatim').length === 1 ? [] : ['there is no one widget'])
        .concat(document.baseURI === location.href ? [] : ['the base is another'])
        .concat(performance.getEntriesByType('resource').map(entry => entry.name)
            .filter(address => !address.startsWith(location.origin)))";

/// A trial for each turn of the strings.
pub fn trials() -> Vec<Trial> {
    let turns = (0..STRINGS.len()).step_by(AT_ONCE / 2);
    let trial = |from: usize| {
        let aim = if from.is_multiple_of(AT_ONCE) { Aim::Wrong } else { Aim::Right };
        let run = async move |lab: &Lab, page: &Page| harmless(lab, page, from, aim).await;
        Trial::new(format!("strings::from the string {from} on"), Device::Desktop, run)
    };
    turns.map(trial).collect()
}

async fn harmless(lab: &Lab, page: &Page, from: usize, aim: Aim) -> Result<()> {
    let strings: Vec<&str> = STRINGS.iter().cycle().skip(from).take(AT_ONCE).copied().collect();
    let mut story: Value = serde_json::from_str(include_str!("../cases/strings.json"))?;
    fill(&mut story, &strings);
    let bytes = serde_json::to_vec(&story)?;
    let sound = native::story(&bytes)?;
    let address = lab.server.make(&format!("strings-{from}.json"), [Answer::json(bytes)]);

    page.open(&format!("index.html?story={address}&seed=41")).await?;
    let intrude = "window.intrude = () => { window.intruded = true; }; return true";
    page.script::<bool>(intrude, Value::Null).await?;
    let screen = Screen::wait(page, "start", None).await?;
    for text in [&sound.title, &sound.quizzes[0].title, &sound.sources[0].title] {
        ensure!(screen.text.contains(&tidy(text)), "{text:?} is not on the start screen");
    }
    unharmed(page, "on the start screen").await?;
    Hand::Clicks.press(page, "button.quiz-card[data-quiz=all]").await?;

    // What each screen shows is compared letter by letter on the way.
    let session = native::session(&sound, "all", 41, Mode::Practice)?;
    let end = to_the_end(page, Hand::Clicks, session, aim).await?;
    ensure!(end.stage() == Stage::Finished, "it ended at {:?}", end.stage());
    Screen::wait(page, "finished", None).await?;
    for at in 0..end.questions().len() {
        Hand::Clicks.press(page, &format!("details.result[data-at=\"{at}\"] > summary")).await?;
    }
    page.until::<bool>(
        "all results",
        "return findAll('.result .feedback').length === args",
        end.questions().len().into(),
    )
    .await?;
    unharmed(page, "on the last screen").await
}

async fn unharmed(page: &Page, when: &str) -> Result<()> {
    let intruded: Vec<String> = page.script(INTRUDED, Value::Null).await.context(when.to_owned())?;
    ensure!(intruded.is_empty(), "{when}: {intruded:#?}");
    Ok(())
}

/// Puts the strings where a story has `«0»`, `«1»` and so on.
fn fill(value: &mut Value, strings: &[&str]) {
    match value {
        Value::String(text) => {
            for (at, string) in strings.iter().enumerate() {
                *text = text.replace(&format!("«{at}»"), string);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| fill(item, strings)),
        Value::Object(fields) => fields.values_mut().for_each(|field| fill(field, strings)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
