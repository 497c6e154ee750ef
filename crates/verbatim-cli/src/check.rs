//! `verbatim check`: reads the files, has them checked and hands on what is found.

use std::fs::File;
use std::io::{Read as _, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use clap::ValueEnum;
use verbatim_core::check::{self, Article};
use verbatim_core::json::{self, MAX_BYTES};
use verbatim_core::wire;

use crate::Outcome;
use crate::report::{self, Report};
use crate::text::Text;

/// Ends with 0 where nothing was found, with 1 where anything was (an error or a
/// warning), and with 2 where a file could not be read or the command was not
/// understood.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Exit codes: 0 nothing found, 1 errors or warnings found, 2 a file could not be read.
Lines and columns count from 1, columns in code points; offsets are bytes from 0.")]
pub(crate) struct Arguments {
    /// The stories
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// An article that the passages are taken from, as plain text; may be repeated
    #[arg(long, value_name = "ARTICLE.txt")]
    against: Vec<PathBuf>,
    /// How findings are shown
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// As text for people
    Text,
    /// As JSON for editors: a list of findings with places
    Json,
}

/// Checks the files; what can't be read is told at once and does not keep the
/// others from being checked.
pub(crate) fn run(arguments: &Arguments, out: &mut dyn Write) -> Result<Outcome> {
    let articles: Vec<Text> = arguments.against.iter().map(|path| article(path)).collect::<Result<_>>()?;
    let mut stories = Vec::with_capacity(arguments.files.len());
    let mut failed = false;
    for path in &arguments.files {
        match read(path) {
            Ok(bytes) => stories.push(Text::new(path.display().to_string(), bytes)),
            Err(error) => {
                anstream::eprintln!("error: {error:#}");
                failed = true;
            }
        }
    }
    let reports: Vec<Report<'_>> = stories.iter().map(|story| examine(story, &articles)).collect();
    match arguments.format {
        Format::Text => report::text::write(&reports, out)?,
        Format::Json => report::json::write(&reports, out)?,
    }
    Ok(match reports.iter().all(|report| report.findings.is_empty()) {
        _ if failed => Outcome::Failure,
        true => Outcome::Clean,
        false => Outcome::Findings,
    })
}

fn examine<'a>(story: &'a Text, articles: &'a [Text]) -> Report<'a> {
    let mut findings = check::load(story.bytes()).findings;
    let mut facts = None;
    if let Ok((wire, misshapen)) = json::read(story.bytes(), wire::Story::read_root) {
        if misshapen.is_empty() && !articles.is_empty() {
            let articles = articles.iter().map(|text| Article { name: text.name(), text: text.as_str() });
            findings.extend(check::against(&wire, &articles.collect::<Vec<_>>()));
        }
        facts = Some(wire);
    }
    Report::new(story, articles, facts, findings)
}

/// A file's bytes, or as many of them as show that it is too large.
fn read(path: &Path) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let file = File::open(path).with_context(|| format!("can't open {}", path.display()))?;
    file.take(MAX_BYTES as u64 + 1)
        .read_to_end(&mut bytes)
        .with_context(|| format!("can't read {}", path.display()))?;
    Ok(bytes)
}

fn article(path: &Path) -> Result<Text> {
    let bytes = read(path)?;
    if bytes.len() > MAX_BYTES {
        bail!("{} is too large for an article", path.display());
    }
    if std::str::from_utf8(&bytes).is_err() {
        bail!("{} is not UTF-8", path.display());
    }
    Ok(Text::new(path.display().to_string(), bytes))
}
