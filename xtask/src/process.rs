//! Starts other programs and turns their failure into an error that names them.

use std::ffi::OsStr;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

/// Tells the contributor what is being done, laid out as cargo lays out its own steps.
pub fn announce(verb: &str, what: impl std::fmt::Display) {
    eprintln!("{verb:>12} {what}");
}

/// Cargo, at the version that runs us.
pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs a program to its end, its output passing through.
///
/// # Errors
/// When it can't be started or fails.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("can't start {}", name(command)))?;
    ensure!(status.success(), "{} failed ({status})", name(command));
    Ok(())
}

/// Lets a program take our place, so that a signal to us reaches it.
///
/// # Errors
/// When it can't be started, or (where a process can't be replaced) fails.
pub fn become_program(command: &mut Command) -> Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt;
        let error = command.exec();
        Err(error).with_context(|| format!("can't start {}", name(command)))
    }
    #[cfg(not(unix))]
    run(command)
}

/// What a program prints, trimmed, or nothing where it is missing or fails.
pub fn output_of(program: impl AsRef<OsStr>, args: &[&str]) -> Option<String> {
    let output = Command::new(program).args(args).stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

/// The program and its first argument: `cargo install`, not its path and every flag.
fn name(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let stem = program.file_stem().unwrap_or(program.as_os_str());
    let mut name = stem.to_string_lossy().into_owned();
    if let Some(first) = command.get_args().next() {
        name.push(' ');
        name.push_str(&first.to_string_lossy());
    }
    name
}

#[cfg(test)]
mod tests {
    use super::{name, output_of, run};
    use std::process::Command;

    #[test]
    fn a_failure_names_the_program() {
        let mut missing = Command::new("/nowhere/trunk");
        missing.args(["build", "--release"]);
        assert_eq!(name(&missing), "trunk build");
        let error = run(&mut missing).unwrap_err();
        assert_eq!(error.to_string(), "can't start trunk build");
    }

    #[test]
    fn a_missing_program_prints_nothing() {
        assert_eq!(output_of("/nowhere/trunk", &["--version"]), None);
    }
}
