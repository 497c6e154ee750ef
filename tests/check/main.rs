//! Stories with something wrong in them, each beside exactly what the authors'
//! command says of it.
//!
//! `cases/<code>.json`, or `cases/<code>-<variant>.json`, is checked against
//! `<name>.article.txt` where there is one, and the output must be that of
//! `<name>.txt`; where there is a `<name>.found.json`, that with `--format json`
//! must be as well. `UPDATE=1` writes what is instead of comparing: read it in the
//! difference before it is kept.
#![allow(clippy::unwrap_used)]

use std::path::Path;

use verbatim_cli::Outcome;

mod cases;
mod generated;
mod schema;
mod stories;

/// Runs `verbatim check`, without colours, and gives its output.
fn check(arguments: &[&str]) -> (Outcome, String) {
    let mut out = anstream::StripStream::new(Vec::new());
    let all = ["verbatim", "check"].iter().chain(arguments).map(Into::into);
    let outcome = verbatim_cli::run(all, &mut out).unwrap();
    (outcome, String::from_utf8(out.into_inner()).unwrap())
}

/// Compares a text with that of a file, or writes it there.
fn is_as_in(path: &Path, text: &str) -> Result<(), String> {
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, text).unwrap();
        return Ok(());
    }
    let kept = std::fs::read_to_string(path).unwrap_or_default();
    if kept == text {
        return Ok(());
    }
    let mut lines = kept.lines().zip(text.lines()).enumerate();
    let differs = lines.find(|(_, (kept, got))| kept != got);
    let (line, what) = match differs {
        Some((line, (kept, got))) => (line + 1, format!("expected\n{kept}\nbut got\n{got}")),
        None => {
            (kept.lines().count().min(text.lines().count()) + 1, "one ends and the other goes on".to_owned())
        }
    };
    Err(format!("{}:{line}: {what}\n(UPDATE=1 keeps what was got)", path.display()))
}
