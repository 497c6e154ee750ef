//! Turns `embed/verbatim.js`, which finds its files by computed paths beside itself, into a
//! module whose files a bundler sees; knows nothing of what the files are for.

use anyhow::{Context, Result, ensure};

use super::replaced;

/// How the line begins that says where a file is.
const ADDRESS: &str = "const address = (path) =>";

/// What tells bundlers that an address is only known in the browser.
const KEEP_OUT: &str = "/* webpackIgnore: true */ /* @vite-ignore */";

/// Those of the files beside the module that it may fetch: what it names, the themes and
/// the languages.
///
/// # Errors
/// When it names a script, a style sheet or a wasm that is not there.
pub fn fetched(source: &str, beside: &[String]) -> Result<Vec<String>> {
    for name in source.split(['"', '`']).filter(|text| is_file(text)) {
        ensure!(
            beside.iter().any(|path| path == name),
            "a script names {name}, which the site does not have"
        );
    }
    let is_fetched = |path: &&String| match path.split_once('/') {
        Some(("themes", name)) => name.ends_with(".css"),
        Some(("languages", name)) => name.ends_with(".json"),
        Some(_) => false,
        None => is_file(path) && source.contains(&format!("\"{path}\"")),
    };
    Ok(beside.iter().filter(is_fetched).cloned().collect())
}

/// The module with an address for each file, spelt as bundlers look for it.
///
/// # Errors
/// When the module is of another version, or does not say where files are as expected.
pub fn for_bundlers(source: &str, version: &str, fetched: &[String]) -> Result<String> {
    ensure!(
        source.contains(&format!("const VERSION = \"{version}\";")),
        "embed/verbatim.js is not of version {version}"
    );
    let line = source
        .lines()
        .find(|line| line.starts_with(ADDRESS) && line.ends_with(';'))
        .with_context(|| format!("embed/verbatim.js has no line that begins with {ADDRESS:?}"))?;
    let mut table = String::from("const FILES = {\n");
    for path in fetched {
        // A small file as a `data:` address would weigh on everybody who never asks for it,
        // and a strict policy refuses to fetch one.
        table.push_str(&format!("  \"{path}\": new URL(\"./{path}?no-inline\", import.meta.url).href,\n"));
    }
    table.push_str("};\nconst address = (path) => FILES[path];");
    let module = replaced(source, line, &table)?;
    Ok(module.replace("import(", &format!("import({KEEP_OUT} ")))
}

fn is_file(text: &str) -> bool {
    let kind = text.rsplit_once('.').filter(|(stem, _)| {
        !stem.is_empty() && stem.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
    });
    kind.is_some_and(|(_, kind)| ["js", "css", "wasm"].contains(&kind))
}

#[cfg(test)]
mod tests {
    use super::{fetched, for_bundlers};

    const SOURCE: &str = "const VERSION = \"1.2.3\";
const address = (path) => new URL(path, import.meta.url).href;
fetch(address(\"engine.wasm\"));
await import(address(\"engine.js\"));
fetch(address(`themes/${name}.css`));
";

    fn beside(paths: &[&str]) -> Vec<String> {
        paths.iter().map(|path| (*path).to_owned()).collect()
    }

    #[test]
    fn every_file_that_may_be_asked_for_has_an_address() {
        let site = [
            "engine.js",
            "engine.js.br",
            "engine.wasm",
            "index.html",
            "page.js",
            "themes/a.css",
            "themes/a.css.gz",
        ];
        let fetched = fetched(SOURCE, &beside(&site)).unwrap();
        assert_eq!(fetched, ["engine.js", "engine.wasm", "themes/a.css"]);
        let module = for_bundlers(SOURCE, "1.2.3", &fetched).unwrap();
        assert!(module.contains(
            "  \"themes/a.css\": new URL(\"./themes/a.css?no-inline\", import.meta.url).href,\n};\n\
             const address = (path) => FILES[path];\nfetch("
        ));
        assert!(!module.contains("new URL(path"));
        assert!(
            module.contains(
                "await import(/* webpackIgnore: true */ /* @vite-ignore */ address(\"engine.js\"));"
            )
        );
    }

    #[test]
    fn a_file_that_is_named_is_there() {
        let error = fetched(SOURCE, &beside(&["engine.js"])).unwrap_err().to_string();
        assert_eq!(error, "a script names engine.wasm, which the site does not have");
    }

    #[test]
    fn a_module_that_is_not_as_expected_is_an_error() {
        let error = |source: &str| for_bundlers(source, "1.2.3", &[]).unwrap_err().to_string();
        assert_eq!(error("const VERSION = \"1.2.2\";"), "embed/verbatim.js is not of version 1.2.3");
        let other = SOURCE.replace("const address", "const place");
        assert!(error(&other).starts_with("embed/verbatim.js has no line that begins with"));
    }
}
