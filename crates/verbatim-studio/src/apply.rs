//! What each action makes of a document.

use std::ops::Range;

use verbatim_core::date::Period;
use verbatim_core::json::MAX_BYTES;
use verbatim_core::wire::{Passage, Source};
use verbatim_draft::story::{Ids, headline, summary};

use crate::action::{Action, HeadField, NewArticle, Refusal, SourceField};
use crate::document::{Article, Document, Origin, Quizzes};
use crate::mark::{Fact, Happened, Key, Mark, Ordered, Said, State, Trust};

/// The longest article that is laid on the desk, in bytes: a book, and far more than an article.
pub(crate) const LONGEST: usize = 1 << 20;

impl Document {
    /// The document after an action.
    ///
    /// # Errors
    /// Why it can't be done.
    pub fn apply(&self, action: &Action) -> Result<Self, Refusal> {
        let mut next = self.clone();
        match action {
            Action::Add(article) => next.add(article)?,
            Action::Remove(article) => next.remove(*article)?,
            Action::Head(field, value) => next.head_field(*field, value),
            Action::Source(article, field, value) => next.source_field(*article, *field, value)?,
            Action::Accept(key) => next.accept(*key)?,
            Action::AcceptSure => next.accept_sure(),
            Action::Reject(key) => next.withdraw(*key, State::Rejected)?,
            Action::Reopen(key) => next.withdraw(*key, State::Proposed)?,
            Action::Speaker(key, person) => next.speaker(*key, person.as_deref())?,
            Action::Reporter(key, person) => next.reporter(*key, person.as_deref())?,
            Action::Introduce(key, name) => next.introduce(*key, name)?,
            Action::Person(id, field, value) => next.person_field(id, *field, value)?,
            Action::Merge(from, into) => next.merge(from, into)?,
            Action::Words(key, words) => next.words_of(*key, words)?,
            Action::Attribution(key, words) => next.attribution_of(*key, words)?,
            Action::Statement(key, field, value) => next.statement_field(*key, *field, value)?,
            Action::Event(key, field, value) => next.event_field(*key, *field, value)?,
            Action::Said(article, words) => next.mark_said(*article, words)?,
            Action::Happened(article, words) => next.mark_happened(*article, words)?,
            Action::Ordered(article, words, earlier, later) => {
                next.mark_ordered(*article, words, Ordered { earlier: *earlier, later: *later })?;
            }
            Action::Asked(at, field, value) => next.asked_field(*at, *field, value)?,
            Action::Quiz(at, field, value) => next.quiz_field(*at, *field, value)?,
            Action::Give(article, text) => next.give(*article, text)?,
            Action::Draw => next.quizzes = Quizzes::Drawn,
        }
        next.drop_unused();
        next.tidy_cast();
        Ok(next)
    }

    /// Why a mark can't be taken into the story as it is, if so.
    pub fn obstacle(&self, key: Key) -> Option<Refusal> {
        self.clone().accept(key).err()
    }

    fn add(&mut self, new: &NewArticle) -> Result<(), Refusal> {
        let text = new.text.strip_prefix('\u{feff}').unwrap_or(&new.text);
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        if text.trim().is_empty() {
            return Err(Refusal::NoWords);
        }
        if text.len() > LONGEST.min(MAX_BYTES) {
            return Err(Refusal::TooLarge);
        }
        let title = Some(new.title.trim()).filter(|title| !title.is_empty()).or(headline(&text));
        let title = title.unwrap_or_default().to_owned();
        let publisher = new.publisher.trim().to_owned();
        let named = if publisher.is_empty() { &title } else { &publisher };
        let id = Ids::beside(self.taken()).new_id(named, "source");
        if self.base.title.is_empty() {
            self.base.title.clone_from(&title);
        }
        let published = Some(new.published.trim()).filter(|date| !date.is_empty()).map(str::to_owned);
        self.base.sources.push(Source {
            id,
            publisher,
            title,
            published,
            url: None,
            passages: Vec::<Passage>::new(),
        });
        self.articles.push(Article {
            text: text.into(),
            origin: Origin::Whole,
            cuts: Vec::new(),
            marks: Vec::new(),
            dates: [].into(),
        });
        self.read(self.articles.len() - 1);
        Ok(())
    }

    fn remove(&mut self, place: usize) -> Result<(), Refusal> {
        let article = self.articles.get(place).ok_or(Refusal::Gone)?;
        let keys: Vec<Key> = article.marks.iter().map(|mark| mark.key).collect();
        for key in keys {
            self.withdraw(key, State::Rejected)?;
        }
        self.articles.remove(place);
        self.base.sources.remove(place);
        Ok(())
    }

    fn head_field(&mut self, field: HeadField, value: &str) {
        let base = &mut self.base;
        match field {
            HeadField::Title => value.clone_into(&mut base.title),
            HeadField::Id => value.clone_into(&mut base.id),
            HeadField::Summary => base.summary = filled(value),
            HeadField::Language => {
                let before = Article::is_read_in(&base.language);
                value.clone_into(&mut base.language);
                if before != Article::is_read_in(value) {
                    for place in 0..self.articles.len() {
                        self.read_again(place);
                    }
                }
            }
        }
    }

    fn source_field(&mut self, place: usize, field: SourceField, value: &str) -> Result<(), Refusal> {
        let source = self.base.sources.get_mut(place).ok_or(Refusal::Gone)?;
        match field {
            SourceField::Publisher => value.clone_into(&mut source.publisher),
            SourceField::Title => value.clone_into(&mut source.title),
            SourceField::Url => source.url = filled(value),
            SourceField::Published => {
                source.published = filled(value);
                // Days are counted from it, as soon as it is one.
                if value.is_empty() || (value.len() >= 4 && Period::parse(value).is_some()) {
                    self.read_again(place);
                }
            }
        }
        Ok(())
    }

    fn read_again(&mut self, place: usize) {
        if self.articles.get(place).is_some_and(|article| article.origin == Origin::Whole) {
            self.read(place);
        }
    }

    fn accept_sure(&mut self) {
        let all = self.articles.iter().flat_map(|article| &article.marks);
        let sure = all.filter(|mark| mark.is_open() && mark.is_sure());
        for key in sure.map(|mark| mark.key).collect::<Vec<_>>() {
            self.try_accept(key);
        }
    }

    /// Takes a mark into the story if that is possible, and else leaves all as it is.
    pub(crate) fn try_accept(&mut self, key: Key) {
        let mut trial = self.clone();
        if trial.accept(key).is_ok() {
            *self = trial;
        }
    }

    fn mark_said(&mut self, place: usize, words: &Range<usize>) -> Result<(), Refusal> {
        let article = self.articles.get(place).ok_or(Refusal::Gone)?;
        let words = bare(&article.text, words).ok_or(Refusal::NoWords)?;
        let attribution = beside(&article.text, &words);
        let said = Said {
            asked: Some(words.clone()),
            speaker: None,
            reporter: None,
            attribution,
            trust: Trust::Given,
            rule: String::new(),
            doubt: String::new(),
        };
        self.put(place, words, Fact::Said(said));
        Ok(())
    }

    fn mark_happened(&mut self, place: usize, words: &Range<usize>) -> Result<(), Refusal> {
        let article = self.articles.get(place).ok_or(Refusal::Gone)?;
        let words = bare(&article.text, words).ok_or(Refusal::NoWords)?;
        let inside = |at: &Range<usize>| words.start <= at.start && at.end <= words.end;
        let date =
            article.dates.iter().find(|date| inside(&date.words) && Period::parse(&date.value).is_some());
        let told = Happened {
            summary: summary(&article.text, &words, date.map(|date| &date.words)),
            when: date.map(|date| date.value.clone()).unwrap_or_default(),
            trust: Trust::Given,
        };
        let key = self.put(place, words, Fact::Happened(told));
        self.try_accept(key);
        Ok(())
    }

    fn mark_ordered(&mut self, place: usize, words: &Range<usize>, order: Ordered) -> Result<(), Refusal> {
        let article = self.articles.get(place).ok_or(Refusal::Gone)?;
        let words = bare(&article.text, words).ok_or(Refusal::NoWords)?;
        if order.earlier == order.later {
            return Err(Refusal::SameEvent);
        }
        let key = self.put(place, words, Fact::Ordered(order));
        self.try_accept(key);
        Ok(())
    }

    fn put(&mut self, place: usize, words: Range<usize>, fact: Fact) -> Key {
        let key = self.new_key();
        let mark = Mark { key, words, fact, state: State::Proposed, by_hand: true };
        if let Some(article) = self.articles.get_mut(place) {
            article.marks.push(mark);
            article.sort();
        }
        key
    }

    /// The mark that was made last, for whoever is to look at it next.
    pub fn latest(&self) -> Key {
        Key(self.next)
    }
}

pub(crate) fn filled(value: &str) -> Option<String> {
    Some(value).filter(|value| !value.is_empty()).map(str::to_owned)
}

/// Selected words without the spaces and quotation marks around them.
pub(crate) fn bare(text: &str, words: &Range<usize>) -> Option<Range<usize>> {
    let selected = text.get(words.clone())?;
    let around = |letter: char| {
        letter.is_whitespace() || "\"'\u{201c}\u{201d}\u{2018}\u{2019}\u{ab}\u{bb}".contains(letter)
    };
    let start = words.start + (selected.len() - selected.trim_start_matches(around).len());
    let end = words.end - (selected.len() - selected.trim_end_matches(around).len());
    (start < end).then_some(start..end)
}

/// The words of the same sentences beside a quotation, after it or before: most often they say who speaks.
fn beside(text: &str, words: &Range<usize>) -> Option<Range<usize>> {
    let hull = verbatim_draft::story::Excerpts::new(text, "").sentences_around(words);
    let outside = |letter: char| !letter.is_alphanumeric() && letter != '.';
    [words.end..hull.end, hull.start..words.start].into_iter().find_map(|rest| {
        let part = text.get(rest.clone())?;
        let start = rest.start
            + (part.len() - part.trim_start_matches(|letter: char| outside(letter) || letter == '.').len());
        let end = rest.end - (part.len() - part.trim_end_matches(outside).len());
        let long = text.get(start..end).is_some_and(|words| words.split_whitespace().nth(1).is_some());
        long.then_some(start..end)
    })
}
