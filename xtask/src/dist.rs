//! `dist`: the static site as it would be deployed, every text and wasm file also compressed.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use minifier::css;
use serde_json::Value;

use crate::process::{announce, cargo, run as run_program};
use crate::split::{Split, split};
use crate::tools::Tools;
use crate::{compress, names, npm, offline, release, repo, site, wasm};

/// Writes the static site as it would be deployed, with brotli and gzip beside each file
#[derive(clap::Args)]
pub struct Args {
    /// The folder to write; what an earlier run left there is replaced
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
}

/// Builds the site into the folder that was asked for.
pub fn run(args: &Args) -> Result<()> {
    let own = repo::root().join("dist");
    let out = match &args.out {
        Some(out) => std::path::absolute(out)?,
        None => own.clone(),
    };
    if out != own {
        may_be_replaced(&out)?;
    }
    let tools = Tools::get()?;
    build(&tools, &out)?;
    announce("Finished", format_args!("the site in {}", out.display()));
    Ok(())
}

/// Builds the site into a folder, whose earlier content goes once the new is complete.
///
/// # Errors
/// When the widget does not build, or a file can't be written.
pub fn build(tools: &Tools, out: &Path) -> Result<()> {
    let stage = repo::scratch("stage");
    let mut trunk = tools.release_trunk()?;
    announce("Building", "the widget in release, a minute or two");
    trunk
        .args(["build", "--release", "--minify", "--skip-version-check"])
        // Trunk's own minifier can't read what wasm-bindgen writes, says so, and leaves
        // it as it is; ours follows. The style sheets and the page it does well.
        .args(["--log", "info,trunk::processing::minify=error"])
        .arg("--dist")
        .arg(&stage);
    run_program(&mut trunk)?;

    finish_all(&stage)?;
    npm::pack(&stage, &stage.join("npm"))?;

    if out.exists() {
        fs::remove_dir_all(out).with_context(|| format!("can't replace {}", out.display()))?;
    }
    site::copy(&stage, out)
}

/// Shortens the scripts and the wasm of a folder, where they lie fresh from wasm-bindgen, pins
/// them to one another, and writes compressed versions beside all files.
///
/// # Errors
/// When a file can't be read, understood or written.
pub fn finish_all(folder: &Path) -> Result<()> {
    shorten_modules(folder)?;
    for file in site::files(folder)?.iter().filter(|file| file.extension().is_some_and(|one| one == "wasm")) {
        let module = folder.join(file);
        let bytes = wasm::without_custom_sections(&fs::read(&module)?);
        let bytes = bytes.with_context(|| format!("can't shorten {}", file.display()))?;
        fs::write(&module, bytes)?;
    }
    minify_scripts(folder)?;
    for file in site::files(folder)? {
        let path = folder.join(&file);
        let shorter: fn(&str) -> Result<String> =
            match file.extension().and_then(|extension| extension.to_str()) {
                Some("css") => |text| match css::minify(text) {
                    Ok(css) => Ok(css.to_string()),
                    Err(error) => bail!("not a style sheet: {error}"),
                },
                Some("json") => |text| Ok(serde_json::from_str::<Value>(text)?.to_string()),
                _ => continue,
            };
        let text = fs::read_to_string(&path)?;
        let shorter = shorter(&text).with_context(|| format!("can't shorten {}", file.display()))?;
        fs::write(&path, shorter)?;
    }
    // Last, since these are digests of what is deployed.
    release::pin(folder)?;
    offline::list(folder)?;
    for file in &site::files(folder)? {
        compressed(&folder.join(file)).with_context(|| format!("can't compress {}", file.display()))?;
    }
    Ok(())
}

/// Without this a slip in `--out` would empty a folder that has nothing to do with us.
fn may_be_replaced(out: &Path) -> Result<()> {
    let ours = !out.exists()
        || out.join("index.html.br").exists()
        || fs::read_dir(out).is_ok_and(|mut entries| entries.next().is_none());
    ensure!(ours, "{} holds something other than an earlier site; name a new or empty folder", out.display());
    Ok(())
}

/// Between each wasm and the script beside it that wasm-bindgen wrote; and cuts in two what has
/// parts that can come later.
fn shorten_modules(folder: &Path) -> Result<()> {
    for file in site::files(folder)? {
        let Some(stem) = file.to_str().and_then(|name| name.strip_suffix("_bg.wasm")) else { continue };
        let (module, script) = (folder.join(&file), folder.join(format!("{stem}.js")));
        let text = fs::read_to_string(&script).with_context(|| format!("can't read {}", script.display()))?;
        let (shorter, text) = names::shorten(&fs::read(&module)?, &text)?;
        fs::write(&script, text)?;
        match split(&shorter)? {
            Some(Split { first, later }) => {
                fs::write(module, first)?;
                fs::write(folder.join(format!("{stem}_later.wasm")), later)?;
            }
            None => fs::write(module, shorter)?,
        }
    }
    Ok(())
}

/// In a program of its own, for the sake of those who build no site: see the manifest.
fn minify_scripts(stage: &Path) -> Result<()> {
    let scripts: Vec<PathBuf> = site::files(stage)?
        .into_iter()
        .filter(|file| file.extension().is_some_and(|extension| extension == "js"))
        .map(|file| stage.join(file))
        .collect();
    announce("Minifying", "the scripts; what does it is itself built once, about a minute");
    let mut minify = cargo();
    minify
        .args(["run", "--package", "xtask", "--features", "minify"])
        .args(["--bin", "minify", "--"])
        .args(scripts)
        .current_dir(repo::root());
    run_program(&mut minify)
}

/// Writes a file's compressed versions beside it.
///
/// # Errors
/// When the file can't be read or written.
pub fn compressed(path: &Path) -> Result<()> {
    let bytes = fs::read(path)?;
    if compress::pays(&bytes) {
        fs::write(with_suffix(path, "br"), compress::brotli(&bytes)?)?;
        fs::write(with_suffix(path, "gz"), compress::gzip(&bytes)?)?;
    }
    Ok(())
}

/// `index.html.br` for `index.html`.
pub fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(suffix);
    name.into()
}

#[cfg(test)]
mod tests {
    use super::{may_be_replaced, with_suffix};
    use std::fs;
    use std::path::Path;

    #[test]
    fn only_an_earlier_site_is_replaced() {
        let folder = std::env::temp_dir().join(format!("verbatim-dist-{}", std::process::id()));
        may_be_replaced(&folder).unwrap();
        fs::create_dir(&folder).unwrap();
        may_be_replaced(&folder).unwrap();
        fs::write(folder.join("thesis.txt"), "years of work").unwrap();
        let error = may_be_replaced(&folder).unwrap_err().to_string();
        assert!(error.ends_with("name a new or empty folder"), "{error}");
        fs::write(folder.join("index.html.br"), "").unwrap();
        may_be_replaced(&folder).unwrap();
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_compressed_file_has_the_whole_name_of_its_source() {
        assert_eq!(with_suffix(Path::new("a/page.html"), "br"), Path::new("a/page.html.br"));
    }
}
