//! Shortens the names by which a wasm module and the script that wasm-bindgen wrote for it know
//! each other: two hundred long ones, each with a hash, which no compression makes small.
//! Names that a page may use, as `memory`, stay.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, ensure};
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{ExportSection, ImportSection, Module, RawSection};
use wasmparser::{Parser, Payload};

/// What the script writes before the name of an export that it uses.
const USE: &str = "wasm.";

/// How the names of exports begin that wasm-bindgen gives for itself: where those of functions
/// are there, what calls a closure has its name in Rust.
const OWN: [&str; 2] = ["__", "wasm_bindgen_"];

/// What the names of both sides become.
#[derive(Debug, Default)]
struct Names {
    /// The module from which the script gives the imports.
    module: String,
    imports: BTreeMap<String, String>,
    exports: BTreeMap<String, String>,
}

/// A module and its script with short names in both.
///
/// # Errors
/// When the bytes are not a wasm module, or a name does not stand in the script where
/// wasm-bindgen puts it.
pub fn shorten(module: &[u8], script: &str) -> Result<(Vec<u8>, String)> {
    let mut names = Names::default();
    let module = names.rewrite(module, &taken(script)).context("can't shorten the names in a module")?;
    let script = names.replace(script).context("can't shorten the names in a script")?;
    Ok((module, script))
}

impl Names {
    /// Finds the names, and the module with short ones in their place.
    fn rewrite(&mut self, bytes: &[u8], taken: &BTreeSet<&str>) -> Result<Vec<u8>> {
        let mut module = Module::new();
        for payload in Parser::new(0).parse_all(bytes) {
            let payload = payload?;
            match &payload {
                Payload::ImportSection(section) => {
                    let mut imports = ImportSection::new();
                    for import in section.clone().into_imports() {
                        let import = import?;
                        let kind = RoundtripReencoder.entity_type(import.ty)?;
                        if import.module.starts_with("./") && import.module.ends_with("_bg.js") {
                            ensure!(
                                self.module.is_empty() || self.module == import.module,
                                "it imports from both {} and {}",
                                self.module,
                                import.module
                            );
                            self.module = import.module.to_owned();
                            let name = short(self.imports.len());
                            imports.import(&short(0), &name, kind);
                            let twice = self.imports.insert(import.name.to_owned(), name);
                            ensure!(twice.is_none(), "it imports {} twice", import.name);
                        } else {
                            imports.import(import.module, import.name, kind);
                        }
                    }
                    module.section(&imports);
                }
                Payload::ExportSection(section) => {
                    let mut exports = ExportSection::new();
                    for export in section.clone() {
                        let export = export?;
                        let kind = RoundtripReencoder.export_kind(export.kind)?;
                        let mut name = export.name.to_owned();
                        if OWN.iter().any(|own| name.starts_with(own)) && taken.contains(export.name) {
                            let shorter = short(self.exports.len());
                            self.exports.insert(name, shorter.clone());
                            name = shorter;
                        }
                        exports.export(&name, kind, export.index);
                    }
                    module.section(&exports);
                }
                _ => {
                    if let Some((id, range)) = payload.as_section() {
                        let range = usize::try_from(range.start)?..usize::try_from(range.end)?;
                        let data = bytes.get(range).context("a section beyond the end")?;
                        module.section(&RawSection { id, data });
                    }
                }
            }
        }
        Ok(module.finish())
    }

    /// The script with short names where the module's long ones stood.
    fn replace(&self, script: &str) -> Result<String> {
        let quoted = format!("\"{}\"", self.module);
        ensure!(
            self.imports.is_empty() || script.matches(&quoted).count() == 1,
            "{quoted} stands not once in it"
        );
        let script = script.replace(&quoted, &format!("\"{}\"", short(0)));
        let mut out = String::with_capacity(script.len());
        let mut given = 0;
        let mut rest = script.as_str();
        while let Some(start) = rest.find(in_name) {
            let (before, from) = rest.split_at(start);
            out.push_str(before);
            let end = from.find(|letter| !in_name(letter)).unwrap_or(from.len());
            let (name, after) = from.split_at(end);
            rest = after;
            if let Some(shorter) = self.imports.get(name) {
                ensure!(after.starts_with(':'), "{name} is not given to the module where it stands");
                out.push_str(shorter);
                given += 1;
            } else if let Some(shorter) = self.exports.get(name)
                // Elsewhere it is a function's of the script, which goes by the name of what it calls.
                && out.ends_with(USE)
            {
                out.push_str(shorter);
            } else {
                out.push_str(name);
            }
        }
        out.push_str(rest);
        ensure!(
            given == self.imports.len(),
            "it gives {given} of {} functions that the module imports",
            self.imports.len()
        );
        Ok(out)
    }
}

/// The exports that a script takes from its module.
fn taken(script: &str) -> BTreeSet<&str> {
    let after = script.split(USE).skip(1);
    after.map(|after| after.split(|letter| !in_name(letter)).next().unwrap_or_default()).collect()
}

fn in_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_' || letter == '$'
}

/// The names in turn: `a` to `z`, `A` to `Z`, `aa`, `ba`, …
fn short(index: usize) -> String {
    const LETTERS: &[u8; 52] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut name = String::new();
    let mut left = index + 1;
    while left > 0 {
        left -= 1;
        name.push(char::from(LETTERS[left % LETTERS.len()]));
        left /= LETTERS.len();
    }
    name
}

#[cfg(test)]
mod tests {
    use super::{short, shorten};
    use std::collections::BTreeSet;
    use wasmparser::{Parser, Payload};

    /// Imports `__wbg_now_1f` from `./w_bg.js` and `g` from `env`; exports the first as
    /// `__wbindgen_start` and as `main`.
    const MODULE: &[u8] = b"\0asm\x01\0\0\0\
        \x01\x04\x01\x60\x00\x00\
        \x02\x22\x02\x09./w_bg.js\x0c__wbg_now_1f\x00\x00\x03env\x01g\x00\x00\
        \x07\x1b\x02\x10__wbindgen_start\x00\x00\x04main\x00\x00";

    const SCRIPT: &str = r#"function imports() {
        return { "./w_bg.js": { __proto__: null, __wbg_now_1f: function() { return now(); } } };
    }
    function __wbindgen_start() { wasm.__wbindgen_start(); }
    fetch(new URL("w_bg.wasm"));"#;

    fn names(module: &[u8]) -> Vec<String> {
        let mut names = Vec::new();
        for payload in Parser::new(0).parse_all(module) {
            match payload.unwrap() {
                Payload::ImportSection(section) => {
                    for import in section.into_imports().map(Result::unwrap) {
                        names.push(format!("{}/{}", import.module, import.name));
                    }
                }
                Payload::ExportSection(section) => {
                    names.extend(section.into_iter().map(|export| export.unwrap().name.to_owned()));
                }
                _ => {}
            }
        }
        names
    }

    #[test]
    fn both_sides_get_the_same_short_names() {
        assert_eq!(names(MODULE), ["./w_bg.js/__wbg_now_1f", "env/g", "__wbindgen_start", "main"]);
        let (module, script) = shorten(MODULE, SCRIPT).unwrap();
        assert_eq!(names(&module), ["a/a", "env/g", "a", "main"]);
        assert_eq!(
            script,
            SCRIPT
                .replace("./w_bg.js", "a")
                .replace("__wbg_now_1f", "a")
                .replace("wasm.__wbindgen_start", "wasm.a")
        );
    }

    #[test]
    fn an_export_that_the_script_does_not_take_stays() {
        let (module, script) = shorten(MODULE, &SCRIPT.replace("wasm.__", "other.__")).unwrap();
        assert_eq!(names(&module), ["a/a", "env/g", "__wbindgen_start", "main"]);
        assert!(script.contains("other.__wbindgen_start"));
    }

    #[test]
    fn what_is_not_where_it_should_be_is_an_error() {
        for (from, to, expected) in [
            ("./w_bg.js", "./other_bg.js", "\"./w_bg.js\" stands not once in it"),
            ("__wbg_now_1f", "__wbg_now_2f", "it gives 0 of 1 functions that the module imports"),
            ("return now()", "__wbg_now_1f()", "__wbg_now_1f is not given to the module where it stands"),
        ] {
            let error = shorten(MODULE, &SCRIPT.replace(from, to)).unwrap_err();
            assert_eq!(error.root_cause().to_string(), expected);
        }
        assert!(shorten(b"<!doctype html>", SCRIPT).is_err());
    }

    #[test]
    fn short_names_differ() {
        assert_eq!([short(0), short(51), short(52), short(104)], ["a", "Z", "aa", "ab"]);
        let many: BTreeSet<String> = (0..10_000).map(short).collect();
        assert_eq!(many.len(), 10_000);
    }
}
