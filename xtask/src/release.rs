//! Pins the files of a release to one another: scripts name what they load by their edition,
//! so that no cache mixes two of them, and by their digests, so that nothing else is taken for them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use sha2::{Digest, Sha256};

const ELEMENT: &str = "verbatim.js";
const SCRIPT: &str = "verbatim-widget.js";
const WASM: &str = "verbatim-widget_bg.wasm";
const STYLE: &str = "verbatim.css";
/// What loads the learner's memory, its script and its wasm.
const KEEP: [&str; 3] = ["keep.js", "verbatim-keep.js", "verbatim-keep_bg.wasm"];
/// The studio's script and wasm: of the edition too, since the worker keeps the files of one alone.
const STUDIO: [&str; 2] = ["verbatim-studio.js", "verbatim-studio_bg.wasm"];
/// What loads them.
const STUDIO_PAGE: &str = "studio.js";
const LATER: &str = "later.css";
const REST: &str = "verbatim-widget_later.wasm";
/// What the element loads once a question is shown.
const AFTER: &str = "after.js";
/// What the pages for a class load: each page's script and wasm.
const CLASS: [&str; 4] =
    ["verbatim-class.js", "verbatim-class_bg.wasm", "verbatim-pupil.js", "verbatim-pupil_bg.wasm"];
/// What loads them.
const CLASS_PAGE: &str = "page-of-class.js";
/// Beside the site: what to paste into a page.
pub const SNIPPET: &str = "snippet.html";

/// Writes edition and digests into the element's script and the pages of a folder, and the
/// snippet with them; a folder without the element is left as it is.
///
/// # Errors
/// When a file is missing, or has no place for what is to be written.
pub fn pin(folder: &Path) -> Result<()> {
    let element = folder.join(ELEMENT);
    if !element.exists() {
        return Ok(());
    }
    // First, since their digests are part of the edition; the edition is in their own addresses.
    let rest = fs::read(folder.join(REST)).unwrap_or_default();
    let cut_off = if rest.is_empty() { String::new() } else { integrity(&rest) };
    for (name, place, digest) in
        [(AFTER, "@later@", cut_off), (KEEP[0], "@keep@", integrity(&read(folder, KEEP[2])?))]
    {
        let text = String::from_utf8(read(folder, name)?).with_context(|| format!("{name} is not a text"))?;
        fs::write(folder.join(name), fill(&text, &[(place, &digest)])?)?;
    }
    let (script, wasm) = (read(folder, SCRIPT)?, read(folder, WASM)?);
    let edition = edition_of(folder)?;

    let text = fs::read_to_string(&element)?;
    let values = [("?@edition@", &edition), ("@wasm@", &integrity(&wasm))];
    let text = fill(&text, &values)?;
    fs::write(&element, &text)?;
    for (name, place) in [(CLASS_PAGE, "@class@"), (STUDIO_PAGE, "@studio@")] {
        let loader = folder.join(name);
        if loader.exists() {
            let text = fs::read_to_string(&loader)?;
            fs::write(&loader, fill(&text, &[(place, &edition)])?)?;
        }
    }
    for page in pages(folder)? {
        let html = fs::read_to_string(&page)?;
        fs::write(&page, with_edition(&html, &edition))?;
    }
    let snippet = snippet(&edition, &integrity(text.as_bytes()), &integrity(&script));
    fs::write(folder.join(SNIPPET), snippet).context("can't write the snippet")
}

/// The query with which the files of a folder are asked for, `?` included.
///
/// # Errors
/// When one of them can't be read.
pub fn edition_of(folder: &Path) -> Result<String> {
    let mut files = Vec::new();
    for name in [SCRIPT, WASM, STYLE, LATER, AFTER].iter().chain(&KEEP) {
        files.push(read(folder, name)?);
    }
    // A wasm may have nothing to cut off, and a folder neither pages for a class nor a studio.
    for name in [REST].iter().chain(&CLASS).chain(&STUDIO) {
        files.push(fs::read(folder.join(name)).unwrap_or_default());
    }
    Ok(edition(&files))
}

fn read(folder: &Path, name: &str) -> Result<Vec<u8>> {
    fs::read(folder.join(name)).with_context(|| format!("can't read {name}"))
}

/// As Subresource Integrity has it: <https://www.w3.org/TR/SRI/#the-integrity-attribute>. By the
/// shortest digest there is, since no compression makes it shorter.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}

/// The query by which the files of one build are told from those of another.
fn edition(files: &[Vec<u8>]) -> String {
    let mut hash = Sha256::new();
    for file in files {
        hash.update(Sha256::digest(file));
    }
    let digits: String = hash.finalize().iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    format!("?{digits}")
}

fn fill(script: &str, values: &[(&str, &String)]) -> Result<String> {
    let mut script = script.to_owned();
    for (place, value) in values {
        ensure!(script.matches(place).count() == 1, "a script has no single {place} to fill in");
        script = script.replace(place, value);
    }
    Ok(script)
}

/// What a page preloads has to have the address by which the element asks for it.
fn with_edition(html: &str, edition: &str) -> String {
    let mut html = html.to_owned();
    for name in [SCRIPT, WASM, STYLE] {
        for (before, after) in [("href=\"", "\""), ("href=", " "), ("href=", ">")] {
            html = html.replace(
                &format!("{before}{name}{after}"),
                &format!("href=\"{name}{edition}\"{}", after.trim_start_matches('"')),
            );
        }
    }
    html
}

fn pages(folder: &Path) -> Result<Vec<std::path::PathBuf>> {
    let files = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path()));
    let files = files.collect::<std::io::Result<Vec<_>>>()?;
    Ok(files.into_iter().filter(|file| file.extension().is_some_and(|one| one == "html")).collect())
}

fn snippet(edition: &str, element: &str, script: &str) -> String {
    format!(
        "<!-- Replace https://example.org/verbatim/ by where these files are, and the story by yours. -->\n\
         <link rel=\"modulepreload\" href=\"https://example.org/verbatim/{SCRIPT}{edition}\" \
         integrity=\"{script}\" crossorigin=\"anonymous\">\n\
         <script type=\"module\" src=\"https://example.org/verbatim/{ELEMENT}\" \
         integrity=\"{element}\" crossorigin=\"anonymous\"></script>\n\
         <verbatim-quiz src=\"https://example.org/verbatim/questions/air-force-one.json\" \
         quiz=\"who-said-what\"></verbatim-quiz>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::{edition, fill, integrity, with_edition};

    #[test]
    fn digests_are_written_as_the_standard_has_them() {
        assert_eq!(
            integrity(b"alert('Hello, world.');"),
            "sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng="
        );
    }

    #[test]
    fn another_byte_is_another_edition() {
        let of =
            |files: &[&str]| edition(&files.iter().map(|file| file.as_bytes().to_vec()).collect::<Vec<_>>());
        assert_eq!(of(&["a", "b"]), of(&["a", "b"]));
        assert_ne!(of(&["a", "b"]), of(&["ab", ""]));
        assert_eq!(of(&["a"]).len(), 9);
    }

    #[test]
    fn a_script_without_a_place_is_an_error() {
        assert_eq!(fill("a='@x@'", &[("@x@", &"1".to_owned())]).unwrap(), "a='1'");
        let error = fill("a", &[("@x@", &"1".to_owned())]).unwrap_err().to_string();
        assert_eq!(error, "a script has no single @x@ to fill in");
    }

    #[test]
    fn preloads_have_the_edition_however_they_are_quoted() {
        let page =
            "<link href=verbatim.css rel=a><link rel=b href=verbatim-widget.js><link href=\"verbatim.css\">";
        assert_eq!(
            with_edition(page, "?1"),
            "<link href=\"verbatim.css?1\" rel=a><link rel=b href=\"verbatim-widget.js?1\"><link href=\"verbatim.css?1\">"
        );
    }
}
