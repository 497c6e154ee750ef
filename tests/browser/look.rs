//! A look at a screen as different readers have it: narrow and wide, light and
//! dark, with large text, with colours of their own. What is wrong is collected,
//! and a picture of each is kept for people to look at.

use std::path::PathBuf;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::audit;
use crate::emulate;
use crate::engine::Ability;
use crate::page::Page;

/// A width in pixels, and what to call it.
const WIDTHS: [(&str, u32, u32); 2] = [("phone", 390, 844), ("desktop", 1280, 900)];

const SCHEMES: [&str; 2] = ["light", "dark"];

/// The narrowest screen to be read without scrolling sideways (WCAG 2.2, 1.4.10), and what
/// stands for it where no window is as narrow.
const NARROWEST: u32 = 320;
const NARROWEST_WINDOW: u32 = 450;

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
    checkers: Checkers,
    /// What was wrong, each with its screen.
    pub wrong: Vec<String>,
}

/// Who is asked for what a screen breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Checkers {
    Axe,
    AxeAndIbm,
}

impl<'a> Looks<'a> {
    /// Begins to look, and keeps pictures in a folder.
    pub fn at(page: &'a Page, folder: PathBuf) -> Self {
        Self { page, folder, checkers: Checkers::Axe, wrong: Vec::new() }
    }

    /// Has IBM's checker look as well.
    pub fn with_ibm(self) -> Self {
        Self { checkers: Checkers::AxeAndIbm, ..self }
    }

    /// Looks at the screen as it is now, in every way.
    pub async fn take(&mut self, name: &str) -> Result<()> {
        self.looks(name).await.with_context(|| format!("looking at {name}"))
    }

    async fn looks(&mut self, name: &str) -> Result<()> {
        let own: [u32; 2] = self.page.script("return [innerWidth, innerHeight]", Value::Null).await?;
        let can = |ability| self.page.engine.lacks(ability).is_none();
        let narrowest = if can(Ability::Narrow) { NARROWEST } else { NARROWEST_WINDOW };
        let prefer = can(Ability::Preferences);
        let schemes = if prefer { &SCHEMES[..] } else { &SCHEMES[..1] };
        for (width_name, width, height) in WIDTHS {
            emulate::size(self.page, [width.max(narrowest), height]).await?;
            for scheme in schemes {
                if prefer {
                    self.media(&[("prefers-color-scheme", scheme)]).await?;
                }
                let name = format!("{name} {width_name} {scheme}");
                self.picture(&name).await?;
                let mut violations = audit::axe(self.page, ":root").await?;
                if self.checkers == Checkers::AxeAndIbm {
                    violations.extend(audit::ibm(self.page).await?);
                }
                self.wrong.extend(violations.iter().map(|violation| format!("{name}: {violation}")));
            }
        }
        if prefer {
            self.media(&[("forced-colors", "active")]).await?;
            let unmarked: Vec<String> = self.page.script(UNMARKED, Value::Null).await?;
            let of = |words| format!("{name}: in forced colours not marked: {words}");
            self.wrong.extend(unmarked.iter().map(of));
            self.picture(&format!("{name} forced")).await?;
            self.media(&[]).await?;
        }
        emulate::size(self.page, [narrowest, 640]).await?;
        self.fits(&format!("{name} narrow")).await?;
        self.text_size("200%").await?;
        self.fits(&format!("{name} narrow, large")).await?;
        self.picture(&format!("{name} large")).await?;
        emulate::size(self.page, [WIDTHS[1].1, WIDTHS[1].2]).await?;
        self.fits(&format!("{name} large")).await?;
        self.text_size("").await?;
        emulate::own_size(self.page, own).await
    }

    async fn fits(&mut self, name: &str) -> Result<()> {
        let too_wide: Vec<String> = self.page.script(TOO_WIDE, Value::Null).await?;
        if !too_wide.is_empty() {
            self.wrong.push(format!("{name}: scrolls sideways: {too_wide:?}"));
        }
        Ok(())
    }

    async fn text_size(&self, size: &str) -> Result<()> {
        let body = "document.documentElement.style.fontSize = args; return true";
        self.page.script::<bool>(body, json!(size)).await.map(drop)
    }

    async fn media(&self, features: &[(&str, &str)]) -> Result<()> {
        emulate::preferences(self.page, features).await?;
        self.page.until::<bool>("stillness", "return isStill()", Value::Null).await.map(drop)
    }

    async fn picture(&self, name: &str) -> Result<()> {
        let file = format!("{}.png", name.replace([' ', ','], "-").replace("--", "-"));
        self.page.picture(&self.folder.join(file)).await
    }
}
