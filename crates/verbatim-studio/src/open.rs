//! Opens a story's file, one made here or by hand, for further work.

use std::collections::BTreeSet;
use std::rc::Rc;

use verbatim_core::check::place;
use verbatim_core::finding::{Finding, Problem};
use verbatim_core::json::{self, Path, Target};
use verbatim_core::wire::{self, Selector, Source};
use verbatim_draft::story::drawn;
use verbatim_draft::{Article as Text, facts};

use crate::document::{Article, Cut, Dated, Document, Origin, Quizzes};
use crate::extra::extras;
use crate::mark::{Fact, Happened, Key, Mark, Ordered, Said, State, Trust};
use crate::proof::Remark;
use crate::save::Opened;

/// Why a file is not opened: what of it could not be kept.
#[derive(Clone, Debug, PartialEq)]
pub struct NotOpened {
    /// What the check says of it.
    pub remarks: Vec<Remark>,
}

/// Opens the text of a story's file. Fields that the format does not know are kept; values of
/// another shape than the format's could not be, so such a file is not opened.
///
/// # Errors
/// What is wrong with the file, in the check's words.
pub fn open(text: &str) -> Result<Document, NotOpened> {
    let refused = |findings: &[Finding]| {
        Err(NotOpened { remarks: findings.iter().map(|finding| Remark::of(finding, None)).collect() })
    };
    let (story, findings) = match json::read(text.as_bytes(), wire::Story::read_root) {
        Ok(read) => read,
        Err(error) => {
            let mut finding = Finding::at(&Path::Root, Problem::Syntax(error.fault));
            finding.place.target = Target::Within(error.offset..error.offset);
            return refused(&[finding]);
        }
    };
    let is_lost = |finding: &&Finding| {
        !matches!(finding.problem, Problem::UnknownField { .. } | Problem::MissingField { .. })
    };
    let lost: Vec<Finding> = findings.iter().filter(is_lost).cloned().collect();
    if !lost.is_empty() {
        return refused(&lost);
    }
    if story.format != wire::FORMAT {
        return refused(&findings);
    }
    let extras = extras(text, &story.to_json());
    Ok(laid_out(story, text, extras))
}

fn laid_out(story: wire::Story, text: &str, extras: Vec<crate::extra::Extra>) -> Document {
    let articles: Vec<Article> =
        story.sources.iter().map(|source| passages(source, &story.language)).collect();
    let is_drawn = !story.quizzes.is_empty() && drawn(&story).as_slice() == story.quizzes.as_slice();
    let mut document = Document {
        base: story.clone(),
        articles,
        candidates: BTreeSet::new(),
        quizzes: if is_drawn { Quizzes::Drawn } else { Quizzes::AsWritten },
        opened: Some(Rc::new(Opened { text: text.to_owned(), story: story.clone(), extras })),
        next: 0,
    };
    for statement in &story.statements {
        let Some((at, words)) = document.find(&statement.quote) else { continue };
        let attribution = document.find(&statement.attribution).filter(|(other, _)| *other == at);
        let said = Said {
            asked: Some(words.clone()),
            speaker: Some(statement.speaker.clone()),
            reporter: statement.reported_by.first().cloned(),
            attribution: attribution.map(|(_, words)| words),
            trust: Trust::Given,
            rule: String::new(),
            doubt: String::new(),
        };
        document.lay(at, words, Fact::Said(said), statement.id.clone());
    }
    for event in &story.events {
        for (at, words) in
            event.evidence.iter().filter_map(|evidence| document.find(evidence)).collect::<Vec<_>>()
        {
            let when = event.when.clone().unwrap_or_default();
            let told = Happened { summary: event.summary.clone(), when, trust: Trust::Given };
            document.lay(at, words, Fact::Happened(told), event.id.clone());
        }
    }
    for order in &story.order {
        let ends = (document.mark_of(&order.before), document.mark_of(&order.after));
        let (Some(earlier), Some(later)) = ends else { continue };
        let Some((at, words)) = order.evidence.iter().find_map(|evidence| document.find(evidence)) else {
            continue;
        };
        let id = format!("{} {}", order.before, order.after);
        document.lay(at, words, Fact::Ordered(Ordered { earlier, later }), id);
    }
    document.articles.iter_mut().for_each(Article::sort);
    document
}

/// The passages of a source one after another.
fn passages(source: &Source, language: &str) -> Article {
    let mut text = String::new();
    let mut cuts = Vec::new();
    for passage in &source.passages {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        let start = text.len();
        text.push_str(&passage.text);
        cuts.push(Cut { id: passage.id.clone(), range: start..text.len() });
    }
    let found = facts(Text { text: &text, published: source.published.as_deref(), language });
    let dates =
        found.timex.iter().map(|timex| Dated { words: timex.words.clone(), value: timex.value.clone() });
    let dates: Rc<[Dated]> = dates.collect();
    Article { text: text.into(), origin: Origin::Passages, cuts, marks: Vec::new(), dates }
}

impl Document {
    /// Where a selector's words stand: the article's place and the bytes of its text.
    fn find(&self, selector: &Selector) -> Option<(usize, std::ops::Range<usize>)> {
        self.articles.iter().enumerate().find_map(|(at, article)| {
            let cut = article.cuts.iter().find(|cut| cut.id == selector.passage)?;
            let found = place(article.text.get(cut.range.clone())?, selector)?;
            Some((at, cut.range.start + found.start..cut.range.start + found.end))
        })
    }

    fn lay(&mut self, at: usize, words: std::ops::Range<usize>, fact: Fact, id: String) {
        let key: Key = self.new_key();
        if let Some(article) = self.articles.get_mut(at) {
            article.marks.push(Mark { key, words, fact, state: State::Accepted(id), by_hand: true });
        }
    }
}
