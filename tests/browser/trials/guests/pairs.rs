//! Two elements on a page, each in a language and a theme of its own; a language that changes
//! while a quiz is played; stories that are written the other way than the interface.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::super::embedded::host;
use super::serve_story;
use crate::driver::Device;
use crate::hand::Hand;
use crate::hand::keys::{self, until_focus};
use crate::lab::{Lab, Trial, told};
use crate::page::Page;
use crate::screen::Screen;
use crate::server::Answer;

/// All of them.
pub fn trials() -> Vec<Trial> {
    vec![
        Trial::new("guests::pairs: two languages and two themes at once", Device::Desktop, two),
        Trial::new("guests::pairs: a language that changes meanwhile", Device::Desktop, changed),
        Trial::new("guests::pairs: a story written the other way", Device::Desktop, directions),
    ]
}

/// A message as a language's file has it.
fn words(lab: &Lab, language: &str, message: &str) -> Result<String> {
    let path = lab.server.site.join(format!("languages/{language}.json"));
    let read = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let all: Value = serde_json::from_str(&read)?;
    Ok(all[message].as_str().with_context(|| format!("{language} has no {message}"))?.to_owned())
}

async fn two(lab: &Lab, page: &Page) -> Result<()> {
    let story = serve_story(lab)?;
    let quizzes = [
        ("ar", "newspaper", "rtl", "serif"),
        ("de", "classroom", "ltr", "sans-serif"),
        ("en", "plain", "ltr", "serif"),
    ];
    let body: String = quizzes
        .iter()
        .map(|(lang, theme, ..)| {
            format!("<verbatim-quiz src=/{story} quiz=some seed=4 lang={lang} theme={theme} loading=eager></verbatim-quiz>")
        })
        .collect();
    host(lab, page, "", &body).await?;
    let all = "return [...document.querySelectorAll('verbatim-quiz')].every(
        quiz => quiz.shadowRoot?.querySelector('[data-screen=asking]'))";
    page.until::<bool>("three quizzes", all, Value::Null).await?;
    for (at, (lang, theme, dir, family)) in quizzes.iter().enumerate() {
        let body = "const root = document.querySelectorAll('verbatim-quiz')[args].shadowRoot;
            const section = root.querySelector('section');
            return [section.lang, getComputedStyle(section).direction, root.querySelector('.submit').textContent,
                getComputedStyle(root.querySelector('.prompt')).fontFamily, String(root.adoptedStyleSheets.length)]";
        let shown: [String; 5] = page.script(body, json!(at)).await?;
        let submit = words(lab, lang, "check")?;
        ensure!(shown[0] == *lang && shown[1] == *dir, "{lang} is in {shown:?}");
        ensure!(shown[2] == submit, "{lang} says {:?}, not {submit:?}", shown[2]);
        ensure!(shown[3].ends_with(&format!(" {family}")), "{theme} has the type {}", shown[3]);
        let sheets = if *theme == "plain" { "1" } else { "2" };
        ensure!(shown[4] == sheets, "{theme} has {} style sheets", shown[4]);
    }
    Ok(())
}

async fn changed(lab: &Lab, page: &Page) -> Result<()> {
    let story = serve_story(lab)?;
    let body = format!("<verbatim-quiz id=verbatim src=/{story} quiz=some seed=4 lang=en></verbatim-quiz>");
    host(lab, page, "", &body).await?;
    Screen::wait(page, "asking", Some(0)).await?;
    let mut at = 0;
    // A question with a draft that can be seen.
    while !page.has("label.choice input[type=radio]").await? {
        Hand::Keys.press(page, "button.skip").await?;
        at += 1;
        Screen::wait(page, "asking", Some(at)).await?;
    }
    keys::tab_to(page, "label.choice input").await?;
    keys::press(page, &[keys::SPACE]).await?;
    let chosen = "return find('label.choice input:checked')?.closest('label').dataset.offer";
    let offer: String = page.until("a choice", chosen, Value::Null).await?;
    for (lang, dir) in [("fr", "ltr"), ("ar", "rtl"), ("xx", "ltr"), ("ko", "ltr")] {
        page.script::<Value>("host.lang = args; return null", json!(lang)).await?;
        let spoken = if lang == "xx" { "en" } else { lang };
        let says = words(lab, spoken, "check")?;
        let body = "return find('section').lang === args[0] && find('section').dir === args[1]
            && find('.submit').textContent === args[2]";
        page.until::<bool>("the language", body, json!([spoken, dir, says])).await?;
        let screen = Screen::read(page).await?;
        ensure!((screen.name.as_str(), screen.at) == ("asking", Some(at)), "{lang}: at {:?}", screen.at);
        let now: String = page.script(chosen, Value::Null).await?;
        ensure!(now == offer, "{lang}: {now} is chosen instead of {offer}");
        until_focus(page, "label.choice input:checked").await?;
    }
    let ready = told(page).await?.iter().filter(|told| told.name == "quiz-ready").count();
    ensure!(ready == 1, "it began {ready} times");
    Ok(())
}

/// The pieces of the story, and of the interface, on a screen: each with its direction.
const DIRECTIONS: &str = "
    const direction = element => getComputedStyle(element).direction;
    return {
        widget: direction(find('section')),
        interface: findAll('.kicker, .submit, .instruction, .skip').map(direction),
        story: findAll('li.event .text, label.choice .text, .quotation, .claim, h2.prompt[lang]')
            .map(one => one.lang ? one : one.querySelector('[lang]')).filter(Boolean).map(direction),
        languages: [...new Set(findAll('section [lang]').map(one => `${one.lang} ${direction(one)}`))],
    }";

async fn directions(lab: &Lab, page: &Page) -> Result<()> {
    let mut arabic: Value = serde_json::from_str(include_str!("../../cases/strings.json"))?;
    arabic["language"] = json!("ar");
    let arabic = fill(&arabic.to_string());
    let arabic = lab.server.make("arabic.json", [Answer::json(arabic)]);
    let cases = [(arabic, "en", "ltr", "ar", "rtl"), (serve_story(lab)?, "ar", "rtl", "en", "ltr")];
    for (src, lang, dir, story_lang, story_dir) in cases {
        let quiz = if lang == "en" { "all" } else { "some" };
        let body =
            format!("<verbatim-quiz id=verbatim src=/{src} quiz={quiz} seed=4 lang={lang}></verbatim-quiz>");
        host(lab, page, "", &body).await?;
        let mut pieces = 0;
        let mut at = 0;
        loop {
            page.until::<bool>(
                "the next",
                "return find('section')?.dataset.at === String(args) || find('[data-screen=unfinished]') !== null",
                json!(at),
            )
            .await?;
            if page.has("[data-screen=unfinished]").await? {
                break;
            }
            let shown: Value = page.script(DIRECTIONS, Value::Null).await?;
            let all = |what: &str, wanted: &str| {
                shown[what].as_array().is_some_and(|all| all.iter().all(|one| one == wanted))
            };
            ensure!(shown["widget"] == dir && all("interface", dir), "{lang} at {at}: {shown}");
            ensure!(all("story", story_dir), "{story_lang} in {lang} at {at}: {shown}");
            let known = [format!("{story_lang} {story_dir}"), format!("{lang} {dir}")];
            let others = shown["languages"].as_array().into_iter().flatten();
            ensure!(
                others.clone().all(|one| known.iter().any(|known| one == known)),
                "{lang} at {at}: {shown}"
            );
            pieces += shown["story"].as_array().map_or(0, Vec::len);
            if page.has("li.event").await? {
                sideways(page, dir).await.with_context(|| format!("{story_lang} in {lang}"))?;
            }
            Hand::Clicks.press(page, "button.skip").await?;
            at += 1;
        }
        ensure!(pieces > 5, "only {pieces} pieces of the story were seen");
    }
    Ok(())
}

/// The key that points to where a line goes on moves an event down, whatever the story's own direction.
async fn sideways(page: &Page, dir: &str) -> Result<()> {
    let order = "return findAll('li.event').map(event => event.dataset.event)";
    let before: Vec<String> = page.script(order, Value::Null).await?;
    keys::tab_to(page, "li.event:nth-child(1) button.handle").await?;
    let on = if dir == "rtl" { keys::LEFT } else { keys::RIGHT };
    keys::press(page, &[keys::SPACE, on, keys::SPACE]).await?;
    let moved = [vec![before[1].clone(), before[0].clone()], before[2..].to_vec()].concat();
    let body = "return findAll('li.event').map(event => event.dataset.event).join() === args.join()";
    page.until::<bool>("the order", body, json!(moved)).await.map(drop)
}

/// Words in another script, where a story has `«0»`, `«1»` and so on.
fn fill(story: &str) -> String {
    let words = ["ثلج", "مطر", "ريح", "باب", "فرقة", "ضوء", "اليوم", "غدا", "الليلة", "آن", "بوب", "سيد"];
    words
        .iter()
        .enumerate()
        .fold(story.to_owned(), |story, (at, word)| story.replace(&format!("«{at}»"), word))
}
