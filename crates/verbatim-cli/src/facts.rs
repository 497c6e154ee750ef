//! `verbatim facts`: articles as lines of JSON in, their facts as lines of JSON
//! out, with offsets in code points.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::ops::Range;
use std::path::PathBuf;

use anyhow::{Context as _, Result};
use serde::{Deserialize, Serialize};
use verbatim_draft::{Article, CodePoints, Ending, Facts, Quote, Rule, reads_speakers};

use crate::Outcome;
use crate::draft::in_other_languages;
use crate::progress::Progress;

/// Reads lines of `{"id", "title", "date", "text"}`, and writes for each what was found in it.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Exit codes: 0 every line was read, 1 some were not, 2 nothing could be read.
Offsets count code points from 0.")]
pub(crate) struct Arguments {
    /// The articles, a line each; standard input where none is named
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    /// Articles and facts are lines of JSON
    #[arg(long, required = true)]
    jsonl: bool,
    /// The language of articles that have no `language`, as a BCP 47 tag
    #[arg(long, default_value = "en", value_name = "TAG")]
    language: String,
}

#[derive(Deserialize)]
struct Line {
    id: String,
    text: String,
    date: Option<String>,
    language: Option<String>,
}

#[derive(Serialize)]
struct Found<'a> {
    id: &'a str,
    quotes: Vec<FoundQuote<'a>>,
    timex: Vec<FoundTimex<'a>>,
    order: Vec<FoundOrder>,
}

#[derive(Serialize)]
struct FoundOrder {
    a: [usize; 2],
    b: [usize; 2],
}

#[derive(Serialize)]
struct FoundTimex<'a> {
    start: usize,
    end: usize,
    r#type: &'static str,
    value: &'a str,
}

#[derive(Serialize)]
struct FoundQuote<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    speaker: Option<&'a str>,
    speaker_start: Option<usize>,
    speaker_end: Option<usize>,
    tier: &'static str,
    rule: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    inside: Vec<FoundQuote<'a>>,
}

/// Reads line by line; a line that is no article is told and left out.
pub(crate) fn run(arguments: &Arguments, out: &mut dyn Write) -> Result<Outcome> {
    let (input, bytes): (Box<dyn BufRead>, Option<u64>) = match &arguments.file {
        Some(path) => {
            let file = File::open(path).with_context(|| format!("can't open {}", path.display()))?;
            let bytes = file.metadata().ok().filter(|about| about.is_file()).map(|about| about.len());
            (Box::new(BufReader::new(file)), bytes)
        }
        None => (Box::new(io::stdin().lock()), None),
    };
    let mut out = BufWriter::new(out);
    let mut progress = Progress::new(bytes);
    let mut outcome = Outcome::Clean;
    let mut told = false;
    for (number, line) in input.split(b'\n').enumerate() {
        let line = line.context("can't read")?;
        progress.advance(line.len() + 1);
        if line.trim_ascii().is_empty() {
            continue;
        }
        match serde_json::from_slice::<Line>(&line) {
            Ok(line) => {
                let language = line.language.as_deref().unwrap_or(&arguments.language);
                if !told && !reads_speakers(language) {
                    told = true;
                    progress.say(&in_other_languages(language));
                }
                let published = line.date.as_deref();
                let facts = verbatim_draft::facts(Article { text: &line.text, published, language });
                serde_json::to_writer(&mut out, &found(&line, &facts)).map_err(io::Error::from)?;
                out.write_all(b"\n")?;
            }
            Err(error) => {
                progress.say(&format!("error: line {}: {error}; this article is left out", number + 1));
                outcome = Outcome::Findings;
            }
        }
    }
    out.flush()?;
    Ok(outcome)
}

fn found<'a>(line: &'a Line, facts: &'a Facts) -> Found<'a> {
    let points = CodePoints::new(&line.text);
    let whole = facts.quotes.chunk_by(|one, next| goes_on(&line.text, one, next));
    let quotes = whole.filter_map(|parts| found_quote(&line.text, &points, parts));
    let timex = facts.timex.iter().map(|timex| FoundTimex {
        start: points.before(timex.words.start),
        end: points.before(timex.words.end),
        r#type: timex.kind.name(),
        value: &timex.value,
    });
    let verb = |event: usize| {
        let verb = &facts.events[event].verb;
        [points.before(verb.start), points.before(verb.end)]
    };
    let pairs = facts.ordered();
    let order = pairs.iter().map(|(a, b)| FoundOrder { a: verb(*a), b: verb(*b) });
    Found { id: &line.id, quotes: quotes.collect(), timex: timex.collect(), order: order.collect() }
}

/// Whether a quotation goes on in the next one: the end of a paragraph stands between
/// them, and at most the mark that opens anew.
fn goes_on(text: &str, one: &Quote, next: &Quote) -> bool {
    let between = text.get(one.words.end..next.words.start).unwrap_or_default();
    one.ending == Ending::Continued && !between.contains(char::is_alphanumeric)
}

/// A quotation as one, over the paragraphs on which its parts stand.
fn found_quote<'a>(text: &'a str, points: &CodePoints<'_>, parts: &'a [Quote]) -> Option<FoundQuote<'a>> {
    let at = |range: &Range<usize>| (points.before(range.start), points.before(range.end));
    let (first, last) = (parts.first()?, parts.last()?);
    let words = first.words.start..last.words.end;
    let (start, end) = at(&words);
    // The part that says who speaks, where the others have it from that.
    let told = parts.iter().find(|part| part.rule != Rule::Continued).unwrap_or(first);
    let mention = told.mention.as_ref().map(at);
    let inside = parts.iter().flat_map(|part| &part.inside);
    Some(FoundQuote {
        start,
        end,
        text: &text[words],
        speaker: told.speaker.as_str(),
        speaker_start: mention.map(|mention| mention.0),
        speaker_end: mention.map(|mention| mention.1),
        tier: told.tier.name(),
        rule: told.rule.name().to_owned(),
        inside: inside.filter_map(|quote| found_quote(text, points, std::slice::from_ref(quote))).collect(),
    })
}
