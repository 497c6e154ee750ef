//! Adds the custom properties of the style sheet to the Custom Elements Manifest, so that
//! they are told as they are; the rest of the manifest is written by hand.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::replaced;

/// Where they go.
const PLACE: &str = "\"cssProperties\": []";

/// The manifest with the custom properties that a page can set.
///
/// # Errors
/// When the manifest has no place for them, or the sheet none of them.
pub fn documented(manifest: &str, sheet: &str) -> Result<String> {
    let found: Vec<Value> = properties(sheet)?
        .into_iter()
        .map(|Property { name, default, note }| match note {
            Some(note) => json!({ "name": name, "default": default, "description": note }),
            None => json!({ "name": name, "default": default }),
        })
        .collect();
    let list = serde_json::to_string_pretty(&found)?.replace('\n', "\n          ");
    replaced(manifest, PLACE, &format!("\"cssProperties\": {list}"))
}

#[derive(Debug, PartialEq)]
struct Property<'a> {
    name: &'a str,
    default: &'a str,
    /// What a comment behind it says.
    note: Option<&'a str>,
}

/// What the first rule for `:host` sets: there everything has its default that a page may set.
fn properties(sheet: &str) -> Result<Vec<Property<'_>>> {
    let rule = sheet.split_once(":host {").context("the style sheet has no rule for :host")?.1;
    let rule = rule.split_once("\n}").context("the rule for :host has no end")?.0;
    let mut found = Vec::new();
    for line in rule.lines().map(str::trim) {
        let Some((name, rest)) = line.split_once(':').filter(|(name, _)| name.starts_with("--")) else {
            continue;
        };
        let (default, note) =
            rest.split_once(';').with_context(|| format!("{name} has no end on its line"))?;
        let note = note.trim().strip_prefix("/*").and_then(|note| note.strip_suffix("*/")).map(str::trim);
        found.push(Property { name, default: default.trim(), note });
    }
    ensure!(!found.is_empty(), "the rule for :host sets no custom property");
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::{Property, documented, properties};
    use crate::{repo, site};
    use serde_json::Value;
    use std::fs;

    const SHEET: &str = "/* A sheet. */
:host {
  --verbatim-ink: light-dark(#000, #fff); /* The words. */
  --verbatim-radius: 6px;
  display: block;
}
.frame { --verbatim-em: 1em; }
";

    #[test]
    fn a_property_has_its_default_and_what_is_said_of_it() {
        let ink =
            Property { name: "--verbatim-ink", default: "light-dark(#000, #fff)", note: Some("The words.") };
        let radius = Property { name: "--verbatim-radius", default: "6px", note: None };
        assert_eq!(properties(SHEET).unwrap(), [ink, radius]);
    }

    #[test]
    fn they_are_added_to_the_manifest() {
        let manifest = documented("{ \"cssProperties\": [] }", SHEET).unwrap();
        let manifest: Value = serde_json::from_str(&manifest).unwrap();
        assert_eq!(manifest["cssProperties"][1]["default"], "6px");
        assert!(documented("{}", SHEET).is_err());
        assert!(documented("{ \"cssProperties\": [] }", ".frame {}").is_err());
    }

    /// An element has the part that is its class; see `src/element.rs`.
    #[test]
    fn every_part_that_is_documented_is_there() {
        let manifest = fs::read(repo::root().join("embed/npm/custom-elements.json")).unwrap();
        let manifest: Value = serde_json::from_slice(&manifest).unwrap();
        let parts = manifest["modules"][0]["declarations"][0]["cssParts"].as_array().unwrap();
        let mut source = fs::read_to_string(repo::root().join("embed/verbatim.js")).unwrap();
        for path in site::files(&repo::root().join("src")).unwrap() {
            source.push_str(&fs::read_to_string(repo::root().join("src").join(path)).unwrap());
        }
        let classes: Vec<&str> = source.split('"').flat_map(str::split_whitespace).collect();
        for part in parts {
            let name = part["name"].as_str().unwrap();
            assert!(classes.contains(&name), "nothing has the part {name}");
        }
    }
}
