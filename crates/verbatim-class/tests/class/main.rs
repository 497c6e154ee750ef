//! What a class hands in: codes out and back, damaged and found again.
#![allow(clippy::unwrap_used, missing_docs)]

use std::rc::Rc;

use unicode_normalization::UnicodeNormalization;
use verbatim_class::submission::{Answer, Confidence, Done, Edition, Sitting, Submission, Told, Who};
use verbatim_core::dice::Dice;
use verbatim_core::digest::digest;
use verbatim_core::model::{Kind, QuizIx, Story};
use verbatim_core::pose::{Response, Task};
use verbatim_core::session::{Mode, Session};

mod collected;
mod damaged;
mod returns;

mod shuffled;
mod slips;

/// A story in which every kind of question is drawn.
pub const FILE: &[u8] = include_bytes!("../../../../questions/air-force-one.json");

pub fn story() -> (Rc<Story>, Edition) {
    let story = verbatim_core::check::load(FILE).story.unwrap();
    let edition = Edition::new(&story, &digest(FILE));
    (Rc::new(story), edition)
}

pub fn decompose(text: &str) -> String {
    text.nfkd().collect::<String>().to_lowercase()
}

pub fn quizzes(story: &Story) -> Vec<QuizIx> {
    story.quizzes.iter().map(|quiz| story.quiz(&quiz.id).unwrap()).collect()
}

/// Names as pupils have them, and as nobody has.
pub const NAMES: &[&str] = &[
    "Ann Berg",
    "Zo\u{eb} Fran\u{e7}ois",
    "Jos\u{e9} Mu\u{f1}oz-Garc\u{ed}a",
    "O'Neill, Sin\u{e9}ad",
    "\u{738b}\u{5c0f}\u{660e}",
    "\u{410}\u{43d}\u{43d}\u{430} \u{418}\u{432}\u{430}\u{43d}\u{43e}\u{432}\u{430}",
    "\u{645}\u{62d}\u{645}\u{62f} \u{639}\u{644}\u{64a}",
    "=1+1",
    "<script>alert(1)</script>",
    "",
    "\u{1f600}",
    "VBQ-00000000",
];

/// A sitting in which chance did everything that can be done.
pub fn chance(story: &Rc<Story>, quiz: QuizIx, seed: u32, dice: &mut Dice) -> Submission {
    let mode = if dice.below(2) == 0 { Mode::Practice } else { Mode::Test };
    let count = [None, Some(1 + dice.below(12))][dice.below(2)];
    let mut session = Session::new(story.clone(), quiz, seed, mode, decompose);
    if let Some(count) = count {
        session = session.at_most(count);
    }
    let mut told = Vec::new();
    for posed in session.questions() {
        let response = match dice.below(8) {
            0 => continue,
            1 => None,
            _ => Some(response(&posed.task, dice).items(&posed.task, story)),
        };
        let confidence =
            [None, Some(Confidence::Low), Some(Confidence::Middle), Some(Confidence::High)][dice.below(4)];
        let question = posed.question(story).id.clone();
        let milliseconds = [0.0, dice.below(90_000) as f64, 1e9][dice.below(3)];
        told.push(Told { question, response, hinted: dice.below(4) == 0, confidence, milliseconds });
    }
    dice.shuffle(&mut told);
    let who = match dice.below(4) {
        0 => Who::Nobody,
        1 => Who::Number(dice.below(1000) as u32),
        _ => Who::Name(NAMES[dice.below(NAMES.len())].to_owned()),
    };
    let begun = 1_790_000_000_000.0 + dice.below(1 << 30) as f64 * 1000.0;
    let digest = digest(FILE);
    Submission::new(
        story,
        Sitting {
            digest: &digest,
            quiz,
            seed,
            count,
            mode,
            confidence: dice.below(2) == 0,
            begun,
            who,
            told,
        },
    )
}

pub fn response(task: &Task, dice: &mut Dice) -> Response {
    match task {
        Task::One { offers, .. } => Response::One(Some(dice.below(offers.len()))),
        Task::Several { offers, .. } => {
            let mut chosen: Vec<bool> = offers.iter().map(|_| dice.below(2) == 0).collect();
            chosen[0] |= !chosen.contains(&true);
            Response::Several(chosen)
        }
        Task::Match { statements, people } => {
            let order = dice.shuffled(0..people.len());
            Response::Match(order.into_iter().take(statements.len()).map(Some).collect())
        }
        Task::Arrange { events } => Response::Arrange { order: dice.shuffled(0..events.len()), moved: true },
        Task::Type { .. } => {
            let words = [
                "deterrence",
                " d\u{e9}j\u{e0}  vu ",
                "\u{441}\u{43b}\u{43e}\u{432}\u{43e}",
                "x",
                "a\nb",
                "=cmd|' /C calc'!A0",
            ];
            Response::Type(words[dice.below(words.len())].to_owned())
        }
    }
}

/// Ten questions in which every kind of question of the story is asked, all answered.
pub fn ten(story: &Rc<Story>, who: Who) -> (Submission, Vec<Kind>) {
    let quiz = story.quiz("whole-story").unwrap();
    let (seed, session) = (0..)
        .map(|seed| (seed, Session::new(story.clone(), quiz, seed, Mode::Practice, decompose).at_most(10)))
        .find(|(_, session)| kinds(session).len() == 9)
        .unwrap();
    let mut dice = Dice::new(7, "ten");
    let told = session.questions().iter().map(|posed| {
        let response = match &posed.task {
            Task::Type { gap, .. } => Response::Type(story.words(*gap).to_owned()),
            task => response(task, &mut dice),
        };
        Told {
            question: posed.question(story).id.clone(),
            response: Some(response.items(&posed.task, story)),
            hinted: false,
            confidence: Some(Confidence::Middle),
            milliseconds: 20_000.0,
        }
    });
    let digest = digest(FILE);
    let sitting = Sitting {
        digest: &digest,
        quiz,
        seed: 4_000_000_000 + seed,
        count: Some(10),
        mode: Mode::Practice,
        confidence: true,
        begun: 1_796_000_000_000.0,
        who,
        told: Vec::new(),
    };
    let kinds = kinds(&session);
    (Submission::new(story, Sitting { seed, told: told.collect(), ..sitting }), kinds)
}

fn kinds(session: &Session) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = session.questions().iter().map(|posed| posed.kind(session.story())).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

pub fn answered(answers: &[Answer]) -> usize {
    answers.iter().filter(|answer| matches!(answer.done, Done::Answered(_))).count()
}
