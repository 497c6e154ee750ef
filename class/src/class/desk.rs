//! What all screens work on: the words they speak, the story that is open, and what is set of it. A screen changes it by telling [`crate::app::App`] so.

use std::rc::Rc;

use verbatim_class::assignment::{Asks, Assignment, Forms, Place, form_seed};
use verbatim_class::shuffle::Written;
use verbatim_classroom::browser::{beside, chance, decompose, window};
use verbatim_classroom::opened::{Failure, Opened};
use verbatim_core::model::QuizIx;
use verbatim_core::session::{Mode, Session};
use verbatim_messages::quiz;
use yew::Callback;

use crate::app::Msg;
use crate::messages::{Collected, Words};

/// The pupil's page, beside this one.
const PUPIL: &str = "pupil.html";

/// The words of the page, and those of questions.
pub struct Speech {
    /// The page's own.
    pub own: Words,
    /// Those of what was handed in.
    pub collected: Collected,
    /// The widget's.
    pub quiz: quiz::Words,
}

impl Speech {
    /// The words of three files; English where they are empty.
    pub fn new(own: &str, collected: &str, quiz: &str) -> Self {
        let collected = if collected.is_empty() { Collected::english() } else { Collected::parse(collected) };
        let own = if own.is_empty() { Words::english() } else { Words::parse(own) };
        let quiz = if quiz.is_empty() { quiz::Words::english() } else { quiz::Words::parse(quiz) };
        Self { own, collected, quiz }
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

/// What a teacher begins with. The seed is by chance, and short enough to be told aloud; the story
/// is whichever will be open.
pub fn fresh() -> Assignment {
    Assignment {
        story: Place::Address(String::new()),
        digest: String::new(),
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
    /// What is set, whatever story is open: the first quiz where it has none of this id.
    pub plan: Assignment,
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

    /// The words of what was handed in.
    pub fn collected(&self) -> &Collected {
        &self.speech.collected
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
        let Assignment { seed, mode, count, .. } = self.plan;
        let of = |seed| {
            let session = Session::new(opened.story.clone(), quiz, seed, mode, decompose);
            session.at_most(count.map_or(usize::MAX, |count| count as usize))
        };
        match form {
            None => Some(of(seed)),
            Some(form) if self.plan.forms == Forms::Shuffled => {
                let (session, order) = (of(seed), form_seed(seed, form));
                let other = Written::of(&session, order);
                Some(other.and_then(|other| other.session(order, mode, decompose)).unwrap_or(session))
            }
            Some(form) => Some(of(form_seed(seed, form))),
        }
    }

    /// The address of the pupil's page with what is set.
    pub fn link(&self) -> Option<String> {
        Some(format!("{}#{}", beside(PUPIL), self.assignment()?.fragment()))
    }

    /// What is set, of the story that is open.
    pub fn assignment(&self) -> Option<Assignment> {
        let (opened, quiz) = self.quiz()?;
        Some(Assignment {
            story: opened.place.clone(),
            digest: opened.digest.clone(),
            quiz: opened.story[quiz].id.clone(),
            ..self.plan.clone()
        })
    }
}
