//! The document as a text that is kept between visits.

use std::collections::BTreeSet;
use std::rc::Rc;

use serde::{Deserialize, Serialize};
use verbatim_core::json;
use verbatim_core::wire;

use crate::document::{Article, Cut, Dated, Document, Origin, Quizzes};
use crate::extra::extras;
use crate::mark::{Fact, Mark};
use crate::save::Opened;

/// The version of what is kept; another one is not read.
const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
struct Kept {
    version: u32,
    /// The story as its file has it: its records have their own format.
    base: String,
    opened: Option<String>,
    articles: Vec<KeptArticle>,
    candidates: BTreeSet<String>,
    quizzes: Quizzes,
    next: u32,
}

#[derive(Serialize, Deserialize)]
struct KeptArticle {
    text: String,
    origin: Origin,
    cuts: Vec<Cut>,
    marks: Vec<Mark>,
    dates: Vec<Dated>,
}

impl Document {
    /// All of it as a text.
    pub fn kept(&self) -> String {
        let articles = self.articles.iter().map(|article| KeptArticle {
            text: article.text.to_string(),
            origin: article.origin,
            cuts: article.cuts.clone(),
            marks: article.marks.clone(),
            dates: article.dates.to_vec(),
        });
        let kept = Kept {
            version: VERSION,
            base: self.base.to_json(),
            opened: self.opened.as_ref().map(|opened| opened.text.clone()),
            articles: articles.collect(),
            candidates: self.candidates.clone(),
            quizzes: self.quizzes,
            next: self.next,
        };
        // Of numbers, texts and lists alone, this never fails.
        serde_json::to_string(&kept).unwrap_or_default()
    }

    /// The document that a text was made of; `None` where it can't be: it is of another
    /// version, or was changed by somebody else.
    pub fn restore(text: &str) -> Option<Self> {
        let kept: Kept = serde_json::from_str(text).ok().filter(|kept: &Kept| kept.version == VERSION)?;
        let base = read(&kept.base)?;
        let opened = match kept.opened {
            Some(text) => {
                let story = read(&text)?;
                let extras = extras(&text, &story.to_json());
                Some(Rc::new(Opened { text, story, extras }))
            }
            None => None,
        };
        let articles: Vec<Article> = kept.articles.into_iter().map(article).collect::<Option<_>>()?;
        (articles.len() == base.sources.len()).then_some(Self {
            base,
            articles,
            candidates: kept.candidates,
            quizzes: kept.quizzes,
            opened,
            next: kept.next,
        })
    }
}

fn read(file: &str) -> Option<wire::Story> {
    json::read(file.as_bytes(), wire::Story::read_root).ok().map(|(story, _)| story)
}

/// An article all of whose places are places in its text.
fn article(kept: KeptArticle) -> Option<Article> {
    let stands = |range: &std::ops::Range<usize>| kept.text.get(range.clone()).is_some();
    let marks = kept.marks.iter().all(|mark| {
        let said = match &mark.fact {
            Fact::Said(said) => said.asked.iter().chain(&said.attribution).all(stands),
            Fact::Happened(_) | Fact::Ordered(_) => true,
        };
        said && stands(&mark.words)
    });
    let sound = marks
        && kept.cuts.iter().all(|cut| stands(&cut.range))
        && kept.dates.iter().all(|date| stands(&date.words));
    sound.then(|| Article {
        text: kept.text.into(),
        origin: kept.origin,
        cuts: kept.cuts,
        marks: kept.marks,
        dates: kept.dates.into(),
    })
}
