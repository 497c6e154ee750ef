//! `serve`: the widget on this machine, built again on every change of code or story.
//!
//! Nothing is kept for offline play here: `sw.js` is served without the list that `dist` puts into
//! it, and such a worker removes what an earlier one kept at this address, and then itself. So the
//! page is what was built last, from the second load on at the latest. To try a page offline, serve
//! what `dist` wrote.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};

use anyhow::{Result, bail};

use crate::process::{announce, become_program};
use crate::repo;
use crate::tools::Tools;

const ADDRESS: Ipv4Addr = Ipv4Addr::LOCALHOST;

/// Serves the widget on 127.0.0.1 and rebuilds on change; gets the tools that are missing
#[derive(clap::Args)]
pub struct Args {
    /// The port to serve on
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Build it as it would be deployed: smaller and faster, but a minute for each change
    #[arg(long)]
    release: bool,
}

/// Runs until it is interrupted.
pub fn run(args: &Args) -> Result<()> {
    // Said before minutes of installing, and true after them.
    port_is_free(args.port)?;
    let tools = Tools::get()?;
    port_is_free(args.port)?;

    announce(
        "Serving",
        format_args!(
            "http://{ADDRESS}:{} once the widget is built: about a minute at first, seconds after a change",
            args.port
        ),
    );
    let mut trunk = if args.release { tools.release_trunk()? } else { tools.command("trunk") };
    trunk
        .args(["serve", "--skip-version-check", "--address"])
        .arg(ADDRESS.to_string())
        .args(["--port", &args.port.to_string(), "--dist"])
        // Not `dist`, so that serving and building for deployment don't disturb each other.
        .arg(repo::scratch("serve"));
    // Told by the system, trunk loses a file that an editor replaces: index.html, for one.
    trunk.args(["--poll", "--poll-interval", "500ms"]);
    if args.release {
        trunk.arg("--release");
    }
    become_program(&mut trunk)
}

fn port_is_free(port: u16) -> Result<()> {
    match TcpListener::bind((ADDRESS, port)) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AddrInUse => {
            bail!("port {port} on {ADDRESS} is taken; choose another with --port")
        }
        Err(error) => bail!("can't serve on {ADDRESS}:{port}: {error}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{ADDRESS, port_is_free};
    use std::net::TcpListener;

    #[test]
    fn a_taken_port_is_one_clear_line() {
        let taken = TcpListener::bind((ADDRESS, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        assert_eq!(
            port_is_free(port).unwrap_err().to_string(),
            format!("port {port} on 127.0.0.1 is taken; choose another with --port")
        );
        drop(taken);
        port_is_free(port).unwrap();
    }
}
