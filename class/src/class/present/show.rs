//! Where a show stands: the question, how much of it is told, and the hands that were raised. A
//! value that steps change; what is seen of it is left to `stage`.

use verbatim_core::feedback::evidence;
use verbatim_core::session::Session;

/// Where a show stands.
#[derive(Debug)]
pub struct Show {
    session: Session,
    /// The position of the question; after the last, the end.
    at: usize,
    step: Step,
    /// For each question the hands for each answer.
    hands: Vec<Vec<u32>>,
}

/// How much of a question is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// It is asked.
    Asking,
    /// What is right is marked.
    Answer,
    /// The passage at a position is shown, of those behind the answer.
    Words(usize),
}

/// The most hands that are counted for an answer.
const MOST: u32 = 999;

impl Show {
    /// A show of these questions, at the first.
    pub fn new(session: Session) -> Self {
        let hands = vec![Vec::new(); session.questions().len()];
        Self { session, at: 0, step: Step::Asking, hands }
    }

    /// The questions.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// The position of the question; as many as there are, at the end.
    pub fn at(&self) -> usize {
        self.at
    }

    /// How much of it is told.
    pub fn step(&self) -> Step {
        self.step
    }

    /// The hands raised for an answer of the question.
    pub fn hands(&self, answer: usize) -> u32 {
        self.hands.get(self.at).and_then(|hands| hands.get(answer)).copied().unwrap_or_default()
    }

    /// On by a step.
    pub fn on(&mut self) {
        let next = match self.step {
            Step::Asking => Step::Answer,
            Step::Answer => Step::Words(0),
            Step::Words(shown) => Step::Words(shown + 1),
        };
        match next {
            _ if self.at >= self.session.questions().len() => {}
            Step::Words(shown) if shown >= self.passages(self.at) => {
                self.at += 1;
                self.step = Step::Asking;
            }
            step => self.step = step,
        }
    }

    /// Back by a step.
    pub fn back(&mut self) {
        match self.step {
            Step::Words(0) => self.step = Step::Answer,
            Step::Words(shown) => self.step = Step::Words(shown - 1),
            Step::Answer => self.step = Step::Asking,
            Step::Asking => {
                let Some(before) = self.at.checked_sub(1) else { return };
                self.at = before;
                self.step = self.passages(before).checked_sub(1).map_or(Step::Answer, Step::Words);
            }
        }
    }

    /// A hand more, or one less, for an answer.
    pub fn hand(&mut self, answer: usize, by: i32) {
        let offered = self.session.questions().get(self.at).map_or(0, |posed| answers(&posed.task));
        let Some(hands) = self.hands.get_mut(self.at).filter(|_| answer < offered) else { return };
        if hands.len() <= answer {
            hands.resize(answer + 1, 0);
        }
        if let Some(count) = hands.get_mut(answer) {
            *count = count.saturating_add_signed(by).min(MOST);
        }
    }

    fn passages(&self, at: usize) -> usize {
        let posed = self.session.questions().get(at);
        posed.map_or(0, |posed| evidence(self.session.story(), posed).len())
    }
}

/// How many answers a class can raise hands for.
fn answers(task: &verbatim_core::pose::Task) -> usize {
    use verbatim_core::pose::Task;
    match task {
        Task::One { offers, .. } | Task::Several { offers, .. } => offers.len(),
        Task::Match { .. } | Task::Arrange { .. } | Task::Type { .. } => 0,
    }
}
