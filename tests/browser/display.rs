//! A display that nobody sees, for a browser that has to draw on one.
//!
//! Each browser has its own: on one without a window manager only one window would
//! have the focus.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

use crate::driver::Process;

/// A running X server, which ends with this value.
#[derive(Debug)]
pub struct Display {
    _process: Process,
    number: u32,
}

impl Display {
    /// Starts one, at a number that is free.
    ///
    /// # Errors
    /// When Xvfb is not there or does not start.
    pub fn open() -> Result<Self> {
        let mut command = Command::new("Xvfb");
        // It writes its number to its output once it is ready.
        command.args(["-displayfd", "1", "-screen", "0", "1400x1100x24", "-nolisten", "tcp", "-noreset"]);
        let command = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut process = Process(command.spawn().context("can't start Xvfb")?);
        let output = process.0.stdout.take().context("Xvfb has no output")?;
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line)?;
        ensure!(!line.is_empty(), "Xvfb does not start");
        let number = line.trim().parse().context("Xvfb tells no number")?;
        Ok(Self { _process: process, number })
    }

    /// Has a program draw on it.
    pub fn show_on(&self, command: &mut Command) {
        command.env("DISPLAY", format!(":{}", self.number)).env_remove("WAYLAND_DISPLAY");
        // Without a desktop around it there is no bus for its accessibility to speak on.
        command.env("NO_AT_BRIDGE", "1").env("GTK_A11Y", "none").env("GDK_BACKEND", "x11");
    }
}
