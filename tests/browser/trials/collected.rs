//! What a class handed in, in browsers: collected from a messy thread, seen, saved, erased and
//! taken up again; by keys, before the camera, and with input that is no use.

use std::rc::Rc;

use anyhow::{Context, Result, ensure};
use fantoccini::Locator;
use serde_json::{Value, json};
use verbatim_class::code;
use verbatim_class::export::json as file;
use verbatim_class::submission::{Sitting, Submission, Told, Who};
use verbatim_core::dice::Dice;
use verbatim_core::digest::digest;
use verbatim_core::pose::Task;
use verbatim_core::session::{Mode, Session};

use crate::driver::Device;
use crate::engine::Ability;
use crate::hand::keys::end_show;
use crate::lab::{Lab, Trial};
use crate::look::Looks;
use crate::native::decompose;
use crate::page::Page;

mod kept;
mod keys;
mod pictures;

/// All of them.
pub fn trials() -> Vec<Trial> {
    vec![
        Trial::new("collected::all of the teacher's page by keys alone", Device::Desktop, keys::all),
        Trial::new("collected::two tabs write over nothing", Device::Desktop, kept::two_tabs),
        Trial::new("collected::codes of several stories", Device::Desktop, kept::stories),
        Trial::new("collected::a story from a file after a reload", Device::Desktop, kept::file),
        Trial::new("collected::ten megabytes in the field", Device::Desktop, kept::megabytes),
        Trial::new("collected::slips are told", Device::Desktop, kept::slips),
        Trial::new("collected::pictures of codes are dropped", Device::Desktop, pictures::dropped),
        Trial::new("collected::the browser's own detector", Device::Desktop, pictures::detector)
            .needing(Ability::StandIn),
        Trial::new("collected::a messy thread, seen, saved, erased and back", Device::Desktop, thread),
        Trial::new("collected::what is no use is told and harms nothing", Device::Desktop, useless),
        Trial::new("collected::by keys alone", Device::Desktop, by_keys),
        Trial::new("collected::a phone before the camera", Device::Desktop, pictures::camera),
        Trial::new("collected::screens looked at", Device::Desktop, looked_at),
    ]
}

const FORMULA: &str = "=HYPERLINK(\"http://example.org\")";
const SCRIPT: &str = "<script>window.hacked = 1</script>";

/// The codes of so many pupils, some with names that a page or a spreadsheet might run.
fn codes(lab: &Lab, count: usize) -> Result<Vec<String>> {
    codes_of(lab.story()?, "whole-story", count)
}

/// The same of a quiz of another story.
fn codes_of(bytes: Vec<u8>, quiz: &str, count: usize) -> Result<Vec<String>> {
    let story = Rc::new(verbatim_core::check::load(&bytes).story.context("the story has mistakes")?);
    let quiz = story.quiz(quiz).context("no such quiz")?;
    let digest = digest(&bytes);
    let session = Session::new(story.clone(), quiz, 3, Mode::Practice, decompose).at_most(10);
    let mut dice = Dice::new(3, "collected");
    let code = |at: usize| {
        let name = match at {
            0 => FORMULA.to_owned(),
            1 => SCRIPT.to_owned(),
            _ => format!("Pupil {at}"),
        };
        let told = session.questions().iter().map(|posed| {
            let mut response = posed.task.blank();
            match &posed.task {
                Task::One { offers, .. } | Task::Several { offers, .. } => {
                    response.choose(dice.below(offers.len()))
                }
                Task::Match { statements, .. } => {
                    (0..statements.len()).for_each(|slot| response.give(slot, Some(slot)));
                }
                Task::Arrange { events } => response.shift(0, 1 + dice.below(events.len() - 1)),
                Task::Type { .. } => response.write("something".to_owned()),
            }
            Told {
                question: posed.question(&story).id.clone(),
                response: Some(response.items(&posed.task, &story)),
                milliseconds: 20_000.0,
                ..Told::default()
            }
        });
        let told = told.collect();
        let begun = 1_796_000_000_000.0 + at as f64 * 60_000.0;
        let (count, who) = (Some(10), Who::Name(name));
        let sitting = Sitting {
            digest: &digest,
            quiz,
            seed: 3,
            count,
            mode: Mode::Practice,
            confidence: false,
            begun,
            who,
            told,
        };
        code::write(&Submission::new(&story, sitting), &story).ok().context("the code is too long")
    };
    (0..count).map(code).collect()
}

/// Opens the screen with nothing collected, and the story there.
async fn opened(page: &Page) -> Result<()> {
    page.open("class.html").await?;
    page.until::<bool>("the story", THERE, Value::Null).await?;
    let body = "const done = arguments[arguments.length - 1];
        localStorage.clear();
        const gone = indexedDB.deleteDatabase('verbatim-class');
        gone.onsuccess = gone.onerror = ({ type }) => done(type)";
    let gone = page.client.execute_async(body, Vec::new()).await?;
    ensure!(gone == "success", "what was collected is not gone: {gone}");
    page.client.refresh().await?;
    page.until::<bool>("the story", THERE, Value::Null).await?;
    go(page, "collect", "#codes").await
}

/// Goes to a screen, which has a part.
async fn go(page: &Page, screen: &str, part: &str) -> Result<()> {
    page.script::<bool>("location.hash = args; return true", json!(screen)).await?;
    page.until_there(part).await
}

const THERE: &str = "return document.querySelector('.symbol') !== null";

async fn paste(page: &Page, text: &str) -> Result<()> {
    let body = "const data = new DataTransfer();
        data.setData('text', args);
        const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
        // WebKit makes one without what it was given.
        if (!event.clipboardData) Object.defineProperty(event, 'clipboardData', { value: data });
        const area = document.querySelector('#codes');
        if (area.dispatchEvent(event)) {
            area.value = args;
            area.dispatchEvent(new Event('input', { bubbles: true }));
            document.querySelector('.bring button.take').click();
        }
        return true";
    page.script::<bool>(body, json!(text)).await.map(drop)
}

async fn roster(page: &Page, text: &str) -> Result<()> {
    let body = "const area = document.querySelector('#roster');
        area.value = args;
        area.dispatchEvent(new Event('input', { bubbles: true }));
        return true";
    page.script::<bool>(body, json!(text)).await.map(drop)
}

/// Waits until an element says something.
async fn says(page: &Page, selector: &str, words: &str) -> Result<()> {
    let body = "return document.querySelector(args[0])?.textContent.includes(args[1]) ?? false";
    page.until::<bool>(words, body, json!([selector, words])).await.map(drop)
}

/// Presses a button that saves a file, and gives back what the file has.
async fn saved(page: &Page, button: &str) -> Result<String> {
    let body = "window.given = undefined;
        window.create ??= URL.createObjectURL;
        URL.createObjectURL = (blob) => {
            blob.text().then((text) => { window.given = text; });
            return window.create.call(URL, blob);
        };
        document.querySelector(args).click();
        return true";
    page.script::<bool>(body, json!(button)).await?;
    page.until("the file", "return window.given", Value::Null).await
}

async fn give(page: &Page, name: &str, text: &str) -> Result<()> {
    let body = "const files = new DataTransfer();
        files.items.add(new File([args[1]], args[0]));
        const input = document.querySelector('#files');
        input.files = files.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
        return true";
    page.script::<bool>(body, json!([name, text])).await.map(drop)
}

async fn thread(lab: &Lab, page: &Page) -> Result<()> {
    let codes = codes(lab, 12)?;
    opened(page).await?;
    let mut text = String::new();
    for (at, code) in codes.iter().enumerate().take(10) {
        let code = match at % 3 {
            0 => code.replace('-', "\u{2013}"),
            1 => code.to_lowercase().replacen('-', "\n> ", 4),
            _ => format!("\u{201c}{code}\u{201d}"),
        };
        text.push_str(&format!("[30.11.26, 10:{at:02}] somebody: mine is {code} bye\n"));
    }
    let mut broken = codes[10].clone().into_bytes();
    broken.swap(15, 26);
    text.push_str(&format!("{}\n{}\n{}\n", codes[0], String::from_utf8(broken)?, &codes[11][..60]));
    paste(page, &text).await?;
    for words in ["10 new codes.", "1 code was there already", "2 codes are damaged"] {
        says(page, ".told", words).await?;
    }
    roster(page, "Pupil 2\nPupil 3\nPupil 99\nPupil 3").await?;
    says(page, ".missing", "Pupil 99").await?;
    says(page, ".doubles", "Line 4: Pupil 3").await?;
    says(page, ".again", SCRIPT).await?;
    says(page, ".damaged", "Group 2").await?;
    page.script::<bool>("document.querySelector('.damage button.take').click(); return true", Value::Null)
        .await?;
    says(page, ".told", "1 new code.").await?;
    page.script::<bool>("document.querySelector('.damage button.dismiss').click(); return true", Value::Null)
        .await?;
    page.until::<bool>("no damage", "return !document.querySelector('.damage')", Value::Null).await?;

    let csv = saved(page, ".give-pupils").await?;
    ensure!(csv.contains("\"'=HYPERLINK(\"\"http://example.org\"\")\"") && csv.contains(SCRIPT), "{csv}");
    let all = saved(page, ".give-all").await?;
    let kept = file::read(&all).ok().context("what was saved can't be read")?;
    ensure!(kept.codes.len() == 11 && codes[..11].iter().all(|code| kept.codes.contains(code)), "{all}");

    page.script::<bool>("location.hash = 'see'; return true", Value::Null).await?;
    page.until::<bool>(
        "the rows",
        "return document.querySelectorAll('.pupils tbody tr').length === 11",
        Value::Null,
    )
    .await?;
    let body = "return [document.querySelectorAll('.questions tbody tr').length, document.querySelectorAll('.chart svg').length,
        document.querySelectorAll('.slip').length > 0, document.querySelectorAll('.again ol > li').length,
        document.querySelector('.figures').textContent.includes('it takes 20 pupils'), window.hacked ?? 0]";
    let seen: Value = page.script(body, Value::Null).await?;
    ensure!(seen == json!([10, 2, true, 5, true, 0]), "{seen}");

    // After a reload all is there; then it is erased, and brought back by the file.
    page.client.refresh().await?;
    page.until_there(".pupils tbody tr").await?;
    page.script::<bool>("location.hash = 'collect'; return true", Value::Null).await?;
    page.until_there(".erase").await?;
    page.script::<bool>("document.querySelector('.erase').click(); return true", Value::Null).await?;
    page.until_there(".erase-yes").await?;
    page.script::<bool>("document.querySelector('.erase-yes').click(); return true", Value::Null).await?;
    says(page, ".told", "Everything is erased.").await?;
    says(page, ".handed", "Nothing yet.").await?;
    give(page, "verbatim-class.json", &all).await?;
    says(page, ".told", "From verbatim-class.json: 11 new codes.").await?;
    says(page, ".missing", "Pupil 99").await
}

async fn useless(lab: &Lab, page: &Page) -> Result<()> {
    let codes = codes(lab, 3)?;
    opened(page).await?;
    paste(page, "no code in here").await?;
    says(page, ".told", "There is no code in it.").await?;
    // Ten megabytes with one code in the middle.
    let body = "window.megabytes = (code) => {
            const prose = 'Somebody wrote something at 10:30 – see https://example.org/a-b-c? '.repeat(75_000);
            return prose + code + prose;
        };
        return window.megabytes('').length";
    let length: usize = page.script(body, Value::Null).await?;
    ensure!(length >= 10_000_000, "{length}");
    let body = "const files = new DataTransfer();
        files.items.add(new File([window.megabytes(args)], 'thread.txt'));
        const input = document.querySelector('#files');
        input.files = files.files;
        input.dispatchEvent(new Event('change', { bubbles: true }));
        return true";
    page.script::<bool>(body, json!(codes[0])).await?;
    says(page, ".told", "1 new code.").await?;
    for (name, text, told) in [
        ("picture.png", "\u{89}PNG\0\0", "picture.png is no text."),
        (
            "newer.json",
            r#"{"format":"verbatim-class","version":9}"#,
            "newer.json was written by a newer version",
        ),
        ("other.json", r#"{"some":"thing"}"#, "There is no code in it."),
    ] {
        give(page, name, text).await?;
        says(page, ".told", told).await?;
        says(page, ".how-many", "1 pupil").await?;
    }
    let body = "document.querySelector('.erase').click(); return true";
    page.script::<bool>(body, Value::Null).await?;
    page.until::<bool>(
        "the question has the focus",
        "return document.activeElement.className === 'sure'",
        Value::Null,
    )
    .await?;
    page.script::<bool>("document.querySelector('.erase-no').click(); return true", Value::Null).await?;
    says(page, ".how-many", "1 pupil").await
}

async fn by_keys(lab: &Lab, page: &Page) -> Result<()> {
    let codes = codes(lab, 3)?;
    opened(page).await?;
    let area = page.client.find(Locator::Css("#codes")).await?;
    area.send_keys(&codes[2].to_lowercase()).await?;
    // Tab, then Enter on the button.
    area.send_keys("\u{e004}").await?;
    page.until::<bool>(
        "the button",
        "return document.activeElement.matches('.bring button.take')",
        Value::Null,
    )
    .await?;
    page.client.find(Locator::Css(".bring button.take")).await?.send_keys("\u{e007}").await?;
    says(page, ".told", "1 new code.").await?;
    page.script::<bool>("location.hash = 'see'; return true", Value::Null).await?;
    page.until_there("button.wall-begin").await?;
    page.client.find(Locator::Css("button.wall-begin")).await?.send_keys("\u{e007}").await?;
    for (key, at) in [("\u{e014}", "Question 2"), ("\u{e012}", "Question 1")] {
        page.until::<bool>("the wall", "return document.activeElement.matches('.stage')", Value::Null)
            .await?;
        page.client.find(Locator::Css(".stage")).await?.send_keys(key).await?;
        says(page, ".stage .at", at).await?;
    }
    end_show(page).await?;
    page.until::<bool>("no wall", "return !document.querySelector('.stage')", Value::Null).await.map(drop)
}

async fn looked_at(lab: &Lab, page: &Page) -> Result<()> {
    let mut codes = codes(lab, 24)?;
    opened(page).await?;
    codes[22].truncate(70);
    codes[23].replace_range(20..21, "U");
    paste(page, &codes.join("\n")).await?;
    roster(page, &(2..26).map(|at| format!("Pupil {at}\n")).collect::<String>()).await?;
    page.until_there(".missing").await?;
    let mut looks = Looks::at(page, lab.pictures(page.engine)).with_ibm();
    looks.take("class collect").await?;
    page.script::<bool>("location.hash = 'see'; return true", Value::Null).await?;
    page.until_there(".pupils tbody tr").await?;
    page.script::<bool>("document.querySelector('.slip').open = true; return true", Value::Null).await?;
    looks.take("class see").await?;
    ensure!(looks.wrong.is_empty(), "{} things:\n{}", looks.wrong.len(), looks.wrong.join("\n"));
    Ok(())
}
