//! Texts that would be code anywhere else: they are shown letter by letter, and
//! nothing of them runs, loads, or becomes an element.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
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
const STRINGS: [&str; 66] = [
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
    // Without the brackets, quotes, spaces or letters that a filter looks for.
    "<ScRiPt>intrude()</sCrIpT>",
    "<script/x>intrude()</script>",
    "<<script>intrude();//<</script>",
    "<script>intrude()<!--",
    "<scr<script>ipt>intrude()</scr</script>ipt>",
    "<img/src=x/onerror=intrude()>",
    "<img src=x onerror=&#105;ntrude()>",
    "<img src=`x`onerror=intrude()>",
    "<img \"\"\"><script>intrude()</script>\">",
    "<svg/onload=intrude()>",
    "%3Cscript%3Eintrude()%3C/script%3E",
    "\\u003cscript\\u003eintrude()\\u003c/script\\u003e",
    "＜script＞intrude()＜/script＞",
    "+ADw-script+AD4-intrude()+ADw-/script+AD4-",
    // Elements that act by themselves.
    "<body onload=intrude()>",
    "<video><source onerror=intrude()></video>",
    "<audio src=x onerror=intrude()>",
    "<object data=javascript:intrude()></object>",
    "<embed src=javascript:intrude()>",
    "<marquee onstart=intrude()>on</marquee>",
    "<select autofocus onfocus=intrude()>",
    "<textarea autofocus onfocus=intrude()>",
    "<keygen autofocus onfocus=intrude()>",
    "<dialog open onclose=intrude()><form method=dialog><button autofocus>x</button></form></dialog>",
    "<form action=javascript:intrude()><input type=submit></form>",
    "<isindex action=javascript:intrude() type=image>",
    "<svg><animate onbegin=intrude() attributeName=x dur=1s></svg>",
    "<svg><a href=javascript:intrude()><rect width=99 height=99></rect></a></svg>",
    "<svg><use href=\"data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'/>#x\"></use></svg>",
    "<x style=animation-name:verbatim-rise onanimationstart=intrude()>",
    "<x contenteditable onblur=intrude()>lose focus</x>",
    "<verbatim-quiz src=javascript:intrude()></verbatim-quiz>",
    // What a sanitiser would let through and a second parser would not.
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=intrude()&gt;\">",
    "<svg></p><style><a id=\"</style><img src=1 onerror=intrude()>\">",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=intrude()>",
    "<xmp><p title=\"</xmp><svg/onload=intrude()>\">",
    "<title><a id=\"</title><img src=x onerror=intrude()>\">",
    // Style sheets.
    "</style><style>@import '//example.org/a.css'; .verbatim { display: none }</style>",
    "x;background:url(//example.org/a.png);position:fixed;inset:0",
    // Letters that turn the line around, join, or are not to be seen.
    "\u{202e}txet eht\u{202c} \u{2066}a\u{2069}",
    "a\u{200b}b\u{200d}c\u{ad}d \u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}",
    "Z\u{351}\u{36b}\u{343}a\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}\u{306} \u{fdfd} \u{1f3f4}\u{e0067}\u{e007f}",
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
    let turns = (0..STRINGS.len()).step_by(AT_ONCE);
    let trial = |from: usize| {
        let is_even = (from / AT_ONCE).is_multiple_of(2);
        let aim = if is_even { Aim::Wrong } else { Aim::Right };
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

    page.open("index.html?story=made/none.json&seed=41").await?;
    let intrude = "window.intrude = () => { window.intruded = true; }; return true";
    page.script::<bool>(intrude, Value::Null).await?;
    Screen::wait(page, "error", None).await?;
    // As a file or as an object: what is shown is the same.
    let give = match aim {
        Aim::Right => json!({ "story": story }),
        Aim::Wrong => json!({ "src": format!("/{address}") }),
    };
    page.script::<Value>("window.faults = []; Object.assign(host, args); return null", give).await?;
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
