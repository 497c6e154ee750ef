//! What the page shows, read in one go; what it ought to show is left to the tests.

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::page::Page;

/// A screen. Texts have single spaces; what is not on the screen is empty or `None`.
#[derive(Debug, Deserialize)]
pub struct Screen {
    /// `asking`, `revealed`, …
    pub name: String,
    /// The question's kind.
    pub kind: Option<String>,
    /// The question's task.
    pub task: Option<String>,
    /// The question's position.
    pub at: Option<usize>,
    /// How many questions there are.
    pub count: Option<usize>,
    /// All of its text.
    pub text: String,
    /// What is asked.
    pub prompt: Option<String>,
    /// The place in the quiz, in words.
    pub progress: Option<String>,
    /// What is to choose from.
    pub offers: Vec<Offer>,
    /// The quotations to give to people.
    pub slots: Vec<Slot>,
    /// The ids of all people on the screen, placed ones too.
    pub people: Vec<String>,
    /// The events to put in order.
    pub events: Vec<Event>,
    /// What is typed in the gap.
    pub gap: Option<String>,
    /// The button that gives the hint, with its cost.
    pub hint: Option<String>,
    /// The hint that was given.
    pub hint_text: Option<String>,
    /// Whether the button that sends the answer says that there is none.
    pub submit_disabled: bool,
    /// What is said of the answer.
    pub feedback: Option<Feedback>,
    /// The positions of the questions that can be gone back to.
    pub open_questions: Vec<usize>,
    /// The questions of a finished quiz.
    pub results: Vec<Outcome>,
    /// The points of a finished quiz.
    pub score: Option<String>,
    /// What is wrong.
    pub error: Option<String>,
    /// The ids of the quizzes on the start screen.
    pub quizzes: Vec<String>,
}

/// An answer to choose.
#[derive(Debug, Deserialize)]
pub struct Offer {
    pub id: String,
    pub text: String,
    pub input: Option<String>,
    pub chosen: bool,
    pub disabled: bool,
    pub state: Option<String>,
}

/// A quotation that waits for a person.
#[derive(Debug, Deserialize)]
pub struct Slot {
    pub statement: String,
    pub text: String,
}

/// An event to be ordered.
#[derive(Debug, Deserialize)]
pub struct Event {
    pub id: String,
    pub text: String,
}

/// What is said of an answer.
#[derive(Debug, Deserialize)]
pub struct Feedback {
    pub rightness: String,
    pub text: String,
    /// What the right answer rests on.
    pub excerpts: Vec<Excerpt>,
    /// What each wrong choice rests on.
    pub instead: Vec<Block>,
    /// The pairs that cost a point.
    pub lost_pairs: Vec<Block>,
}

/// A part with excerpts of its own.
#[derive(Debug, Deserialize)]
pub struct Block {
    pub text: String,
    pub excerpts: Vec<Excerpt>,
}

/// A passage with its marked words joined by spaces.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct Excerpt {
    pub text: String,
    pub words: String,
    pub attribution: String,
    pub far: String,
    pub caption: String,
    pub link: Option<String>,
}

/// A question of a finished quiz, with what its details hold.
#[derive(Debug, Deserialize)]
pub struct Outcome {
    pub at: usize,
    pub text: String,
    pub excerpts: Vec<Excerpt>,
}

impl Screen {
    /// Reads the screen as it is.
    pub async fn read(page: &Page) -> Result<Self> {
        page.script(include_str!("screen.js"), Value::Null).await
    }

    /// Waits for a screen of a name, at a question where one is given, and reads it.
    pub async fn wait(page: &Page, name: &str, at: Option<usize>) -> Result<Self> {
        let body = "const root = find('[data-screen]');
            return root?.dataset.screen === args.name && (args.at === null || root.dataset.at === String(args.at))";
        page.until::<bool>("a screen", body, json!({ "name": name, "at": at })).await?;
        Self::read(page).await.with_context(|| format!("on the screen {name}"))
    }
}
