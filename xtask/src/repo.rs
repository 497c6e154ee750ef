//! Where things are in the repository, and what it pins; starts nothing.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Deserialize;

/// The folder that holds the workspace's `Cargo.toml`.
pub fn root() -> PathBuf {
    // Cargo sets the variable when it runs us; it is right even where two clones share a binary.
    let xtask = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    xtask.parent().map_or(xtask.clone(), Path::to_path_buf)
}

/// Cargo's target folder, which `CARGO_TARGET_DIR` may have moved.
pub fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// A folder for our own results, below cargo's, so that a plain `dist` stays the contributor's.
pub fn scratch(name: &str) -> PathBuf {
    target().join("xtask").join(name)
}

/// The version of a package that `Cargo.lock` settles on.
///
/// # Errors
/// When the lockfile can't be read, or names the package never or at several versions.
pub fn locked_version(package: &str) -> Result<String> {
    let path = root().join("Cargo.lock");
    let text = std::fs::read_to_string(&path).with_context(|| format!("can't read {}", path.display()))?;
    version_in(&text, package)
}

#[derive(Deserialize)]
struct Lockfile {
    package: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
}

fn version_in(lockfile: &str, package: &str) -> Result<String> {
    let lockfile: Lockfile = toml::from_str(lockfile).context("Cargo.lock is not a lockfile")?;
    let mut versions =
        lockfile.package.into_iter().filter(|entry| entry.name == package).map(|entry| entry.version);
    match (versions.next(), versions.next()) {
        (Some(version), None) => Ok(version),
        (None, _) => anyhow::bail!("Cargo.lock names no {package}"),
        (Some(one), Some(other)) => {
            anyhow::bail!("Cargo.lock names two versions of {package}, {one} and {other}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::version_in;

    const LOCKFILE: &str = r#"
version = 4

[[package]]
name = "wasm-bindgen"
version = "0.2.130"
dependencies = ["cfg-if"]

[[package]]
name = "syn"
version = "1.0.109"

[[package]]
name = "syn"
version = "2.0.100"
"#;

    #[test]
    fn the_lockfile_settles_a_version() {
        assert_eq!(version_in(LOCKFILE, "wasm-bindgen").unwrap(), "0.2.130");
    }

    #[test]
    fn an_unsettled_version_is_an_error() {
        let unsettled = |package| version_in(LOCKFILE, package).unwrap_err().to_string();
        assert_eq!(unsettled("yew"), "Cargo.lock names no yew");
        assert_eq!(unsettled("syn"), "Cargo.lock names two versions of syn, 1.0.109 and 2.0.100");
    }
}
