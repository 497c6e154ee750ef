//! Gets what building the widget takes, what drives Firefox and what fuzzes, at pinned versions,
//! once for all clones; what the tests take besides is the business of `packages`.

use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::process::{announce, cargo, output_of, run};
use crate::repo;
use crate::standard::Standard;

/// What the widget is compiled for.
pub const TARGET: &str = "wasm32-unknown-unknown";
const TRUNK: &str = "0.21.14";
const GECKODRIVER: &str = "0.36.0";
const CARGO_FUZZ: &str = "0.13.2";

/// The tools, ready to be run.
pub struct Tools {
    path: OsString,
}

impl Tools {
    /// Finds each tool, on the path or among those installed earlier, and installs what is missing.
    ///
    /// # Errors
    /// When something is missing and can't be installed.
    pub fn get() -> Result<Self> {
        get_target(TARGET, "the browser")?;
        let home = home()?;
        let wanted = [
            Tool {
                package: "trunk",
                program: "trunk",
                version: TRUNK.into(),
                lockfile: Lockfile::Theirs,
                purpose: "builds and serves the page",
                minutes: "three to six",
            },
            Tool {
                package: "wasm-bindgen-cli",
                program: "wasm-bindgen",
                // It refuses a wasm that another version of the library went into.
                version: repo::locked_version("wasm-bindgen")?,
                // Theirs names a version of a crate that was withdrawn.
                lockfile: Lockfile::Fresh,
                purpose: "joins the wasm to the page's JavaScript",
                minutes: "two to four",
            },
        ];
        let mut folders = Vec::new();
        for tool in &wanted {
            folders.extend(tool.get(&home)?);
        }
        Ok(Self { path: before_path(folders)? })
    }

    /// Trunk, set up to build what is deployed; with `build --release`, that is.
    ///
    /// # Errors
    /// When Rust itself is missing.
    pub fn release_trunk(&self) -> Result<Command> {
        let mut trunk = self.command("trunk");
        Standard::get()?.apply(&mut trunk);
        // The names of functions, by which the wasm is cut in two; then they go.
        trunk.env("CARGO_PROFILE_RELEASE_STRIP", "debuginfo");
        Ok(trunk)
    }

    /// One of the tools, which finds the others.
    pub fn command(&self, program: &str) -> Command {
        // `Command` looks the program up in the path that it is given here.
        let mut command = Command::new(program);
        command.env("PATH", &self.path).current_dir(repo::root());
        // A mistake in the widget should end with the compiler's words, not trunk's stack.
        command.env("RUST_LIB_BACKTRACE", "0");
        // Trunk reads the variable as a bool, though any value means yes.
        if std::env::var_os("NO_COLOR").is_some() {
            command.env("NO_COLOR", "true");
        }
        command
    }
}

/// A path on which the driver of Firefox is found, which Debian has no package of.
///
/// # Errors
/// When it is missing and can't be installed.
pub fn path_with_geckodriver() -> Result<OsString> {
    let tool = Tool {
        package: "geckodriver",
        program: "geckodriver",
        version: GECKODRIVER.into(),
        lockfile: Lockfile::Theirs,
        purpose: "drives Firefox in the tests",
        minutes: "one to two",
    };
    before_path(tool.get(&home()?)?.into_iter().collect())
}

/// A path on which cargo finds its subcommand `fuzz`.
///
/// # Errors
/// When it is missing and can't be installed.
pub fn path_with_cargo_fuzz() -> Result<OsString> {
    let tool = Tool {
        package: "cargo-fuzz",
        program: "cargo-fuzz",
        version: CARGO_FUZZ.into(),
        lockfile: Lockfile::Theirs,
        purpose: "runs libFuzzer",
        minutes: "one to two",
    };
    before_path(tool.get(&home()?)?.into_iter().collect())
}

enum Lockfile {
    Theirs,
    Fresh,
}

struct Tool {
    package: &'static str,
    program: &'static str,
    version: String,
    lockfile: Lockfile,
    purpose: &'static str,
    minutes: &'static str,
}

impl Tool {
    /// The folder to put on the path for it; none where the path has it already.
    fn get(&self, home: &Path) -> Result<Option<PathBuf>> {
        if self.is(Path::new(self.program)) {
            return Ok(None);
        }
        let folder = home.join(format!("{}-{}", self.package, self.version));
        let bin = folder.join("bin");
        if !self.is(&bin.join(self.program)) {
            self.install(home, &folder)?;
        }
        Ok(Some(bin))
    }

    fn is(&self, program: &Path) -> bool {
        output_of(program, &["--version"])
            .is_some_and(|output| version_printed(&output) == Some(self.version.as_str()))
    }

    /// Installs beside the final folder and renames, so that what has the final name is complete.
    fn install(&self, home: &Path, folder: &Path) -> Result<()> {
        let lock = wait_for_turn(home)?;
        if self.is(&folder.join("bin").join(self.program)) {
            return Ok(()); // Another clone installed it while we waited.
        }
        announce(
            "Getting",
            format_args!(
                "{} {}, which {}: built once, {} minutes, into {}",
                self.package,
                self.version,
                self.purpose,
                self.minutes,
                folder.display()
            ),
        );
        let partial = folder.with_file_name(format!("{}.partial", self.package));
        let build = folder.with_file_name(format!("{}.build", self.package));
        remove(&partial)?;
        let mut install = cargo();
        install
            .args(["install", self.package, "--version", &self.version])
            // Built for speed they take twice as long, and are fast enough as they are.
            .args(["--debug", "--root"])
            .arg(&partial)
            // An interrupted build is taken up again.
            .arg("--target-dir")
            .arg(&build)
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            // Spares the contributor cargo's advice to change the path.
            .env("PATH", before_path(vec![partial.join("bin")])?)
            .current_dir(home);
        if let Lockfile::Theirs = self.lockfile {
            install.arg("--locked");
        }
        run(&mut install)?;
        remove(folder)?;
        fs::rename(&partial, folder).with_context(|| format!("can't put {} in place", folder.display()))?;
        remove(&build)?;
        drop(lock);
        Ok(())
    }
}

/// Gets Rust's standard library for something else than this machine.
///
/// # Errors
/// When it is missing and rustup does not add it.
pub fn get_target(target: &str, place: &str) -> Result<()> {
    if sysroot()?.join("lib/rustlib").join(target).exists() {
        return Ok(());
    }
    announce("Getting", format_args!("{target}, Rust's standard library for {place}"));
    run(Command::new("rustup").args(["target", "add", target]))
        .with_context(|| format!("Rust has no {target} here, and rustup, which would add it, did not"))
}

/// The compiler that cargo runs.
pub fn rustc() -> OsString {
    std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into())
}

/// Where the compiler keeps its libraries.
///
/// # Errors
/// When there is no compiler.
pub fn sysroot() -> Result<PathBuf> {
    output_of(rustc(), &["--print", "sysroot"]).map(PathBuf::from).context("can't run rustc")
}

/// Gets Python with the packages that a list pins, in an environment of its own for each list;
/// the path of its interpreter.
///
/// # Errors
/// When there is no Python with `venv`, or a package can't be installed.
pub fn get_python(requirements: &Path) -> Result<PathBuf> {
    let wanted = fs::read(requirements).with_context(|| format!("can't read {}", requirements.display()))?;
    let home = home()?;
    let folder = home.join("python");
    let (python, installed) = (folder.join("bin/python"), folder.join(".installed-from.txt"));
    let is_there = || fs::read(&installed).is_ok_and(|list| list == wanted) && python.is_file();
    if is_there() {
        return Ok(python);
    }
    let _turn = wait_for_turn(&home)?;
    if is_there() {
        return Ok(python);
    }
    announce("Getting", format_args!("the Python packages that {} names", requirements.display()));
    run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder))
        .context("the tests take Python with venv; on Debian: sudo apt-get install python3-venv")?;
    let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"];
    run(Command::new(&python).args(pip).arg(requirements))?;
    // Written last: an interrupted installation is done again.
    fs::write(&installed, wanted).with_context(|| format!("can't write {}", installed.display()))?;
    Ok(python)
}

/// Where tools are kept for this and every other clone.
fn home() -> Result<PathBuf> {
    let folder = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    if let Some(tools) = folder("VERBATIM_TOOLS") {
        return std::path::absolute(tools).context("VERBATIM_TOOLS is not a folder");
    }
    let cache = match folder("XDG_CACHE_HOME") {
        Some(cache) => PathBuf::from(cache),
        None => std::env::home_dir()
            .context("there is no home folder to keep tools in; set VERBATIM_TOOLS to a folder")?
            .join(".cache"),
    };
    Ok(cache.join("verbatim/tools"))
}

/// Two clones may want the same tool at once: the later waits, and finds it there.
fn wait_for_turn(home: &Path) -> Result<File> {
    fs::create_dir_all(home).with_context(|| format!("can't create {}", home.display()))?;
    let lock = File::create(home.join(".lock"))?;
    match lock.try_lock() {
        Ok(()) => return Ok(lock),
        Err(TryLockError::WouldBlock) => {
            announce("Waiting", "for another installation into the same folder");
        }
        Err(TryLockError::Error(error)) => return Err(error.into()),
    }
    lock.lock()?;
    Ok(lock)
}

fn remove(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("can't remove {}", folder.display()))
        }
        _ => Ok(()),
    }
}

fn before_path(mut folders: Vec<PathBuf>) -> Result<OsString> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    folders.extend(std::env::split_paths(&path));
    std::env::join_paths(folders).context("a tool's folder has a name that a path can't hold")
}

/// The version in what `--version` prints: a name, the version, and perhaps more.
fn version_printed(output: &str) -> Option<&str> {
    output.split_whitespace().nth(1)
}

#[cfg(test)]
mod tests {
    use super::version_printed;

    #[test]
    fn a_version_is_the_second_word() {
        assert_eq!(version_printed("trunk 0.21.14"), Some("0.21.14"));
        assert_eq!(version_printed("wasm-bindgen 0.2.130 (abc 2026)"), Some("0.2.130"));
        assert_eq!(version_printed("trunk"), None);
    }
}
