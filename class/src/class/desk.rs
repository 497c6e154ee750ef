//! What all screens work on: the words they speak, the story that is open, and the plan of what
//! is asked of it. A screen changes it by telling [`crate::app::App`] so.

use std::rc::Rc;

use verbatim_class::assignment::{Asks, Assignment, Forms, form_seed};
use verbatim_classroom::browser::{chance, decompose, window};
use verbatim_classroom::opened::{Failure, Opened};
use verbatim_core::model::QuizIx;
use verbatim_core::session::{Mode, Session};
use verbatim_messages::quiz;
use yew::Callback;

use crate::app::Msg;
use crate::messages::Words;

/// The words of the page, and those of questions.
pub struct Speech {
    /// The page's own.
    pub own: Words,
    /// The widget's.
    pub quiz: quiz::Words,
}

impl Speech {
    /// The words of two files; English where they are empty.
    pub fn new(own: &str, quiz: &str) -> Self {
        let own = if own.is_empty() { Words::english() } else { Words::parse(own) };
        let quiz = if quiz.is_empty() { quiz::Words::english() } else { quiz::Words::parse(quiz) };
        Self { own, quiz }
    }
}

/// A story on its way, or there, or not to be had.
#[derive(Clone)]
pub enum Story {
    /// On its way.
    Loading,
    /// There.
    Open(Rc<Opened>),
    /// Not to be had, from this address or file.
    Failed(String, Failure),
}

/// What is to be asked, and how.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The quiz, by its id; the first where the story has none of this id.
    pub quiz: String,
    /// How many questions are asked at most.
    pub count: Option<u32>,
    /// When feedback is shown.
    pub mode: Mode,
    /// The class's seed.
    pub seed: u32,
    /// Who gets which questions.
    pub forms: Forms,
    /// What a pupil is asked for.
    pub asks: Asks,
    /// Whether pupils are asked how sure they are.
    pub confidence: bool,
    /// The time in minutes, if there is any limit.
    pub minutes: Option<u16>,
    /// The language of the pupil's page, as a BCP 47 tag.
    pub language: String,
}

impl Plan {
    /// What a teacher begins with. The seed is by chance, and short enough to be told aloud.
    pub fn new() -> Self {
        Self {
            quiz: String::new(),
            count: Some(10),
            mode: Mode::Practice,
            seed: chance(9000) + 1000,
            forms: Forms::Same,
            asks: Asks::Name,
            confidence: false,
            minutes: None,
            language: spoken(),
        }
    }

    /// The plan of an assignment.
    pub fn of(assignment: &Assignment) -> Self {
        let Assignment { quiz, count, mode, seed, forms, asks, confidence, minutes, language, .. } =
            assignment.clone();
        Self { quiz, count, mode, seed, forms, asks, confidence, minutes, language }
    }
}

/// The languages that the pupil's page speaks, and what each is called in itself.
pub const LANGUAGES: [(&str, &str); 8] = [
    ("ar", "العربية"),
    ("de", "Deutsch"),
    ("en", "English"),
    ("es", "Español"),
    ("fr", "Français"),
    ("ko", "한국어"),
    ("pt", "Português"),
    ("zh", "中文"),
];

/// The one of them that the teacher's browser speaks; English where it speaks none.
fn spoken() -> String {
    let language = window().and_then(|window| window.navigator().language()).unwrap_or_default();
    let known = LANGUAGES.iter().find(|(tag, _)| language.split('-').next() == Some(tag));
    known.map_or("en", |(tag, _)| tag).to_owned()
}

/// What all screens work on.
#[derive(Clone)]
pub struct Desk {
    /// The words.
    pub speech: Rc<Speech>,
    /// The addresses of the site's stories.
    pub stories: Rc<[String]>,
    /// The story.
    pub story: Story,
    /// The plan.
    pub plan: Plan,
    /// Whom a screen tells of changes.
    pub tell: Callback<Msg>,
}

impl PartialEq for Desk {
    fn eq(&self, other: &Self) -> bool {
        let same_story = match (&self.story, &other.story) {
            (Story::Open(one), Story::Open(other)) => Rc::ptr_eq(one, other),
            (Story::Loading, Story::Loading) => true,
            (Story::Failed(one, why), Story::Failed(other, because)) => one == other && why == because,
            _ => false,
        };
        same_story && Rc::ptr_eq(&self.speech, &other.speech) && self.plan == other.plan
    }
}

impl Desk {
    /// The page's words.
    pub fn words(&self) -> &Words {
        &self.speech.own
    }

    /// The story that is open.
    pub fn opened(&self) -> Option<&Rc<Opened>> {
        if let Story::Open(opened) = &self.story { Some(opened) } else { None }
    }

    /// The story and the quiz of it that is planned.
    pub fn quiz(&self) -> Option<(&Rc<Opened>, QuizIx)> {
        let opened = self.opened()?;
        let first = opened.story.quizzes.first()?;
        let quiz = opened.story.quiz(&self.plan.quiz).or_else(|| opened.story.quiz(&first.id))?;
        Some((opened, quiz))
    }

    /// The questions of a form as every pupil's page draws them: of the class's own where that
    /// is none.
    pub fn session(&self, form: Option<u32>) -> Option<Session> {
        let (opened, quiz) = self.quiz()?;
        let seed = form.map_or(self.plan.seed, |form| form_seed(self.plan.seed, form));
        let session = Session::new(opened.story.clone(), quiz, seed, self.plan.mode, decompose);
        Some(session.at_most(self.plan.count.map_or(usize::MAX, |count| count as usize)))
    }

    /// What is set.
    pub fn assignment(&self) -> Option<Assignment> {
        let (opened, quiz) = self.quiz()?;
        let Plan { count, mode, seed, forms, asks, confidence, minutes, language, .. } = self.plan.clone();
        Some(Assignment {
            story: opened.place.clone(),
            digest: opened.digest.clone(),
            quiz: opened.story[quiz].id.clone(),
            count,
            mode,
            seed,
            forms,
            asks,
            confidence,
            minutes,
            language,
        })
    }
}
