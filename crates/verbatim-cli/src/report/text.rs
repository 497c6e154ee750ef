//! Findings for people, drawn as rustc draws its own.

use std::io::{self, Write};
use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use anstream::adapter::strip_str;
use verbatim_core::finding::{Problem, Severity};
use verbatim_core::json::Fault;

use super::excerpt::excerpts;
use super::{Placed, Related, Report};
use crate::text::Text;

/// How many differences are shown; more are no slip, and would hide each other.
const MOST_MARKS: usize = 4;

/// Wider than any line that an excerpt has, so that lines are not cut twice.
const WIDTH: usize = 400;

pub(crate) fn write(reports: &[Report<'_>], out: &mut dyn Write) -> io::Result<()> {
    let renderer = Renderer::styled().term_width(WIDTH);
    for report in reports {
        for placed in &report.findings {
            writeln!(out, "{}\n", drawn(&renderer, &groups(placed, report.story)))?;
        }
    }
    writeln!(out, "{}", summary(reports))
}

fn groups<'a>(placed: &'a Placed<'_>, story: &'a Text) -> Vec<Group<'a>> {
    let problem = &placed.finding.problem;
    let level = match placed.finding.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.primary_title(problem.message()).id(problem.code());
    let label = problem.expected().map(|expected| format!("expected {expected}"));
    // Of a file that is not read there is nothing to show.
    let mut first = if matches!(problem, Problem::Syntax(Fault::TooLarge | Fault::Empty)) {
        title.element(Origin::path(story.name())).elements(label.map(|label| Level::NOTE.message(label)))
    } else {
        let shown = snippet(story, &placed.range, AnnotationKind::Primary, label);
        title.element(origin(story, &placed.range)).element(shown)
    };
    let mut groups = Vec::new();
    let mut rest = Vec::new();
    for related in &placed.related {
        match &related.place {
            Some((text, range)) => rest.push(elsewhere(related, text, range)),
            None => first = first.element(Level::NOTE.message(related.message.as_str())),
        }
    }
    match (problem.help(), rest.is_empty()) {
        (Some(help), true) => first = first.element(Level::HELP.message(help)),
        (Some(help), false) => rest.push(Group::with_title(Level::HELP.secondary_title(help))),
        (None, _) => {}
    }
    groups.push(first);
    groups.extend(rest);
    groups
}

fn elsewhere<'a>(related: &'a Related<'_>, text: &'a Text, range: &Range<usize>) -> Group<'a> {
    let first = related.marks.first().map_or(range, |(mark, _)| mark);
    let group = Level::NOTE.secondary_title(related.message.as_str()).element(origin(text, first));
    if related.marks.is_empty() {
        return group.element(snippet(text, range, AnnotationKind::Context, None));
    }
    let places: Vec<Range<usize>> = related.marks.iter().map(|(mark, _)| mark.clone()).collect();
    let (snippets, shown) = marked(text, &places, &related.marks);
    let group = group.elements(snippets);
    match places.len() - shown {
        0 => group,
        more => group.element(Level::NOTE.message(format!("{} more", counted(more, "difference")))),
    }
}

/// Snippets with as many of the marks as help, and how many these are.
fn marked<'a>(
    text: &Text,
    places: &[Range<usize>],
    marks: &'a [(Range<usize>, String)],
) -> (Vec<Snippet<'a, Annotation<'a>>>, usize) {
    let mut shown = 0;
    let mut snippets = Vec::new();
    for excerpt in excerpts(text, places) {
        if shown + excerpt.spans.len() > MOST_MARKS && shown > 0 {
            break;
        }
        shown += excerpt.spans.len();
        let annotations = excerpt.spans.into_iter().map(|(index, span)| {
            AnnotationKind::Primary.span(span).label(marks.get(index).map(|(_, label)| label.as_str()))
        });
        let annotations: Vec<Annotation<'a>> = annotations.collect();
        snippets.push(Snippet::source(excerpt.text).line_start(excerpt.line).annotations(annotations));
    }
    (snippets, shown)
}

fn origin<'a>(text: &'a Text, range: &Range<usize>) -> Origin<'a> {
    let position = text.position(range.start);
    Origin::path(text.name()).line(position.line).char_column(position.column)
}

/// The line of a place.
fn snippet<'a>(
    text: &Text,
    range: &Range<usize>,
    kind: AnnotationKind,
    label: Option<String>,
) -> Snippet<'a, Annotation<'a>> {
    let mut snippet = Snippet::source("");
    for excerpt in excerpts(text, std::slice::from_ref(range)) {
        let spans = excerpt.spans.into_iter();
        let annotations = spans.map(|(_, span)| kind.span(span).label(label.clone())).collect::<Vec<_>>();
        snippet = Snippet::source(excerpt.text).line_start(excerpt.line).annotations(annotations);
    }
    snippet
}

/// What the renderer makes of a finding. It announces a snippet whose place was
/// named before by a line that names nothing, which is left out.
fn drawn(renderer: &Renderer, groups: &[Group<'_>]) -> String {
    let drawn = renderer.render(groups);
    let names_nothing = |line: &&str| strip_str(line).to_string().trim() == ":::";
    drawn.lines().filter(|line| !names_nothing(line)).collect::<Vec<_>>().join("\n")
}

fn summary(reports: &[Report<'_>]) -> String {
    let count = |wanted: Severity| {
        let all = reports.iter().flat_map(|report| &report.findings);
        all.filter(|placed| placed.finding.severity() == wanted).count()
    };
    let files = counted(reports.len(), "file");
    match (count(Severity::Error), count(Severity::Warning)) {
        (0, 0) => format!("nothing found in {files}"),
        (errors, 0) => format!("{} in {files}", counted(errors, "error")),
        (0, warnings) => format!("{} in {files}", counted(warnings, "warning")),
        (errors, warnings) => {
            format!("{}, {} in {files}", counted(errors, "error"), counted(warnings, "warning"))
        }
    }
}

fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
