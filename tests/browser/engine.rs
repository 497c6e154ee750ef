//! The browsers that the tests run in: what each is started with, and what its
//! automation can't do. Starting them is left to `driver`.

use std::path::PathBuf;

use anyhow::{Result, bail, ensure};
use fantoccini::wd::Capabilities;
use serde_json::{Value, json};

use crate::driver::Device;

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, headless.
    Chromium,
    /// Firefox ESR, headless.
    Firefox,
    /// WebKitGTK in its MiniBrowser, on a display of its own.
    WebKit,
}

/// What not every engine, or its automation, can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ability {
    /// Touch with a finger, on a screen as narrow as a phone's.
    Touch,
    /// Claim a reader's preferences: dark, forced colours, reduced motion.
    Preferences,
    /// Make the page as narrow as a phone's screen.
    Narrow,
    /// Load once what a page asks for early and then fetches.
    Preload,
    /// Tell which scripts keep the page waiting.
    LongFrames,
    /// Say whether a page can be installed.
    Installing,
    /// Tell an answer that breaks off from one that ends.
    BreakOff,
    /// Still have what a page stored when the browser is opened again.
    Profile,
    /// Print a page to a file.
    Printing,
    /// Let a class that a trial writes stand in the place of one of the browser's.
    StandIn,
}

/// What is left out in an engine, and why. Trials that need it are left out there, and said to be.
const LACKS: [(Engine, Ability, &str); 12] = [
    (Engine::WebKit, Ability::Touch, "touch, since WebKitWebDriver plays a finger as a mouse"),
    (
        Engine::WebKit,
        Ability::Preferences,
        "dark, forced colours and reduced motion, since WebKitWebDriver can't claim that a reader prefers them",
    ),
    (
        Engine::WebKit,
        Ability::Narrow,
        "widths under 450 pixels, since MiniBrowser's window is never narrower",
    ),
    (
        Engine::WebKit,
        Ability::Preload,
        "what is loaded how often, since WebKitGTK fetches anew what it preloaded",
    ),
    (
        Engine::Firefox,
        Ability::LongFrames,
        "what keeps a page waiting, since Firefox has no entries of long frames",
    ),
    (
        Engine::WebKit,
        Ability::LongFrames,
        "what keeps a page waiting, since WebKit has no entries of long frames",
    ),
    (
        Engine::Firefox,
        Ability::Installing,
        "whether the page can be installed, since Firefox installs no pages",
    ),
    (
        Engine::WebKit,
        Ability::Installing,
        "whether the page can be installed, since WebKitGTK installs no pages",
    ),
    (
        Engine::WebKit,
        Ability::BreakOff,
        "that an answer broke off, since WebKitGTK gives a page what came as if it were all; it is told as cut short",
    ),
    (
        Engine::WebKit,
        Ability::Profile,
        "what a browser still has when it is opened again, since MiniBrowser forgets all when it is driven",
    ),
    (Engine::WebKit, Ability::Printing, "what is printed, since WebKitWebDriver has no command for it"),
    (
        Engine::Firefox,
        Ability::StandIn,
        "a detector of the browser's own, since a page of Firefox may not use classes of its driver's",
    ),
];

/// The tests talk to no other host, and a browser in the background shall not either.
const CHROMIUM: [&str; 11] = [
    "--headless=new",
    "--no-sandbox",
    "--no-first-run",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    "--force-device-scale-factor=1",
    "--window-size=1280,900",
];

impl Engine {
    /// All of them, or those that `VERBATIM_ENGINES` names, separated by commas.
    ///
    /// # Errors
    /// When it names something else.
    pub fn wanted() -> Result<Vec<Self>> {
        let all = [Self::Chromium, Self::Firefox, Self::WebKit];
        let Ok(named) = std::env::var("VERBATIM_ENGINES") else {
            return Ok(all.to_vec());
        };
        let named: Vec<&str> = named.split(',').map(str::trim).filter(|name| !name.is_empty()).collect();
        for name in &named {
            let is_one = all.iter().any(|engine| engine.name() == *name);
            ensure!(is_one, "VERBATIM_ENGINES names {name}; there are chromium, firefox and webkit");
        }
        Ok(all.into_iter().filter(|engine| named.is_empty() || named.contains(&engine.name())).collect())
    }

    /// Its name, as the trials have it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Why it can't do something; none where it can.
    pub fn lacks(self, ability: Ability) -> Option<&'static str> {
        let lack = LACKS.iter().find(|(engine, lacked, _)| (*engine, *lacked) == (self, ability));
        lack.map(|(_, _, reason)| *reason)
    }

    /// All that it can't do, with the reasons.
    pub fn lacking(self) -> impl Iterator<Item = (Ability, &'static str)> {
        LACKS
            .iter()
            .filter(move |(engine, ..)| *engine == self)
            .map(|(_, ability, reason)| (*ability, *reason))
    }

    /// The program that drives it.
    ///
    /// # Errors
    /// When it, or what it drives, is not there.
    pub fn driver(self) -> Result<PathBuf> {
        let (driver, others): (&str, &[&str]) = match self {
            Self::Chromium => ("chromedriver", &["chromium"]),
            Self::Firefox => ("geckodriver", &["firefox-esr"]),
            Self::WebKit => ("WebKitWebDriver", &["Xvfb"]),
        };
        for program in others {
            on_path(program)?;
        }
        on_path(driver)
    }

    /// What its driver is asked for.
    pub fn capabilities(self, device: Device) -> Result<Capabilities> {
        let (name, options) = match self {
            Self::Chromium => ("goog:chromeOptions", chromium(device)?),
            Self::Firefox => ("moz:firefoxOptions", firefox()?),
            // Its driver knows where the browser is that came with it.
            Self::WebKit => return Ok(with_patience(Capabilities::new())),
        };
        Ok(with_patience(Capabilities::from_iter([(name.to_owned(), options)])))
    }
}

fn chromium(device: Device) -> Result<Value> {
    let mut options = json!({ "binary": on_path("chromium")?, "args": CHROMIUM });
    if device == Device::Phone {
        let metrics =
            json!({ "width": 390, "height": 844, "pixelRatio": 1.0, "touch": true, "mobile": true });
        options["mobileEmulation"] = json!({ "deviceMetrics": metrics });
    }
    Ok(options)
}

fn firefox() -> Result<Value> {
    let preferences = json!({
        // Tab reaches links and buttons whatever the system says.
        "accessibility.tabfocus": 7,
        // A screen of 320 pixels is 320 for the page, as on a phone.
        "ui.useOverlayScrollbars": 1,
        // Nothing but the page is loaded.
        "network.captive-portal-service.enabled": false,
        "network.connectivity-service.enabled": false,
        "app.update.disabledForTesting": true,
    });
    let arguments = ["-headless", "-width", "1280", "-height", "900"];
    Ok(json!({ "binary": on_path("firefox-esr")?, "args": arguments, "prefs": preferences }))
}

fn with_patience(mut capabilities: Capabilities) -> Capabilities {
    capabilities.insert("timeouts".to_owned(), json!({ "script": 60_000, "pageLoad": 30_000 }));
    capabilities.insert("unhandledPromptBehavior".to_owned(), json!("ignore"));
    capabilities
}

fn on_path(program: &str) -> Result<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file());
    match found {
        Some(found) => Ok(found),
        None => bail!("the browser tests need {program}; `cargo xtask test` gets it or says where it is had"),
    }
}
