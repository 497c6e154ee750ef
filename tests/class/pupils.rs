//! A class of pupils who never were: what they hand in, some of it right and some not. The bench
//! uses it too.
#![allow(clippy::unwrap_used)]

use std::rc::Rc;

use unicode_normalization::UnicodeNormalization;
use verbatim_class::code;
use verbatim_class::collect::Known;
use verbatim_class::submission::{Confidence, Edition, Sitting, Submission, Told, Who};
use verbatim_core::dice::Dice;
use verbatim_core::digest::digest;
use verbatim_core::model::{StatementIx, Story};
use verbatim_core::pose::{Response, Task};
use verbatim_core::session::{Mode, Session};

const FILE: &[u8] = include_bytes!("../../questions/air-force-one.json");

/// As a browser takes letters apart.
pub fn decompose(text: &str) -> String {
    text.nfkd().collect::<String>().to_lowercase()
}

/// The story that they are asked about.
pub fn known() -> Known {
    let story = Rc::new(verbatim_core::check::load(FILE).story.unwrap());
    let edition = Edition::new(&story, &digest(FILE));
    Known { story, edition }
}

/// The codes of so many pupils who were asked the same questions and know some of the answers.
pub fn class(known: &Known, seed: u32, names: &[String]) -> Vec<String> {
    let story = &known.story;
    let quiz = story.quiz("whole-story").unwrap();
    let session = Session::new(story.clone(), quiz, seed, Mode::Test, decompose).at_most(10);
    let mut dice = Dice::new(seed, "class");
    let pupil = |(at, name): (usize, &String)| {
        // Pupils know more or less, or nothing would tell them apart.
        let knows = dice.below(100);
        let told = session.questions().iter().map(|posed| {
            let response = answer(&posed.task, dice.below(100) < knows, story, &mut dice);
            Told {
                question: posed.question(story).id.clone(),
                response: (dice.below(20) > 0).then(|| response.items(&posed.task, story)),
                hinted: dice.below(10) == 0,
                confidence: Some(Confidence::ALL[dice.below(3)]),
                milliseconds: dice.below(60_000) as f64,
            }
        });
        let told = told.collect();
        let digest = digest(FILE);
        let begun = 1_790_000_000_000.0 + at as f64 * 60_000.0;
        let who = Who::Name(name.clone());
        let sitting = Sitting {
            digest: &digest,
            quiz,
            seed,
            count: Some(10),
            mode: Mode::Test,
            confidence: true,
            begun,
            who,
            told,
        };
        code::write(&Submission::new(story, sitting), story).unwrap()
    };
    names.iter().enumerate().map(pupil).collect()
}

fn answer(task: &Task, knows: bool, story: &Story, dice: &mut Dice) -> Response {
    match task {
        Task::One { offers, right } => {
            Response::One(Some(if knows { *right } else { dice.below(offers.len()) }))
        }
        Task::Several { right, .. } => {
            let mut chosen: Vec<bool> =
                right.iter().map(|one| if knows { *one } else { dice.below(2) == 0 }).collect();
            chosen[0] |= !chosen.contains(&true);
            Response::Several(chosen)
        }
        Task::Match { statements, people } => {
            let speaker =
                |one: &StatementIx| people.iter().position(|person| *person == story[*one].speaker).unwrap();
            let mut given: Vec<usize> = statements.iter().map(speaker).collect();
            if !knows {
                dice.shuffle(&mut given);
            }
            Response::Match(given.into_iter().map(Some).collect())
        }
        Task::Arrange { events } => Response::Arrange { order: dice.shuffled(0..events.len()), moved: true },
        Task::Type { gap, .. } => {
            Response::Type(if knows { story.words(*gap).to_owned() } else { "something".to_owned() })
        }
    }
}
