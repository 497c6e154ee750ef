//! Minifies scripts in place; `cargo xtask dist` runs it, and it knows nothing of the site.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Parser as _;
use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_minifier::{CompressOptions, MangleOptions, Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_span::SourceType;

/// Minifies scripts in place
#[derive(clap::Parser)]
struct Args {
    /// The scripts, modules or not
    scripts: Vec<PathBuf>,
}

fn main() -> Result<()> {
    for script in Args::parse().scripts {
        rewrite(&script).with_context(|| format!("can't minify {}", script.display()))?;
    }
    Ok(())
}

fn rewrite(script: &Path) -> Result<()> {
    let short = minify(&fs::read_to_string(script)?)?;
    Ok(fs::write(script, short)?)
}

fn minify(source: &str) -> Result<String> {
    let allocator = Allocator::default();
    let parsed = Parser::new(&allocator, source, SourceType::unambiguous()).parse();
    if let Some(error) = parsed.diagnostics.first() {
        bail!("{error}");
    }
    let mut program = parsed.program;
    let options = MinifierOptions {
        mangle: Some(MangleOptions {
            // What a module does not export is its own; a script's names are the page's.
            top_level: Some(program.source_type.is_module()),
            ..MangleOptions::default()
        }),
        compress: Some(CompressOptions::default()),
        ..MinifierOptions::default()
    };
    let scoping = Minifier::new(options).minify(&allocator, &mut program).scoping;
    Ok(Codegen::new().with_options(CodegenOptions::minify()).with_scoping(scoping).build(&program).code)
}

#[cfg(test)]
mod tests {
    use super::minify;

    #[test]
    fn a_module_keeps_what_it_exports() {
        let source =
            "// A comment.\nfunction start() { return document.body; }\nexport { start as default };\n";
        let short = minify(source).unwrap();
        assert!(short.len() < source.len() / 2 + 20, "{short}");
        assert!(short.contains("as default") && !short.contains("comment"));
    }

    #[test]
    fn a_script_keeps_its_global_names() {
        let short = minify("function shared(first) { return first + 1; }\n").unwrap();
        assert!(short.contains("shared") && !short.contains("first"), "{short}");
    }

    #[test]
    fn what_is_no_script_is_an_error() {
        assert!(minify("export {").is_err());
    }
}
