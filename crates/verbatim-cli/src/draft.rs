//! `verbatim draft`: reads articles as plain text, writes a story that passes the
//! check, and lists what a person should look at.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use clap::ValueEnum;
use verbatim_core::date::Period;
use verbatim_core::json::MAX_BYTES;
use verbatim_draft::story::{Drafted, Fate, Noted, Read, Settings, draft, headline};
use verbatim_draft::{Article, Facts, Tier, facts, reads_speakers};

use crate::Outcome;
use crate::progress::Progress;

/// Writes the story to standard output, or to a file; what is left out, merged or
/// doubtful is listed on standard error, each with its reason.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Exit codes: 0 a story was written, 1 the articles support no question, 2 a file could not be read.
An article's first line is its headline where it is short and ends without a stop.")]
pub(crate) struct Arguments {
    /// The articles, as plain text; several on one matter make one story
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// When they were published, as in 2021-02-24; once for all, or once for each
    #[arg(long, value_name = "DATE", value_parser = date)]
    date: Vec<String>,
    /// Who published them; once for all, or once for each
    #[arg(long, value_name = "NAME")]
    publisher: Vec<String>,
    /// The story's title; the first headline where none is given
    #[arg(long)]
    title: Option<String>,
    /// The articles' language, as a BCP 47 tag
    #[arg(long, default_value = "en", value_name = "TAG")]
    language: String,
    /// How far the words have to say who speaks
    #[arg(long, value_enum, default_value_t = Least::Likely)]
    least: Least,
    /// Write the story to a file
    #[arg(long, short, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Least {
    /// Only what may be accepted unread
    Sure,
    /// Also what is right more often than not; it is listed
    Likely,
}

/// An article as it was read from its file.
struct File {
    text: String,
    facts: Facts,
    publisher: String,
    title: String,
    published: Option<String>,
}

/// Reads, drafts and writes.
pub(crate) fn run(arguments: &Arguments, out: &mut dyn Write) -> Result<Outcome> {
    for (name, given) in [("--date", arguments.date.len()), ("--publisher", arguments.publisher.len())] {
        if given > 1 && given != arguments.files.len() {
            bail!("{name} is given {given} times for {} articles", arguments.files.len());
        }
    }
    let files = arguments.files.iter().enumerate();
    let sizes = arguments.files.iter().filter_map(|path| fs::metadata(path).ok());
    let mut progress = Progress::new(Some(sizes.map(|about| about.len()).sum()));
    let files = files.map(|(number, path)| {
        let file = read(arguments, number, path)?;
        progress.advance(file.text.len());
        Ok(file)
    });
    let files: Vec<File> = files.collect::<Result<_>>()?;
    drop(progress);
    let articles = files.iter().map(|file| Read {
        text: &file.text,
        facts: &file.facts,
        publisher: &file.publisher,
        title: &file.title,
        published: file.published.as_deref(),
    });
    let articles: Vec<Read<'_>> = articles.collect();
    if !reads_speakers(&arguments.language) {
        anstream::eprintln!("{}", in_other_languages(&arguments.language));
    }
    let least = match arguments.least {
        Least::Sure => Tier::Sure,
        Least::Likely => Tier::Likely,
    };
    let settings = Settings { title: arguments.title.as_deref(), language: &arguments.language, least };
    let Drafted { story, noted } = draft(&articles, &settings);
    list(&noted, &arguments.files);
    let Some(story) = story else {
        anstream::eprintln!("error: the articles support no question");
        return Ok(Outcome::Findings);
    };
    if !story.quizzes.iter().any(|quiz| quiz.draw.0.iter().any(|(kind, _)| kind.name() == "sequence")) {
        anstream::eprintln!(
            "note: too little is dated or ordered in words for a question on the sequence of events"
        );
    }
    let json = story.to_json();
    match &arguments.out {
        Some(path) => fs::write(path, json).with_context(|| format!("can't write {}", path.display()))?,
        None => out.write_all(json.as_bytes())?,
    }
    Ok(Outcome::Clean)
}

fn read(arguments: &Arguments, number: usize, path: &Path) -> Result<File> {
    let text = fs::read_to_string(path).with_context(|| format!("can't read {}", path.display()))?;
    if text.len() > MAX_BYTES {
        bail!("{} is too large for an article", path.display());
    }
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    let name = path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    let published = given(&arguments.date, number).cloned();
    let language = &arguments.language;
    let facts = facts(Article { text: &text, published: published.as_deref(), language });
    Ok(File {
        facts,
        publisher: given(&arguments.publisher, number).cloned().unwrap_or_else(|| name.clone()),
        title: headline(&text).map_or(name, str::to_owned),
        published,
        text,
    })
}

/// What there is to say where the rules do not read a language.
pub(crate) fn in_other_languages(language: &str) -> String {
    format!("note: who speaks is read in English only; in {language} every speaker is left open")
}

/// What is given for an article: once for all, or once for each.
fn given(all: &[String], number: usize) -> Option<&String> {
    all.get(number).or(all.first().filter(|_| all.len() == 1))
}

fn date(text: &str) -> Result<String, String> {
    let day = Period::parse(text).filter(|_| text.len() == 10);
    day.map(|_| text.to_owned()).ok_or_else(|| "a day is expected, as in 2021-02-24".to_owned())
}

/// Lists on standard error what became of the facts that are not simply in the story.
fn list(noted: &[Noted], files: &[PathBuf]) {
    for (fate, heading) in [
        (Fate::Doubtful, "in the story, to be looked at"),
        (Fate::Merged, "merged"),
        (Fate::LeftOut, "left out"),
    ] {
        let of_fate: Vec<&Noted> = noted.iter().filter(|noted| noted.fate == fate).collect();
        if !of_fate.is_empty() {
            anstream::eprintln!("{heading}: {}", of_fate.len());
        }
        for noted in of_fate {
            let file = files.get(noted.article).filter(|_| files.len() > 1);
            let file = file.map_or_else(String::new, |file| format!("{}: ", file.display()));
            anstream::eprintln!("  {file}{}: {}", short(&noted.words), noted.reason);
        }
    }
}

/// The first words of a text, in quotation marks.
fn short(words: &str) -> String {
    const LONGEST: usize = 60;
    match words.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("\u{201c}{}\u{2026}\u{201d}", words[..end].trim_end()),
        None => format!("\u{201c}{words}\u{201d}"),
    }
}
