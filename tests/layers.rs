//! Who may use whom: between the crates, and within the core downward only.
#![allow(clippy::unwrap_used, missing_docs)]

use std::fs;
use std::path::{Path, PathBuf};

/// The modules of the core from the lowest to the highest; those of one layer may use each other.
const CORE: &[&[&str]] = &[
    &["date", "decimal", "dice", "digest", "letter", "sentence", "sort", "words"],
    &["finding", "json"],
    &["record", "schema", "wire"],
    &["model", "order"],
    &["pose"],
    &["excerpt", "score"],
    &["check", "draw", "kind"],
    &["advice", "feedback", "to_wire"],
    &["session"],
    &["lib"],
];

/// The crates with what each may depend on of the project's own, and what of others' it must not.
const CRATES: &[(&str, &[&str], &[&str])] = &[
    ("crates/verbatim-core", &[], &["yew", "web-sys", "js-sys", "wasm-bindgen"]),
    ("crates/verbatim-keep", &["verbatim-core"], &["yew", "web-sys", "js-sys", "wasm-bindgen"]),
    ("crates/verbatim-class", &["verbatim-core"], &["yew", "web-sys", "js-sys", "wasm-bindgen"]),
    ("crates/verbatim-messages", &["verbatim-core"], &["yew", "web-sys"]),
    ("crates/verbatim-draft", &["verbatim-core"], &["yew", "web-sys", "js-sys", "wasm-bindgen"]),
    (
        "crates/verbatim-studio",
        &["verbatim-core", "verbatim-draft"],
        &["yew", "web-sys", "js-sys", "wasm-bindgen"],
    ),
    (
        "crates/verbatim-cli",
        &["verbatim-core", "verbatim-draft"],
        &["yew", "web-sys", "js-sys", "wasm-bindgen"],
    ),
    (".", &["verbatim-core", "verbatim-messages"], &[]),
    ("keep", &["verbatim-core", "verbatim-keep", "verbatim-messages"], &[]),
    ("class", &["verbatim-class", "verbatim-core", "verbatim-messages"], &[]),
    ("studio", &["verbatim-core", "verbatim-studio", "verbatim-messages"], &[]),
    (
        "tests",
        &["verbatim-core", "verbatim-class", "verbatim-cli", "verbatim-keep", "verbatim-messages"],
        &["yew"],
    ),
    ("xtask", &[], &["yew"]),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn layer(module: &str) -> usize {
    let found = CORE.iter().position(|layer| layer.contains(&module));
    found.unwrap_or_else(|| panic!("the core's module {module} is in no layer: add it to CORE"))
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The modules that a source file names after `crate::`, comments and tests left out.
fn used(text: &str) -> Vec<&str> {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code.lines().map(|line| line.split("//").next().unwrap_or_default());
    let named = lines.flat_map(|line| line.split("crate::").skip(1));
    let name = |rest: &'_ str| {
        rest.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(rest.len())
    };
    named.map(|rest| &rest[..name(rest)]).filter(|name| !name.is_empty()).collect()
}

#[test]
fn the_core_looks_downward_only() {
    let folder = root().join("crates/verbatim-core/src");
    let mut files = Vec::new();
    sources(&folder, &mut files);
    let mut upward = Vec::new();
    for file in &files {
        let inside = file.strip_prefix(&folder).unwrap();
        let first = inside.components().next().unwrap().as_os_str().to_str().unwrap();
        let module = first.trim_end_matches(".rs");
        let text = fs::read_to_string(file).unwrap();
        for other in used(&text) {
            if CORE.iter().flat_map(|layer| layer.iter()).any(|known| *known == other)
                && layer(other) > layer(module)
            {
                upward.push(format!("{} uses {other}", inside.display()));
            }
        }
    }
    assert!(files.len() > CORE.len(), "no sources found");
    assert!(upward.is_empty(), "upward: {upward:#?}");
}

#[test]
fn crates_depend_as_they_may() {
    for (folder, own, barred) in CRATES {
        let manifest = fs::read_to_string(root().join(folder).join("Cargo.toml")).unwrap();
        let manifest: toml::Table = manifest.parse().unwrap();
        let names = ["dependencies", "dev-dependencies"];
        let tables = names.iter().filter_map(|name| manifest.get(*name)?.as_table());
        for name in tables.flat_map(|table| table.keys()) {
            let is_own = name.starts_with("verbatim") || name == "xtask";
            assert!(!is_own || own.contains(&name.as_str()), "{folder} must not depend on {name}");
            assert!(!barred.contains(&name.as_str()), "{folder} must not depend on {name}");
        }
    }
}
