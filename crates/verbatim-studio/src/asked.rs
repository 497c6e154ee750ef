//! What a person may change of the questions and quizzes that a file has written by hand: their
//! words and their answers. What they rest on stays as the file has it.

use verbatim_core::wire::{Kind, Question, Verdict};

use crate::action::Refusal;
use crate::apply::filled;
use crate::document::{Document, Quizzes};
use crate::edit::listed;

/// A field of a question written by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskedField {
    /// What is asked, or claimed.
    Prompt,
    /// The words of the answer in a place.
    Answer(usize),
    /// Whether the answer in a place is right: `yes` or `no`.
    Right(usize),
    /// Whether the claim is true, by its name in the file.
    Verdict,
    /// The words of a gap.
    Gap,
    /// What else is accepted in a gap, with commas between.
    Accept,
    /// A hint.
    Hint,
    /// What is said after the answer.
    Note,
}

/// A field of a quiz.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuizField {
    /// What it is called.
    Title,
    /// What it is about.
    Summary,
}

/// A question written by hand, with what of it can be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Its id.
    pub id: String,
    /// Its kind.
    pub kind: Kind,
    /// Its fields with their values.
    pub fields: Vec<(AskedField, String)>,
}

impl Document {
    /// The questions written by hand.
    pub fn asked(&self) -> Vec<Asked> {
        let all = self.base.questions.iter();
        let asked = |question: &Question| Asked {
            id: question.id().to_owned(),
            kind: question.kind(),
            fields: fields(question),
        };
        all.map(asked).collect()
    }

    /// The title and summary of each quiz that the file has written by hand.
    pub fn written_quizzes(&self) -> Vec<(&str, &str)> {
        let all = self.base.quizzes.iter().filter(|_| self.quizzes == Quizzes::AsWritten);
        all.map(|quiz| (quiz.title.as_str(), quiz.summary.as_deref().unwrap_or_default())).collect()
    }

    pub(crate) fn asked_field(&mut self, at: usize, field: AskedField, value: &str) -> Result<(), Refusal> {
        let question = self.base.questions.get_mut(at).ok_or(Refusal::Gone)?;
        set(question, field, value).ok_or(Refusal::Gone)
    }

    pub(crate) fn quiz_field(&mut self, at: usize, field: QuizField, value: &str) -> Result<(), Refusal> {
        let quiz = self.base.quizzes.get_mut(at).ok_or(Refusal::Gone)?;
        match field {
            QuizField::Title => value.clone_into(&mut quiz.title),
            QuizField::Summary => quiz.summary = filled(value),
        }
        Ok(())
    }
}

fn fields(question: &Question) -> Vec<(AskedField, String)> {
    let mut found = match question {
        Question::Choice(choice) => {
            let mut found = vec![(AskedField::Prompt, choice.prompt.clone())];
            for (at, option) in choice.options.iter().enumerate() {
                let right = if option.right { "yes" } else { "no" };
                found.push((AskedField::Answer(at), option.text.clone()));
                found.push((AskedField::Right(at), right.to_owned()));
            }
            found
        }
        Question::Verdict(verdict) => vec![
            (AskedField::Prompt, verdict.claim.clone()),
            (AskedField::Verdict, verdict.verdict.name().to_owned()),
        ],
        Question::Cloze(cloze) => {
            vec![(AskedField::Gap, cloze.gap.clone()), (AskedField::Accept, cloze.accept.join(", "))]
        }
        Question::Proof(proof) => vec![(AskedField::Prompt, proof.claim.clone())],
        Question::WhoSaid(_)
        | Question::SaidWhat(_)
        | Question::Match(_)
        | Question::Sequence(_)
        | Question::BeforeAfter(_) => Vec::new(),
    };
    let (hint, note) = question.hint_and_note();
    found.push((AskedField::Hint, hint.unwrap_or_default().to_owned()));
    found.push((AskedField::Note, note.unwrap_or_default().to_owned()));
    found
}

fn set(question: &mut Question, field: AskedField, value: &str) -> Option<()> {
    match (field, &mut *question) {
        (AskedField::Prompt, Question::Choice(choice)) => value.clone_into(&mut choice.prompt),
        (AskedField::Prompt, Question::Verdict(verdict)) => value.clone_into(&mut verdict.claim),
        (AskedField::Prompt, Question::Proof(proof)) => value.clone_into(&mut proof.claim),
        (AskedField::Answer(at), Question::Choice(choice)) => {
            value.clone_into(&mut choice.options.get_mut(at)?.text);
        }
        (AskedField::Right(at), Question::Choice(choice)) => {
            choice.options.get_mut(at)?.right = value == "yes"
        }
        (AskedField::Verdict, Question::Verdict(verdict)) => verdict.verdict = Verdict::from_name(value)?,
        (AskedField::Gap, Question::Cloze(cloze)) => value.clone_into(&mut cloze.gap),
        (AskedField::Accept, Question::Cloze(cloze)) => cloze.accept = listed(value),
        (AskedField::Hint, question) => *question.shared_mut().1 = filled(value),
        (AskedField::Note, question) => *question.shared_mut().2 = filled(value),
        _ => return None,
    }
    Some(())
}
