//! Tells the service worker what a release of the site holds: the list that `embed/sw.js` begins
//! with. What the worker does with it is left to that script.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Serialize;
use serde_json::Value;

use crate::release::{edition_of, integrity};
use crate::site;

const WORKER: &str = "sw.js";

/// What the worker keeps, by paths within the site.
#[derive(Debug, Serialize)]
struct Release {
    /// Another file makes another name, and another worker too.
    name: String,
    /// The query with which the element asks for its files.
    edition: String,
    /// Each file's digest, as Subresource Integrity has it.
    files: BTreeMap<String, String>,
    /// Without digests: a story may change on the server at any time, which makes no new release.
    stories: Vec<String>,
}

/// Writes the list into the worker of a finished folder; a folder without one is left as it is.
/// The files have to be as they will be deployed, and pinned to one another.
///
/// # Errors
/// When a file can't be read or written.
pub fn list(folder: &Path) -> Result<()> {
    let worker = folder.join(WORKER);
    if !worker.exists() {
        return Ok(());
    }
    let script = fs::read_to_string(&worker)?;
    let release = release(folder, &script)?;
    let listed = format!("self.RELEASE={};\n{script}", serde_json::to_string(&release)?);
    fs::write(&worker, listed).with_context(|| format!("can't write {}", worker.display()))
}

fn release(folder: &Path, worker: &str) -> Result<Release> {
    let mut files = BTreeMap::new();
    let mut stories = Vec::new();
    for file in site::files(folder)? {
        let path = file.to_str().context("a file of the site has a name that is not in Unicode")?;
        let path = path.replace('\\', "/");
        if !is_kept(&path) {
            continue;
        }
        let bytes = fs::read(folder.join(&file)).with_context(|| format!("can't read {path}"))?;
        if is_story(&path, &bytes) {
            stories.push(path);
        } else {
            files.insert(path, integrity(&bytes));
        }
    }
    let name = integrity(serde_json::to_string(&(&files, &stories, worker))?.as_bytes());
    Ok(Release { name, edition: edition_of(folder)?, files, stories })
}

/// Whether a page of the site may ever ask for a file.
fn is_kept(path: &str) -> bool {
    let (_, kind) = path.rsplit_once('.').unwrap_or_default();
    let compressed = ["br", "gz"].contains(&kind);
    // Beside the site, for those who read folders.
    let for_people = kind == "md" || path == crate::release::SNIPPET || path.starts_with("npm/");
    path != WORKER && !compressed && !for_people
}

fn is_story(path: &str, bytes: &[u8]) -> bool {
    let in_place = path.starts_with("questions/") && path.ends_with(".json");
    let value = || serde_json::from_slice::<Value>(bytes).ok();
    in_place && value().is_some_and(|story| story.get("format").is_some())
}

#[cfg(test)]
mod tests {
    use super::{list, release};
    use std::fs;
    use std::path::PathBuf;

    fn site(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("verbatim-offline-{name}-{}", std::process::id()));
        let files = [
            ("sw.js", "run()"),
            ("index.html", "<p>"),
            ("index.html.br", "_"),
            ("snippet.html", "_"),
            ("verbatim.js", "const EDITION = `?0123abcd`"),
            ("verbatim-widget.js", "a"),
            ("verbatim-widget_bg.wasm", "b"),
            ("verbatim.css", "c"),
            ("later.css", "d"),
            ("after.js", "e"),
            ("keep.js", "f"),
            ("verbatim-keep.js", "g"),
            ("verbatim-keep_bg.wasm", "h"),
            ("languages/README.md", "_"),
            ("languages/de.json", "{}"),
            ("questions/bridge.json", r#"{ "format": 1 }"#),
            ("questions/schema.json", r#"{ "properties": { "format": 1 } }"#),
            ("npm/verbatim-quiz/verbatim.js", "_"),
        ];
        for (path, text) in files {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        folder
    }

    #[test]
    fn what_pages_ask_for_is_listed_with_its_digest_and_a_story_without() {
        let folder = site("listed");
        let found = release(&folder, "run()").unwrap();
        let files: Vec<&str> = found.files.keys().map(String::as_str).collect();
        assert_eq!(
            files,
            [
                "after.js",
                "index.html",
                "keep.js",
                "languages/de.json",
                "later.css",
                "questions/schema.json",
                "verbatim-keep.js",
                "verbatim-keep_bg.wasm",
                "verbatim-widget.js",
                "verbatim-widget_bg.wasm",
                "verbatim.css",
                "verbatim.js",
            ]
        );
        assert_eq!(found.stories, ["questions/bridge.json"]);
        assert_eq!(found.files["index.html"], super::integrity(b"<p>"));
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_file_that_changed_is_another_release_and_a_story_is_not() {
        let folder = site("changed");
        let before = release(&folder, "run()").unwrap();
        assert_ne!(release(&folder, "run(1)").unwrap().name, before.name);
        fs::write(folder.join("questions/bridge.json"), r#"{ "format": 1, "title": "Two" }"#).unwrap();
        assert_eq!(release(&folder, "run()").unwrap().name, before.name);
        fs::write(folder.join("languages/de.json"), "{ }").unwrap();
        let after = release(&folder, "run()").unwrap();
        assert_ne!(after.name, before.name);
        assert_eq!(after.edition, before.edition);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn the_list_comes_before_the_worker_reads_it() {
        let folder = site("written");
        list(&folder).unwrap();
        let script = fs::read_to_string(folder.join("sw.js")).unwrap();
        let (line, rest) = script.split_once('\n').unwrap();
        assert!(line.starts_with("self.RELEASE={\"name\":\"sha256-") && line.ends_with("};"), "{line}");
        assert_eq!(rest, "run()");
        fs::remove_dir_all(folder).unwrap();
    }
}
