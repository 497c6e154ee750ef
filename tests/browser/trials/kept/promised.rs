//! Whether the browser has promised to keep what there is: asked once there is something to lose,
//! and shown in the panel.

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use verbatim_core::session::{Action, Mode};

use super::answers;
use crate::answers::Aim;
use crate::engine::Engine;
use crate::hand::Hand;
use crate::lab::Lab;
use crate::native;
use crate::page::Page;
use crate::screen::Screen;
use crate::trials::offline::host::Host;
use crate::trials::offline::reader::{Reader, settled};

const QUIZ: &str = "two-reports";

/// Notes when the browser is asked, and has it asked all the same.
const NOTES: &str = "<script>
    window.asked = 0;
    const ask = navigator.storage.persist;
    navigator.storage.persist = () => { window.asked += 1; return ask.call(navigator.storage); };
</script>";

pub async fn promised(lab: &Lab, engine: Engine) -> Result<()> {
    let mut host = Host::start(lab)?;
    let page = host.read("index.html")?;
    host.write("noted.html", &page.replacen("<meta", &[NOTES, "<meta"].concat(), 1))?;
    let story = native::story(&lab.story()?)?;
    for is_granted in [false, true] {
        // Elsewhere the browser answers as it is set up, or by what it makes of the site.
        if is_granted && engine != Engine::Chromium {
            continue;
        }
        let visit = async |page: &Page, _: &mut Host| {
            if is_granted {
                let origin = page.origin.trim_end_matches("/some/base");
                let grant = json!({ "origin": origin, "permissions": ["durableStorage"] });
                page.cdp("Browser.grantPermissions", grant).await?;
            }
            page.open(&format!("noted.html?quiz={QUIZ}&seed=5&count=1")).await?;
            let session = native::session(&story, QUIZ, 5, Mode::Practice)?.at_most(1);
            let session = answers(page, session, 0, Aim::Right).await?;
            let asked: u32 = page.script("return window.asked", Value::Null).await?;
            ensure!(asked == 0, "the browser is asked before anybody has come to the end");
            // Where it has promised already, it is not asked.
            let persisted = "{ return await navigator.storage?.persisted?.() ?? null }";
            let before = settled(page, persisted).await?;
            Hand::Clicks.press(page, "button.next").await?;
            super::stands(page, &session.apply(Action::Next)).await?;
            Screen::wait(page, "finished", None).await?;
            let asked = "return window.asked === args";
            page.until::<bool>("the browser to be asked", asked, json!(u32::from(before == json!(false))))
                .await?;

            let shown = "const own = document.querySelector('aside')?.shadowRoot?.querySelector('.own');
                return own && [own.textContent, own.querySelector('button.persist') !== null]";
            let (text, button): (String, bool) = page.until("the panel", shown, Value::Null).await?;
            let after = settled(page, persisted).await?;
            ensure!(!is_granted || after == json!(true), "what is granted is not given");
            // A browser that makes no promises is not said to have made one, or none.
            let expected = [after == json!(true), after == json!(false)];
            let told = "const own = document.querySelector('aside').shadowRoot.querySelector('.own');
                const says = ['has promised to keep it', 'may clear it'].map((words) => own.textContent.includes(words));
                return String(says) === String(args)";
            page.until::<bool>("the browser's answer", told, json!(expected)).await?;
            ensure!(after != json!(false) || button, "there is no button to ask again: {text}");
            Ok(())
        };
        Reader::new(engine)?.visits(&mut host, visit).await?;
    }
    Ok(())
}
