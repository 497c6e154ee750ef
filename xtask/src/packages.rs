//! Gets what the tests take besides Rust: browsers with their drivers, and what npm holds.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::process::{announce, cargo, output_of, run};
use crate::repo;

/// A program, and the Debian packages that have it.
struct Wanted {
    program: &'static str,
    packages: &'static [&'static str],
}

// Without a font a page has no text to measure.
const FONT: &str = "fonts-dejavu-core";

const CHROMIUM: [Wanted; 2] = [
    Wanted { program: "chromium", packages: &["chromium", FONT] },
    Wanted { program: "chromedriver", packages: &["chromium-driver"] },
];

/// Its driver is not among Debian's packages: see `tools`.
const FIREFOX: [Wanted; 1] = [Wanted { program: "firefox-esr", packages: &["firefox-esr", FONT] }];

const WEBKIT: [Wanted; 2] = [
    // It comes with the browser that it drives.
    Wanted { program: "WebKitWebDriver", packages: &["webkit2gtk-driver", FONT] },
    // That browser has no headless mode.
    Wanted { program: "Xvfb", packages: &["xvfb"] },
];

/// What reads what the pages for a class give out: symbols and paper.
const READERS: [Wanted; 2] = [
    Wanted { program: "zbarimg", packages: &["zbar-tools"] },
    Wanted { program: "pdftotext", packages: &["poppler-utils"] },
];

const NPM: [Wanted; 2] =
    [Wanted { program: "node", packages: &["nodejs"] }, Wanted { program: "npm", packages: &["npm"] }];

/// What reads codes and makes the environment for Python's packages.
const CLASS: [Wanted; 2] = [
    Wanted { program: "zbarimg", packages: &["zbar-tools"] },
    Wanted { program: "python3", packages: &["python3", "python3-venv"] },
];

/// Gets what the tests of the class take of Debian's.
///
/// # Errors
/// When something is missing and can't be installed; says what to install.
pub fn get_class() -> Result<()> {
    get_debian(&CLASS.each_ref())
}

/// Gets rustfmt and clippy, which a minimal Rust lacks.
///
/// # Errors
/// When one is missing and rustup does not add it.
pub fn get_components() -> Result<()> {
    for (component, subcommand) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if output_of(cargo().get_program(), &[subcommand, "--version"]).is_none() {
            announce("Getting", component);
            run(Command::new("rustup").args(["component", "add", component]))
                .with_context(|| format!("the tests take {component}, a component of Rust"))?;
        }
    }
    Ok(())
}

/// Whether the browser tests are to run in an engine: in all of them, or in those that
/// `VERBATIM_ENGINES` names.
pub fn is_engine_wanted(name: &str) -> bool {
    let named = std::env::var("VERBATIM_ENGINES").unwrap_or_default();
    named.is_empty() || named.split(',').any(|one| one.trim() == name)
}

/// Gets Chromium and what drives it.
///
/// # Errors
/// When something is missing and can't be installed; says what to install.
pub fn get_chromium() -> Result<()> {
    get_debian(&CHROMIUM.each_ref())
}

/// Gets the browsers that the tests are to run in, and what drives them.
///
/// # Errors
/// When something is missing and can't be installed; says what to install.
pub fn get_browsers() -> Result<()> {
    let engines: [(&str, &'static [Wanted]); 3] =
        [("chromium", &CHROMIUM), ("firefox", &FIREFOX), ("webkit", &WEBKIT)];
    let wanted = engines.into_iter().filter(|(name, _)| is_engine_wanted(name));
    let wanted: Vec<&Wanted> = wanted.flat_map(|(_, wanted)| wanted).collect();
    get_debian(&wanted)
}

/// Gets what reads symbols on the screen and pages of paper.
///
/// # Errors
/// When something is missing and can't be installed; says what to install.
pub fn get_readers() -> Result<()> {
    get_debian(&READERS.each_ref())
}

/// Gets the packages that a folder's `package-lock.json` names, where they are not there already.
///
/// # Errors
/// When npm is missing and can't be installed, or fails.
pub fn get_npm_packages(folder: &Path) -> Result<()> {
    let lockfile = folder.join("package-lock.json");
    let wanted = fs::read(&lockfile).with_context(|| format!("can't read {}", lockfile.display()))?;
    let installed = folder.join("node_modules/.installed-from.json");
    if fs::read(&installed).is_ok_and(|lockfile| lockfile == wanted) {
        return Ok(());
    }
    get_debian(&NPM.each_ref())?;
    announce("Getting", format_args!("the packages that {} names", lockfile.display()));
    run(Command::new("npm").args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(folder))?;
    // Written last: an interrupted installation is done again.
    fs::write(&installed, wanted).with_context(|| format!("can't write {}", installed.display()))
}

fn get_debian(wanted: &[&Wanted]) -> Result<()> {
    let missing: Vec<&Wanted> = wanted.iter().copied().filter(|wanted| !on_path(wanted.program)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let mut packages: Vec<&str> = missing.iter().flat_map(|wanted| wanted.packages).copied().collect();
    packages.sort_unstable();
    packages.dedup();
    ensure!(
        on_path("apt-get") && output_of("id", &["-u"]).as_deref() == Some("0"),
        "{}",
        what_to_install(&missing, &packages)
    );
    announce("Getting", format_args!("{} from Debian's packages", packages.join(", ")));
    let apt = || {
        let mut apt = Command::new("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive").current_dir(repo::root());
        apt
    };
    run(apt().args(["update", "--quiet"]))?;
    run(apt().args(["install", "--quiet", "--yes", "--no-install-recommends"]).args(packages))
}

fn what_to_install(missing: &[&Wanted], packages: &[&str]) -> String {
    let programs: Vec<&str> = missing.iter().map(|wanted| wanted.program).collect();
    format!(
        "the browser tests need {}; on Debian: sudo apt-get install {}",
        programs.join(" and "),
        packages.join(" ")
    )
}

fn on_path(program: &str) -> bool {
    std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(program).is_file()))
}

#[cfg(test)]
mod tests {
    use super::{CHROMIUM, on_path, what_to_install};

    #[test]
    fn what_is_missing_is_one_line() {
        assert_eq!(
            what_to_install(&[&CHROMIUM[1]], CHROMIUM[1].packages),
            "the browser tests need chromedriver; on Debian: sudo apt-get install chromium-driver"
        );
    }

    #[test]
    fn a_program_is_looked_for_on_the_path() {
        assert!(on_path("cargo"));
        assert!(!on_path("no-such-program-as-this"));
    }
}
