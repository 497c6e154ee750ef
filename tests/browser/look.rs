//! A look at a screen as different readers have it: narrow and wide, light and
//! dark, with large text, with colours of their own. What is wrong is collected,
//! and a picture of each is kept for people to look at.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::page::Page;

/// A width in pixels, and what to call it.
const WIDTHS: [(&str, u32, u32); 2] = [("phone", 390, 844), ("desktop", 1280, 900)];

const SCHEMES: [&str; 2] = ["light", "dark"];

/// The narrowest screen to be read without scrolling sideways (WCAG 2.2, 1.4.10).
const NARROWEST: u32 = 320;

/// What is too wide, if anything makes the page scroll sideways.
const TOO_WIDE: &str = "
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) { return []; }
    return [...document.querySelectorAll('body *'), ...findAll('*')]
        .filter(element => element.getBoundingClientRect().right > root.clientWidth + 1)
        .map(element => element.outerHTML.slice(0, 120)).slice(-3)
        .concat(`${root.scrollWidth} of ${root.clientWidth} pixels`)";

/// Marked words that look like those around them.
const UNMARKED: &str = "
    const looks = element => { const style = getComputedStyle(element);
        return [style.textDecorationLine, style.backgroundColor, style.borderBottomStyle, style.outlineStyle, style.fontWeight].join(); };
    return findAll('mark.words').filter(mark => mark.checkVisibility()
        && looks(mark) === looks(mark.parentElement)).map(mark => mark.textContent)";

/// Looks at screens, and remembers what was wrong with them.
#[derive(Debug)]
pub struct Looks<'a> {
    page: &'a Page,
    folder: PathBuf,
    /// What was wrong, each with its screen.
    pub wrong: Vec<String>,
}

/// A rule of axe-core that a screen breaks.
#[derive(Debug, Deserialize)]
struct Violation {
    id: String,
    help: String,
    nodes: Vec<String>,
}

impl<'a> Looks<'a> {
    /// Begins to look, and keeps pictures in a folder.
    pub fn at(page: &'a Page, folder: PathBuf) -> Self {
        Self { page, folder, wrong: Vec::new() }
    }

    /// Looks at the screen as it is now, in every way.
    pub async fn take(&mut self, name: &str) -> Result<()> {
        self.looks(name).await.with_context(|| format!("looking at {name}"))
    }

    async fn looks(&mut self, name: &str) -> Result<()> {
        let own: [u32; 2] = self.page.script("return [innerWidth, innerHeight]", Value::Null).await?;
        for (width_name, width, height) in WIDTHS {
            self.resize(width, height).await?;
            for scheme in SCHEMES {
                self.media(&[("prefers-color-scheme", scheme)]).await?;
                let name = format!("{name} {width_name} {scheme}");
                self.picture(&name).await?;
                for Violation { id, help, nodes } in self.axe().await? {
                    self.wrong.push(format!("{name}: {id}: {help}: {}", nodes.join(" ")));
                }
            }
        }
        self.media(&[("forced-colors", "active")]).await?;
        let unmarked: Vec<String> = self.page.script(UNMARKED, Value::Null).await?;
        self.wrong
            .extend(unmarked.iter().map(|words| format!("{name}: in forced colours not marked: {words}")));
        self.picture(&format!("{name} forced")).await?;
        self.media(&[]).await?;
        self.resize(NARROWEST, 640).await?;
        self.fits(&format!("{name} narrow")).await?;
        self.text_size("200%").await?;
        self.fits(&format!("{name} narrow, large")).await?;
        self.picture(&format!("{name} large")).await?;
        self.resize(WIDTHS[1].1, WIDTHS[1].2).await?;
        self.fits(&format!("{name} large")).await?;
        self.text_size("").await?;
        self.page.cdp("Emulation.clearDeviceMetricsOverride", json!({})).await?;
        self.until_sized(own).await
    }

    async fn fits(&mut self, name: &str) -> Result<()> {
        let too_wide: Vec<String> = self.page.script(TOO_WIDE, Value::Null).await?;
        if !too_wide.is_empty() {
            self.wrong.push(format!("{name}: scrolls sideways: {too_wide:?}"));
        }
        Ok(())
    }

    async fn resize(&self, width: u32, height: u32) -> Result<()> {
        let metrics =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.page.cdp("Emulation.setDeviceMetricsOverride", metrics).await?;
        self.until_sized([width, height]).await
    }

    /// Waits until the page is as large as the browser was told to make it.
    async fn until_sized(&self, size: [u32; 2]) -> Result<()> {
        let body = "return innerWidth === args[0] && innerHeight === args[1]";
        self.page.until::<bool>("a new size", body, json!(size)).await.map(drop)
    }

    async fn text_size(&self, size: &str) -> Result<()> {
        let body = "document.documentElement.style.fontSize = args; return true";
        self.page.script::<bool>(body, json!(size)).await.map(drop)
    }

    async fn media(&self, features: &[(&str, &str)]) -> Result<()> {
        emulate(self.page, features).await?;
        self.page.until::<bool>("stillness", "return isStill()", Value::Null).await.map(drop)
    }

    async fn picture(&self, name: &str) -> Result<()> {
        let file = format!("{}.png", name.replace([' ', ','], "-").replace("--", "-"));
        self.page.picture(&self.folder.join(file)).await
    }

    async fn axe(&self) -> Result<Vec<Violation>> {
        if !self.page.script::<bool>("return window.axe !== undefined", Value::Null).await? {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("browser/node_modules/axe-core/axe.min.js");
            let axe = std::fs::read_to_string(&path);
            let axe = axe.with_context(|| {
                format!("the browser tests need {}; run `npm ci` in tests/browser", path.display())
            })?;
            self.page.script::<bool>(&format!("{axe}\nwindow.axe = axe; return true"), Value::Null).await?;
        }
        let script = "const done = arguments[arguments.length - 1];
            axe.run(document, { resultTypes: ['violations'] }).then(
                result => done(result.violations.map(({ id, help, nodes }) =>
                    ({ id, help, nodes: nodes.slice(0, 3).map(node => node.html.slice(0, 200)) }))),
                error => done([{ id: 'axe', help: String(error), nodes: [] }]))";
        Ok(serde_json::from_value(self.page.client.execute_async(script, Vec::new()).await?)?)
    }
}

/// Has the browser claim a reader's preferences; none leaves its own.
pub async fn emulate(page: &Page, features: &[(&str, &str)]) -> Result<()> {
    let features: Vec<Value> =
        features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
    page.cdp("Emulation.setEmulatedMedia", json!({ "features": features })).await.map(drop)
}
