//! Rebuilds Rust's standard library for what is deployed, with flags that make the wasm smaller;
//! where that can't be done the library is used as it comes, and the site is larger.

use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;

use anyhow::Result;

use crate::process::{announce, run};
use crate::repo;
use crate::tools::{TARGET, rustc, sysroot};

/// For the compiler. A panic ends the module by a trap, as it does anyway, but says nothing: the
/// words, the places and what formats them are left out of the library and of our own code.
/// Cargo joins these with the flags that `.cargo/config.toml` has for the target.
const FLAGS: &str = "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none";

/// What the widget is linked with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standard {
    /// The library from its sources, made for the widget.
    Rebuilt,
    /// The library as it comes with Rust.
    AsItComes,
}

impl Standard {
    /// Finds the library's sources, or has rustup get them; without them, says so once.
    ///
    /// # Errors
    /// When there is no compiler.
    pub fn get() -> Result<Self> {
        static KNOWN: OnceLock<Standard> = OnceLock::new();
        if let Some(known) = KNOWN.get() {
            return Ok(*known);
        }
        let standard = Self::find()?;
        Ok(*KNOWN.get_or_init(|| standard))
    }

    fn find() -> Result<Self> {
        let sources = sysroot()?.join("lib/rustlib/src/rust/library/Cargo.lock");
        if !sources.exists() {
            announce("Getting", "rust-src, the sources of Rust's standard library, for a smaller site");
            // What went wrong it says itself, or is not there to say.
            let _ = run(Command::new("rustup").args(["component", "add", "rust-src"]));
        }
        if sources.exists() && knows_flags() {
            return Ok(Self::Rebuilt);
        }
        announce("Going on", "with the standard library as it comes; the site will be some 15 kB larger");
        Ok(Self::AsItComes)
    }

    /// Sets up a command that starts cargo, itself or through trunk, and tells the target folder
    /// in which it leaves what it builds: one of its own, since the plain builds of clippy and
    /// trunk would else undo each other's work with it.
    pub fn apply(self, command: &mut Command) -> PathBuf {
        let target = match self {
            Self::Rebuilt => repo::scratch("target"),
            Self::AsItComes => return repo::target(),
        };
        command
            // The flags are there in a stable Rust, behind this key.
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
            .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
            .env(flags_variable(), FLAGS)
            .env("CARGO_TARGET_DIR", &target);
        target
    }
}

/// The flags are not promised to stay as they are; with another Rust the site should still build.
fn knows_flags() -> bool {
    let mut probe = Command::new(rustc());
    probe.env("RUSTC_BOOTSTRAP", "1").args(["--print", "cfg", "--target", TARGET]).args(FLAGS.split(' '));
    probe.output().is_ok_and(|output| output.status.success())
}

fn flags_variable() -> String {
    format!("CARGO_TARGET_{}_RUSTFLAGS", TARGET.to_uppercase().replace('-', "_"))
}

#[cfg(test)]
mod tests {
    use super::{Standard, flags_variable};
    use crate::repo;
    use std::process::Command;

    #[test]
    fn the_flags_are_for_the_widget_alone() {
        assert_eq!(flags_variable(), "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS");
    }

    #[test]
    fn only_what_is_rebuilt_has_a_target_folder_of_its_own() {
        let mut plain = Command::new("cargo");
        assert_eq!(Standard::AsItComes.apply(&mut plain), repo::target());
        assert_eq!(plain.get_envs().count(), 0);

        let mut rebuilt = Command::new("cargo");
        let target = Standard::Rebuilt.apply(&mut rebuilt);
        assert!(target.starts_with(repo::target()) && target != repo::target());
        let folder = rebuilt.get_envs().find(|(name, _)| *name == "CARGO_TARGET_DIR");
        assert_eq!(folder.and_then(|(_, value)| value), Some(target.as_os_str()));
    }
}
