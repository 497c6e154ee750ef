//! Tells what a browser loads by itself when it opens a page; reads no files and fetches nothing.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

/// The kinds of link whose target is transferred on a first visit.
const LOADED: [&str; 5] = ["stylesheet", "modulepreload", "preload", "icon", "manifest"];

/// What a page loads, by paths within the site.
#[derive(Debug, Default, PartialEq)]
pub struct Loads {
    /// What its links load or preload, and the `src` of every element, our own among them:
    /// each once, as they come.
    pub files: Vec<String>,
    /// Every text in quotation marks in its own scripts: those that are files of the site
    /// are what a script asks for.
    pub quoted: BTreeSet<String>,
}

/// Reads a page for what it loads.
///
/// # Errors
/// When the page loads something from another place, whose bytes nobody could count.
pub fn of_page(html: &str) -> Result<Loads> {
    // So that a `<` in a script is not taken for a tag.
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);

    let mut loads = Loads::default();
    let mut in_script = false;
    for token in Tokenizer::new_with_emitter(html, emitter) {
        match token {
            Ok(Token::StartTag(tag)) => {
                in_script = tag.name.as_slice() == b"script";
                for address in loaded_by(&tag) {
                    note(&address, "", &mut loads.files)?;
                }
            }
            Ok(Token::String(text)) if in_script => {
                loads.quoted.extend(quoted(&String::from_utf8_lossy(&text)));
            }
            _ => {}
        }
    }
    Ok(loads)
}

/// The files that a style sheet loads: fonts, pictures, other sheets. `sheet` is its own path,
/// against which they are found.
///
/// # Errors
/// When the sheet loads something from another place.
pub fn of_sheet(css: &str, sheet: &str) -> Result<Vec<String>> {
    let folder = sheet.rfind('/').map_or("", |end| sheet.get(..=end).unwrap_or(""));
    let mut files = Vec::new();
    for after in css.split("url(").skip(1) {
        let address = after.split(')').next().unwrap_or_default();
        note(address.trim_matches(['"', '\'', ' ']), folder, &mut files)?;
    }
    Ok(files)
}

fn loaded_by(tag: &StartTag<()>) -> Vec<String> {
    let attribute =
        |name: &[u8]| tag.attributes.get(name).map(|value| String::from_utf8_lossy(value).trim().to_owned());
    let mut addresses: Vec<String> = attribute(b"src").into_iter().collect();
    if tag.name.as_slice() == b"link" {
        let kinds = attribute(b"rel").unwrap_or_default().to_ascii_lowercase();
        if kinds.split_whitespace().any(|kind| LOADED.contains(&kind)) {
            addresses.extend(attribute(b"href"));
        }
    }
    addresses
}

/// An apostrophe in a comment makes nonsense of what follows it, so each mark is tried alone.
fn quoted(script: &str) -> impl Iterator<Item = String> {
    ['"', '\'', '`']
        .into_iter()
        .flat_map(|mark| script.split(mark).map(|text| text.trim_start_matches(['.', '/']).to_owned()))
}

fn note(address: &str, folder: &str, files: &mut Vec<String>) -> Result<()> {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    if path.is_empty() || path.starts_with("data:") {
        return Ok(()); // Part of the page itself.
    }
    ensure!(
        !path.contains("://") && !path.starts_with("//"),
        "the page loads {address} from another place, which can't be weighed"
    );
    let path = match path.strip_prefix('/') {
        Some(path) => path.to_owned(),
        None => format!("{folder}{}", path.strip_prefix("./").unwrap_or(path)),
    };
    if !files.contains(&path) {
        files.push(path);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{of_page, of_sheet};

    #[test]
    fn a_built_page_loads_its_links_and_sources() {
        let page = r##"<!doctype html><html><head>
            <link rel="canonical" href="https://example.org/">
            <link rel=icon href="data:image/svg+xml,%3Csvg%3E">
            <link rel="Stylesheet" href="./page-1f.css?v=1">
            <link rel="preload" as="fetch" href="questions/air-force-one.json" crossorigin>
            <link rel="prefetch" href="later.json">
            <script type="module">
            import init from './widget-2e.js'; if (1 <img) { "<img src='no.png'>" }
            </script>
            <link rel="modulepreload" href="./widget-2e.js" crossorigin="anonymous">
            <link rel="preload" href="./widget-2e_bg.wasm" as="fetch" type="application/wasm"></head>
            <body><a href="about.html">About</a>
            <verbatim-quiz src="questions/air-force-one.json#two"></verbatim-quiz>
            <img src="/logo.svg"></body></html>"##;
        assert_eq!(
            of_page(page).unwrap().files,
            ["page-1f.css", "questions/air-force-one.json", "widget-2e.js", "widget-2e_bg.wasm", "logo.svg",]
        );
    }

    #[test]
    fn what_a_script_asks_for_is_quoted_in_it() {
        let page = r#"<p>"a.json"</p><script>
            // It's asked for early.
            link.href = asked || "questions/b.json"; import('./c.js')
            </script><p>"d.json"</p>"#;
        let quoted = of_page(page).unwrap().quoted;
        let asked = |file: &str| quoted.contains(file);
        assert!(asked("questions/b.json") && asked("c.js"), "{quoted:?}");
        assert!(!asked("a.json") && !asked("d.json"), "{quoted:?}");
    }

    #[test]
    fn what_comes_from_elsewhere_is_an_error() {
        for page in ["<script src=https://example.org/a.js></script>", "<img src='//example.org/a.png'>"] {
            let error = of_page(page).unwrap_err().to_string();
            assert!(error.contains("example.org") && error.contains("can't be weighed"), "{error}");
        }
    }

    #[test]
    fn a_sheet_loads_what_stands_beside_it() {
        let sheet = "@import url(./base.css); a { src: url('fonts/serif.woff2') }\n\
                     b { background: url( \"data:,x\" ), url(/top.png) }";
        assert_eq!(
            of_sheet(sheet, "styles/page.css").unwrap(),
            ["styles/base.css", "styles/fonts/serif.woff2", "top.png"]
        );
    }
}
