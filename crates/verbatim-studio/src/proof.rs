//! What the check says of the document as it stands, each remark with the way to its place.

use verbatim_core::check::{Article as Whole, against, load};
use verbatim_core::finding::{Finding, Problem, Severity};
use verbatim_core::json::Target;
use verbatim_core::wire::Story;

use crate::document::{Document, Origin, Quizzes};
use crate::mark::Key;

/// The story as a file, and what there is to say of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Proof {
    /// The file's text.
    pub file: String,
    /// What the check says, as `verbatim check` does.
    pub remarks: Vec<Remark>,
    /// Whether it can be played: whether there is anything to ask.
    pub is_playable: bool,
}

/// Something that the check says.
#[derive(Clone, Debug, PartialEq)]
pub struct Remark {
    /// The finding's code.
    pub code: &'static str,
    /// Whether it keeps the story, or a part of it, from being played.
    pub is_error: bool,
    /// What is wrong.
    pub message: String,
    /// What was expected.
    pub expected: Option<String>,
    /// What usually helps, or what comes closest.
    pub help: Option<String>,
    /// The words that come closest to those that were not found.
    pub nearest: Option<String>,
    /// Where it is, as a JSON Pointer into the file, with the byte where it can't be read.
    pub pointer: String,
    /// Where it can be mended.
    pub lead: Lead,
}

/// Where something can be mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lead {
    /// At a mark; in which field of its record.
    Mark(Key, String),
    /// At a person.
    Person(String),
    /// At the article in a place; in which field of its source.
    Source(usize, String),
    /// In a field of the story.
    Head(String),
    /// At the question written by hand in a place.
    Asked(usize),
    /// At the quiz written by hand in a place.
    Quiz(usize),
    /// In the file alone.
    File,
}

impl Document {
    /// Checks the story as it stands, its passages against the articles that are here too.
    pub fn proof(&self) -> Proof {
        let (story, file) = (self.story(), self.file());
        let checked = load(file.as_bytes());
        let is_playable = checked.story.as_ref().is_some_and(|story| !story.quizzes.is_empty());
        let mut findings = checked.findings;
        let named = self.articles.iter().zip(&self.base.sources);
        let whole = named.filter(|(article, _)| article.origin == Origin::Whole);
        let whole: Vec<Whole<'_>> =
            whole.map(|(article, source)| Whole { name: &source.title, text: &article.text }).collect();
        // Passages of an opened story have no article here to be compared with.
        if whole.len() == self.articles.len() {
            findings.extend(against(&story, &whole));
        }
        let remarks = findings.iter().map(|finding| Remark::of(finding, Some((self, &story)))).collect();
        Proof { file, remarks, is_playable }
    }

    fn lead(&self, story: &Story, pointer: &str) -> Lead {
        let mut parts = pointer.split('/').skip(1);
        let list = parts.next().unwrap_or_default();
        let index = parts.next().and_then(|index| index.parse::<usize>().ok());
        let field = parts.next().unwrap_or_default().to_owned();
        let mark = |id: Option<&String>| id.and_then(|id| self.mark_of(id));
        let lead = match (list, index) {
            ("statements", Some(at)) => {
                mark(story.statements.get(at).map(|one| &one.id)).map(|key| Lead::Mark(key, field))
            }
            ("events", Some(at)) => {
                mark(story.events.get(at).map(|one| &one.id)).map(|key| Lead::Mark(key, field))
            }
            ("order", Some(at)) => {
                let own = story.order.get(at).and_then(|one| self.mark_of_order(&one.before, &one.after));
                let event = || mark(story.order.get(at).map(|one| &one.before));
                own.or_else(event).map(|key| Lead::Mark(key, field))
            }
            ("people", Some(at)) => story.people.get(at).map(|person| Lead::Person(person.id.clone())),
            ("sources", Some(at)) => {
                let id = story.sources.get(at).map(|source| &source.id);
                let place = self.base.sources.iter().position(|source| Some(&source.id) == id);
                place.map(|place| Lead::Source(place, field))
            }
            ("questions", Some(at)) => Some(Lead::Asked(at)),
            ("quizzes", Some(at)) if self.quizzes == Quizzes::AsWritten => Some(Lead::Quiz(at)),
            ("title" | "language" | "summary" | "id", None) => Some(Lead::Head(list.to_owned())),
            _ => None,
        };
        lead.unwrap_or(Lead::File)
    }
}

impl Remark {
    /// A finding in words, with the way to its place in a document and the story made of it.
    pub(crate) fn of(finding: &Finding, document: Option<(&Document, &Story)>) -> Self {
        let problem = &finding.problem;
        let nearest = match problem {
            Problem::EvidenceNotFound { nearest, .. } => nearest.as_ref(),
            Problem::NotInArticles { nearest } => nearest.as_ref().map(|(_, nearest)| nearest),
            _ => None,
        };
        let mut pointer = finding.place.pointer.clone();
        if let Target::Within(range) = &finding.place.target
            && pointer.is_empty()
        {
            pointer = range.start.to_string();
        }
        Self {
            code: problem.code(),
            is_error: finding.severity() == Severity::Error,
            message: problem.message(),
            expected: problem.expected(),
            help: problem.help(),
            nearest: nearest.map(|nearest| nearest.words.clone()),
            lead: document.map_or(Lead::File, |(document, story)| document.lead(story, &pointer)),
            pointer,
        }
    }
}
