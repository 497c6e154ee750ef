//! Findings with their places in files: what both forms of output are made from.

use std::ops::Range;

use verbatim_core::finding::{AlsoRight, Edge, Finding, Nearest, Problem, Supported};
use verbatim_core::json::Target;
use verbatim_core::wire::Story;

use crate::text::Text;
use places::Places;

mod difference;
mod excerpt;
pub(crate) mod json;
mod places;
pub(crate) mod text;

/// All there is to say about a file.
pub(crate) struct Report<'a> {
    pub(crate) story: &'a Text,
    pub(crate) findings: Vec<Placed<'a>>,
}

/// A finding, its place, and what else there is to see.
pub(crate) struct Placed<'a> {
    pub(crate) finding: Finding,
    pub(crate) range: Range<usize>,
    pub(crate) related: Vec<Related<'a>>,
}

/// Another place that helps to understand a finding, or only words that do.
pub(crate) struct Related<'a> {
    pub(crate) message: String,
    pub(crate) place: Option<(&'a Text, Range<usize>)>,
    /// Parts of the place, each with what is to say about it.
    pub(crate) marks: Vec<(Range<usize>, String)>,
}

impl<'a> Report<'a> {
    /// Places findings in the file, in the order in which they stand there.
    pub(crate) fn new(
        story: &'a Text,
        articles: &'a [Text],
        facts: Option<Story>,
        findings: Vec<Finding>,
    ) -> Self {
        let context = Context { places: Places::new(story.bytes()), story, articles, facts };
        let placed = findings.into_iter().map(|finding| Placed {
            range: context.range(&finding),
            related: context.related(&finding),
            finding,
        });
        let mut findings: Vec<Placed<'a>> = placed.collect();
        findings.sort_by_key(|placed| placed.range.start);
        Self { story, findings }
    }
}

/// What places are looked up in.
struct Context<'a> {
    places: Places<'a>,
    story: &'a Text,
    articles: &'a [Text],
    facts: Option<Story>,
}

impl<'a> Context<'a> {
    fn range(&self, finding: &Finding) -> Range<usize> {
        match (&finding.problem, &finding.place.target) {
            // A text that is no JSON has no pointers into it.
            (Problem::Syntax(_), Target::Within(range)) => range.clone(),
            // What is missing has its place in what it is missing from.
            (_, target) => {
                let ends = finding.place.pointer.rmatch_indices('/').map(|(end, _)| end);
                let ends = std::iter::once(finding.place.pointer.len()).chain(ends);
                let mut pointers = ends.map(|end| &finding.place.pointer[..end]);
                pointers.find_map(|pointer| self.locate(pointer, target)).unwrap_or(0..0)
            }
        }
    }

    fn locate(&self, pointer: &str, target: &Target) -> Option<Range<usize>> {
        self.places.locate(pointer, target)
    }

    fn related(&self, finding: &Finding) -> Vec<Related<'a>> {
        match &finding.problem {
            Problem::EvidenceNotFound { exact, within, nearest: Some(nearest), .. } => {
                vec![self.nearest_in_story(exact, within, nearest)]
            }
            Problem::NotInArticles { nearest: Some((name, nearest)) } => {
                let passage = self.passage(&finding.place.pointer);
                self.nearest_in_article(passage.unwrap_or_default(), name, nearest).into_iter().collect()
            }
            Problem::OrderCycle { edges: because }
            | Problem::ListedAgainstFacts { because, .. }
            | Problem::NotSupported { facts: Supported::First(_, because), .. } => {
                because.iter().map(|edge| self.edge(edge)).collect()
            }
            Problem::OrderAgainstDates { edge, .. } => {
                let events = [&edge.before, &edge.after];
                let dates = events.into_iter().filter_map(|event| {
                    let pointer = self.first("an event", event)? + "/when";
                    Some(self.at(format!("`{event}` has this date"), &pointer, &Target::Value))
                });
                dates.chain([Related::words(said(edge))]).collect()
            }
            Problem::DuplicateId { what, id } => {
                let first = self.first(what, id).map(|pointer| pointer + "/id");
                first
                    .map(|first| self.at("the first one".to_owned(), &first, &Target::Value))
                    .into_iter()
                    .collect()
            }
            Problem::AlsoRight { because: AlsoRight::SaidTheSame { statement }, .. } => {
                let quote = self.first("a statement", statement).map(|pointer| pointer + "/quote/exact");
                let said =
                    quote.map(|quote| self.at(format!("the words of `{statement}`"), &quote, &Target::Value));
                said.into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    fn nearest_in_story(&self, exact: &str, within: &str, nearest: &Nearest) -> Related<'a> {
        let message = format!("{within} comes closest here");
        let Some(pointer) = &nearest.pointer else { return Related::words(message) };
        let mut related = self.at(message, pointer, &Target::Within(nearest.range.clone()));
        let differences = difference::marks(&nearest.words, exact, "the evidence");
        related.marks = differences
            .into_iter()
            .filter_map(|(range, label)| {
                let start = nearest.range.start;
                let target = Target::Within(start + range.start..start + range.end);
                Some((self.locate(pointer, &target)?, label))
            })
            .collect();
        related
    }

    fn nearest_in_article(&self, passage: &str, name: &str, nearest: &Nearest) -> Option<Related<'a>> {
        let article = self.articles.iter().find(|article| article.name() == name)?;
        let start = article.start() + nearest.range.start;
        let marks = difference::marks(&nearest.words, passage, "the passage");
        let marks = marks.into_iter().map(|(range, label)| (start + range.start..start + range.end, label));
        Some(Related {
            message: "the article comes closest here".to_owned(),
            place: Some((article, start..start + nearest.range.len())),
            marks: marks.collect(),
        })
    }

    fn edge(&self, edge: &Edge) -> Related<'a> {
        match &edge.pointer {
            Some(pointer) => self.at(said(edge), &[pointer, "/evidence/0/exact"].concat(), &Target::Value),
            None => Related::words(format!(
                "`{}` is before `{}` by their dates: {}",
                edge.before, edge.after, edge.because
            )),
        }
    }

    fn at(&self, message: String, pointer: &str, target: &Target) -> Related<'a> {
        let place = self.locate(pointer, target).map(|range| (self.story, range));
        Related { message, place, marks: Vec::new() }
    }

    /// The text of the passage that a finding is on.
    fn passage(&self, pointer: &str) -> Option<&str> {
        let mut steps = pointer.split('/').filter_map(|step| step.parse::<usize>().ok());
        let source = self.facts.as_ref()?.sources.get(steps.next()?)?;
        source.passages.get(steps.next()?).map(|passage| passage.text.as_str())
    }

    /// The pointer to the first thing of a sort that has this id.
    fn first(&self, what: &str, id: &str) -> Option<String> {
        let facts = self.facts.as_ref()?;
        let (list, found) = match what {
            "a source" => ("sources", facts.sources.iter().position(|one| one.id == id)),
            "a person" => ("people", facts.people.iter().position(|one| one.id == id)),
            "a statement" => ("statements", facts.statements.iter().position(|one| one.id == id)),
            "an event" => ("events", facts.events.iter().position(|one| one.id == id)),
            "a question" => ("questions", facts.questions.iter().position(|one| one.id() == id)),
            "a quiz" => ("quizzes", facts.quizzes.iter().position(|one| one.id == id)),
            "a passage" => {
                return facts.sources.iter().enumerate().find_map(|(index, source)| {
                    let found = source.passages.iter().position(|passage| passage.id == id)?;
                    Some(format!("/sources/{index}/passages/{found}"))
                });
            }
            _ => return None,
        };
        Some(format!("/{list}/{}", found?))
    }
}

impl Related<'_> {
    fn words(message: String) -> Self {
        Self { message, place: None, marks: Vec::new() }
    }
}

fn said(edge: &Edge) -> String {
    format!("`{}` is said to be before `{}`: \"{}\"", edge.before, edge.after, edge.because)
}
