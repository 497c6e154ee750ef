//! Packs the element for npm: the files of the built site, what a bundler needs to find
//! them, and the types. What the element does is left to `embed/verbatim.js`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::{compress, repo, site};

mod elements;
mod module;
mod story;

/// The package's name, and that of its folder.
pub const NAME: &str = "verbatim-quiz";

/// The version of the package: the workspace's.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// When every file was last changed, so that packing twice gives the same bytes: the
/// moment that npm's own packages have, since some tools take no year before 1980.
const MODIFIED: u64 = 499_162_500;

/// The files of a package, by their paths in it.
type Files = BTreeMap<String, Vec<u8>>;

/// Writes the package of a finished site into a folder, as a folder and as a tarball.
///
/// # Errors
/// When the site lacks a file, what goes into the package does not fit together, or
/// something can't be written.
pub fn pack(site: &Path, out: &Path) -> Result<()> {
    let files = files(site)?;
    fits_together(&files)?;
    if out.exists() {
        fs::remove_dir_all(out).with_context(|| format!("can't replace {}", out.display()))?;
    }
    for (path, bytes) in &files {
        let target = out.join(NAME).join(path);
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder).with_context(|| format!("can't create {}", folder.display()))?;
        }
        fs::write(&target, bytes).with_context(|| format!("can't write {}", target.display()))?;
    }
    let tarball = tarball(out);
    fs::write(&tarball, packed(&files)?).with_context(|| format!("can't write {}", tarball.display()))
}

/// Where the tarball is, in the folder that the package was written into.
pub fn tarball(out: &Path) -> PathBuf {
    out.join(format!("{NAME}-{VERSION}.tgz"))
}

fn files(site: &Path) -> Result<Files> {
    let mut files = Files::new();
    let source = read("embed/verbatim.js")?;
    let beside: Vec<String> = site::files(site)?
        .iter()
        .filter_map(|path| path.to_str().map(|path| path.replace('\\', "/")))
        .collect();
    let parts = [source.clone(), read("embed/after.js")?, read("embed/keep.js")?];
    let fetched = module::fetched(&parts.concat(), &beside)?;
    // For pages that hold the quiz in an iframe, and nothing that the element fetches.
    for path in fetched.iter().map(String::as_str).chain(["frame.js"]) {
        files.insert(
            path.to_owned(),
            fs::read(site.join(path)).with_context(|| format!("can't read {path}"))?,
        );
    }
    let template = repo::root().join("embed/npm");
    for path in site::files(&template)? {
        let name = path.to_str().context("a file of embed/npm has a name that is not in Unicode")?;
        files.insert(name.to_owned(), fs::read(template.join(&path))?);
    }
    let manifest = replaced(&text(&files, "package.json")?, "\"0.0.0\"", &format!("\"{VERSION}\""))?;
    let elements =
        elements::documented(&text(&files, "custom-elements.json")?, &read("style/verbatim.css")?)?;
    let schema = serde_json::from_str(&read("questions/schema.json")?)?;
    let made = [
        ("package.json", manifest),
        ("custom-elements.json", elements),
        ("verbatim.js", module::for_bundlers(&source, VERSION, &fetched)?),
        ("verbatim.d.ts", read("embed/verbatim.d.ts")?),
        ("story.d.ts", story::types(&schema)?),
        ("LICENSE", read("LICENSE")?),
    ];
    files.extend(made.map(|(path, text)| (path.to_owned(), text.into_bytes())));
    Ok(files)
}

/// Whether everything that `package.json` leads to is there.
fn fits_together(files: &Files) -> Result<()> {
    let manifest: Value = serde_json::from_str(&text(files, "package.json")?)?;
    let mut paths = Vec::new();
    for key in ["exports", "types", "customElements", "sideEffects"] {
        strings(&manifest[key], &mut paths);
    }
    for path in paths {
        let path = path.trim_start_matches("./");
        let there = match path.strip_suffix('*') {
            // A folder that is empty yet is no mistake.
            Some(_) => true,
            None => files.contains_key(path),
        };
        ensure!(there, "package.json names {path}, and the package has no such file");
    }
    Ok(())
}

fn strings<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    match value {
        Value::String(text) => found.push(text),
        Value::Array(items) => items.iter().for_each(|item| strings(item, found)),
        Value::Object(entries) => entries.values().for_each(|item| strings(item, found)),
        _ => {}
    }
}

fn packed(files: &Files) -> Result<Vec<u8>> {
    let mut archive = tar::Builder::new(Vec::new());
    for (path, bytes) in files {
        let mut header = tar::Header::new_ustar();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        header.set_mtime(MODIFIED);
        archive.append_data(&mut header, format!("package/{path}"), bytes.as_slice())?;
    }
    compress::gzip(&archive.into_inner()?)
}

/// A text in which something that stands there once is replaced.
fn replaced(text: &str, from: &str, to: &str) -> Result<String> {
    let count = text.matches(from).count();
    ensure!(count == 1, "expected {from} once, found it {count} times");
    Ok(text.replace(from, to))
}

fn text(files: &Files, path: &str) -> Result<String> {
    let bytes = files.get(path).with_context(|| format!("the package has no {path}"))?;
    String::from_utf8(bytes.clone()).with_context(|| format!("{path} is no text"))
}

fn read(path: &str) -> Result<String> {
    fs::read_to_string(repo::root().join(path)).with_context(|| format!("can't read {path}"))
}

#[cfg(test)]
mod tests {
    use super::{Files, fits_together, packed, replaced};
    use std::io::Read;

    fn package(manifest: &str, others: &[&str]) -> Files {
        let mut files = Files::from([("package.json".to_owned(), manifest.into())]);
        files.extend(others.iter().map(|path| ((*path).to_owned(), path.as_bytes().to_vec())));
        files
    }

    #[test]
    fn a_tarball_has_the_files_below_one_folder_and_no_time() {
        let files = package("{}", &["themes/plain.css", "verbatim.js"]);
        let tarball = packed(&files).unwrap();
        assert_eq!(tarball, packed(&files).unwrap());
        let mut archive = tar::Archive::new(flate2::read::GzDecoder::new(tarball.as_slice()));
        let mut found = Vec::new();
        for entry in archive.entries().unwrap() {
            let mut entry = entry.unwrap();
            let mut text = String::new();
            entry.read_to_string(&mut text).unwrap();
            found.push((entry.path().unwrap().to_str().unwrap().to_owned(), text));
        }
        let all = [
            ("package/package.json", "{}"),
            ("package/themes/plain.css", "themes/plain.css"),
            ("package/verbatim.js", "verbatim.js"),
        ];
        assert_eq!(found, all.map(|(path, text)| (path.to_owned(), text.to_owned())));
    }

    #[test]
    fn what_the_manifest_names_is_there() {
        let manifest =
            r#"{ "exports": { ".": { "types": "./a.d.ts", "default": "./a.js" } }, "types": "a.d.ts" }"#;
        fits_together(&package(manifest, &["a.js", "a.d.ts"])).unwrap();
        let error = fits_together(&package(manifest, &["a.js"])).unwrap_err().to_string();
        assert_eq!(error, "package.json names a.d.ts, and the package has no such file");
    }

    #[test]
    fn what_is_replaced_stands_there_once() {
        assert_eq!(replaced("one two", "two", "three").unwrap(), "one three");
        let error = replaced("two two", "two", "three").unwrap_err().to_string();
        assert_eq!(error, "expected two once, found it 2 times");
    }
}
