//! A question in words, as it is shown to a room and on paper: what is asked, what is offered,
//! what is right, and the passages behind it. How large and where is left to the screens.

use verbatim_classroom::browser::decompose;
use verbatim_core::excerpt::{Excerpt, Mark};
use verbatim_core::feedback::evidence;
use verbatim_core::model::{Ask, Evidence, Form, Source, Story};
use verbatim_core::pose::{Offer, Posed, Task};
use verbatim_core::score::points;
use verbatim_messages::quiz::{self, dates};
use yew::{Html, html};

use crate::messages::Arg;

/// A question in words.
pub struct Asked {
    /// What is asked.
    pub prompt: String,
    /// When or where the words were said; who somebody is; the title of the source asked about.
    pub context: Option<String>,
    /// The words or the claim that it is about.
    pub subject: Option<Subject>,
    /// What is to be done.
    pub body: Body,
    /// The most points that it gives.
    pub points: u32,
    /// The passages that the answer rests on.
    pub evidence: Vec<Excerpt>,
}

/// What a question is about.
pub enum Subject {
    /// Words that somebody said.
    Quotation(String),
    /// What is claimed.
    Claim(String),
}

/// What is to be done.
pub enum Body {
    /// Choose one answer.
    One(Vec<Answer>),
    /// Choose all that are right.
    Several(Vec<Answer>),
    /// Find the sentence, in a passage.
    Sentence(Vec<Answer>),
    /// Give each quotation to its speaker.
    Match {
        /// The quotations, each with the position of its speaker.
        quotations: Vec<(String, usize)>,
        /// The people, and who they are.
        people: Vec<(String, Option<String>)>,
    },
    /// Put events in order.
    Arrange {
        /// The events, each with its position in an order that the sources support.
        events: Vec<(String, usize)>,
        /// How many of the pairs the sources leave open.
        open: usize,
    },
    /// Find the word missing between two pieces of a quotation.
    Type {
        /// What stands before it.
        before: String,
        /// The word.
        missing: String,
        /// What stands after it.
        after: String,
    },
}

/// An answer that is offered.
pub struct Answer {
    /// In words.
    pub text: String,
    /// Who that is, of a person.
    pub sub: Option<String>,
    /// Whether it is right.
    pub right: bool,
}

impl Asked {
    /// A question in words.
    pub fn new(story: &Story, posed: &Posed, words: &quiz::Words) -> Self {
        let ask = &posed.question(story).ask;
        let (context, subject) = about(story, ask, words);
        let blank = posed.task.blank();
        Self {
            prompt: prompt(story, ask, words),
            context,
            subject,
            body: body(story, posed, words),
            points: points(story, posed, &blank, false, decompose).possible,
            evidence: evidence(story, posed),
        }
    }
}

fn prompt(story: &Story, ask: &Ask, words: &quiz::Words) -> String {
    let form = if let Ask::WhoSaid { statement, .. } = ask { story[*statement].form } else { Form::Direct };
    let name = match ask {
        Ask::Choice { prompt, .. } => return prompt.clone(),
        Ask::SaidWhat { statement, .. } => quiz::name(&story[story[*statement].speaker]),
        Ask::Verdict { source, .. } => story[*source].publisher.clone(),
        _ => String::new(),
    };
    quiz::prompt(ask.kind(), form).map(|say| words.fill(say, &[Arg::Name(&name)])).unwrap_or_default()
}

fn about(story: &Story, ask: &Ask, words: &quiz::Words) -> (Option<String>, Option<Subject>) {
    match ask {
        Ask::WhoSaid { statement, .. } => {
            let statement = &story[*statement];
            let quoted = quiz::quoted(words, story.words(statement.quote), statement.form);
            (statement.context.clone(), Some(Subject::Quotation(quoted)))
        }
        Ask::SaidWhat { statement, .. } => (story[story[*statement].speaker].role.clone(), None),
        Ask::Verdict { claim, source, .. } => {
            let title = quiz::quoted(words, &story[*source].title, Form::Direct);
            (Some(title), Some(Subject::Claim(claim.clone())))
        }
        Ask::Proof { claim, .. } => (None, Some(Subject::Claim(claim.clone()))),
        Ask::Cloze { statement, .. } => (story[*statement].context.clone(), None),
        _ => (None, None),
    }
}

fn body(story: &Story, posed: &Posed, words: &quiz::Words) -> Body {
    let ask = &posed.question(story).ask;
    let answer = |offer: &Offer, right| answer(story, ask, *offer, right, words);
    match &posed.task {
        Task::One { offers, right } => {
            let answers = offers.iter().enumerate().map(|(at, offer)| answer(offer, at == *right)).collect();
            if matches!(ask, Ask::Proof { .. }) { Body::Sentence(answers) } else { Body::One(answers) }
        }
        Task::Several { offers, right } => {
            Body::Several(offers.iter().zip(right).map(|(offer, right)| answer(offer, *right)).collect())
        }
        Task::Match { statements, people } => {
            let of = |speaker| people.iter().position(|person| *person == speaker).unwrap_or_default();
            let quotations = statements.iter().map(|one| {
                let statement = &story[*one];
                (quiz::quoted(words, story.words(statement.quote), statement.form), of(statement.speaker))
            });
            let people = people.iter().map(|one| (story[*one].name.clone(), story[*one].role.clone()));
            Body::Match { quotations: quotations.collect(), people: people.collect() }
        }
        Task::Arrange { events } => {
            let supported = if let Ask::Sequence { events } = ask { events } else { events };
            let place = |event| supported.iter().position(|one| one == event).unwrap_or_default();
            let open = verbatim_core::order::pairs(events.len()) - story.order.decided(events).len();
            let events = events.iter().map(|event| (story[*event].summary.clone(), place(event)));
            Body::Arrange { events: events.collect(), open }
        }
        Task::Type { statement, gap } => {
            let quote = story[*statement].quote;
            let before = Evidence { end: gap.start, ..quote };
            let after = Evidence { start: gap.end, ..quote };
            let [before, missing, after] = [before, *gap, after].map(|part| story.words(part).to_owned());
            let (open, close) = words.marks();
            Body::Type { before: format!("{open}{before}"), missing, after: format!("{after}{close}") }
        }
    }
}

/// An answer that is offered, in words.
pub fn answer(story: &Story, ask: &Ask, offer: Offer, right: bool, words: &quiz::Words) -> Answer {
    let mut sub = None;
    let text = match (offer, ask) {
        (Offer::Person(person), _) => {
            sub = story[person].role.clone();
            story[person].name.clone()
        }
        (Offer::Statement(statement), _) => {
            let statement = &story[statement];
            quiz::quoted(words, story.words(statement.quote), statement.form)
        }
        (Offer::Event(event), _) => story[event].summary.clone(),
        (Offer::Undecided, _) => words.text(quiz::Say::Undecided).to_owned(),
        (Offer::Option(at), Ask::Choice { options, .. }) => {
            options.get(at).map(|option| option.text.clone()).unwrap_or_default()
        }
        (Offer::Option(_), _) => String::new(),
        (Offer::Verdict(verdict), _) => words.text(quiz::verdict(verdict)).to_owned(),
        (Offer::Sentence(sentence), _) => story.words(sentence).to_owned(),
    };
    Answer { text, sub, right }
}

/// A passage with its words marked, and where it is taken from.
pub fn excerpt(story: &Story, excerpt: &Excerpt, words: &quiz::Words) -> Html {
    let pieces = excerpt.pieces(story).into_iter().map(|piece| match piece.mark {
        Some(Mark::Words) => html! { <mark class="words">{piece.text}</mark> },
        Some(Mark::Attribution) => html! { <span class="attribution">{piece.text}</span> },
        None if piece.near => html! { {piece.text} },
        None => html! { <span class="far">{piece.text}</span> },
    });
    html! {
        <figure class="excerpt">
            <blockquote lang={story.language.clone()}>{for pieces}</blockquote>
            <figcaption>{caption(excerpt.source(story), words)}</figcaption>
        </figure>
    }
}

/// Where words are taken from.
pub fn caption(source: &Source, words: &quiz::Words) -> Html {
    let between = words.text(quiz::Say::BetweenDetails);
    let published = source.published.as_ref().map(|date| format!("{between}{}", dates::written(date, words)));
    html! { <><b>{source.publisher.clone()}</b>{between}<cite>{source.title.clone()}</cite>{published}</> }
}

/// The letter by which an answer or a form is called: A, B, … by its position.
pub fn letter(at: usize) -> String {
    char::from_u32(u32::from('A') + at as u32)
        .filter(char::is_ascii_uppercase)
        .map_or_else(|| (at + 1).to_string(), String::from)
}
